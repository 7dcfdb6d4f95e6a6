#include "report_command.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>
#include <utility>

#include <denwaban/documents/record_questions.hpp>
#include <denwaban/pictures/call_report.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/zones.hpp>

#include "flags.hpp"
#include "options.hpp"
#include "record_files.hpp"

namespace denwaban::cli {

namespace {

[[nodiscard]] Refusal set_report_month(ReportOptions& options, const std::string& value) {
    options.month = parse_month(value);
    return options.month ? Refusal{} : "not a month (2026-11): " + value;
}
[[nodiscard]] Refusal set_report_html(ReportOptions& options, const std::string& value) {
    options.html = value;
    return {};
}
[[nodiscard]] Refusal set_report_restaurants(ReportOptions& options, const std::string& value) {
    options.restaurants = value;
    return {};
}
[[nodiscard]] Refusal set_report_bookings(ReportOptions& options, const std::string& value) {
    options.bookings = value;
    return {};
}
[[nodiscard]] Refusal set_report_threshold(ReportOptions& options, const std::string& value) {
    const auto seconds = denwaban::detail::decimal(value);
    if (!seconds) return "not a number of seconds: " + value;
    options.threshold = std::chrono::seconds{*seconds};
    return {};
}
[[nodiscard]] Refusal set_report_zone(ReportOptions& options, const std::string& value) {
    options.zone = value;
    return {};
}

using ReportFlag = Flag<ReportOptions>;
constexpr std::array report_flags{
    ReportFlag{"--month", ReportFlag::Takes::value, set_report_month},
    ReportFlag{"--html", ReportFlag::Takes::value, set_report_html},
    ReportFlag{"--restaurants", ReportFlag::Takes::value, set_report_restaurants},
    ReportFlag{"--bookings", ReportFlag::Takes::value, set_report_bookings},
    ReportFlag{"--threshold", ReportFlag::Takes::value, set_report_threshold},
    ReportFlag{"--zone", ReportFlag::Takes::value, set_report_zone},
};

/// What the records tell: from the first call, or the month's first day, to the newest record.
[[nodiscard]] ResultTerms told_of(const std::vector<CallFact>& calls, Instant newest, date::year_month month,
                                  const TimeZone& zone) {
    ResultTerms terms;
    terms.from = zone.first_at_or_after(LocalTime{Date{month / 1}});
    for (const auto& call : calls) terms.from = std::min(terms.from, call.began);
    terms.until = std::max(terms.from, newest + Duration{1});
    return terms;
}

[[nodiscard]] Expected<std::vector<BookingTrace>, Errors> bookings_in(const std::optional<std::string>& path) {
    if (!path) return std::vector<BookingTrace>{};
    auto text = text_in(*path);
    if (!text) return Unexpected{std::move(text).error()};
    return booking_traces_from_json(*text);
}

}  // namespace

Expected<ReportOptions, std::string> parse_report_options(const std::vector<std::string>& words) {
    ReportOptions options;
    auto names = read_flags<ReportOptions>(words, report_flags, options);
    if (!names) return Unexpected{names.error()};
    if (!options.month) return Unexpected{std::string{"a month is wanted (--month 2026-11)"}};
    if (names->empty()) return Unexpected{std::string{"a file or a folder is wanted"}};
    options.paths = *std::move(names);
    return options;
}

Exit report_records(std::istream& in, const ReportOptions& options, const Streams& streams, bool is_terminal,
                    std::chrono::milliseconds (*clock)()) {
    const auto fail = [&](const std::string& what, const std::string& why) {
        streams.errors << what << ": " << why << '\n';
        return Exit::unreadable;
    };
    const auto zone = load_time_zone(options.zone);
    if (!zone) return fail(options.zone, to_string(zone.error()));
    std::optional<Directory> directory;
    if (options.restaurants) {
        auto found = directory_in(*options.restaurants);
        if (!found) return fail(*options.restaurants, to_string(found.error()));
        directory = *std::move(found);
    }
    const auto bookings = bookings_in(options.bookings);
    if (!bookings) return fail(options.bookings.value_or(""), to_string(bookings.error()));

    const auto files = files_in(options.paths);
    Progress progress{is_terminal ? &streams.errors : nullptr, files.size, clock};
    CallFacts facts;
    Instant newest{};
    const auto exit = read_records(in, files, streams.errors, progress, [&](ContactRecord record) {
        newest = std::max(newest, record.updated);
        facts.add(std::move(record));
    });
    const auto* known = directory ? &*directory : nullptr;
    auto calls = facts.all();
    const auto rows = reconcile(traces_of(calls, known), *bookings, {});
    CallReportTerms terms{*options.month, options.threshold, told_of(calls, newest, *options.month, *zone)};
    if (!options.bookings) terms.bookings = CallReportTerms::Bookings::unknown;
    const auto all = placed(std::move(calls), known);
    const Brought brought{rows, *bookings};
    if (!options.html) {
        streams.out << call_report_text(all, brought, terms, *zone);
        return exit;
    }
    const auto html = call_report_html(all, brought, terms, *zone, known);
    if (options.html == "-") {
        streams.out << html;
        return exit;
    }
    std::ofstream file{*options.html, std::ios::binary};
    file << html;
    if (!file.flush()) return fail(*options.html, "cannot be written");
    return exit;
}

}  // namespace denwaban::cli

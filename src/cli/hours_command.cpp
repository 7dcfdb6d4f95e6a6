#include "hours_command.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/pictures/month_picture.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/talk/rules_sentence.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::cli {

namespace {

/// A document is known by the keys that only its kind has; a text is a listing if it has a character beyond ASCII.
[[nodiscard]] HoursFormat recognise(std::string_view text) {
    struct Sign {
        std::string_view key;
        HoursFormat format;
    };
    constexpr std::array signs{Sign{"\"HoursOfOperation\"", HoursFormat::amazon_connect},
                               Sign{"\"Config\"", HoursFormat::amazon_connect},
                               Sign{"\"regularHours\"", HoursFormat::google},
                               Sign{"\"specialHours\"", HoursFormat::google},
                               Sign{"openingHours", HoursFormat::schema_org},
                               Sign{"OpeningHoursSpecification", HoursFormat::schema_org}};
    const auto start = text.find_first_not_of(" \t\r\n");
    const bool document = start != std::string_view::npos && (text[start] == '{' || text[start] == '[');
    for (const auto& sign : signs) {
        if (document && text.find(sign.key) != std::string_view::npos) return sign.format;
    }
    if (document) return HoursFormat::json;
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? HoursFormat::osm : HoursFormat::japanese;
}

void print(const Errors& errors, std::ostream& out) {
    for (const auto& error : errors) {
        const auto where = to_string(error.where);
        out << "error: " << (where.empty() ? "" : where + ": ") << error.message << " (" << to_string(error.code)
            << ")\n";
    }
}

void print(const Findings& findings, std::ostream& out) {
    for (const auto& finding : findings) {
        out << to_string(finding.weight) << ": ";
        if (!finding.part.empty()) out << finding.part << " ";
        const auto where = to_string(finding.where);
        if (!where.empty()) out << where << ": ";
        out << finding.message;
        if (!finding.words.empty()) out << ": " << finding.words;
        if (!finding.dates.empty()) {
            out << " (" << to_string(finding.dates.front());
            if (finding.dates.size() > 1) out << " and " << finding.dates.size() - 1 << " more dates";
            out << ")";
        }
        out << "\n";
    }
}

class HoursPrinter {
public:
    HoursPrinter(const Hours& hours, date::year_month month, const Streams& streams)
        : hours_(hours), month_(month), streams_(streams) {}

    Exit operator()(const PrintMonth&) const {
        const auto style = streams_.colours ? TerminalStyle::coloured : TerminalStyle::plain;
        const auto text = month_text(hours_, month_, style);
        if (!text) return refuse({text.error()});
        streams_.out << *text << say_hours(hours_.rules()).text() << "\n";
        return Exit::understood;
    }
    Exit operator()(const PrintSvg&) const {
        const auto svg = month_svg(hours_, month_);
        if (!svg) return refuse({svg.error()});
        streams_.out << *svg;
        return Exit::understood;
    }
    Exit operator()(const PrintAt& wanted) const {
        const auto at = hours_.zone().first_at_or_after(wanted.at);
        const auto status = hours_.status(at);
        if (!status) return refuse({status.error()});
        streams_.out << to_string(status->state) << ": " << describe(status->reason) << "\n";
        if (status->closes_at) streams_.out << "closes at " << to_iso8601(*status->closes_at, hours_.zone()) << "\n";
        if (const auto last = status->last_orders.main()) {
            streams_.out << "last order at " << to_iso8601(*last, hours_.zone()) << "\n";
        }
        if (status->next_opening)
            streams_.out << "opens at " << to_iso8601(*status->next_opening, hours_.zone()) << "\n";
        streams_.out << announce(hours_, *status, at).text() << "\n";
        return Exit::understood;
    }
    Exit operator()(const PrintExplanation& wanted) const {
        const auto explanation = explain(hours_, wanted.date);
        if (!explanation) return refuse({explanation.error()});
        print(*explanation);
        return Exit::understood;
    }
    Exit operator()(const PrintFormat& wanted) const {
        const Date first{month_ / 1};
        const auto writing =
            write_rules(wanted.format, hours_, {first, Date{(month_ + date::months{11}) / date::last}});
        if (!writing) return refuse(writing.error());
        streams_.out << writing->text << (writing->text.ends_with('\n') ? "" : "\n");
        cli::print(writing->findings, streams_.errors);
        return is_complete(writing->findings) ? Exit::understood : Exit::findings;
    }

private:
    [[nodiscard]] Exit refuse(const Errors& errors) const {
        cli::print(errors, streams_.errors);
        return Exit::unreadable;
    }

    void print(const Explanation& explanation) const {
        auto& out = streams_.out;
        out << to_string(explanation.date) << ": " << describe(explanation.reason) << "\n";
        if (!explanation.holiday.empty()) out << "祝日: " << explanation.holiday << "\n";
        if (!explanation.eve_of.empty()) out << "祝前日: " << explanation.eve_of << "\n";
        for (const auto& [rule, precedence, label] : explanation.rules) {
            out << (explanation.winner == rule ? "> " : "  ") << "/rules/" << rule << " by " << to_string(precedence);
            out << (label.empty() ? "" : ": " + std::string{label}) << "\n";
        }
        for (const auto& closing : explanation.closings) {
            out << "  /closings/" << closing.closing << " " << to_string(closing.fate);
            out << (closing.other ? " " + to_string(*closing.other) : "") << "\n";
        }
        for (const auto& opening : explanation.openings) {
            out << "  " << to_string(opening.state) << " " << to_iso8601(opening.begins, hours_.zone()) << " to "
                << to_iso8601(opening.ends, hours_.zone()) << "\n";
        }
    }

    const Hours& hours_;
    date::year_month month_;
    const Streams& streams_;
};

/// The month asked for, or that of whatever else is asked for, or this one.
[[nodiscard]] date::year_month month_of(const Options& options, LocalTime now) {
    auto date = date::floor<date::days>(now);
    if (const auto* at = std::get_if<PrintAt>(&options.wanted)) date = date::floor<date::days>(at->at);
    if (const auto* explanation = std::get_if<PrintExplanation>(&options.wanted)) date = explanation->date;
    const date::year_month_day civil{date};
    return options.month.value_or(civil.year() / civil.month());
}

}  // namespace

Exit print_hours(const std::string& text, const Options& options, Instant now, const Streams& streams) {
    const auto format = options.from.value_or(recognise(text));
    if (!options.from) streams.errors << "read as " << to_string(format) << "\n";
    const bool listing = format == HoursFormat::japanese;
    auto reading =
        listing ? Expected<RulesReading, Errors>{rules_from_japanese(text, options.close)} : read_rules(format, text);
    if (!reading) {
        print(reading.error(), streams.errors);
        return Exit::unreadable;
    }
    print(reading->findings, streams.errors);
    const auto zone = load_time_zone(options.zone.value_or(reading->zone.value_or("Asia/Tokyo")));
    if (!zone) {
        print(Errors{zone.error()}, streams.errors);
        return Exit::unreadable;
    }
    const auto month = month_of(options, zone->local_time(now));
    const Horizon around{Date{(month - date::months{1}) / 1}, Date{(month + date::months{13}) / date::last}};
    const auto hours = Hours::compile(std::move(reading->rules), HolidayCalendar::japan(), *zone, around);
    if (!hours) {
        print(hours.error(), streams.errors);
        return Exit::unreadable;
    }
    const auto printed = std::visit(HoursPrinter{*hours, month, streams}, options.wanted);
    return printed == Exit::understood && !is_complete(reading->findings) ? Exit::findings : printed;
}

}  // namespace denwaban::cli

#include "records_command.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/call_csv.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_place.hpp>

#include "record_files.hpp"

namespace denwaban::cli {

namespace {

/// Between two looks for calls that nothing more is expected of.
constexpr std::size_t records_a_look = 20'000;

/// Writes calls. Where hours are asked beyond what is known of holidays, the row has no place, and is counted.
class CallWriter {
public:
    CallWriter(CallsFormat format, const Directory* directory, std::ostream& out)
        : format_(format), directory_(directory), out_(out) {
        if (format == CallsFormat::csv) out << call_csv_header();
    }
    void write(const CallFact& fact) {
        switch (format_) {
            case CallsFormat::ndjson:
                out_ << (directory_ == nullptr ? to_json(fact) : bigquery_row(fact, place(fact)).json) << '\n';
                break;
            case CallsFormat::csv:
                out_ << call_csv_row(fact, place(fact));
                break;
            case CallsFormat::bigquery_ndjson:
                out_ << bigquery_row(fact, place(fact)).json << '\n';
                break;
        }
    }
    [[nodiscard]] std::size_t without_place() const noexcept { return without_place_; }

private:
    [[nodiscard]] std::optional<CallPlace> place(const CallFact& fact) {
        if (directory_ == nullptr) return std::nullopt;
        auto found = place_of(fact, *directory_);
        if (found) return *std::move(found);
        ++without_place_;
        return std::nullopt;
    }

    CallsFormat format_;
    const Directory* directory_;
    std::ostream& out_;
    std::size_t without_place_ = 0;
};

/// What is being made of the records.
class Conversion {
public:
    Conversion(const RecordsOptions& options, const Directory* directory, std::ostream& out)
        : wait_(options.wait), writer_(options.to, directory, out) {}

    void add(ContactRecord record) {
        newest_ = std::max(newest_, record.updated);
        facts_.add(std::move(record));
        if (++since_look_ < std::max(records_a_look, facts_.size() / 2)) return;
        since_look_ = 0;
        write(facts_.take_before(newest_ - wait_));
    }
    /// How many rows have no place because nobody knows the holidays of their day.
    [[nodiscard]] std::size_t finish() {
        write(facts_.all());
        return writer_.without_place();
    }

private:
    void write(const std::vector<CallFact>& facts) {
        for (const auto& fact : facts) writer_.write(fact);
    }

    std::chrono::hours wait_;
    CallWriter writer_;
    CallFacts facts_;
    Instant newest_{};
    std::size_t since_look_ = 0;
};

}  // namespace

Exit convert_records(std::istream& in, const RecordsOptions& options, const Streams& streams, bool is_terminal,
                     std::chrono::milliseconds (*clock)()) {
    std::optional<Directory> directory;
    if (options.restaurants) {
        auto found = directory_in(*options.restaurants);
        if (!found) {
            streams.errors << *options.restaurants << ": " << to_string(found.error()) << '\n';
            return Exit::unreadable;
        }
        directory = *std::move(found);
    }
    const auto files = files_in(options.paths);
    Progress progress{is_terminal ? &streams.errors : nullptr, files.size, clock};
    Conversion conversion{options, directory ? &*directory : nullptr, streams.out};
    const auto exit = read_records(in, files, streams.errors, progress,
                                   [&](ContactRecord record) { conversion.add(std::move(record)); });
    const auto without_place = conversion.finish();
    if (without_place == 0) return exit;
    streams.errors << without_place << " calls have no place: they are beyond what is known of holidays\n";
    return exit == Exit::understood ? Exit::findings : exit;
}

}  // namespace denwaban::cli

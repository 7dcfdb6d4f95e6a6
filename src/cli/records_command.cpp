#include "records_command.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/documents/bigquery.hpp>
#include <denwaban/documents/call_csv.hpp>
#include <denwaban/documents/records_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_place.hpp>
#include <denwaban/restaurant/directory.hpp>

#include "opened_here.hpp"
#include "progress.hpp"

namespace denwaban::cli {

namespace {

namespace fs = std::filesystem;

/// Between two looks for calls that nothing more is expected of.
constexpr std::size_t records_a_look = 20'000;

[[nodiscard]] Expected<Directory, Errors> directory_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return Unexpected{Errors{{ErrorCode::unavailable, "cannot be read", {}}}};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    auto restaurants = restaurants_from_json(text);
    if (!restaurants) return Unexpected{std::move(restaurants).error()};
    std::vector<OpenedRestaurant> opened;
    for (auto& restaurant : *restaurants) {
        auto one = opened_here(std::move(restaurant));
        if (!one) return Unexpected{std::move(one).error()};
        opened.push_back(*std::move(one));
    }
    return Directory::make(std::move(opened));
}

/// Writes calls. Where hours are asked beyond what is known of holidays, the row has no place.
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

private:
    [[nodiscard]] std::optional<CallPlace> place(const CallFact& fact) const {
        return directory_ == nullptr ? std::nullopt : place_of(fact, *directory_).value_or({});
    }

    CallsFormat format_;
    const Directory* directory_;
    std::ostream& out_;
};

/// What is being made of the records.
class Conversion {
public:
    Conversion(const RecordsOptions& options, const Directory* directory, const Streams& streams, Progress& progress)
        : wait_(options.wait),
          writer_(options.to, directory, streams.out),
          errors_(streams.errors),
          progress_(progress) {}

    void read(const std::string& name, std::istream& file) {
        ContactRecordStream stream;
        std::vector<char> chunk(std::size_t{256} << 10U);
        const auto take = [&](const StreamedContactRecord& one) { add(name, one); };
        while (file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || file.gcount() > 0) {
            const auto size = static_cast<std::size_t>(file.gcount());
            stream.add({chunk.data(), size}, take);
            progress_.add(size);
        }
        stream.finish(take);
    }
    void cannot_read(const std::string& name) {
        progress_.clear();
        errors_ << name << ": cannot be read\n";
        exit_ = Exit::unreadable;
    }
    [[nodiscard]] Exit finish() {
        write(facts_.all());
        return exit_;
    }

private:
    void add(const std::string& name, const StreamedContactRecord& one) {
        if (!one.reading) {
            progress_.clear();
            errors_ << name << ':' << one.line << ": " << to_string(one.reading.error().front()) << '\n';
            if (exit_ == Exit::understood) exit_ = Exit::findings;
            return;
        }
        newest_ = std::max(newest_, one.reading->value.updated);
        facts_.add(std::move(one.reading->value));
        if (++since_look_ < std::max(records_a_look, facts_.size() / 2)) return;
        since_look_ = 0;
        write(facts_.take_before(newest_ - wait_));
    }
    void write(const std::vector<CallFact>& facts) {
        for (const auto& fact : facts) writer_.write(fact);
    }

    std::chrono::hours wait_;
    CallWriter writer_;
    std::ostream& errors_;
    Progress& progress_;
    CallFacts facts_;
    Instant newest_{};
    std::size_t since_look_ = 0;
    Exit exit_ = Exit::understood;
};

/// What the paths name, folders whole.
[[nodiscard]] std::vector<std::string> files_in(const std::vector<std::string>& paths) {
    std::vector<std::string> files;
    for (const auto& path : paths) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            files.push_back(path);
            continue;
        }
        const auto first = files.size();
        for (const auto& entry : fs::recursive_directory_iterator{path}) {
            if (entry.is_regular_file()) files.push_back(entry.path().string());
        }
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
    }
    return files;
}

[[nodiscard]] std::uint64_t size_of(const std::vector<std::string>& files) {
    std::uint64_t size = 0;
    for (const auto& file : files) {
        std::error_code failed;
        const auto bytes = fs::file_size(file, failed);
        if (!failed) size += bytes;
    }
    return size;
}

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
    Progress progress{is_terminal ? &streams.errors : nullptr, size_of(files), clock};
    Conversion conversion{options, directory ? &*directory : nullptr, streams, progress};
    for (const auto& name : files) {
        if (name == "-") {
            conversion.read(name, in);
            continue;
        }
        std::ifstream file{name, std::ios::binary};
        file ? conversion.read(name, file) : conversion.cannot_read(name);
    }
    progress.clear();
    return conversion.finish();
}

}  // namespace denwaban::cli

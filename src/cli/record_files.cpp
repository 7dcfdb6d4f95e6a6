#include "record_files.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <utility>

#include <denwaban/connect/contact_record_stream.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "opened_here.hpp"

namespace denwaban::cli {

namespace {

namespace fs = std::filesystem;

/// Reads files one after the other, and tells what is wrong with them.
class RecordReading {
public:
    RecordReading(std::ostream& errors, Progress& progress, const std::function<void(ContactRecord)>& take)
        : errors_(errors), progress_(progress), take_(take) {}

    void read(const std::string& name, std::istream& file) {
        ContactRecordStream stream;
        std::vector<char> chunk(std::size_t{256} << 10U);
        const auto add = [&](const StreamedContactRecord& one) {
            if (one.reading) return take_(std::move(one.reading->value));
            progress_.clear();
            errors_ << name << ':' << one.line << ": " << to_string(one.reading.error().front()) << '\n';
            if (exit_ == Exit::understood) exit_ = Exit::findings;
        };
        while (file.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || file.gcount() > 0) {
            const auto size = static_cast<std::size_t>(file.gcount());
            stream.add({chunk.data(), size}, add);
            progress_.add(size);
        }
        stream.finish(add);
        if (file.bad()) cannot_read(name);
    }
    void cannot_read(const std::string& name) {
        progress_.clear();
        errors_ << name << ": cannot be read\n";
        exit_ = Exit::unreadable;
    }
    [[nodiscard]] Exit exit() const noexcept { return exit_; }

private:
    std::ostream& errors_;
    Progress& progress_;
    const std::function<void(ContactRecord)>& take_;
    Exit exit_ = Exit::understood;
};

}  // namespace

RecordFiles files_in(const std::vector<std::string>& paths) {
    RecordFiles files;
    for (const auto& path : paths) {
        std::error_code failed;
        if (!fs::is_directory(path, failed)) {
            files.names.push_back(path);
            continue;
        }
        const auto first = files.names.size();
        for (const auto& entry : fs::recursive_directory_iterator{path}) {
            if (entry.is_regular_file()) files.names.push_back(entry.path().string());
        }
        std::sort(files.names.begin() + static_cast<std::ptrdiff_t>(first), files.names.end());
    }
    for (const auto& name : files.names) {
        std::error_code failed;
        const auto bytes = fs::file_size(name, failed);
        if (!failed) files.size += bytes;
    }
    return files;
}

Exit read_records(std::istream& in, const RecordFiles& files, std::ostream& errors, Progress& progress,
                  const std::function<void(ContactRecord)>& take) {
    RecordReading reading{errors, progress, take};
    for (const auto& name : files.names) {
        if (name == "-") {
            reading.read(name, in);
            continue;
        }
        std::ifstream file{name, std::ios::binary};
        file ? reading.read(name, file) : reading.cannot_read(name);
    }
    progress.clear();
    return reading.exit();
}

Expected<std::string, Errors> text_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return Unexpected{Errors{{ErrorCode::unavailable, "cannot be read", {}}}};
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

Expected<Directory, Errors> directory_in(const std::string& path) {
    const auto text = text_in(path);
    if (!text) return Unexpected{text.error()};
    auto restaurants = restaurants_from_json(*text);
    if (!restaurants) return Unexpected{std::move(restaurants).error()};
    std::vector<OpenedRestaurant> opened;
    for (auto& restaurant : *restaurants) {
        auto one = opened_here(std::move(restaurant));
        if (!one) return Unexpected{std::move(one).error()};
        opened.push_back(*std::move(one));
    }
    return Directory::make(std::move(opened));
}

}  // namespace denwaban::cli

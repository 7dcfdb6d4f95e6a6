#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/contact_record.hpp>
#include <denwaban/records/call_facts.hpp>

namespace denwaban {

/// What stands in a file: a contact record, or why it is none.
struct StreamedContactRecord {
    std::size_t line;                       ///< on which it begins; the first is 1
    ContactRecordReader::Reading& reading;  ///< good until the next is taken; it may be moved from
    std::string_view text;                  ///< likewise; empty where nothing of it can be shown
};

/// Contact records of a file as its bytes come, however they are cut and laid out: a line each, one behind the other as
/// Amazon Data Firehose writes them, over many lines, in lists, in gzip or not. What is not closed goes on until a line
/// is a record. Cost: linear; memory for the longest record or list alone, and none may be longer than 64 MiB.
///
/// ```cpp
/// ContactRecordStream stream;
/// while (file.read(chunk)) stream.add(chunk, [&](const auto& one) { if (one.reading) facts.add(one.reading->value);
/// }); stream.finish(take);
/// ```
class ContactRecordStream {
public:
    /// Is told each in its order.
    using Take = std::function<void(const StreamedContactRecord&)>;

    ContactRecordStream();
    ~ContactRecordStream();
    ContactRecordStream(ContactRecordStream&&) noexcept;
    ContactRecordStream& operator=(ContactRecordStream&&) noexcept;

    /// The next bytes: `take` for each record that they complete.
    void add(std::string_view bytes, const Take& take);
    /// There are no more: `take` for what stands behind the last line, and once where a gzip is cut short.
    void finish(const Take& take);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// What the next bytes complete, or the end where there are none: `[{"line", "record", "unknown"}]`, and `{"line",
/// "code", "message", "where"}` of what is no record.
[[nodiscard]] std::string streamed_to_json(ContactRecordStream& stream, std::optional<std::string_view> bytes);

/// A line that is no contact record, and why.
struct FailedLine {
    std::size_t line;
    Error error;
    friend bool operator==(const FailedLine&, const FailedLine&) = default;
};

/// What the next bytes complete, for whoever adds it later or elsewhere than it is read.
struct StreamedRecords {
    std::vector<ContactRecord> records;
    std::vector<FailedLine> failed;
    friend bool operator==(const StreamedRecords&, const StreamedRecords&) = default;
};
/// Reads it, or the end where there are none.
[[nodiscard]] StreamedRecords read_streamed(ContactRecordStream& stream, std::optional<std::string_view> bytes);
/// `{"kept", "newer", "as_known", "failed": [{"line", "code", "message", "where"}]}`: how many became what, and what is
/// no record.
[[nodiscard]] std::string add_streamed(CallFacts& facts, StreamedRecords part);

/// Both, one after the other.
[[nodiscard]] std::string add_streamed(CallFacts& facts, ContactRecordStream& stream,
                                       std::optional<std::string_view> bytes);

}  // namespace denwaban

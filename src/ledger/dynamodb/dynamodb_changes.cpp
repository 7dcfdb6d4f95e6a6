#include <utility>

#include <denwaban/ledger/change.hpp>

#include "dynamodb_items.hpp"

namespace denwaban::dynamodb {

namespace {

enum class EventName : std::uint8_t { inserted, modified, removed };
constexpr std::array<std::string_view, 3> event_names{"INSERT", "MODIFY", "REMOVE"};

/// Time to live removes in the name of DynamoDB itself.
[[nodiscard]] bool is_by_time(const Node& record) {
    const auto who = record.if_any("userIdentity");
    const auto principal = who ? who->if_any("principalId") : std::nullopt;
    return principal && principal->string() == "dynamodb.amazonaws.com";
}

[[nodiscard]] std::optional<Version> version_in(const Node& stream, std::string_view image) {
    const auto item = stream.if_any(image);
    return item ? std::optional{read_item_version(*item)} : std::nullopt;
}

/// None for an item that is no document's, or only leads to one.
[[nodiscard]] std::optional<LedgerChange> read_change(const Node& record, const Node& stream, std::string cursor) {
    const auto keys = stream.required("Keys");
    const auto named = record.required("eventName");
    if (!keys || !named) return std::nullopt;
    auto key = read_item_key(*keys);
    if (is_nobodys(key)) return std::nullopt;
    auto about = name_of_document(key);
    if (!about) return std::nullopt;
    LedgerChange change{{std::move(cursor)}, ChangeKind::put, std::move(key), {}, *std::move(about)};
    if (static_cast<EventName>(named->place_in(event_names)) == EventName::removed) {
        change.kind = is_by_time(record) ? ChangeKind::expire : ChangeKind::erase;
        change.version = version_in(stream, "OldImage");
        return change;
    }
    change.version = version_in(stream, "NewImage");
    if (!change.version) stream.lacks("NewImage");
    return change;
}

/// Up to the first that can't be read.
void read_records(const Node& event, StreamedChanges& read) {
    const auto records = event.required("Records");
    if (!records) return;
    records->each([&](const Node& record) {
        if (!event.errors().empty()) return;
        const auto source = record.if_any("eventSource");
        if (source && source->string() != "aws:dynamodb")
            source->fail(ErrorCode::invalid_value, "must be aws:dynamodb");
        const auto stream = record.required("dynamodb");
        const auto sequence = stream ? stream->required("SequenceNumber") : std::nullopt;
        const auto cursor = sequence ? sequence->string() : std::string{};
        if (!event.errors().empty()) return;
        auto change = read_change(record, *stream, cursor);
        if (!event.errors().empty()) {
            read.failed = FailedChange{{cursor}, {}};
        } else if (change) {
            read.changes.push_back(*std::move(change));
        }
    });
}

}  // namespace

}  // namespace denwaban::dynamodb

namespace denwaban {

Expected<StreamedChanges, Errors> changes_from_stream(std::string_view event) {
    StreamedChanges read;
    const auto whole = formats::read_document(event, [&](const formats::Node& node) {
        dynamodb::read_records(node, read);
        return std::monostate{};
    });
    if (whole) return read;
    if (!read.failed) return Unexpected{whole.error()};
    read.failed->errors = whole.error();
    return read;
}

}  // namespace denwaban

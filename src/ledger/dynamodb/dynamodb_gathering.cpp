#include "dynamodb_gathering.hpp"

#include <utility>

#include <denwaban/core/detail/sha256.hpp>

namespace denwaban::dynamodb {

namespace {

/// Puts a document's body together; not where a part is missing or is not of this body.
[[nodiscard]] bool join(Item& item, const std::map<Key, Item>& parts) {
    if (!item.split) return true;
    auto body = item.document.body;
    for (std::size_t number = 1; number <= item.split->parts; ++number) {
        const auto part = parts.find(part_key(item.document.key, number));
        if (part == parts.end() || part->second.split->stamp != item.split->stamp) return false;
        body += part->second.document.body;
    }
    if (denwaban::detail::sha256(body) != item.split->stamp) return false;
    item.document.body = std::move(body);
    item.split.reset();
    return true;
}

[[nodiscard]] std::vector<Key> part_keys(const Key& document, std::size_t count) {
    std::vector<Key> keys;
    for (std::size_t number = 1; number <= count; ++number) keys.push_back(part_key(document, number));
    return keys;
}

}  // namespace

Gathering::Gathering(std::string table, std::uint64_t seed)
    : table_(std::move(table)), backoff_(patience, seed), reading_(table_, seed) {}

void Gathering::add(std::optional<Item> item) {
    if (item && item->split) reading_.want(part_keys(item->document.key, item->split->parts));
    items_.push_back(std::move(item));
}

std::optional<Step> Gathering::next() {
    if (!reading_.is_done()) return reading_.next();
    if (!torn_) join_all();
    if (torn_->empty()) return std::nullopt;
    if (std::exchange(has_to_wait_, false)) return pause(backoff_, "others write a document every time");
    return snapshot(items_[torn_->front()]->document.key);
}

void Gathering::join_all() {
    torn_.emplace();
    for (std::size_t place = 0; place < items_.size(); ++place) {
        if (items_[place] && !join(*items_[place], parts_)) torn_->push_back(place);
    }
    parts_.clear();
}

void Gathering::hear(const Node& output) {
    if (torn_) return hear_snapshot(output);
    reading_.hear(output, [&](const Key& key, const Node& item) { parts_.emplace(key, read_part_item(item)); });
}

/// All the parts that it may have by now.
Request Gathering::snapshot(const Key& key) const {
    auto actions = Json::array();
    const auto get = [&](const Key& one) {
        actions.push_back({{"Get", {{"TableName", table_}, {"Key", key_json(one)}}}});
    };
    get(key);
    for (const auto& part : part_keys(key, most_parts)) get(part);
    return {"TransactGetItems", {{"TransactItems", std::move(actions)}}};
}

void Gathering::hear_snapshot(const Node& output) {
    auto& item = items_[torn_->front()];
    const auto key = item->document.key;
    torn_->pop_front();
    const auto responses = output.required("Responses");
    if (!responses || !responses->is_array()) return;
    if (responses->value().size() != most_parts + 1) {
        return responses->fail(ErrorCode::out_of_range, "must be as many as were asked for");
    }
    const auto item_at = [&](std::size_t place) { return responses->item(place).if_any("Item"); };
    const auto found = item_at(0);
    item = found ? std::optional{read_document_item(*found)} : std::nullopt;
    if (!item) return;
    std::map<Key, Item> parts;
    for (std::size_t number = 1; number <= most_parts; ++number) {
        if (const auto part = item_at(number)) parts.emplace(part_key(key, number), read_part_item(*part));
    }
    if (!join(*item, parts)) found->fail(ErrorCode::corrupt, "is not whole: its parts are not what it says");
}

std::optional<Error> Gathering::hear_failure(const Failure& failure) {
    if (!torn_ || failure.name != "TransactionCanceledException") return error_of(failure);
    has_to_wait_ = true;
    return std::nullopt;
}

Documents Gathering::documents() && {
    Documents documents;
    documents.reserve(items_.size());
    for (auto& item : items_) {
        documents.push_back(item ? std::optional{std::move(item->document)} : std::nullopt);
    }
    return documents;
}

}  // namespace denwaban::dynamodb

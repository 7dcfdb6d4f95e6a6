#include "dynamodb_batch_read.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace denwaban::dynamodb {

namespace {

constexpr std::size_t most_keys = 100;

}  // namespace

Step BatchRead::next() {
    if (std::exchange(has_to_wait_, false)) return pause(backoff_, "DynamoDB leaves keys for later every time");
    auto keys = Json::array();
    for (std::size_t place = 0; place < std::min(wanted_.size(), most_keys); ++place) {
        keys.push_back(key_json(wanted_[place]));
    }
    Json tables;
    tables[table_] = {{"Keys", std::move(keys)}, {"ConsistentRead", true}};
    return Request{"BatchGetItem", {{"RequestItems", std::move(tables)}}};
}

std::set<Key> BatchRead::asked() const {
    const auto count = static_cast<std::ptrdiff_t>(std::min(wanted_.size(), most_keys));
    return {wanted_.begin(), wanted_.begin() + count};
}

void BatchRead::hear_items(const Node& tables, std::set<Key>& open, const Found& found) const {
    tables.each_member([&](std::string_view table, const Node& items) {
        if (table != table_) return items.fail(ErrorCode::unknown_key, "was not asked for");
        items.each([&](const Node& item) {
            const auto key = read_item_key(item);
            if (open.erase(key) == 0) return item.fail(ErrorCode::invalid_value, "was not asked for, or came before");
            found(key, item);
        });
    });
}

std::vector<Key> BatchRead::left_for_later(const Node& output, const std::set<Key>& open) const {
    const auto tables = output.if_any("UnprocessedKeys");
    const auto ours = tables ? tables->if_any(table_) : std::nullopt;
    const auto keys = ours ? ours->required("Keys") : std::nullopt;
    std::set<Key> left;
    if (!keys) return {};
    keys->each([&](const Node& one) {
        const auto key = read_item_key(one);
        if (!open.contains(key)) return one.fail(ErrorCode::invalid_value, "was not asked for, or came before");
        left.insert(key);
    });
    return {left.begin(), left.end()};
}

void BatchRead::hear(const Node& output, const Found& found) {
    auto open = asked();
    const auto count = open.size();
    // Without it, whatever there is would seem not to be.
    if (const auto tables = output.required("Responses")) hear_items(*tables, open, found);
    auto left = left_for_later(output, open);
    if (left.size() < count) backoff_.begin_anew();
    has_to_wait_ = !left.empty();
    wanted_.erase(wanted_.begin(), wanted_.begin() + static_cast<std::ptrdiff_t>(count));
    wanted_.insert(wanted_.begin(), std::make_move_iterator(left.begin()), std::make_move_iterator(left.end()));
}

}  // namespace denwaban::dynamodb

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "dynamodb_conversation.hpp"
#include "dynamodb_items.hpp"

namespace denwaban::dynamodb {

/// Reads items by key, a hundred at a time, until there is nothing that DynamoDB has left for later.
class BatchRead {
public:
    using Found = std::function<void(const Key& key, const Node& item)>;

    BatchRead(std::string table, std::uint64_t seed) : table_(std::move(table)), backoff_(patience, seed) {}

    void want(std::vector<Key> keys) { wanted_.insert(wanted_.end(), keys.begin(), keys.end()); }
    [[nodiscard]] bool is_done() const noexcept { return wanted_.empty(); }
    /// Precondition: it is not done.
    [[nodiscard]] Step next();
    /// Tells every item that came.
    void hear(const Node& output, const Found& found);

private:
    [[nodiscard]] std::set<Key> asked() const;
    void hear_items(const Node& tables, std::set<Key>& open, const Found& found) const;
    [[nodiscard]] std::vector<Key> left_for_later(const Node& output, const std::set<Key>& open) const;

    std::string table_;
    Backoff backoff_;
    std::vector<Key> wanted_;
    bool has_to_wait_ = false;
};

}  // namespace denwaban::dynamodb

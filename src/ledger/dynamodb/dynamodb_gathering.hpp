#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "dynamodb_batch_read.hpp"

namespace denwaban::dynamodb {

/// Makes documents of their items: fetches the parts of bodies that go on elsewhere. Between an item and its parts
/// somebody may write: where the stamps are not all the same, the document is read once more, in one transaction.
class Gathering {
public:
    Gathering(std::string table, std::uint64_t seed);

    /// In the order in which the documents are wanted. Before the first `next`.
    void add(std::optional<Item> item);

    /// None once every document is whole.
    [[nodiscard]] std::optional<Step> next();
    void hear(const Node& output);
    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure);

    /// None for those that are gone by now. Precondition: there is no next step.
    [[nodiscard]] Documents documents() &&;

private:
    [[nodiscard]] Request snapshot(const Key& key) const;
    void hear_snapshot(const Node& output);
    void join_all();

    std::string table_;
    Backoff backoff_;
    BatchRead reading_;
    std::vector<std::optional<Item>> items_;
    std::map<Key, Item> parts_;
    std::optional<std::deque<std::size_t>> torn_;  ///< places among the items; none before all have been joined
    bool has_to_wait_ = false;
};

}  // namespace denwaban::dynamodb

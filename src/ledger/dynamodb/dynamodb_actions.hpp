#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/ledger/document.hpp>

#include "dynamodb_items.hpp"

namespace denwaban::dynamodb {

/// What an action of a transaction is there for.
struct ForWrite {
    std::size_t place;  ///< among the writes of the commit
};
struct ForPart {};
struct ForAnswer {};
using Purpose = std::variant<ForWrite, ForPart, ForAnswer>;

struct Action {
    Purpose purpose;
    Json json;
};

/// Makes the actions of a commit. Whoever replaces or erases a body in parts removes those that are left over in the
/// same transaction, and so has to know how it lies: what is not known to be split is written on condition that it is
/// not.
class Actions {
public:
    explicit Actions(std::string table) : table_(std::move(table)) {}

    /// `pieces` are the body's, `lying` is how the body lies that is there.
    void add(std::size_t place, const Put& put, const Pieces& pieces, const std::optional<Split>& lying);
    void add(std::size_t place, const Erase& erase, const std::optional<Split>& lying);
    /// Nothing where anything will do.
    void add(std::size_t place, const Check& check);
    void add(const RequestAnswer& answer, Instant now);

    [[nodiscard]] std::vector<Action> take() && { return std::move(actions_); }

private:
    void add_parts(const Put& put, const Pieces& pieces);
    void remove_parts(const Key& document, std::size_t first, const std::optional<Split>& lying);
    void push(Purpose purpose, std::string_view kind, Json action);

    std::string table_;
    std::vector<Action> actions_;
};

}  // namespace denwaban::dynamodb

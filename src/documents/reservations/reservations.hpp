#pragma once

#include <denwaban/reservation/command.hpp>

#include "documents/json_document.hpp"

/// The parts of a book's documents.
namespace denwaban::formats {

inline constexpr int minutes_of_a_day = 24 * 60;

template <Named Enum>
[[nodiscard]] std::vector<Enum> read_all_named(const Node& node) {
    return node.list(read_named<Enum>);
}

[[nodiscard]] inline Covers read_covers(const Node& node) { return *Covers::make(node.integer(0, Covers::max)); }
[[nodiscard]] inline std::chrono::minutes read_minutes_of_day(const Node& node) {
    return std::chrono::minutes{node.integer(0, minutes_of_a_day)};
}
[[nodiscard]] inline MinuteOfDay read_minute(const Node& node) { return node.minute_of_day(); }
[[nodiscard]] inline Instant read_instant(const Node& node) { return node.instant(); }
[[nodiscard]] inline std::string read_label(const Node& node) { return node.label(); }
[[nodiscard]] inline std::string read_text(const Node& node) { return node.text(); }
[[nodiscard]] inline std::string read_name(const Node& node) { return node.name(); }
[[nodiscard]] inline std::vector<TableId> read_tables(const Node& node) { return node.list(read_id<struct TableTag>); }
/// Of how many there may be, so that a hostile document keeps nobody busy.
template <class Read>
[[nodiscard]] auto read_some(const Node& node, std::size_t most, Read&& read) -> decltype(node.list(read)) {
    if (node.value().is_array() && node.value().size() > most) {
        node.fail(ErrorCode::too_large, "are more than " + std::to_string(most));
        return {};
    }
    return node.list(std::forward<Read>(read));
}

/// Keys of an object that stand beside those of a wish.
[[nodiscard]] inline std::vector<std::string_view> with_wish(std::initializer_list<std::string_view> keys) {
    std::vector<std::string_view> all{"party", "needs", "course", "channel", "turn", "wanted_tables"};
    all.insert(all.end(), keys);
    return all;
}

[[nodiscard]] std::optional<FloorPlan> read_floor_plan(const Node& node);
[[nodiscard]] Policy read_policy(const Node& node);
[[nodiscard]] std::vector<Period> read_periods(const Node& node);

/// A wish whose keys stand among `fields`; those that are not there are as in `otherwise`, which without a party needs
/// one.
[[nodiscard]] Wish read_wish(const Fields& fields, Wish otherwise = {});
/// The keys of a wish, into an object.
void write_wish(Json& json, const Wish& wish);
[[nodiscard]] Details read_details(const Node& node);
[[nodiscard]] Json written(const Details& details);

/// As `kept_day_book_from_json`, and whether there is more in it than is known here.
struct KeptBook {
    DayBook book;
    Leftover leftover = Leftover::none;
};
[[nodiscard]] Expected<KeptBook, Errors> kept_book_from_json(std::string_view text);

[[nodiscard]] Json written(const Command& command);
/// A command that says all of itself, as `written` has it.
[[nodiscard]] std::optional<Command> read_whole_command(const Node& node);
/// Who gives a command, but for when and with which key.
[[nodiscard]] Json written(const By& by);
/// The same of what comes as JSON, by itself: a change has what it says and no more. As it came where it can't be read.
[[nodiscard]] Json rewritten_command(const Node& command);
[[nodiscard]] Json rewritten_giver(const Node& by);

[[nodiscard]] Json written(const std::vector<TableId>& tables);

template <Named Enum>
[[nodiscard]] Json written_names(const std::vector<Enum>& values) {
    auto all = Json::array();
    for (const auto value : values) all.push_back(name_of(value));
    return all;
}

inline void report_under(const Node& node, Errors errors) {
    for (auto& error : errors) node.fail_below(std::move(error));
}

}  // namespace denwaban::formats

#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

constexpr std::uint64_t most_versions = std::uint64_t{1} << 53U;  ///< what a number of JSON holds everywhere

[[nodiscard]] std::uint64_t read_version(const Node& node) {
    if (!node.value().is_number_integer()) {
        node.fail(ErrorCode::wrong_type, "must be a whole number");
    } else if (!node.value().is_number_unsigned() || node.value().unsigned_integer() > most_versions) {
        node.fail(ErrorCode::out_of_range, "must be 0 to 2^53");
    } else {
        return node.value().unsigned_integer();
    }
    return 0;
}

[[nodiscard]] Exceeded read_one_exceeded(const Node& node) {
    const Fields fields{node, {"limit", "by", "unit"}};
    const auto by = [](const Node& part) { return part.integer(0, std::numeric_limits<int>::max()); };
    return {fields.require("limit", read_named<Limit>), fields.require("by", by)};
}
[[nodiscard]] Move read_move(const Node& node) {
    const Fields fields{node, {"booking", "from", "to"}};
    return {fields.require("booking", read_id<struct BookingTag>), fields.require("from", read_tables),
            fields.require("to", read_tables)};
}

[[nodiscard]] Receipt read_receipt(const Node& node) {
    const Fields fields{node, {"key", "deed", "booking", "moved", "exceeded"}};
    return {fields.require("key", read_name),
            fields.require("deed", read_named<Deed>),
            {fields.value_or("booking", read_label)},
            fields.value_or("moved", read_moved),
            fields.value_or("exceeded", read_exceeded)};
}
[[nodiscard]] std::optional<DayBook> read_book(const Node& node) {
    const Fields fields{node,
                        {"restaurant", "date", "zone", "version", "floor_plan", "policy", "periods", "reservations",
                         "blocks", "receipts"}};
    DayBookContents contents;
    contents.restaurant = fields.require("restaurant", read_id<struct RestaurantTag>);
    contents.date = fields.require("date", [](const Node& part) { return part.date(); });
    contents.zone = fields.value_or("zone", read_name, contents.zone);
    contents.version = fields.value_or("version", read_version);
    if (auto plan = fields.require("floor_plan", read_floor_plan)) contents.floor_plan = *std::move(plan);
    contents.policy = fields.value_or("policy", read_policy);
    contents.periods = fields.require("periods", read_periods);
    contents.reservations = fields.value_or(
        "reservations", [](const Node& part) { return read_some(part, most_reservations, read_reservation); });
    contents.blocks =
        fields.value_or("blocks", [](const Node& part) { return read_some(part, most_reservations, read_block); });
    contents.receipts =
        fields.value_or("receipts", [](const Node& part) { return read_some(part, most_receipts, read_receipt); });
    if (!node.errors().empty()) return std::nullopt;
    auto book = DayBook::make(std::move(contents));
    if (book) return *std::move(book);
    report_under(node, std::move(book).error());
    return std::nullopt;
}

}  // namespace

std::vector<Exceeded> read_exceeded(const Node& node) { return read_some(node, 1000, read_one_exceeded); }
std::vector<Move> read_moved(const Node& node) { return read_some(node, most_reservations, read_move); }

Json written(const std::vector<TableId>& tables) {
    auto all = Json::array();
    for (const auto& table : tables) all.push_back(table.text);
    return all;
}
Json written(const std::vector<Exceeded>& exceeded) {
    auto all = Json::array();
    for (const auto& one : exceeded) {
        all.push_back(Json{{"limit", name_of(one.limit)}, {"by", one.by}, {"unit", name_of(trait_of(one.limit).unit)}});
    }
    return all;
}
Json written(const std::vector<Move>& moved) {
    auto all = Json::array();
    for (const auto& one : moved) {
        all.push_back(Json{{"booking", one.booking.text}, {"from", written(one.from)}, {"to", written(one.to)}});
    }
    return all;
}

Block read_block(const Node& node) {
    const Fields fields{node, {"table", "begin", "end", "note"}};
    return {fields.require("table", read_id<struct TableTag>), fields.require("begin", read_minute),
            fields.require("end", read_minute), fields.value_or("note", read_text)};
}
Json written(const Block& block) {
    return {{"table", block.table.text},
            {"begin", to_string(block.begin)},
            {"end", to_string(block.end)},
            {"note", block.note}};
}

static Json written(const Receipt& receipt) {
    return {{"key", receipt.key},
            {"deed", name_of(receipt.deed)},
            {"booking", receipt.booking.text},
            {"moved", written(receipt.moved)},
            {"exceeded", written(receipt.exceeded)}};
}

template <class T>
[[nodiscard]] static Json written_all(const std::vector<T>& values) {
    auto all = Json::array();
    for (const auto& value : values) all.push_back(written(value));
    return all;
}

}  // namespace formats

Expected<DayBook, Errors> day_book_from_json(std::string_view text) {
    const auto read = formats::read_document(text, formats::read_book);
    if (!read) return Unexpected{read.error()};
    return **read;
}

std::string to_json(const DayBook& book) {
    using namespace formats;
    return write_document({{"restaurant", book->restaurant.text},
                           {"date", to_string(book->date)},
                           {"zone", book->zone},
                           {"version", book->version},
                           {"floor_plan", written(book->floor_plan)},
                           {"policy", written(book->policy)},
                           {"periods", written(book->periods)},
                           {"reservations", written_all(book->reservations)},
                           {"blocks", written_all(book->blocks)},
                           {"receipts", written_all(book->receipts)}});
}

}  // namespace denwaban

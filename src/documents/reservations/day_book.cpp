#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"
#include "shapes.hpp"

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

/// Writes the book. As it is kept, it says its format, and what stood `before` in it that nobody here knows.
[[nodiscard]] static std::string written_book(const DayBook& book, const Value* before) {
    static constexpr auto reservations = shapes::shape_of<std::vector<Reservation>>;
    std::string text;
    TextSink sink{text};
    const Json head{{"restaurant", book->restaurant.text},
                    {"date", to_string(book->date)},
                    {"zone", book->zone},
                    {"version", book->version},
                    {"floor_plan", written(book->floor_plan)},
                    {"policy", written(book->policy)},
                    {"periods", written(book->periods)}};
    const Json tail{{"blocks", written_all(book->blocks)}, {"receipts", written_all(book->receipts)}};
    const auto put = [&](const Json& members) {
        for (const auto& [key, value] : members.members()) {
            sink.key(key);
            sink.json(value);
        }
    };
    sink.open_record(reservations);
    put(head);
    sink.key("reservations");
    const auto stood = before == nullptr ? std::nullopt : before->find("reservations");
    shapes::write_shape(reservations, &book->reservations, sink, stood ? &*stood : nullptr);
    put(tail);
    if (before != nullptr) {
        put({{"format", kept_format}});
        for (auto member = before->first(); member; member = member->next()) {
            const auto key = member->key();
            if (key == "format" || key == "reservations" || head.contains(key) || tail.contains(key)) continue;
            sink.key(key);
            sink.json(*member);
        }
    }
    sink.close_record();
    return text;
}

}  // namespace formats

[[nodiscard]] static Expected<DayBook, Errors> read_day_book_text(std::string_view text, Reading reading) {
    const auto read = formats::read_document(text, formats::read_book, reading);
    if (!read) return Unexpected{read.error()};
    return **read;
}
Expected<DayBook, Errors> day_book_from_json(std::string_view text) { return read_day_book_text(text, Reading::asked); }
Expected<DayBook, Errors> kept_day_book_from_json(std::string_view text) {
    return read_day_book_text(text, Reading::kept);
}

std::string to_json(const DayBook& book) { return formats::written_book(book, nullptr); }

std::string to_kept_json(const DayBook& book, std::string_view before) {
    const auto stood = formats::parse_document(before);
    if (!stood.complete) return formats::written_book(book, nullptr);
    const auto root = stood.document.root();
    return formats::written_book(book, &root);
}

}  // namespace denwaban

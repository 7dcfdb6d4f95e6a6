#include "columns.hpp"

#include <array>
#include <limits>
#include <span>

#include "agent_row_shapes.hpp"
#include "leg_shapes.hpp"
#include "reconcile_shapes.hpp"

namespace denwaban::columns {

namespace {

using shapes::Field;
using shapes::Shape;
using shapes::shape_of;
using shapes::Sort;

constexpr std::array members_of_call{&shape_of<CallPlace>, &shape_of<CallFact>};
constexpr std::array members_of_booking{&shape_of<BookingTrace>};
constexpr std::array members_of_reconciled{&shape_of<Reconciliation>};
constexpr std::array members_of_leg{&shape_of<ContactRecord>, &shape_of<RecordMoment>};
constexpr std::array members_of_state{&shape_of<AgentStateRow>};
constexpr std::array members_of_shift{&shape_of<ShiftRow>};

/// By `BigQueryTable`.
constexpr std::array<std::span<const Shape* const>, count_of<BigQueryTable>> members_of_tables{
    members_of_call, members_of_booking, members_of_reconciled, members_of_leg, members_of_state, members_of_shift};

[[nodiscard]] Type type_of(const Shape& shape) {
    switch (shape.sort) {
        case Sort::date:
            return Type::date;
        case Sort::instant:
            return Type::instant;
        case Sort::whole:
        case Sort::span:
            return shape.most <= std::numeric_limits<std::int32_t>::max() ? Type::count : Type::whole;
        case Sort::number:
            return Type::number;
        case Sort::boolean:
            return Type::boolean;
        case Sort::list:
            return type_of(*shape.of);
        case Sort::record:
            return Type::record;
        case Sort::map:
            return Type::entry;
        case Sort::forms:
        case Sort::open:
            return Type::json;
        case Sort::label:
        case Sort::name:
        case Sort::text:
        case Sort::string:
        case Sort::minute:
        case Sort::month_day:
        case Sort::phone_number:
        case Sort::word:
        case Sort::either:
            break;
    }
    return Type::text;
}

[[nodiscard]] Column column_of(const Field& field, bool may_lack) {
    const auto& shape = field.shape;
    const bool repeats = shape.sort == Sort::list || shape.sort == Sort::map;
    const bool must_be = field.presence <= shapes::required && !may_lack;
    Column column{field.key, type_of(shape), must_be ? Mode::required : Mode::nullable, field.about, {}};
    if (repeats) column.mode = Mode::repeated;
    if (shape.sort == Sort::map) {
        column.parts = {{"key", Type::text, Mode::required, {}, {}}, {"value", Type::text, Mode::required, {}, {}}};
    } else {
        column.parts = columns_of(shape.sort == Sort::list ? *shape.of : shape);
    }
    return column;
}

[[nodiscard]] std::vector<Column> made_for(BigQueryTable table) {
    std::vector<Column> all;
    for (const auto* record : members_of_tables[static_cast<std::size_t>(table)]) {
        // Of most calls that nobody's number was dialled in, nothing is known of the place.
        const bool may_lack = record == &shape_of<CallPlace>;
        for (const auto& field : record->fields) all.push_back(column_of(field, may_lack));
    }
    return all;
}

}  // namespace

std::vector<Column> columns_of(const Shape& shape) {
    std::vector<Column> columns;
    for (const auto& field : shape.fields) columns.push_back(column_of(field, false));
    return columns;
}

const std::vector<Column>& columns_of(BigQueryTable table) {
    static const std::array all{made_for(BigQueryTable::calls),      made_for(BigQueryTable::bookings),
                                made_for(BigQueryTable::reconciled), made_for(BigQueryTable::legs),
                                made_for(BigQueryTable::states),     made_for(BigQueryTable::shifts)};
    static_assert(std::tuple_size_v<decltype(all)> == count_of<BigQueryTable>);
    return all[static_cast<std::size_t>(table)];
}

}  // namespace denwaban::columns

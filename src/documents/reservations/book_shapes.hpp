#pragma once

#include <array>
#include <limits>

#include <denwaban/documents/reading.hpp>
#include <denwaban/reservation/day_book.hpp>

#include "policy_shapes.hpp"
#include "shapes.hpp"

/// What crosses a border of a book and of its floor plan.
namespace denwaban::shapes {

inline constexpr auto rank = whole(-FloorPlan::highest_rank, FloorPlan::highest_rank);
inline constexpr std::int64_t most_versions = std::int64_t{1} << 53U;  ///< what a number of JSON holds everywhere

inline constexpr std::array table_fields{
    field<&Table::id>("id", identity),
    field<&Table::least>("least", always, "Parties below are not seated there."),
    field<&Table::most>("most", required),
    field<&Table::area>("area", or_else, kind::label),
    field<&Table::kind>("kind", always),
    field<&Table::smoking>("smoking", or_else),
    field<&Table::access>("access", or_else),
    field<&Table::seller>("seller", or_else, "Who may sell it: restaurants keep some back."),
    field<&Table::rank>("rank", or_else, rank, "The restaurant's preference, lower first."),
};
template <>
inline constexpr Shape shape_of<Table> = record<Table>("Table", "A table, a room, or one seat of a counter.",
                                                       table_fields);

void one_at_least(Combination& combination);
inline constexpr std::array combination_fields{
    field<&Combination::tables>("tables", required),
    or_as<Combination, one_at_least>(field<&Combination::least>("least", always)),
    field<&Combination::most>("most", required),
    field<&Combination::rank>("rank", always, rank),
};
template <>
inline constexpr Shape shape_of<Combination> =
    record<Combination>("Combination", "Tables that can be joined, with a capacity of their own.", combination_fields);

void as_long_as_its_tables(Chain& chain);
inline constexpr std::array chain_fields{
    field<&Chain::tables>("tables", required),
    or_as<Chain, as_long_as_its_tables>(
        field<&Chain::longest>("longest", always, whole(0, FloorPlan::max_tables), "Of a run, in tables.")),
    field<&Chain::rank>("rank", always, rank),
};
template <>
inline constexpr Shape shape_of<Chain> = record<Chain>("Chain", "Neighbours in a row, any run of which can be joined.",
                                                       chain_fields);

/// What a plan is made of.
struct PlanParts {
    std::vector<Table> tables;
    std::vector<Combination> combinations;
    std::vector<Chain> chains;
};
inline constexpr std::array plan_fields{
    field<&PlanParts::tables>("tables", required, some(FloorPlan::max_tables)),
    field<&PlanParts::combinations>("combinations", always, some(FloorPlan::max_seatings)),
    field<&PlanParts::chains>("chains", always, some(FloorPlan::max_tables)),
};
inline constexpr Shape plan_parts =
    record<PlanParts>("FloorPlan", "Tables, and what can be joined of them.", plan_fields);
void make_plan(const Node& node, PlanParts parts, FloorPlan& plan);
[[nodiscard]] PlanParts plan_parts_of(const FloorPlan& plan);
template <>
inline constexpr Shape shape_of<FloorPlan> = made_of<FloorPlan, make_plan, plan_parts_of>(plan_parts);
namespace detail {
template <>
struct New<FloorPlan> {
    static FloorPlan make() { return *FloorPlan::make({}); }
};
}  // namespace detail

inline constexpr std::array block_fields{
    field<&Block::table>("table", required),
    field<&Block::begin>("begin", required),
    field<&Block::end>("end", required),
    field<&Block::note>("note", always, kind::text),
};
template <>
inline constexpr Shape shape_of<Block> = record<Block>("Block", "A table that is not to be had.", block_fields);

inline constexpr std::array move_fields{
    field<&Move::booking>("booking", required),
    field<&Move::from>("from", required),
    field<&Move::to>("to", required),
};
template <>
inline constexpr Shape shape_of<Move> = record<Move>("Move", "A party that gets another table.", move_fields);

[[nodiscard]] constexpr const LimitUnit& unit_of(const Exceeded& exceeded) { return trait_of(exceeded.limit).unit; }
inline constexpr std::array exceeded_fields{
    field<&Exceeded::limit>("limit", required),
    field<&Exceeded::by>("by", required, whole(0, std::numeric_limits<int>::max())),
    told_field<Exceeded, unit_of>("unit", "What it is by."),
};
template <>
inline constexpr Shape shape_of<Exceeded> = record<Exceeded>(
    "Exceeded", "A limit that is passed, and by how much; 0 where that can't be told.", exceeded_fields);

inline constexpr std::array receipt_fields{
    field<&Receipt::key>("key", identity, kind::name),
    field<&Receipt::deed>("deed", required),
    field<&Receipt::booking>("booking", always, kind::label),
    field<&Receipt::moved>("moved", always, some(most_reservations)),
    field<&Receipt::exceeded>("exceeded", always, some(most_lines)),
    field<&Receipt::group>("group", if_any, "Where it was about all of one."),
};
template <>
inline constexpr Shape shape_of<Receipt> = record<Receipt>("Receipt", "What was answered to a request key.",
                                                           receipt_fields);

inline constexpr std::array book_fields{
    field<&DayBookContents::restaurant>("restaurant", required),
    field<&DayBookContents::date>("date", required, "The business date."),
    field<&DayBookContents::zone>("zone", always, kind::name, "A name of the IANA database."),
    field<&DayBookContents::version>("version", always, whole(0, most_versions), "One more with every decision."),
    field<&DayBookContents::floor_plan>("floor_plan", required),
    field<&DayBookContents::policy>("policy", always),
    field<&DayBookContents::periods>("periods", required, some(most_rules)),
    field<&DayBookContents::reservations>("reservations", always, some(most_reservations)),
    field<&DayBookContents::blocks>("blocks", always, some(most_reservations)),
    field<&DayBookContents::receipts>("receipts", always, some(most_receipts)),
};
inline constexpr Shape book_parts = record<DayBookContents>(
    "DayBook", "The reservations of one restaurant on one business date (営業日). Spans of time are in minutes.",
    book_fields);
void make_book(const Node& node, DayBookContents contents, DayBook& book);
template <>
inline constexpr Shape shape_of<DayBook> = made_of<DayBook, make_book, &DayBook::contents>(book_parts);
namespace detail {
template <>
struct New<DayBook> {
    static DayBook make() { return *DayBook::make({}); }
};
}  // namespace detail

/// The same as a ledger keeps it, which says of what format it is.
[[nodiscard]] constexpr const int& format_of(const DayBookContents&) { return kept_format; }
inline constexpr auto kept_book_fields =
    rows(book_fields, std::array{field<&DayBookContents::own>("own", or_else),
                                 field<&DayBookContents::basis>("basis", or_else, kind::label),
                                 told_field<DayBookContents, format_of>("format", {}, whole(1, kept_format))});
inline constexpr Shape kept_book_parts = record<DayBookContents>("KeptDayBook", {}, kept_book_fields);
inline constexpr Shape kept_book = made_of<DayBook, make_book, &DayBook::contents>(kept_book_parts);

}  // namespace denwaban::shapes

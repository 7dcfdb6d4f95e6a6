#include <denwaban/documents/booking_csv.hpp>

#include <algorithm>
#include <array>
#include <tuple>

#include <denwaban/core/iso8601.hpp>

#include "documents/engine/csv.hpp"

namespace denwaban {

namespace {

using formats::csv_cell;
using formats::csv_text;

struct Row {
    const RestaurantId& restaurant;
    Date date;
    const Reservation& booking;

    [[nodiscard]] const Wish& wish() const noexcept { return booking.wish; }
    [[nodiscard]] const Details& details() const noexcept { return booking.details; }
    /// How it came into the book.
    [[nodiscard]] const Entry* first() const noexcept {
        return booking.history.empty() ? nullptr : &booking.history.front();
    }
};

template <class Items, class Text>
[[nodiscard]] std::string several(const Items& items, Text&& text) {
    std::string all;
    for (const auto& item : items) {
        if (!all.empty()) all += "; ";
        all += text(item);
    }
    return csv_text(all);
}
[[nodiscard]] std::string number(std::int64_t value) { return csv_cell(std::to_string(value)); }
constexpr auto id_of = [](const auto& id) { return id.text; };
constexpr auto word_of = [](auto word) { return name_of(word); };
/// Empty where there is none.
template <class Maybe, class Write>
[[nodiscard]] std::string if_any(const Maybe& value, Write&& write) {
    return value ? std::string{write(*value)} : std::string{};
}

struct Column {
    CsvColumn told;
    std::string (*cell)(const Row& row);
};
constexpr std::array columns{
    Column{{"restaurant", "Its id."}, [](const Row& row) { return csv_text(row.restaurant.text); }},
    Column{{"date", "The business date."}, [](const Row& row) { return to_string(row.date); }},
    Column{{"begin", "On that date's clock: 25:30 is half past one in the night."},
           [](const Row& row) { return to_string(row.booking.begin); }},
    Column{{"end", "Likewise."}, [](const Row& row) { return to_string(row.booking.end); }},
    Column{{"booking", "Its id."}, [](const Row& row) { return csv_text(row.booking.id.text); }},
    Column{{"commitment", "As it was kept: what was held may have lapsed since."},
           [](const Row& row) { return std::string{name_of(row.booking.commitment)}; }},
    Column{{"presence", ""}, [](const Row& row) { return std::string{name_of(row.booking.presence)}; }},
    Column{{"cancel_reason", ""}, [](const Row& row) { return if_any(row.booking.cancel_reason, word_of); }},
    Column{{"adults", ""}, [](const Row& row) { return number(row.wish().party.adults.count()); }},
    Column{{"children", "Each has a chair."}, [](const Row& row) { return number(row.wish().party.children.count()); }},
    Column{{"infants", ""}, [](const Row& row) { return number(row.wish().party.infants.count()); }},
    Column{{"strollers", ""}, [](const Row& row) { return number(row.wish().party.strollers.count()); }},
    Column{{"high_chairs", ""}, [](const Row& row) { return number(row.details().high_chairs); }},
    Column{{"name", ""}, [](const Row& row) { return csv_text(row.details().name); }},
    Column{{"kana", ""}, [](const Row& row) { return csv_text(row.details().kana); }},
    Column{{"phone", "E.164."},
           [](const Row& row) {
               return if_any(row.details().phone, [](const PhoneNumber& phone) { return csv_text(phone.e164()); });
           }},
    Column{{"email", ""}, [](const Row& row) { return csv_text(row.details().email); }},
    Column{{"customer", "Their id."},
           [](const Row& row) {
               return if_any(row.details().customer, [](const CustomerId& id) { return csv_text(id.text); });
           }},
    Column{{"tables", "Theirs: none of who waits, or is overbooked."},
           [](const Row& row) { return several(row.booking.tables, id_of); }},
    Column{{"allocation", ""}, [](const Row& row) { return std::string{name_of(row.booking.allocation)}; }},
    Column{{"kinds", "Of seat, one of which they asked for."},
           [](const Row& row) { return several(row.wish().needs.kinds, word_of); }},
    Column{{"areas", "Likewise."}, [](const Row& row) { return several(row.wish().needs.areas, id_of); }},
    Column{{"smoking", ""}, [](const Row& row) { return if_any(row.wish().needs.smoking, word_of); }},
    Column{{"access", ""}, [](const Row& row) { return std::string{name_of(row.wish().needs.access)}; }},
    Column{{"course", ""},
           [](const Row& row) { return if_any(row.wish().course, [](const auto& one) { return csv_text(one); }); }},
    Column{{"items", "Each with how many."},
           [](const Row& row) {
               return several(row.details().items,
                              [](const OrderedItem& item) { return item.name + " × " + std::to_string(item.count); });
           }},
    Column{{"allergies", ""},
           [](const Row& row) { return several(row.details().allergies, [](const auto& one) { return one; }); }},
    Column{{"occasion", ""}, [](const Row& row) { return csv_text(row.details().occasion); }},
    Column{{"for_restaurant", "Notes."}, [](const Row& row) { return csv_text(row.details().for_restaurant); }},
    Column{{"for_centre", "Likewise."}, [](const Row& row) { return csv_text(row.details().for_centre); }},
    Column{{"channel", ""}, [](const Row& row) { return std::string{name_of(row.wish().channel)}; }},
    Column{
        {"group", "Its id."},
        [](const Row& row) { return if_any(row.booking.group, [](const GroupId& id) { return csv_text(id.text); }); }},
    Column{{"deposit", "In the currency's smallest unit."},
           [](const Row& row) {
               return if_any(row.details().deposit, [](const Deposit& one) { return number(one.amount); });
           }},
    Column{{"deposit_currency", ""},
           [](const Row& row) {
               return if_any(row.details().deposit, [](const Deposit& one) { return csv_text(one.currency); });
           }},
    Column{{"deposit_state", ""},
           [](const Row& row) {
               return if_any(row.details().deposit, [](const Deposit& one) { return name_of(one.state); });
           }},
    Column{{"fee", "In percent, of who cancelled late or never came."},
           [](const Row& row) { return if_any(row.booking.fee, number); }},
    Column{{"taken_by", "The agent's id."},
           [](const Row& row) {
               return if_any(row.details().taken_by, [](const AgentId& id) { return csv_text(id.text); });
           }},
    Column{{"contact", "Of the call."},
           [](const Row& row) {
               return if_any(row.details().contact, [](const ContactId& id) { return csv_text(id.text); });
           }},
    Column{{"booked_at", "ISO 8601, UTC."},
           [](const Row& row) { return row.first() != nullptr ? to_iso8601(row.first()->at) : std::string{}; }},
    Column{{"booked_by", "Whoever took it."},
           [](const Row& row) { return row.first() != nullptr ? csv_text(row.first()->who) : std::string{}; }},
};

template <class Cell>
[[nodiscard]] std::string line_of(Cell&& cell) {
    std::string line;
    for (const auto& column : columns) {
        line += cell(column);
        line += ',';
    }
    line.pop_back();
    return line + "\r\n";
}

}  // namespace

std::vector<CsvColumn> booking_csv_columns() {
    std::vector<CsvColumn> all;
    for (const auto& column : columns) all.push_back(column.told);
    return all;
}

std::string booking_csv_header() {
    return line_of([](const Column& column) { return std::string{column.told.name}; });
}

std::string booking_csv_row(const RestaurantId& restaurant, Date date, const Reservation& reservation) {
    const Row row{restaurant, date, reservation};
    return line_of([&](const Column& column) { return column.cell(row); });
}

std::string booking_csv(const DayBook& book) {
    std::vector<const Reservation*> all;
    for (const auto& one : book->reservations) all.push_back(&one);
    std::ranges::stable_sort(all, [](const Reservation* a, const Reservation* b) {
        return std::tie(a->begin, a->id.text) < std::tie(b->begin, b->id.text);
    });
    auto text = booking_csv_header();
    for (const auto* one : all) text += booking_csv_row(book->restaurant, book->date, *one);
    return text;
}

}  // namespace denwaban

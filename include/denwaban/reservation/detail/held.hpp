#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/detail/holding.hpp>
#include <denwaban/reservation/period.hpp>
#include <denwaban/reservation/reservation.hpp>

/// What a book's document holds. The reader's rows of the same texts are held to these where they stand.
namespace denwaban::detail {

inline constexpr std::int64_t most_money = 1'000'000'000'000;

inline constexpr std::array held_texts_of_details{
    HeldText<Details>{"name", &Details::name, TextSort::label},
    HeldText<Details>{"kana", &Details::kana, TextSort::label},
    HeldText<Details>{"email", &Details::email, TextSort::label},
    HeldText<Details>{"occasion", &Details::occasion, TextSort::label},
    HeldText<Details>{"for_restaurant", &Details::for_restaurant, TextSort::text},
    HeldText<Details>{"for_centre", &Details::for_centre, TextSort::text},
};
inline constexpr std::array held_lists_of_details{
    HeldTexts<Details>{"allergies", &Details::allergies, TextSort::label},
};

inline void hold(Holding& all, const Deposit& deposit, std::string_view at) {
    all.whole(deposit.amount, 0, most_money, at, "amount");
    all.text(TextSort::name, deposit.currency, at, "currency");
    all.text(TextSort::text, deposit.terms, at, "terms");
}
inline void hold(Holding& all, const Details& details, const std::string& at) {
    all.texts_of(held_texts_of_details, details, at);
    all.lists_of(held_lists_of_details, details, at);
    if (details.customer) all.text(TextSort::name, details.customer->text, at, "customer");
    if (details.taken_by) all.text(TextSort::name, details.taken_by->text, at, "taken_by");
    if (details.contact) all.text(TextSort::name, details.contact->text, at, "contact");
    all.whole(details.high_chairs, 0, Covers::max, at, "high_chairs");
    all.count(details.items.size(), longest_list, at, "items");
    for (std::size_t place = 0; place < details.items.size(); ++place) {
        const auto where = at + "/items/" + std::to_string(place);
        all.text(TextSort::name, details.items[place].name, where, "name");
        all.whole(details.items[place].count, 1, Covers::max, where, "count");
    }
    if (details.deposit) hold(all, *details.deposit, at + "/deposit");
}
inline void hold(Holding& all, const Wish& wish, const std::string& at) {
    if (wish.course) all.text(TextSort::name, *wish.course, at, "course");
    if (wish.turn) all.whole(wish.turn->count(), 0, 24 * 60, at, "turn");
    all.ids(wish.needs.areas, at, "needs/areas");
    all.ids(wish.tables, at, "wanted_tables");
}
/// But for its history.
inline void hold(Holding& all, const Reservation& reservation, const std::string& at) {
    all.text(TextSort::name, reservation.id.text, at, "id");
    if (reservation.group) all.text(TextSort::name, reservation.group->text, at, "group");
    hold(all, reservation.wish, at);
    hold(all, reservation.details, at + "/details");
}
inline void hold_history(Holding& all, const Reservation& reservation, const std::string& at) {
    all.count(reservation.history.size(), longest_list, at, "history");
    for (std::size_t place = 0; place < reservation.history.size(); ++place) {
        const auto& line = reservation.history[place];
        const auto where = at + "/history/" + std::to_string(place);
        all.text(TextSort::label, line.who, where, "who");
        all.text(TextSort::text, line.note, where, "note");
        all.count(line.changes.size(), longest_list, where, "changes");
        for (const auto& change : line.changes) {
            all.text(TextSort::label, change.what, where, "changes");
            all.text(TextSort::text, change.from, where, "changes");
            all.text(TextSort::text, change.to, where, "changes");
        }
    }
}
inline void hold(Holding& all, const std::vector<Period>& periods, std::string_view at) {
    all.count(periods.size(), longest_list, at, "periods");
    for (std::size_t place = 0; place < periods.size(); ++place) {
        all.text(TextSort::label, periods[place].name, std::string{at} + "/periods/" + std::to_string(place), "name");
    }
}

}  // namespace denwaban::detail

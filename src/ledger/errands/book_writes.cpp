#include "book_writes.hpp"

#include <algorithm>

#include <denwaban/documents/day_book_json.hpp>

namespace denwaban::ledger {

namespace {

/// Where a reservation is found by the number that was given for it.
[[nodiscard]] std::optional<Key> way_by_phone(const DayBook& book, const Reservation* one) {
    if (one == nullptr || !one->details.phone) return std::nullopt;
    return keys::booking_by_phone(*one->details.phone, book->restaurant, book->date, one->id);
}

}  // namespace

std::vector<Write> phone_writes(const DayBook& before, const DayBook& after) {
    std::vector<Write> writes;
    const auto& olds = before->reservations;
    for (std::size_t place = 0; place < after->reservations.size(); ++place) {
        const auto& one = after->reservations[place];
        const bool is_there = place < olds.size() && olds[place].id == one.id;
        const auto old = way_by_phone(before, is_there ? &olds[place] : before.find(one.id));
        const auto now = way_by_phone(after, &one);
        if (old == now) continue;
        if (old) writes.push_back(Erase{*old, {}});
        if (now) writes.push_back(Put{*now, {}, link_to("booking", one.id), {}});
    }
    if (olds.size() <= after->reservations.size()) return writes;
    for (const auto& one : olds) {
        const auto old = way_by_phone(before, &one);
        if (old && after.find(one.id) == nullptr) writes.push_back(Erase{*old, {}});
    }
    return writes;
}

DayBookAddress address_of(const DayBook& book) { return {book->restaurant, book->date}; }

KeptDecision answer_of(const OpenBook& open, const Decision& decision) {
    const auto* reservation = decision.book.find(decision.booking);
    std::vector<Reservation> group;
    if (reservation != nullptr && reservation->group) {
        for (const auto* one : reservations_of(decision.book, *reservation->group)) group.push_back(*one);
    }
    auto moved = open.moved;
    append(moved, decision.moved);
    return {address_of(decision.book), decision.book->version,
            decision.booking,          reservation != nullptr ? std::optional{*reservation} : std::nullopt,
            std::move(group),          std::move(moved),
            decision.exceeded,         open.hurt};
}

Write book_write(const OpenBook& open, const DayBook& after, const Readings& known) {
    const auto home = keys::day_book(after->restaurant, after->date);
    // To look for what nobody here knows is as much work as reading it all.
    const bool says_more = open.leftover == formats::Leftover::some;
    return Put{home, {}, to_kept_json(after, says_more ? known.find(home)->body : "{}"), {}};
}

std::vector<Write> book_writes(const OpenBook& open, const DayBook& after, const Readings& known) {
    std::vector<Write> writes{book_write(open, after, known)};
    for (const auto& one : after->reservations) {
        if (open.book.find(one.id) != nullptr) continue;
        writes.push_back(Put{keys::booking(one.id), Absent{}, written(address_of(after)), {}});
    }
    return writes;
}

void append_unwritten(std::vector<Write>& writes, std::vector<Write> more) {
    for (auto& one : more) {
        const bool is_there =
            std::any_of(writes.begin(), writes.end(), [&](const Write& write) { return key_of(write) == key_of(one); });
        if (!is_there) writes.push_back(std::move(one));
    }
}

}  // namespace denwaban::ledger

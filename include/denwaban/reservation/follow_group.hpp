#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <denwaban/reservation/follow.hpp>
#include <denwaban/reservation/group.hpp>
#include <denwaban/reservation/renew.hpp>

namespace denwaban {

namespace detail {

/// One decision of several that were made one after the other.
[[nodiscard]] inline Decided as_one(const DayBook& before, DayBookContents contents, Deed deed, const BookingId& id,
                                    const GroupId& group, const By& by) {
    contents.version = before->version;
    By again = by;
    Draft draft{BookKeeper::write(std::move(contents), before), again};
    return std::move(draft).finish(deed, id, {}, {}, group);
}

/// Does something to all of a group who are still to come, one after the other, or to nobody.
[[nodiscard]] inline Decided to_all(const DayBook& day, const BookingId& id, Deed deed, const By& by,
                                    const auto& to_one) {
    const auto* asked = day.find(id);
    if (asked == nullptr) return no_such_booking(id);
    if (!asked->group) return no_group(id);
    if (auto before = answered(day, by, deed, id, asked->group)) return *std::move(before);
    const auto places = places_of(day, *asked->group, by.now.instant);
    if (places.empty()) return to_one(day, id, by);
    By each = by;
    each.key.clear();
    DayBook book = day;
    for (const auto place : places) {
        const auto& one = day->reservations[place].id;
        auto done = to_one(book, one, each);
        if (!done) {
            for (auto& error : done.error()) error.message = one.text + ": " + error.message;
            return done;
        }
        book = std::move(done->book);
    }
    if (book->version == day->version) return Decision{day, id, {}, {}};
    return as_one(day, book.contents(), deed, id, *asked->group, by);
}

}  // namespace detail

/// What `follow` does, to all of a group who are still to come, or to nobody. Errors: `not_allowed` at `/whom` for a
/// reservation of no group, and for `undo`, which is of one; those of `follow`, which say of whom.
[[nodiscard]] inline Expected<Decision, Errors> follow_group(const DayBook& day, const BookingId& id,
                                                             CommitmentEvent event, const By& by,
                                                             std::optional<CancelReason> reason = {}) {
    if (event == CommitmentEvent::undo)
        return detail::refusal(ErrorCode::not_allowed, "is undone one after the other", "/whom");
    const auto deed = detail::deeds_of<CommitmentEvent>[index_of(event)];
    return detail::to_all(day, id, deed, by, [&](const DayBook& book, const BookingId& one, const By& each) {
        return follow(book, one, event, each, reason);
    });
}
/// What `renew` does, likewise.
[[nodiscard]] inline Expected<Decision, Errors> renew_group(const DayBook& day, const BookingId& id, Instant until,
                                                            const By& by) {
    return detail::to_all(day, id, Deed::renew, by, [&](const DayBook& book, const BookingId& one, const By& each) {
        return renew(book, one, until, each);
    });
}

}  // namespace denwaban

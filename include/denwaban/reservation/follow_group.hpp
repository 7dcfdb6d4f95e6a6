#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <denwaban/reservation/follow.hpp>
#include <denwaban/reservation/group.hpp>

namespace denwaban {

namespace detail {

/// One decision of several that were made one after the other.
[[nodiscard]] inline Decision as_one(const DayBook& before, DayBookContents contents, Deed deed, const BookingId& id,
                                     const GroupId& group, const By& by) {
    contents.version = before->version;
    By again = by;
    Draft draft{BookKeeper::write(std::move(contents), before), again};
    return std::move(draft).finish(deed, id, {}, {}, group);
}

}  // namespace detail

/// What `follow` does, to all of a group who are still to come, or to nobody. Errors: `not_allowed` at `/whom` for a
/// reservation of no group, and for `undo`, which is of one; those of `follow`, which say of whom.
[[nodiscard]] inline Expected<Decision, Errors> follow_group(const DayBook& day, const BookingId& id,
                                                             CommitmentEvent event, const By& by,
                                                             std::optional<CancelReason> reason = {}) {
    const auto* asked = day.find(id);
    if (asked == nullptr) return detail::no_such_booking(id);
    if (!asked->group) return detail::no_group(id);
    if (event == CommitmentEvent::undo)
        return detail::refusal(ErrorCode::not_allowed, "is undone one after the other", "/whom");
    const auto deed = detail::deeds_of<CommitmentEvent>[index_of(event)];
    if (auto before = detail::answered(day, by, deed, id, asked->group)) return *std::move(before);
    const auto places = detail::places_of(day, *asked->group, by.now.instant);
    if (places.empty()) return follow(day, id, event, by, reason);
    By each = by;
    each.key.clear();
    DayBook book = day;
    for (const auto place : places) {
        auto followed = follow(book, day->reservations[place].id, event, each, reason);
        if (!followed) {
            for (auto& error : followed.error())
                error.message = day->reservations[place].id.text + ": " + error.message;
            return followed;
        }
        book = std::move(followed->book);
    }
    if (book->version == day->version) return Decision{day, id, {}, {}};
    return detail::as_one(day, book.contents(), deed, id, *asked->group, by);
}

}  // namespace denwaban

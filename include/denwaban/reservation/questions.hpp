#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/expected.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/group.hpp>
#include <denwaban/reservation/late_parties.hpp>

namespace denwaban {

/// A command, and who gives it.
struct GivenCommand {
    Command command;
    By by;
};

/// One of a book's parts, new.
using Edit = std::variant<FloorPlan, Policy, std::vector<Period>>;

/// A part to be replaced, and who replaces it.
struct GivenEdit {
    Edit edit;
    By by;
    std::vector<Renamed> renamed{};  ///< of a floor plan
};

/// The book with its part replaced, and whom that hurts. Errors: those of replacing that part.
[[nodiscard]] inline Expected<Edited, Errors> edited(const DayBook& book, const GivenEdit& given) {
    if (auto errors = check(book, given.by.now); !errors.empty()) return Unexpected{std::move(errors)};
    if (const auto* plan = std::get_if<FloorPlan>(&given.edit))
        return replace_floor_plan(book, *plan, given.renamed, given.by);
    if (const auto* policy = std::get_if<Policy>(&given.edit)) return replace_policy(book, *policy, given.by);
    return replace_periods(book, std::get<std::vector<Period>>(given.edit), given.by);
}

/// What a wish is made of.
enum class WishPart : std::uint8_t { party, needs, course, channel, turn, wanted_tables };
template <>
inline constexpr std::array<std::string_view, 6> names_of<WishPart>{"party",   "needs", "course",
                                                                    "channel", "turn",  "wanted_tables"};

/// Of a wish for what is being changed, what stays as the reservation has it. What can't be found stays as it is.
[[nodiscard]] inline Wish with_parts_of(Wish wish, const DayBook& book, const std::optional<BookingId>& changing,
                                        const std::vector<WishPart>& stay) {
    const auto* old = changing ? book.find(*changing) : nullptr;
    if (old == nullptr) return wish;
    for (const auto part : stay) {
        switch (part) {
            case WishPart::party:
                wish.party = old->wish.party;
                break;
            case WishPart::needs:
                wish.needs = old->wish.needs;
                break;
            case WishPart::course:
                wish.course = old->wish.course;
                break;
            case WishPart::channel:
                wish.channel = old->wish.channel;
                break;
            case WishPart::turn:
                wish.turn = old->wish.turn;
                break;
            case WishPart::wanted_tables:
                wish.tables = old->wish.tables;
                break;
        }
    }
    return wish;
}

/// When a wish could be seated.
struct AvailabilityQuestion {
    Wish wish;
    Starts starts{};
    Now now;
    std::optional<SearchBudget> moves{};  ///< for each start; without it nobody moves
    std::optional<BookingId> changing{};  ///< the reservation whose change it would be
    std::vector<WishPart> stay{};         ///< of its wish
};
/// As it answers, for a question.
[[nodiscard]] inline Expected<std::vector<Slot>, Errors> availability(const DayBook& book,
                                                                      const AvailabilityQuestion& asked) {
    const auto wish = with_parts_of(asked.wish, book, asked.changing, asked.stay);
    return availability(book, wish, asked.starts, asked.now, asked.moves, asked.changing);
}

/// Whether a request could be taken.
struct ProposalQuestion {
    Request request;
    Now now;
    Asking asking{};
    std::vector<WishPart> stay{};  ///< of the wish of `Asking::changing`
};
/// As it answers, for a question.
[[nodiscard]] inline Expected<Proposal, Errors> propose(const DayBook& book, const ProposalQuestion& asked,
                                                        std::span<const DayBook> other_days = {}) {
    const Request request{with_parts_of(asked.request.wish, book, asked.asking.changing, asked.stay),
                          asked.request.begin};
    return propose(book, request, asked.now, asked.asking, other_days);
}

namespace detail {

/// The wish of who would go to another date, with the parts that stay. Errors: those of `for_another_date`.
[[nodiscard]] inline Expected<Wish, Errors> wish_elsewhere(const Wish& wish, const DayBook& from, const BookingId& id,
                                                           const std::vector<WishPart>& stay, Instant now) {
    const auto place = place_changing(from, id, now);
    if (!place) return Unexpected{place.error()};
    const auto& old = from->reservations[**place];
    const auto not_allowed = [](std::string message) {
        return refusal(ErrorCode::not_allowed, std::move(message), "/changing");
    };
    if (is_at_table(old.presence)) return not_allowed("the party sits already");
    if (old.group && places_of(from, *old.group, now).size() > 1) {
        return not_allowed("belongs to others of group " + old.group->text);
    }
    return with_parts_of(wish, from, id, stay);
}

}  // namespace detail

/// A question whose reservation is in another date's book, to be asked of this one's, whence nothing of it is in the
/// way. Errors, at `/changing`: `unknown_reference`; `not_allowed` once the party sits, where nobody is expected any
/// more, and for one of a group whose others would stay. Precondition: it names a reservation.
[[nodiscard]] inline Expected<AvailabilityQuestion, Errors> for_another_date(AvailabilityQuestion asked,
                                                                             const DayBook& from) {
    auto wish = detail::wish_elsewhere(asked.wish, from, *asked.changing, asked.stay, asked.now.instant);
    if (!wish) return Unexpected{std::move(wish).error()};
    asked.wish = *std::move(wish);
    asked.changing.reset();
    return asked;
}
/// The same.
[[nodiscard]] inline Expected<ProposalQuestion, Errors> for_another_date(ProposalQuestion asked, const DayBook& from) {
    auto& changing = asked.asking.changing;
    auto wish = detail::wish_elsewhere(asked.request.wish, from, *changing, asked.stay, asked.now.instant);
    if (!wish) return Unexpected{std::move(wish).error()};
    asked.request.wish = *std::move(wish);
    changing.reset();
    return asked;
}

/// Who is late, and by how much at least.
struct LatePartiesQuestion {
    Now now;
    std::chrono::minutes grace{0};
};
/// As it answers, for a question. Error: `out_of_range` for a moment years off.
[[nodiscard]] inline Expected<std::vector<LateParty>, Errors> late_parties(const DayBook& book,
                                                                           const LatePartiesQuestion& asked) {
    if (auto errors = check(book, asked.now); !errors.empty()) return Unexpected{std::move(errors)};
    return late_parties(book, asked.now, asked.grace);
}

/// Who waits, and who of them could come now.
struct WaitingListQuestion {
    Now now;
    std::optional<SearchBudget> moves{};  ///< for each start; without it nobody moves
};
/// As it answers, for a question.
[[nodiscard]] inline Expected<std::vector<WaitingParty>, Errors> waiting_list(const DayBook& book,
                                                                              const WaitingListQuestion& asked) {
    return waiting_list(book, asked.now, asked.moves);
}

}  // namespace denwaban

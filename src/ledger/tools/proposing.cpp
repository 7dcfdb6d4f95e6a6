#include <denwaban/reservation/propose.hpp>

#include "finding.hpp"
#include "kept_read_back.hpp"
#include "ledger/errands/kept.hpp"
#include "ledger/errands/night_shelf.hpp"
#include "orders.hpp"
#include "read_back.hpp"

namespace denwaban::ledger {

namespace {

/// A proposal's question, as a decision keeps it.
struct Proposing {
    ToolAsker asker;
    std::string_view tool;
    std::string text;

    [[nodiscard]] ProposalAsked asked() const { return {asker, tool, text}; }
};
[[nodiscard]] Proposing kept_by(const ProposalAsked& by) { return {by.asker, by.tool, by.text}; }

/// What a book says to a wish, and when.
struct LookedUp {
    Proposal proposal;
    Now now;
    std::vector<Reservation> there{};  ///< on that day
};
[[nodiscard]] Decide<detail::AnyAnswer> look_up(const DayBookAddress& book, const Request& request,
                                                const std::optional<BookingId>& changing, const ToolAsker& asker) {
    const auto ask = [=](const DayBook& day, const std::vector<DayBook>& others,
                         const TimeZone& zone) -> Expected<detail::AnyAnswer, Errors> {
        const auto now = now_in(zone, asker.now);
        if (auto errors = beyond_bounds(asker.bounds, book.date, now); !errors.empty()) {
            return Unexpected{std::move(errors)};
        }
        if (auto errors = past(book.date, request.begin, now, "/time"); !errors.empty()) {
            return Unexpected{std::move(errors)};
        }
        ProposalQuestion question{request, now, {}, {}};
        question.asking.changing = changing;
        auto proposal = propose(day, question, others);
        if (!proposal) return Unexpected{std::move(proposal).error()};
        return detail::AnyAnswer{
            std::make_shared<const LookedUp>(LookedUp{*std::move(proposal), now, day->reservations})};
    };
    const auto when = [now = asker.now](const TimeZone&) -> Expected<Instant, Errors> { return now; };
    const auto day = date::days{1};
    return detail::ask_day_book(book, {book.date - day, book.date + day}, ask, when);
}

/// Why not, and what else. `stay`: what was asked for.
[[nodiscard]] ToldProposal told_no(const Proposal& proposal, const ReadStay& stay, const Now& now) {
    ToldProposal told;
    told.answer = std::holds_alternative<Undecided>(proposal.answer) ? ToolVerdict::undecided : ToolVerdict::impossible;
    if (const auto* no = std::get_if<Impossible>(&proposal.answer)) {
        for (const auto& one : no->limits) told.limits.push_back(one.limit);
        told.obstacles = no->obstacles;
    }
    for (const auto& one : proposal.alternatives) {
        // A party that sits apart is more than one booking.
        if (one.kind == AlternativeKind::split) continue;
        told.alternatives.push_back({one.kind, one.date, one.begin, one.without});
    }
    told.words = words_of_no(told, stay, now);
    return told;
}

[[nodiscard]] GuestWords said_of(const AskTable& asked) {
    return {asked.name, asked.kana, asked.allergies, asked.note};
}
[[nodiscard]] GuestWords said_of(const WhoseBooking& whose) { return {whose.name, {}, {}, {}}; }
[[nodiscard]] GuestWords said_of(const AskNote& asked) { return {asked.whose.name, {}, {}, asked.note}; }

/// The tables that who asks for one has on that day already. A guest has to be seen to call with the number that they
/// say: else who guesses number and name could ask for somebody's bookings by proposing, and never be found to miss.
[[nodiscard]] std::vector<ReadStay> stays_of_guest(const std::vector<Reservation>& there, const AskTable& asked,
                                                   const ToolAsker& asker, const Now& now) {
    std::vector<ReadStay> stays;
    if (asker.actor == Actor::guest && asker.phone != asked.phone) return stays;
    for (const auto& one : there) {
        if (is_agreed(one) && counts_at(one, now.instant) && is_of_guest(one, asked.phone, asked.name))
            stays.push_back(stay_of(asked.date, one));
    }
    return stays;
}

/// A wish for a table, and all that is read for it at once.
[[nodiscard]] std::vector<Key> keys_of_table(const AskTable& asked, const ProposalAsked& by) {
    auto keys = keys_of_night({by.asker.restaurant, asked.date});
    keys.push_back(key_of_token(token_of(by)));
    keys.push_back(key_of_tool_session(by.asker));
    return keys;
}

/// Decides upon a booking that there is: `decide(read)` says what would be done, `words(before, after, now)` says it.
template <class Make, class Words>
[[nodiscard]] Decide<ToolAnswer> propose_upon(WhoseBooking whose, GuestWords said, const ProposalAsked& by, Make make,
                                              Words words) {
    return [whose = std::move(whose), said = std::move(said), proposing = kept_by(by), make = std::move(make),
            words = std::move(words)](const Readings& known) -> Verdict<ToolAnswer> {
        const auto asking = proposing.asked();
        if (auto more = missing(known, {key_of_token(token_of(asking)), keys::restaurant(asking.asker.restaurant)})) {
            return *std::move(more);
        }
        auto found = booking_of(known, whose, asking.asker);
        if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
        const auto& [kept, zone] = std::get<ThatBooking>(found);
        const auto before = stay_of(kept.book.date, kept.reservation);
        const ReadBooking read{kept.book, kept.reservation.id, mark_of(kept.book.date, kept.reservation)};
        const auto now = now_in(zone, asking.asker.now);
        return told_to(make(read, kept.reservation, asking.asker)(known), [&](const KeptDecision& would) {
            auto after = before;
            if (would.reservation) after = stay_of(would.book.date, *would.reservation);
            after.is_first_of_two = is_first_of_two(would.exceeded);
            return keep_read_back(known, asking,
                                  {whose.phone, read.booking, read.stood, words(before, after, now), said});
        });
    };
}

[[nodiscard]] ToldProposal told_unchanged(const ReadStay& stay, const Now& now) {
    ToldProposal told;
    told.answer = ToolVerdict::unchanged;
    told.words = words_of_no(told, stay, now);
    return told;
}

/// What would be decided of a change, once the book has said that it is possible.
[[nodiscard]] Verdict<ToolAnswer> look_first(const Readings& known, const AskChange& asked, const KeptReservation& kept,
                                             const ToolAsker& asker) {
    const DayBookAddress book{asker.restaurant, asked.date.value_or(kept.book.date)};
    const auto changing = book == kept.book ? std::optional{kept.reservation.id} : std::nullopt;
    const auto request = request_of(asked, kept.reservation);
    auto verdict = look_up(book, request, changing, asker)(known);
    return told_to(std::move(verdict), [&](const detail::AnyAnswer& answer) -> Verdict<ToolAnswer> {
        const auto& [proposal, now, there] = *static_cast<const LookedUp*>(answer.get());
        if (changing && request == Request{kept.reservation.wish, kept.reservation.begin}) {
            return Told{tool_answer(told_unchanged(stay_of(kept.book.date, kept.reservation), now))};
        }
        if (std::holds_alternative<Possible>(proposal.answer)) return Told{ToolAnswer{}};
        const ReadStay stay{book.date, request.begin, {}, request.wish.party, request.wish.needs, false};
        return Told{tool_answer(told_no(proposal, stay, now))};
    });
}

}  // namespace

Decide<ToolAnswer> propose_table(AskTable asked, const ProposalAsked& by) {
    if (auto errors = beyond_bounds(by.asker.bounds, asked.party); !errors.empty()) {
        return refuse_tool(std::move(errors));
    }
    auto look = look_up({by.asker.restaurant, asked.date}, request_of(asked, by.asker.actor), {}, by.asker);
    return [asked = std::move(asked), proposing = kept_by(by),
            look = std::move(look)](const Readings& known) -> Verdict<ToolAnswer> {
        const auto asking = proposing.asked();
        if (auto more = missing(known, keys_of_table(asked, asking))) return *std::move(more);
        const auto session = tool_session(known, asking.asker);
        if (!session) return session.error();
        if (auto errors = beyond(asking.asker, *session, ToolCount::bookings); !errors.empty()) return errors;
        return told_to(look(known), [&](const detail::AnyAnswer& answer) -> Verdict<ToolAnswer> {
            const auto& [proposal, now, there] = *static_cast<const LookedUp*>(answer.get());
            const auto* possible = std::get_if<Possible>(&proposal.answer);
            ReadStay stay{asked.date, asked.time, {}, asked.party, asked.needs, false};
            if (possible == nullptr) return Told{tool_answer(told_no(proposal, stay, now))};
            stay.end = possible->end;
            stay.is_first_of_two = is_first_of_two(possible->exceeded);
            const KeptWords kept{asked.phone, asked.high_chairs, asked.allergies.size(), asked.note.size(),
                                 stays_of_guest(there, asked, asking.asker, now)};
            return keep_read_back(known, asking, {asked.phone, {}, {}, words_to_book(stay, kept, now), said_of(asked)});
        });
    };
}

Decide<ToolAnswer> propose_change(AskChange asked, const ProposalAsked& by) {
    if (!asked.date && !asked.time && !asked.party && !asked.needs) {
        return refuse_tool(one_error(ErrorCode::missing_key, "needs one of date, time, party, needs"));
    }
    if (asked.party) {
        if (auto errors = beyond_bounds(by.asker.bounds, *asked.party); !errors.empty()) {
            return refuse_tool(std::move(errors));
        }
    }
    auto change = propose_upon(
        asked.whose, said_of(asked.whose), by,
        [asked](const ReadBooking& read, const Reservation&, const ToolAsker& asker) {
            return decide_change(asked, read, asker);
        },
        words_to_change);
    return [asked = std::move(asked), asker = by.asker,
            change = std::move(change)](const Readings& known) -> Verdict<ToolAnswer> {
        auto found = booking_of(known, asked.whose, asker);
        if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
        auto looked = look_first(known, asked, std::get<ThatBooking>(found).kept, asker);
        const auto* told = std::get_if<Told<ToolAnswer>>(&looked);
        if (told == nullptr || !told->answer.json.empty()) return looked;
        return change(known);
    };
}

Decide<ToolAnswer> propose_cancel(WhoseBooking asked, const ProposalAsked& by) {
    return propose_upon(
        asked, said_of(asked), by,
        [](const ReadBooking& read, const Reservation&, const ToolAsker& asker) { return decide_cancel(read, asker); },
        [](const ReadStay& before, const ReadStay&, const Now& now) { return words_to_cancel(before, now); });
}

Decide<ToolAnswer> propose_note(AskNote asked, const ProposalAsked& by) {
    auto note = propose_upon(
        asked.whose, said_of(asked), by,
        [asked](const ReadBooking& read, const Reservation&, const ToolAsker& asker) {
            return decide_note(asked, read, asker);
        },
        [](const ReadStay& before, const ReadStay&, const Now& now) { return words_to_note(before, now); });
    return [asker = by.asker, note = std::move(note)](const Readings& known) -> Verdict<ToolAnswer> {
        if (auto more = missing(known, {key_of_tool_session(asker)})) return *std::move(more);
        const auto session = tool_session(known, asker);
        if (!session) return session.error();
        if (auto errors = beyond(asker, *session, ToolCount::notes); !errors.empty()) return errors;
        return note(known);
    };
}

}  // namespace denwaban::ledger

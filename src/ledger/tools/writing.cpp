#include <algorithm>
#include <utility>

#include "kept_read_back.hpp"
#include "ledger/errands/book_writes.hpp"
#include "ledger/errands/kept.hpp"
#include "orders.hpp"
#include "read_back.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] Errors refused_token(ErrorCode code, std::string message) {
    return one_error(code, std::move(message), "/token");
}

/// Does what a token stands for; called again whenever more is known.
class TokenWriter {
public:
    TokenWriter(std::string token, ToolAsker asker, const Tool& tool)
        : token_(std::move(token)), asker_(std::move(asker)), tool_(&tool) {}

    [[nodiscard]] Verdict<ToolAnswer> operator()(const Readings& known) {
        if (auto more = missing(
                known, {key_of_token(token_), key_of_tool_session(asker_), keys::restaurant(asker_.restaurant)})) {
            return *std::move(more);
        }
        const auto* document = known.find(key_of_token(token_));
        if (document == nullptr) return refused_token(ErrorCode::unknown_token, "is of no read-back: propose first");
        const auto kept = read_back_from(*document);
        if (!kept) return kept.error();
        if (!is_its_own(*kept)) {
            return refused_token(ErrorCode::foreign_token, "was given to somebody else, or for something else");
        }
        // Whoever asks to hold what is booked by now is not told that it is only held.
        const auto* booked = tool_->name == "hold" ? done_by(*kept, "book") : nullptr;
        const auto* done = booked != nullptr ? booked : done_by(*kept, tool_->name);
        if (done != nullptr) return Told{ToolAnswer{done->answer.text}};
        if (kept->until <= asker_.now) return refused_token(ErrorCode::lapsed_token, "has lapsed: propose again");
        return write(known, *document, *kept);
    }

private:
    [[nodiscard]] bool is_its_own(const KeptReadBack& kept) const {
        return kept.restaurant == asker_.restaurant && kept.session == asker_.session && kept.actor == asker_.actor &&
               kept.tool == tool_->token_of;
    }
    /// What of its session's this write is one more of.
    [[nodiscard]] std::optional<ToolCount> counted(const KeptReadBack& kept) const {
        if (tool_->token_of == "propose" && kept.done.empty()) return ToolCount::bookings;
        return tool_->name == "note" ? std::optional{ToolCount::notes} : std::nullopt;
    }
    [[nodiscard]] static const DoneWrite* done_by(const KeptReadBack& kept, std::string_view tool) {
        const auto found =
            std::find_if(kept.done.begin(), kept.done.end(), [&](const DoneWrite& one) { return one.tool == tool; });
        return found == kept.done.end() ? nullptr : &*found;
    }

    [[nodiscard]] Verdict<ToolAnswer> write(const Readings& known, const Document& document, const KeptReadBack& kept) {
        auto session = tool_session(known, asker_);
        if (!session) return session.error();
        const auto count = counted(kept);
        if (count) {
            if (auto errors = beyond(asker_, *session, *count); !errors.empty()) return errors;
            ++((*session).*row_of(*count).so_far);
        }
        if (std::exchange(body_, document.body) != document.body || !decide_) {
            auto made = decide(known, kept);
            if (auto* why = std::get_if<Unanswered>(&made)) return std::move(*why);
            decide_ = std::get<Decide<KeptDecision>>(std::move(made));
        }
        auto verdict = decide_(known);
        auto* settled = std::get_if<Settled<KeptDecision>>(&verdict);
        if (settled == nullptr) {
            return told_to(std::move(verdict), [](const KeptDecision&) -> Verdict<ToolAnswer> {
                return one_error(ErrorCode::not_allowed, "nothing was decided");
            });
        }
        const auto zone = zone_of(*known.find(keys::restaurant(asker_.restaurant)));
        if (!zone) return zone.error();
        auto answer = answer_to(settled->answer, now_in(*zone, asker_.now));
        auto after = kept;
        after.done.push_back({std::string{tool_->name}, {answer.json}});
        // Who holds has as long to agree as the table is theirs.
        const auto& reservation = settled->answer.reservation;
        const bool is_held = reservation && reservation->commitment == Commitment::held && reservation->held_until;
        if (is_held) after.until = std::max(after.until, *reservation->held_until);
        if (!is_held) after.asked.text = "{}";
        auto writes = std::move(settled->writes);
        writes.push_back(put_read_back(token_, after));
        if (count) writes.push_back(put_tool_session(asker_, *session));
        auto indifferent = std::move(settled->indifferent);
        if (!count) indifferent.push_back(key_of_tool_session(asker_));
        return Settled{std::move(writes), std::move(answer), {}, std::move(indifferent)};
    }

    [[nodiscard]] ToolAnswer answer_to(const KeptDecision& decided, const Now& now) const {
        ToldDone told;
        told.booking.booking = decided.booking;
        if (decided.reservation) {
            told.booking = told_booking(decided.book.date, *decided.reservation);
            told.words = words_done(tool_->name, stay_of(decided.book.date, *decided.reservation), now);
        }
        return tool_answer(told);
    }

    /// What was asked is read again as it was read first.
    template <class Question>
    [[nodiscard]] static Expected<Question, Errors> question_of(const KeptReadBack& kept) {
        return shapes::value_from_json<Question>(kept.asked.text);
    }

    [[nodiscard]] Known<Decide<KeptDecision>> decide(const Readings& known, const KeptReadBack& kept) const {
        if (tool_->token_of == "propose") {
            auto asked = question_of<AskTable>(kept);
            if (!asked) return failed(std::move(asked));
            auto order = tool_->name == "hold" ? order_to_hold(*asked, kept.booking, asker_)
                                               : order_to_book(*asked, kept.booking, asker_);
            return decide_upon(std::move(order), asker_.now);
        }
        if (auto more = missing(known, {keys::booking(kept.booking)})) return *std::move(more);
        auto address = address_of(known, kept.booking);
        if (!address) return failed(std::move(address));
        if (!*address) return Unanswered{refused_token(ErrorCode::stale, "is of a booking that is gone")};
        return decide_upon_read(kept, {**std::move(address), kept.booking, kept.stood});
    }
    [[nodiscard]] Known<Decide<KeptDecision>> decide_upon_read(const KeptReadBack& kept,
                                                               const ReadBooking& read) const {
        if (tool_->name == "cancel") return decide_cancel(read, asker_);
        if (tool_->name == "change") {
            auto asked = question_of<AskChange>(kept);
            if (!asked) return failed(std::move(asked));
            return decide_change(*asked, read, asker_);
        }
        auto asked = question_of<AskNote>(kept);
        if (!asked) return failed(std::move(asked));
        return decide_note(*asked, read, asker_);
    }

    std::string token_;
    ToolAsker asker_;
    const Tool* tool_;
    std::string body_;  ///< of the read-back that was decided upon
    Decide<KeptDecision> decide_;
};

}  // namespace

Decide<ToolAnswer> write_by_token(std::string token, const ToolAsker& asker, const Tool& tool) {
    if (!is_token(token)) return refuse_tool(refused_token(ErrorCode::unknown_token, "is of no read-back"));
    return TokenWriter{std::move(token), asker, tool};
}

}  // namespace denwaban::ledger

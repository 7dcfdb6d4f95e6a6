#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/reservation/period.hpp>
#include <denwaban/talk/conversation.hpp>

#include "slots.hpp"
#include "speech.hpp"

namespace denwaban::detail::talk {

/// A business date and a minute of it.
struct OnBook {
    Date date;
    MinuteOfDay begin;
};

/// One turn of a conversation: what happens is looked up in its lifecycle, and what that has done about it may make
/// something else happen, until there is something to say or to ask the world.
class Talker {
public:
    Talker(Conversation talk, const TalkSetting& setting, const Now& now);

    void greet();
    void hear(const Utterance& said);
    void take(const WorldAnswer& answer);
    /// What there is to say or to ask. Precondition: something happened.
    [[nodiscard]] ConversationStep step() &&;

private:
    void happens(ConversationEvent event);
    void carry_out(ConversationEffect effect);

    // hearing.cpp: what the caller does.
    [[nodiscard]] ConversationEvent event_of(const Meaning& meaning, const Utterance& said);
    [[nodiscard]] std::optional<ConversationEvent> other_language(const Meaning& meaning, std::string_view text);
    [[nodiscard]] std::optional<ConversationEvent> interruption(const Meaning& meaning);
    [[nodiscard]] News learn(Meaning meaning, std::string_view text);
    [[nodiscard]] bool is_asked_for_other() const;
    [[nodiscard]] bool is_past(const Meaning& meaning);
    void decline();
    [[nodiscard]] std::optional<ConversationEvent> polarity(const Meaning& meaning);
    void count_if_not_understood(ConversationEvent event);
    [[nodiscard]] ConversationEvent give_up(HandOverReason reason) {
        talk_.reason = reason;
        return ConversationEvent::given_up;
    }

    // keys.cpp: what the caller keys.
    [[nodiscard]] Meaning keyed(std::string_view keys);

    // purpose.cpp: what the caller wants done.
    void start(Purpose purpose);
    void drop_wish();
    void finish();
    [[nodiscard]] News learn_wish(const Utterance& said, const Meaning& meaning);
    [[nodiscard]] News learn_purpose(const Meaning& meaning);
    [[nodiscard]] News learn_message(const Utterance& said, const Meaning& meaning);
    [[nodiscard]] bool is_message() const noexcept;
    [[nodiscard]] bool is_repaired_booking(const Meaning& meaning) const;
    [[nodiscard]] bool is_of_guest(const Meaning& meaning) const;

    // asides.cpp: what is answered beside.
    enum class Asides : std::uint8_t { none, some };
    [[nodiscard]] Asides answer_asides(const Meaning& meaning);
    [[nodiscard]] Spoken hours_on(const Hours& hours, Date day) const;
    [[nodiscard]] Spoken last_order_on(const Hours& hours, Date day) const;
    [[nodiscard]] static bool is_of_table(const Slots& slots, Asides asides);

    // stock.cpp: what is missing.
    [[nodiscard]] ConversationEvent stock();
    [[nodiscard]] ConversationEvent stock_of_wish();
    [[nodiscard]] ConversationEvent stock_of_booking();
    [[nodiscard]] ConversationEvent stock_of_change(const FoundBooking& found);
    [[nodiscard]] ConversationEvent stock_of_message();
    [[nodiscard]] std::optional<ConversationEvent> beyond_the_machine();
    [[nodiscard]] std::optional<ConversationEvent> missing_slot();
    [[nodiscard]] ConversationEvent missing(SlotKind slot, Question question);

    // which_booking.cpp: which of theirs is spoken of.
    [[nodiscard]] const FoundBooking* booking() const noexcept;
    /// Their bookings, read, and none of who could be another.
    [[nodiscard]] std::optional<ConversationEvent> find_theirs();
    [[nodiscard]] std::optional<ConversationEvent> which_booking();
    [[nodiscard]] std::optional<ConversationEvent> which_is_late();
    [[nodiscard]] ConversationEvent other_number();
    void keep_named();
    /// Whether it was asked which of several bookings is meant.
    [[nodiscard]] bool is_asked_which() const noexcept;
    [[nodiscard]] News learn_which(Meaning& meaning);
    /// Of what they say to tell it by.
    [[nodiscard]] const std::optional<Heard<Date>>& day_of_theirs() const noexcept;
    /// Whether it is not the one that was found.
    [[nodiscard]] bool is_other_named() const;
    /// What was said before the booking was known is understood anew: 30分早めて.
    void hear_again();

    // wanted.cpp: what the book is asked for.
    [[nodiscard]] Request wanted() const;
    [[nodiscard]] Date wanted_date() const;
    /// As they call it: theirs, else that of the booking.
    [[nodiscard]] Date named_date() const;
    /// Where the book has what a guest calls 01:00 of Saturday: on the night before, if that is open then.
    [[nodiscard]] OnBook on_book(Date date, MinuteOfDay begin) const;

    // world.cpp: what the world is asked, and answers.
    void ask_world(WorldQuestion question);
    void take_answer(const Expected<std::vector<FoundBooking>, Errors>& answer);
    void take_answer(const Expected<std::optional<Customer>, Errors>& answer);

    // offers.cpp: whether they can come, and what they could have instead.
    void take_answer(const Expected<Proposal, Errors>& answer);
    void offer(std::vector<Alternative> all);
    void offer();
    void take_offer();
    void say_why_not();
    [[nodiscard]] Spoken offers() const;

    // commands.cpp: what is done to the book.
    void hold();
    void let_go();
    void act();
    /// What was read back may have been changed meanwhile, by the restaurant.
    void act_upon(const std::vector<FoundBooking>& there);
    void command_what_was_agreed();
    void command(Date date, std::variant<Command, DateMove> command, Actor by);
    void run_commands();
    void take_answer(const Expected<CommandDone, Errors>& answer);
    void take_failure(const CommandWanted& did, const Errors& errors);
    [[nodiscard]] Details details() const;

    // prompts.cpp: what is asked.
    void ask();
    void prompt();
    [[nodiscard]] Spoken question() const;
    [[nodiscard]] Spoken example() const;
    [[nodiscard]] Spoken keys() const;
    [[nodiscard]] Spoken doubt() const;
    [[nodiscard]] Spoken between(const TimeRange& window) const;
    [[nodiscard]] Listening listening(std::optional<Question> asked) const;

    // replies.cpp: what is said.
    void read_back();
    void report();
    void ask_more();
    void hand_over();
    void say_goodbye();
    [[nodiscard]] Spoken booked(Line line, const FoundBooking& found) const;
    [[nodiscard]] Spoken summary() const;
    [[nodiscard]] Spoken changed_summary() const;
    void add_wishes(Spoken& said) const;
    [[nodiscard]] Spoken allergies() const;
    /// 個室, where a seat is wished for that can't be had.
    [[nodiscard]] Spoken seats_wished() const;
    [[nodiscard]] Spoken guest() const;
    /// Says it before whatever is said next.
    void first_say(const Spoken& said) { talk_.to_say = speaker_.joined(std::move(talk_.to_say), said); }
    void reply(const Spoken& said, std::optional<Question> asked);
    [[nodiscard]] bool is_human_there() const;

    [[nodiscard]] Date today() const { return date::floor<date::days>(now_.local); }
    [[nodiscard]] std::vector<Period> periods_on(Date date) const;
    [[nodiscard]] Spoken say(Line line, std::initializer_list<Filling> fillings = {}) const {
        return speaker_.say(line, fillings);
    }

    Conversation talk_;
    const TalkSetting& setting_;
    const TalkPolicy& policy_;
    Now now_;
    Speaker speaker_;
    std::optional<std::size_t> chosen_;    ///< of the offers, by its key
    std::optional<WorldQuestion> wanted_;  ///< found by stock to be unknown
    bool is_answered_ = false;             ///< there was only something to tell, or nothing is wanted any more
    std::optional<std::variant<WorldQuestion, Reply>> next_;
};

}  // namespace denwaban::detail::talk

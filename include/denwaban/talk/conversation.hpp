#pragma once

// What is said between a machine and a caller, as a value.
//
// A `Conversation` never does anything: `converse` is given what the caller said and answers with the conversation
// after it and what is next. That is either a question to the world (what is free, which bookings are theirs, a command
// to be carried out), whose answer `given` takes, or a reply: what to say, and what to listen for. Every command has a
// request key made of the conversation and its turn, so that whatever is repeated happens once.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/call/disposition.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/customer/customer.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/proposal.hpp>
#include <denwaban/restaurant/restaurant.hpp>
#include <denwaban/talk/conversation_lifecycle.hpp>
#include <denwaban/talk/meaning.hpp>
#include <denwaban/talk/spoken.hpp>
#include <denwaban/talk/talk_policy.hpp>
#include <denwaban/talk/understand.hpp>
#include <denwaban/talk/voice_stream.hpp>

namespace denwaban {

/// A conversation, by the id of its contact or of a chat; no two have the same.
using ConversationId = Id<struct ConversationTag>;

/// What a caller wants done.
enum class Purpose : std::uint8_t {
    book,
    change,
    cancel,
    tell,  ///< whether their booking stands, and as what
    lost_property,
    late_arrival,
};
template <>
inline constexpr std::array<std::string_view, 6> names_of<Purpose>{"book", "change",        "cancel",
                                                                   "tell", "lost_property", "late_arrival"};

/// Why a human takes over.
enum class HandOverReason : std::uint8_t {
    asked_for,
    not_understood,
    not_heard,
    too_many_turns,
    complaint,
    sales_call,
    allergies,
    large_party,
    hours_unknown,
    no_such_booking,
    not_permitted,  ///< too late to cancel, or a limit that only people may pass
    not_offered,    ///< what the machine does not do
    refused,        ///< the book refused what had been found to be possible
    unavailable,    ///< the world could not be asked
};
template <>
inline constexpr std::array<std::string_view, 14> names_of<HandOverReason>{
    "asked_for",   "not_understood", "not_heard",       "too_many_turns", "complaint",   "sales_call", "allergies",
    "large_party", "hours_unknown",  "no_such_booking", "not_permitted",  "not_offered", "refused",    "unavailable",
};

/// Whether a party could come, and what else it could have: `propose`, also of the days around.
struct ProposalWanted {
    Date date;
    Request request;
    std::optional<BookingId> changing{};
    std::vector<Date> others{};
    friend bool operator==(const ProposalWanted&, const ProposalWanted&) = default;
};
/// Which bookings to come were given a number.
struct BookingsWanted {
    PhoneNumber phone;
    Date from;
    friend bool operator==(const BookingsWanted&, const BookingsWanted&) = default;
};
/// Who calls.
struct CustomerWanted {
    PhoneNumber phone;
    friend bool operator==(const CustomerWanted&, const CustomerWanted&) = default;
};
/// A reservation goes to another date.
struct DateMove {
    BookingId booking;
    Date to;
    Request request;
    friend bool operator==(const DateMove&, const DateMove&) = default;
};
/// What is to be done to the book of a date, and by whom. The same key again does nothing twice.
struct CommandWanted {
    Date date;
    std::variant<Command, DateMove> command;
    Actor by = Actor::guest;
    std::string key;
    friend bool operator==(const CommandWanted&, const CommandWanted&) = default;
};
/// What a conversation needs of the world.
using WorldQuestion = std::variant<ProposalWanted, BookingsWanted, CustomerWanted, CommandWanted>;

/// A booking where it stands.
struct FoundBooking {
    Date date;
    Reservation reservation;
    friend bool operator==(const FoundBooking&, const FoundBooking&) = default;
};
/// The command was carried out, now or before.
struct CommandDone {
    std::vector<Exceeded> exceeded{};  ///< limits that warn
    friend bool operator==(const CommandDone&, const CommandDone&) = default;
};
/// In the order of `WorldQuestion`.
using WorldAnswer = std::variant<Expected<Proposal, Errors>, Expected<std::vector<FoundBooking>, Errors>,
                                 Expected<std::optional<Customer>, Errors>, Expected<CommandDone, Errors>>;

/// Keys that are taken in place of speech.
struct Keypad {
    std::size_t most = 1;  ///< figures
    char end = '#';
    friend bool operator==(Keypad, Keypad) = default;
};
/// What to listen for.
struct Listening {
    std::optional<Question> asked{};
    std::vector<std::string> hints{};  ///< words that a recogniser should expect
    std::optional<Keypad> keypad{};
    BargeIn barge_in = BargeIn::allowed;
    friend bool operator==(const Listening&, const Listening&) = default;
};
/// What to say, and then to listen for; nothing where the conversation is over.
struct Reply {
    Spoken say;
    std::optional<Listening> listen{};
    friend bool operator==(const Reply&, const Reply&) = default;
};

/// What the caller said, or keyed.
struct Utterance {
    std::string id{};  ///< of the turn, from whoever delivers it: the same again is answered as before. May be empty
    std::string text{};
    Meaning meaning{};
    std::string keys{};  ///< 1930#; they are what counts, if there are any
};

/// A line of what was said.
struct SaidLine {
    /// Whoever said it.
    enum class Who : std::uint8_t { caller, machine } who;
    std::string text;
    friend bool operator==(const SaidLine&, const SaidLine&) = default;
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<SaidLine::Who>{"caller", "machine"};

/// What the world said of a request.
struct Checked {
    Date date;
    Request request;
    friend bool operator==(const Checked&, const Checked&) = default;
};
/// A table that is kept free while it is read back.
struct HeldTable {
    Date date;
    BookingId booking;
    Instant until;
    friend bool operator==(const HeldTable&, const HeldTable&) = default;
};

/// A conversation as it stands. Its members are for those who keep it and for the agent who takes it over; only
/// `converse` and `given` change them.
struct Conversation {
    ConversationId id;
    Caller caller = Withheld{WithheldReason::not_given};
    Language language = Language::japanese;
    ConversationState state = conversation_lifecycle.initial();
    std::optional<Purpose> purpose{};
    Slots known{};  ///< of what is wanted; in doubt while there are several readings
    std::array<std::string, count_of<SlotKind>> words{};  ///< by slot, as they were said
    std::string message{};                                ///< to be passed on, in the caller's words
    std::optional<PartOfDay> part{};                      ///< 夜, before the hour was said
    std::optional<Heard<Date>> booked_day{};              ///< of the booking that is spoken of
    std::optional<Heard<TimeWish>> booked_time{};         ///< likewise
    bool takes_any_seat = false;      ///< what they wish of their seat can't be had, and the restaurant is told of it
    std::optional<Question> asked{};  ///< last
    std::optional<SlotKind> asked_for{};  ///< the slot that it was about
    std::vector<SlotKind> refused{};      ///< slots that were asked for, and that nobody wants to fill
    std::vector<SlotKind> unconfirmed{};  ///< heard, and not said back yet
    Spoken to_say{};                      ///< before what is said next

    std::optional<Checked> checked{};          ///< what is free as it was wanted
    std::vector<Alternative> offers{};         ///< as they were offered, in their order
    std::vector<MinuteOfDay> offered_times{};  ///< theirs
    std::vector<Exceeded> why_not{};           ///< what was wanted last can't be had
    std::vector<Party> split{};                ///< the parts of a party that sits at two tables
    std::vector<HeldTable> held{};
    std::optional<Checked> declined{};  ///< what was read back and is not right, nobody knows yet in what
    std::optional<std::vector<FoundBooking>> bookings{};  ///< those of the number; one, once it is known which
    std::optional<std::optional<Customer>> customer{};    ///< who calls, once that was asked
    std::vector<CommandWanted> to_do{};                   ///< the first is being done
    std::optional<WorldQuestion> waiting_for{};

    int turns = 0;                          ///< of the caller
    int commands = 0;                       ///< ever given
    int not_understood = 0;                 ///< in a row
    int not_heard = 0;                      ///< in a row
    int failures = 0;                       ///< of commands
    std::vector<Disposition> messages{};    ///< taken
    std::vector<BookingId> settled{};       ///< booked, changed or cancelled
    std::vector<std::string> unanswered{};  ///< questions to which nobody here knows the answer
    std::optional<HandOverReason> reason{};
    std::string last_utterance{};  ///< its id
    std::optional<Reply> last{};
    std::vector<SaidLine> lines{};
    std::optional<VoiceStream> stream{};  ///< of the caller's voice
    friend bool operator==(const Conversation&, const Conversation&) = default;
};

/// Where it is held, and by which rules. What it points to outlives the call.
struct TalkSetting {
    const OpenedRestaurant& restaurant;
    const TalkPolicy& policy;
};

/// A conversation after something happened in it, and what is next.
struct ConversationStep {
    Conversation conversation;
    std::variant<WorldQuestion, Reply> next;
    friend bool operator==(const ConversationStep&, const ConversationStep&) = default;
};

/// A call is answered: the greeting.
[[nodiscard]] ConversationStep greet(ConversationId id, Caller caller, Language language, const TalkSetting& setting);

/// The caller says something. While the world is being asked, what was asked is asked again, and nothing changes; of
/// what is over, the last reply is given again. Cost: some microseconds.
[[nodiscard]] ConversationStep converse(const Conversation& conversation, const Utterance& said,
                                        const TalkSetting& setting, const Now& now);

/// The world answers what it was asked last. An answer to something else changes nothing.
[[nodiscard]] ConversationStep given(const Conversation& conversation, const WorldAnswer& answer,
                                     const TalkSetting& setting, const Now& now);

/// Under what the caller's next words are to be understood. It points into the conversation and the setting.
[[nodiscard]] Hearing hearing_of(const Conversation& conversation, const TalkSetting& setting, const Now& now);

/// One slot of what was heard: its value as it was understood, the words that said it.
struct HeardSlot {
    SlotKind slot;
    std::string value;  ///< as one writes it; the readings, while they are in doubt
    std::string words;
    friend bool operator==(const HeardSlot&, const HeardSlot&) = default;
};
/// What the agent sees who takes a conversation over.
struct ScreenPop {
    std::optional<Purpose> purpose{};
    std::optional<HandOverReason> reason{};
    Caller caller = Withheld{WithheldReason::not_given};
    std::vector<HeardSlot> heard{};
    std::string message{};
    std::vector<HeldTable> held{};
    std::vector<std::string> unanswered{};
    std::vector<SaidLine> lines{};
    std::optional<VoiceStream> stream{};  ///< in which the caller can be heard again
    friend bool operator==(const ScreenPop&, const ScreenPop&) = default;
};
/// All that a conversation has come to, at any point of it. Cost: linear in its lines.
[[nodiscard]] ScreenPop screen_pop(const Conversation& conversation, const Now& now);
/// The same as lines of notes, as a call keeps them and a hand-over to the restaurant has them.
[[nodiscard]] std::string notes_of(const ScreenPop& pop);

}  // namespace denwaban

#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "../unit/talk_world.hpp"
#include "english_ways.hpp"
#include "noise.hpp"
#include "ways.hpp"

namespace callers {

using namespace denwaban;
using talk_world::World;

/// What is left out, to see what it brings.
struct Without {
    bool asked = false;      ///< the question just asked, when words are understood
    bool known = false;      ///< what is known
    bool hours = false;      ///< the restaurant's hours, to who talks
    bool repairs = false;    ///< words that take back
    bool fillers = false;    ///< words that say nothing
    bool heard = false;      ///< nobody listens to what is said back while the next is asked
    bool keypad = false;     ///< nobody presses keys
    bool examples = false;   ///< nobody speaks more plainly once shown how
    bool read_back = false;  ///< nobody listens to what is read back
};

/// How callers and recognition are.
struct Setting {
    Noise noise{};
    Without without{};
    double inattentive = 0;  ///< share of the read-backs to which one says yes without having listened
    double rivals = 0.02;    ///< share of the read-backs meanwhile somebody else books
    /// Who hears in place of the noise; what is said is spoken then.
    std::function<std::string(const std::string&)> recogniser{};
};

/// A booking as somebody agreed to it: day, begin, chairs, telephone number.
using Agreed = std::tuple<Date, MinuteOfDay, int, std::string>;

/// What became of a call.
enum class End { done, went_away, handed_over, gave_up, unfinished, dead_end };
inline const std::vector<std::string> end_names{"done",    "went away",  "handed over",
                                                "gave up", "unfinished", "dead end"};

/// A turn, for who looks at a conversation.
struct Heard {
    std::string machine;
    std::string said;
    std::string heard;
};

/// Somebody who calls, has something in mind, and speaks.
class SimulatedCaller {
public:
    SimulatedCaller(World& world, std::vector<Agreed>& truth, Chance& chance, const Setting& setting, Goal goal,
                    Kind kind, std::string id);

    End call();

    [[nodiscard]] std::optional<HandOverReason> reason() const { return step_.conversation.reason; }
    [[nodiscard]] int turns() const { return turns_; }
    /// Bookings kept that nobody agreed to or wanted, or that are not kept although they were agreed to.
    [[nodiscard]] int wrong() const { return wrong_; }
    [[nodiscard]] const std::vector<Heard>& lines() const { return lines_; }
    [[nodiscard]] const Wants& wants() const { return wants_; }

private:
    // caller_speaks.cpp
    [[nodiscard]] std::string next();
    [[nodiscard]] std::string opening();
    [[nodiscard]] std::string booking_in_words();
    [[nodiscard]] std::string between(MinuteOfDay from);
    [[nodiscard]] std::string answer(Question asked);
    [[nodiscard]] std::string slot(SlotKind kind);
    [[nodiscard]] std::string what_to_change();
    [[nodiscard]] std::string read_back();
    [[nodiscard]] std::string offered();
    [[nodiscard]] std::string anything_else();
    [[nodiscard]] std::string away();
    [[nodiscard]] std::string message();
    [[nodiscard]] std::optional<std::string> misheard();
    [[nodiscard]] std::string wrong_slots();
    [[nodiscard]] std::string polite(std::string said);
    [[nodiscard]] std::string english(Question asked);
    void change_mind();

    // caller.cpp
    void want_something();
    void hear(const std::string& said);
    void press(const std::string& keys);
    void take(const Utterance& said);
    void agree();
    void settle();
    void rival_books();
    [[nodiscard]] End ended() const;
    [[nodiscard]] Agreed as_agreed(int people) const;
    [[nodiscard]] bool is_right() const;
    [[nodiscard]] TalkSetting talk_setting() const;
    void until_reply();
    [[nodiscard]] bool is_kept_as_wanted() const;
    [[nodiscard]] std::string keys() const;
    [[nodiscard]] std::string preprocessed(std::string text) const;

    [[nodiscard]] const Conversation& talk() const { return step_.conversation; }
    [[nodiscard]] const Reply& reply() const { return std::get<Reply>(step_.next); }
    [[nodiscard]] const std::string& text() const { return reply().say.text(); }
    [[nodiscard]] bool hears(std::string_view part) const { return text().find(part) != std::string::npos; }
    [[nodiscard]] bool is(Kind kind) const { return kind_ == kind; }
    [[nodiscard]] std::string spoken_party(const Wants& wants) const;
    [[nodiscard]] std::string spoken_wish(const Wants& wants) const;
    [[nodiscard]] bool is_understood() const;
    [[nodiscard]] bool is_named(std::string_view name) const;
    [[nodiscard]] bool wants_booking() const;

    World& world_;
    std::vector<Agreed>& truth_;
    Chance& chance_;
    const Setting& setting_;
    Goal goal_;
    Kind kind_;
    std::string id_;
    Wants wants_{};
    std::optional<Wants> booked_{};  ///< what is in the book already, and is theirs
    Ways ways_;
    EnglishWays english_;
    ConversationStep step_{{}, Reply{}};
    std::vector<Heard> lines_{};
    std::vector<Agreed> agreed_{};
    std::optional<Agreed> given_up_{};
    bool is_shown_ = true;
    int turns_ = 0;
    int patience_ = 60;
    int wrong_ = 0;
    int changes_ = 0;    ///< of mind, left
    bool done_ = false;  ///< what was wanted is done
    bool left_ = false;  ///< nothing that is offered is wanted
    bool asked_beside_ = false;
    bool plainly_ = false;
    bool is_settled_ = false;  ///< one time is wanted, and no other
    int rounds_ = 0;           ///< of offers declined
};

/// The bookings that stand.
[[nodiscard]] std::vector<Agreed> agreed_in(const World& world);

}  // namespace callers

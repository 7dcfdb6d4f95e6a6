/// Whatever is said, keyed or answered by the world, in any order: a conversation ends, is kept and comes back as it
/// was after every turn, and can be handed to an agent at any.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <denwaban/talk/ssml.hpp>

#include "../unit/talk_world.hpp"
#include "require.hpp"

using namespace denwaban;

namespace {

/// What the bytes say, a line each: `#` keys, `!` the world fails, `?` it answers what nobody asked, `=` the turn comes
/// again; anything else is spoken.
class Lines {
public:
    explicit Lines(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] std::optional<std::string_view> next() {
        if (rest_.empty()) return std::nullopt;
        const auto end = std::min(rest_.find('\n'), rest_.size());
        const auto line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return line;
    }

private:
    std::string_view rest_;
};

[[nodiscard]] WorldAnswer failed(const WorldQuestion& question) {
    const Errors down{{ErrorCode::timed_out, "", {}}};
    switch (question.index()) {
        case 0:
            return Expected<Proposal, Errors>{Unexpected{down}};
        case 1:
            return Expected<std::vector<FoundBooking>, Errors>{Unexpected{down}};
        case 2:
            return Expected<std::optional<Customer>, Errors>{Unexpected{down}};
        default:
            return Expected<CommandDone, Errors>{Unexpected{down}};
    }
}

class Talking {
public:
    explicit Talking(std::uint8_t how) {
        world_.policy.messages = {{Intent::lost_property, {"lost"}}};
        if ((how & 1U) != 0) world_.policy.asked = {SlotKind::name, SlotKind::needs, SlotKind::allergies};
        const auto phone = PhoneNumber::parse("09012345678").value();
        world_.has_booked("b1", talk_world::today, talk_world::clock(19), 2, phone, "ヤマダ");
        if ((how & 2U) != 0) world_.has_booked("b2", talk_world::today, talk_world::clock(18), 4, phone, "ヤマダ");
        const Caller caller = (how & 4U) != 0 ? Caller{phone} : Caller{Withheld{WithheldReason::by_caller}};
        const auto language = (how & 8U) != 0 ? Language::english : Language::japanese;
        step_ = greet({"c"}, caller, language, world_.setting());
        check();
    }

    void hear(std::string_view line) {
        Utterance said{std::to_string(++turn_), {}, {}, {}};
        const bool fails = line.starts_with('!');
        if (fails) line.remove_prefix(1);
        if (line.starts_with('=')) said.id = std::to_string(--turn_);
        if (line.starts_with('?')) {
            step_ =
                given(step_.conversation, Expected<CommandDone, Errors>{CommandDone{}}, world_.setting(), world_.now);
            return answer(fails);
        }
        if (line.starts_with('#')) {
            said.keys = line.substr(1);
        } else {
            said.text = line;
            said.meaning = understand(line, hearing_of(step_.conversation, world_.setting(), world_.now));
        }
        step_ = converse(step_.conversation, said, world_.setting(), world_.now);
        answer(fails);
    }

    [[nodiscard]] bool is_over() const { return denwaban::is_over(step_.conversation.state); }
    [[nodiscard]] int most_turns() const { return world_.policy.most_turns; }

private:
    void answer(bool fails) {
        constexpr int most = 50;
        for (int asked = 0; const auto* question = std::get_if<WorldQuestion>(&step_.next); ++asked) {
            require(asked < most);
            check();
            const auto answered = fails ? failed(*question) : world_.answer(*question);
            step_ = given(step_.conversation, answered, world_.setting(), world_.now);
        }
        check();
    }
    void check() const {
        const auto& talk = step_.conversation;
        const auto pop = screen_pop(talk, world_.now);
        (void)notes_of(pop);
        const auto again = conversation_from_json(to_json(talk));
        require(again.has_value() && *again == talk);
        const auto* reply = std::get_if<Reply>(&step_.next);
        require((reply == nullptr) == talk.waiting_for.has_value());
        if (reply == nullptr) return;
        require(!reply->say.empty() && check_ssml(reply->say.ssml()).empty());
        require(reply->listen.has_value() != denwaban::is_over(talk.state));
    }

    talk_world::World world_{};
    ConversationStep step_{{}, Reply{}};
    int turn_ = 0;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0 || size > 2000) return 0;
    const std::string_view bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    if (!is_utf8(bytes)) return 0;
    Talking talking{data[0]};
    Lines lines{bytes};
    for (auto line = lines.next(); line; line = lines.next()) talking.hear(*line);
    // Who says no more is not held for ever.
    for (int turns = 0; !talking.is_over(); ++turns) {
        require(turns <= talking.most_turns());
        talking.hear("");
    }
    return 0;
}

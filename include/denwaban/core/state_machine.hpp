#pragma once

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <denwaban/core/names.hpp>

namespace denwaban {

/// The event leads to `to`, which may be the state itself; the machine's owner then carries out `effect`.
template <class State, class Effect>
struct Moved {
    State to;
    std::optional<Effect> effect;
    friend constexpr bool operator==(const Moved&, const Moved&) = default;
};

/// The event changes nothing, and nothing is wrong with it.
struct Ignored {
    friend constexpr bool operator==(Ignored, Ignored) = default;
};

/// The event must not happen in this state.
struct Refused {
    std::string_view reason;
    friend constexpr bool operator==(const Refused&, const Refused&) = default;
};

/// What one event does to one state.
template <class State, class Effect>
using Step = std::variant<Moved<State, Effect>, Ignored, Refused>;

/// What `moves_to` gives.
template <class State>
struct MovesTo {
    State to;
};

/// The type of `any_state`.
struct AnyState {};
/// The type of `any_event`.
struct AnyEvent {};

/// The words of a row; a refusal's reason is a literal.
inline constexpr AnyState any_state{};
/// In a row: whatever happens.
inline constexpr AnyEvent any_event{};
/// In a row: the event changes nothing.
inline constexpr Ignored ignored{};
/// In a row: the event leads there.
template <Named State>
[[nodiscard]] constexpr MovesTo<State> moves_to(State to) noexcept {
    return {to};
}
/// In a row: the event must not happen; `reason` is for people.
[[nodiscard]] consteval Refused refused(const char* reason) { return {reason}; }

namespace detail {

template <class Value, class Any>
class OneOrAny {
public:
    constexpr OneOrAny(Value value) noexcept : value_(value) {}
    constexpr OneOrAny(Any) noexcept {}
    [[nodiscard]] constexpr const std::optional<Value>& one() const noexcept { return value_; }

private:
    std::optional<Value> value_;
};

}  // namespace detail

/// A lifecycle as a table: every event in every state moves, is ignored or is refused.
///
/// A machine whose table leaves a pair of state and event without an answer, or has a row that answers no pair
/// (given twice, or wholly hidden behind narrower rows), does not compile. The narrowest row answers: one for the
/// very pair, else the state's row for any event, else the event's row for any state. There is no row for both.
template <Named State, Named Event, Named Effect>
class StateMachine {
public:
    /// A step that leads to a state.
    using Move = Moved<State, Effect>;
    /// What one event does to one state.
    using Step = denwaban::Step<State, Effect>;

    /// One line of the table: `{State::ringing, Event::accepted, moves_to(State::talking), Effect::start_timer}`.
    class Row {
    public:
        /// A state, or `any_state`.
        using From = detail::OneOrAny<State, AnyState>;
        /// An event, or `any_event`.
        using On = detail::OneOrAny<Event, AnyEvent>;

        constexpr Row(From from, On on, MovesTo<State> move) noexcept
            : from_(from.one()), on_(on.one()), step_(Move{move.to, std::nullopt}) {}
        constexpr Row(From from, On on, MovesTo<State> move, Effect effect) noexcept
            : from_(from.one()), on_(on.one()), step_(Move{move.to, effect}) {}
        constexpr Row(From from, On on, Ignored nothing) noexcept : from_(from.one()), on_(on.one()), step_(nothing) {}
        constexpr Row(From from, On on, Refused refusal) noexcept : from_(from.one()), on_(on.one()), step_(refusal) {}

        /// Nullopt for any; so is `on`.
        [[nodiscard]] constexpr std::optional<State> from() const noexcept { return from_; }
        /// Nullopt for any.
        [[nodiscard]] constexpr std::optional<Event> on() const noexcept { return on_; }
        /// What the row answers.
        [[nodiscard]] constexpr const Step& step() const noexcept { return step_; }

    private:
        std::optional<State> from_;
        std::optional<Event> on_;
        Step step_;
    };

    /// What one pair is answered.
    struct Answer {
        State from;
        Event on;
        Step step;
    };
    /// How many questions the table answers.
    static constexpr std::size_t pairs = count_of<State> * count_of<Event>;

    consteval StateMachine(State initial, std::initializer_list<Row> rows)
        : initial_(existing(initial)),
          answers_(answers({rows.begin(), rows.size()}, std::make_index_sequence<pairs>{})) {}

    /// Where the lifecycle begins.
    [[nodiscard]] constexpr State initial() const noexcept { return initial_; }

    /// Constant time. Precondition: the enumerations have the values.
    [[nodiscard]] constexpr Step step(State state, Event event) const noexcept {
        assert(index_of(state) < count_of<State> && index_of(event) < count_of<Event>);
        return answers_[pair(state, event)].step;
    }

    /// Every pair and its answer, by state and then by event.
    [[nodiscard]] constexpr std::span<const Answer, pairs> rows() const noexcept { return answers_; }

    /// Whether no event leads out of the state.
    [[nodiscard]] constexpr bool is_final(State state) const noexcept {
        return std::ranges::none_of(rows(), [state](const Answer& answer) {
            const auto* moved = std::get_if<Move>(&answer.step);
            return answer.from == state && moved != nullptr && moved->to != state;
        });
    }

private:
    /// The row that answers each pair. Indices, because GCC 12 can't compare pointers into a table being made.
    using Choice = std::array<std::optional<std::size_t>, pairs>;

    static constexpr std::size_t pair(State state, Event event) noexcept {
        return index_of(state) * count_of<Event> + index_of(event);
    }

    template <class Enum>
    static constexpr Enum existing(Enum value) {
        if (index_of(value) >= count_of<Enum>) throw "the enumeration has more values than names";
        return value;
    }

    static constexpr Choice choose(std::span<const Row> rows) {
        Choice choice{};
        for (std::size_t index = 0; index < rows.size(); ++index) {
            check(rows[index]);
            if (rows[index].from() && rows[index].on()) cover(choice, rows[index], index);
        }
        for (std::size_t index = 0; index < rows.size(); ++index) {
            if (!rows[index].on()) cover(choice, rows[index], index);
        }
        for (std::size_t index = 0; index < rows.size(); ++index) {
            if (!rows[index].from()) cover(choice, rows[index], index);
        }
        return choice;
    }

    static constexpr void check(Row row) {
        if (!row.from() && !row.on()) throw "a row for any state and any event answers what nobody thought of";
        if (row.from()) existing(*row.from());
        if (row.on()) existing(*row.on());
        if (!std::holds_alternative<Move>(row.step())) return;
        const Move move = std::get<Move>(row.step());
        existing(move.to);
        if (move.effect) existing(*move.effect);
    }

    /// Lets the row answer what no row has answered yet.
    static constexpr void cover(Choice& choice, Row row, std::size_t index) {
        const std::size_t first_state = row.from() ? index_of(*row.from()) : 0;
        const std::size_t last_state = row.from() ? first_state : count_of<State> - 1;
        const std::size_t first_event = row.on() ? index_of(*row.on()) : 0;
        const std::size_t last_event = row.on() ? first_event : count_of<Event> - 1;
        std::size_t covered = 0;
        for (auto state = first_state; state <= last_state; ++state) {
            for (auto event = first_event; event <= last_event; ++event) {
                auto& chosen = choice[state * count_of<Event> + event];
                if (chosen) continue;
                chosen = index;
                ++covered;
            }
        }
        if (covered == 0) throw "a row is given twice, or narrower rows hide it";
    }

    template <std::size_t... Pairs>
    static constexpr std::array<Answer, pairs> answers(std::span<const Row> rows, std::index_sequence<Pairs...>) {
        const auto choice = choose(rows);
        return {answer<static_cast<State>(Pairs / count_of<Event>), static_cast<Event>(Pairs % count_of<Event>)>(
            rows, choice)...};
    }

    template <State from, Event on>
    static constexpr Answer answer(std::span<const Row> rows, const Choice& choice) {
        return {from, on, rows[row_for(from, on, choice)].step()};
    }

    static constexpr std::size_t row_for(State state, Event event, const Choice& choice) {
        const auto row = choice[pair(state, event)];
        if (!row) throw "no row answers this state and event";
        return *row;
    }

    State initial_;
    std::array<Answer, pairs> answers_;
};

/// The moves as a Mermaid `stateDiagram-v2`; what is ignored or refused isn't drawn.
template <Named State, Named Event, Named Effect>
[[nodiscard]] std::string to_mermaid(const StateMachine<State, Event, Effect>& machine) {
    const auto line = [](std::string_view from, std::string_view to) {
        return std::string{"    "}.append(from).append(" --> ").append(to);
    };
    auto text = "stateDiagram-v2\n" + line("[*]", name_of(machine.initial())) + "\n";
    for (const auto& answer : machine.rows()) {
        const auto* moved = std::get_if<Moved<State, Effect>>(&answer.step);
        if (moved == nullptr) continue;
        text.append(line(name_of(answer.from), name_of(moved->to))).append(" : ").append(name_of(answer.on));
        if (moved->effect) text.append(" / ").append(name_of(*moved->effect));
        text.append("\n");
    }
    for (std::size_t index = 0; index < count_of<State>; ++index) {
        const auto state = static_cast<State>(index);
        if (machine.is_final(state)) text.append(line(name_of(state), "[*]")).append("\n");
    }
    return text;
}

}  // namespace denwaban

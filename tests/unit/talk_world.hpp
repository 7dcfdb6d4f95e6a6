#pragma once

#include <algorithm>
#include <chrono>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/documents/conversation_json.hpp>
#include <denwaban/reservation/change_date.hpp>
#include <denwaban/reservation/command.hpp>
#include <denwaban/reservation/periods_of.hpp>
#include <denwaban/talk/conversation.hpp>

/// A small restaurant with its day books, for whoever talks to it: what a Lambda and a ledger are elsewhere.
namespace talk_world {

using namespace denwaban;
using namespace std::chrono_literals;

/// A Friday.
inline constexpr auto today = make_date(2026, 11, 27);

inline Now at_noon(Date date = today) { return now_in(TimeZone::tokyo(), Instant{date.time_since_epoch() + 3h}); }
inline MinuteOfDay clock(int hour, int minute = 0) { return *MinuteOfDay::make(hour * 60 + minute); }

/// Lunch from 11 to 14, dinner from 17 to 23; closed on Mondays.
inline OpenedRestaurant hanamaru() {
    Restaurant restaurant;
    restaurant.id = {"hanamaru"};
    restaurant.name = "花丸";
    restaurant.kana = "はなまる";
    const Service lunch{"lunch", clock(11), clock(14), {.food = clock(13, 30)}};
    const Service dinner{"dinner", clock(17), clock(23), {.food = clock(21, 30)}};
    restaurant.hours.rules.push_back({{OnWeekdays{{0, 2, 3, 4, 5, 6}}}, Open{{lunch, dinner}}});
    return open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo(),
                           {make_date(2026, 11, 1), make_date(2027, 3, 31)})
        .value();
}

inline Table table(std::string id, int least, int most, SeatKind kind = SeatKind::table) {
    return {{std::move(id)}, *Covers::make(least), *Covers::make(most), {}, kind};
}
/// Two for two, which can be joined for four, one for four, and a room for six.
inline FloorPlan small_plan() {
    return *FloorPlan::make(
        {table("A", 1, 2), table("B", 1, 2), table("C", 2, 4), table("room", 2, 6, SeatKind::private_room)},
        {{{{"A"}, {"B"}}, Covers::of(3), Covers::of(4)}});
}

/// As whoever keeps it between two turns has it again.
inline Conversation kept(const Conversation& conversation) {
    const auto text = to_json(conversation);
    auto again = conversation_from_json(text);
    if (!again) throw std::logic_error{to_string(again.error().front()) + text};
    if (*again != conversation) throw std::logic_error{"comes back otherwise: " + text + " as " + to_json(*again)};
    return *std::move(again);
}

/// Answers what a conversation asks, on books that it keeps.
class World {
public:
    explicit World(FloorPlan plan = small_plan()) : plan_(std::move(plan)) {}

    [[nodiscard]] TalkSetting setting() const { return {restaurant, policy}; }

    [[nodiscard]] DayBook& book_of(Date date) {
        const auto found = books.find(date);
        if (found != books.end()) return found->second;
        DayBookContents contents;
        contents.restaurant = restaurant.restaurant.id;
        contents.date = date;
        contents.floor_plan = plan_;
        contents.periods = periods_of(restaurant.hours, date).value();
        return books.emplace(date, DayBook::make(contents).value()).first->second;
    }

    /// Somebody who is in the book already.
    void has_booked(std::string id, Date date, MinuteOfDay begin, int covers, std::optional<PhoneNumber> phone = {},
                    std::string kana = {}) {
        NewReservation one;
        one.id = {std::move(id)};
        one.request.begin = begin;
        one.request.wish.party.adults = *Covers::make(covers);
        one.details.phone = phone;
        one.details.kana = std::move(kana);
        By by;
        by.now = now;
        book_of(date) = book(book_of(date), one, by).value().book;
    }

    [[nodiscard]] WorldAnswer answer(const WorldQuestion& question) {
        return std::visit([&](const auto& one) { return answer_to(one); }, question);
    }
    /// Answers until there is something to say.
    [[nodiscard]] ConversationStep until_reply(ConversationStep step) {
        while (const auto* question = std::get_if<WorldQuestion>(&step.next)) {
            step = given(kept(step.conversation), answer(*question), setting(), now);
        }
        step.conversation = kept(step.conversation);
        return step;
    }

    OpenedRestaurant restaurant = hanamaru();
    TalkPolicy policy{};
    Now now = at_noon();
    std::map<Date, DayBook> books{};
    std::map<PhoneNumber, Customer> customers{};
    std::size_t commands = 0;

private:
    [[nodiscard]] WorldAnswer answer_to(const ProposalWanted& wanted) {
        const auto known = periods_of(restaurant.hours, wanted.date);
        if (!known) return Expected<Proposal, Errors>{Unexpected{Errors{known.error()}}};
        std::vector<DayBook> others;
        for (const auto date : wanted.others) {
            if (periods_of(restaurant.hours, date)) others.push_back(book_of(date));
        }
        Asking asking;
        asking.changing = wanted.changing;
        return propose(book_of(wanted.date), wanted.request, now, asking, others);
    }
    [[nodiscard]] WorldAnswer answer_to(const BookingsWanted& wanted) {
        std::vector<FoundBooking> all;
        for (const auto& [date, day] : books) {
            for (const auto& one : day->reservations) {
                if (date >= wanted.from && one.details.phone == wanted.phone) all.push_back({date, one});
            }
        }
        return Expected<std::vector<FoundBooking>, Errors>{std::move(all)};
    }
    [[nodiscard]] WorldAnswer answer_to(const CustomerWanted& wanted) {
        const auto found = customers.find(wanted.phone);
        return Expected<std::optional<Customer>, Errors>{found == customers.end() ? std::nullopt
                                                                                  : std::optional{found->second}};
    }
    [[nodiscard]] WorldAnswer answer_to(const CommandWanted& wanted) {
        using Done = Expected<CommandDone, Errors>;
        ++commands;
        By by;
        by.actor = wanted.by;
        by.now = now;
        by.key = wanted.key;
        if (const auto* move = std::get_if<DateMove>(&wanted.command)) {
            // Two books can't remember it in one place; a ledger does.
            if (moved_.contains(wanted.key)) return Done{CommandDone{}};
            const auto moved = change_date(book_of(wanted.date), book_of(move->to), move->booking, move->request, by);
            if (!moved) return Done{Unexpected{moved.error()}};
            book_of(wanted.date) = moved->from;
            book_of(move->to) = moved->to.book;
            moved_.insert(wanted.key);
            return Done{CommandDone{}};
        }
        const auto decided = decide(book_of(wanted.date), std::get<Command>(wanted.command), by);
        if (!decided) return Done{Unexpected{decided.error()}};
        book_of(wanted.date) = decided->book;
        return Done{CommandDone{decided->exceeded}};
    }

    FloorPlan plan_;
    std::set<std::string> moved_{};
};

template <class T>
[[nodiscard]] Heard<T> certainly(T value) {
    return {{std::move(value)}, {}, Precision::exact, {}};
}

/// What somebody says, made by hand.
struct Says {
    Meaning meaning{};
    std::string text{};

    Says& wants(Intent intent) {
        meaning.intents.push_back({intent, {}});
        return *this;
    }
    Says& on(Date day) {
        meaning.slots.day = certainly(day);
        return *this;
    }
    Says& at(MinuteOfDay minute) {
        meaning.slots.time = certainly(TimeWish{minute});
        return *this;
    }
    Says& of(int adults, int children = 0) {
        meaning.slots.party = certainly(PartyWish{Party{*Covers::make(adults), *Covers::make(children)}});
        return *this;
    }
    Says& named(std::string kana) {
        meaning.slots.name = certainly(SpokenName{kana, kana});
        return *this;
    }
    Says& phone(std::string_view number) {
        meaning.slots.phone = certainly(PhoneNumber::parse(number).value());
        return *this;
    }
    Says& yes() {
        meaning.polarity = Polarity::yes;
        return *this;
    }
    Says& no() {
        meaning.polarity = Polarity::no;
        return *this;
    }
    Says& words(std::string said) {
        text = std::move(said);
        return *this;
    }
};

/// A call, turn by turn.
class PhoneCall {
public:
    PhoneCall(World& world, Caller caller, Language language = Language::japanese, std::string id = "c1")
        : world_(world), step_(greet({std::move(id)}, caller, language, world.setting())) {}

    /// What is answered.
    std::string says(const Says& said) { return hears({{}, said.text, said.meaning, {}}); }
    /// In words, as they are understood.
    std::string hears_words(const std::string& text) {
        const auto hearing = hearing_of(step_.conversation, world_.setting(), world_.now);
        return hears({{}, text, understand(text, hearing), {}});
    }
    std::string keys(std::string figures) { return hears({{}, {}, {}, std::move(figures)}); }
    std::string hears(const Utterance& said) {
        step_ = world_.until_reply(converse(step_.conversation, said, world_.setting(), world_.now));
        return reply().say.text();
    }
    [[nodiscard]] const Reply& reply() const { return std::get<Reply>(step_.next); }
    [[nodiscard]] const Conversation& talk() const { return step_.conversation; }

private:
    World& world_;
    ConversationStep step_;
};

}  // namespace talk_world

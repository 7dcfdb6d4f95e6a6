/// Callers with something in mind, who correct themselves, fall silent, are not understood and lose patience, against a
/// restaurant's real day books: what they agreed to is what is booked, and every conversation ends.

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <denwaban/core/random.hpp>
#include <denwaban/talk/readings.hpp>
#include <denwaban/talk/ssml.hpp>

#include "../unit/talk_world.hpp"

namespace converse_property {
using namespace denwaban;
using namespace talk_world;

namespace {

class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    int below(int most) { return static_cast<int>(random_() % static_cast<std::uint64_t>(most)); }
    bool once_in(int times) { return below(times) == 0; }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

private:
    SplitMix64 random_;
};

/// A booking as somebody agreed to it.
using Agreed = std::tuple<Date, MinuteOfDay, int, std::string>;

[[nodiscard]] std::vector<Agreed> agreed_in(const World& world) {
    std::vector<Agreed> all;
    for (const auto& [date, book] : world.books) {
        for (const auto& one : book->reservations) {
            if (is_agreed(one)) all.emplace_back(date, one.begin, chairs_of(one).count(), one.details.kana);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

struct Goal {
    Purpose purpose;
    Date day;
    MinuteOfDay time;
    int people;
    std::string name;
    PhoneNumber phone;
};

enum class End { booked, changed, cancelled, handed_over, ended, gave_up };
constexpr std::array<std::string_view, 6> end_names{"booked",      "changed", "cancelled",
                                                    "handed over", "ended",   "gave up"};

/// Somebody who calls, wants one thing, and hears what is read back.
class Caller {
public:
    Caller(World& world, std::vector<Agreed>& truth, Chance& chance, std::string id)
        : world_(world), truth_(truth), chance_(chance), id_(std::move(id)), goal_(some_goal()) {}

    End call() {
        const denwaban::Caller shown =
            chance_.once_in(4) ? denwaban::Caller{Withheld{WithheldReason::by_caller}} : denwaban::Caller{goal_.phone};
        step_ = greet({id_}, shown, Language::japanese, world_.setting());
        int turns = 0;
        while (!is_over(step_.conversation.state)) {
            RC_ASSERT(turns <= world_.policy.most_turns);
            if (++turns > patience_) return End::gave_up;
            hear(next());
        }
        if (done_) return *done_;
        return step_.conversation.state == ConversationState::handed_over ? End::handed_over : End::ended;
    }
    [[nodiscard]] std::optional<HandOverReason> reason() const { return step_.conversation.reason; }

private:
    [[nodiscard]] Goal some_goal() {
        static const std::vector<std::string> names{"ヤマダ", "サトウ", "スズキ", "タカハシ", "タナカ"};
        static const std::vector<int> hours{11, 12, 13, 17, 18, 19, 19, 20, 21};
        const auto phone = PhoneNumber::parse("0901234" + std::to_string(1000 + chance_.below(40))).value();
        Goal goal{Purpose::book,
                  today + date::days{chance_.below(4)},
                  clock(chance_.one_of(hours), 30 * chance_.below(2)),
                  1 + chance_.below(6),
                  chance_.one_of(names),
                  phone};
        const auto* mine = booked_by(phone);
        if (mine != nullptr && chance_.once_in(2)) {
            goal.purpose = chance_.once_in(2) ? Purpose::cancel : Purpose::change;
            goal.name = mine->details.kana;
            goal.people = chairs_of(*mine).count();
        }
        return goal;
    }

    [[nodiscard]] const Reservation* booked_by(const PhoneNumber& phone) const {
        const Reservation* found = nullptr;
        for (const auto& [date, book] : world_.books) {
            for (const auto& one : book->reservations) {
                if (one.details.phone == phone && is_agreed(one)) found = &one;
            }
        }
        return found;
    }

    [[nodiscard]] bool is_heard(const Spoken& said) const { return text().find(said.text()) != std::string::npos; }
    [[nodiscard]] const std::string& text() const { return std::get<Reply>(step_.next).say.text(); }

    [[nodiscard]] Says say_all() {
        Says says;
        const bool in_one = chance_.once_in(2);
        if (in_one || chance_.once_in(2)) says.on(goal_.day);
        if (in_one || chance_.once_in(2)) say_time(says);
        if (in_one || chance_.once_in(3)) says.of(goal_.people);
        if (chance_.once_in(5)) says.named(goal_.name);
        return says;
    }
    void say_time(Says& says) {
        says.at(goal_.time);
        const int other = goal_.time.count() % (12 * 60);
        if (chance_.once_in(3) && other != goal_.time.count()) {
            says.meaning.slots.time->readings.insert(says.meaning.slots.time->readings.begin(),
                                                     TimeWish{*MinuteOfDay::make(other)});
        }
    }
    /// Changes their mind about one thing.
    void change_mind(Says& says) {
        switch (chance_.below(3)) {
            case 0:
                goal_.time = clock(17 + chance_.below(5));
                says.at(goal_.time);
                says.meaning.corrected.push_back(SlotKind::time);
                break;
            case 1:
                goal_.people = 1 + chance_.below(4);
                says.of(goal_.people);
                break;
            default:
                goal_.day = today + date::days{chance_.below(4)};
                says.on(goal_.day);
        }
    }

    [[nodiscard]] Says next() {
        if (chance_.once_in(12)) return Says{}.wants(Intent::silence);
        if (chance_.once_in(12)) return Says{}.wants(Intent::noise);
        if (chance_.once_in(25)) return Says{}.wants(Intent::ask_hours);
        if (chance_.once_in(40)) return Says{}.wants(Intent::repeat);
        if (chance_.once_in(100)) return Says{}.wants(Intent::human);
        const auto& listen = std::get<Reply>(step_.next).listen;
        switch (listen->asked.value_or(Question::wish)) {
            case Question::wish:
                return wish();
            case Question::day:
                return Says{}.on(which_day());
            case Question::time: {
                Says says;
                if (step_.conversation.state == ConversationState::offering) change_mind(says);
                says.at(goal_.time);
                return says;
            }
            case Question::party:
                return Says{}.of(goal_.people);
            case Question::name:
                return Says{}.named(goal_.name);
            case Question::phone:
                return Says{}.phone(goal_.phone.national());
            case Question::read_back:
                return read_back();
            case Question::offer:
                return offered();
            case Question::anything_else:
                return Says{}.no();
            case Question::needs:
            case Question::allergies:
            case Question::course:
            case Question::occasion:
            case Question::budget:
                return Says{}.no();
        }
        return Says{};
    }

    [[nodiscard]] Date which_day() const {
        const auto& talk = step_.conversation;
        return talk.bookings && talk.bookings->size() > 1 ? talk.bookings->front().date : goal_.day;
    }

    [[nodiscard]] Says wish() {
        if (goal_.purpose == Purpose::cancel) return Says{}.wants(Intent::cancel);
        if (goal_.purpose == Purpose::book) {
            return step_.conversation.declined ? wrong() : say_all().wants(Intent::book);
        }
        Says says = Says{}.wants(Intent::change);
        if (step_.conversation.bookings) change_mind(says);
        return says;
    }
    /// What was read back and was not so.
    [[nodiscard]] Says wrong() {
        Says says;
        change_mind(says);
        return says;
    }

    [[nodiscard]] bool is_right() const {
        const auto* conversation = &step_.conversation;
        if (goal_.purpose == Purpose::book) {
            return is_heard(spoken_day(goal_.day, today)) && is_heard(spoken_half_day_clock(goal_.time)) &&
                   is_heard(spoken_count(Counter::guests, goal_.people)) && is_heard(Spoken{goal_.name} + "様");
        }
        return conversation->bookings && conversation->bookings->size() == 1;
    }

    [[nodiscard]] Says read_back() {
        if (goal_.purpose == Purpose::book && !is_right()) {
            Says says;
            says.on(goal_.day).at(goal_.time).of(goal_.people).named(goal_.name).no();
            return says;
        }
        if (chance_.once_in(8)) return Says{}.no();
        Says says;
        says.yes();
        if (goal_.purpose != Purpose::cancel && chance_.once_in(10)) change_mind(says);  // はい、あ、やっぱり…
        if (!changes_anything(says)) agree();
        return says;
    }

    [[nodiscard]] bool changes_anything(const Says& says) const {
        const auto& slots = says.meaning.slots;
        const auto& known = step_.conversation.known;
        return !says.meaning.corrected.empty() || (slots.day && slots.day != known.day) ||
               (slots.party && slots.party != known.party);
    }

    /// Writes down what is agreed to, as it was heard.
    void agree() {
        const auto& talk = step_.conversation;
        if (goal_.purpose == Purpose::book) {
            if (talk.split.empty()) {
                agreed_.emplace_back(goal_.day, goal_.time, goal_.people, goal_.name);
            } else {
                RC_ASSERT(is_heard("2卓に分かれて"));
                const int second = goal_.people / 2;
                agreed_.emplace_back(goal_.day, goal_.time, goal_.people - second, goal_.name);
                agreed_.emplace_back(goal_.day, goal_.time, second, goal_.name);
            }
            end_ = End::booked;
            return;
        }
        const auto& found = talk.bookings->front();
        const auto& one = found.reservation;
        given_up_ = Agreed{found.date, one.begin, chairs_of(one).count(), one.details.kana};
        if (goal_.purpose == Purpose::cancel) {
            RC_ASSERT(is_heard("お取り消し"));
            RC_ASSERT(is_heard(spoken_day(found.date, today)) && is_heard(spoken_half_day_clock(one.begin)));
            end_ = End::cancelled;
            return;
        }
        RC_ASSERT(is_heard("変更いたします"));
        // What they did not name stays as it was; what they hear is what there will be.
        agreed_.push_back(heard_change(found));
        end_ = End::changed;
    }

    /// A change is read back from what to what: what there will be stands behind what there is.
    [[nodiscard]] Agreed heard_change(const FoundBooking& found) const {
        const auto to = text().substr(text().find("のご予約を、"));
        const auto is_told = [&](const Spoken& said) { return to.find(said.text()) != std::string::npos; };
        Agreed heard{found.date, found.reservation.begin, chairs_of(found.reservation).count(),
                     found.reservation.details.kana};
        for (int days = 0; days < 5; ++days) {
            if (is_told(spoken_day(today + date::days{days}, today))) std::get<0>(heard) = today + date::days{days};
        }
        for (int minute = 0; minute < 24 * 60; minute += 15) {
            if (is_told(Spoken{"、"} + spoken_half_day_clock(*MinuteOfDay::make(minute)) + "、"))
                std::get<1>(heard) = *MinuteOfDay::make(minute);
        }
        for (int people = 1; people < 10; ++people) {
            if (is_told(Spoken{"、"} + spoken_count(Counter::guests, people))) std::get<2>(heard) = people;
        }
        return heard;
    }

    [[nodiscard]] Says offered() {
        const auto& offers = step_.conversation.offers;
        if (chance_.once_in(6)) return Says{}.no();
        const auto& one = chance_.one_of(offers);
        RC_ASSERT(is_heard(spoken_half_day_clock(one.begin)));
        goal_.time = one.begin;
        goal_.day = one.date;
        if (offers.size() == 1) return Says{}.yes();
        return Says{}.on(one.date).at(one.begin);
    }

    void hear(const Says& says) {
        const auto before = step_;
        const auto settled = before.conversation.settled.size();
        Utterance said{"u" + std::to_string(before.conversation.turns), says.text, says.meaning, {}};
        step_ = world_.until_reply(converse(before.conversation, said, world_.setting(), world_.now));
        RC_ASSERT(check_ssml(std::get<Reply>(step_.next).say.ssml()).empty());
        if (chance_.once_in(4)) {
            // Whoever delivers turns delivers them again: to the conversation before, and to that after.
            const auto books = world_.books;
            const auto agreed = agreed_in(world_);
            RC_ASSERT(world_.until_reply(converse(step_.conversation, said, world_.setting(), world_.now)).next ==
                      step_.next);
            RC_ASSERT(world_.books == books);
            const auto again = world_.until_reply(converse(before.conversation, said, world_.setting(), world_.now));
            RC_ASSERT(agreed_in(world_) == agreed);
            const bool is_done = step_.conversation.settled.size() > settled;
            RC_ASSERT(!is_done || (again == step_ && world_.books == books));
        }
        const bool is_settled = step_.conversation.settled.size() > settled;
        if (is_settled) settle();
        agreed_.clear();
        given_up_.reset();
        RC_ASSERT(agreed_in(world_) == truth_);
    }

    void settle() {
        RC_ASSERT(end_);  // Nothing is done without a yes.
        if (given_up_) {
            const auto gone = std::find(truth_.begin(), truth_.end(), *given_up_);
            RC_ASSERT(gone != truth_.end());
            truth_.erase(gone);
        }
        truth_.insert(truth_.end(), agreed_.begin(), agreed_.end());
        std::sort(truth_.begin(), truth_.end());
        done_ = end_;
    }

    World& world_;
    std::vector<Agreed>& truth_;
    Chance& chance_;
    std::string id_;
    Goal goal_;
    int patience_ = 12 + chance_.below(40);
    ConversationStep step_{{}, Reply{}};
    std::vector<Agreed> agreed_{};
    std::optional<Agreed> given_up_{};
    std::optional<End> end_{};
    std::optional<End> done_{};
};

/// An afternoon of calls to one restaurant.
struct Figures {
    std::map<std::string, int> ends{};
    int calls = 0;
};

void afternoon(std::uint64_t seed, Figures& figures) {
    World world;
    world.policy.most_turns = 30;
    Chance chance{seed};
    std::vector<Agreed> truth;
    for (int number = 0; number < 30; ++number) {
        world.now = now_in(TimeZone::tokyo(), at_noon().instant - 3h + number * 3min);
        Caller caller{world, truth, chance, "c" + std::to_string(number)};
        const auto end = caller.call();
        auto name = std::string{end_names[static_cast<std::size_t>(end)]};
        if (end == End::handed_over) name += ": " + std::string{name_of(*caller.reason())};
        ++figures.ends[name];
        ++figures.calls;
    }
}

/// Anything at all.
[[nodiscard]] Utterance some_utterance(Chance& chance, int number) {
    Says says;
    for (int more = chance.below(3); more > 0; --more) {
        says.wants(static_cast<Intent>(chance.below(static_cast<int>(count_of<Intent>))));
    }
    if (chance.once_in(3)) says.on(today + date::days{chance.below(9) - 1});
    if (chance.once_in(6)) says.meaning.slots.day = Heard<Date>{{today, today + date::days{7}}, {}, {}, {}};
    if (chance.once_in(3)) says.at(*MinuteOfDay::make(chance.below(MinuteOfDay::max)));
    if (chance.once_in(8)) says.meaning.slots.time = certainly(TimeWish{static_cast<PartOfDay>(chance.below(9))});
    if (chance.once_in(8)) says.meaning.slots.time = certainly(TimeWish{TimeRange{{}, clock(20)}});
    if (chance.once_in(3)) says.of(chance.below(12), chance.below(3));
    if (chance.once_in(8)) says.meaning.slots.party = certainly(PartyWish{PartyChange{chance.below(5) - 2, 0, 0}});
    if (chance.once_in(4)) says.named("ヤマダ");
    if (chance.once_in(6)) says.phone("09012345678");
    if (chance.once_in(8))
        says.meaning.slots.needs.push_back({static_cast<Need>(chance.below(17)), Wanted::wanted, {}});
    if (chance.once_in(8)) says.meaning.corrected.push_back(static_cast<SlotKind>(chance.below(10)));
    says.meaning.polarity = static_cast<Polarity>(chance.below(4));
    says.words("何か");
    Utterance said{"u" + std::to_string(number), says.text, says.meaning, {}};
    if (chance.once_in(6)) said.keys = std::to_string(chance.below(3000)) + "#";
    return said;
}

void anything(std::uint64_t seed) {
    World world;
    world.policy.messages = {{Intent::lost_property, {"lost"}}, {Intent::late_arrival, {"late"}}};
    world.policy.asked = {SlotKind::needs, SlotKind::allergies, SlotKind::name, SlotKind::course, SlotKind::phone};
    Chance chance{seed};
    const auto phone = PhoneNumber::parse("09012345678").value();
    world.has_booked("b1", today, clock(19), 2, phone, "ヤマダ");
    if (chance.once_in(2)) world.has_booked("b2", today + date::days{1}, clock(18), 4, phone, "ヤマダ");
    const denwaban::Caller caller =
        chance.once_in(2) ? denwaban::Caller{phone} : denwaban::Caller{Withheld{WithheldReason::payphone}};
    auto step = greet({"c"}, caller, chance.once_in(2) ? Language::english : Language::japanese, world.setting());
    for (int turn = 0; !is_over(step.conversation.state); ++turn) {
        RC_ASSERT(turn <= world.policy.most_turns);
        const auto said = some_utterance(chance, turn);
        const auto before = agreed_in(world);
        const auto was = step.conversation.state;
        step = world.until_reply(converse(step.conversation, said, world.setting(), world.now));
        RC_ASSERT(!step.conversation.waiting_for);
        RC_ASSERT(check_ssml(std::get<Reply>(step.next).say.ssml()).empty());
        RC_ASSERT(!std::get<Reply>(step.next).say.empty());
        RC_ASSERT(agreed_in(world) == before || was == ConversationState::confirming);
        (void)screen_pop(step.conversation, world.now);
    }
}

}  // namespace

int run() {
    bool holds = true;
    Figures figures;
    holds &= rc::check("what callers agreed to is booked, and nothing else",
                       [&] { afternoon(*rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>()), figures); });
    holds &= rc::check("whatever is said, a conversation ends, and books nothing without a yes",
                       [] { anything(*rc::gen::noShrink(rc::gen::arbitrary<std::uint64_t>())); });
    std::cout << figures.calls << " calls\n";
    for (const auto& [end, count] : figures.ends) std::cout << "  " << end << ": " << count << '\n';
    return holds ? 0 : 1;
}

}  // namespace converse_property

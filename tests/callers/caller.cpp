#include "caller.hpp"

#include <denwaban/talk/readings.hpp>

namespace callers {

namespace {

[[nodiscard]] const std::vector<Surname>& surnames() {
    static const std::vector<Surname> all{
        {"ヤマダ", "やまだ", "山田"},       {"サトウ", "さとう", "佐藤"},
        {"スズキ", "すずき", "鈴木"},       {"タカハシ", "たかはし", "高橋"},
        {"タナカ", "たなか", "田中"},       {"ワタナベ", "わたなべ", "渡辺"},
        {"ナカジマ", "なかじま", "中島"},   {"ヤマザキ", "やまざき", "山崎"},
        {"コバヤシ", "こばやし", "小林"},   {"カトウ", "かとう", "加藤"},
        {"タカダ", "たかだ", "高田"},       {"タカヤマ", "たかやま", "高山"},
        {"ハヤシ", "はやし", "林"},         {"モリ", "もり", "森"},
        {"サイトウ", "さいとう", "斎藤"},   {"イトウ", "いとう", "伊藤"},
        {"ハセガワ", "はせがわ", "長谷川"}, {"ササキ", "ささき", "佐々木"},
        {"アズマ", "あずま", "東"},         {"テシガワラ", "てしがわら", ""},
        {"オゼキ", "おぜき", ""},           {"ニノミヤ", "にのみや", "二宮"},
        {"サンペイ", "さんぺい", "三瓶"},   {"ゴトウ", "ごとう", "五島"},
    };
    return all;
}
[[nodiscard]] const std::vector<Surname>& surnames_abroad() {
    static const std::vector<Surname> all{{"", "", "Smith"}, {"", "", "Miller"}, {"", "", "Chen"}, {"", "", "Garcia"}};
    return all;
}

/// Open whenever anybody might come: hours that decide nothing.
[[nodiscard]] const OpenedRestaurant& always_open() {
    static const auto opened = [] {
        Restaurant restaurant;
        restaurant.id = {"always"};
        restaurant.name = "花丸";
        restaurant.hours.rules.push_back(
            {{EveryDay{}}, Open{{Service{"", talk_world::clock(0), talk_world::clock(24)}}}});
        return open_restaurant(restaurant, HolidayCalendar::japan(), TimeZone::tokyo(),
                               {make_date(2026, 11, 1), make_date(2027, 3, 31)})
            .value();
    }();
    return opened;
}

}  // namespace

std::vector<Agreed> agreed_in(const World& world) {
    std::vector<Agreed> all;
    for (const auto& [date, book] : world.books) {
        for (const auto& one : book->reservations) {
            if (!is_agreed(one) || one.id.text.starts_with("rival")) continue;
            all.emplace_back(date, one.begin, chairs_of(one).count(),
                             one.details.phone ? one.details.phone->national() : std::string{});
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

SimulatedCaller::SimulatedCaller(World& world, std::vector<Agreed>& truth, Chance& chance, const Setting& setting,
                                 Goal goal, Kind kind, std::string id)
    : world_(world),
      truth_(truth),
      chance_(chance),
      setting_(setting),
      goal_(goal),
      kind_(kind),
      id_(std::move(id)),
      ways_(chance, talk_world::today, setting.recogniser ? Writing::spoken : Writing::any),
      english_(chance, talk_world::today) {
    want_something();
}

void SimulatedCaller::want_something() {
    static const std::vector<int> hours{11, 12, 13, 17, 18, 18, 19, 19, 19, 20, 20, 21};
    // Nobody else has it: the number says whose a booking is.
    wants_.phone = PhoneNumber::parse("0901" + std::to_string(1'000'000 + chance_.below(8'000'000))).value();
    wants_.day = talk_world::today + date::days{chance_.below(5)};
    if (date::weekday{wants_.day} == date::Monday && !chance_.once_in(4)) wants_.day += date::days{1};
    wants_.time = talk_world::clock(chance_.one_of(hours), 30 * chance_.below(2));
    wants_.adults = 1 + chance_.below(6);
    if (chance_.once_in(30)) wants_.adults = 9 + chance_.below(12);
    if (chance_.once_in(6)) wants_.children = 1 + chance_.below(2);
    wants_.name = chance_.one_of(is(Kind::abroad) ? surnames_abroad() : surnames());
    if (is(Kind::abroad)) wants_.children = 0;
    static const std::vector<Need> needs{Need::private_room, Need::table, Need::non_smoking, Need::quiet,
                                         Need::stroller};
    if (goal_ == Goal::book_with_needs) wants_.needs = {chance_.one_of(needs)};
    is_shown_ = !chance_.once_in(5);
    patience_ = is(Kind::impatient) ? 7 + chance_.below(5) : 60;
    if (is(Kind::changes_mind) || is(Kind::yes_but)) changes_ = 1 + chance_.below(2);

    const bool has_booking = goal_ == Goal::change || goal_ == Goal::cancel || goal_ == Goal::cancel_and_book ||
                             goal_ == Goal::tell || goal_ == Goal::late;
    if (!has_booking || chance_.once_in(20)) return;
    auto mine = wants_;
    mine.adults = 1 + chance_.below(4);
    mine.children = 0;
    if (goal_ == Goal::late) mine.day = talk_world::today;
    NewReservation one;
    one.id = {"own-" + id_};
    one.request.wish.party.adults = *Covers::make(mine.adults);
    one.details.phone = mine.phone;
    one.details.kana = mine.name.kana.empty() ? mine.name.written : mine.name.kana;
    one.details.name = mine.name.written;
    By by;
    by.now = world_.now;
    for (int tries = 0; tries < 8 && !booked_; ++tries) {
        one.request.begin = mine.time;
        const auto taken = book(world_.book_of(mine.day), one, by);
        if (taken) {
            world_.book_of(mine.day) = taken->book;
            booked_ = mine;
        } else {
            mine.time = talk_world::clock(chance_.one_of(hours), 30 * chance_.below(2));
            if (goal_ != Goal::late) mine.day = talk_world::today + date::days{1 + chance_.below(5)};
        }
    }
    if (!booked_) return;
    truth_.emplace_back(booked_->day, booked_->time, booked_->people(), booked_->phone.national());
    std::sort(truth_.begin(), truth_.end());
    if (goal_ == Goal::change) {
        wants_ = *booked_;
        switch (chance_.below(4)) {
            case 0:
                wants_.day += date::days{1 + chance_.below(2)};
                break;
            case 1:
                wants_.adults += wants_.adults > 2 ? -1 : 2;
                break;
            default:
                while (wants_.time == booked_->time)
                    wants_.time = talk_world::clock(chance_.one_of(hours), 30 * chance_.below(2));
        }
    } else if (goal_ != Goal::cancel_and_book) {
        wants_ = *booked_;
    }
}

bool SimulatedCaller::wants_booking() const {
    return goal_ == Goal::book || goal_ == Goal::book_with_needs || goal_ == Goal::book_and_ask ||
           goal_ == Goal::book_between || goal_ == Goal::ask_vacancy || goal_ == Goal::cancel_and_book;
}

std::string SimulatedCaller::spoken_party(const Wants& wants) const {
    const bool english = talk().language == Language::english;
    if (english) return std::to_string(wants.people()) + (wants.people() == 1 ? " person" : " people");
    const auto count = [](int people) { return spoken_count(Counter::guests, people).text(); };
    if (wants.children == 0) return count(wants.adults);
    return "大人" + count(wants.adults) + "、お子様" + count(wants.children);
}

std::string SimulatedCaller::spoken_wish(const Wants& wants) const {
    const bool english = talk().language == Language::english;
    const auto& today = talk_world::today;
    const auto party = spoken_party(wants);
    if (english) return english_day(wants.day, today).text() + ", " + english_clock(wants.time).text() + ", " + party;
    return spoken_day(wants.day, today).text() + "、" + spoken_half_day_clock(wants.time).text() + "、" + party;
}

/// Whether the machine is about what they call for.
bool SimulatedCaller::is_understood() const {
    const auto purpose = talk().purpose;
    if (!purpose) return true;
    if (goal_ == Goal::cancel_and_book) return purpose == (booked_ ? Purpose::cancel : Purpose::book);
    constexpr std::array purposes{
        std::pair{Goal::change, Purpose::change},     std::pair{Goal::cancel, Purpose::cancel},
        std::pair{Goal::tell, Purpose::tell},         std::pair{Goal::lost_property, Purpose::lost_property},
        std::pair{Goal::late, Purpose::late_arrival},
    };
    const auto* about = std::ranges::find(purposes, goal_, &std::pair<Goal, Purpose>::first);
    if (about != purposes.end()) return purpose == about->second;
    return purpose == Purpose::book && wants_booking();
}

bool SimulatedCaller::is_named(std::string_view name) const {
    return name == wants_.name.kana || (!wants_.name.written.empty() && name == wants_.name.written);
}

/// Whether what is read back is what they want.
bool SimulatedCaller::is_right() const {
    if (setting_.without.read_back) return true;
    if (!is_understood()) return false;
    if (talk().purpose == Purpose::cancel)
        return booked_ && (hears(booked_->name.kana) || hears(booked_->name.written)) &&
               hears("、" + spoken_wish(*booked_) + "のご予約をお取り消しいたします");
    const auto wish = spoken_wish(wants_);
    if (talk().purpose == Purpose::change) return booked_ && hears("、" + wish + "に変更いたします");
    if (talk().purpose != Purpose::book) return true;
    const auto at = text().find(wish);
    if (at == std::string::npos) return false;
    if (!hears(spoken_phone(wants_.phone).text())) return false;
    if (talk().language == Language::english) return hears("in the name of " + wants_.name.written);
    for (const auto need : wants_.needs) {
        if (need == Need::private_room && !hears("個室")) return false;
    }
    auto rest = std::string_view{text()}.substr(at + wish.size());
    if (rest.starts_with("、2卓に分かれて")) rest.remove_prefix(std::string_view{"、2卓に分かれて"}.size());
    const std::string_view comma = "、";
    const auto end = rest.find("様");
    if (!rest.starts_with(comma) || end == rest.npos) return false;
    return is_named(rest.substr(comma.size(), end - comma.size()));
}

End SimulatedCaller::call() {
    const auto shown = is_shown_ ? Caller{wants_.phone} : Caller{Withheld{WithheldReason::by_caller}};
    const auto language = is(Kind::abroad) ? Language::english : Language::japanese;
    step_ = greet({id_}, shown, language, talk_setting());
    while (!is_over(talk().state)) {
        if (turns_ > world_.policy.most_turns + 1) return End::dead_end;
        if (turns_ >= patience_) return done_ ? End::done : End::gave_up;
        const auto pressed = setting_.without.keypad || !chance_.happens(0.8) ? std::string{} : keys();
        if (!pressed.empty()) {
            press(pressed);
        } else {
            hear(next());
        }
    }
    return ended();
}

End SimulatedCaller::ended() const {
    if (done_) return End::done;
    const auto reason = talk().reason;
    const bool is_for_humans = (goal_ == Goal::complaint && reason == HandOverReason::complaint) ||
                               (goal_ == Goal::human && reason == HandOverReason::asked_for) ||
                               (goal_ == Goal::sales && reason == HandOverReason::sales_call) ||
                               (wants_.people() > 8 && reason == HandOverReason::large_party) ||
                               (!booked_ && reason == HandOverReason::no_such_booking);
    if (is_for_humans) return End::done;
    if (talk().state == ConversationState::handed_over) return End::handed_over;
    return left_ ? End::went_away : End::unfinished;
}

/// What is keyed where one is told to key it.
std::string SimulatedCaller::keys() const {
    if (!hears("プッシュ") && !hears("を押して")) return {};
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    const auto civil = date::year_month_day{wants_.day};
    const auto asked = reply().listen->asked.value_or(Question::wish);
    if (asked == Question::day) {
        return two(static_cast<int>(static_cast<unsigned>(civil.month()))) +
               two(static_cast<int>(static_cast<unsigned>(civil.day())));
    }
    if (asked == Question::time) {
        return two(wants_.time.count() / 60) + two(wants_.time.count() % 60);
    }
    if (asked == Question::party) {
        return wants_.children == 0 ? std::to_string(wants_.adults) + "#" : std::string{};
    }
    if (asked == Question::phone) {
        return wants_.phone.national() + "#";
    }
    return {};
}

std::string SimulatedCaller::preprocessed(std::string text) const {
    const auto replaced = [&](std::initializer_list<const char*> words, const char* by) {
        for (const std::string word : words) {
            for (auto at = text.find(word); at != text.npos; at = text.find(word, at))
                text.replace(at, word.size(), by);
        }
    };
    if (setting_.without.repairs)
        replaced({"じゃなくて", "やっぱり", "間違えました", "あ違う", "違います", "いや", "すみません", "、あ、"}, "");
    if (setting_.without.fillers)
        replaced({"えーと", "えっと", "あのー", "あの", "うーんと", "そうですね", "まあ", "んー"}, "〓");
    return text;
}

void SimulatedCaller::hear(const std::string& said) {
    // Who is shown how speaks up.
    const auto noise = plainly_ ? setting_.noise.times(0.3) : setting_.noise;
    const auto heard = setting_.recogniser ? setting_.recogniser(said) : Recognition{chance_, noise}.hears(said);
    const auto text = preprocessed(heard);
    lines_.push_back({this->text(), said, text});
    auto hearing = hearing_of(talk(), talk_setting(), world_.now);
    if (setting_.without.asked) hearing.asked.reset(), hearing.offered = {};
    if (setting_.without.known) hearing.known = nullptr;
    if (setting_.without.hours) hearing.hours = nullptr;
    take({"u" + std::to_string(turns_), text, understand(text, hearing), {}});
}

void SimulatedCaller::press(const std::string& keys) {
    lines_.push_back({text(), keys, keys});
    take({"u" + std::to_string(turns_), {}, {}, keys});
}

void SimulatedCaller::take(const Utterance& said) {
    ++turns_;
    const auto settled = talk().settled.size();
    const auto messages = talk().messages.size();
    step_ = converse(talk(), said, talk_setting(), world_.now);
    until_reply();
    plainly_ = !setting_.without.examples && (hears("のように") || hears("ひとつずつ"));
    if (talk().settled.size() > settled) settle();
    if (talk().messages.size() > messages) done_ = true;
    agreed_.clear();
    given_up_.reset();
    const auto kept = agreed_in(world_);
    if (kept != truth_) {
        ++wrong_;
        truth_ = kept;
    }
}

TalkSetting SimulatedCaller::talk_setting() const {
    return {setting_.without.hours ? always_open() : world_.restaurant, world_.policy};
}

void SimulatedCaller::until_reply() {
    while (const auto* question = std::get_if<WorldQuestion>(&step_.next)) {
        const auto answer = world_.answer(*question);
        step_ = given(step_.conversation, answer, talk_setting(), world_.now);
    }
}

void SimulatedCaller::agree() {
    if (chance_.happens(setting_.rivals)) rival_books();
    if (talk().purpose == Purpose::book) {
        const int second = talk().split.empty() ? 0 : wants_.people() / 2;
        agreed_.push_back(as_agreed(wants_.people() - second));
        if (second > 0) agreed_.push_back(as_agreed(second));
        return;
    }
    if (!booked_ || (talk().purpose != Purpose::change && talk().purpose != Purpose::cancel)) return;
    given_up_ = Agreed{booked_->day, booked_->time, booked_->people(), booked_->phone.national()};
    if (talk().purpose == Purpose::change) agreed_.push_back(as_agreed(wants_.people()));
}

Agreed SimulatedCaller::as_agreed(int people) const {
    return {wants_.day, wants_.time, people, wants_.phone.national()};
}

void SimulatedCaller::settle() {
    if (given_up_) std::erase(truth_, *given_up_);
    truth_.insert(truth_.end(), agreed_.begin(), agreed_.end());
    std::sort(truth_.begin(), truth_.end());
    const bool goes_on = goal_ == Goal::cancel_and_book && given_up_ && agreed_.empty();
    if (goes_on) {
        booked_.reset();
        return;
    }
    done_ = true;
    if (agreed_.empty()) return;
    booked_ = wants_;
    if (!is_kept_as_wanted()) ++wrong_;
}

/// Whether the book has the name and the needs, too.
bool SimulatedCaller::is_kept_as_wanted() const {
    // Who does not listen may have agreed to a day of which nobody has a book.
    const auto found = world_.books.find(wants_.day);
    if (found == world_.books.end()) return false;
    const auto& book = found->second;
    return std::all_of(book->reservations.begin(), book->reservations.end(), [&](const Reservation& one) {
        if (!is_agreed(one) || one.details.phone != wants_.phone) return true;
        const bool named = is_named(one.details.kana) || is_named(one.details.name);
        const bool room = std::find(wants_.needs.begin(), wants_.needs.end(), Need::private_room) != wants_.needs.end();
        const auto& kinds = one.wish.needs.kinds;
        return named && (!room || goal_ == Goal::change || !kinds.empty());
    });
}

/// Somebody books elsewhere in the meantime.
void SimulatedCaller::rival_books() {
    NewReservation one;
    one.id = {"rival-" + id_ + "-" + std::to_string(turns_)};
    one.request.begin = wants_.time;
    one.request.wish.party.adults = *Covers::make(std::min(wants_.people(), 6));
    By by;
    by.now = world_.now;
    auto& day = world_.book_of(wants_.day);
    while (const auto taken = book(day, one, by)) {
        day = taken->book;
        one.id.text += "x";
    }
}

}  // namespace callers

#include <denwaban/talk/understand.hpp>

#include <algorithm>

#include "asides.hpp"
#include "declined_offers.hpp"
#include "doubts.hpp"
#include "english.hpp"
#include "english_grounds.hpp"
#include "glyphs.hpp"
#include "grounds.hpp"
#include "mentions.hpp"
#include "names.hpp"
#include "people.hpp"
#include "phones.hpp"
#include "reading.hpp"
#include "repairs.hpp"
#include "tokens.hpp"
#include "wants.hpp"
#include "wishes.hpp"

namespace denwaban {

namespace talk {

namespace {

/// Puts a text's mentions together, slot by slot.
class Understanding {
public:
    Understanding(const Reading& reading, TakenBack taken_back) : reading_(reading), taken_back_(taken_back) {}

    [[nodiscard]] Meaning understand(const std::optional<PhoneMention>& phone) && {
        if (phone) put_phone(*phone);
        if (!is_elsewhere()) {
            read_day();
            read_time();
            read_people();
            take_back();
        }
        read_wants(reading_, meaning_.slots);
        if (auto name = name_of_caller(reading_)) {
            meaning_.slots.name = std::move(name->name);
            if (name->corrected) correct(SlotKind::name);
        }
        read_topics();
        contradict_read_back();
        decline_offer();
        meaning_.polarity = polarity_of(reading_, meaning_);
        leave_musing();
        meaning_.intents = intents_of(reading_, meaning_, {resets_, counts_change_});
        if (is_of_booking()) read_booking();
        if (auto name = spelt_name()) {
            meaning_.slots.name = std::move(*name);
            meaning_.intents.clear();
            correct(SlotKind::name);
        }
        find_unread();
        meaning_.polarity = agreed_to(reading_, meaning_);
        doubt(reading_, said_, meaning_.slots);
        return std::move(meaning_);
    }

private:
    void correct(SlotKind slot) {
        auto& corrected = meaning_.corrected;
        if (std::find(corrected.begin(), corrected.end(), slot) == corrected.end()) corrected.push_back(slot);
    }

    void take_back() {
        const auto& slots = meaning_.slots;
        if (taken_back_.day && slots.day) correct(SlotKind::day);
        if (taken_back_.time && slots.time) correct(SlotKind::time);
        if (taken_back_.people && slots.party) correct(SlotKind::party);
    }

    /// Whether a booking is spoken of that stands.
    [[nodiscard]] bool is_of_booking() const {
        return std::any_of(meaning_.intents.begin(), meaning_.intents.end(), [](const HeardIntent& one) {
            return one.intent == Intent::change || one.intent == Intent::cancel || one.intent == Intent::confirm;
        });
    }

    /// 金曜の予約を土曜に: of two days, or times, the one that is no wish.
    void read_booking() {
        meaning_.booked_day = booked_day(reading_, said_.days);
        meaning_.booked_time = booked_time(reading_, said_.times, day_that_counts());
        if (keep_wished(meaning_.slots.day, meaning_.booked_day)) correct(SlotKind::day);
        keep_wished(meaning_.slots.time, meaning_.booked_time);
    }
    /// Whether there was one to be told apart.
    template <class T>
    static bool keep_wished(std::optional<Heard<T>>& wished, const std::optional<Heard<T>>& booked) {
        if (!booked || !wished || wished->decider != Decider::which_words) return false;
        const auto& theirs = booked->readings;
        auto others = wished->readings;
        std::erase_if(others,
                      [&](const T& one) { return std::find(theirs.begin(), theirs.end(), one) != theirs.end(); });
        if (others.empty() || others.size() == wished->readings.size()) return false;
        wished->readings = std::move(others);
        if (wished->readings.size() == 1) wished->decider.reset();
        return true;
    }

    /// タカナシです, of 小鳥遊 that was read back without a reading: how it is read, and nothing else.
    [[nodiscard]] std::optional<Heard<SpokenName>> spelt_name() const {
        const auto* known = reading_.hearing.known;
        const auto* before = known != nullptr && known->name ? known->name->certain() : nullptr;
        const bool is_unread = before != nullptr && before->kana.empty() && !reading_.english;
        const bool is_bare = meaning_.slots == Slots{} && meaning_.polarity == Polarity::none &&
                             std::all_of(meaning_.intents.begin(), meaning_.intents.end(),
                                         [](const HeardIntent& one) { return one.intent == Intent::something_else; });
        if (!reading_.is_asked(Question::read_back) || !is_unread || !is_bare) return std::nullopt;
        auto hearing = reading_.hearing;
        hearing.asked = Question::name;
        auto heard = name_of_caller(
            {reading_.utf8, reading_.glyphs, reading_.tokens, hearing, reading_.changes, reading_.english});
        const auto* name = heard ? heard->name.certain() : nullptr;
        // Of kana alone, a reading is as it is written.
        const bool is_reading = name != nullptr && !name->kana.empty() && name->kana.size() == name->written.size() &&
                                name->written.front() == '\xE3';
        if (!is_reading) return std::nullopt;
        auto both = heard->name;
        both.readings.front().written = before->written;
        return both;
    }

    /// A day of the weather, a time of a taxi: no booking's. So is 今日はこれで十分です.
    [[nodiscard]] bool is_elsewhere() const {
        return std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                           [](const Token& token) { return token.cue == Cue::elsewhere || token.cue == Cue::errand; });
    }

    void put_phone(const PhoneMention& phone) {
        const auto& bytes = reading_.glyphs.bytes;
        const ByteRange words{bytes[phone.begin].begin, bytes[phone.end - 1].end};
        if (phone.number)
            meaning_.slots.phone = Heard<PhoneNumber>{{*phone.number},
                                                      words,
                                                      Precision::exact,
                                                      phone.doubtful ? std::optional{Decider::whether} : std::nullopt};
        else
            meaning_.slots.digits = Heard<std::string>{{phone.digits}, words};
        if (phone.corrected) correct(SlotKind::phone);
    }

    void read_day() {
        auto heard = day_of(reading_);
        meaning_.slots.day = std::move(heard.day);
        said_.days = std::move(heard.mentions);
        const bool is_moved = moves_booking();
        if (heard.corrected || is_moved) correct(SlotKind::day);
        resets_ = resets_ || (meaning_.slots.day && (is_moved || (heard.corrected && stands(SlotKind::day))));
    }

    /// 土曜の予約を日曜の同じ時間にして: of two days, the first is a booking's.
    [[nodiscard]] bool moves_booking() const {
        const auto& day = meaning_.slots.day;
        const bool is_of_two = day && day->decider == Decider::which_words && said_.days.size() > 1;
        if (!is_of_two || !names_booking(reading_, said_.days.front())) return false;
        const auto behind = reading_.tokens.begin() + static_cast<std::ptrdiff_t>(said_.days.back().end);
        return std::any_of(behind, reading_.tokens.end(),
                           [](const Token& token) { return token.cue == Cue::make_it || token.cue == Cue::change; });
    }

    void read_time() {
        auto heard = time_of(reading_, day_that_counts());
        meaning_.slots.time = std::move(heard.time);
        said_.times = std::move(heard.mentions);
        if (heard.corrected) correct(SlotKind::time);
        resets_ = resets_ || (meaning_.slots.time && heard.corrected && stands(SlotKind::time));
    }

    [[nodiscard]] std::optional<Date> day_that_counts() const {
        const auto certain = [](const Slots& slots) { return slots.day ? slots.day->certain() : nullptr; };
        if (const auto* day = certain(meaning_.slots)) return *day;
        const auto* known = reading_.hearing.known;
        if (!meaning_.slots.day && known != nullptr) {
            if (const auto* day = certain(*known)) return *day;
        }
        return std::nullopt;
    }

    void read_people() {
        auto people = people_of(reading_);
        if (!people) return;
        meaning_.slots.party = std::move(people->party);
        said_.people = std::move(people->mentions);
        if (people->corrected) correct(SlotKind::party);
        resets_ = resets_ || people->changes || (people->corrected && knows(SlotKind::party));
        counts_change_ = people->changes;
    }

    /// はい、でも5人です: another value than was read back takes that back.
    void contradict_read_back() {
        const auto* known = reading_.hearing.known;
        if (known == nullptr || !reading_.is_asked(Question::read_back)) return;
        const auto differ = [&](const auto& said, const auto& before, SlotKind slot) {
            if (!said || !before || before->certain() == nullptr) return;
            const auto& readings = said->readings;
            if (std::find(readings.begin(), readings.end(), *before->certain()) != readings.end()) return;
            correct(slot);
            resets_ = true;
        };
        const auto& slots = meaning_.slots;
        differ(slots.day, known->day, SlotKind::day);
        const bool clocked = slots.time && !std::holds_alternative<PartOfDay>(slots.time->readings.front());
        if (clocked) differ(slots.time, known->time, SlotKind::time);
        differ(slots.party, known->party, SlotKind::party);
        differ(slots.phone, known->phone, SlotKind::phone);
        const auto* before = known->name ? known->name->certain() : nullptr;
        const bool is_same = before == nullptr || !slots.name || is_one_of(slots.name->readings, *before);
        if (!is_same) correct(SlotKind::name);
    }

    /// 9時はちょっと、やめときます: what was offered and is declined is no wish.
    void decline_offer() {
        const auto& offered = reading_.hearing.offered;
        auto& time = meaning_.slots.time;
        const auto is_offered = [&](const TimeWish& wish) {
            const auto* minute = std::get_if<MinuteOfDay>(&wish);
            return minute != nullptr && std::find(offered.begin(), offered.end(), *minute) != offered.end();
        };
        if (!time || said_.times.empty() || !meaning_.corrected.empty()) return;
        if (!std::all_of(time->readings.begin(), time->readings.end(), is_offered)) return;
        // 遅いほうで
        const auto word = reading_.word(said_.times.back().first);
        declined_ = word != Word::sooner && word != Word::later && declines(reading_);
        if (declined_) time.reset();
    }

    /// 9時かあ、じゃあいいです.
    void leave_musing() {
        auto& time = meaning_.slots.time;
        if (!time || meaning_.polarity == Polarity::yes || !muses_over_offer(reading_) || said_.times.size() > 1)
            return;
        if (meaning_.polarity == Polarity::no)
            declined_ = true, time.reset();
        else if (time->certain() != nullptr)
            time->decider = Decider::whether;
    }

    /// As it was said, or as it is written.
    [[nodiscard]] static bool is_one_of(const std::vector<SpokenName>& readings, const SpokenName& name) {
        return std::any_of(readings.begin(), readings.end(), [&](const SpokenName& one) {
            return one.written == name.written || (!one.kana.empty() && one.kana == name.kana);
        });
    }

    /// 7時、いや8時にしてください: who takes back what they just said changes nothing that stands.
    [[nodiscard]] bool stands(SlotKind slot) const {
        if (knows(slot)) return true;
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            if (reading_.cue(at) == Cue::have || is_booked(reading_, at)) return true;
        }
        const auto names = [&](const Stretch& one) { return names_booking(reading_, one); };
        return std::any_of(said_.days.begin(), said_.days.end(), names) ||
               std::any_of(said_.times.begin(), said_.times.end(), names);
    }

    [[nodiscard]] bool knows(SlotKind slot) const {
        const auto* known = reading_.hearing.known;
        if (known == nullptr) return false;
        switch (slot) {
            case SlotKind::day:
                return known->day.has_value();
            case SlotKind::time:
                return known->time.has_value();
            case SlotKind::party:
                return known->party.has_value();
            case SlotKind::name:
                return known->name.has_value();
            case SlotKind::phone:
                return known->phone.has_value() || known->digits.has_value();
            case SlotKind::course:
                return known->course.has_value();
            case SlotKind::needs:
            case SlotKind::allergies:
            case SlotKind::occasion:
            case SlotKind::budget:
                return false;
        }
        return false;
    }

    /// 日にちを変えて: what was known is wrong, and nothing is said instead.
    void read_topics() {
        if (!reading_.changes) return;
        const auto topic = [&](Word word, SlotKind slot, bool said) {
            const bool named = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                           [&](const Token& token) { return token.word == word; });
            if (named && !said && knows(slot)) correct(slot);
        };
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            if (reading_.word(at) == Word::name_topic && is_changed(at)) correct(SlotKind::name);
            if (reading_.word(at) == Word::phone_topic && is_changed(at)) correct(SlotKind::phone);
        }
        const auto& slots = meaning_.slots;
        topic(Word::day_topic, SlotKind::day, slots.day.has_value());
        topic(Word::time_topic, SlotKind::time, slots.time.has_value());
        topic(Word::people_topic, SlotKind::party, slots.party.has_value());
        topic(Word::name_topic, SlotKind::name, slots.name.has_value());
        topic(Word::phone_topic, SlotKind::phone, slots.phone.has_value());
    }

    /// 名義を変えたい, 番号を090…に変更, change the name: of a booking, whoever it is that is known by now.
    [[nodiscard]] bool is_changed(std::size_t topic) const {
        const auto before = reading_.back(topic, {Word::filler});
        if (reading_.english && before && reading_.cue(*before) == Cue::change) return true;
        const auto next = reading_.skip(topic + 1, {Word::wa, Word::mo, Word::no, Word::filler});
        if (reading_.cue(next) == Cue::change) return true;
        const bool is_object = reading_.word(next) == Word::wo || reading_.word(next) == Word::ga;
        constexpr std::size_t near = 8;
        for (auto at = topic + 1; (is_object || reading_.english) && at < reading_.size() && at < topic + near; ++at) {
            if (reading_.word(at) == Word::stop) return false;
            if (reading_.cue(at) == Cue::change) return true;
        }
        return false;
    }

    /// Figures of no slot: nobody should think that they were heard.
    void find_unread() {
        if (declined_) return;
        const auto& slots = meaning_.slots;
        std::vector<ByteRange> read;
        const auto add = [&](const auto& slot) {
            if (slot) read.push_back(slot->words);
        };
        add(slots.day), add(slots.time), add(slots.party), add(slots.name), add(slots.phone), add(slots.digits);
        add(slots.course), add(slots.budget), add(slots.occasion);
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            const auto word = reading_.word(at);
            const bool figure = word == Word::number || word == Word::clock || word == Word::month_day ||
                                word == Word::hour || word == Word::people || word == Word::month || word == Word::yen;
            if (!figure) continue;
            const auto of = word == Word::people                             ? SlotKind::party
                            : word == Word::month_day || word == Word::month ? SlotKind::day
                                                                             : SlotKind::time;
            const auto& corrected = meaning_.corrected;
            if (std::find(corrected.begin(), corrected.end(), of) != corrected.end()) continue;
            const auto bytes = reading_.bytes({at, at + 1});
            const bool known = std::any_of(read.begin(), read.end(), [&](const ByteRange& one) {
                return one.begin <= bytes.begin && bytes.end <= one.end;
            });
            if (!known) meaning_.unread.push_back(bytes);
        }
    }

    const Reading& reading_;
    TakenBack taken_back_;
    Meaning meaning_;
    Mentions said_;
    bool resets_ = false;
    bool counts_change_ = false;
    bool declined_ = false;
};

}  // namespace

}  // namespace talk

namespace {

/// What is known of a wish, and of the booking that it changes.
[[nodiscard]] Slots known_of(const Hearing& hearing) {
    auto known = hearing.known != nullptr ? *hearing.known : Slots{};
    const auto& booked = *hearing.booked;
    if (!known.day) known.day = Heard<Date>{{booked.date}, {}};
    if (!known.time) known.time = Heard<TimeWish>{{TimeWish{booked.begin}}, {}};
    if (!known.party) known.party = Heard<PartyWish>{{PartyWish{booked.party}}, {}};
    return known;
}

}  // namespace

namespace {

/// イヤホン, ハイボール: no いや, no はい.
void keep_words_whole(std::vector<talk::Token>& tokens, const talk::Glyphs& glyphs, std::string_view utf8) {
    const auto is_katakana = [&](std::size_t glyph) {
        const auto said = utf8.substr(glyphs.bytes[glyph].begin, glyphs.bytes[glyph].end - glyphs.bytes[glyph].begin);
        return said >= "ァ" && said <= "ヶ";
    };
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
        auto& token = tokens[at];
        const bool answers = token.word == talk::Word::yes || token.word == talk::Word::no_word;
        const bool goes_on = tokens[at + 1].word == talk::Word::other && tokens[at + 1].begin == token.end;
        if (answers && goes_on && is_katakana(token.end - 1) && is_katakana(token.end)) token.word = talk::Word::other;
    }
}

}  // namespace

Meaning understand(std::string_view utf8, const Hearing& hearing) {
    if (hearing.booked) {
        const auto known = known_of(hearing);
        auto of_booking = hearing;
        of_booking.known = &known;
        of_booking.booked.reset();
        return understand(utf8, of_booking);
    }
    const auto glyphs = talk::fold(utf8);
    const auto phone = talk::phone_in(glyphs, hearing);
    const auto within = phone ? std::optional{talk::GlyphRange{phone->begin, phone->end}} : std::nullopt;
    const bool english = talk::is_english(utf8);
    auto tokens = english ? talk::english_tokens_of(glyphs, within) : talk::tokens_of(glyphs, within);
    keep_words_whole(tokens, glyphs, utf8);
    talk::share_units(tokens);
    const bool changes = talk::changed_at(tokens).has_value();
    const talk::Reading reading{utf8, glyphs, tokens, hearing, changes, english};
    const auto taken_back = changes   ? talk::TakenBack{}
                            : english ? talk::set_english_grounds_aside(tokens, glyphs)
                                      : talk::set_grounds_aside(tokens, reading);
    talk::set_aside(tokens, reading);
    return talk::Understanding{reading, taken_back}.understand(phone);
}

}  // namespace denwaban

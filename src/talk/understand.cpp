#include <denwaban/talk/understand.hpp>

#include <algorithm>

#include "asides.hpp"
#include "dates.hpp"
#include "days.hpp"
#include "glyphs.hpp"
#include "names.hpp"
#include "openings.hpp"
#include "people.hpp"
#include "phones.hpp"
#include "reading.hpp"
#include "times.hpp"
#include "tokens.hpp"
#include "wants.hpp"
#include "wishes.hpp"

namespace denwaban {

namespace talk {

namespace {

/// Puts a text's mentions together, slot by slot.
class Understanding {
public:
    explicit Understanding(const Reading& reading) : reading_(reading), days_(reading), openings_(reading.hearing) {}

    [[nodiscard]] Meaning understand(const std::optional<PhoneMention>& phone) && {
        if (phone) put_phone(*phone);
        if (!is_elsewhere()) {
            read_days();
            read_times();
            read_people();
        }
        read_wants(reading_, meaning_.slots);
        if (auto name = name_of_caller(reading_)) {
            meaning_.slots.name = std::move(name->name);
            if (name->corrected) correct(SlotKind::name);
        }
        read_topics();
        contradict_read_back();
        meaning_.polarity = polarity_of(reading_, meaning_);
        meaning_.intents = intents_of(reading_, meaning_, {resets_, counts_change_});
        find_unread();
        return std::move(meaning_);
    }

private:
    void correct(SlotKind slot) {
        auto& corrected = meaning_.corrected;
        if (std::find(corrected.begin(), corrected.end(), slot) == corrected.end()) corrected.push_back(slot);
    }

    /// A day of the weather, a time of a taxi: no booking's. So is 今日はこれで十分です.
    [[nodiscard]] bool is_elsewhere() const {
        return std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                           [](const Token& token) { return token.cue == Cue::elsewhere; });
    }

    void put_phone(const PhoneMention& phone) {
        const auto& bytes = reading_.glyphs.bytes;
        const ByteRange words{bytes[phone.begin].begin, bytes[phone.end - 1].end};
        if (phone.number)
            meaning_.slots.phone = Heard<PhoneNumber>{{*phone.number}, words};
        else
            meaning_.slots.digits = Heard<std::string>{{phone.digits}, words};
        if (phone.corrected) correct(SlotKind::phone);
    }

    /// Whether words reset what was known: by a repair before them, or に変更 behind.
    [[nodiscard]] bool takes_back_known(Stretch tokens) const {
        return repairs_before(reading_, tokens.first) || reading_.is_changed_to(tokens.end);
    }

    void read_days() {
        std::optional<Stretch> last;
        auto& slot = meaning_.slots.day;
        for (std::size_t at = 0; at < reading_.size();) {
            auto mention = days_.read(at);
            if (!mention || is_farewell(*mention)) {
                ++at;
                continue;
            }
            at = mention->tokens.end;
            const auto link = last ? reading_.link(last->end, mention->tokens.first) : Link::none;
            put_day(*mention, link);
            const bool back = link == Link::instead || (last && reading_.is_changed_to(mention->tokens.end)) ||
                              (!last && knows(SlotKind::day) && takes_back_known(mention->tokens));
            if (back) correct(SlotKind::day);
            last = mention->tokens;
            days_.remember(slot->readings);
        }
        resets_ = resets_ || (slot && is_corrected(SlotKind::day));
        keep_working_days();
    }

    /// 平日で、来週.
    void keep_working_days() {
        auto& slot = meaning_.slots.day;
        const bool said = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                      [](const Token& token) { return token.word == Word::working_day; });
        if (!said || !slot || slot->readings.size() < 2) return;
        auto kept = slot->readings;
        std::erase_if(kept, [](Date date) { return weekday_of(date) == 0 || weekday_of(date) == 6; });
        if (!kept.empty()) slot->readings = std::move(kept);
        if (slot->readings.size() < 2) slot->decider.reset();
    }

    /// 今日は以上です, 今日はありがとう.
    [[nodiscard]] bool is_farewell(const DayMention& mention) const {
        if (reading_.word(mention.tokens.first) != Word::relative_day) return false;
        return std::any_of(reading_.tokens.begin() + static_cast<std::ptrdiff_t>(mention.tokens.end),
                           reading_.tokens.end(), [](const Token& token) {
                               return token.cue == Cue::thanks || (token.word == Word::no_word && token.value == 3);
                           });
    }

    void put_day(DayMention& mention, Link link) {
        auto& slot = meaning_.slots.day;
        const auto words = reading_.bytes(mention.tokens);
        if (!slot || link == Link::instead || reading_.is_changed_to(mention.tokens.end)) {
            slot = Heard<Date>{std::move(mention.dates), words, Precision::exact, mention.decider};
            return;
        }
        auto& readings = slot->readings;
        std::vector<Date> both;
        std::copy_if(mention.dates.begin(), mention.dates.end(), std::back_inserter(both),
                     [&](Date date) { return std::find(readings.begin(), readings.end(), date) != readings.end(); });
        if (!both.empty() && link != Link::either) {
            readings = std::move(both);
            slot->words.end = words.end;
        } else {
            for (const auto date : mention.dates) {
                if (std::find(readings.begin(), readings.end(), date) == readings.end()) readings.push_back(date);
            }
            slot->decider = link == Link::either ? Decider::which_day : Decider::which_words;
            slot->words.end = words.end;
        }
        if (readings.size() < 2) slot->decider.reset();
    }

    void read_times() {
        const auto& slots = meaning_.slots;
        openings_.on(day_that_counts());
        std::vector<TimeMention> mentions;
        for (std::size_t at = 0; at < reading_.size();) {
            auto mention = time_at(reading_, at);
            if (!mention) {
                ++at;
                continue;
            }
            at = mention->tokens.end;
            mentions.push_back(std::move(*mention));
        }
        std::optional<int> part;
        std::optional<Stretch> last;
        bool clocked = false;
        for (std::size_t place = 0; place < mentions.size(); ++place) {
            auto& mention = mentions[place];
            if (mention.kind == TimeMention::Kind::part && mention.part >= 2 && mention.part != 7 &&
                mention.part != 8) {
                part = mention.part;
                if (last && clocked && slots.time && narrow_to(*part)) continue;
            }
            const auto link = last ? reading_.link(last->end, mention.tokens.first) : Link::none;
            const auto before = slots.time;
            put_time(mention, part, link, clocked);
            if (slots.time && !(before && before->readings == slots.time->readings)) {
                const bool back = (link == Link::instead && last) ||
                                  (!last && knows(SlotKind::time) && takes_back_known(mention.tokens)) ||
                                  (last && reading_.is_changed_to(mention.tokens.end));
                if (back) correct(SlotKind::time);
                last = mention.tokens;
            }
            clocked = clocked || mention.kind != TimeMention::Kind::part;
        }
        resets_ = resets_ || (slots.time && is_corrected(SlotKind::time));
        either_offer();
    }

    /// どっちでもいい.
    void either_offer() {
        const bool said = reading_.glyphs.text.find(u"どっちでも") != std::u16string::npos ||
                          reading_.glyphs.text.find(u"どちらでも") != std::u16string::npos;
        if (!said || reading_.hearing.offered.empty() || meaning_.slots.time) return;
        const TimeMention mention{TimeMention::Kind::either, 0, {}, Precision::exact, {0, reading_.size()}};
        meaning_.slots.time = wish_of(mention, std::nullopt, reading_, openings_);
    }

    /// 7時、夜の: keeps of what a clock may be what lies in a part of the day.
    [[nodiscard]] bool narrow_to(int part) {
        auto& slot = meaning_.slots.time;
        std::vector<TimeWish> kept;
        for (const auto& wish : slot->readings) {
            const auto* minute = std::get_if<MinuteOfDay>(&wish);
            if (minute == nullptr) continue;
            const auto within = minutes_of({minute->count(), true, part}, std::nullopt);
            if (within.size() == 1 && within.front() == minute->count()) kept.push_back(wish);
        }
        if (kept.empty()) return false;
        slot->readings = std::move(kept);
        if (slot->readings.size() < 2) slot->decider.reset();
        return true;
    }

    void put_time(const TimeMention& mention, std::optional<int> part, Link link, bool clocked) {
        auto heard = wish_of(mention, part, reading_, openings_);
        if (heard.readings.empty()) return;
        auto& slot = meaning_.slots.time;
        const bool is_part = mention.kind == TimeMention::Kind::part;
        // 夜、7時: the clock says more.
        const bool instead = link == Link::instead || reading_.is_changed_to(mention.tokens.end);
        if (!slot || instead || (!clocked && !is_part)) {
            slot = std::move(heard);
            return;
        }
        if (is_part && (clocked || mention.part == 7 || mention.part == 8)) return;
        bool more = false;
        for (const auto& reading : heard.readings) {
            if (std::find(slot->readings.begin(), slot->readings.end(), reading) != slot->readings.end()) continue;
            slot->readings.push_back(reading);
            more = true;
        }
        slot->words.end = heard.words.end;
        if (heard.precision == Precision::about) slot->precision = Precision::about;
        if (more) slot->decider = link == Link::either ? Decider::which_time : Decider::which_words;
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
    }

    [[nodiscard]] bool is_corrected(SlotKind slot) const {
        const auto& corrected = meaning_.corrected;
        return std::find(corrected.begin(), corrected.end(), slot) != corrected.end();
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
        const bool changes = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                         [](const Token& token) { return token.cue == Cue::change; });
        if (!changes) return;
        const auto topic = [&](Word word, SlotKind slot, bool said) {
            const bool named = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                           [&](const Token& token) { return token.word == word; });
            if (named && !said && knows(slot)) correct(slot);
        };
        const auto& slots = meaning_.slots;
        topic(Word::day_topic, SlotKind::day, slots.day.has_value());
        topic(Word::time_topic, SlotKind::time, slots.time.has_value());
        topic(Word::people_topic, SlotKind::party, slots.party.has_value());
        topic(Word::name_topic, SlotKind::name, slots.name.has_value());
        topic(Word::phone_topic, SlotKind::phone, slots.phone.has_value());
    }

    /// Figures of no slot: nobody should think that they were heard.
    void find_unread() {
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
    DayReader days_;
    Openings openings_;
    Meaning meaning_;
    bool resets_ = false;
    bool counts_change_ = false;
};

}  // namespace

}  // namespace talk

Meaning understand(std::string_view utf8, const Hearing& hearing) {
    const auto glyphs = talk::fold(utf8);
    const auto phone = talk::phone_in(glyphs, hearing);
    auto tokens =
        talk::tokens_of(glyphs, phone ? std::optional{talk::GlyphRange{phone->begin, phone->end}} : std::nullopt);
    talk::set_aside(tokens, glyphs.text, hearing.now);
    const talk::Reading reading{utf8, glyphs, tokens, hearing};
    return talk::Understanding{reading}.understand(phone);
}

}  // namespace denwaban

#include <algorithm>
#include <array>
#include <cstdlib>

#include "mentions.hpp"
#include "openings.hpp"
#include "surroundings.hpp"
#include "times.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

/// Puts the times of a text together, one after the other.
class TimesOfText {
public:
    TimesOfText(const Reading& reading, std::optional<Date> day) : reading_(reading), openings_(reading.hearing) {
        openings_.on(day);
    }

    [[nodiscard]] HeardTime read() && {
        for (std::size_t at = 0; at < reading_.size();) {
            auto mention = time_at(reading_, at);
            if (!mention) {
                ++at;
                continue;
            }
            at = mention->tokens.end;
            heard_.mentions.push_back(mention->tokens);
            if (is_of_leaving(at)) continue;
            take(*mention);
        }
        either_offer();
        move_known();
        return std::move(heard_);
    }

private:
    [[nodiscard]] static bool is_part(const TimeMention& mention) { return mention.kind == TimeMention::Kind::part; }
    [[nodiscard]] static bool is_early_or_late(int part) {
        return part == static_cast<int>(PartOfDay::early) || part == static_cast<int>(PartOfDay::late);
    }

    /// 開店と同時, 最後の枠.
    [[nodiscard]] static bool is_edge(int part) {
        return part == static_cast<int>(PartOfDay::opening) || part == static_cast<int>(PartOfDay::closing);
    }

    void take(const TimeMention& mention) {
        if (is_part(mention) && mention.part >= static_cast<int>(PartOfDay::morning) &&
            !is_early_or_late(mention.part)) {
            part_ = mention.part;
            if (last_ && clocked_ && heard_.time && narrow_to(*part_)) return;
        }
        const auto* known = reading_.hearing.known;
        const bool knows = known != nullptr && known->time;
        auto link = last_ ? reading_.link(last_->end, mention.tokens.first) : Link::none;
        if (last_ && reading_.is_moved_to(*last_, mention.tokens)) link = Link::instead;
        const bool is_for_a_reason = last_ && link == Link::none && mention.kind == TimeMention::Kind::at &&
                                     is_why(last_->end, mention.tokens.first);
        if (is_for_a_reason) link = Link::instead;
        const auto before = heard_.time;
        // 夜7時、やっぱり8時: 夜 stays said, where no hours decide.
        const bool is_governed = link == Link::instead && last_part_ && !openings_.known() && is_of_evening(mention);
        put(mention, is_governed ? last_part_ : part_, link);
        if (!mention.clocks.empty()) last_part_ = mention.clocks.front().part;
        if (heard_.time && !(before && before->readings == heard_.time->readings)) {
            const bool excused =
                is_for_a_reason || (!knows && last_ && reading_.is_excused(last_->end, mention.tokens.first));
            const bool again =
                last_ && !excused && !is_within(before, mention) &&
                (link == Link::instead || (link != Link::either && reading_.is_changed_to(mention.tokens.end)));
            const bool back = !last_ && knows && takes_back_known(reading_, mention.tokens);
            heard_.corrected = heard_.corrected || again || back;
        }
        if (heard_.time) last_ = mention.tokens;
        clocked_ = clocked_ || !is_part(mention) || mention.part == static_cast<int>(PartOfDay::opening);
    }

    /// 今晩、いえ明日の晩8時: the part of the day stays what it was.
    [[nodiscard]] static bool is_within(const std::optional<Heard<TimeWish>>& before, const TimeMention& mention) {
        const auto* part =
            before && before->readings.size() == 1 ? std::get_if<PartOfDay>(&before->readings.front()) : nullptr;
        return part != nullptr && !mention.clocks.empty() && mention.clocks.front().part == static_cast<int>(*part);
    }

    /// 9時までには出たいので6時で: of two, the one when they go is no wish for a table.
    [[nodiscard]] bool is_of_leaving(std::size_t end) const {
        const auto verb = reading_.skip(end, {Word::ni, Word::wa, Word::made, Word::about});
        if (verb >= reading_.size() || (verb == end && reading_.word(end - 1) != Word::made)) return false;
        const auto said = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[verb].begin);
        const bool leaves = begins_with(Trait::leaving, said);
        const auto behind = reading_.tokens.begin() + static_cast<std::ptrdiff_t>(verb);
        return leaves && (clocked_ || std::any_of(behind, reading_.tokens.end(), [](const Token& token) {
                              return token.word == Word::hour || token.word == Word::clock;
                          }));
    }

    /// 20時に友達が着くので、20時15分で: what happens at the first is why it is the second.
    [[nodiscard]] bool is_why(std::size_t from, std::size_t to) const {
        const auto word = reading_.word(from);
        if ((word != Word::ni && word != Word::made && word != Word::kara) || to - from > Reading::reach) return false;
        for (auto at = from; at < to; ++at) {
            const auto& token = reading_.tokens[at];
            if (is_wish(token) || token.cue != Cue::none || token.word == Word::ka) return false;
        }
        auto between = reading_.folded({from, to});
        while (!between.empty() && between.back() == u'、') between.remove_suffix(1);
        return between.ends_with(u"ので") || between.ends_with(u"んで") || between.ends_with(u"るから") ||
               between.ends_with(u"だから");
    }

    /// Of the hours that come in the morning and at night.
    [[nodiscard]] static bool is_of_evening(const TimeMention& mention) {
        constexpr int first = 5 * 60, end = 12 * 60;
        return mention.clocks.size() == 1 && mention.clocks.front().bare && mention.clocks.front().minute >= first &&
               mention.clocks.front().minute < end;
    }

    /// どっちでもいい.
    void either_offer() {
        if (reading_.hearing.offered.empty() || heard_.time) return;
        constexpr auto words = std::to_array<std::u16string_view>(
            {u"どっちでも", u"どちらでも", u"どっちも大丈夫", u"どちらも大丈夫", u"どっちもいけ", u"どっちも行け",
             u"どちらも行け", u"どっちも平気", u"両方大丈夫", u"両方いけ", u"両方行け", u"どちらもいけ",
             u"両方とも大丈夫", u"どっちもいい", u"どちらもいい"});
        const bool said = std::any_of(words.begin(), words.end(), [&](auto word) {
            return reading_.glyphs.text.find(word) != std::u16string::npos;
        });
        if (!said) return;
        const TimeMention mention{TimeMention::Kind::either, 0, {}, Precision::exact, {0, reading_.size()}};
        heard_.time = wish_of(mention, std::nullopt, reading_, openings_);
    }

    /// Of what is known, or of the booking that is spoken of and nothing else: 19時の予約を30分遅らせたい.
    [[nodiscard]] std::optional<MinuteOfDay> time_to_move() const {
        const auto* known = reading_.hearing.known;
        const auto& from = heard_.time || known == nullptr ? heard_.time : known->time;
        const bool is_booked = heard_.mentions.size() == 1 && names_booking(reading_, heard_.mentions.front());
        const auto* wish = from && (!heard_.time || is_booked) ? from->certain() : nullptr;
        const auto* minute = wish != nullptr ? std::get_if<MinuteOfDay>(wish) : nullptr;
        return minute != nullptr ? std::optional{*minute} : std::nullopt;
    }
    /// 30分早めて, 1時間後ろに.
    void move_known() {
        const auto minute = time_to_move();
        if (!minute) return doubt_what_is_moved();
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            const auto end = reading_.word(at) == Word::moved_time ? std::optional{at + 1} : moved_end(at);
            if (!end || at >= reading_.size()) continue;
            const auto by =
                reading_.word(at) == Word::moved_time ? reading_.tokens[at].value : direction(at, *end) * length(at);
            const auto moved = MinuteOfDay::make(minute->count() + by);
            if (!moved || *moved == *minute) return;
            heard_.time = Heard<TimeWish>{{*moved}, reading_.bytes({at, *end}), Precision::exact, std::nullopt};
            heard_.mentions.push_back({at, *end});
            heard_.corrected = true;
            return;
        }
    }
    /// Of several times, or of one that is none of a booking: which of them is moved, is not known.
    void doubt_what_is_moved() {
        if (!heard_.time || heard_.time->certain() == nullptr) return;
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            const auto end = moved_end(at);
            if (!end || is_minutes_before(at) || comes_to(at, *end)) continue;
            if (direction(at, *end) != 0) heard_.time->decider = Decider::whether;
        }
    }
    /// 7時15分前
    [[nodiscard]] bool is_minutes_before(std::size_t at) const {
        return at > 0 && reading_.word(at - 1) == Word::hour && reading_.word(at + 1) == Word::before;
    }
    /// 一時間遅らせて20時に: to where it is moved, unless that is at odds with from where.
    [[nodiscard]] bool comes_to(std::size_t at, std::size_t end) {
        const auto& to = heard_.mentions.back();
        const bool is_told = reading_.word(to.end) == Word::ni || reading_.is_changed_to(to.end);
        if (to.first < end - 1 || !is_told || names_booking(reading_, to)) return false;
        const auto* known = reading_.hearing.known;
        std::optional<Heard<TimeWish>> from = known != nullptr ? known->time : std::nullopt;
        if (heard_.mentions.size() > 1) {
            const auto mention = time_at(reading_, heard_.mentions.front().first);
            if (mention && mention->kind == TimeMention::Kind::at) from = wish_of(*mention, part_, reading_, openings_);
        }
        const auto minute_of = [](const Heard<TimeWish>& one) {
            return one.certain() != nullptr ? std::get_if<MinuteOfDay>(one.certain()) : nullptr;
        };
        const auto* first = from ? minute_of(*from) : nullptr;
        const auto* last = minute_of(*heard_.time);
        if (last == nullptr) return false;
        return first == nullptr || first->count() + direction(at, end) * length(at) == last->count();
    }
    [[nodiscard]] bool is_length(std::size_t at) const {
        const auto word = reading_.word(at);
        if (at >= reading_.size() || (word != Word::minute && word != Word::duration)) return false;
        const auto said = reading_.folded({at, at + 1});
        const bool is_of_clock = said.find(u"分") != said.npos || said.find(u"ふん") != said.npos ||
                                 said.find(u"ぷん") != said.npos || said.find(u"時間") != said.npos;
        return is_of_clock && reading_.tokens[at].value > 0 && reading_.tokens[at].value <= 90;
    }
    /// In minutes.
    [[nodiscard]] int length(std::size_t at) const {
        constexpr int hour = 60, half = 30;
        const auto said = reading_.folded({at, at + 1});
        if (said.find(u"時間") == std::u16string_view::npos) return reading_.tokens[at].value;
        const bool is_half = said.find(u'半') != std::u16string_view::npos || reading_.word(at + 1) == Word::half;
        return reading_.tokens[at].value * hour + (is_half ? half : 0);
    }
    /// Behind a length and what moves by it; nothing where nothing is moved.
    [[nodiscard]] std::optional<std::size_t> moved_end(std::size_t at) const {
        if (!is_length(at)) return std::nullopt;
        constexpr std::size_t near = 6;
        for (auto place = at + 1; place < reading_.size() && place < at + near; ++place) {
            const auto cue = reading_.cue(place);
            if (reading_.word(place) == Word::stop || cue == Cue::late) return std::nullopt;
            if (cue == Cue::change || cue == Cue::make_it || reading_.word(place) == Word::there) {
                if (direction(at, place + 1) != 0) return place + 1;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] int direction(std::size_t first, std::size_t end) const {
        const auto said = reading_.folded({first, end});
        const auto has = [&](auto... words) { return ((said.find(words) != said.npos) || ...); };
        const bool later = has(u"遅", u"後", u"うしろ", u"おそ", u"おくら", u"繰り下げ", u"延ば");
        const bool sooner = has(u"早", u"前", u"はや", u"繰り上げ");
        return later == sooner ? 0 : later ? 1 : -1;
    }

    /// 7時、夜の: keeps of what a clock may be what lies in a part of the day.
    [[nodiscard]] bool narrow_to(int part) {
        auto& slot = heard_.time;
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

    void put(const TimeMention& mention, std::optional<int> part, Link link) {
        auto heard = wish_of(mention, part, reading_, openings_);
        if (heard.readings.empty()) return;
        auto& slot = heard_.time;
        const bool becomes = link != Link::either && reading_.is_changed_to(mention.tokens.end);
        const bool instead = link == Link::instead || becomes;
        // 夜、7時, ディナーの一番早い時間: the clock says more.
        const bool says_more = !is_part(mention) || is_edge(mention.part);
        if (!slot || instead || (!clocked_ && says_more)) {
            slot = std::move(heard);
            return;
        }
        if (is_part(mention) && (clocked_ || is_early_or_late(mention.part))) return;
        if (link == Link::none && is_told_exactly(heard) && !names_booking(reading_, mention.tokens)) {
            slot = std::move(heard);
            return;
        }
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

    /// 1時過ぎ、1時半で: about a time, and then which.
    [[nodiscard]] bool is_told_exactly(const Heard<TimeWish>& heard) const {
        const auto minute_of = [](const Heard<TimeWish>& one) {
            return one.readings.size() == 1 ? std::get_if<MinuteOfDay>(&one.readings.front()) : nullptr;
        };
        const auto* before = minute_of(*heard_.time);
        const auto* after = minute_of(heard);
        if (before == nullptr || after == nullptr) return false;
        constexpr int hour = 60;
        const bool is_near = std::abs(after->count() - before->count()) < hour;
        return is_near && heard_.time->precision == Precision::about && heard.precision == Precision::exact;
    }

    const Reading& reading_;
    Openings openings_;
    HeardTime heard_;
    std::optional<int> part_;
    std::optional<int> last_part_;  ///< of the last clock
    std::optional<Stretch> last_;
    bool clocked_ = false;
};

}  // namespace

std::optional<Heard<TimeWish>> booked_time(const Reading& reading, const std::vector<Stretch>& times,
                                           std::optional<Date> day) {
    Openings openings{reading.hearing};
    openings.on(day);
    for (const auto& time : times) {
        if (!names_booking(reading, time)) continue;
        const auto mention = time_at(reading, time.first);
        if (mention && mention->kind == TimeMention::Kind::at)
            return wish_of(*mention, std::nullopt, reading, openings);
    }
    return std::nullopt;
}

HeardTime time_of(const Reading& reading, std::optional<Date> day) { return TimesOfText{reading, day}.read(); }

}  // namespace denwaban::talk

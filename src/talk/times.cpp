#include "times.hpp"

#include <algorithm>
#include <array>

#include "english.hpp"
#include "traits.hpp"

namespace denwaban::talk {

namespace {

[[nodiscard]] std::optional<int> part_of(const Token& token) {
    if (token.word == Word::part) return token.value;
    if (token.word == Word::relative_night) return static_cast<int>(PartOfDay::night);
    if (token.word == Word::relative_morning) return static_cast<int>(PartOfDay::morning);
    return std::nullopt;
}
[[nodiscard]] bool is_of_clock(int part) { return part >= 2 && part != 7 && part != 8; }

/// Whether a number alone may be an hour: what was asked for, or what stands behind 時間は.
[[nodiscard]] bool is_time_number(const Reading& reading, std::size_t at) {
    const auto before = reading.back(at, {Word::wa, Word::filler, Word::no, Word::wo, Word::stop});
    const bool named = before && reading.word(*before) == Word::time_topic;
    if (!named && !reading.is_asked(Question::time)) return false;
    switch (reading.word(at + 1)) {
        case Word::other:
        case Word::number:
            return false;
        default:
            return true;
    }
}

/// Reads a clock with its part of the day: 夕方6時半, 7時15分前.
class ClockReader {
public:
    ClockReader(const Reading& reading, std::size_t at) : reading_(reading), at_(at) {}

    [[nodiscard]] bool read() {
        read_part();
        if (at_ >= reading_.size()) return false;
        const auto& token = reading_.tokens[at_];
        if (token.word == Word::noon) {
            clocks.push_back({Minutes::half_day, false});
            ++at_;
        } else if (token.word == Word::minutes_after) {
            const auto now = reading_.hearing.now - date::floor<date::days>(reading_.hearing.now);
            const auto minute = std::chrono::duration_cast<std::chrono::minutes>(now).count();
            // 一、二時間後
            constexpr int most = 6;
            const int step = (token.last - token.value) % Minutes::hour == 0 ? Minutes::hour : 1;
            for (auto value = token.value; value <= token.last && value - token.value <= most * step; value += step)
                clocks.push_back({static_cast<int>(minute) + value, false});
            ++at_;
        } else if (token.word == Word::clock) {
            clocks.push_back({token.value, token.value < 13 * Minutes::hour && token.value >= Minutes::hour});
            ++at_;
        } else if (token.word == Word::hour) {
            if (token.value > 28) return false;
            for (auto value = token.value; value <= token.last && value <= 28; ++value)
                add(value * Minutes::hour, value);
            ++at_;
            read_minutes();
        } else if (token.word == Word::number && is_time_number(reading_, at_)) {
            if (token.value >= 100 && token.value <= 2859 && token.value % 100 < Minutes::hour) {
                add(token.value / 100 * Minutes::hour + token.value % 100, token.value / 100);
            } else if (token.value >= 1 && token.value <= 28) {
                add(token.value * Minutes::hour, token.value);
            } else {
                return false;
            }
            ++at_;
            read_minutes();
        } else {
            return false;
        }
        read_about();
        read_part_behind();
        for (auto& clock : clocks) clock.part = part;
        return !clocks.empty();
    }

    std::vector<SaidClock> clocks;
    std::optional<int> part;
    Precision precision = Precision::exact;
    [[nodiscard]] std::size_t end() const { return at_; }

private:
    void add(int minute, int of_hour) { clocks.push_back({minute, of_hour >= 1 && of_hour <= 12}); }

    void read_part() {
        // So many parts in a row are no caller's.
        for (const auto end = std::min(reading_.size(), at_ + Reading::reach); at_ < end;) {
            const bool is_noon = reading_.word(at_) == Word::noon && reading_.word(at_ + 1) == Word::past;
            const auto found =
                is_noon ? std::optional{static_cast<int>(PartOfDay::lunch)} : part_of(reading_.tokens[at_]);
            if (!found || !is_of_clock(*found)) return;
            const auto next = reading_.skip(at_ + 1, {Word::no, Word::filler, Word::about, Word::past});
            const auto word = reading_.word(next);
            const bool goes_on = word == Word::hour || word == Word::clock || word == Word::noon ||
                                 word == Word::part || (word == Word::number && is_time_number(reading_, next));
            if (!goes_on || next >= reading_.size()) return;
            part = joined(*found);
            at_ = next;
        }
    }

    /// 夜の午前1時 is that of the night.
    [[nodiscard]] int joined(int next) const {
        const bool is_night = part == static_cast<int>(PartOfDay::night) || part == small_hours;
        return is_night && next == static_cast<int>(PartOfDay::morning) ? small_hours : next;
    }

    /// 1 am, seven in the evening: English says it behind the clock.
    void read_part_behind() {
        const auto next = reading_.skip(at_, {Word::filler});
        if (next >= reading_.size() || next > at_ + 2) return;
        const auto found = part_of(reading_.tokens[next]);
        const auto letter = reading_.folded({next, next + 1}).front();
        if (!found || !is_of_clock(*found) || letter < u'a' || letter > u'z') return;
        part = joined(*found);
        at_ = next + 1;
    }

    void read_minutes() {
        auto next = reading_.skip(at_, {Word::filler});
        // 7時、半で
        const auto behind = reading_.skip(next, {Word::stop, Word::filler});
        if (behind > next && reading_.word(behind) == Word::half && !is_part_of_word(behind)) next = behind;
        if (reading_.word(next) == Word::half && next < reading_.size()) {
            for (auto& clock : clocks) clock.minute += 30;
            at_ = next + 1;
        } else if (reading_.word(next) == Word::minute && reading_.tokens[next].value < Minutes::hour) {
            const auto minutes = reading_.tokens[next].value;
            const auto after = reading_.skip(next + 1, {Word::no});
            const bool before = reading_.word(after) == Word::before && after < reading_.size();
            for (auto& clock : clocks) clock.minute += before ? -minutes : minutes;
            at_ = before ? after + 1 : next + 1;
        }
    }

    /// 半個室, 半分: no half hour.
    [[nodiscard]] bool is_part_of_word(std::size_t half) const {
        const auto after = reading_.word(half + 1);
        return half + 1 < reading_.size() && (after == Word::other || after == Word::need);
    }

    void read_about() {
        for (;;) {
            const auto next = reading_.skip(at_, {Word::filler});
            const auto word = reading_.word(next);
            if (next >= reading_.size()) return;
            if (word != Word::about && word != Word::past && word != Word::before) return;
            precision = Precision::about;
            at_ = next + 1;
        }
    }

    const Reading& reading_;
    std::size_t at_;
};

/// Whether what stands there is a duration of so many minutes.
[[nodiscard]] bool is_length(const Reading& reading, std::size_t at, int minutes) {
    const auto next = reading.skip(at, {Word::no, Word::filler, Word::stop, Word::wa, Word::de});
    if (next >= reading.size() || reading.word(next) != Word::duration) return false;
    const auto words = reading.folded({next, next + 1});
    const int half_hour = words.ends_with(u'半') ? 30 : 0;
    return words.find(u"時間") != words.npos && reading.tokens[next].value * Minutes::hour + half_hour == minutes;
}

/// いたい, 使います: what they do all the while.
[[nodiscard]] bool tells_stay(const Reading& reading, std::size_t at) {
    const auto next = reading.skip(at, {Word::filler, Word::stop, Word::de});
    return next < reading.size() &&
           begins_with(Trait::stay, std::u16string_view{reading.glyphs.text}.substr(reading.tokens[next].begin));
}
/// いつでも, どこかで: one of those between.
[[nodiscard]] bool tells_window(const Reading& reading, std::size_t at) {
    const auto next = reading.skip(at, {Word::filler, Word::stop, Word::de, Word::no});
    return next < reading.size() &&
           begins_with(Trait::window, std::u16string_view{reading.glyphs.text}.substr(reading.tokens[next].begin));
}

/// Between 6 and 8.
[[nodiscard]] bool is_led_by_between(const Reading& reading, std::size_t first) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[first].begin);
    return before.ends_with(u"between ");
}

/// 6 to 8 pm, but not 11 to 2 pm.
[[nodiscard]] bool is_same_half(const SaidClock& from, const SaidClock& until) {
    return from.bare && until.bare && from.minute < until.minute &&
           until.part == static_cast<int>(PartOfDay::afternoon);
}

/// 18:00-20:00.
[[nodiscard]] bool is_hyphen(const Reading& reading, std::size_t at) {
    return reading.word(at) == Word::stop && reading.folded({at, at + 1}) == u"-";
}

/// 7時より遅い: whether what stands behind より begins so.
[[nodiscard]] bool is_said_behind(const Reading& reading, std::size_t at,
                                  std::initializer_list<std::u16string_view> words) {
    if (at >= reading.size() || reading.folded({at - 1, at}) != u"より") return false;
    const auto said = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at].begin);
    return std::any_of(words.begin(), words.end(), [&](auto word) { return said.starts_with(word); });
}

/// What follows a clock: から8時の間, 以降, まで.
void read_range(const Reading& reading, ClockReader& first, TimeMention& mention) {
    const auto end = first.end();
    const auto word = reading.word(end);
    if (end >= reading.size()) return;
    if (word == Word::onward || (word == Word::kara && reading.word(end + 1) == Word::onward)) {
        mention.kind = TimeMention::Kind::from;
        mention.tokens.end = end + (word == Word::kara ? 2 : 1);
    } else if (word == Word::made || word == Word::at_most) {
        mention.kind = TimeMention::Kind::until;
        mention.tokens.end = end + 1;
    } else if (word == Word::kara && is_said_behind(reading, end + 1, {u"遅", u"おそ"})) {
        // 7時より遅いほうがいい
        mention.kind = TimeMention::Kind::from;
        mention.tokens.end = end + 1;
    } else if (word == Word::kara &&
               (reading.word(end + 1) == Word::before || is_said_behind(reading, end + 1, {u"早", u"はや"}))) {
        // 18時より前
        mention.kind = TimeMention::Kind::until;
        mention.tokens.end = end + 2;
    } else if (word == Word::kara || word == Word::tilde || word == Word::to || word == Word::ka ||
               is_hyphen(reading, end)) {
        ClockReader second{reading, reading.skip(end + 1, {Word::filler, Word::stop})};
        if (!second.read() || second.clocks.size() != 1 || mention.clocks.size() != 1) return;
        auto after = second.end();
        const bool between = reading.word(after) == Word::between && after < reading.size();
        const bool between_later =
            !between && reading.word(after) == Word::made && reading.word(after + 1) == Word::between;
        if (word == Word::to && !between) return;
        if (word == Word::ka && !between) return;
        const bool is_moved =
            reading.changes && word == Word::kara &&
            (reading.word(after) == Word::ni || (reading.english && !is_led_by_between(reading, mention.tokens.first)));
        if (is_moved || reading.is_changed_to(after)) return;
        if (between) ++after;
        if (between_later) after += 2;
        if (!between && !between_later && reading.word(after) == Word::made) ++after;
        auto clock = second.clocks.front();
        // 7時から9時まで2時間で, 6時から8時までいたい: how long they stay.
        if (is_length(reading, after, clock.minute - mention.clocks.front().minute) || tells_stay(reading, after)) {
            mention.tokens.end = after;
            return;
        }
        if (!clock.part) clock.part = first.part;
        if (!mention.clocks.front().part && is_same_half(mention.clocks.front(), clock))
            mention.clocks.front().part = clock.part;
        mention.clocks.push_back(clock);
        mention.kind = TimeMention::Kind::between;
        mention.may_be_stay = !between && !between_later && !tells_window(reading, after) &&
                              !is_led_by_between(reading, mention.tokens.first);
        if (second.precision == Precision::about) mention.precision = Precision::about;
        mention.tokens.end = after;
    }
}

/// 遅くても7時には, 早くても8時: where no other time is told.
void bound_alone(const Reading& reading, TimeMention& mention) {
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[mention.tokens.first].begin);
    const auto ends = [&](auto... words) { return (before.ends_with(words) || ...); };
    const bool is_last = ends(u"遅くても", u"遅くとも", u"おそくても", u"おそくとも");
    const bool is_first = ends(u"早くても", u"早くとも", u"はやくても", u"はやくとも");
    if (mention.kind != TimeMention::Kind::at || mention.clocks.size() != 1 || (!is_last && !is_first)) return;
    const auto others = std::count_if(reading.tokens.begin(), reading.tokens.end(), [](const Token& token) {
        return token.word == Word::hour || token.word == Word::clock || token.word == Word::noon;
    });
    if (others > 1) return;
    mention.kind = is_last ? TimeMention::Kind::until : TimeMention::Kind::from;
}

}  // namespace

std::optional<TimeMention> time_at(const Reading& reading, std::size_t at) {
    const auto& token = reading.tokens[at];
    if (token.word == Word::sooner || token.word == Word::later) {
        // それはちょっと遅いので
        const auto before = at > 0 ? reading.word(at - 1) : Word::stop;
        // もっと早いほうが is none of what was offered.
        const bool is_more = std::u16string_view{reading.glyphs.text}.substr(0, token.begin).ends_with(u"もっと") ||
                             std::u16string_view{reading.glyphs.text}.substr(0, token.begin).ends_with(u"少し") ||
                             std::u16string_view{reading.glyphs.text}.substr(0, token.begin).ends_with(u"ちょっと");
        if (is_more) return std::nullopt;
        const bool is_reason = before == Word::wa || before == Word::about || before == Word::no_word;
        if (is_reason && reading.folded({at, at + 1}).ends_with(u'の')) return std::nullopt;
        const auto kind = token.word == Word::sooner ? TimeMention::Kind::sooner : TimeMention::Kind::later;
        return TimeMention{kind, 0, {}, Precision::exact, {at, at + 1}};
    }
    // 一番早い時間で, of an offer
    const bool is_first = token.word == Word::part && token.value == static_cast<int>(PartOfDay::opening);
    const bool is_last = token.word == Word::part && token.value == static_cast<int>(PartOfDay::closing);
    if ((is_first || is_last) && reading.is_asked(Question::offer) && !reading.hearing.offered.empty()) {
        const auto kind = is_first ? TimeMention::Kind::sooner : TimeMention::Kind::later;
        return TimeMention{kind, 0, {}, Precision::exact, {at, at + 1}};
    }
    ClockReader clock{reading, at};
    if (clock.read()) {
        TimeMention mention{TimeMention::Kind::at, 0, clock.clocks, clock.precision, {at, clock.end()}};
        read_range(reading, clock, mention);
        bound_alone(reading, mention);
        return mention;
    }
    const auto part = part_of(token);
    if (!part) return std::nullopt;
    TimeMention mention{TimeMention::Kind::part, *part, {}, Precision::exact, {at, at + 1}};
    if (*part == static_cast<int>(PartOfDay::morning) && reading.word(at + 1) == Word::part)
        mention.tokens.end = at + 1;
    return mention;
}

}  // namespace denwaban::talk

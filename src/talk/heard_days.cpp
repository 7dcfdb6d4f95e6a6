#include <algorithm>
#include <array>

#include "dates.hpp"
#include "days.hpp"
#include "mentions.hpp"

namespace denwaban::talk {

namespace {

/// Puts the days of a text together, one after the other.
class DaysOfText {
public:
    explicit DaysOfText(const Reading& reading) : reading_(reading), days_(reading) {
        for (std::size_t at = 0; at < reading.size(); ++at) {
            const auto& token = reading.tokens[at];
            const bool says = token.cue == Cue::thanks || (token.word == Word::no_word && token.value == 3);
            if (says) farewell_ = at + 1;
            cued_ = cued_ || (token.cue != Cue::none && token.cue != Cue::hello && token.cue != Cue::elsewhere);
        }
    }

    [[nodiscard]] HeardDay read() && {
        const auto* known = reading_.hearing.known;
        const bool knows = known != nullptr && known->day;
        std::optional<Stretch> last;
        for (std::size_t at = 0; at < reading_.size();) {
            auto mention = days_.read(at);
            if (!mention || is_farewell(*mention) || is_said_of_day(*mention, last)) {
                ++at;
                continue;
            }
            at = mention->tokens.end;
            if (!mention->decider) tell_month(*mention);
            const bool same = heard_.day && heard_.day->readings == mention->dates;
            heard_.mentions.push_back(mention->tokens);
            auto link = last ? reading_.link(last->end, mention->tokens.first) : Link::none;
            if (last && reading_.is_moved_to(*last, mention->tokens)) link = Link::instead;
            const bool is_put_off =
                last && !same && link == Link::none && is_turned_down(last->end, mention->tokens.first);
            if (is_put_off) link = Link::instead;
            // 1日の火曜日、ああ、12月のね: in what it lies
            const auto* before = heard_.day ? heard_.day->certain() : nullptr;
            const bool is_in = before != nullptr && mention->dates.size() > 1 &&
                               std::find(mention->dates.begin(), mention->dates.end(), *before) != mention->dates.end();
            if (is_in && link == Link::instead) link = Link::none;
            if (tells_weekday(*mention)) {
                last = mention->tokens;
                continue;
            }
            put(*mention, link);
            const bool again = last && link != Link::either && reading_.is_changed_to(mention->tokens.end);
            const bool moved = reading_.changes && is_from_known(mention->tokens);
            const bool back = !last && knows && (moved || takes_back_known(reading_, mention->tokens));
            const bool is_excused = is_put_off && !said_twice_;
            said_twice_ = same;
            const bool excused =
                !knows && last && (is_excused || reading_.is_excused(last->end, mention->tokens.first));
            heard_.corrected = heard_.corrected || (!same && !excused && (link == Link::instead || again || back));
            last = mention->tokens;
            days_.remember(heard_.day->readings);
        }
        keep_working_days();
        return std::move(heard_);
    }

private:
    /// 今日は以上です, 今日はありがとう.
    [[nodiscard]] bool is_farewell(const DayMention& mention) const {
        if (reading_.word(mention.tokens.first) != Word::relative_day) return false;
        return mention.tokens.end < farewell_;
    }

    /// 今日は寒いですねえ.
    [[nodiscard]] bool is_of_weather(const DayMention& mention) const {
        const auto next =
            reading_.skip(mention.tokens.end, {Word::wa, Word::mo, Word::filler, Word::about, Word::stop});
        if (next == mention.tokens.end || next >= reading_.size() || cued_) return false;
        const auto after = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[next].begin);
        constexpr auto words = std::to_array<std::u16string_view>(
            {u"寒", u"暑", u"冷え", u"冷え込", u"雨", u"雪", u"晴れ", u"蒸し", u"涼し", u"暖か", u"あったか", u"さむ",
             u"あつい", u"いい天気", u"良い天気", u"お日柄", u"台風"});
        return std::any_of(words.begin(), words.end(), [&](auto word) { return after.starts_with(word); });
    }

    /// 今日が火曜だから、木曜で: which day it is.
    [[nodiscard]] bool is_told_by_weekday(const DayMention& mention) const {
        const auto is_today = [&](std::size_t at) {
            return reading_.word(at) == Word::relative_day && reading_.tokens[at].value == 0 &&
                   (reading_.word(at + 1) == Word::ga || reading_.word(at + 1) == Word::wa) &&
                   reading_.word(at + 2) == Word::weekday &&
                   (reading_.word(at + 3) == Word::copula || reading_.word(at + 3) == Word::de);
        };
        const auto first = mention.tokens.first;
        return is_today(first) || (first > 1 && reading_.word(first) == Word::weekday && is_today(first - 2));
    }

    /// 明日の予約、今からでも変えられますか: when something is done, beside the day that it is of.
    [[nodiscard]] bool is_when_it_is_done(const DayMention& mention, std::optional<Stretch> before) const {
        if (reading_.cue(mention.tokens.first) != Cue::may_come) return false;
        return before && reading_.link(before->end, mention.tokens.first) == Link::none;
    }

    /// 来週の水曜は祝日でしたか.
    [[nodiscard]] bool is_said_of_day(const DayMention& mention, std::optional<Stretch> before) const {
        const auto first = mention.tokens.first;
        // 水曜、いや、その日は会議だった、木曜で
        const bool is_same = reading_.word(first) == Word::known_day && reading_.tokens[first].value == 0;
        if (before && is_same && reading_.word(mention.tokens.end) == Word::wa) return true;
        if (before && is_same_weekend(mention)) return true;
        if (is_of_weather(mention) || is_when_it_is_done(mention, before) || is_told_by_weekday(mention)) return true;
        return before && reading_.word(first) == Word::holiday && reading_.word(first - 1) == Word::wa;
    }

    /// 最初の週末がいいです、土日どっちでも.
    [[nodiscard]] bool is_same_weekend(const DayMention& mention) const {
        const bool is_bare = reading_.word(mention.tokens.first) == Word::weekend;
        return is_bare && heard_.day && heard_.day->readings.size() == 2 &&
               std::all_of(heard_.day->readings.begin(), heard_.day->readings.end(),
                           [](Date date) { return weekday_of(date) == 0 || weekday_of(date) == 6; });
    }

    /// その翌日, 来週の同じ曜日: told by the day that is known.
    [[nodiscard]] bool is_from_known(Stretch tokens) const {
        return reading_.word(tokens.first) == Word::known_day || reading_.word(tokens.end - 1) == Word::same_weekday;
    }

    /// 大みそかの前の日って言うたら30日か: of the month that was meant.
    void tell_month(DayMention& mention) const {
        const auto* before = heard_.day ? heard_.day->certain() : nullptr;
        if (before == nullptr || reading_.word(mention.tokens.first) != Word::day_of_month) return;
        const auto day_of = [](Date date) { return date::year_month_day{date}.day(); };
        if (mention.dates.size() == 1 && day_of(mention.dates.front()) == day_of(*before)) mention.dates = {*before};
    }

    /// 4日です、木曜じゃなくて金曜の: of the days that were said, the one that it is.
    [[nodiscard]] bool tells_weekday(const DayMention& mention) const {
        const auto first = mention.tokens.first;
        if (!heard_.day || reading_.word(first) != Word::weekday || mention.tokens.end != first + 1) return false;
        const auto& before = heard_.mentions[heard_.mentions.size() - 2];
        const auto& readings = heard_.day->readings;
        const auto weekday = static_cast<unsigned>(reading_.tokens[first].value);
        return reading_.word(before.first) != Word::weekday && readings.size() == 1 &&
               weekday_of(readings.front()) == weekday;
    }

    void put(DayMention& mention, Link link) {
        auto& slot = heard_.day;
        const auto words = reading_.bytes(mention.tokens);
        if (slot && link == Link::either) keep_next_to(*slot, mention);
        if (slot && link == Link::none) fill_up_to(*slot, mention);
        const bool becomes = link != Link::either && reading_.is_changed_to(mention.tokens.end);
        if (!slot || link == Link::instead || becomes) {
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

    /// 月曜か火曜, on a Tuesday: the one behind that Monday.
    static void keep_next_to(const Heard<Date>& before, DayMention& mention) {
        if (before.readings.size() != 1 || mention.decider != Decider::which_week) return;
        const auto next = before.readings.front() + Days{1};
        if (std::find(mention.dates.begin(), mention.dates.end(), next) != mention.dates.end()) mention.dates = {next};
    }

    /// 25日から27日のどこかで.
    void fill_up_to(const Heard<Date>& before, DayMention& mention) const {
        constexpr Days longest{14};
        if (heard_.mentions.size() < 2 || before.readings.size() != 1 || mention.dates.size() != 1) return;
        const auto end = heard_.mentions[heard_.mentions.size() - 2].end;
        const bool joins = reading_.word(end) == Word::kara || reading_.word(end) == Word::tilde;
        const auto first = before.readings.front(), last = mention.dates.front();
        if (!joins || end + 1 != mention.tokens.first || reading_.changes || last <= first || last - first > longest)
            return;
        mention.dates.clear();
        for (auto day = first + Days{1}; day <= last; day += Days{1}) mention.dates.push_back(day);
    }

    /// 金曜は主人がいないので土曜で, 土曜は満席ですよね、日曜で: why it is another day.
    [[nodiscard]] bool is_turned_down(std::size_t from, std::size_t to) const {
        if (reading_.word(from) != Word::wa || to - from > Reading::reach) return false;
        for (auto at = from; at < to; ++at) {
            const auto word = reading_.word(at);
            const bool is_open = word == Word::ka || word == Word::either || word == Word::question ||
                                 word == Word::hour || word == Word::clock || word == Word::part ||
                                 word == Word::people;
            if (is_open) return false;
        }
        if (reading_.is_on_condition(from, to)) return false;
        const auto between = reading_.folded({from, to});
        constexpr auto noes = std::to_array<std::u16string_view>(
            {u"ない",     u"ません", u"無理",     u"だめ",   u"駄目",   u"あかん",     u"満席",       u"いっぱい",
             u"埋ま",     u"仕事",   u"用事",     u"予定が", u"休み",   u"があるので", u"があるんで", u"があるから",
             u"が入って", u"定休",   u"都合が悪", u"出張",   u"難しい", u"厳しい",     u"塾",         u"学校"});
        return std::any_of(noes.begin(), noes.end(), [&](auto no) { return between.find(no) != between.npos; });
    }

    /// 平日で、来週.
    void keep_working_days() {
        auto& slot = heard_.day;
        const bool said = std::any_of(reading_.tokens.begin(), reading_.tokens.end(),
                                      [](const Token& token) { return token.word == Word::working_day; });
        if (!said || !slot || slot->readings.size() < 2) return;
        auto kept = slot->readings;
        std::erase_if(kept, [](Date date) { return weekday_of(date) == 0 || weekday_of(date) == 6; });
        if (!kept.empty()) slot->readings = std::move(kept);
        if (slot->readings.size() < 2) slot->decider.reset();
    }

    const Reading& reading_;
    DayReader days_;
    HeardDay heard_;
    bool cued_ = false;         ///< whether something is wanted, or asked
    bool said_twice_ = false;   ///< whether the last day was the one before it again
    std::size_t farewell_ = 0;  ///< behind the last word that says one
};

/// の予約を, の夜7時の予約は, に予約した; but not の予約に変更.
[[nodiscard]] bool leads_to_booking(const Reading& reading, std::size_t end) {
    if (reading.word(end) == Word::kara && reading.word(end + 1) == Word::no) ++end;
    const auto at = reading.skip(end, {Word::no, Word::ni, Word::filler, Word::part, Word::hour, Word::half,
                                       Word::minute, Word::clock, Word::people, Word::sama});
    // 19時から4名で予約してた
    const auto done = reading.skip(at, {Word::kara, Word::people, Word::de, Word::about});
    if (done > at && reading.cue(done) == Cue::booking) return is_booked(reading, done);
    // 12日の土曜に入れてもらった予約
    if (reading.cue(at) == Cue::have && reading.cue(reading.skip(at + 1, {Word::other})) == Cue::booking) return true;
    if (at >= reading.size() || reading.cue(at) != Cue::booking) return false;
    if (reading.word(end) == Word::ni) return is_booked(reading, at);
    if (reading.english) return at == end;
    return reading.word(at + 1) != Word::ni && reading.cue(at + 1) != Cue::hope;
}
/// My booking on Friday; but not my booking to Friday.
[[nodiscard]] bool is_behind_booking(const Reading& reading, std::size_t first) {
    if (!reading.english || first == 0) return false;
    const auto before = reading.back(first, {Word::filler});
    return before && reading.cue(*before) == Cue::booking && reading.folded({first - 1, first}) != u"to";
}

}  // namespace

bool names_booking(const Reading& reading, Stretch mention) {
    return leads_to_booking(reading, mention.end) || is_behind_booking(reading, mention.first);
}

std::optional<Heard<Date>> booked_day(const Reading& reading, const std::vector<Stretch>& days) {
    for (const auto& day : days) {
        if (!names_booking(reading, day)) continue;
        if (auto mention = DayReader{reading}.read(day.first)) {
            const auto words = reading.bytes(mention->tokens);
            return Heard<Date>{std::move(mention->dates), words, Precision::exact, mention->decider};
        }
    }
    return std::nullopt;
}

HeardDay day_of(const Reading& reading) { return DaysOfText{reading}.read(); }

}  // namespace denwaban::talk

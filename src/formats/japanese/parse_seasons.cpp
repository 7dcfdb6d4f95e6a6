#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// What a season or an event is called: its days are said beside it.
[[nodiscard]] bool names_a_season(std::string_view words) {
    constexpr auto names = std::to_array<std::string_view>(
        {"シーズン", "期間", "時期", "まつり", "祭り", "祭", "フェア", "イベント", "フェスタ", "ライトアップ"});
    return std::any_of(names.begin(), names.end(), [&](auto name) { return words.ends_with(name); });
}

/// The particle that a stretch of prose ends with, cut off; nothing of it is left if it is no more than that.
[[nodiscard]] Word cut_particle(std::string_view& words) {
    struct Particle {
        std::string_view text;
        Word word;
    };
    constexpr std::array particles{Particle{"には", Word::topic}, Particle{"は", Word::topic},
                                   Particle{"に", Word::topic}, Particle{"も", Word::also}, Particle{"の", Word::of}};
    for (const auto& each : particles) {
        if (!words.ends_with(each.text)) continue;
        words.remove_suffix(each.text.size());
        return each.word;
    }
    return Word::filler;
}

}  // namespace

/// 11月中は, 10月～11月の紅葉シーズンは, 紅葉シーズンの11/14: the dates beside it say when that is.
void ListingParser::name_seasons() {
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        auto& token = tokens_[at];
        // 15:00～22:00に変更します.
        const bool changed = token.word == Word::varies && at > 1 && word_at(at - 1) == Word::topic &&
                             word_at(at - 2) == Word::time && words_of(at - 1) == "に";
        if (changed) token.word = Word::filler;
        if (token.word != Word::prose) continue;
        auto words = words_of(at);
        const auto particle = cut_particle(words);
        const auto before = at > 0 ? word_at(at - 1) : Word::newline;
        const bool dated = before == Word::month || before == Word::date || before == Word::part_of_month;
        if (words == "中" && !token.spaced && before == Word::rest && at > 1 && word_at(at - 2) == Word::season) {
            // 夏季休業中は短縮営業.
            tokens_[at - 1].word = Word::filler;
            token.word = Word::topic;
            continue;
        }
        if (words == "中" && !token.spaced && (dated || before == Word::season || before == Word::long_weekend)) {
            token.word = particle == Word::filler ? Word::topic : particle;
            continue;
        }
        // 14日～30日の夜間特別拝観中は.
        const bool goes_on = words.ends_with("中") && particle == Word::topic;
        if (words.ends_with("中")) words.remove_suffix(std::string_view{"中"}.size());
        if (!names_a_season(words) && !goes_on) continue;
        const bool after_dates =
            before == Word::of && at > 1 &&
            (word_at(at - 2) == Word::month || word_at(at - 2) == Word::date || word_at(at - 2) == Word::month_day ||
             word_at(at - 2) == Word::part_of_month || word_at(at - 2) == Word::closing);
        const auto next = beyond(at + 1, {Word::of});
        const bool before_dates = names_a_season(words) && next < tokens_.size() &&
                                  (particle == Word::of || next > at + 1) &&
                                  (word_at(next) == Word::date || word_at(next) == Word::month);
        if (!after_dates && !before_dates) continue;
        token.word = after_dates && particle != Word::filler ? particle : Word::filler;
        token.used = token.word == Word::filler;
        if (after_dates) tokens_[at - 1].word = Word::filler;
        for (auto of = at + 1; before_dates && of < next; ++of) tokens_[of].word = Word::filler;
    }
}

/// 火曜（まつり期間中は無休）: the only span of dates of the text is meant.
void ListingParser::name_periods_said() {
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        const auto words = words_of(at);
        if (words != "期間中" && words != "会期中" && words != "会期中は") continue;
        auto then = beyond(at + 1, {Word::topic, Word::also});
        const bool tells = then < tokens_.size() && (word_at(then) == Word::no_rest || word_at(then) == Word::open);
        auto first = at;
        while (first > 0 && word_at(first - 1) == Word::prose && !tokens_[first].spaced) --first;
        if (!tells || first == 0 || word_at(first - 1) != Word::opening) continue;
        const auto span = only_span_of_dates();
        if (!span || span->first > first) continue;
        const bool bracketed = word_at(span->first - 1) == Word::opening;
        if (span->first == 0 || !bracketed) continue;
        std::vector<Token> dates(tokens_.begin() + static_cast<std::ptrdiff_t>(span->first),
                                 tokens_.begin() + static_cast<std::ptrdiff_t>(span->last) + 1);
        for (auto& token : dates) token.bytes = {tokens_[first].bytes.begin, tokens_[at].bytes.end};
        dates.push_back(dates.back());
        dates.back().word = Word::topic;
        const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
        tokens_.erase(place, tokens_.begin() + static_cast<std::ptrdiff_t>(at) + 1);
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(first), dates.begin(), dates.end());
        return;
    }
}

/// 菊まつり期間（11月3日～8日）は営業: the dates, whatever the days are called.
void ListingParser::name_periods_by_their_dates() {
    constexpr auto endings = std::to_array<std::string_view>(
        {"期間", "シーズン", "まつり", "祭", "祭り", "フェア", "期", "週間", "期間中", "開催中", "ウィーク"});
    for (std::size_t at = 0; at + 4 < tokens_.size(); ++at) {
        if (word_at(at) != Word::prose) continue;
        const auto open = beyond(at + 1, {Word::filler});
        const auto name = words_of(open - 1);
        const bool names =
            std::any_of(endings.begin(), endings.end(), [&](auto ending) { return name.ends_with(ending); });
        if (!names || word_at(open) != Word::opening || word_at(open + 1) != Word::date) continue;
        auto first = beyond_weekday_of_date(open + 2);
        if (word_at(first) != Word::dash && word_at(first) != Word::from) continue;
        const bool dated = word_at(first + 1) == Word::date || word_at(first + 1) == Word::month_day;
        const auto last = dated ? beyond_weekday_of_date(first + 2) : first;
        if (!dated || word_at(last) != Word::closing || last + 1 >= tokens_.size()) continue;
        const auto next = word_at(last + 1);
        if (next != Word::topic && next != Word::also && next != Word::only && next != Word::of) continue;
        find(FindingKind::remark, Weight::note, "says nothing of the hours",
             {tokens_[at].bytes.begin, tokens_[open - 1].bytes.end});
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(last));
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(open) + 1);
    }
}

namespace {

[[nodiscard]] int next_date(int number, int days) {
    const Date at{date::year{2001} / (number / 100) / (number % 100)};
    const date::year_month_day moved{at + date::days{days}};
    return static_cast<int>(unsigned{moved.month()}) * 100 + static_cast<int>(unsigned{moved.day()});
}

[[nodiscard]] int last_date_of(const Token& token) {
    if (token.word != Word::month) return token.value;
    const auto last = date::year{2001} / date::month{static_cast<unsigned>(token.value)} / date::last;
    return token.value * 100 + static_cast<int>(unsigned{last.day()});
}

[[nodiscard]] bool is_date_of_some_year(int number) {
    return (date::year{2001} / (number / 100) / (number % 100)).ok();
}

}  // namespace

/// 年内は12/30まで、年始は1/5から: closed between the two.
void ListingParser::name_days_between_years() {
    struct End {
        std::size_t first, last;
        int date;
    };
    const auto find_end = [&](auto is_name, Word particle, int month) -> std::optional<End> {
        for (std::size_t at = 0; at < tokens_.size(); ++at) {
            if (!is_name(at)) continue;
            const auto date =
                beyond(at + 1, {Word::topic, Word::of, Word::open, Word::colon, Word::filler, Word::prose});
            if (date >= tokens_.size() || date > at + 5) continue;
            const auto word = word_at(date);
            const int value = tokens_[date].value + (word == Word::month_day ? month * 100 : 0);
            const auto end = beyond_weekday_of_date(date + 1);
            const bool says = (word == Word::date || word == Word::month_day) && value / 100 == month &&
                              is_date_of_some_year(value) && word_at(end) == particle && end < tokens_.size();
            if (says) return End{at, end, value};
        }
        return std::nullopt;
    };
    const auto starts_with = [&](std::size_t at, std::initializer_list<std::string_view> names) {
        return std::any_of(names.begin(), names.end(), [&](auto name) { return words_of(at).starts_with(name); });
    };
    const auto last = find_end(
        [&](std::size_t at) {
            return starts_with(at, {"年内", "年末", "本年", "今年"});
        },
        Word::until, 12);
    const auto first = find_end(
        [&](std::size_t at) {
            return starts_with(at, {"年始", "新年", "年明け", "来年"});
        },
        Word::from, 1);
    if (!last || !first || last->last > first->first) return;
    const auto joint = beyond(last->last + 1, {Word::separator, Word::stop, Word::filler, Word::newline, Word::open,
                                               Word::slash, Word::topic});
    if (joint != first->first) return;
    const int begins = next_date(last->date, 1), ends = next_date(first->date, -1);
    const ByteRange bytes{tokens_[last->first].bytes.begin, tokens_[first->last].bytes.end};
    std::vector<Token> said{{Word::date, begins}, {Word::dash}, {Word::date, ends}, {Word::topic}, {Word::rest}};
    for (auto& token : said) token.bytes = bytes;
    said.front().spaced = true;
    const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(last->first);
    tokens_.erase(place, tokens_.begin() + static_cast<std::ptrdiff_t>(first->last) + 1);
    tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(last->first), said.begin(), said.end());
}

/// Where まで or から stands of a date or month: 10月末まで.
std::size_t ListingParser::particle_of_date(std::size_t at) const {
    if (word_at(at) != Word::month) return beyond_weekday_of_date(at + 1);
    const bool end = word_at(at + 1) == Word::part_of_month && tokens_[at + 1].value == last_days_of_month;
    return at + (end ? 2U : 1U);
}

/// 8日以降は, 11月16日以降: from that date on.
void ListingParser::name_from_later_dates() {
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        const auto words = words_of(at);
        const bool later = words == "以降" || words == "以降は" || words == "以後" || words == "以後は";
        auto before = at;
        if (word_at(at - 1) == Word::closing) {
            while (before > 0 && word_at(before) != Word::opening) --before;
        }
        const auto date = before > 0 ? word_at(before - 1) : Word::newline;
        if (later && word_at(at) == Word::prose && !tokens_[at].spaced &&
            (date == Word::date || date == Word::month_day) && (before == at || beyond_weekday_of_date(before) == at))
            tokens_[at].word = Word::from;
    }
}

/// A date and its particle become the dates from one to another.
void ListingParser::name_dates_of_particle(std::size_t at, int begins, int ends) {
    std::vector<Token> said{{Word::date, begins}, {Word::dash}, {Word::date, ends}, {Word::topic}};
    const auto particle = particle_of_date(at);
    for (auto& token : said) token.bytes = {tokens_[at].bytes.begin, tokens_[particle].bytes.end};
    said.front().spaced = tokens_[at].spaced;
    const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(at);
    tokens_.erase(place, tokens_.begin() + static_cast<std::ptrdiff_t>(particle) + 1);
    tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(at), said.begin(), said.end());
}

/// 11月1日～7日は17:00～22:00、8日以降は11:00～22:00; 11月中は11:00～16:00（12月より11:00～20:00）.
bool ListingParser::hours_of_period_and_from_its_end(int days) {
    if (mode_ != Mode::hours) return false;
    const auto hours_at = [&](std::size_t at) {
        const auto hours = beyond(at, {Word::topic, Word::newline, Word::colon, Word::closing, Word::separator});
        return hours < tokens_.size() && any_span_in(hours, std::min(hours + 3, tokens_.size()));
    };
    std::optional<std::size_t> from;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const bool dated = word_at(at) == Word::date || word_at(at) == Word::month || word_at(at) == Word::month_day;
        if (!dated || tokens_[at].year != 0) continue;
        const auto particle = particle_of_date(at);
        const auto after = beyond_weekday_of_date(particle + 1);
        if (word_at(particle) != Word::from || word_at(after) == Word::date || word_at(after) == Word::month_day ||
            word_at(after) == Word::month)
            continue;
        if (from || !hours_at(particle + 1)) return false;
        from = at;
    }
    if (!from) return false;
    int begins = 0, last = 0;
    if (const auto span = only_span_of_dates()) {
        const auto end = date_of_span(*span, true).front().value;
        begins = tokens_[span->first].value;
        if (span->last < *from && hours_at(beyond_weekday_of_date(span->last + 1)) && is_date_of_some_year(end))
            last = end;
    } else {
        for (std::size_t at = 0; at < *from; ++at) {
            if (word_at(at) == Word::date) return false;
            if (word_at(at) != Word::month || word_at(at + 1) != Word::topic || !hours_at(at + 1)) continue;
            begins = tokens_[at].value * 100 + 1;
            last = last_date_of(tokens_[at]);
        }
    }
    if (last == 0 || !is_date_of_some_year(begins)) return false;
    const auto& token = tokens_[*from];
    const int first = token.word == Word::month ? token.value * 100 + 1
                                                : token.value + (token.word == Word::month_day ? last / 100 * 100 : 0);
    if (!is_date_of_some_year(first) || next_date(last, 1) != first) return false;
    if (*from > 0 && word_at(*from - 1) == Word::opening) {
        // What stands in the bracket is no exception to what stands before it.
        tokens_[beyond_bracket(particle_of_date(*from)) - 1].word = Word::filler;
        tokens_[*from - 1].word = Word::newline;
    }
    const auto bytes = token.bytes;
    name_dates_of_particle(*from, first, next_date(first, days - 1));
    // Of the rest of the year nothing is said.
    const auto month_day = [](int number) {
        return date::month{static_cast<unsigned>(number / 100)} / date::day{static_cast<unsigned>(number % 100)};
    };
    auto rest =
        day_item(DaySort::narrower, {InSeason{month_day(next_date(first, days)), month_day(next_date(begins, -1))}});
    rest.is_season = true;
    find(FindingKind::unknowable, Weight::note, "what holds before and long after it is not said", bytes);
    listing_.doubts.push_back({{std::move(rest)}});
    return true;
}

/// 11月14日までは10:00～17:00、15日からは10:00～16:00: half a year each, and the other the other half.
void ListingParser::hours_until_and_from_dates() {
    constexpr int half_a_year = 182;
    name_from_later_dates();
    if (hours_of_period_and_from_its_end(half_a_year)) return;
    std::optional<std::size_t> until, from;
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
        const bool month_day = word_at(at) == Word::month_day && until && tokens_[at].value > 0;
        const bool month = word_at(at) == Word::month;
        if ((word_at(at) != Word::date && !month_day && !month) || tokens_[at].year != 0) continue;
        const auto particle = particle_of_date(at);
        const auto hours =
            beyond(particle + 1, {Word::topic, Word::newline, Word::colon, Word::closing, Word::separator});
        if (hours >= tokens_.size() || !any_span_in(hours, std::min(hours + 3, tokens_.size()))) continue;
        if (word_at(particle) == Word::until) {
            if (until) return;
            until = at;
        } else if (word_at(particle) == Word::from) {
            if (from) return;
            from = at;
        }
    }
    if (!until || !from || *from < *until || mode_ != Mode::hours) return;
    const int last = last_date_of(tokens_[*until]);
    const int first = tokens_[*from].word == Word::month
                          ? tokens_[*from].value * 100 + 1
                          : tokens_[*from].value + (word_at(*from) == Word::month_day ? last / 100 * 100 : 0);
    if (!is_date_of_some_year(last) || !is_date_of_some_year(first) || next_date(last, 1) != first) return;
    name_dates_of_particle(*from, first, next_date(first, half_a_year - 1));
    name_dates_of_particle(*until, next_date(first, half_a_year), last);
}

/// 冬期休業：11月16日～4月24日: the dates are said, and then what they are.
void ListingParser::turn_dates_of_seasons() {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
        const auto rest = beyond(at + 1, {Word::filler, Word::of});
        if (word_at(at) != Word::season || (word_at(rest) != Word::rest && word_at(rest) != Word::closing_heading))
            continue;
        const auto date = beyond(rest + 1, {Word::colon, Word::filler, Word::topic, Word::opening});
        const bool bracketed = date > 0 && word_at(date - 1) == Word::opening;
        if (date >= tokens_.size() || (word_at(date) != Word::date && word_at(date) != Word::month) ||
            (date == rest + 1 && !tokens_[date].spaced))
            continue;
        auto end = date;
        for (; end < tokens_.size(); ++end) {
            const auto word = word_at(end);
            const bool of_dates = word == Word::date || word == Word::month || word == Word::part_of_month ||
                                  word == Word::dash || word == Word::from || word == Word::until ||
                                  word == Word::month_day || (word == Word::filler && words_of(end) == "翌年");
            if (!of_dates) break;
        }
        const auto after = word_at(end);
        const bool ends = end >= tokens_.size() || after == Word::newline || after == Word::stop ||
                          after == Word::mark || after == Word::closing || tokens_[end].spaced;
        if (!ends || end == date + 1 || (bracketed && after != Word::closing)) continue;
        std::vector<Token> said(tokens_.begin() + static_cast<std::ptrdiff_t>(date),
                                tokens_.begin() + static_cast<std::ptrdiff_t>(end));
        for (auto token = at; token < date; ++token) {
            auto moved = tokens_[token];
            if (token == rest) moved.word = Word::rest;
            if (token != rest) moved.word = Word::filler;
            if (word_at(token) != Word::opening) said.push_back(moved);
        }
        if (bracketed) {
            // 冬期休業（12月～3月）.
            tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(end));
            tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(date) - 1);
        }
        said.front().spaced = tokens_[at].spaced;
        turn(at, std::move(said));
        at = end - 1;
    }
}

}  // namespace denwaban::formats::japanese

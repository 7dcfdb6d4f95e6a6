#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

namespace {

/// What stands before hours that no longer hold, and before those that hold in their place.
constexpr auto old_hours =
    std::to_array<std::string_view>({"変更前", "旧営業時間", "旧", "従来", "改定前", "これまで"});
constexpr auto new_hours = std::to_array<std::string_view>({"変更後", "新営業時間", "新", "改定後"});

[[nodiscard]] bool opens_sentence(Word word) {
    return word == Word::stop || word == Word::newline || word == Word::mark;
}

}  // namespace

/// Whether hours from one time to another, or from one on, stand from `first` to `last`.
bool ListingParser::any_span_in(std::size_t first, std::size_t last) const {
    for (auto at = first; at < last; ++at) {
        const bool goes_on = word_at(at + 1) == Word::dash || word_at(at + 1) == Word::from;
        if (word_at(at) == Word::time && goes_on) return true;
    }
    return false;
}

/// 通常 11:00～22:00 のところ、11:00～20:00: of other times; of all other days, if those of a date stand in their
/// place.
void ListingParser::set_aside_usual_hours() {
    for (std::size_t at = 2; at < tokens_.size(); ++at) {
        if (!words_of(at).starts_with("のところ")) continue;
        auto first = at, sentence = at;
        while (sentence > 0 && !opens_sentence(word_at(sentence - 1))) --sentence;
        while (first > sentence && words_of(first) != "通常" && words_of(first) != "通常は") --first;
        if (words_of(first) != "通常") {
            first = at;
            while (first > sentence && (word_at(first - 1) == Word::time || word_at(first - 1) == Word::dash ||
                                        word_at(first - 1) == Word::from || word_at(first - 1) == Word::until))
                --first;
        }
        const auto next = beyond(
            at + 1, {Word::separator, Word::filler, Word::topic, Word::before_noon, Word::after_noon, Word::service});
        if (first == at || next >= tokens_.size() || word_at(next) != Word::time) continue;
        const bool of_dates = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(sentence),
                                          tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                          [](const Token& token) { return token.word == Word::date; });
        const bool only_here = !any_span_in(0, sentence) && any_span_in(first, at);
        auto usual = std::vector<Token>(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                        tokens_.begin() + static_cast<std::ptrdiff_t>(at));
        set_aside(first, at + 1);
        if (!of_dates || !only_here || mode_ != Mode::hours) continue;
        usual.push_back({Word::newline});
        usual.back().bytes = {tokens_[at].bytes.begin, tokens_[at].bytes.begin};
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(sentence), usual.begin(), usual.end());
        at += usual.size();
    }
}

/// 11:00～20:00（通常は11:00～23:00）: in brackets behind hours of all days, those of other times; behind hours of some
/// days, of other times or of the other days.
void ListingParser::set_aside_usual_hours_in_brackets() {
    bool of_some_days = false, any_hours = false;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const auto word = word_at(at);
        if (opens_sentence(word)) of_some_days = any_hours = false;
        of_some_days |= speaks_of_days(word);
        any_hours |= any_span_in(at, at + 1);
        if (word != Word::opening || !any_hours || !words_of(at + 1).starts_with("通常")) continue;
        auto closing = at;
        while (closing < tokens_.size() && word_at(closing) != Word::closing) ++closing;
        if (closing >= tokens_.size() || !any_span_in(at, closing)) continue;
        if (!of_some_days) {
            set_aside(at, closing + 1);
            continue;
        }
        find(FindingKind::not_understood, Weight::doubt, "the usual hours of these days, or those of the others",
             {tokens_[at].bytes.begin, tokens_[closing].bytes.end});
        listing_.doubts.push_back({{day_item(DaySort::every_day, {EveryDay{}})}});
    }
}

/// 11月9日より営業時間を変更いたします。変更前 17:00～24:00 変更後 16:00～23:00: until the date, and from it.
bool ListingParser::hold_until_their_date(std::size_t begin, std::size_t before, std::size_t after) {
    std::optional<std::size_t> date;
    for (std::size_t at = 0; at < begin; ++at) {
        if (word_at(at) == Word::time || word_at(at) == Word::month || (word_at(at) == Word::date && date))
            return false;
        if (word_at(at) == Word::date) date = at;
    }
    if (!date || mode_ != Mode::hours || tokens_[*date].year != 0) return false;
    const auto from = beyond_weekday_of_date(*date + 1);
    if (word_at(from) != Word::from || from >= begin) return false;
    const auto plain = [this](std::size_t first, std::size_t last) {
        std::size_t spans = 0;
        for (auto at = first + 1; at < last; ++at) {
            const auto word = word_at(at);
            spans += word == Word::time && (word_at(at + 1) == Word::dash || word_at(at + 1) == Word::from) ? 1U : 0U;
            if (spans > 0 && word == Word::newline) return true;
            if (speaks_of_hours(word) && word != Word::time) return false;
        }
        return spans > 0;
    };
    if (!plain(before, after) || !plain(after, tokens_.size())) return false;
    const auto spaced = tokens_[*date].spaced;
    auto told = tokens_[*date];
    const auto name = [&](std::size_t at, Word particle) {
        std::vector<Token> said{told, {particle}};
        said.front().spaced = spaced || tokens_[at].spaced;
        for (auto& token : said) {
            token.bytes = tokens_[at].bytes;
            token.used = false;
        }
        const auto place = tokens_.begin() + static_cast<std::ptrdiff_t>(at);
        tokens_.insert(tokens_.erase(place), said.begin(), said.end());
    };
    const int first = told.value;
    if (!(date::year{2001} / (first / 100) / (first % 100)).ok()) return false;
    name(after, Word::from);
    const date::year_month_day eve{Date{date::year{2001} / (first / 100) / (first % 100)} - date::days{1}};
    told.value = static_cast<int>(unsigned{eve.month()} * 100 + unsigned{eve.day()});
    name(before, Word::until);
    auto head = begin;
    while (head > *date && word_at(head - 1) == Word::newline) --head;
    set_aside(*date, head);
    return true;
}

/// （変更前）11:00～22:00⏎（変更後）11:00～21:00: the first no longer hold.
void ListingParser::set_aside_former_hours() {
    const auto heads = [this](std::size_t at, const auto& words) {
        const bool of_its_own = at == 0 || ends_chunk(word_at(at - 1)) || tokens_[at].spaced;
        const auto next = word_at(at + 1);
        const bool apart = ends_chunk(next) || next == Word::colon || next == Word::time || next == Word::slash ||
                           next == Word::hours_heading || next == Word::topic || next == Word::workdays ||
                           next == Word::weekday;
        return of_its_own && apart && std::find(words.begin(), words.end(), words_of(at)) != words.end();
    };
    const auto with_bracket = [this](std::size_t at) {
        return at > 0 && word_at(at - 1) == Word::opening ? at - 1 : at;
    };
    for (std::size_t first = 0; first < tokens_.size(); ++first) {
        if (!heads(first, old_hours)) continue;
        auto then = first + 1;
        while (then < tokens_.size() && !heads(then, new_hours)) ++then;
        const auto tells = [&](std::size_t begin, std::size_t end) {
            return std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(begin) + 1,
                               tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                               [](const Token& token) { return speaks_of_hours(token.word); });
        };
        if (then >= tokens_.size() || !tells(first, then) || !tells(then, tokens_.size())) continue;
        if (hold_until_their_date(with_bracket(first), first, then)) return;
        set_aside(with_bracket(first), with_bracket(then));
        tokens_[then].word = Word::filler;
        first = then;
    }
}

/// ランチブッフェ, 朝食バイキング: a meal still.
void ListingParser::join_meals_with_their_kinds() {
    constexpr auto kinds = std::to_array<std::string_view>({"ブッフェ", "ビュッフェ", "バイキング", "コース", "セット",
                                                            "プレート", "ブッフェは", "ビュッフェは", "バイキングは"});
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::prose || word_at(at - 1) != Word::service || tokens_[at].spaced) continue;
        if (std::find(kinds.begin(), kinds.end(), words_of(at)) == kinds.end()) continue;
        const bool topic = words_of(at).ends_with("は");
        tokens_[at].word = topic ? Word::topic : Word::filler;
        if (topic) continue;
        tokens_[at - 1].bytes.end = tokens_[at].bytes.end;
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(at--));
    }
}

/// 物販フロアは10:00～20:00; 食堂 7:00～14:00 朝市 毎週日曜 6:00～9:00: a part of the house that is not the restaurant.
void ListingParser::name_parts_of_the_house() {
    constexpr auto kinds = std::to_array<std::string_view>(
        {"フロア", "コーナー", "売場", "売り場", "エリア", "スペース", "カウンター", "窓口", "ブース"});
    constexpr auto markets = std::to_array<std::string_view>({"朝市", "マルシェ", "直売会", "夕市"});
    const auto first = beyond(0, {Word::mark, Word::newline, Word::opening});
    const bool restaurant = word_at(first) == Word::eat_in && first < tokens_.size();
    for (std::size_t at = 1; at < tokens_.size(); ++at) {
        if (word_at(at) != Word::prose) continue;
        auto words = words_of(at);
        const bool topic = words.ends_with("は");
        if (topic) words.remove_suffix(std::string_view{"は"}.size());
        const bool kind = std::find(kinds.begin(), kinds.end(), words) != kinds.end();
        // お弁当の販売は10:30～12:30.
        const bool sold = (words == "販売" || words == "ご注文" || words == "お渡し") && word_at(at - 1) == Word::of &&
                          at > 1 && word_at(at - 2) == Word::elsewhere;
        // ※競りの見学は5:00～6:00.
        constexpr auto events = std::to_array<std::string_view>(
            {"見学", "体験", "ワークショップ", "教室", "講座", "ライブ", "公演", "上映", "ガイドツアー", "試食会"});
        const bool event = topic && word_at(at + 1) == Word::time &&
                           (word_at(at - 1) == Word::mark || word_at(at - 1) == Word::opening) &&
                           std::any_of(events.begin(), events.end(), [&](auto each) { return words.ends_with(each); });
        if (event) tokens_[at].word = Word::elsewhere;
        if ((kind && word_at(at - 1) == Word::elsewhere && !tokens_[at].spaced) || sold)
            tokens_[at].word = topic ? Word::topic : Word::filler;
        // （個室は23:00まで）.
        constexpr auto seats = std::to_array<std::string_view>({"個室", "テラス席", "カウンター席", "2階席", "座敷"});
        const bool seat = topic && std::find(seats.begin(), seats.end(), words) != seats.end() &&
                          word_at(at + 1) == Word::time && word_at(at + 2) == Word::until;
        if (seat) tokens_[at].word = Word::elsewhere;
        const bool market = std::find(markets.begin(), markets.end(), words) != markets.end();
        if (market && restaurant && (tokens_[at].spaced || ends_chunk(word_at(at - 1))))
            tokens_[at].word = Word::elsewhere;
    }
}

/// 売店 9:00～17:30, and no other hours: the shop is the house.
void ListingParser::name_the_shop() {
    const auto first = beyond(0, {Word::mark, Word::newline, Word::opening, Word::prose});
    const auto names = [](const Token& token) {
        return token.word == Word::elsewhere || token.word == Word::eat_in || token.word == Word::service;
    };
    if (mode_ != Mode::hours || word_at(first) != Word::elsewhere || first >= tokens_.size() ||
        tokens_[first].value == 0)
        return;
    // ショップ＆カフェ.
    const bool both = word_at(first + 1) == Word::separator && names(tokens_[(first + 2) % tokens_.size()]);
    const auto end = first + (both ? 3 : 1);
    if (std::count_if(tokens_.begin(), tokens_.end(), names) != (both ? 2 : 1)) return;
    set_words_aside(first, end);
}

/// 11:00～22:00（平日14:00～17:00はカフェメニューのみ）: what is served then, not when it is open.
void ListingParser::set_aside_menus() {
    for (std::size_t first = 0; first < tokens_.size();) {
        auto last = first;
        bool span = false, menu = false;
        for (; last < tokens_.size() && !ends_chunk(word_at(last)); ++last) {
            span |= word_at(last) == Word::topic && last > first + 2 && any_span_in(last - 3, last);
            menu |= span && words_of(last).starts_with("メニューのみ");
        }
        if (menu && any_span_in(0, first)) set_aside(first, last);
        first = last + 1;
    }
}

/// 夜は2日前までのご予約制 18:00～21:30: how to book changes no hours.
void ListingParser::set_aside_how_to_book() {
    for (std::size_t at = 0; at + 3 < tokens_.size(); ++at) {
        if (word_at(at) != Word::service || word_at(at + 1) != Word::topic) continue;
        auto end = at + 2;
        bool books = false, says_more = false;
        for (; end < tokens_.size() && word_at(end) != Word::time && !ends_chunk(word_at(end)); ++end) {
            books |= words_of(end).ends_with("予約") || words_of(end).ends_with("予約制");
            says_more |= speaks_of_hours(word_at(end)) || word_at(end) == Word::separator ||
                         word_at(end) == Word::only || word_at(end) == Word::open || word_at(end) == Word::except;
        }
        if (!books || says_more || word_at(end) != Word::time || end >= tokens_.size() || !tokens_[end].spaced)
            continue;
        set_words_aside(at + 2, end);
    }
}

}  // namespace denwaban::formats::japanese

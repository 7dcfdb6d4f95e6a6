#include <algorithm>
#include <array>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 大潮の日, 夜カフェの日: a day, though nobody here knows which.
bool ListingParser::names_a_day(std::size_t token) const {
    const auto words = words_of(token);
    const bool of_what_is_served = words.starts_with("日") && token > 0 && word_at(token - 1) == Word::of;
    return word_at(token) == Word::prose && (words.ends_with("の日") || of_what_is_served);
}

bool ListingParser::touches_meaning(std::size_t token) const {
    const auto meaningful = [this](std::size_t at) {
        return at < tokens_.size() && tokens_[at].used &&
               (speaks_of_hours(tokens_[at].word) || tokens_[at].word == Word::no_rest);
    };
    const auto after = beyond(token + 1, {Word::topic, Word::of, Word::also, Word::only});
    const bool glued_after = after < tokens_.size() && !tokens_[after].spaced && meaningful(after);
    const auto before = token > 0 && (word_at(token - 1) == Word::of || word_at(token - 1) == Word::topic) ? 2U : 1U;
    const bool glued_before = !tokens_[token].spaced && token >= before && meaningful(token - before);
    return glued_after || glued_before;
}

namespace {

/// Words that say something of days and hours only beside others; left over, they may.
[[nodiscard]] bool qualifies(Word word) {
    switch (word) {
        case Word::only:
        case Word::except:
        case Word::until:
        case Word::dash:
        case Word::number:
        case Word::floor:
        case Word::open:
        case Word::either:
        case Word::goes_through:
        case Word::no_rest:
        case Word::every_day:
        case Word::varies:
        case Word::in_case:
        case Word::same_as:
        case Word::no_substitute:
        case Word::substitute:
        case Word::next_day_of:
        case Word::service:
        case Word::to_the_last:
            return true;
        default:
            return false;
    }
}

/// Prose that stands beside closing days and hours, and changes none.
constexpr std::array harmless_words = std::to_array<std::string_view>({
    "tel",      "電話",       "予約",       "席",       "駐車",     "喫煙",  "禁煙",   "税",     "お越し",
    "お気軽",   "待ち",       "お待ち",     "お客",     "当店",     "承",    "カード", "願い",   "自慢",
    "ネット",   "アレルギー", "ご相談",     "不明",     "お手数",   "歓迎",  "個室",   "居酒屋", "最適",
    "参照",     "チェック",   "連絡",       "完備",     "カラオケ", "Wi-Fi", "wifi",   "情報",   "随時",
    "イベント", "点検",       "カウンター", "テーブル", "座敷",     "丁目",
});

/// Why it is closed, in brackets behind the days: 第3木曜日（館内整理日）.
constexpr std::array reasons_to_close = std::to_array<std::string_view>({
    "整理",
    "清掃",
    "研修",
    "工事",
    "改装",
    "棚卸",
    "メンテ",
    "旅行",
    "帰省",
    "仕入",
    "準備",
    "都合",
});

/// In bytes: 気まぐれ, alone among closing days, is no sentence about something else.
constexpr std::size_t shortest_sentence = 30;

/// What speaks of days or hours in words that nobody here knows.
constexpr auto suspicious_words = std::to_array<std::string_view>({
    "曜",       "時",    "営業",   "休",     "閉",   "開",  "週",  "祝",   "昼",     "夜",   "朝",    "午",    "半",
    "月",       "周",    "星期",   "mon",    "tue",  "wed", "thu", "fri",  "sat",    "sun",  "open",  "close", "noon",
    "midnight", "clock", "ない",   "ません", "なし", "×",   "✕",   "only", "except", "not",  "until", "from",  "unless",
    "other",    "first", "second", "third",  "last", "if ", "除",  "仅",   "僅",     "冬は", "夏は",  "冬場",  "夏場",
    "春は",     "秋は",  "只",     "外",     "每",   "隔",  "闭",  "开",   "营",     "營",   "短縮",  "延長",  "限",
});

/// Days and closings in other languages that are written in Latin letters.
constexpr auto foreign_words = std::to_array<std::string_view>({
    "ruhetag", "geschlossen", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",  "samstag", "sonntag",
    "täglich", "außer",       "ferm",   "ouvert",   "lundi",    "mardi",      "mercredi", "jeudi",   "vendredi",
    "samedi",  "dimanche",    "sauf",   "tous",     "cerrado",  "abierto",    "lunes",    "martes",  "miércoles",
    "jueves",  "viernes",     "sábado", "domingo",  "chiuso",   "aperto",     "lunedì",   "martedì", "mercoledì",
    "giovedì", "venerdì",     "sabato", "domenica", "nghỉ",     "thứ",        "chủ nhật", "đóng",    "fechado",
    "segunda", "terça",       "quarta", "quinta",   "sexta",    "tutup",      "libur",    "senin",   "minggu",
});

/// Hangul, Thai, Cyrillic, Hebrew or Arabic: whatever it says, nobody here reads it.
[[nodiscard]] bool is_of_another_script(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
        const bool hangul =
            (byte == 0xea && next >= 0xb0) || byte == 0xeb || byte == 0xec || (byte == 0xed && next <= 0x9e);
        const bool thai = byte == 0xe0 && (next == 0xb8 || next == 0xb9);
        if (hangul || thai || (byte >= 0xd0 && byte <= 0xd9)) return true;
    }
    return false;
}

/// Hiragana, or katakana as names are written in.
[[nodiscard]] bool has_kana(std::string_view text) {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (static_cast<unsigned char>(text[at]) == 0xe3 && second >= 0x81 && second <= 0x83) return true;
    }
    return false;
}

[[nodiscard]] bool has_kana_or_ideographs(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xe3; });
}

/// 東京都台東区.
[[nodiscard]] bool names_a_place(std::string_view text) {
    constexpr std::size_t shortest = 12;
    return text.size() >= shortest &&
           (text.ends_with("区") || text.ends_with("市") || text.ends_with("町") || text.ends_with("村"));
}

template <std::size_t size>
[[nodiscard]] bool has_any(std::string_view text, const std::array<std::string_view, size>& words) {
    return std::any_of(words.begin(), words.end(),
                       [&](auto word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace

std::string_view ListingParser::words_of(std::size_t token) const {
    if (token >= tokens_.size()) return {};
    const auto bytes = tokens_[token].bytes;
    return text_.substr(bytes.begin, bytes.end - bytes.begin);
}
bool ListingParser::is_harmless(std::size_t token) const {
    const bool bracketed = token > 1 && word_at(token - 1) == Word::opening && tokens_[token - 2].used &&
                           word_at(beyond(token + 1, {Word::filler})) == Word::closing;
    return tokens_[token].harmless || has_any(words_of(token), harmless_words) || names_a_place(words_of(token)) ||
           (bracketed && has_any(words_of(token), reasons_to_close));
}

/// A sentence that names no days, no times and no closing, but goes on about the house: it has the kana of prose.
void ListingParser::note_harmless_sentences() {
    for (std::size_t first = 0; first < tokens_.size();) {
        auto last = first;
        bool kana = false, speaks = false;
        for (; last < tokens_.size() && !ends_chunk(tokens_[last].word); ++last) {
            const auto& token = tokens_[last];
            const bool prose = token.word == Word::prose;
            speaks |= speaks_of_hours(token.word) || (qualifies(token.word) && token.word != Word::service) ||
                      (prose && may_speak_of_hours(last));
            kana |= has_kana(words_of(last));
        }
        const bool sentence =
            last > first && tokens_[last - 1].bytes.end - tokens_[first].bytes.begin >= shortest_sentence;
        for (auto token = first; token < last; ++token) tokens_[token].harmless = kana && !speaks && sentence;
        first = last + 1;
    }
}
/// 本日 17時開店, 本日のランチは満席; but the menu of 本日のランチ.
bool ListingParser::is_of_today_alone(std::size_t token) const {
    auto words = words_of(token);
    auto next = token + 1;
    bool of = false;
    if (words.ends_with("の")) {
        words.remove_suffix(std::string_view{"の"}.size());
        of = true;
    } else if (word_at(next) == Word::of) {
        ++next;
        of = true;
    }
    const bool today = words.ends_with("本日") || words.ends_with("今日");
    return today && (!of || (word_at(next) == Word::service && word_at(next + 1) == Word::topic));
}
bool ListingParser::may_speak_of_hours(std::size_t token) const {
    const auto words = folded_words_of(token);
    return is_of_today_alone(token) || has_any(words, suspicious_words) || has_any(words, foreign_words) ||
           is_of_another_script(words);
}
/// Its Latin letters are small.
std::string ListingParser::folded_words_of(std::size_t token) const {
    std::string words{words_of(token)};
    for (auto& byte : words) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    }
    return words;
}

/// 朝市は毎月…, 夜カフェ「けやき」 10:00～: a text begins with what it is about.
bool ListingParser::names_the_house(std::size_t token) const {
    constexpr auto bearing_on_hours = std::to_array<std::string_view>({
        "曜",   "休",   "閉",   "限",   "除",   "外", "以", "のみ", "短縮", "延長", "ない",
        "まで", "から", "以降", "通常", "本日", "冬", "夏", "春",   "秋",   "季",
    });
    const auto next = word_at(token + 1);
    const bool stands_apart = next == Word::colon || next == Word::newline || next == Word::opening ||
                              words_of(token).ends_with("は") || next == Word::topic;
    return token == 0 && stands_apart && tokens_.size() > 1 && mode_at_first_ == Mode::hours &&
           has_kana_or_ideographs(words_of(token)) && !has_any(words_of(token), bearing_on_hours);
}

/// What a stretch of words that went nowhere may cost.
Weight ListingParser::weight_of_leftovers(std::size_t first, std::size_t last) const {
    auto weight = Weight::note;
    for (auto token = first; token < last; ++token) {
        const auto word = tokens_[token].word;
        if (speaks_of_hours(word) || names_a_day(token)) return Weight::loss;
        const bool prose = word == Word::prose && !names_the_house(token);
        const bool unknown = prose && (tokens_[token].of_closings ? !is_harmless(token) : may_speak_of_hours(token));
        if (tokens_[token].harmless) continue;
        if (qualifies(word) || unknown || (prose && touches_meaning(token)) || word == Word::broken)
            weight = Weight::doubt;
    }
    return weight;
}

/// What a doubt may touch is not known.
void ListingParser::doubt_what_leftovers_touch(std::size_t first, std::size_t last) {
    if (tokens_[first].of_closings || part_ == "close") {
        listing_.closings_in_doubt = true;
        for (auto token = first; token < last; ++token) {
            const auto word = tokens_[token].word;
            listing_.lifted_in_doubt |= word == Word::open || word == Word::except || word == Word::in_case;
        }
        return;
    }
    // 12月より: what stands behind it may hold then, and on no other day.
    const bool dated = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                   tokens_.begin() + static_cast<std::ptrdiff_t>(last), [](const Token& token) {
                                       return token.word == Word::month || token.word == Word::date ||
                                              token.word == Word::season || token.word == Word::part_of_month;
                                   });
    if (dated) listing_.doubts.push_back({});
    HoursItem unread{ItemKind::unread};
    unread.first = first;
    unread.last = last;
    items_.push_back(unread);
}

/// 9:30～21:00（平日 10:30～19:00（土日祝）: where the lost bracket stood tells what is about what.
void ListingParser::doubt_brackets_without_their_other() {
    std::vector<std::size_t> open;
    const auto doubt = [&](std::size_t first, std::size_t last) {
        const auto says = [&](const Token& token) { return speaks_of_hours(token.word); };
        const auto begin = tokens_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = tokens_.begin() + static_cast<std::ptrdiff_t>(last);
        if (std::none_of(begin, end, says)) return;
        find(FindingKind::not_understood, Weight::doubt, "a bracket without its other",
             {tokens_[first].bytes.begin, tokens_[last - 1].bytes.end});
        listing_.doubts.push_back({});
        listing_.closings_in_doubt = listing_.lifted_in_doubt = true;
    };
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
        const auto word = tokens_[at].word;
        if (word == Word::opening) open.push_back(at);
        if (word != Word::closing) continue;
        if (open.empty()) return at > 0 ? doubt(0, at) : void();
        open.pop_back();
    }
    if (!open.empty() && open.front() + 1 < tokens_.size()) doubt(open.front() + 1, tokens_.size());
}

/// One finding for each stretch of words that went nowhere.
void ListingParser::report_leftovers() {
    note_harmless_sentences();
    for (std::size_t first = 0; first < tokens_.size();) {
        if (tokens_[first].used) {
            ++first;
            continue;
        }
        auto last = first;
        bool unreadable = false;
        for (; last < tokens_.size() && !tokens_[last].used; ++last) unreadable |= tokens_[last].word == Word::broken;
        const ByteRange bytes{tokens_[first].bytes.begin, tokens_[last - 1].bytes.end};
        const auto weight = weight_of_leftovers(first, last);
        if (weight == Weight::note) {
            find(FindingKind::remark, weight, nothing_of_the_hours, bytes);
        } else {
            const bool bytes_alone = std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                                                 tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                                                 [](const Token& token) { return token.word == Word::broken; });
            if (!bytes_alone) doubt_what_leftovers_touch(first, last);
            const bool lost = weight == Weight::loss;
            find(unreadable ? FindingKind::malformed : FindingKind::not_understood, weight,
                 unreadable ? "is not UTF-8"
                 : lost     ? "speaks of hours, but was not understood"
                            : "may qualify what stands beside it",
                 bytes);
        }
        first = last;
    }
}

}  // namespace denwaban::formats::japanese

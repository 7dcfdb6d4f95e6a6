#include "text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "formats/weekly/day_names.hpp"

namespace denwaban::formats::schema_org {

namespace {

constexpr auto last_minute = MinuteOfDay::clock(23, 59);

[[nodiscard]] bool is_digit(char c) { return '0' <= c && c <= '9'; }
[[nodiscard]] char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] bool is_letter(char c) { return 'a' <= lower(c) && lower(c) <= 'z'; }

[[nodiscard]] std::string upper(std::string_view text) {
    std::string word{text};
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return word;
}

constexpr std::array<std::string_view, 7> japanese_days{"日", "月", "火", "水", "木", "金", "土"};

/// 月, 月曜, 月曜日; 祝日.
[[nodiscard]] std::optional<unsigned> japanese_day(std::string_view word) {
    if (word == "祝日" || word == "祝") return public_holidays;
    for (unsigned day = 0; day < japanese_days.size(); ++day) {
        if (!word.starts_with(japanese_days[day])) continue;
        const auto rest = word.substr(japanese_days[day].size());
        if (rest.empty() || rest == "曜" || rest == "曜日") return day;
    }
    return std::nullopt;
}

[[nodiscard]] std::optional<unsigned> day_named(std::string_view name) {
    const auto word = upper(name);
    if (word == "PH") return public_holidays;
    if (word.size() < 2) return std::nullopt;
    const auto begins = [&](std::string_view day) { return day.starts_with(word); };
    const auto found = std::find_if(day_names.begin(), day_names.end(), begins);
    if (found != day_names.end()) return static_cast<unsigned>(found - day_names.begin());
    return begins("PUBLICHOLIDAYS") ? std::optional{public_holidays} : std::nullopt;
}

/// `Z`, `+09:00`.
[[nodiscard]] bool is_offset(std::string_view text) {
    if (text == "Z") return true;
    return text.size() == 6 && (text[0] == '+' || text[0] == '-') && parse_minute_of_day(text.substr(1));
}

/// What may follow the minutes: `:00`, `:00.000`, and an offset.
[[nodiscard]] std::optional<Exactness> read_rest(std::string_view rest) {
    if (rest.empty()) return Exactness::exact;
    auto exactness = Exactness::exact;
    if (rest[0] == ':') {
        const auto seconds = detail::decimal(rest.substr(1, 2));
        if (!seconds || *seconds > 59 || rest.size() < 3) return std::nullopt;
        if (*seconds != 0) exactness = Exactness::cut;
        rest.remove_prefix(3);
        if (rest.starts_with('.')) {
            const auto end = std::find_if_not(rest.begin() + 1, rest.end(), is_digit);
            if (std::any_of(rest.begin() + 1, end, [](char c) { return c != '0'; })) exactness = Exactness::cut;
            rest.remove_prefix(static_cast<std::size_t>(end - rest.begin()));
        }
    }
    if (rest.empty()) return exactness;
    return is_offset(rest) ? std::optional{Exactness::cut} : std::nullopt;
}

/// `AM`, ` p.m.` behind a time of twelve hours, taken off it.
enum class Half : std::uint8_t { none, morning, afternoon };
[[nodiscard]] Half take_half(std::string_view& text) {
    std::string letters;
    auto at = text.size();
    while (at > 0 && (is_letter(text[at - 1]) || text[at - 1] == '.')) --at;
    for (const char c : text.substr(at)) {
        if (c != '.') letters += lower(c);
    }
    if (letters != "am" && letters != "pm") return Half::none;
    while (at > 0 && text[at - 1] == ' ') --at;
    text = text.substr(0, at);
    return letters == "am" ? Half::morning : Half::afternoon;
}

class TextParser {
public:
    explicit TextParser(std::string_view text) : text_(text) {}

    [[nodiscard]] std::vector<DaysInText> parse() {
        std::vector<DaysInText> all;
        for (skip(" ,;"); !at_end(); skip(" ,;")) all.push_back(days_and_hours());
        return all;
    }
    [[nodiscard]] std::optional<DaySet> parse_days() {
        DaySet days;
        return read_days(days) && at_end() ? std::optional{days} : std::nullopt;
    }

private:
    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }
    [[nodiscard]] bool sees(bool (*kind)(char)) const { return !at_end() && kind(text_[at_]); }
    [[nodiscard]] bool sees(char c) const { return !at_end() && text_[at_] == c; }
    void skip(std::string_view characters) {
        while (!at_end() && (characters.find(text_[at_]) != std::string_view::npos || text_[at_] == '\n')) ++at_;
    }
    [[nodiscard]] std::string_view take_while(bool (*kind)(char)) {
        const auto begin = at_;
        while (sees(kind)) ++at_;
        return text_.substr(begin, at_ - begin);
    }
    /// `c`, with or without spaces around it.
    [[nodiscard]] bool take(char c) {
        const auto before = at_;
        skip(" ");
        if (sees(c)) {
            ++at_;
            skip(" ");
            return true;
        }
        at_ = before;
        return false;
    }

    [[nodiscard]] DaysInText days_and_hours() {
        const auto begin = at_;
        DaysInText said;
        if (!read_days(said.days) || !read_hours(said.hours)) {
            said.hours.clear();
            at_ = std::min(text_.find(';', at_), text_.size());
        }
        said.words = text_.substr(begin, at_ - begin);
        return said;
    }

    [[nodiscard]] bool read_days(DaySet& days) {
        do {
            const auto first = day_named(take_while(is_letter));
            if (!first) return false;
            days.insert(*first);
            if (!take('-')) continue;
            const auto last = day_named(take_while(is_letter));
            if (!last || *first == public_holidays || *last == public_holidays) return false;
            for (auto day = *first; day != *last; day = (day + 1) % 7) days.insert(day);
            days.insert(*last);
        } while (take(','));
        return true;
    }

    /// Days without hours are days open day and night.
    [[nodiscard]] bool read_hours(std::vector<Outcome>& hours) {
        skip(" ");
        if (at_end() || sees(';')) {
            hours.push_back(*outcome_between(MinuteOfDay{}, midnight, ""));
            return true;
        }
        if (sees(is_letter)) {
            const auto word = upper(take_while(is_letter));
            hours.emplace_back(Closed{});
            return (word == "CLOSED" || word == "OFF") && ends_well();
        }
        do {
            const auto range = read_range();
            if (!range) return false;
            hours.push_back(*range);
            if (!take(',')) skip(" ");
        } while (sees(is_digit));
        return ends_well();
    }

    [[nodiscard]] std::optional<Outcome> read_range() {
        const auto of_clock = [](char c) { return is_digit(c) || c == ':'; };
        const auto opens = parse_clock_time(take_while(of_clock));
        if (!opens || !take('-')) return std::nullopt;
        const auto closes = parse_clock_time(take_while(of_clock));
        if (!closes || closes->exactness == Exactness::cut || opens->exactness == Exactness::cut) return std::nullopt;
        return outcome_between(opens->time, closes->time, "");
    }

    /// Other days follow, or nothing: not `pm`.
    [[nodiscard]] bool ends_well() {
        const auto here = at_;
        skip(" ,");
        if (at_end() || sees(';')) return true;
        const auto next = take_while(is_letter);
        at_ = here;
        return day_named(next).has_value();
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::optional<ClockTime> parse_clock_time(std::string_view text) {
    if (text.starts_with('T')) text.remove_prefix(1);
    const auto half = take_half(text);
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > 2) return std::nullopt;
    auto hour = detail::decimal(text.substr(0, colon));
    const auto minute = detail::decimal(text.substr(colon + 1, 2));
    if (!hour || !minute || text.size() < colon + 3 || *minute > 59) return std::nullopt;
    if (half != Half::none) {
        if (*hour < 1 || *hour > 12) return std::nullopt;
        hour = *hour % 12 + (half == Half::afternoon ? 12 : 0);
    }
    const auto time = MinuteOfDay::make(*hour * 60 + *minute);
    const auto rest = text.substr(colon + 3);
    const auto exactness = read_rest(rest);
    if (!time || *time > midnight || !exactness) return std::nullopt;
    if (*time == last_minute && rest == ":59") return ClockTime{midnight, Exactness::exact};
    return ClockTime{*time, *exactness};
}

std::optional<Outcome> outcome_between(MinuteOfDay opens, MinuteOfDay closes, std::string name) {
    const MinuteOfDay zero;
    if (opens == zero && closes == zero) return Closed{};
    if (opens == closes || opens == midnight) return std::nullopt;
    if (opens == zero && closes == last_minute) closes = midnight;
    if (closes < opens) closes = *MinuteOfDay::make(closes.count() + midnight.count());
    return Open{{{std::move(name), opens, closes, {}}}};
}

std::optional<DaySet> parse_days(std::string_view text) {
    if (const auto day = japanese_day(text)) return DaySet{*day};
    return TextParser{text}.parse_days();
}

std::vector<DaysInText> parse_opening_hours(std::string_view text) { return TextParser{text}.parse(); }

}  // namespace denwaban::formats::schema_org

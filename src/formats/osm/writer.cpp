#include "writer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/hours/when.hpp>
#include <denwaban/talk/rules_sentence.hpp>

namespace denwaban::formats::osm {

namespace {

constexpr std::array<std::string_view, 7> weekday_words{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
constexpr std::array<std::string_view, 12> month_words{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : std::string{separator}) + part;
    return text;
}

/// Names in a row of three or more as a range: Mo-Fr.
template <std::size_t N, class Contains>
[[nodiscard]] std::string ranges(const std::array<std::string_view, N>& words, std::size_t first, Contains contains) {
    std::vector<std::string> parts;
    for (std::size_t place = 0; place < N;) {
        auto end = place;
        while (end < N && contains((first + end) % N)) ++end;
        const auto name = [&](std::size_t at) { return std::string{words[(first + at) % N]}; };
        if (end - place >= 3) {
            parts.push_back(name(place) + "-" + name(end - 1));
        } else {
            for (auto at = place; at < end; ++at) parts.push_back(name(at));
        }
        place = end == place ? place + 1 : end;
    }
    return join(parts, ",");
}

[[nodiscard]] std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }
[[nodiscard]] std::string month_day_text(date::month_day day) {
    return std::string{month_words[static_cast<unsigned>(day.month()) - 1]} + " " +
           two_digits(static_cast<unsigned>(day.day()));
}
[[nodiscard]] std::string date_text(Date date) {
    const date::year_month_day civil{date};
    return std::to_string(static_cast<int>(civil.year())) + " " + month_day_text(civil.month() / civil.day());
}

/// The selector of a condition; nothing where OSM has none.
struct SelectorWriter {
    using Text = std::optional<std::string>;

    Text operator()(const EveryDay&) const { return ""; }
    Text operator()(const OnWeekdays& on) const {
        if (on.weekdays.empty()) return {};
        return ranges(weekday_words, 1,
                      [&](std::size_t day) { return on.weekdays.contains(static_cast<unsigned>(day)); });
    }
    Text operator()(const OnHolidays&) const { return "PH"; }
    Text operator()(const OnHolidayEves&) const { return "PH -1 day"; }
    Text operator()(const OnDaysAfterHolidays&) const { return "PH +1 day"; }
    Text operator()(const OnNthWeekdays& on) const {
        std::vector<std::string> nth, days;
        for (unsigned ordinal = 1; ordinal <= 5; ++ordinal) {
            if (on.ordinals.contains(ordinal)) nth.push_back(std::to_string(ordinal));
        }
        if (on.ordinals.contains(last_ordinal)) nth.emplace_back("-1");
        for (const auto weekday : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
            if (on.weekdays.contains(weekday))
                days.push_back(std::string{weekday_words[weekday]} + "[" + join(nth, ",") + "]");
        }
        return nth.empty() || days.empty() ? Text{} : join(days, ",");
    }
    Text operator()(const InMonths& in) const {
        if (in.months.empty()) return {};
        return ranges(month_words, 0,
                      [&](std::size_t month) { return in.months.contains(static_cast<unsigned>(month) + 1); });
    }
    Text operator()(const InSeason& in) const {
        if (in.first == in.last) return month_day_text(in.first);
        return month_day_text(in.first) + "-" + month_day_text(in.last);
    }
    Text operator()(const InPeriod& in) const { return date_text(in.first) + "-" + date_text(in.last); }
    Text operator()(const OnDates& on) const {
        std::vector<std::string> dates;
        for (const auto date : on.dates) dates.push_back(date_text(date));
        return dates.empty() ? Text{} : join(dates, ",");
    }
    /// Dates, then days: Mar-Oct Mo-Fr, PH Mo.
    Text operator()(const AllOf& all) const {
        if (all.conditions.size() != 2) return {};
        const auto& [first, second] = std::pair{all.conditions[0], all.conditions[1]};
        const bool days = std::holds_alternative<OnWeekdays>(second.condition);
        const bool dates =
            std::holds_alternative<InMonths>(first.condition) || std::holds_alternative<InSeason>(first.condition) ||
            std::holds_alternative<InPeriod>(first.condition) || std::holds_alternative<OnHolidays>(first.condition);
        if (!days || !dates) return {};
        const auto a = std::visit(*this, first.condition), b = std::visit(*this, second.condition);
        return a && b ? Text{*a + " " + *b} : Text{};
    }
    template <class Other>
    Text operator()(const Other&) const {
        return {};
    }
};

[[nodiscard]] Precedence precedence_of(const When& when) {
    if (const auto* all = std::get_if<AllOf>(&when.condition)) {
        auto most = Precedence::any_day;
        for (const auto& each : all->conditions) most = std::max(most, precedence_of(each));
        return most;
    }
    if (std::holds_alternative<EveryDay>(when.condition) || std::holds_alternative<NoneOf>(when.condition)) {
        return Precedence::any_day;
    }
    if (std::holds_alternative<OnWeekdays>(when.condition)) return Precedence::weekday;
    if (std::holds_alternative<OnHolidays>(when.condition)) return Precedence::holiday;
    if (std::holds_alternative<OnNamedHoliday>(when.condition)) return Precedence::holiday;
    if (std::holds_alternative<OnHolidayEves>(when.condition)) return Precedence::holiday_eve;
    if (std::holds_alternative<OnDaysAfterHolidays>(when.condition)) return Precedence::day_after_holiday;
    if (std::holds_alternative<InSeason>(when.condition)) return Precedence::season;
    if (std::holds_alternative<InPeriod>(when.condition) || std::holds_alternative<OnDates>(when.condition)) {
        return Precedence::dated;
    }
    return Precedence::nth_weekday;
}

/// A rule of ours with a condition that OSM can put into one selector, or that it can't at all.
struct Piece {
    const When* when;
    const Rule* rule;
    std::size_t place;
};

class Writer {
public:
    explicit Writer(const Rules& rules) : rules_(rules) {}

    [[nodiscard]] RulesWriting write() && {
        if (rules_.choices.unlisted == Unlisted::unknown) parts_.emplace_back("unknown");
        note_what_is_lost();
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) split(rules_.rules[i].when, i);
        const bool eve_first = rules_.choices.holiday_and_eve == HolidayAndEve::eve_rule;
        const std::array order{Precedence::any_day,
                               Precedence::weekday,
                               Precedence::nth_weekday,
                               Precedence::day_after_holiday,
                               eve_first ? Precedence::holiday : Precedence::holiday_eve,
                               eve_first ? Precedence::holiday_eve : Precedence::holiday,
                               Precedence::season,
                               Precedence::dated};
        // Of equally narrow rules our first one wins, OSM's last one.
        std::reverse(pieces_.begin(), pieces_.end());
        for (const auto precedence : order) {
            if (precedence == Precedence::dated) write_closings();
            for (const auto& piece : pieces_) {
                if (precedence_of(*piece.when) == precedence) write_piece(piece);
            }
        }
        if (parts_.empty()) parts_.emplace_back("off");
        return {join(parts_, "; "), std::move(findings_)};
    }

private:
    void find(std::string message, std::string path) {
        findings_.push_back(
            {FindingKind::not_expressible, Weight::loss, std::move(message), JsonPointer{std::move(path)}, {}, {}, {}});
    }

    void note_what_is_lost() {
        const auto& choices = rules_.choices;
        if (choices.saturday_eve == WeekendEve::does_not_count) find("no 祝前日 on Saturdays", "/choices/saturday_eve");
        if (choices.sunday_eve == WeekendEve::does_not_count) find("no 祝前日 on Sundays", "/choices/sunday_eve");
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
            const auto* open = std::get_if<Open>(&rules_.rules[i].then);
            if (open == nullptr) continue;
            const bool orders = std::any_of(open->services.begin(), open->services.end(),
                                            [](const Service& service) { return service.last_orders != LastOrders{}; });
            if (orders) find("last orders", "/rules/" + std::to_string(i) + "/services");
        }
    }

    /// 土日祝 is two rules that hold the same: a date is named as narrowly as its narrowest part.
    void split(const When& when, std::size_t place) {
        if (const auto* any = std::get_if<AnyOf>(&when.condition)) {
            for (const auto& each : any->conditions) split(each, place);
        } else {
            pieces_.push_back({&when, &rules_.rules[place], place});
        }
    }

    [[nodiscard]] bool may_close_daily() const {
        return std::any_of(rules_.closings.begin(), rules_.closings.end(), [](const RegularClosing& closing) {
            return closing.effect == ClosingEffect::may_close && closing.services.empty() &&
                   std::holds_alternative<EveryDay>(closing.when.condition);
        });
    }

    /// 10:00-14:00,17:00-26:00, 11:00+ where nobody said the end; nothing if a time is beyond what OSM takes.
    [[nodiscard]] static std::optional<std::string> times(const std::vector<Service>& services) {
        std::vector<std::string> spans;
        for (const auto& service : services) {
            if (denwaban::detail::has_no_end(service)) {
                if (service.opens.count() >= 24 * 60) return std::nullopt;
                const auto* before = &service == &services.front() ? nullptr : &service - 1;
                const bool goes_on = before != nullptr && before->closes == service.opens;
                goes_on ? spans.back() += "+" : spans.emplace_back(to_string(service.opens) + "+");
                continue;
            }
            if (service.opens.count() >= 24 * 60 || service.closes.count() - service.opens.count() > 24 * 60)
                return std::nullopt;
            spans.push_back(to_string(service.opens) + "-" + to_string(service.closes));
        }
        return join(spans, ",");
    }

    void write_piece(const Piece& piece) {
        const auto path = "/rules/" + std::to_string(piece.place);
        const auto selector = std::visit(SelectorWriter{}, piece.when->condition);
        if (!selector) return find("holds on days that OSM can't name", path + "/when");
        auto text = *selector;
        if (const auto* open = std::get_if<Open>(&piece.rule->then)) {
            const auto spans = times(open->services);
            if (!spans) return find("opens after midnight, or for more than a day", path + "/services");
            const bool irregular = may_close_daily() && precedence_of(*piece.when) != Precedence::dated;
            text += (text.empty() ? "" : " ") + *spans;
            text += irregular ? " unknown" : comment(piece.rule->label).empty() ? "" : " open";
        } else if (const auto* unknown = std::get_if<Unknown>(&piece.rule->then)) {
            const auto spans = times(unknown->services);
            if (!spans) return find("opens after midnight, or for more than a day", path + "/unknown");
            text += (text.empty() || spans->empty() ? "" : " ") + *spans +
                    (text.empty() && spans->empty() ? "unknown" : " unknown");
        } else {
            text += text.empty() ? "off" : " off";
        }
        parts_.push_back(text + comment(piece.rule->label));
    }

    [[nodiscard]] static std::string comment(std::string label) {
        std::erase(label, '"');
        return label.empty() ? "" : " \"" + label + "\"";
    }

    void write_closings() {
        for (std::size_t i = 0; i < rules_.closings.size(); ++i) {
            const auto& closing = rules_.closings[i];
            const auto path = "/closings/" + std::to_string(i);
            const auto selector = std::visit(SelectorWriter{}, closing.when.condition);
            const bool every_day = std::holds_alternative<EveryDay>(closing.when.condition);
            const bool irregular = closing.effect == ClosingEffect::may_close;
            if (irregular && every_day && closing.services.empty()) continue;
            if (denwaban::detail::is_of_no_end(closing)) continue;
            if (!closing.services.empty()) {
                find("closes some services only", path + "/services");
            } else if (closing.on_holiday != OnHoliday{Displacement::stays}) {
                find("moves when it meets a 祝日", path + "/on_holiday");
            } else if (irregular) {
                // Not even the hours of those days are said then, but nothing that nobody said.
                find("may close, nobody knows when", path + "/when");
                if (selector) parts_.push_back(*selector + " unknown" + comment(closing.label));
            } else if (!selector) {
                find("closes on days that OSM can't name", path + "/when");
            } else {
                parts_.push_back(*selector + (selector->empty() ? "off" : " off") + comment(closing.label));
            }
        }
    }

    const Rules& rules_;
    std::vector<Piece> pieces_;
    std::vector<std::string> parts_;
    Findings findings_;
};

}  // namespace

RulesWriting write(const Rules& rules) { return Writer{rules}.write(); }

}  // namespace denwaban::formats::osm

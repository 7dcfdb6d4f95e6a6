#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/hours/rules.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/talk/japanese_days.hpp>
#include <denwaban/talk/japanese_time.hpp>
#include <denwaban/talk/weekly_hours.hpp>

namespace denwaban {

namespace detail {

/// 17時30分, 深夜0時, 翌2時, 翌日の24時: a minute of the business date, said on that day.
[[nodiscard]] inline std::string spoken_minute(MinuteOfDay minute) {
    if (minute.count() == MinuteOfDay::max) return "翌日の24時";
    const LocalTime noon{date::local_days{date::days{0}} + std::chrono::hours{12}};
    return japanese_until(at(date::local_days{date::days{0}}, minute), noon);
}

/// How readers call a service whose end nobody said: where it stands, time is unknown, and its end is none.
inline constexpr std::string_view end_not_said = "閉店未定";

[[nodiscard]] inline bool has_no_end(const Service& service) {
    return service.name.find(end_not_said) != std::string::npos;
}

/// Whether a closing is there only to make a service unknown whose end nobody said.
[[nodiscard]] inline bool is_of_no_end(const RegularClosing& closing) {
    const auto& names = closing.services;
    return closing.effect == ClosingEffect::may_close && !names.empty() &&
           std::all_of(names.begin(), names.end(),
                       [](const auto& name) { return name.find(end_not_said) != std::string::npos; });
}

[[nodiscard]] inline bool is_around_the_clock(const std::vector<Service>& services) {
    return services.size() == 1 && services.front().opens == MinuteOfDay::clock(0, 0) &&
           services.front().closes == MinuteOfDay::clock(24, 0);
}

[[nodiscard]] inline std::string spoken_services(const std::vector<Service>& services) {
    if (is_around_the_clock(services)) return "24時間";
    std::string text;
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto& service = services[i];
        const bool goes_on = i > 0 && has_no_end(service) && services[i - 1].closes == service.opens;
        if (goes_on) continue;
        const auto* next = i + 1 < services.size() ? &services[i + 1] : nullptr;
        const bool no_end = has_no_end(service) || (next && has_no_end(*next) && next->opens == service.closes);
        if (!text.empty()) text += "と、";
        text += spoken_minute(service.opens) + "から" + (no_end ? "" : spoken_minute(service.closes) + "まで");
    }
    return text;
}

/// 第3火曜, 年末年始; nothing for days that a caller could not follow.
struct SpokenClosingDays {
    using Text = std::optional<std::string>;

    Text operator()(const OnWeekdays& on) const {
        std::string text;
        for (const auto& name : japanese_weekday_list(on.weekdays, spoken_days)) {
            text += (text.empty() ? "" : "、") + name;
        }
        return text.empty() ? Text{} : Text{text + "日"};
    }
    Text operator()(const OnHolidays&) const { return "祝日"; }
    Text operator()(const OnDaysAfterHolidays&) const { return "祝日の翌日"; }
    Text operator()(const OnNthWeekdays& on) const {
        std::string nth;
        for (unsigned ordinal = 1; ordinal <= 5; ++ordinal) {
            if (on.ordinals.contains(ordinal)) nth += (nth.empty() ? "第" : "、第") + std::to_string(ordinal);
        }
        if (on.ordinals.contains(last_ordinal)) nth += nth.empty() ? "最終" : "、最終";
        const auto days = (*this)(OnWeekdays{on.weekdays});
        return nth.empty() || !days ? Text{} : Text{nth + *days};
    }
    Text operator()(const OnHolidayEves&) const { return "祝前日"; }
    Text operator()(const InSeason& in) const {
        const auto day = [](date::month_day of) {
            return std::to_string(static_cast<unsigned>(of.month())) + "月" +
                   std::to_string(static_cast<unsigned>(of.day())) + "日";
        };
        return in.first == in.last ? day(in.first) : day(in.first) + "から" + day(in.last) + "まで";
    }
    template <class Other>
    Text operator()(const Other&) const {
        return {};
    }
};

/// What becomes of a closing day on a 祝日, by `Displacement`; nothing need be said where it stays.
inline constexpr std::array<std::string_view, 10> spoken_displacement{
    "",
    "祝日の場合は営業いたします",
    "祝日の場合は翌日にお休みをいただきます",
    "祝日の場合は翌平日にお休みをいただきます",
    "祝日の場合は翌営業日にお休みをいただきます",
    "祝日の場合は前日にお休みをいただきます",
    "祝日の場合は前日か翌日にお休みをいただきます",
    "祝日の場合は営業し、別の日にお休みをいただきます",
    "祝日の場合は変わることがございます",
    "祝日の場合は翌日にお休みをいただきます",
};

[[nodiscard]] inline std::string spoken_on_holiday(const OnHoliday& on_holiday) {
    if (const auto* to = std::get_if<DisplacedToWeekday>(&on_holiday)) {
        return "祝日の場合は次の" + std::string{japanese_weekdays[to->weekday.c_encoding()]} +
               "曜日にお休みをいただきます";
    }
    return std::string{spoken_displacement[static_cast<std::size_t>(std::get<Displacement>(on_holiday))]};
}

class RulesAnnouncer {
public:
    explicit RulesAnnouncer(const Rules& rules) : rules_(rules), weekly_(weekly_hours(rules)) {}

    [[nodiscard]] Announcement announce() && {
        say_hours();
        say_closings();
        if (!weekly_.other_rules.empty()) say("日によって異なる場合がございます。");
        return std::move(announcement_);
    }

private:
    void say(std::string sentence) { announcement_.sentences.push_back(std::move(sentence)); }

    void say_hours() {
        std::vector<std::string> parts;
        bool unknown = false;
        for (const auto& [days, then] : weekly_.hours) {
            const auto* open = std::get_if<Open>(&then);
            const auto* irregular = std::get_if<Unknown>(&then);
            unknown |= irregular != nullptr;
            if (open == nullptr && (irregular == nullptr || irregular->services.empty())) continue;
            const auto& services = open != nullptr ? open->services : irregular->services;
            const bool every_day = days.every_weekday() && open_kinds() == 1;
            parts.push_back((every_day ? "" : japanese_days(days, spoken_days) + "は") + spoken_services(services));
        }
        if (parts.empty()) return say("営業時間は、こちらでは分かりかねます。");
        std::string all;
        for (const auto& part : parts) all += (all.empty() ? "" : "、") + part;
        const bool always = parts.size() == 1 && all == "24時間";
        say(always ? "24時間営業です。" : "営業時間は、" + all + "です。");
        if (const auto before = last_order_before_closing()) say("ラストオーダーは閉店の" + *before + "前です。");
        if (unknown) say("お休みをいただく日もございます。");
    }

    [[nodiscard]] std::ptrdiff_t open_kinds() const {
        return std::count_if(weekly_.hours.begin(), weekly_.hours.end(),
                             [](const HoursOfDays& hours) { return !std::holds_alternative<Closed>(hours.then); });
    }

    /// The days that rules close, each by its kind.
    [[nodiscard]] std::vector<std::string> closed_by_rules() const {
        std::vector<std::string> closed;
        for (const auto& [days, then] : weekly_.hours) {
            if (!std::holds_alternative<Closed>(then) || days.every_weekday()) continue;
            if (const auto weekdays = SpokenClosingDays{}(OnWeekdays{days.weekdays})) closed.push_back(*weekdays);
            if (days.holidays) closed.push_back(*SpokenClosingDays{}(OnHolidays{}));
            if (days.holiday_eves) closed.push_back(*SpokenClosingDays{}(OnHolidayEves{}));
            if (days.days_after_holidays) closed.push_back(*SpokenClosingDays{}(OnDaysAfterHolidays{}));
        }
        return closed;
    }

    /// 30分, 1時間: if every opening takes its last order so long before it closes.
    [[nodiscard]] std::optional<std::string> last_order_before_closing() const {
        std::optional<int> minutes;
        for (const auto& [days, then] : weekly_.hours) {
            const auto* open = std::get_if<Open>(&then);
            for (const auto& service : open != nullptr ? open->services : std::vector<Service>{}) {
                if (!service.last_orders.food || has_no_end(service)) return std::nullopt;
                const int before = service.closes.count() - service.last_orders.food->count();
                if (before == 0 || minutes.value_or(before) != before) return std::nullopt;
                minutes = before;
            }
        }
        if (!minutes) return std::nullopt;
        const auto hours = *minutes >= 60 ? std::to_string(*minutes / 60) + "時間" : "";
        return *minutes % 60 == 0 ? hours : hours + std::to_string(*minutes % 60) + "分";
    }

    /// As the restaurant does, 年末年始, and not the days that this is taken for; weekdays by their names.
    [[nodiscard]] static std::optional<std::string> name_of_season(const RegularClosing& closing,
                                                                   const std::optional<std::string>& days) {
        const auto& when = closing.when.condition;
        const bool is_season = std::holds_alternative<InSeason>(when) || std::holds_alternative<InPeriod>(when) ||
                               std::holds_alternative<OnDates>(when);
        return is_season && !closing.label.empty() ? closing.label : days;
    }

    void say_closings() {
        std::vector<std::string> days, conditions, of_each, may_close;
        bool irregular = false, others = false;
        for (const auto& closing : rules_.closings) {
            if (is_of_no_end(closing)) continue;
            const auto text = std::visit(SpokenClosingDays{}, closing.when.condition);
            if (closing.effect == ClosingEffect::may_close && closing.services.empty()) {
                const bool any_day = std::holds_alternative<EveryDay>(closing.when.condition);
                const auto named = name_of_season(closing, text);
                irregular |= any_day;
                others |= !any_day && !named;
                if (!any_day && named) may_close.push_back(*named);
            } else if (closing.effect == ClosingEffect::may_close) {
                others = true;
            } else if (!text || !closing.services.empty()) {
                others = true;
            } else {
                days.push_back(*text);
                const auto condition = spoken_on_holiday(closing.on_holiday);
                const bool said = std::find(conditions.begin(), conditions.end(), condition) != conditions.end();
                if (!said) conditions.push_back(condition);
                if (!condition.empty()) of_each.push_back(*text + "が" + condition);
            }
        }
        for (const auto& day : closed_by_rules()) {
            if (std::find(days.begin(), days.end(), day) != days.end()) continue;
            days.push_back(day);
            if (std::find(conditions.begin(), conditions.end(), "") == conditions.end()) conditions.emplace_back();
        }
        std::string all;
        for (const auto& day : days) all += (all.empty() ? "" : "、") + day;
        if (!all.empty()) say("定休日は" + all + "です。");
        // Where not all closings do the same on a 祝日, each is named with what it does.
        for (const auto& condition : conditions.size() > 1 ? of_each : conditions) {
            if (!condition.empty()) say(condition + "。");
        }
        for (const auto& some : may_close) say(some + "は、お休みをいただく日がございます。");
        if (irregular) say(days.empty() ? "不定休です。" : "ほかに不定休がございます。");
        const auto also = days.empty() && may_close.empty() && !irregular ? "" : "ほかにも";
        if (others) say(std::string{also} + "一部お休みをいただく日がございます。");
    }

    const Rules& rules_;
    WeeklyHours weekly_;
    Announcement announcement_;
};

}  // namespace detail

/// The hours in a sentence or two for the telephone: 「営業時間は、17時から翌2時までです。定休日は月曜日です。」
[[nodiscard]] inline Announcement say_hours(const Rules& rules) { return detail::RulesAnnouncer{rules}.announce(); }

}  // namespace denwaban

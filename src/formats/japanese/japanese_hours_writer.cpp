#include <algorithm>
#include <array>
#include <utility>

#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/talk/japanese_days.hpp>
#include <denwaban/talk/rules_sentence.hpp>
#include <denwaban/talk/weekly_hours.hpp>

#include "words.hpp"

namespace denwaban {

namespace {

using formats::japanese::meal_names;

[[nodiscard]] bool is_meal(const std::string& name) {
    return std::find(meal_names.begin(), meal_names.end(), name) != meal_names.end();
}

/// 17:00, 翌2:00.
[[nodiscard]] std::string listed_time(MinuteOfDay minute) {
    constexpr int day = 24 * 60;
    if (minute.count() < day || minute.count() == MinuteOfDay::max) return to_string(minute);
    const int hour = (minute.count() - day) / 60;
    return "翌" + std::to_string(hour) + to_string(minute).substr(2);
}

[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : std::string{separator}) + part;
    return text;
}

/// Of a service whose end nobody said no end is written.
[[nodiscard]] std::string listed_service(const Service& service, bool no_end) {
    auto text = (is_meal(service.name) && !service.name.empty() ? service.name + " " : "") +
                listed_time(service.opens) + "～" + (no_end ? "LAST" : listed_time(service.closes));
    std::vector<std::string> orders;
    const auto& last = service.last_orders;
    if (last.food) orders.push_back("料理L.O. " + listed_time(*last.food));
    if (last.drink) orders.push_back("ドリンクL.O. " + listed_time(*last.drink));
    if (last.entry) orders.push_back("最終入店 " + listed_time(*last.entry));
    return orders.empty() ? text : text + "（" + join(orders, " ") + "）";
}

/// What is certain of a service, and what may come of it; two of which nobody said the end are two.
[[nodiscard]] bool is_its_rest(const Service& certain, const Service& rest) {
    using detail::has_no_end;
    return !has_no_end(certain) && has_no_end(rest) && certain.closes == rest.opens;
}

[[nodiscard]] std::string listed_services(const std::vector<Service>& services) {
    using detail::has_no_end;
    std::vector<std::string> texts;
    texts.reserve(services.size());
    for (std::size_t i = 0; i < services.size(); ++i) {
        const auto& service = services[i];
        if (i > 0 && is_its_rest(services[i - 1], service)) continue;
        const bool goes_on = i + 1 < services.size() && is_its_rest(service, services[i + 1]);
        texts.push_back(listed_service(service, goes_on || has_no_end(service)));
    }
    return join(texts, "、");
}

[[nodiscard]] std::string month_day_text(date::month_day day) {
    return std::to_string(static_cast<unsigned>(day.month())) + "/" + std::to_string(static_cast<unsigned>(day.day()));
}

[[nodiscard]] std::string date_text(Date date) {
    const date::year_month_day civil{date};
    return std::to_string(static_cast<int>(civil.year())) + "年" +
           std::to_string(static_cast<unsigned>(civil.month())) + "月" +
           std::to_string(static_cast<unsigned>(civil.day())) + "日";
}

template <class Set>
[[nodiscard]] std::vector<std::string> numbers(Set set, unsigned most) {
    std::vector<std::string> texts;
    for (unsigned number = 1; number <= most; ++number) {
        if (set.contains(number)) texts.push_back(std::to_string(number));
    }
    return texts;
}

/// 日曜 unless a 祝日 follows; null if the condition is another.
[[nodiscard]] const OnWeekdays* weekdays_but_before_holidays(const AllOf& all) {
    if (all.conditions.size() != 2) return nullptr;
    const auto* none = std::get_if<NoneOf>(&all.conditions[1].condition);
    const bool eves = none != nullptr && none->conditions == std::vector<When>{{OnHolidayEves{}}};
    const auto* on = eves ? std::get_if<OnWeekdays>(&all.conditions[0].condition) : nullptr;
    return on != nullptr && !on->weekdays.empty() ? on : nullptr;
}

/// The days of a closing as a listing names them, one text each; nothing where it has no words for them.
struct ClosingDays {
    using Texts = std::optional<std::vector<std::string>>;

    Texts operator()(const EveryDay&) const { return {{"毎日"}}; }
    Texts operator()(const OnWeekdays& on) const {
        std::vector<std::string> names;
        for (const auto weekday : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
            if (on.weekdays.contains(weekday)) names.push_back(std::string{japanese_weekdays[weekday]} + "曜");
        }
        return names.empty() ? Texts{} : Texts{names};
    }
    Texts operator()(const OnHolidays&) const { return {{"祝日"}}; }
    Texts operator()(const OnHolidayEves&) const { return {{"祝前日"}}; }
    Texts operator()(const OnDaysAfterHolidays&) const { return {{"祝後日"}}; }
    Texts operator()(const OnNthWeekdays& on) const {
        const auto nth = numbers(on.ordinals, 5);
        std::vector<std::string> texts;
        for (const auto weekday : {1U, 2U, 3U, 4U, 5U, 6U, 0U}) {
            if (!on.weekdays.contains(weekday)) continue;
            const auto name = std::string{japanese_weekdays[weekday]} + "曜";
            if (!nth.empty()) texts.push_back("第" + join(nth, "・") + name);
            if (on.ordinals.contains(last_ordinal)) texts.push_back("最終" + name);
        }
        return texts.empty() ? Texts{} : Texts{texts};
    }
    Texts operator()(const OnDaysOfMonth& on) const {
        auto days = numbers(on.days, 31);
        Texts texts{std::vector<std::string>{}};
        if (!days.empty()) texts->push_back("毎月" + join(days, ",") + "日");
        if (on.days.contains(last_day_of_month)) texts->push_back("月末");
        return texts->empty() ? Texts{} : texts;
    }
    Texts operator()(const InSeason& in) const {
        return {{in.first == in.last ? month_day_text(in.first)
                                     : month_day_text(in.first) + "～" + month_day_text(in.last)}};
    }
    Texts operator()(const InPeriod& in) const { return {{date_text(in.first) + "～" + date_text(in.last)}}; }
    Texts operator()(const OnDates& on) const {
        Texts texts{std::vector<std::string>{}};
        for (const auto date : on.dates) texts->push_back(date_text(date));
        return texts->empty() ? Texts{} : texts;
    }
    Texts operator()(const AllOf& all) const {
        if (const auto* before = weekdays_but_before_holidays(all)) {
            auto names = (*this)(*before);
            for (auto& name : *names) name += "（祝前日の場合は営業）";
            return names;
        }
        if (all.conditions.size() != 2 || !std::holds_alternative<OnHolidays>(all.conditions[0].condition)) return {};
        const auto* on = std::get_if<OnWeekdays>(&all.conditions[1].condition);
        if (on == nullptr) return {};
        auto names = (*this)(*on);
        for (auto& name : *names) name.insert(0, "祝日の");
        return names;
    }
    template <class Other>
    Texts operator()(const Other&) const {
        return {};
    }
};

/// What is said of a 祝日, by `Displacement`.
constexpr std::array<std::string_view, 10> displaced{
    "祝日でも休み",         "祝日の場合は営業", "祝日の場合は祝日でない翌日", "祝日の場合は翌平日",
    "祝日の場合は翌営業日", "祝日の場合は前日", "祝日の場合は前日または翌日", "祝日の場合は営業、代休あり",
    "祝日の場合は変動",     "祝日の場合は翌日",
};

[[nodiscard]] std::string on_holiday_text(const OnHoliday& on_holiday) {
    if (const auto* weekday = std::get_if<DisplacedToWeekday>(&on_holiday)) {
        return "祝日の場合は翌" + std::string{japanese_weekdays[weekday->weekday.c_encoding()]} + "曜休み";
    }
    return std::string{displaced[static_cast<std::size_t>(std::get<Displacement>(on_holiday))]};
}

/// Whether both open alike, names aside, in a year thick with holidays.
[[nodiscard]] bool open_alike(const Rules& a, const Rules& b) {
    const Horizon year{make_date(2026, 1, 1), make_date(2026, 12, 31)};
    auto law = japan::holiday_law;
    law.years = {2025, 2027};
    const HolidayCalendar calendar{law};
    const auto hours_of = [&](const Rules& rules) { return Hours::compile(rules, calendar, TimeZone::tokyo(), year); };
    const auto of_a = hours_of(a), of_b = hours_of(b);
    if (!of_a || !of_b) return false;
    const auto alike = [](const Opening& one, const Opening& other) {
        if (one.state != other.state || one.begins != other.begins || one.ends != other.ends) return false;
        if (one.service == nullptr || other.service == nullptr) return one.service == other.service;
        return one.service->last_orders == other.service->last_orders;
    };
    for (auto date = year.first; date <= year.last; date += date::days{1}) {
        const auto one = of_a->openings_on(date), other = of_b->openings_on(date);
        if (!std::equal(one->begin(), one->end(), other->begin(), other->end(), alike)) return false;
    }
    return true;
}

class ListingWriter {
public:
    explicit ListingWriter(const Rules& rules) : rules_(rules) {}

    [[nodiscard]] JapaneseListing write() && {
        write_hours();
        write_closings();
        check_choices();
        for (const auto& closing : closings_) {
            // ランチ休み would speak of all days before it in the sentence.
            const std::string_view separator = closing.ends_with("休み") ? "。" : "、";
            if (!listing_.close.empty()) listing_.close += separator;
            listing_.close += closing;
        }
        if (listing_.close.empty() && !closing_lost_ && every_weekday_has_hours()) listing_.close = "無休";
        // A lunch at midnight, a day that neither hours nor closings name: true, but nobody would believe it.
        const auto again = rules_from_japanese(listing_.open, listing_.close);
        if (!is_complete(again.findings) || again.rules.choices.unlisted != Choices{}.unlisted)
            find(Weight::doubt, "read back, it would be doubted", "");
        else if (is_complete(listing_.findings) && !open_alike(rules_, again.rules))
            find(Weight::doubt, "read back, it would say other hours", "");
        return std::move(listing_);
    }

private:
    void find(Weight weight, std::string message, std::string path) {
        listing_.findings.push_back(
            {FindingKind::not_expressible, weight, std::move(message), JsonPointer{std::move(path)}, {}, {}, {}});
    }

    void write_hours() {
        const auto weekly = weekly_hours(rules_);
        for (const auto rule : weekly.other_rules) {
            find(Weight::loss, "holds on days that a listing doesn't name", "/rules/" + std::to_string(rule));
        }
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
            if (!rules_.rules[i].label.empty())
                find(Weight::note, "labels are not written", "/rules/" + std::to_string(i) + "/label");
        }
        const bool nothing_known = weekly.hours.size() == 1 && weekly.hours[0].then == Outcome{Unknown{}} &&
                                   weekly.hours[0].days == DayNames{{0, 1, 2, 3, 4, 5, 6}};
        if (nothing_known) return;
        for (const auto& hours : weekly.hours) write_hours_of(hours, weekly.hours.size() == 1);
    }

    void write_hours_of(const HoursOfDays& hours, bool only) {
        const auto days = japanese_days(hours.days, listed_days);
        const bool served = !std::holds_alternative<Closed>(hours.then);
        for (unsigned weekday = 0; served && weekday < 7; ++weekday) {
            if (hours.days.weekdays.contains(weekday)) with_hours_.insert(weekday);
        }
        if (const auto* open = std::get_if<Open>(&hours.then)) {
            add_line(days, open->services);
        } else if (const auto* unknown = std::get_if<Unknown>(&hours.then)) {
            if (unknown->services.empty()) return find(Weight::loss, "nothing is known of some days", "/rules");
            add_line(days, unknown->services);
            const bool plain = hours.days.every_weekday() && only;
            if (plain) return closings_.emplace_back("不定休"), void();
            if (!only || hours.days.holiday_eves || hours.days.days_after_holidays)
                find(Weight::loss, "irregular openings on some days, which other days may share", "/rules");
            for (const auto& day : japanese_weekday_list(hours.days.weekdays, spoken_days))
                closings_.push_back(day + "不定休");
            if (hours.days.holidays) closings_.emplace_back("祝日不定休");
        } else if (hours.days.holidays || hours.days.holiday_eves || hours.days.days_after_holidays) {
            const bool by_closing = hours.days.holidays && !hours.days.holiday_eves && !hours.days.days_after_holidays;
            if (!by_closing) return find(Weight::loss, "closed on 祝前日 or 祝後日 by a rule", "/rules");
            closings_.emplace_back("祝日");
        }
    }

    void add_line(const std::string& days, const std::vector<Service>& services) {
        if (!listing_.open.empty()) listing_.open += "\n";
        listing_.open += days + " " + listed_services(services);
        for (const auto& service : services) {
            if (!is_meal(service.name) && !detail::has_no_end(service))
                find(Weight::note, "the name of a service is not written: " + service.name, "/rules");
        }
    }

    [[nodiscard]] bool has_nameless_services() const {
        const auto nameless = [](const Service& service) { return service.name.empty() || !is_meal(service.name); };
        return std::any_of(rules_.rules.begin(), rules_.rules.end(), [&](const Rule& rule) {
            const auto* open = std::get_if<Open>(&rule.then);
            return open != nullptr && std::any_of(open->services.begin(), open->services.end(), nameless);
        });
    }

    /// Those that 祝日 move come first, each with its own words, because such words speak of all closings before them.
    void write_closings() {
        for (const auto turn : {Turn::moved, Turn::lifted, Turn::plain}) {
            for (std::size_t i = 0; i < rules_.closings.size(); ++i) {
                const auto& closing = rules_.closings[i];
                if (turn_of(closing) == turn) write_closing(closing, "/closings/" + std::to_string(i));
            }
        }
    }

    enum class Turn : std::uint8_t { moved, lifted, plain };

    [[nodiscard]] static Turn turn_of(const RegularClosing& closing) {
        if (closing.on_holiday != OnHoliday{Displacement::stays}) return Turn::moved;
        const auto* all = std::get_if<AllOf>(&closing.when.condition);
        return all != nullptr && weekdays_but_before_holidays(*all) != nullptr ? Turn::lifted : Turn::plain;
    }

    void write_closing(const RegularClosing& closing, const std::string& path) {
        if (detail::is_of_no_end(closing)) return;
        const auto written = closings_.size();
        try_closing(closing, path);
        closing_lost_ |= closings_.size() == written;
    }

    void try_closing(const RegularClosing& closing, const std::string& path) {
        const auto days = std::visit(ClosingDays{}, closing.when.condition);
        if (!days) return find(Weight::loss, "closes on days that a listing doesn't name", path + "/when");
        if (!std::all_of(closing.services.begin(), closing.services.end(), is_meal)) {
            return find(Weight::loss, "closes services that a listing doesn't name", path + "/services");
        }
        if (!closing.services.empty() && has_nameless_services()) {
            return find(Weight::loss, "closes a meal beside openings without a name", path + "/services");
        }
        const bool every_day = std::holds_alternative<EveryDay>(closing.when.condition);
        const bool weekdays = std::holds_alternative<OnWeekdays>(closing.when.condition) ||
                              std::holds_alternative<OnNthWeekdays>(closing.when.condition);
        const bool stays = closing.on_holiday == OnHoliday{Displacement::stays};
        const bool irregular = closing.effect == ClosingEffect::may_close;
        if (!stays && !weekdays) return find(Weight::loss, "moves on 祝日, but is no weekday", path + "/on_holiday");
        const bool partial = irregular || !closing.services.empty();
        if (turn_of(closing) == Turn::lifted && partial) {
            return find(Weight::loss, "may close unless a 祝日 follows", path + "/when");
        }
        if (!stays && partial && days->size() > 1) {
            return find(Weight::loss, "moves on 祝日 as one of several days", path + "/on_holiday");
        }
        if (every_day && (!closing.services.empty() || !irregular))
            return find(Weight::loss, "closes every day", path + "/when");
        if (every_day) return closings_.emplace_back("不定休"), void();
        const auto* to = std::get_if<DisplacedToWeekday>(&closing.on_holiday);
        if (to != nullptr && to->if_holiday == IfHolidayToo::goes_on)
            return find(Weight::loss, "moves to a weekday, or if that is a 祝日 goes on", path + "/on_holiday");
        const auto meals = closing.services.empty() ? std::vector<std::string>{""} : closing.services;
        for (const auto& meal : meals) {
            std::vector<std::string> texts;
            for (const auto& day : *days)
                texts.push_back(day + meal + (irregular ? "は不定休" : meal.empty() ? "" : "休み"));
            closings_.push_back(join(texts, "、") + (stays ? "" : "（" + on_holiday_text(closing.on_holiday) + "）"));
        }
        if (!closing.label.empty()) find(Weight::note, "labels are not written", path + "/label");
    }

    [[nodiscard]] bool every_weekday_has_hours() const {
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            if (!with_hours_.contains(weekday)) return false;
        }
        return true;
    }
    void check_choices() {
        const auto& choices = rules_.choices;
        const Choices defaults;
        if (choices.holiday_and_eve != defaults.holiday_and_eve)
            find(Weight::loss, "祝前日 before 祝日", "/choices/holiday_and_eve");
        if (choices.saturday_eve != defaults.saturday_eve)
            find(Weight::loss, "no 祝前日 on Saturdays", "/choices/saturday_eve");
        if (choices.sunday_eve != defaults.sunday_eve)
            find(Weight::loss, "no 祝前日 on Sundays", "/choices/sunday_eve");
        if (choices.unlisted != defaults.unlisted)
            find(Weight::loss, "days not named are unknown", "/choices/unlisted");
    }

    const Rules& rules_;
    JapaneseListing listing_;
    std::vector<std::string> closings_;
    WeekdaySet with_hours_;
    bool closing_lost_ = false;  ///< so that 無休 would not be true
};

}  // namespace

JapaneseListing to_japanese(const Rules& rules) { return ListingWriter{rules}.write(); }

}  // namespace denwaban

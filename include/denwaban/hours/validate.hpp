#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/hours/rules.hpp>

namespace denwaban {

/// The most rules that a restaurant may have.
inline constexpr std::size_t max_rules = 1000;
/// The most regular closings.
inline constexpr std::size_t max_closings = 64;
/// The most conditions of all rules and closings together.
inline constexpr std::size_t max_conditions = 20'000;
/// The most services of one rule.
inline constexpr std::size_t max_services = 32;

namespace detail {

class RulesValidator {
public:
    [[nodiscard]] Errors check(const Rules& rules) && {
        if (rules.rules.size() > max_rules) add(ErrorCode::out_of_range, "more than 1000 rules", "/rules");
        if (rules.closings.size() > max_closings) add(ErrorCode::out_of_range, "more than 64 closings", "/closings");
        for (std::size_t i = 0; i < rules.rules.size(); ++i) {
            const auto path = "/rules/" + std::to_string(i);
            check_when(rules.rules[i].when, path + "/when");
            check_outcome(rules.rules[i].then, path);
        }
        for (std::size_t i = 0; i < rules.closings.size(); ++i) {
            check_when(rules.closings[i].when, "/closings/" + std::to_string(i) + "/when");
        }
        if (conditions_ > max_conditions) add(ErrorCode::out_of_range, "more than 20000 conditions", "/rules");
        return std::move(errors_);
    }

private:
    void add(ErrorCode code, std::string message, std::string path) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(path)}});
    }

    void check_outcome(const Outcome& outcome, const std::string& path) {
        if (const auto* open = std::get_if<Open>(&outcome)) {
            if (open->services.empty()) {
                add(ErrorCode::invalid_value, "opens for no service: say closed", path + "/services");
            }
            check_services(open->services, path + "/services");
        } else if (const auto* unknown = std::get_if<Unknown>(&outcome)) {
            check_services(unknown->services, path + "/unknown");
        }
    }

    void check_services(const std::vector<Service>& services, const std::string& path) {
        if (services.size() > max_services) add(ErrorCode::out_of_range, "more than 32 services", path);
        for (std::size_t i = 0; i < services.size(); ++i) {
            const auto& service = services[i];
            const auto here = path + "/" + std::to_string(i);
            if (service.closes <= service.opens) {
                add(ErrorCode::never_ends, "closes at or before it opens: past midnight is written 24:00 to 48:00",
                    here);
            }
            if (i > 0 && service.opens < services[i - 1].closes) {
                add(ErrorCode::overlap, "opens before the service above it closes", here);
            }
            check_last_orders(service, here + "/last_order");
        }
    }

    void check_last_orders(const Service& service, const std::string& path) {
        const std::array<std::pair<std::string_view, std::optional<MinuteOfDay>>, 3> last_orders{{
            {"/food", service.last_orders.food},
            {"/drink", service.last_orders.drink},
            {"/entry", service.last_orders.entry},
        }};
        for (const auto& [name, time] : last_orders) {
            if (time && (*time < service.opens || *time > service.closes)) {
                add(ErrorCode::out_of_range, "last order outside the service", path + std::string{name});
            }
        }
    }

    void check_when(const When& when, const std::string& path) {
        if (++conditions_ > max_conditions) return;
        if (const auto* every = std::get_if<EveryNWeeks>(&when.condition)) {
            if (every->interval < 2 || every->interval > 52) {
                add(ErrorCode::out_of_range, "interval must be 2 to 52 weeks", path + "/every_weeks/interval");
            }
        } else if (const auto* period = std::get_if<InPeriod>(&when.condition)) {
            if (period->last < period->first) {
                add(ErrorCode::invalid_value, "ends before it starts", path + "/period/to");
            }
        } else if (const auto* all = std::get_if<AllOf>(&when.condition)) {
            check_conditions(all->conditions, path + "/all");
        } else if (const auto* any = std::get_if<AnyOf>(&when.condition)) {
            check_conditions(any->conditions, path + "/any");
        } else if (const auto* none = std::get_if<NoneOf>(&when.condition)) {
            check_conditions(none->conditions, path + "/none");
        }
    }

    void check_conditions(const std::vector<When>& conditions, const std::string& path) {
        if (conditions.empty()) add(ErrorCode::invalid_value, "names no condition", path);
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            check_when(conditions[i], path + "/" + std::to_string(i));
        }
    }

    Errors errors_;
    std::size_t conditions_ = 0;
};

template <class Take>
void each_named_holiday(const When& when, const std::string& path, Take&& take) {
    const auto each = [&](const std::vector<When>& conditions, const char* key) {
        for (std::size_t i = 0; i < conditions.size(); ++i) {
            each_named_holiday(conditions[i], path + key + std::to_string(i), take);
        }
    };
    if (const auto* named = std::get_if<OnNamedHoliday>(&when.condition)) {
        take(named->name, path + "/holiday");
    } else if (const auto* all = std::get_if<AllOf>(&when.condition)) {
        each(all->conditions, "/all/");
    } else if (const auto* any = std::get_if<AnyOf>(&when.condition)) {
        each(any->conditions, "/any/");
    } else if (const auto* none = std::get_if<NoneOf>(&when.condition)) {
        each(none->conditions, "/none/");
    }
}

}  // namespace detail

/// Calls `take` with each service of an outcome.
template <class Take>
void each_service(const Outcome& outcome, Take&& take) {
    if (const auto* open = std::get_if<Open>(&outcome))
        std::for_each(open->services.begin(), open->services.end(), take);
    if (const auto* unknown = std::get_if<Unknown>(&outcome)) {
        std::for_each(unknown->services.begin(), unknown->services.end(), take);
    }
}

/// The services that closings name and no rule has: `unknown_reference` at each. None where no rule has any service.
[[nodiscard]] inline Errors unknown_services(const Rules& rules) {
    std::vector<std::string_view> names;
    for (const auto& rule : rules.rules) {
        each_service(rule.then, [&](const Service& service) { names.push_back(service.name); });
    }
    std::sort(names.begin(), names.end());
    Errors errors;
    if (names.empty()) return errors;
    for (std::size_t i = 0; i < rules.closings.size(); ++i) {
        const auto& services = rules.closings[i].services;
        for (std::size_t j = 0; j < services.size(); ++j) {
            if (std::binary_search(names.begin(), names.end(), services[j])) continue;
            errors.push_back({ErrorCode::unknown_reference, "names a service that no rule has",
                              JsonPointer{"/closings/" + std::to_string(i) + "/services/" + std::to_string(j)}});
        }
    }
    return errors;
}

/// The 祝日 that rules name and `calendar` never has, 元旦 for 元日: `unknown_reference` at each.
[[nodiscard]] inline Errors unknown_holidays(const Rules& rules, const HolidayCalendar& calendar) {
    Errors errors;
    const auto look = [&](const std::string& name, std::string place) {
        const auto& holidays = calendar.holidays();
        const auto is_it = [&](const Holiday& holiday) { return holiday.name == name; };
        if (std::any_of(holidays.begin(), holidays.end(), is_it)) return;
        errors.push_back({ErrorCode::unknown_reference, "names a holiday that the calendar never has",
                          JsonPointer{std::move(place)}});
    };
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        detail::each_named_holiday(rules.rules[i].when, "/rules/" + std::to_string(i) + "/when", look);
    }
    for (std::size_t i = 0; i < rules.closings.size(); ++i) {
        detail::each_named_holiday(rules.closings[i].when, "/closings/" + std::to_string(i) + "/when", look);
    }
    return errors;
}

/// Everything in `rules` that can't be meant: services that overlap or never end, last orders outside their service,
/// impossible intervals. Places are JSON pointers as in the rules' JSON form. Empty if there is nothing.
[[nodiscard]] inline Errors validate(const Rules& rules) { return detail::RulesValidator{}.check(rules); }

}  // namespace denwaban

#include "weekly_pattern.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace denwaban::formats {

namespace {

constexpr auto midnight = MinuteOfDay::clock(24, 0);

[[nodiscard]] MinuteOfDay minute(int count) { return *MinuteOfDay::make(count); }

[[nodiscard]] bool stands_under_its_date(const Service& service, MinuteOfDay latest) {
    if (service.opens >= midnight || service.closes > latest) return false;
    const bool whole_day = service.opens == MinuteOfDay{} && service.closes == midnight;
    return whole_day || service.closes.count() - service.opens.count() < midnight.count();
}

[[nodiscard]] Service until_midnight(Service service) {
    service.closes = std::min(service.closes, midnight);
    for (auto* order : {&service.last_orders.food, &service.last_orders.drink, &service.last_orders.entry}) {
        if (*order > service.closes) order->reset();
    }
    return service;
}

/// As the next date counts minutes.
[[nodiscard]] Service after_midnight(Service service) {
    const auto shift = [](MinuteOfDay time) { return minute(std::max(time.count() - midnight.count(), 0)); };
    for (auto* order : {&service.last_orders.food, &service.last_orders.drink, &service.last_orders.entry}) {
        if (*order) *order = *order < midnight ? std::nullopt : std::optional{shift(**order)};
    }
    service.opens = shift(service.opens);
    service.closes = shift(service.closes);
    return service;
}

/// The openings of both in ascending order: what holds already goes on until it ends.
[[nodiscard]] DayServices together(DayServices some, const DayServices& others) {
    some.insert(some.end(), others.begin(), others.end());
    std::stable_sort(some.begin(), some.end(), [](auto& a, auto& b) { return a.opens < b.opens; });
    MinuteOfDay taken;
    for (auto& service : some) {
        service.opens = std::max(service.opens, taken);
        taken = std::max(taken, service.closes);
    }
    std::erase_if(some, [](const Service& service) { return service.closes <= service.opens; });
    return some;
}

struct TwoDates {
    DayServices today{};
    DayServices tomorrow{};
};

[[nodiscard]] TwoDates cut_at_midnight(const DayServices& services, MinuteOfDay latest) {
    TwoDates cut;
    for (const auto& service : services) {
        if (stands_under_its_date(service, latest)) {
            cut.today.push_back(service);
            continue;
        }
        if (service.opens < midnight) cut.today.push_back(until_midnight(service));
        if (service.closes > midnight) cut.tomorrow.push_back(after_midnight(service));
    }
    return cut;
}

void add_date(std::vector<Date>& dates, Date date) {
    if (dates.empty() || dates.back() < date) dates.push_back(date);
}

/// Shapes of days, and how many dates have each.
template <class Same>
class Tally {
public:
    explicit Tally(Same same) : same_(std::move(same)) {}

    void count(const DayServices& day) {
        const auto found = std::find_if(shapes_.begin(), shapes_.end(), [&](auto& s) { return same_(*s.first, day); });
        if (found == shapes_.end()) {
            shapes_.emplace_back(&day, 1);
        } else {
            ++found->second;
        }
    }
    /// The first counted of the most frequent; null if nothing was counted.
    [[nodiscard]] const DayServices* most_frequent() const {
        const auto fewer = [](auto& a, auto& b) { return a.second < b.second; };
        const auto found = std::max_element(shapes_.begin(), shapes_.end(), fewer);
        return found == shapes_.end() ? nullptr : found->first;
    }

private:
    Same same_;
    std::vector<std::pair<const DayServices*, std::size_t>> shapes_;
};

[[nodiscard]] std::optional<DayServices> usual_of(const SpanServices& span, std::size_t first) {
    Tally openings{same_openings};
    for (auto day = first; day < span.days.size(); day += 7) openings.count(span.days[day]);
    const auto* most = openings.most_frequent();
    if (most == nullptr) return std::nullopt;
    Tally last_orders{std::equal_to<DayServices>{}};
    for (auto day = first; day < span.days.size(); day += 7) {
        if (same_openings(span.days[day], *most)) last_orders.count(span.days[day]);
    }
    return *last_orders.most_frequent();
}

}  // namespace

std::optional<Error> refusal(const Hours& hours, Horizon span) {
    if (span.last < span.first) return Error{ErrorCode::out_of_range, "the span ends before it begins", {}};
    if (hours.horizon().first <= span.first && span.last <= hours.horizon().last) return std::nullopt;
    return Error{ErrorCode::beyond_horizon, "the span leaves the dates that these hours were compiled for", {}};
}

SpanServices services_in(const Hours& hours, Horizon span, MinuteOfDay latest) {
    SpanServices services{span.first, {}, {}, {}};
    DayServices carried;
    for (auto date = span.first; date <= span.last; date += date::days{1}) {
        DayServices own;
        for (const auto& opening : *hours.openings_on(date)) {
            if (opening.state == State::open) {
                own.push_back(*opening.service);
            } else {
                add_date(services.unknown, date);
            }
        }
        auto cut = cut_at_midnight(own, latest);
        if (!carried.empty() || !cut.tomorrow.empty()) add_date(services.moved, date);
        services.days.push_back(together(std::move(carried), cut.today));
        carried = std::move(cut.tomorrow);
    }
    return services;
}

bool same_openings(const DayServices& some, const DayServices& others) {
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const Service& a, const Service& b) {
        return a.opens == b.opens && a.closes == b.closes && a.name == b.name;
    });
}

WeeklyPattern weekly_pattern(const SpanServices& span) {
    WeeklyPattern pattern;
    for (std::size_t day = 0; day < pattern.size(); ++day) {
        pattern[date::weekday{span.first + date::days{day}}.c_encoding()] = usual_of(span, day);
    }
    return pattern;
}

const DayServices& usual_services(const WeeklyPattern& pattern, Date date) {
    return *pattern[date::weekday{date}.c_encoding()];
}

std::vector<Date> special_dates(const SpanServices& span, const WeeklyPattern& pattern) {
    std::vector<Date> dates;
    for (std::size_t day = 0; day < span.days.size(); ++day) {
        const auto date = span.first + date::days{day};
        if (!same_openings(span.days[day], usual_services(pattern, date))) dates.push_back(date);
    }
    return dates;
}

}  // namespace denwaban::formats

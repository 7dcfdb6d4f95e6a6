#pragma once

/// Amazon Connect's effective hours as its documentation tells them, read off the document minute by minute: shares
/// nothing with the library but its dates, and is slow on purpose.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/core/time.hpp>

namespace naive {

class ConnectHours {
public:
    explicit ConnectHours(const std::string& text) : document_(nlohmann::json::parse(text)) {
        take_overrides(document_);
        for (const auto& parent : document_.value("Parents", nlohmann::json::array())) take_overrides(parent);
    }

    [[nodiscard]] const nlohmann::json& document() const { return document_; }

    /// Of each minute of a date, whether it is open; nothing if overrides of equal rank contradict one another.
    [[nodiscard]] std::vector<std::optional<bool>> minutes(denwaban::Date date) const {
        std::vector<Slices> closed, open, temporary;
        for (const auto& override : overrides_) {
            if (!is_on(override, date)) continue;
            const auto type = override.value("OverrideType", "STANDARD");
            (type == "CLOSED" ? closed : type == "OPEN" ? open : temporary).push_back(slices(override["Config"], date));
        }
        const auto usual = slices(document_["HoursOfOperation"]["Config"], date);
        if (temporary.empty()) temporary.push_back(usual);
        std::vector<std::optional<bool>> minutes;
        for (int minute = 0; minute < 1440; ++minute) {
            const auto covers = [&](const Slices& list) {
                return std::any_of(list.begin(), list.end(),
                                   [&](const auto& slice) { return slice.first <= minute && minute < slice.second; });
            };
            const auto saying_open = std::count_if(temporary.begin(), temporary.end(), covers);
            std::optional<bool> answer = saying_open > 0;
            if (saying_open > 0 && saying_open < static_cast<std::ptrdiff_t>(temporary.size())) answer = std::nullopt;
            if (std::any_of(open.begin(), open.end(), covers)) answer = true;
            if (std::any_of(closed.begin(), closed.end(), covers)) answer = false;
            minutes.push_back(answer);
        }
        return minutes;
    }

private:
    using Slices = std::vector<std::pair<int, int>>;

    void take_overrides(const nlohmann::json& document) {
        for (const auto& override : document.value("HoursOfOperationOverrideList", nlohmann::json::array())) {
            overrides_.push_back(override);
        }
    }

    [[nodiscard]] static Slices slices(const nlohmann::json& config, denwaban::Date date) {
        static const std::vector<std::string> names{"SUNDAY",   "MONDAY", "TUESDAY", "WEDNESDAY",
                                                    "THURSDAY", "FRIDAY", "SATURDAY"};
        const auto minute = [](const nlohmann::json& time) {
            return time["Hours"].get<int>() * 60 + time["Minutes"].get<int>();
        };
        Slices slices;
        for (const auto& slice : config) {
            if (slice["Day"] != names[date::weekday{date}.c_encoding()]) continue;
            const int end = minute(slice["EndTime"]);
            slices.emplace_back(minute(slice["StartTime"]), end == 0 ? 1440 : end);
        }
        return slices;
    }

    [[nodiscard]] static bool is_on(const nlohmann::json& override, denwaban::Date date) {
        const auto from = override["EffectiveFrom"].get<std::string>();
        const auto today = denwaban::to_string(date);
        if (today < from || override["EffectiveTill"].get<std::string>() < today) return false;
        if (!override.contains("RecurrenceConfig")) return true;
        return recurs(override["RecurrenceConfig"]["RecurrencePattern"], *denwaban::parse_date(from), date);
    }

    [[nodiscard]] static bool recurs(const nlohmann::json& pattern, denwaban::Date from, denwaban::Date date) {
        const int interval = pattern["Interval"];
        if (pattern["Frequency"] == "WEEKLY") {
            int weeks = 0;
            for (auto day = from; day < date; day += date::days{1}) {
                if (date::weekday{day + date::days{1}} == date::Monday) ++weeks;
            }
            return weeks % interval == 0;
        }
        const date::year_month_day start{from}, today{date};
        const int years = static_cast<int>(today.year()) - static_cast<int>(start.year());
        if (pattern["Frequency"] == "YEARLY") {
            const bool in_month = pattern["ByMonth"][0] == static_cast<unsigned>(today.month());
            return in_month && years % interval == 0 && is_the_day(pattern, date);
        }
        const int months = years * 12 + static_cast<int>(static_cast<unsigned>(today.month())) -
                           static_cast<int>(static_cast<unsigned>(start.month()));
        return months % interval == 0 && is_the_day(pattern, date);
    }

    [[nodiscard]] static bool is_the_day(const nlohmann::json& pattern, denwaban::Date date) {
        const auto month = [](denwaban::Date day) { return date::year_month_day{day}.month(); };
        if (pattern.contains("ByMonthDay")) {
            const int wanted = pattern["ByMonthDay"][0];
            if (wanted == -1) return month(date + date::days{1}) != month(date);
            return static_cast<unsigned>(date::year_month_day{date}.day()) == static_cast<unsigned>(wanted);
        }
        const int wanted = pattern["ByWeekdayOccurrence"][0];
        if (wanted == -1) return month(date + date::days{7}) != month(date);
        int occurrence = 1;
        for (auto day = date - date::days{7}; month(day) == month(date); day -= date::days{7}) ++occurrence;
        return occurrence == wanted;
    }

    nlohmann::json document_;
    std::vector<nlohmann::json> overrides_;
};

}  // namespace naive

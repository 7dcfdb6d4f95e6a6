#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

/// A night on which everybody calls at once: what they ask of the reservation desk, drawn from the figures of Japanese
/// restaurants' reservations.
namespace storm {

using Json = nlohmann::ordered_json;

inline constexpr auto date = "2026-11-27";
inline constexpr auto now = "2026-11-25T03:00:00Z";

struct Size {
    int restaurants;
    int requests;
    unsigned seed;
};

inline std::string restaurant_id(int number) { return "r" + std::to_string(number); }

/// Sixty tables, half of which can be joined with the one beside.
inline Json floor_plan() {
    Json tables = Json::array(), combinations = Json::array();
    constexpr std::array<std::pair<int, int>, 4> covers{{{1, 2}, {1, 2}, {2, 4}, {3, 6}}};
    for (int table = 0; table < 60; ++table) {
        const auto [least, most] = covers[static_cast<std::size_t>(table) % covers.size()];
        tables.push_back(Json{{"id", "T" + std::to_string(table)}, {"least", least}, {"most", most}});
        if (table % 4 != 1) continue;
        combinations.push_back(Json{
            {"tables", {"T" + std::to_string(table - 1), "T" + std::to_string(table)}}, {"least", 3}, {"most", 4}});
    }
    return {{"tables", tables}, {"combinations", combinations}};
}

/// What has to be kept before anybody calls.
inline std::vector<Json> preparations(const Size& size) {
    std::vector<Json> all;
    const Json night{{"when", "every_day"},
                     {"services", {{{"name", "night"}, {"opens", "17:00"}, {"closes", "24:00"}}}}};
    for (int each = 0; each < size.restaurants; ++each) {
        const auto id = restaurant_id(each);
        all.push_back({{"put_restaurant",
                        {{"restaurant", {{"id", id}, {"name", id}, {"hours", {{"rules", {night}}}}}}, {"now", now}}}});
        all.push_back({{"put_book_template", {{"restaurant", id}, {"floor_plan", floor_plan()}, {"now", now}}}});
    }
    return all;
}

class Callers {
public:
    explicit Callers(const Size& size) : size_(size), random_(size.seed) {}

    /// Nine in ten book; the others cancel what somebody booked, or ask again what was asked before.
    [[nodiscard]] std::vector<Json> requests() {
        std::vector<Json> all;
        while (static_cast<int>(all.size()) < size_.requests) {
            const auto kind = draw(100);
            if (all.empty() || kind < 90) {
                all.push_back(booking(static_cast<int>(all.size())));
            } else if (kind < 95) {
                all.push_back(cancellation(all[draw(all.size())], static_cast<int>(all.size())));
            } else {
                auto again = all[all.size() - 1 - draw(std::min<std::size_t>(all.size(), 64))];
                all.push_back(std::move(again));
            }
        }
        return all;
    }

private:
    [[nodiscard]] std::size_t draw(std::size_t count) { return random_() % count; }

    [[nodiscard]] int party() {
        constexpr std::array<int, 8> per_mille{16, 427, 167, 136, 63, 49, 27, 27};
        auto drawn = static_cast<int>(draw(912));
        int covers = 1;
        for (const auto share : per_mille) {
            if (drawn < share) return covers;
            drawn -= share;
            ++covers;
        }
        return covers;
    }
    [[nodiscard]] std::string start() {
        constexpr std::array<const char*, 6> hours{"17", "18", "18", "19", "19", "20"};
        constexpr std::array<const char*, 4> minutes{":00", ":15", ":30", ":45"};
        return std::string{hours[draw(hours.size())]} + minutes[draw(minutes.size())];
    }

    [[nodiscard]] static Json asked(const std::string& restaurant, Json command, int number) {
        command["by"] = {{"key", "k" + std::to_string(number)}, {"now", now}, {"budget", 500}};
        return {{"decide", {{"restaurant", restaurant}, {"date", date}, {"command", std::move(command)}}}};
    }
    [[nodiscard]] Json booking(int number) {
        const auto restaurant = restaurant_id(static_cast<int>(draw(static_cast<std::size_t>(size_.restaurants))));
        return asked(restaurant,
                     {{"do", "book"},
                      {"id", "b" + std::to_string(number)},
                      {"begin", start()},
                      {"party", {{"adults", party()}}},
                      {"details", {{"name", "山田" + std::to_string(number)}, {"phone", "+819012345678"}}}},
                     number);
    }
    [[nodiscard]] static Json cancellation(const Json& of, int number) {
        const auto& decide = of.at("decide");
        const auto& command = decide.at("command");
        const auto booking = command.value("id", command.value("booking", std::string{}));
        return asked(decide.at("restaurant"), {{"do", "cancel"}, {"booking", booking}}, number);
    }

    Size size_;
    std::mt19937 random_;
};

}  // namespace storm

#pragma once

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <denwaban/talk/understand.hpp>

/// tests/data/talk/hard_spoken.jsonl: what callers say, and what it means, in few words.
namespace hard_spoken {

using denwaban::Date;
using denwaban::Heard;
using denwaban::MinuteOfDay;
using nlohmann::json;

/// What a line is to mean, and what it was taken for, slot by slot in the words of the file.
using Slots = std::map<std::string, json>;

struct Line {
    std::string utterance;
    json context;
    Slots expected;
    bool kept = false;  ///< not looked at until the end
};

inline std::vector<Line> read_lines(const std::string& path) {
    std::vector<Line> lines;
    std::ifstream file{path};
    for (std::string text; std::getline(file, text);) {
        const auto row = json::parse(text);
        Line line{row["utterance"], row["context"], {}, row.value("kept", false)};
        for (const auto& [key, value] : row["expected"].items()) line.expected[key] = value;
        lines.push_back(std::move(line));
    }
    return lines;
}

/// split: 11-14, 17-23; dinner: 17-24; late: 11-15, 17-26; day: 10-22. Every day.
inline denwaban::Hours hours_named(const std::string& name) {
    using denwaban::Service;
    const auto at = [](int hour) { return *MinuteOfDay::make(hour * 60); };
    std::vector<Service> services;
    if (name == "split") services = {{"", at(11), at(14)}, {"", at(17), at(23)}};
    if (name == "dinner") services = {{"", at(17), at(24)}};
    if (name == "late") services = {{"", at(11), at(15)}, {"", at(17), at(26)}};
    if (name == "day") services = {{"", at(10), at(22)}};
    denwaban::Rules rules;
    rules.rules.push_back({{denwaban::EveryDay{}}, denwaban::Open{services}});
    return *denwaban::Hours::compile(rules, denwaban::HolidayCalendar::japan(), denwaban::TimeZone::tokyo(),
                                     {denwaban::make_date(2026, 1, 1), denwaban::make_date(2028, 12, 31)});
}

inline std::string words_of(const denwaban::TimeWish& wish) {
    if (const auto* minute = std::get_if<MinuteOfDay>(&wish)) return denwaban::to_string(*minute);
    if (const auto* part = std::get_if<denwaban::PartOfDay>(&wish)) return "@" + std::string{to_string(*part)};
    const auto& range = std::get<denwaban::TimeRange>(wish);
    return (range.from ? denwaban::to_string(*range.from) : "") + "~" +
           (range.until ? denwaban::to_string(*range.until) : "");
}

inline json words_of(const denwaban::PartyWish& wish) {
    if (const auto* change = std::get_if<denwaban::PartyChange>(&wish)) return {{"more", change->adults}};
    const auto& party = std::get<denwaban::Party>(wish);
    json words{{"adults", party.adults.count()}};
    if (party.children.count() > 0 || party.infants.count() > 0) words["children"] = party.children.count();
    if (party.infants.count() > 0) words["infants"] = party.infants.count();
    return words;
}

template <class T, class Words>
json readings_of(const Heard<T>& heard, Words&& words) {
    json all = json::array();
    for (const auto& reading : heard.readings) all.push_back(words(reading));
    if (heard.decider == denwaban::Decider::whether) all.push_back("?");
    return all;
}

/// A meaning in the words of the file.
inline Slots slots_of(const denwaban::Meaning& meaning) {
    Slots slots;
    const auto& said = meaning.slots;
    json about = json::array();
    if (!meaning.intents.empty()) slots["intent"] = to_string(meaning.intents.front().intent);
    if (meaning.polarity != denwaban::Polarity::none) slots["polarity"] = to_string(meaning.polarity);
    if (said.day) slots["day"] = readings_of(*said.day, [](Date date) { return denwaban::to_string(date); });
    if (said.time) slots["time"] = readings_of(*said.time, [](const auto& wish) { return words_of(wish); });
    if (said.party) slots["party"] = readings_of(*said.party, [](const auto& wish) { return words_of(wish); });
    if (said.name) {
        slots["name"] =
            readings_of(*said.name, [](const auto& name) { return name.kana.empty() ? name.written : name.kana; });
    }
    if (said.phone) slots["phone"] = said.phone->readings.front().national();
    if (said.phone && said.phone->certain() == nullptr) slots["phone"] = json::array({slots["phone"], "?"});
    if (said.digits) slots["digits"] = said.digits->readings.front();
    for (const auto& need : said.needs) {
        const auto wanted = need.wanted == denwaban::Wanted::wanted ? "" : " " + std::string{to_string(need.wanted)};
        slots["needs"].push_back(std::string{to_string(need.need)} + wanted);
    }
    for (const auto& allergy : said.allergies) {
        auto& all = slots["allergies"];
        if (all.is_null()) all = json::array();
        if (allergy.wanted != denwaban::Wanted::unwanted) all.push_back(allergy.what);
    }
    if (said.course) {
        const auto* named = std::get_if<denwaban::NamedCourse>(&said.course->readings.front());
        slots["course"] = named != nullptr ? named->name : "seat_only";
    }
    if (said.occasion) slots["occasion"] = to_string(said.occasion->readings.front());
    if (said.budget) {
        json budget = json::object();
        const auto& one = said.budget->readings.front();
        if (one.of == denwaban::Budget::Of::all) budget["of"] = "all";
        if (one.least) budget["least"] = *one.least;
        if (one.most) budget["most"] = *one.most;
        slots["budget"] = budget;
    }
    if (said.time && said.time->precision == denwaban::Precision::about) about.push_back("time");
    if (said.party && said.party->precision == denwaban::Precision::about) about.push_back("party");
    if (said.budget && said.budget->precision == denwaban::Precision::about) about.push_back("budget");
    if (!about.empty()) slots["about"] = about;
    for (const auto slot : meaning.corrected) slots["corrected"].push_back(to_string(slot));
    return slots;
}

template <class T>
Heard<T> certain(T value) {
    return {{std::move(value)}, {}};
}

/// What is known in a context, kept beside what a hearing points to.
struct Scene {
    explicit Scene(const json& context) {
        using namespace denwaban;
        if (context.contains("known")) {
            const auto& said = context["known"];
            if (said.contains("day")) known.day = certain(*parse_date(said["day"].get<std::string>()));
            if (said.contains("time"))
                known.time = certain<TimeWish>(*parse_minute_of_day(said["time"].get<std::string>()));
            if (said.contains("party"))
                known.party = certain<PartyWish>(Party{*Covers::make(said["party"]), {}, {}, {}});
            if (said.contains("digits")) known.digits = certain<std::string>(said["digits"]);
        }
        for (const auto& one : context.value("offered", std::vector<std::string>{}))
            offered.push_back(*parse_minute_of_day(one));
        courses = context.value("courses", std::vector<std::string>{});
        if (context.contains("asked")) {
            const auto name = context["asked"].get<std::string>();
            asked = enumerator_named<Question>(name);
            if (!asked) throw std::invalid_argument{"no question is called " + name};
        }
        const auto text = context["now"].get<std::string>();
        now = at(*parse_date(text.substr(0, 10)), *parse_minute_of_day(text.substr(11)));
    }

    [[nodiscard]] denwaban::Hearing hearing(const denwaban::HolidayCalendar& calendar,
                                            const denwaban::Hours* hours) const {
        return {now, calendar, asked, &known, hours, offered, courses};
    }

    denwaban::LocalTime now;
    denwaban::Slots known;
    std::optional<denwaban::Question> asked;
    std::vector<MinuteOfDay> offered;
    std::vector<std::string> courses;
};

inline Slots heard(const Line& line) {
    static const auto calendar = denwaban::HolidayCalendar::japan();
    static std::map<std::string, denwaban::Hours> all;
    const auto name = line.context.value("hours", "");
    if (!name.empty() && !all.contains(name)) all.emplace(name, hours_named(name));
    const Scene scene{line.context};
    const auto* hours = name.empty() ? nullptr : &all.at(name);
    return slots_of(understand(line.utterance, scene.hearing(calendar, hours)));
}

/// As a set where the order says nothing.
inline bool same(const std::string& slot, const json& a, const json& b) {
    if (!a.is_array() || !b.is_array() || slot == "intent") return a == b;
    return std::multiset<json>(a.begin(), a.end()) == std::multiset<json>(b.begin(), b.end());
}

inline bool is_right(const Line& line, const Slots& slots) {
    if (slots.size() != line.expected.size()) return false;
    return std::all_of(slots.begin(), slots.end(), [&](const auto& slot) {
        const auto expected = line.expected.find(slot.first);
        return expected != line.expected.end() && same(slot.first, slot.second, expected->second);
    });
}

/// Claimed with certainty, and not so: one day, time, party, name or number that is another or was not said; a yes or
/// no that was none.
inline bool is_silently_wrong(const Line& line, const Slots& slots) {
    for (const auto* slot : {"day", "time", "party", "name", "phone", "polarity"}) {
        const auto found = slots.find(slot);
        if (found == slots.end()) continue;
        const bool claims = found->second.is_array() ? found->second.size() == 1 : found->second != "unclear";
        if (!claims) continue;
        const auto expected = line.expected.find(slot);
        if (expected == line.expected.end() || !same(slot, found->second, expected->second)) return true;
    }
    return false;
}

}  // namespace hard_spoken

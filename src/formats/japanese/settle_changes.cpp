#include <algorithm>
#include <utility>

#include "arranger.hpp"

namespace denwaban::formats::japanese {

void Arranger::settle(RawChange& raw) {
    Change change;
    change.days = std::move(raw.days);
    change.about = raw.said->about;
    change.place = raw.said->place;
    const auto kind = raw.said->kind;
    if (raw.of) change.of = first_group_ + *raw.of;
    const auto* group = raw.of ? &listing_.groups[*change.of] : nullptr;
    if (group == nullptr || group->services.empty()) return lose(change);
    const auto& base = group->services.back();
    change.goes_through = kind == ItemKind::goes_through;
    if (raw.instead) {
        Group instead{change.days, {}};
        const auto meal = lasts_from_lunch_to_dinner(*raw.said) ? Meal::none : base.meal;
        RawService service{raw.said, raw.meal == Meal::none ? meal : raw.meal};
        add_service(service, instead);
        change.instead = std::move(instead.services);
        if (change.instead.empty()) return;
    } else if (kind == ItemKind::pause) {
        const auto read = read_span(raw.said->opens, raw.said->closes, Meal::none, ClockFace::twenty_four_hours);
        change.pauses = true;
        change.opens = read.opens;
        change.closes = read.closes;
    } else if (kind == ItemKind::until) {
        change.closes = closes_of(*raw.said, base, change);
        if (ends_before_the_last_opening(raw, base)) {
            doubt("whether it opens again on these days is not clear", change.place, {change.days});
        }
    } else if (kind == ItemKind::since) {
        change.opens = read_opening(raw.said->closes, base.meal);
        choose_since(raw, change);
    }
    listing_.changes.push_back(std::move(change));
}

void Arranger::lose(const Change& change) {
    find(FindingKind::not_understood, Weight::loss, "changes hours that are not said", change.place);
    listing_.doubts.push_back({change.days});
}

/// 8:30～12:00、13:00～17:00、土曜は正午まで.
bool Arranger::ends_before_the_last_opening(const RawChange& raw, const ListedService& base) const {
    const auto& end = raw.said->closes;
    if (end.past_midnight || end.minutes > base.opens) return false;
    return std::any_of(raw.candidates.begin(), raw.candidates.end(), [&](std::size_t candidate) {
        const auto& services = listing_.groups[first_group_ + candidate].services;
        return !services.empty() && services.front().opens < end.minutes;
    });
}

int Arranger::closes_of(const HoursItem& said, const ListedService& base, const Change& change) {
    const auto half = base.opens >= 12 * 60 && face_ == ClockFace::twelve_hours ? HalfDay::afternoon : HalfDay::unsaid;
    const auto read = read_span({base.opens, half, false}, said.closes, Meal::none, face_);
    if (read.reading != Reading::implausible) return read.closes;
    doubt("no likely end", change.place, {change.days});
    return after(base.opens, said.closes.minutes);
}

/// 11:30～14:00、17:00～22:00（日曜は11:00から）: of the opening that can begin then.
void Arranger::choose_since(const RawChange& raw, Change& change) {
    for (const auto candidate : raw.candidates) {
        const auto& services = listing_.groups[first_group_ + candidate].services;
        if (services.empty() || services.front().closes <= *change.opens) continue;
        change.of = first_group_ + candidate;
        return;
    }
}

}  // namespace denwaban::formats::japanese

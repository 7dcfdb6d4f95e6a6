#include <algorithm>
#include <functional>
#include <utility>

#include "arranger.hpp"

namespace denwaban::formats::japanese {

/// Every opening becomes a group of its own, so that a change finds the one it is about.
void Arranger::settle(RawService& raw) {
    const bool others_share = shared_sections_.contains(raw.section);
    Group group{std::move(raw.days), {}, raw.reach, raw.repeats};
    if (others_share && raw.after && raw.reach == Reach::these) group.reach = Reach::only;
    if (raw.reach == Reach::only && !others_share) group.reach = Reach::these;
    if (!raw.dropped) add_service(raw, group);
    listing_.groups.push_back(std::move(group));
}

void Arranger::add_service(const RawService& raw, Group& group) {
    const auto& item = *raw.span;
    ListedService service{
        .meal = raw.meal, .line = raw.line, .alone = item.alone, .heads = raw.heads, .place = item.place};
    service.every_day = std::any_of(group.days.begin(), group.days.end(),
                                    [](const DayItem& day) { return day.sort == DaySort::every_day; });
    if (!item.end_known) {
        service.end_known = false;
        service.opens = read_opening(item.opens, raw.meal);
        service.closes = service.opens;
        // 48:30～.
        if (service.opens >= MinuteOfDay::max) {
            find(FindingKind::not_understood, Weight::loss, "no opening comes of these times", item.place);
            return listing_.doubts.push_back({group.days});
        }
        group.services.push_back(service);
        return;
    }
    const auto opens = in_the_half_that_follows(raw);
    const auto read = read_span(opens, item.closes, raw.meal, face_);
    service.opens = read.opens;
    service.closes = read.closes;
    service.past_midnight = item.closes.past_midnight;
    if (read.opens >= read.closes) {
        find(FindingKind::not_understood, Weight::loss, "no opening comes of these times", item.place);
        listing_.doubts.push_back({group.days});
        return;
    }
    if (read.reading == Reading::implausible) doubt("no likely opening", item.place, {group.days, group.reach});
    if (read.reading == Reading::ambiguous) {
        doubt("may be of the morning or of the afternoon", item.place, {group.days, group.reach});
    }
    if (read.reading == Reading::assumed) {
        find(FindingKind::assumption, Weight::note, "read on a clock of twelve hours", item.place);
    }
    if (item.ends_at_last_order) service.last_orders.food = MinuteOfDay::make(service.closes);
    for (const auto* order : raw.orders) take_order(service, *order);
    group.services.push_back(service);
}

/// 正午～午後3時、6～10時: the second opening comes after the first.
Clock Arranger::in_the_half_that_follows(const RawService& raw) {
    auto opens = raw.span->opens;
    const bool open_to_both = halves_said_ && face_ == ClockFace::twelve_hours && opens.half == HalfDay::unsaid &&
                              opens.minutes < 12 * 60 && !opens.past_midnight && !opens.of_twenty_four &&
                              raw.meal == Meal::none && !raw.span->closes.past_midnight;
    if (!open_to_both) return opens;
    // Hours in place of others follow none.
    const bool listed =
        !raw_.empty() && std::less_equal<>{}(raw_.data(), &raw) && std::less_equal<>{}(&raw, &raw_.back());
    const auto* before = !listed || &raw == raw_.data() ? nullptr : &listing_.groups.back();
    const bool follows =
        before != nullptr && !before->services.empty() && (&raw - 1)->line == raw.line && !days_differ(&raw - 1, &raw);
    if (follows && before->services.back().closes > opens.minutes) {
        opens.half = HalfDay::afternoon;
        find(FindingKind::assumption, Weight::note, "of the afternoon, for it follows", raw.span->place);
    } else if (raw.span->closes.half == HalfDay::unsaid) {
        doubt("may be of the morning or of the afternoon", raw.span->place, {raw.days, raw.reach});
    }
    return opens;
}

bool Arranger::days_differ(const RawService* a, const RawService* b) { return a->days_place != b->days_place; }

void Arranger::take_order(ListedService& service, const HoursItem& item) {
    const int minutes = read_within(item.opens, service.opens, service.closes);
    if (service.end_known && minutes > service.closes) {
        return find(FindingKind::contradiction, Weight::doubt, "the last order comes after closing", item.place);
    }
    const auto at = MinuteOfDay::make(minutes);
    auto& orders = service.last_orders;
    auto& order = item.order == Word::drink ? orders.drink : item.order == Word::entry ? orders.entry : orders.food;
    if (order && order != at) {
        return find(FindingKind::contradiction, Weight::doubt, "another last order was said before", item.place);
    }
    order = at;
    if (orders.food && orders.drink && *orders.drink < *orders.food) {
        find(FindingKind::contradiction, Weight::note, "the last drink comes before the last dish", item.place);
    }
}

}  // namespace denwaban::formats::japanese

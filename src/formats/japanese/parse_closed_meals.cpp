#include <algorithm>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// 土曜（夜は営業）: closed, but for this meal.
bool ListingParser::meal_is_open() {
    const auto open = beyond(at_, {Word::topic, Word::only, Word::of, Word::also});
    if (word_at(open) != Word::open || open >= tokens_.size() || listing_.closings.empty() || depth_ == 0) return false;
    const auto meal = static_cast<Meal>(tokens_[at_ - 1].value);
    auto& closing = listing_.closings.back();
    if (closing.meal != Meal::none) return false;
    while (at_ <= open) take();
    closing.meal = meal;
    closing.all_but_meal = true;
    return true;
}

/// 11:00～14:00（水曜休）⏎17:00～22:00: whether hours follow, or stand on lines before, that are of the same days as
/// the span read last.
bool ListingParser::other_hours_share_its_days() const {
    const auto& span = items_.back();
    auto line = span.first;
    while (line > 0 && word_at(line - 1) != Word::newline) --line;
    const auto in_line = [&](const HoursItem& each) { return each.first >= line; };
    const bool own_days = std::any_of(items_.begin(), items_.end(), [&](const HoursItem& each) {
        return each.kind == ItemKind::days && in_line(each);
    });
    bool days = false;
    for (auto token = at_; token < tokens_.size(); ++token) {
        const auto word = word_at(token);
        if (word == Word::newline) days = own_days;
        const auto next = word_at(token + 1);
        const bool heads = next == Word::closing_heading || next == Word::hours_heading;
        if (word == Word::newline && (heads || speaks_of_days(next))) days = true;
        if (!days && word == Word::time && (word_at(token + 1) == Word::dash || word_at(token + 1) == Word::from))
            return true;
    }
    return !own_days && std::any_of(items_.begin(), items_.end(), [&](const HoursItem& each) {
        return each.kind == ItemKind::span && !in_line(each);
    });
}

/// 営業時間 11:00～22:00 … 营业时间 11:00-22:00（周四休息）: all hours are these, in several languages.
bool ListingParser::says_its_hours_again() const {
    std::size_t spans = 0;
    const auto& last = items_.back();
    for (const auto& each : items_) {
        if (each.kind != ItemKind::span) continue;
        ++spans;
        if (each.opens.minutes != last.opens.minutes || each.closes.minutes != last.closes.minutes) return false;
    }
    return spans > 1 && !any_span_in(at_, tokens_.size());
}

/// ランチ11:30～14:00（月曜休み） ディナー17:00～22:00: the meal in whose bracket it stands.
std::optional<Meal> ListingParser::meal_beside() {
    if (mode_ != Mode::hours || depth_ == 0 || items_.empty() || items_.back().kind != ItemKind::span)
        return std::nullopt;
    const bool named = items_.size() > 1 && items_[items_.size() - 2].kind == ItemKind::meal;
    if (!named) {
        if (says_its_hours_again() || season_beside() != nullptr) return std::nullopt;
        if (!other_hours_share_its_days()) return std::nullopt;
        find(FindingKind::not_understood, Weight::doubt, "closes these hours, or all of them", range_from(at_ - 1));
        listing_.doubts.push_back({});
        return std::nullopt;
    }
    const auto& before = items_[items_.size() - 2];
    for (auto token = at_; token < tokens_.size(); ++token) {
        const bool other = word_at(token) == Word::service && static_cast<Meal>(tokens_[token].value) != before.meal;
        if (other && has_hours(beyond(token + 1, {Word::colon, Word::closing, Word::topic}))) return before.meal;
    }
    const bool others = std::any_of(items_.begin(), items_.end() - 1,
                                    [](const HoursItem& each) { return each.kind == ItemKind::span; });
    if (others) {
        find(FindingKind::not_understood, Weight::doubt, "closes this meal, or all of them", range_from(at_ - 1));
        listing_.doubts.push_back({});
    }
    return std::nullopt;
}

}  // namespace denwaban::formats::japanese

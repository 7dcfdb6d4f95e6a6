#include <algorithm>
#include <array>
#include <utility>

#include "arranger.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

namespace {

[[nodiscard]] bool speaks_of_most_days(const DayList& days) {
    unsigned count = 0;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        count += std::any_of(days.begin(), days.end(), [&](const DayItem& day) {
            return day.sort == DaySort::every_day || (day.weekdays.contains(weekday) && day.sort != DaySort::narrower);
        });
    }
    return count >= 5;
}

}  // namespace

/// Days in a bracket beside hours hold in the bracket alone.
void Arranger::begin_days(const Piece& piece) {
    const bool aside = piece.bracket && !piece.alone && !run_.empty() && !saved_days_;
    if (aside) {
        saved_days_ = std::exchange(days_, {});
        saved_bracket_ = piece.bracket;
        days_new_ = false;
    }
    if (!days_new_) days_.clear();
    // ランチ 11:30～14:00 平日 ディナー 17:00～22:00.
    const auto* next = at_ + 1 < pieces_.size() ? &pieces_[at_ + 1] : nullptr;
    const bool between = !piece.bracket && !piece.gap.line && !run_.empty() && !raw_[run_.back()].qualified &&
                         raw_[run_.back()].meal != Meal::none && next != nullptr && next->line == piece.line &&
                         next->item->kind == ItemKind::meal && next->gap.spaced;
    if (between) doubt("may be about the hours before or after", piece.item->place, {});
    // 昼 11:30～14:00、11/20は13:00～16:00: that date's hours are no lunch.
    if (meal_ == Meal::none && !are_dates(piece.item->days)) meal_ = heading_;
    auto days = piece.item->days;
    reach_ = piece.item->reach;
    days_lead_ = piece.item->leads;
    days_.insert(days_.end(), days.begin(), days.end());
    days_new_ = true;
    days_line_ = piece.line;
    days_are_apart_ = piece.gap.clause;
    const bool of_date = piece.gap.clause && are_dates(piece.item->days);
    if (days_are_alone_ = piece.gap.line; piece.gap.words || of_date) elsewhere_ = false;
}

bool Arranger::are_dates(const DayList& days) {
    return std::all_of(days.begin(), days.end(),
                       [](const DayItem& day) { return is_one_date(day.when) || is_some_dates(day.when); });
}

/// 11:00～15:00（平日）, 17:00～（日曜を除く）.
void Arranger::qualify(const Piece& piece) {
    if (run_.empty()) {
        return doubt("days, but of which hours is not clear", piece.item->place, {});
    }
    if (piece.labelled) doubt("may be the days of something else", piece.item->place, {});
    const auto reach = piece.item->reach;
    const auto dated = [](const DayItem& day) { return day.is_season; };
    if (reach != Reach::these && std::any_of(piece.item->days.begin(), piece.item->days.end(), dated)) {
        doubt("dates, but what is said of them is not clear", piece.item->place, {});
    }
    const auto& last = raw_[run_.back()];
    const bool named = last.meal != Meal::none;
    const bool all_have_days = reach == Reach::these && all_hours_have_days_after_them();
    const bool whole_run = all_have_days && (!named || days_after_hours_share_the_week());
    if (run_.size() > 1 && all_have_days && !whole_run) {
        doubt("may be about the meals before it, or about the last of them", piece.item->place, {});
    }
    if (run_.size() > 1 && !whole_run && !named) {
        doubt("may be about the hours before it, or about the last of them", piece.item->place,
              {piece.item->days, reach == Reach::except ? Reach::these : Reach::except});
    }
    const auto first = whole_run ? std::size_t{0} : run_.size() - 1;
    for (auto each = first; each < run_.size(); ++each) {
        auto& raw = raw_[run_[each]];
        raw.qualified = raw.after = true;
        const bool narrows = !raw.days.empty();
        if (narrows && reach == Reach::except) {
            listing_.doubts.push_back({piece.item->days});
            find(FindingKind::not_understood, Weight::doubt, "these days are excepted of other days",
                 piece.item->place);
            continue;
        }
        if (narrows && reach == Reach::these) {
            doubt("days, where others stand before the same hours", piece.item->place, {});
        }
        raw.days = piece.item->days;
        raw.reach = reach;
    }
    run_.clear();
    if (!piece.bracket && reach == Reach::these) {
        bare_days_.insert(bare_days_.end(), piece.item->days.begin(), piece.item->days.end());
        bare_place_ = piece.item->place;
    }
}

/// 平日 and 土日祝: each day of the week once.
bool Arranger::days_after_hours_share_the_week() const {
    std::array<int, 7> said{};
    for (const auto& piece : pieces_) {
        if (piece.item->kind != ItemKind::days || !piece.after) continue;
        for (unsigned weekday = 0; weekday < 7; ++weekday) {
            for (const auto& day : piece.item->days) said[weekday] += day.weekdays.contains(weekday) ? 1 : 0;
        }
    }
    return std::all_of(said.begin(), said.end(), [](int times) { return times == 1; });
}

bool Arranger::all_hours_have_days_after_them() {
    if (all_have_days_after_them_) return *all_have_days_after_them_;
    bool open = false;
    for (const auto& piece : pieces_) {
        if (piece.item->kind == ItemKind::span && !(piece.bracket && piece.round)) open = true;
        if (piece.item->kind == ItemKind::days && piece.after) open = false;
    }
    all_have_days_after_them_ = !open;
    return !open;
}

/// 月～金 ランチ …⏎ディナー …⏎土 ディナー …: Saturday's dinner is not that of the line above.
bool Arranger::other_days_have_their_own(const RawService& carried) const {
    return std::any_of(raw_.begin(), raw_.end(), [&](const RawService& other) {
        return !other.dropped && other.meal == carried.meal && other.qualified &&
               other.days_place != carried.days_place;
    });
}

/// 18:00～23:00 月曜日、日曜日: open on these days, or closed.
void Arranger::doubt_bare_days() {
    for (const auto carried : carried_) {
        if (other_days_have_their_own(raw_[carried])) continue;
        doubt("whether the days of the line before are meant too is not clear", raw_[carried].span->place,
              {raw_[carried].days, Reach::except});
    }
    if (days_new_) {
        doubt("days, but nothing is said of them", days_.back().place, {days_});
    }
    if (bare_days_.empty() || speaks_of_most_days(bare_days_)) return;
    doubt("may be the days of these hours, or closing days", bare_place_, {});
}

/// 11/12は12時から 営業時間：11:00～20:00: perhaps until the end of the hours that follow.
void Arranger::doubt_dates_without_an_end() {
    const auto shared = std::find_if(raw_.begin(), raw_.end(), [](const RawService& raw) {
        return !raw.dropped && (raw.days.empty() || !are_seasons(raw.days));
    });
    if (shared == raw_.end()) return;
    for (auto raw = raw_.begin(); raw != shared; ++raw) {
        const bool goes_on = !raw->dropped && !raw->span->end_known && are_dates(raw->days);
        if (goes_on) doubt("until when on this date is not said", raw->span->place, {raw->days});
    }
}

}  // namespace denwaban::formats::japanese

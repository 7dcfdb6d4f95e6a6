#include <algorithm>
#include <utility>

#include "arranger.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

void Arranger::change(const Piece& piece) {
    RawChange change{days_new_ ? days_ : DayList{}, piece.item, std::nullopt, run_};
    const auto kind = piece.item->kind;
    const bool of_days = kind == ItemKind::until || kind == ItemKind::since;
    if (kind == ItemKind::pause && !days_new_) change.days = days_;
    if (!piece.item->days.empty()) change.days = piece.item->days;
    // 土日祝は通しで21:30まで.
    const bool goes_on = of_days && change.days.empty() && at_ > 0 && !changes_.empty() &&
                         pieces_[at_ - 1].item->kind == ItemKind::goes_through && pieces_[at_ - 1].line == piece.line;
    if (goes_on) change.days = changes_.back().days;
    if (!raw_.empty()) change.of = run_.empty() ? last_of_the_house() : run_.back();
    const bool of_meal = at_ > 0 && pieces_[at_ - 1].item->kind == ItemKind::meal;
    if (of_days && of_meal && days_new_ && meal_ != Meal::none && !raw_.empty()) {
        if (const auto of = only_opening_of(std::exchange(meal_, Meal::none))) {
            change.of = of;
            change.candidates = {*of};
        } else {
            doubt("another end, but of which hours is not clear", piece.item->place, {days_});
        }
    }
    if (elsewhere_ && days_new_ && !piece.bracket) {
        doubt("may be of something else, or of the house", piece.item->place, {});
        days_.clear();
        days_new_ = false;
        return;
    }
    const bool explains = repeats_ && run_.empty() && !raw_.empty();
    // ■営業時間⏎※11/21(土)は20:00まで.
    if (!elsewhere_ && explains && of_days && !change.days.empty())
        doubt("another end, but of which hours is not clear", piece.item->place, {change.days});
    if (elsewhere_ || explains) {
        if (days_new_) days_.clear();
        days_new_ = false;
        return find(FindingKind::remark, Weight::note, "explains hours said before", piece.item->place);
    }
    if (of_days && !days_new_ && piece.item->said_until && !raw_.empty() && !days_.empty()) change.days = days_;
    // 11月11日（水）は15時閉店 通常営業：10時～19時: the hours that it changes follow.
    const bool only_dates = std::all_of(raw_.begin(), raw_.end(), [](const RawService& raw) {
        return raw.dropped || (!raw.days.empty() && are_dates(raw.days));
    });
    if (of_days && !change.days.empty() && only_dates && !saved_days_) {
        waiting_.push_back(std::move(change));
        days_.clear();
        days_new_ = false;
        return;
    }
    // 11/27（金）は10時から15時まで 11/26（木）は17時閉店: not of the date before.
    const auto beside = change.of;
    for (auto of = change.of; of_days && of && are_seasons(raw_[*of].days) && !raw_[*of].days.empty();)
        change.of = of = *of == 0 ? std::nullopt : std::optional{*of - 1};
    if (saved_days_) change.of = beside;  // 11/20 10:00～18:00（土日は17:00まで）
    if (change.of != beside) change.candidates = openings_of_line(*change.of);
    if (raw_.empty() || (of_days && change.days.empty())) {
        find(FindingKind::not_understood, Weight::loss, "a time, but of which days is not clear", piece.item->place);
        listing_.doubts.push_back({});
        return;
    }
    changes_.push_back(std::move(change));
    changed_last_ = kind == ItemKind::until;
    if ((kind != ItemKind::pause && piece.item->days.empty()) || days_new_) {
        days_new_ = false;
        if (!saved_days_) days_.clear();
    }
}

/// The last opening that is no hours of something else, if there is one.
std::size_t Arranger::last_of_the_house() const {
    auto last = raw_.size() - 1;
    while (last > 0 && raw_[last].dropped) --last;
    return raw_[last].dropped ? raw_.size() - 1 : last;
}

/// Of days that are no dates.
std::vector<std::size_t> Arranger::openings_of_line(std::size_t of) const {
    std::vector<std::size_t> openings;
    for (std::size_t at = 0; at < raw_.size(); ++at) {
        const auto& raw = raw_[at];
        const bool dated = !raw.days.empty() && are_seasons(raw.days);
        if (!raw.dropped && !dated && raw.line == raw_[of].line) openings.push_back(at);
    }
    return openings;
}

/// Of the last opening of the first day that has any.
void Arranger::find_what_waiting_changes_are_of() {
    auto first = std::find_if(raw_.begin(), raw_.end(), [](const RawService& raw) {
        return !raw.dropped && (raw.days.empty() || !are_seasons(raw.days));
    });
    std::vector<std::size_t> candidates;
    // 催事最終日は16時終了　10月28日～11月3日 10:00～19:00.
    if (first == raw_.end())
        first = std::find_if(raw_.begin(), raw_.end(), [](const RawService& raw) {
            return !raw.dropped && std::none_of(raw.days.begin(), raw.days.end(),
                                                [](const DayItem& day) { return is_one_date(day.when); });
        });
    if (first != raw_.end() && are_seasons(first->days) && !first->days.empty())
        candidates.push_back(static_cast<std::size_t>(first - raw_.begin()));
    else if (first != raw_.end())
        candidates = openings_of_line(static_cast<std::size_t>(first - raw_.begin()));
    for (auto& change : waiting_) {
        change.candidates = candidates;
        if (!candidates.empty()) change.of = candidates.back();
        changes_.push_back(std::move(change));
    }
}

}  // namespace denwaban::formats::japanese

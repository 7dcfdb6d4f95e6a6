#include <algorithm>
#include <utility>

#include "arranger.hpp"

namespace denwaban::formats::japanese {

void Arranger::begin_elsewhere(const Piece& piece) {
    const bool labels = piece.alone && !run_.empty() && piece.bracket && !piece.gap.line;
    if (labels) {
        raw_[run_.back()].dropped = true;
        return find(FindingKind::remark, Weight::note, "hours of something else", piece.item->place);
    }
    elsewhere_ = elsewhere_new_ = true;
    // 11/20 10:30～16:00　電話受付 10:00～18:00　ランチ 11:00～14:30.
    if (!days_new_ && are_dates(days_)) days_.clear();
    // 【電話受付】10:00～16:00: the hours stand behind the bracket.
    elsewhere_bracket_ = piece.alone ? std::nullopt : piece.bracket;
}

void Arranger::add_span(const Piece& piece) {
    changed_last_ = false;
    // 電話受付10:00～17:00 11:00～22:00: nobody answers the telephone twice at a time.
    if (elsewhere_ && !elsewhere_new_ && !raw_.empty() && raw_.back().dropped && overlap(raw_.back(), *piece.item))
        elsewhere_ = false;
    if (run_line_ != piece.line) run_.clear();
    run_line_ = piece.line;
    const bool more = instead_bracket_ && piece.bracket == instead_bracket_ && !piece.gap.line;
    if (saved_days_ && (days_new_ || more) && !days_lead_ && !run_.empty()) return add_instead(piece);
    RawService raw{piece.item, std::exchange(meal_, Meal::none), days_};
    if (piece.item->crosses_meals) raw.meal = Meal::none;
    leave_date_before(piece, raw);
    if (piece.labelled && hours_said_ && !elsewhere_) {
        doubt("may be the hours of something else", piece.item->place, {});
    }
    raw.heads = heading_ != Meal::none && heading_ == raw.meal && days_new_;
    if (raw.heads && lasts_from_lunch_to_dinner(*piece.item)) raw.meal = Meal::none, raw.heads = false;
    const bool of_part = std::exchange(part_new_, false);
    if (of_part && (lies_within_hours_said(*piece.item) || (piece.bracket && lies_within_hours_beside(*piece.item)))) {
        return find(FindingKind::repetition, Weight::note, "within hours said before", piece.item->place);
    }
    raw.qualified = !days_.empty();
    raw.reach = days_.empty() ? Reach::these : reach_;
    raw.repeats = repeats_;
    raw.dropped = elsewhere_;
    raw.section = section_;
    raw.line = piece.line;
    raw.days_place = days_.empty() ? 0 : days_.front().place.bytes.begin + 1;
    if (elsewhere_) find(FindingKind::remark, Weight::note, "hours of something else", piece.item->place);
    elsewhere_new_ = false;
    const bool carried = !days_.empty() && !days_new_ && days_line_ != piece.line && meal_line_ == piece.line &&
                         raw.meal != Meal::none && !days_are_on_a_line_of_their_own_;
    if (carried && !raw.dropped) carried_.push_back(raw_.size());
    // 平日のみ夜 17:00～22:00／昼 11:00～15:00.
    const bool other_meal = !days_.empty() && !days_new_ && reach_ == Reach::only && days_line_ == piece.line &&
                            !raw_.empty() && raw.meal != Meal::none && raw_.back().meal != Meal::none;
    if (other_meal && raw_.back().meal != raw.meal && !raw.dropped)
        doubt("of these days too, or of all", piece.item->place, {days_, Reach::except});
    if (days_new_) days_are_on_a_line_of_their_own_ = days_line_ != piece.line;
    days_new_ = false;
    if (!raw.dropped) run_.push_back(raw_.size());
    hours_said_ |= !raw.dropped;
    raw_.push_back(std::move(raw));
}

/// 11/11 10:00～14:00 ランチ 11:30～14:00 ディナー 17:00～22:00: the meals are not served on that date alone.
/// 11/14は11:30～15:00 11:30～15:00 17:00～21:00: nor is the same said of it twice.
void Arranger::leave_date_before(const Piece& piece, RawService& raw) {
    if (days_new_ || days_.empty() || raw_.empty() || elsewhere_) return;
    const auto& before = raw_.back();
    const bool of_same_days = !before.dropped && before.days_place == days_.front().place.bytes.begin + 1;
    const bool of_date = of_same_days && before.line == piece.line && before.meal == Meal::none;
    const bool only_dates = std::all_of(raw_.begin(), raw_.end(), [](const RawService& each) {
        return each.dropped || (!each.days.empty() && are_seasons(each.days));
    });
    if (!only_dates || !are_seasons(days_)) return;
    if (of_same_days && says_the_same(*before.span, *piece.item)) {
        days_.clear();
        raw.days.clear();
        return;
    }
    if (!of_date || raw.meal == Meal::none) return;
    const bool follows = before.span->end_known && before.span->opens.minutes < before.span->closes.minutes &&
                         before.span->closes.minutes <= piece.item->opens.minutes;
    if (follows) return doubt("may be of the date before it, or of all days", piece.item->place, {});
    days_.clear();
    raw.days.clear();
}

/// 夜 17:00～21:00⏎日祝は11:00～20:00: of the house, and not of the meal that was said before.
bool Arranger::lasts_from_lunch_to_dinner(const HoursItem& span) const {
    constexpr int end_of_lunch = 15 * 60, dinner = 19 * 60;
    if (!span.end_known) return false;
    const auto read = read_span(span.opens, span.closes, Meal::none, face_);
    return read.reading == Reading::certain && read.opens < end_of_lunch && read.closes >= dinner;
}

/// 4月～11月 9:00～18:00（食堂は11:00～15:00）.
bool Arranger::lies_within_hours_beside(const HoursItem& span) const {
    if (run_.empty() || !span.end_known) return false;
    const auto& of = *raw_[run_.back()].span;
    return of.end_known && of.opens.half == span.opens.half && of.closes.half == span.closes.half &&
           of.opens.minutes <= span.opens.minutes && span.closes.minutes <= of.closes.minutes;
}

bool Arranger::says_the_same(const HoursItem& a, const HoursItem& b) {
    const auto alike = [](const Clock& x, const Clock& y) { return x.minutes == y.minutes && x.half == y.half; };
    return a.end_known == b.end_known && alike(a.opens, b.opens) && alike(a.closes, b.closes);
}

bool Arranger::overlap(const RawService& before, const HoursItem& span) {
    const auto& of = *before.span;
    return of.end_known && span.end_known && span.opens.minutes < of.closes.minutes &&
           of.opens.minutes < span.closes.minutes;
}

/// 7:30～18:00 イートイン8:00～17:00: of a part of the house.
bool Arranger::lies_within_hours_said(const HoursItem& span) const {
    return days_.empty() && span.end_known && std::any_of(raw_.begin(), raw_.end(), [&](const RawService& raw) {
               const auto plain = [](const HoursItem& each) {
                   return each.end_known && each.opens.minutes < each.closes.minutes;
               };
               return !raw.dropped && raw.days.empty() && plain(*raw.span) && plain(span) &&
                      raw.span->opens.half == span.opens.half && raw.span->closes.half == span.closes.half &&
                      raw.span->opens.minutes <= span.opens.minutes && span.closes.minutes <= raw.span->closes.minutes;
           });
}

/// 平日16時～19時（土曜は14～17時）.
void Arranger::add_instead(const Piece& piece) {
    RawChange change{days_, piece.item, run_.back(), run_};
    change.instead = true;
    // （土日は昼11時～15時、夜17時～22時）.
    change.meal = std::exchange(meal_, Meal::none);
    const auto same_meal = [&](std::size_t raw) { return raw_[raw].meal == change.meal; };
    const auto of = std::find_if(run_.begin(), run_.end(), same_meal);
    if (change.meal != Meal::none && of != run_.end()) change.of = *of;
    if (change.meal != Meal::none && of == run_.end()) change.of = only_opening_of(change.meal).value_or(run_.back());
    instead_bracket_ = piece.bracket;
    days_new_ = false;
    changes_.push_back(std::move(change));
}

}  // namespace denwaban::formats::japanese

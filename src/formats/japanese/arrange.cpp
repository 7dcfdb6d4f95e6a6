#include <algorithm>
#include <utility>

#include "arranger.hpp"

namespace denwaban::formats::japanese {

Arranger::Arranger(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing)
    : listing_(listing), pieces_(pieces_of(items, tokens)) {
    for (const auto& item : items) {
        for (const auto& clock : {item.opens, item.closes}) {
            if (clock.minutes >= 13 * 60) face_ = ClockFace::twenty_four_hours;
            halves_said_ |= clock.half != HalfDay::unsaid;
        }
    }
}

void Arranger::run() && {
    find_sides(pieces_);
    find_columns();
    for (at_ = 0; at_ < pieces_.size(); ++at_) place(pieces_[at_]);
    doubt_bare_days();
    first_group_ = listing_.groups.size();
    for (const auto& raw : raw_) {
        if (!raw.qualified && !raw.dropped) shared_sections_.insert(raw.section);
    }
    find_what_waiting_changes_are_of();
    doubt_dates_without_an_end();
    for (auto& raw : raw_) settle(raw);
    for (auto& change : changes_) settle(change);
}

/// 曜日｜昼｜夜: two meals and no hours on a line are the head of a table.
void Arranger::find_columns() {
    for (std::size_t first = 0; first < pieces_.size();) {
        auto last = first;
        bool meals = true;
        for (; last < pieces_.size() && pieces_[last].line == pieces_[first].line; ++last)
            meals &= pieces_[last].item->kind == ItemKind::meal;
        if (meals && last - first > 1 && last < pieces_.size()) columns_.insert(pieces_[first].line);
        first = last;
    }
}

/// 土日祝 11:00～23:00（通し）: on these days, and in place of the hours of all.
bool Arranger::says_that_its_span_goes_through(const Piece& piece) const {
    const auto at = static_cast<std::size_t>(&piece - pieces_.data());
    const auto is_span = [&](std::size_t other) {
        return pieces_[other].item->kind == ItemKind::span && pieces_[other].line == piece.line;
    };
    return (at + 1 < pieces_.size() && is_span(at + 1)) ||
           (at > 0 && is_span(at - 1) && (piece.alone || run_.size() == 1) && !run_.empty() &&
            raw_[run_.back()].qualified);
}

void Arranger::place(const Piece& piece) {
    leave_what_has_ended(piece);
    if (piece.item->kind == ItemKind::meal && columns_.contains(piece.line)) return;
    // ハッピーアワー 17:00～19:00（日～木）.
    const bool of_hours_elsewhere = elsewhere_ && piece.after && !raw_.empty() && raw_.back().dropped &&
                                    !(piece.gap.clause && are_dates(piece.item->days));
    if (((elsewhere_new_ || of_hours_elsewhere) && piece.item->kind == ItemKind::days && !piece.gap.line) ||
        piece.elsewhere) {
        // 配達は土日のみ.
        return find(FindingKind::remark, Weight::note, "days of something else", piece.item->place);
    }
    if (piece.item->kind == ItemKind::goes_through && says_that_its_span_goes_through(piece)) {
        meal_ = heading_ = Meal::none;
        if (!run_.empty()) raw_[run_.back()].meal = Meal::none;
        return;
    }
    switch (piece.item->kind) {
        case ItemKind::days:
            if (piece.either) doubt("may be about the hours before or after", piece.item->place, {});
            return piece.after ? qualify(piece) : begin_days(piece);
        case ItemKind::meal:
            if (days_of_a_meal_said_before(piece)) return;
            return piece.after ? name(piece) : begin_meal(piece);
        case ItemKind::span:
            return add_span(piece);
        case ItemKind::last_order:
            return add_order(piece);
        case ItemKind::until:
        case ItemKind::since:
        case ItemKind::goes_through:
        case ItemKind::pause:
            return change(piece);
        case ItemKind::elsewhere:
            return begin_elsewhere(piece);
        case ItemKind::eat_in:
            part_new_ = hours_said_ && !elsewhere_;
            elsewhere_ = false;
            return;
        case ItemKind::heading:
            return begin_section();
        case ItemKind::closed:
            if (days_new_) doubt("days, but nothing is said of them", days_.back().place, {days_});
            days_.clear();
            days_new_ = false;
            elsewhere_ &= elsewhere_new_;
            run_.clear();
            return;
        case ItemKind::unread:
            listing_.doubts.push_back({days_line_ == piece.line ? days_ : DayList{}});
    }
}

void Arranger::leave_what_has_ended(const Piece& piece) {
    const bool left_bracket = elsewhere_bracket_ && piece.bracket != elsewhere_bracket_;
    if (piece.gap.line || left_bracket || (piece.gap.words && !elsewhere_new_)) elsewhere_ = false;
    if (left_bracket) elsewhere_bracket_.reset();
    if (saved_days_ && piece.bracket != saved_bracket_) {
        // 11:00～14:00 [土日] 12:00～15:00: a bracket that has no hours stands before those that follow.
        if (!days_new_) days_ = std::move(*saved_days_);
        saved_days_.reset();
    }
}

void Arranger::begin_section() {
    // 営業日：金土日⏎営業時間：9:30～17:30.
    if (days_new_) doubt("days under a heading of their own", days_.back().place, {});
    const bool said = std::any_of(raw_.begin(), raw_.end(), [](const RawService& raw) {
        return !raw.dropped && (raw.days.empty() || !are_seasons(raw.days));
    });
    repeats_ = repeats_ || (hours_said_ && said) || !listing_.groups.empty();
    ++section_;
    days_.clear();
    days_new_ = false;
    meal_ = Meal::none;
    if (!elsewhere_new_) elsewhere_ = false;
    run_.clear();
}

void arrange(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing) {
    Arranger{items, tokens, listing}.run();
}

}  // namespace denwaban::formats::japanese

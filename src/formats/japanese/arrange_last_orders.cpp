#include <algorithm>
#include <utility>

#include "arranger.hpp"

namespace denwaban::formats::japanese {

void Arranger::add_order(const Piece& piece) {
    if (elsewhere_) return find(FindingKind::remark, Weight::note, "a last order of something else", piece.item->place);
    if (changed_last_ && !piece.gap.line) {
        return find(FindingKind::remark, Weight::note, "a last order before another end", piece.item->place);
    }
    if (saved_days_ && days_new_) {
        return find(FindingKind::not_understood, Weight::doubt, "a last order of some days", piece.item->place);
    }
    if (repeats_ && run_.empty())
        return find(FindingKind::repetition, Weight::note, "explains hours said before", piece.item->place);
    if (raw_.empty() || raw_.back().dropped) {
        return find(FindingKind::not_understood, Weight::loss, "a last order, but of no opening", piece.item->place);
    }
    if (order_of_a_meal(piece)) return;
    auto& orders = raw_.back().orders;
    orders.push_back(piece.item);
    // L.O.14:30／21:30 after two openings: one of each.
    if (run_.empty() && orders_of_all_hours()) return;
    if (orders.size() != run_.size() || run_.size() < 2) return;
    const auto alike = [&](const HoursItem* each) { return each->order == orders.front()->order; };
    const auto has_none = [&](std::size_t raw) { return &raw_[raw] == &raw_.back() || raw_[raw].orders.empty(); };
    if (!std::all_of(orders.begin(), orders.end(), alike) || !std::all_of(run_.begin(), run_.end(), has_none)) return;
    const auto all = std::exchange(orders, {});
    for (std::size_t i = 0; i < run_.size(); ++i) raw_[run_[i]].orders = {all[i]};
}

/// 11:00～15:00 17:00～22:00（ランチL.O.14:30、ディナーL.O.21:00）: of the opening that serves it; of none alone if
/// one serves both.
bool Arranger::order_of_a_meal(const Piece& piece) {
    if (at_ == 0 || pieces_[at_ - 1].item->kind != ItemKind::meal || meal_ == Meal::none) return false;
    const auto& before = pieces_[at_ - 1];
    if (before.line != piece.line || before.bracket != piece.bracket) return false;
    const auto meal = std::exchange(meal_, Meal::none);
    if (raw_.back().meal == meal) return false;
    if (const auto of = only_opening_of(meal); of && run_.size() > 1) {
        raw_[*of].orders.push_back(piece.item);
    } else {
        find(FindingKind::remark, Weight::note, "the last order of a meal", piece.item->place);
    }
    return true;
}

/// 11:00～15:00⏎17:00～22:00⏎ラストオーダー　14:30、21:30.
bool Arranger::orders_of_all_hours() {
    const auto count = raw_.back().orders.size();
    if (count < 2 || count != raw_.size()) return false;
    const auto others = [&](const RawService& each) { return &each == &raw_.back() || each.orders.empty(); };
    if (!std::all_of(raw_.begin(), raw_.end(), others)) return false;
    const auto all = std::exchange(raw_.back().orders, {});
    for (std::size_t i = 0; i < count; ++i) raw_[i].orders = {all[i]};
    return true;
}

}  // namespace denwaban::formats::japanese

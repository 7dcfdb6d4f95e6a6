#include "arranger.hpp"

namespace denwaban::formats::japanese {

void Arranger::begin_meal(const Piece& piece) {
    meal_ = piece.item->meal;
    // 【ランチ】平日 … 【ディナー】…: the days stood under the heading before.
    if (heading_ != Meal::none && !days_new_) days_.clear();
    heading_ = days_new_ || !days_.empty() ? Meal::none : meal_;
    // ご予約受付：10:30～16:30／夜 17:30～22:30.
    const bool of_house =
        piece.gap.clause && !elsewhere_new_ && !raw_.empty() && raw_.back().dropped && raw_.back().meal == Meal::none;
    if (piece.gap.words || of_house) elsewhere_ = false;
    meal_line_ = piece.line;
}

/// 昼 11:00～14:00 夜 17:00～21:00（夜は金・土のみ）.
bool Arranger::days_of_a_meal_said_before(const Piece& piece) {
    const auto* days = at_ + 1 < pieces_.size() ? &pieces_[at_ + 1] : nullptr;
    const auto* next = at_ + 2 < pieces_.size() ? &pieces_[at_ + 2] : nullptr;
    if (days == nullptr || days->item->kind != ItemKind::days || days->item->reach == Reach::these ||
        days->line != piece.line || days->bracket != piece.bracket)
        return false;
    if (next != nullptr && next->bracket == piece.bracket && next->line == piece.line) return false;
    RawService* said = nullptr;
    for (auto& raw : raw_) {
        if (raw.meal != piece.item->meal || raw.dropped) continue;
        if (said != nullptr || raw.qualified) return false;
        said = &raw;
    }
    if (said == nullptr) return false;
    said->days = days->item->days;
    said->reach = days->item->reach;
    said->qualified = said->after = true;
    ++at_;
    return true;
}

/// 11:30～14:00（ランチ）.
void Arranger::name(const Piece& piece) {
    if (!run_.empty()) raw_[run_.back()].meal = piece.item->meal;
}

/// （日曜は夜の営業を20:00で終了）.
std::optional<std::size_t> Arranger::only_opening_of(Meal meal) const {
    std::optional<std::size_t> found;
    for (const auto each : run_) {
        const auto& raw = raw_[each];
        const int opens = raw.span->opens.minutes;
        const auto by_clock = opens >= 15 * 60 ? Meal::dinner : opens >= 10 * 60 ? Meal::lunch : Meal::breakfast;
        if ((raw.meal == Meal::none ? by_clock : raw.meal) != meal) continue;
        if (found) return std::nullopt;
        found = each;
    }
    return found;
}

}  // namespace denwaban::formats::japanese

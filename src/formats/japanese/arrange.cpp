#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "clocks.hpp"
#include "pieces.hpp"
#include "week.hpp"

namespace denwaban::formats::japanese {

namespace {

/// An opening on its way into a group: its times are read when its meal is known.
struct RawService {
    const HoursItem* span = nullptr;
    Meal meal = Meal::none;
    DayList days{};
    Reach reach = Reach::these;
    bool qualified = false;  ///< days stand with it, on either side
    bool repeats = false;
    bool dropped = false;  ///< the hours of something else
    bool after = false;    ///< and they stand after it
    bool heads = false;    ///< its meal stands before its days
    std::size_t section = 0;
    std::size_t line = 0;
    std::size_t days_place = 0;  ///< where its days stand
    std::vector<const HoursItem*> orders{};
};

struct RawChange {
    DayList days{};
    const HoursItem* said = nullptr;
    std::optional<std::size_t> of{};
    std::vector<std::size_t> candidates{};  ///< the openings of its line, any of which it may be about
    bool instead = false;
    Meal meal = Meal::none;  ///< of what stands in place of another
};

[[nodiscard]] bool speaks_of_most_days(const DayList& days) {
    unsigned count = 0;
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        count += std::any_of(days.begin(), days.end(), [&](const DayItem& day) {
            return day.sort == DaySort::every_day || (day.weekdays.contains(weekday) && day.sort != DaySort::narrower);
        });
    }
    return count >= 5;
}

class Arranger {
public:
    Arranger(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing)
        : listing_(listing), pieces_(pieces_of(items, tokens)) {
        for (const auto& item : items) {
            for (const auto& clock : {item.opens, item.closes}) {
                if (clock.minutes >= 13 * 60) face_ = ClockFace::twenty_four_hours;
                halves_said_ |= clock.half != HalfDay::unsaid;
            }
        }
    }

    void run() && {
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

private:
    void find(FindingKind kind, Weight weight, std::string message, const Place& place) {
        listing_.findings.push_back({kind, weight, std::move(message), place.bytes, {}, place.part, {}});
    }
    void doubt(std::string message, const Place& place, OpenToDoubt days) {
        find(FindingKind::not_understood, Weight::doubt, std::move(message), place);
        listing_.doubts.push_back(std::move(days));
    }

    /// 曜日｜昼｜夜: two meals and no hours on a line are the head of a table.
    void find_columns() {
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
    [[nodiscard]] bool says_that_its_span_goes_through(const Piece& piece) const {
        const auto at = static_cast<std::size_t>(&piece - pieces_.data());
        const auto is_span = [&](std::size_t other) {
            return pieces_[other].item->kind == ItemKind::span && pieces_[other].line == piece.line;
        };
        return (at + 1 < pieces_.size() && is_span(at + 1)) ||
               (at > 0 && is_span(at - 1) && (piece.alone || run_.size() == 1) && !run_.empty() &&
                raw_[run_.back()].qualified);
    }

    void place(const Piece& piece) {
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

    void leave_what_has_ended(const Piece& piece) {
        const bool left_bracket = elsewhere_bracket_ && piece.bracket != elsewhere_bracket_;
        if (piece.gap.line || left_bracket || (piece.gap.words && !elsewhere_new_)) elsewhere_ = false;
        if (left_bracket) elsewhere_bracket_.reset();
        if (saved_days_ && piece.bracket != saved_bracket_) {
            // 11:00～14:00 [土日] 12:00～15:00: a bracket that has no hours stands before those that follow.
            if (!days_new_) days_ = std::move(*saved_days_);
            saved_days_.reset();
        }
    }

    void begin_section() {
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

    /// Days in a bracket beside hours hold in the bracket alone.
    void begin_days(const Piece& piece) {
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

    void begin_meal(const Piece& piece) {
        meal_ = piece.item->meal;
        // 【ランチ】平日 … 【ディナー】…: the days stood under the heading before.
        if (heading_ != Meal::none && !days_new_) days_.clear();
        heading_ = days_new_ || !days_.empty() ? Meal::none : meal_;
        // ご予約受付：10:30～16:30／夜 17:30～22:30.
        const bool of_house = piece.gap.clause && !elsewhere_new_ && !raw_.empty() && raw_.back().dropped &&
                              raw_.back().meal == Meal::none;
        if (piece.gap.words || of_house) elsewhere_ = false;
        meal_line_ = piece.line;
    }

    /// 昼 11:00～14:00 夜 17:00～21:00（夜は金・土のみ）.
    [[nodiscard]] bool days_of_a_meal_said_before(const Piece& piece) {
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

    void begin_elsewhere(const Piece& piece) {
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

    void add_span(const Piece& piece) {
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
        const bool of_part = std::exchange(part_new_, false);
        if (of_part &&
            (lies_within_hours_said(*piece.item) || (piece.bracket && lies_within_hours_beside(*piece.item)))) {
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
    void leave_date_before(const Piece& piece, RawService& raw) {
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

    /// 4月～11月 9:00～18:00（食堂は11:00～15:00）.
    [[nodiscard]] bool lies_within_hours_beside(const HoursItem& span) const {
        if (run_.empty() || !span.end_known) return false;
        const auto& of = *raw_[run_.back()].span;
        return of.end_known && of.opens.half == span.opens.half && of.closes.half == span.closes.half &&
               of.opens.minutes <= span.opens.minutes && span.closes.minutes <= of.closes.minutes;
    }

    [[nodiscard]] static bool says_the_same(const HoursItem& a, const HoursItem& b) {
        const auto alike = [](const Clock& x, const Clock& y) { return x.minutes == y.minutes && x.half == y.half; };
        return a.end_known == b.end_known && alike(a.opens, b.opens) && alike(a.closes, b.closes);
    }

    [[nodiscard]] static bool overlap(const RawService& before, const HoursItem& span) {
        const auto& of = *before.span;
        return of.end_known && span.end_known && span.opens.minutes < of.closes.minutes &&
               of.opens.minutes < span.closes.minutes;
    }

    /// 7:30～18:00 イートイン8:00～17:00: of a part of the house.
    [[nodiscard]] bool lies_within_hours_said(const HoursItem& span) const {
        return days_.empty() && span.end_known && std::any_of(raw_.begin(), raw_.end(), [&](const RawService& raw) {
                   const auto plain = [](const HoursItem& each) {
                       return each.end_known && each.opens.minutes < each.closes.minutes;
                   };
                   return !raw.dropped && raw.days.empty() && plain(*raw.span) && plain(span) &&
                          raw.span->opens.half == span.opens.half && raw.span->closes.half == span.closes.half &&
                          raw.span->opens.minutes <= span.opens.minutes &&
                          span.closes.minutes <= raw.span->closes.minutes;
               });
    }

    /// 平日16時～19時（土曜は14～17時）.
    void add_instead(const Piece& piece) {
        RawChange change{days_, piece.item, run_.back(), run_};
        change.instead = true;
        // （土日は昼11時～15時、夜17時～22時）.
        change.meal = std::exchange(meal_, Meal::none);
        const auto same_meal = [&](std::size_t raw) { return raw_[raw].meal == change.meal; };
        const auto of = std::find_if(run_.begin(), run_.end(), same_meal);
        if (change.meal != Meal::none && of != run_.end()) change.of = *of;
        if (change.meal != Meal::none && of == run_.end())
            change.of = only_opening_of(change.meal).value_or(run_.back());
        instead_bracket_ = piece.bracket;
        days_new_ = false;
        changes_.push_back(std::move(change));
    }

    void add_order(const Piece& piece) {
        if (elsewhere_)
            return find(FindingKind::remark, Weight::note, "a last order of something else", piece.item->place);
        if (changed_last_ && !piece.gap.line) {
            return find(FindingKind::remark, Weight::note, "a last order before another end", piece.item->place);
        }
        if (saved_days_ && days_new_) {
            return find(FindingKind::not_understood, Weight::doubt, "a last order of some days", piece.item->place);
        }
        if (repeats_ && run_.empty())
            return find(FindingKind::repetition, Weight::note, "explains hours said before", piece.item->place);
        if (raw_.empty() || raw_.back().dropped) {
            return find(FindingKind::not_understood, Weight::loss, "a last order, but of no opening",
                        piece.item->place);
        }
        if (order_of_a_meal(piece)) return;
        auto& orders = raw_.back().orders;
        orders.push_back(piece.item);
        // L.O.14:30／21:30 after two openings: one of each.
        if (run_.empty() && orders_of_all_hours()) return;
        if (orders.size() != run_.size() || run_.size() < 2) return;
        const auto alike = [&](const HoursItem* each) { return each->order == orders.front()->order; };
        const auto has_none = [&](std::size_t raw) { return &raw_[raw] == &raw_.back() || raw_[raw].orders.empty(); };
        if (!std::all_of(orders.begin(), orders.end(), alike) || !std::all_of(run_.begin(), run_.end(), has_none))
            return;
        const auto all = std::exchange(orders, {});
        for (std::size_t i = 0; i < run_.size(); ++i) raw_[run_[i]].orders = {all[i]};
    }

    /// 11:00～15:00 17:00～22:00（ランチL.O.14:30、ディナーL.O.21:00）: of the opening that serves it; of none alone if
    /// one serves both.
    [[nodiscard]] bool order_of_a_meal(const Piece& piece) {
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
    [[nodiscard]] bool orders_of_all_hours() {
        const auto count = raw_.back().orders.size();
        if (count < 2 || count != raw_.size()) return false;
        const auto others = [&](const RawService& each) { return &each == &raw_.back() || each.orders.empty(); };
        if (!std::all_of(raw_.begin(), raw_.end(), others)) return false;
        const auto all = std::exchange(raw_.back().orders, {});
        for (std::size_t i = 0; i < count; ++i) raw_[i].orders = {all[i]};
        return true;
    }

    /// 11:30～14:00（ランチ）.
    void name(const Piece& piece) {
        if (!run_.empty()) raw_[run_.back()].meal = piece.item->meal;
    }

    /// 11:00～15:00（平日）, 17:00～（日曜を除く）.
    void qualify(const Piece& piece) {
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
    [[nodiscard]] bool days_after_hours_share_the_week() const {
        std::array<int, 7> said{};
        for (const auto& piece : pieces_) {
            if (piece.item->kind != ItemKind::days || !piece.after) continue;
            for (unsigned weekday = 0; weekday < 7; ++weekday) {
                for (const auto& day : piece.item->days) said[weekday] += day.weekdays.contains(weekday) ? 1 : 0;
            }
        }
        return std::all_of(said.begin(), said.end(), [](int times) { return times == 1; });
    }

    [[nodiscard]] bool all_hours_have_days_after_them() {
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
    [[nodiscard]] bool other_days_have_their_own(const RawService& carried) const {
        return std::any_of(raw_.begin(), raw_.end(), [&](const RawService& other) {
            return !other.dropped && other.meal == carried.meal && other.qualified &&
                   other.days_place != carried.days_place;
        });
    }

    /// 18:00～23:00 月曜日、日曜日: open on these days, or closed.
    void doubt_bare_days() {
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
    void doubt_dates_without_an_end() {
        const auto shared = std::find_if(raw_.begin(), raw_.end(), [](const RawService& raw) {
            return !raw.dropped && (raw.days.empty() || !are_seasons(raw.days));
        });
        if (shared == raw_.end()) return;
        for (auto raw = raw_.begin(); raw != shared; ++raw) {
            const bool goes_on = !raw->dropped && !raw->span->end_known && are_dates(raw->days);
            if (goes_on) doubt("until when on this date is not said", raw->span->place, {raw->days});
        }
    }

    /// （日曜は夜の営業を20:00で終了）.
    [[nodiscard]] std::optional<std::size_t> only_opening_of(Meal meal) const {
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

    void change(const Piece& piece) {
        RawChange change{days_new_ ? days_ : DayList{}, piece.item, std::nullopt, run_};
        const auto kind = piece.item->kind;
        const bool of_days = kind == ItemKind::until || kind == ItemKind::since;
        if (kind == ItemKind::pause && !days_new_) change.days = days_;
        if (!piece.item->days.empty()) change.days = piece.item->days;
        // 土日祝は通しで21:30まで.
        const bool goes_on = of_days && change.days.empty() && at_ > 0 && !changes_.empty() &&
                             pieces_[at_ - 1].item->kind == ItemKind::goes_through &&
                             pieces_[at_ - 1].line == piece.line;
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
        if (elsewhere_ || (repeats_ && run_.empty() && !raw_.empty())) {
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
            find(FindingKind::not_understood, Weight::loss, "a time, but of which days is not clear",
                 piece.item->place);
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
    [[nodiscard]] std::size_t last_of_the_house() const {
        auto last = raw_.size() - 1;
        while (last > 0 && raw_[last].dropped) --last;
        return raw_[last].dropped ? raw_.size() - 1 : last;
    }
    [[nodiscard]] static bool are_dates(const DayList& days) {
        return std::all_of(days.begin(), days.end(),
                           [](const DayItem& day) { return is_one_date(day.when) || is_some_dates(day.when); });
    }
    /// Of days that are no dates.
    [[nodiscard]] std::vector<std::size_t> openings_of_line(std::size_t of) const {
        std::vector<std::size_t> openings;
        for (std::size_t at = 0; at < raw_.size(); ++at) {
            const auto& raw = raw_[at];
            const bool dated = !raw.days.empty() && are_seasons(raw.days);
            if (!raw.dropped && !dated && raw.line == raw_[of].line) openings.push_back(at);
        }
        return openings;
    }
    /// Of the last opening of the first day that has any.
    void find_what_waiting_changes_are_of() {
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

    /// Every opening becomes a group of its own, so that a change finds the one it is about.
    void settle(RawService& raw) {
        const bool others_share = shared_sections_.contains(raw.section);
        Group group{std::move(raw.days), {}, raw.reach, raw.repeats};
        if (others_share && raw.after && raw.reach == Reach::these) group.reach = Reach::only;
        if (raw.reach == Reach::only && !others_share) group.reach = Reach::these;
        if (!raw.dropped) add_service(raw, group);
        listing_.groups.push_back(std::move(group));
    }
    void add_service(const RawService& raw, Group& group) {
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
    [[nodiscard]] Clock in_the_half_that_follows(const RawService& raw) {
        auto opens = raw.span->opens;
        const bool open_to_both = halves_said_ && face_ == ClockFace::twelve_hours && opens.half == HalfDay::unsaid &&
                                  opens.minutes < 12 * 60 && !opens.past_midnight && !opens.of_twenty_four &&
                                  raw.meal == Meal::none && !raw.span->closes.past_midnight;
        if (!open_to_both) return opens;
        // Hours in place of others follow none.
        const bool listed =
            !raw_.empty() && std::less_equal<>{}(raw_.data(), &raw) && std::less_equal<>{}(&raw, &raw_.back());
        const auto* before = !listed || &raw == raw_.data() ? nullptr : &listing_.groups.back();
        const bool follows = before != nullptr && !before->services.empty() && (&raw - 1)->line == raw.line &&
                             !days_differ(&raw - 1, &raw);
        if (follows && before->services.back().closes > opens.minutes) {
            opens.half = HalfDay::afternoon;
            find(FindingKind::assumption, Weight::note, "of the afternoon, for it follows", raw.span->place);
        } else if (raw.span->closes.half == HalfDay::unsaid) {
            doubt("may be of the morning or of the afternoon", raw.span->place, {raw.days, raw.reach});
        }
        return opens;
    }
    [[nodiscard]] static bool days_differ(const RawService* a, const RawService* b) {
        return a->days_place != b->days_place;
    }

    void take_order(ListedService& service, const HoursItem& item) {
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

    void settle(RawChange& raw) {
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
            RawService service{raw.said, raw.meal == Meal::none ? base.meal : raw.meal};
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
    void lose(const Change& change) {
        find(FindingKind::not_understood, Weight::loss, "changes hours that are not said", change.place);
        listing_.doubts.push_back({change.days});
    }
    /// 8:30～12:00、13:00～17:00、土曜は正午まで.
    [[nodiscard]] bool ends_before_the_last_opening(const RawChange& raw, const ListedService& base) const {
        const auto& end = raw.said->closes;
        if (end.past_midnight || end.minutes > base.opens) return false;
        return std::any_of(raw.candidates.begin(), raw.candidates.end(), [&](std::size_t candidate) {
            const auto& services = listing_.groups[first_group_ + candidate].services;
            return !services.empty() && services.front().opens < end.minutes;
        });
    }
    [[nodiscard]] int closes_of(const HoursItem& said, const ListedService& base, const Change& change) {
        const auto half =
            base.opens >= 12 * 60 && face_ == ClockFace::twelve_hours ? HalfDay::afternoon : HalfDay::unsaid;
        const auto read = read_span({base.opens, half, false}, said.closes, Meal::none, face_);
        if (read.reading != Reading::implausible) return read.closes;
        doubt("no likely end", change.place, {change.days});
        return after(base.opens, said.closes.minutes);
    }
    /// 11:30～14:00、17:00～22:00（日曜は11:00から）: of the opening that can begin then.
    void choose_since(const RawChange& raw, Change& change) {
        for (const auto candidate : raw.candidates) {
            const auto& services = listing_.groups[first_group_ + candidate].services;
            if (services.empty() || services.front().closes <= *change.opens) continue;
            change.of = first_group_ + candidate;
            return;
        }
    }

    Listing& listing_;
    std::vector<Piece> pieces_;
    ClockFace face_ = ClockFace::twelve_hours;
    bool halves_said_ = false;  ///< 午前 or 午後 stands somewhere
    std::vector<RawService> raw_;
    std::vector<RawChange> changes_;
    std::vector<RawChange> waiting_;  ///< for the hours that they change
    std::size_t first_group_ = 0;
    std::size_t at_ = 0;
    std::size_t section_ = 0;
    std::set<std::size_t> shared_sections_;  ///< in which hours stand that name no days
    bool repeats_ = false;
    bool hours_said_ = false;
    DayList days_;  ///< whose hours follow
    Reach reach_ = Reach::these;
    bool days_new_ = false;  ///< no hours have followed yet
    bool days_are_alone_ = false;
    bool days_are_apart_ = false;  ///< 、 or ／ stands before them
    bool days_lead_ = false;       ///< 夜も営業: what follows comes beside other hours
    bool days_are_on_a_line_of_their_own_ = false;
    std::size_t days_line_ = 0;
    Meal meal_ = Meal::none;     ///< what the next span serves
    Meal heading_ = Meal::none;  ///< 【ランチ】, over the days that follow it
    std::size_t meal_line_ = 0;
    bool elsewhere_ = false;
    bool elsewhere_new_ = false;
    bool part_new_ = false;  ///< イートイン, after the hours of the house
    std::optional<std::size_t> elsewhere_bracket_;
    std::optional<bool> all_have_days_after_them_;
    std::set<std::size_t> columns_;      ///< the lines that are heads of tables
    bool changed_last_ = false;          ///< what was said last is another end
    std::optional<DayList> saved_days_;  ///< those outside the bracket
    std::optional<std::size_t> saved_bracket_;
    std::optional<std::size_t> instead_bracket_;  ///< in which hours stand that are in place of others
    std::vector<std::size_t> run_;                ///< the openings one after the other, to which what follows belongs
    std::size_t run_line_ = 0;
    std::vector<std::size_t> carried_;  ///< openings that have the days of the line before, if they have any
    DayList bare_days_;
    Place bare_place_;
};

}  // namespace

void arrange(const std::vector<HoursItem>& items, const std::vector<Token>& tokens, Listing& listing) {
    Arranger{items, tokens, listing}.run();
}

}  // namespace denwaban::formats::japanese

#include <algorithm>
#include <utility>

#include "parser.hpp"

namespace denwaban::formats::japanese {

/// How many of the last days 不定休 is about: 日曜・祝日は不定休 says it of both, 日曜・祝日不定休 of the last.
std::size_t ListingParser::irregular_among(const DayList& days) {
    const bool of_list = at_ > 0 && word_at(at_ - 1) == Word::topic;
    const bool bracketed =
        peek() == Word::opening && word_at(at_ + 1) == Word::irregular && word_at(at_ + 2) == Word::closing;
    const bool glued = next_is({Word::irregular}) && !tokens_[at_].spaced && peek(1) != Word::exists;
    if (!bracketed && !glued) return 0;
    for (int i = bracketed ? 3 : 1; i > 0; --i) take();
    std::size_t count = 1;
    while (of_list && count < days.size() && days[days.size() - count].joined) ++count;
    return count;
}

/// 不定休, 月2回不定休, 水曜を中心に月6日, ○○に準ずる.
void ListingParser::irregular() {
    const auto start = at_;
    if (next_is({Word::open}, 1) && may_open_after_all()) return;
    const bool facility = peek() == Word::per_facility;
    const bool around_days = at_ > 0 && word_at(at_ - 1) == Word::around;
    const auto& closings = listing_.closings;
    if (at_ > 0 && word_at(at_ - 1) == Word::opening && !closings.empty() && closings.back().day.is_uncertain_list) {
        // 月2回日曜(不定休): it says so of these days.
        take();
        return;
    }
    // 第2・第4水曜（市場休市日）: why these days.
    auto bracket = at_;
    while (bracket > 0 && word_at(bracket - 1) == Word::prose) --bracket;
    const bool why = facility && words_of(at_).ends_with("日") && next_is({Word::closing}, 1) && bracket > 1 &&
                     word_at(bracket - 1) == Word::opening && tokens_[bracket - 2].used && !closings.empty();
    if (why) {
        while (bracket <= at_) tokens_[bracket++].used = true;
        ++at_;
        return find(FindingKind::remark, Weight::note, "why it is so", range_from(start));
    }
    const bool so_often = peek() == Word::times_a_month && next_is({Word::closing}, 1) && at_ > 0 &&
                          word_at(at_ - 1) == Word::opening && !closings.empty();
    if (so_often) {
        // 日曜日（月2回）.
        listing_.closings.back().day.effect = ClosingEffect::may_close;
        take();
        return find(FindingKind::unknowable, Weight::note, "which of these days are closed is not said",
                    range_from(start));
    }
    take();
    pass_over({Word::irregular, Word::times_a_month, Word::filler, Word::of, Word::rest, Word::exists, Word::about,
               Word::varies, Word::occasional, Word::only});
    if (next_is({Word::opening}) && next_is({Word::around}, 1) && tokens_[at_ + 1].value == 1) {
        // 不定休（主に日曜）.
        const auto close =
            beyond(at_ + 2, {Word::weekday, Word::separator, Word::holiday, Word::workdays, Word::filler});
        while (word_at(close) == Word::closing && close < tokens_.size() && at_ <= close) take();
    }
    if (next_is({Word::topic}) && next_is({Word::varies}, 1)) {
        // 月ごとに変動.
        take();
        pass_over({Word::varies, Word::filler});
    }
    if (facility && next_is({Word::topic}) && next_is({Word::rest, Word::closing_heading}, 1)) {
        take();
        take();
        pass_over({Word::filler});
    }
    if (around_days && !listing_.closings.empty()) listing_.closings.pop_back();
    unknown_every_day(facility ? "施設の休業日" : "不定休", range_from(start));
    // What stands before it names the facility: ビルの休館日に準ずる.
    for (auto token = start; facility && token-- > 0;) {
        const bool names = word_at(token) == Word::prose || word_at(token) == Word::of ||
                           word_at(token) == Word::rest || word_at(token) == Word::closing_heading ||
                           word_at(token) == Word::open || word_at(token) == Word::separator ||
                           word_at(token) == Word::filler;
        if (!names) break;
        tokens_[token].used = true;
    }
}

void ListingParser::unknown_every_day(std::string label, ByteRange bytes) {
    find(FindingKind::unknowable, Weight::note, "which days are closed is not said", bytes);
    const auto same = [&](const ListedClosing& closing) { return closing.day.label == label; };
    if (std::any_of(listing_.closings.begin(), listing_.closings.end(), same)) return;
    ListedClosing closing;
    closing.day.when = {EveryDay{}};
    closing.day.sort = DaySort::every_day;
    closing.day.effect = ClosingEffect::may_close;
    closing.day.label = std::move(label);
    closing.day.place = {bytes, part_};
    closing.on_holiday_said = true;
    listing_.closings.push_back(std::move(closing));
}

}  // namespace denwaban::formats::japanese

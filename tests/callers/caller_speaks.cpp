#include <denwaban/talk/readings.hpp>

#include "caller.hpp"

namespace callers {

namespace {

[[nodiscard]] std::string need_in_words(Need need, Chance& chance) {
    if (need == Need::private_room) {
        return chance.one_of({"個室", "個室"});
    }
    if (need == Need::table) {
        return "テーブル席";
    }
    if (need == Need::non_smoking) {
        return chance.one_of({"禁煙席", "禁煙"});
    }
    if (need == Need::quiet) {
        return "静かな席";
    }
    return "ベビーカー";
}

}  // namespace

std::string SimulatedCaller::polite(std::string said) {
    if (is(Kind::terse) || said.empty()) return said;
    if (chance_.once_in(is(Kind::polite) ? 2 : 6)) said = ways_.filler() + said;
    if (is(Kind::polite) && chance_.once_in(3))
        said = chance_.one_of({"恐れ入ります、", "すみません、", "はい、"}) + said;
    return said;
}

std::string SimulatedCaller::slot(SlotKind kind) {
    const auto once = [&](const Wants& wants) -> std::string {
        if (kind == SlotKind::day) {
            return ways_.day(wants.day);
        }
        if (kind == SlotKind::time) {
            // Any time of two hours will do, until one is offered.
            if (goal_ == Goal::book_between && !is_settled_) return between(wants.time);
            return talk().not_understood > 0 || (talk().known.time && !talk().known.time->certain())
                       ? ways_.exact_time(wants.time)
                       : ways_.time(wants.time);
        }
        if (kind == SlotKind::party) {
            return ways_.party(wants.adults, wants.children);
        }
        if (kind == SlotKind::name) {
            return ways_.written(wants.name);
        }
        return ways_.phone(wants.phone);
    };
    if (!is(Kind::corrects) || !chance_.once_in(3) || kind == SlotKind::phone || kind == SlotKind::name)
        return once(wants_);
    auto other = wants_;
    other.day += date::days{1};
    other.time = talk_world::clock(17 + chance_.below(5));
    other.adults = 1 + chance_.below(6);
    return once(other) + ways_.repair() + once(wants_);
}

std::string SimulatedCaller::between(MinuteOfDay from) {
    const auto until = *MinuteOfDay::make(from.count() + 2 * 60);
    return ways_.exact_time(from) + "`から`" + ways_.exact_time(until) +
           chance_.one_of({"`の間", "`の`間", "`の間`くらい", "`の間`の`どこか"});
}

std::string SimulatedCaller::booking_in_words() {
    const bool all = is(Kind::all_at_once) || is(Kind::terse) || chance_.once_in(2);
    std::string said;
    const auto day = slot(SlotKind::day), time = slot(SlotKind::time), party = slot(SlotKind::party);
    const bool has_time = all || chance_.once_in(2);
    if (is(Kind::terse)) {
        said = day + chance_.one_of({"`の`", "、", " "}) + time + chance_.one_of({"、", " ", "`に`"}) + party;
        if (chance_.once_in(3)) said = party + "、" + day + "、" + time;
        return said + chance_.one_of({"", "`で", "`で`予約", "、`予約`で"});
    }
    if (chance_.once_in(6)) {
        said = party + "`で`" + day + "`の`" + time + "`から";
    } else if (chance_.once_in(10)) {
        said = "日にち`は`" + day + "`で、時間`は`" + time + "、人数`は`" + party + "です、予約`で";
    } else {
        said = day;
        if (has_time) said += chance_.one_of({"`の`", "、", "`の`"}) + time;
        if (all) said += chance_.one_of({"`に`", "`から`", "、", "`に`"}) + party;
        said += all ? "`で`" : "`に`";
    }
    for (const auto need : wants_.needs)
        if (chance_.once_in(2)) said += need_in_words(need, chance_) + chance_.one_of({"`で`", "希望`で`"});
    if (goal_ == Goal::ask_vacancy)
        return said + chance_.one_of({"空いてますか", "席ありますか", "入れますか", "いけますか"});
    said += chance_.one_of({"予約`お願いします", "予約`を`したいんですけど", "予約`できますか", "お願いします",
                            "予約`を`お願いできますか", "席`を`取って`ください", "伺いたいんですけど", "取れますか"});
    if (is(Kind::all_at_once) && chance_.once_in(2)) said += "。" + ways_.name(wants_.name);
    return said;
}

std::string SimulatedCaller::message() {
    if (goal_ == Goal::late)
        return chance_.one_of({"20分`ほど`遅れます", "すみません、`30分`くらい`遅れそうなんです",
                               "電車`が`止まって`15分`遅れます", "7時半`ごろ`に`なりそうです",
                               "渋滞`で`少し`遅れます"});
    return chance_.one_of({"黒い`傘`です", "携帯電話`だと`思います", "昨日`、青い`マフラー`を`置いてきた`みたいで",
                           "財布です", "子供`の`帽子`なんですけど"});
}

std::string SimulatedCaller::opening() {
    if (is(Kind::abroad)) return english(Question::wish);
    const auto hello = chance_.one_of(
        {"", "", "すみません、", "もしもし、", "あ、もしもし、", "お忙しいところすみません、", "こんにちは、"});
    switch (goal_) {
        case Goal::book:
        case Goal::book_with_needs:
        case Goal::book_and_ask:
        case Goal::book_between:
        case Goal::ask_vacancy:
            if (is(Kind::in_pieces) || (!is(Kind::all_at_once) && !is(Kind::terse) && chance_.once_in(2)))
                return hello + chance_.one_of({"予約`を`お願いします", "予約`したいんですけど",
                                               "席`の`予約`を`お願いしたいのですが", "予約`できますか",
                                               "予約`いいですか", "予約`お願いできますか"});
            return hello + booking_in_words();
        case Goal::cancel_and_book:
            if (!booked_) return hello + booking_in_words();
            [[fallthrough]];
        case Goal::cancel:
            return hello + chance_.one_of({"予約`を`キャンセル`したいんですけど", "予約`の`取り消し`を`お願いします",
                                           "行けなくなったので`キャンセル`で",
                                           "予約`してるんですけど`キャンセル`お願いします", "キャンセル`お願いします"});
        case Goal::change:
            if (chance_.once_in(3)) return hello + "予約`を`" + what_to_change();
            return hello + chance_.one_of({"予約`の`変更`を`お願いします", "予約`を`変更`したいんですけど",
                                           "予約`変更`できますか", "予約`してる`者`ですが、変更`お願いします"});
        case Goal::tell:
            return hello + chance_.one_of({"予約`の`確認`を`お願いします", "予約`が`取れてる`か`確認`したいんですけど",
                                           "予約`してあると思うんですけど`確認`できますか"});
        case Goal::ask_hours:
            return hello +
                   chance_.one_of({"営業時間`を`教えてください", "何時`まで`やってますか", "今日`は`何時`から`ですか",
                                   "明日`やってますか", "日曜日`は`営業してますか", "定休日`は`いつですか"});
        case Goal::ask_last_order:
            return hello + chance_.one_of({"ラストオーダー`は`何時ですか", "ラストオーダー`何時`ですか",
                                           "今日`の`ラストオーダー`を`教えてください"});
        case Goal::ask_parking:
            return hello + chance_.one_of({"駐車場`は`ありますか", "車`で`行きたいんですけど`駐車場`あります?",
                                           "パーキング`ありますか"});
        case Goal::lost_property:
            return hello + chance_.one_of({"忘れ物`を`した`みたいなんですけど", "昨日`傘`を`忘れて`しまって",
                                           "忘れ物`届いてませんか"});
        case Goal::late:
            return hello +
                   chance_.one_of({"予約`してる`んですけど`遅れます", "30分`遅れそうなんですが",
                                   "すみません`少し`遅れます", "7時`に`予約`した`者`ですが、20分`ほど`遅れます"});
        case Goal::complaint:
            return hello + chance_.one_of({"昨日`の`対応`が`ひどかったんですけど",
                                           "料理`に`髪の毛`が`入ってたんですけど", "クレーム`なんですけど"});
        case Goal::human:
            return hello + chance_.one_of({"店長さん`お願いします", "お店`の`人`に`代わってください",
                                           "担当者`と`話したいんですが"});
        case Goal::sales:
            return hello + chance_.one_of({"光回線`の`ご案内`で`お電話`しました", "集客`の`ご提案`なのですが",
                                           "弊社`の`サービス`の`ご案内です"});
    }
    return {};
}

std::string SimulatedCaller::what_to_change() {
    if (!booked_) return slot(SlotKind::time) + "`に`変更`お願いします";
    std::string said;
    if (wants_.day != booked_->day)
        said += slot(SlotKind::day) +
                chance_.one_of({"`に`変更`して`ください", "`に`変えて`ください", "`に`して`ください"});
    if (wants_.time != booked_->time)
        said += (said.empty() ? "" : "、") + slot(SlotKind::time) +
                chance_.one_of({"`に`変えて`もらえますか", "`に`変更`お願いします", "`に`して`ください"});
    if (wants_.people() != booked_->people())
        said += (said.empty() ? "" : "、") + ways_.party(wants_.adults, wants_.children) +
                chance_.one_of({"`に`変更`お願いします", "`に`変えて`ください", "`に`変更`して`ください"});
    if (said.empty()) return slot(SlotKind::time) + "`で`お願いします";
    return said;
}

/// What was said back and is not so.
std::optional<std::string> SimulatedCaller::misheard() {
    const auto end = text().find("でございますね。");
    if (setting_.without.heard || end == std::string::npos || talk().language != Language::japanese)
        return std::nullopt;
    const auto heard = text().substr(0, end);
    const auto has = [&](std::string_view part) { return heard.find(part) != std::string::npos; };
    std::string said;
    const auto add = [&](SlotKind kind) { said += (said.empty() ? "" : "、") + slot(kind); };
    if (has("曜日") && !has(spoken_day(wants_.day, talk_world::today).text())) add(SlotKind::day);
    const bool is_window = goal_ == Goal::book_between && !is_settled_;
    if (!is_window && has("時") && !has(spoken_half_day_clock(wants_.time).text())) add(SlotKind::time);
    if (has("名様") && !("、" + heard).ends_with("、" + spoken_party(wants_))) add(SlotKind::party);
    if (said.empty()) return std::nullopt;
    return chance_.one_of({"いえ、", "違います、", "いや、", "じゃなくて、", "あ、"}) + said + "です";
}

std::string SimulatedCaller::wrong_slots() {
    is_settled_ = true;
    std::string said;
    const auto add = [&](SlotKind kind) { said += (said.empty() ? "" : "、") + slot(kind); };
    if (!hears(spoken_day(wants_.day, talk_world::today).text() + "、")) add(SlotKind::day);
    if (!hears(spoken_half_day_clock(wants_.time).text() + "、")) add(SlotKind::time);
    if (!hears("、" + spoken_party(wants_))) add(SlotKind::party);
    const bool is_mine =
        hears(wants_.name.kana + "様") || (!wants_.name.written.empty() && hears(wants_.name.written + "様"));
    for (const auto need : wants_.needs) {
        if (need == Need::private_room && !hears("個室")) said += (said.empty() ? "" : "、") + std::string{"個室"};
    }
    if (!is_mine && talk().purpose == Purpose::book)
        said += (said.empty() ? "" : "、") + std::string{"名前`は`"} + ways_.written(wants_.name);
    if (said.empty() && talk().purpose == Purpose::book) said = ways_.phone(wants_.phone);
    if (said.empty()) return slot(SlotKind::time) + "です";
    return said + "です";
}

void SimulatedCaller::change_mind() {
    is_settled_ = true;
    if (goal_ != Goal::change && wants_booking() && chance_.once_in(3)) {
        wants_.adults = 1 + chance_.below(6);
    } else {
        wants_.time = talk_world::clock(17 + chance_.below(5), 30 * chance_.below(2));
    }
}

std::string SimulatedCaller::read_back() {
    const bool listens = !chance_.happens(setting_.inattentive);
    const bool mine = goal_ == Goal::change || wants_booking();
    if (listens && !is_right()) {
        if (!is_understood() || talk().purpose == Purpose::cancel) return ways_.no();
        return chance_.once_in(3) ? ways_.no() : ways_.no() + "、" + wrong_slots();
    }
    const bool may_change =
        mine && changes_ > 0 && listens && (talk().purpose == Purpose::book || talk().purpose == Purpose::change);
    if (may_change && chance_.once_in(2)) {
        --changes_;
        const auto before = wants_;
        change_mind();
        const auto said = wants_.time != before.time ? slot(SlotKind::time) : ways_.people(wants_.adults);
        const bool same = wants_.time == before.time && wants_.adults == before.adults;
        if (wants_.adults != before.adults) wants_.children = 0;
        if (!same && is(Kind::yes_but))
            return chance_.one_of({"はい、あ、でも`", "はい、ただ、`", "はい、あ、やっぱり`"}) + said +
                   chance_.one_of({"`に`してもらえますか", "`で`お願いします", "`に`変更`できますか"});
        if (!same)
            return chance_.one_of({"あ、やっぱり`", "いや、やっぱり`", "すみません、やっぱり`"}) + said +
                   chance_.one_of({"`で`お願いします", "`に`変更`して`ください", "です"});
        wants_ = before;
    }
    agree();
    return ways_.yes();
}

std::string SimulatedCaller::away() {
    left_ = true;
    return chance_.one_of(
        {"じゃあいいです", "またにします", "また`今度`にします", "結構です", "じゃあ`やめておきます", "また`かけます"});
}

std::string SimulatedCaller::offered() {
    const auto& offers = talk().offers;
    if (offers.empty()) {
        if (++rounds_ > 2 || chance_.once_in(3)) return away();
        if (chance_.once_in(2)) {
            wants_.day += date::days{1};
            return chance_.one_of({"じゃあ`", "`"}) + ways_.day(wants_.day) +
                   chance_.one_of({"`は`どうですか", "`で`お願いします", "`は`空いてますか"});
        }
        wants_.time = talk_world::clock(17 + chance_.below(5));
        is_settled_ = true;
        return chance_.one_of({"じゃあ`", "`"}) + ways_.exact_time(wants_.time) +
               chance_.one_of({"`は`どうですか", "`で`お願いします", "`なら`どうですか"});
    }
    if (chance_.once_in(4)) {
        if (++rounds_ > 1) return away();
        return chance_.one_of({"いいえ", "うーん、ちょっと難しいです", "それは`ちょっと", "他`の`時間`は`ありますか"});
    }
    const auto& one = chance_.one_of(offers);
    is_settled_ = true;
    wants_.time = one.begin;
    wants_.day = one.date;
    if (one.kind == AlternativeKind::other_seat) wants_.needs.clear();
    if (offers.size() == 1)
        return chance_.one_of({"はい、それでお願いします", "それでお願いします", "はい", "じゃあ`それ`で`お願いします",
                               "大丈夫です、お願いします"});
    if (one.kind == AlternativeKind::other_day)
        return ways_.day(one.date) + chance_.one_of({"`で`お願いします", "`の`ほう`で", "が`いいです"});
    const bool first = one.begin == offers.front().begin;
    if (chance_.once_in(4)) return first ? "早いほう`で`お願いします" : "遅いほう`で`お願いします";
    return chance_.one_of({"じゃあ`", "", "`"}) + ways_.time(one.begin) +
           chance_.one_of({"`で`お願いします", "`で", "が`いいです", "`に`します"});
}

std::string SimulatedCaller::anything_else() {
    const bool only_asks = goal_ == Goal::ask_hours || goal_ == Goal::ask_last_order || goal_ == Goal::ask_parking;
    if (only_asks || (goal_ == Goal::tell && hears("承っております"))) done_ = true;
    const bool stands = booked_ && wants_.day == booked_->day && wants_.time == booked_->time &&
                        wants_.people() == booked_->people() && hears("承っております");
    if (goal_ == Goal::change && stands) done_ = true;
    const bool can_change = done_ && booked_ && goal_ == Goal::book && is(Kind::changes_mind);
    if (can_change && chance_.once_in(3)) {
        change_mind();
        wants_.children = booked_->children, wants_.adults = booked_->adults;
        if (wants_.time != booked_->time) {
            done_ = false;
            goal_ = Goal::change;
            return chance_.one_of({"あ、すみません、やっぱり`", "あ、やっぱり`", "ごめんなさい、やっぱり`"}) +
                   slot(SlotKind::time) +
                   chance_.one_of({"`に`変更`できますか", "`に`変えて`ください", "`で`お願いします"});
        }
    }
    if (goal_ == Goal::book_and_ask && done_ && !asked_beside_) {
        asked_beside_ = true;
        return "あと`駐車場`は`ありますか";
    }
    if (done_ || left_) return ways_.nothing_more();
    if (goal_ == Goal::cancel_and_book && !booked_) return "あと、`" + booking_in_words();
    return opening();
}

std::string SimulatedCaller::answer(Question asked) {
    const auto& talked = talk();
    const bool confirms = asked == Question::read_back || asked == Question::anything_else;
    if (!is_understood() && !confirms) return chance_.one_of({"違います、", "いえ、", "", "あの、"}) + opening();
    if (const auto wrong = misheard()) return *wrong;
    const bool about_mine = talked.purpose == Purpose::change || talked.purpose == Purpose::cancel ||
                            talked.purpose == Purpose::tell || talked.purpose == Purpose::late_arrival;
    const bool is_unsettled = about_mine && booked_ && (!talked.bookings || talked.bookings->size() != 1);
    if (is_unsettled && asked == Question::day) return ways_.day(booked_->day) + "です";
    if (is_unsettled && asked == Question::time) return ways_.exact_time(booked_->time) + "です";
    switch (asked) {
        case Question::wish:
            if (talked.declined) return wants_booking() || goal_ == Goal::change ? wrong_slots() : opening();
            if (talked.purpose == Purpose::change) return what_to_change();
            if (talked.purpose == Purpose::lost_property || talked.purpose == Purpose::late_arrival) return message();
            return opening();
        case Question::day:
            return polite(slot(SlotKind::day)) + ways_.ending();
        case Question::time:
            if (left_) return away();
            if (talked.state == ConversationState::offering) return offered();
            return polite(slot(SlotKind::time)) + ways_.ending();
        case Question::party:
            return polite(slot(SlotKind::party)) + ways_.ending();
        case Question::name:
            return ways_.name(wants_.name);
        case Question::phone:
            return ways_.phone(wants_.phone) + ways_.ending();
        case Question::needs:
            if (!wants_.needs.empty()) return need_in_words(wants_.needs.front(), chance_) + "`で`お願いします";
            [[fallthrough]];
        case Question::allergies:
        case Question::course:
        case Question::occasion:
        case Question::budget:
            return chance_.one_of({"特にないです", "ないです", "大丈夫です", "いいえ", "特には"});
        case Question::read_back:
            return read_back();
        case Question::offer:
            return offered();
        case Question::anything_else:
            return anything_else();
    }
    return {};
}

std::string SimulatedCaller::english(Question asked) {
    if (asked == Question::wish) {
        if (talk().declined) return english_.time(wants_.time) + " " + english_.party(wants_.people());
        return chance_.one_of({"I would like to book a table ", "a table please ", "can I reserve a table "}) +
               (chance_.once_in(2) ? english_.party(wants_.people()) + " " + english_.day(wants_.day) + " " +
                                         english_.time(wants_.time)
                                   : std::string{});
    }
    if (asked == Question::day) {
        return english_.day(wants_.day);
    }
    if (asked == Question::time) {
        const bool is_full = hears("Would another time");
        left_ = is_full && ++rounds_ > 2;
        if (left_) return english_.no();
        if (is_full) wants_.time = talk_world::clock(17 + chance_.below(5));
        return english_.time(wants_.time);
    }
    if (asked == Question::party) {
        return english_.party(wants_.people());
    }
    if (asked == Question::name) {
        return english_.name(wants_.name);
    }
    if (asked == Question::phone) {
        return wants_.phone.national();
    }
    if (asked == Question::read_back) {
        if (!hears(spoken_phone(wants_.phone).text())) return english_.no() + ", " + wants_.phone.national();
        if (!hears("in the name of " + wants_.name.written))
            return english_.no() + ", my name is " + wants_.name.written;
        if (!is_right())
            return english_.no() + ", " + english_.day(wants_.day) + " " + english_.time(wants_.time) + " " +
                   english_.party(wants_.people());
        agree();
        return english_.yes();
    }
    if (asked == Question::offer && chance_.once_in(6)) return english_.no();
    if (asked == Question::offer) {
        const auto& one = chance_.one_of(talk().offers);
        wants_.time = one.begin, wants_.day = one.date;
        if (talk().offers.size() == 1) return english_.yes();
        return english_.time(wants_.time) +
               (one.kind == AlternativeKind::other_day ? " " + english_.day(wants_.day) : "");
    }
    if (!done_ && !left_) return english(Question::wish);
    return english_.nothing_more();
}

std::string SimulatedCaller::next() {
    if (is(Kind::silent) && chance_.once_in(4)) return {};
    if (is(Kind::impatient) && talk().not_understood > 1 && chance_.once_in(2))
        return "もういいです、人`に`代わってください";
    const auto asked = reply().listen->asked.value_or(Question::wish);
    if (is(Kind::abroad)) return english(asked);
    const bool may_ask = goal_ == Goal::book_and_ask && !asked_beside_ && talk().state != ConversationState::opened;
    if (may_ask && chance_.once_in(4)) {
        asked_beside_ = true;
        return chance_.one_of({"駐車場`は`ありますか", "ちなみに`何時`まで`やってますか", "カード`は`使えますか"});
    }
    return answer(asked);
}

}  // namespace callers

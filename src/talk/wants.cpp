#include "wants.hpp"

#include <algorithm>
#include <array>

#include <denwaban/core/utf8.hpp>

#include "budgets.hpp"
#include "clauses.hpp"

namespace denwaban::talk {

namespace {

/// 車椅子なんですけど、入れますか: at the pause, behind a clause that goes on.
[[nodiscard]] bool asks_on(const Reading& reading, std::size_t pause) {
    if (pause == 0 || reading.word(pause - 1) != Word::copula) return false;
    const auto last = reading.folded({pause - 1, pause}).back();
    if (last != u'ど' && last != u'が') return false;
    const auto next = reading.skip(pause + 1, {Word::filler, Word::ah});
    return reading.asks(next) || reading.cue(next) == Cue::vacancy;
}

/// 座敷は足が悪いので、椅子の席で: why it is another.
[[nodiscard]] bool is_turned_down(const Reading& reading, std::size_t at) {
    if (reading.word(at) != Word::wa) return false;
    bool is_why = false;
    for (const auto end = std::min(reading.size(), at + Reading::reach); at < end; ++at) {
        if (reading.word(at) == Word::need) return is_why;
        if (!is_why && reading.asks(at)) return false;
        is_why = is_why || ending_at(reading, at) == Ending::reason;
    }
    return false;
}

/// Whether what was named is asked for, or not wanted: by the words behind it, up to the end of its clause.
[[nodiscard]] Wanted wanted_behind(const Reading& reading, std::size_t at) {
    if (reading.word(at) == Word::not_but || reading.word(at) == Word::except) return Wanted::unwanted;
    // 個室は結構です
    if (reading.word(at) == Word::wa && reading.word(at + 1) == Word::unclear) return Wanted::unwanted;
    if (is_turned_down(reading, at)) return Wanted::unwanted;
    // カウンターはちょっと, and no more
    const auto next = reading.skip(at + 2, {Word::filler, Word::copula});
    const bool is_cut_off = reading.word(at) == Word::wa && reading.word(at + 1) == Word::about &&
                            (next >= reading.size() || reading.word(next) == Word::stop);
    if (is_cut_off) return Wanted::unwanted;
    bool said = false;
    for (const auto end = std::min(reading.size(), at + Reading::reach); at < end; ++at) {
        const auto& token = reading.tokens[at];
        said = said || token.word == Word::copula || token.word == Word::polite || token.word == Word::de ||
               token.word == Word::ga || token.word == Word::yes || token.word == Word::unclear ||
               token.word == Word::need;
        if (token.word == Word::stop && said && asks_on(reading, at)) return Wanted::asked;
        // テーブル席、だめならどこでも
        const bool is_or_else = token.word == Word::either && reading.word(at - 1) == Word::stop;
        if ((token.word == Word::stop && said) || token.word == Word::wanted_there || is_or_else) return Wanted::wanted;
        if (token.word == Word::no_word || token.word == Word::none_there || token.word == Word::cannot_eat)
            return Wanted::unwanted;
        if (reading.asks(at) || token.cue == Cue::vacancy) return Wanted::asked;
    }
    return Wanted::wanted;
}

/// ベビーカーで、横幅があるんですけど、そのまま入れますか: of what comes along, and of no table.
[[nodiscard]] bool asks_whether_it_fits(const Reading& reading, std::size_t at, Need need) {
    if (need != Need::wheelchair && need != Need::stroller && need != Need::pet) return false;
    for (auto next = at; next < reading.size() && next < at + Reading::reach; ++next) {
        if (kind_of(reading.tokens[next]) || reading.word(next) == Word::need || reading.cue(next) == Cue::booking)
            return false;
        const auto said = reading.folded({next, next + 1});
        const bool is_of_room = said.starts_with(u"入れますか") || said.starts_with(u"通れますか") ||
                                said.starts_with(u"大丈夫ですか") || said.starts_with(u"大丈夫でしょうか");
        if (is_of_room) return true;
    }
    return false;
}

void put_need(const Reading& reading, std::size_t at, Slots& slots) {
    const auto need = static_cast<Need>(reading.tokens[at].value);
    const auto wanted = asks_whether_it_fits(reading, at + 1, need) ? Wanted::asked : wanted_behind(reading, at + 1);
    const HeardNeed heard{need, wanted, reading.bytes({at, at + 1})};
    const auto same =
        std::find_if(slots.needs.begin(), slots.needs.end(), [&](const HeardNeed& one) { return one.need == need; });
    if (same == slots.needs.end()) {
        slots.needs.push_back(heard);
    } else {
        *same = heard;
    }
}

/// What a course is called: 飲み放題付きの5000円のコース, back to where something else was said.
[[nodiscard]] Stretch course_words(const Reading& reading, std::size_t at) {
    auto first = at;
    while (first > 0) {
        const auto& token = reading.tokens[first - 1];
        const bool letter = token.word == Word::other && reading.folded({first - 1, first}).front() > u'ん';
        const bool kana = token.word == Word::other && !letter;
        const bool goes_on =
            token.word == Word::no || token.word == Word::yen || token.word == Word::course ||
            token.word == Word::part || token.word == Word::allergen || token.word == Word::counted ||
            token.word == Word::including || token.cue == Cue::menu || letter ||
            (kana && first > 1 && (reading.word(first - 2) == Word::course || reading.word(first - 2) == Word::other));
        if (!goes_on) break;
        --first;
    }
    while (first < at && (reading.word(first) == Word::no || reading.word(first) == Word::part)) ++first;
    auto end = at + 1;
    while (end < reading.size() && reading.word(end) == Word::course) ++end;
    return {first, end};
}

/// 竹 of 竹コース; nothing where it is called otherwise.
[[nodiscard]] std::u16string own_word(const std::string& course) {
    auto folded = fold(course).text;
    if (folded.size() < 3 || !folded.ends_with(u"こす")) return {};
    folded.erase(folded.size() - 2);
    return folded;
}

/// 竹で, 真ん中の竹を: where a word stands with nothing that makes it another.
[[nodiscard]] std::size_t alone_in(std::u16string_view text, std::u16string_view word) {
    constexpr std::u16string_view before = u"、。のはが ", after = u"、。でをのがにはだや ";
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        const bool in_kanji = word.front() >= u'一' && at > 0 && text[at - 1] < u'一';
        const bool begins = at == 0 || in_kanji || before.find(text[at - 1]) != before.npos;
        const bool ends = end == text.size() || after.find(text[end]) != after.npos;
        if (begins && ends) return at;
    }
    return std::u16string::npos;
}

/// コースは5000円ので, 8000円のほうを: where a course is spoken of, the one of that price.
[[nodiscard]] std::optional<Heard<CourseWish>> course_of_price(const Reading& reading, std::size_t at) {
    if (reading.word(at) != Word::yen || reading.word(at + 1) != Word::no) return std::nullopt;
    const bool is_of_course =
        reading.is_asked(Question::course) ||
        std::any_of(reading.tokens.begin(), reading.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                    [](const Token& token) { return token.word == Word::course && token.value == 0; });
    const auto behind = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at + 1].end);
    constexpr auto ends = std::to_array<std::u16string_view>(
        {u"で", u"を", u"に", u"が", u"、", u"。", u"やつ", u"ほう", u"方", u"もの", u"物", u"だ"});
    const bool is_one =
        behind.empty() || std::any_of(ends.begin(), ends.end(), [&](auto end) { return behind.starts_with(end); });
    if (!is_of_course || !is_one) return std::nullopt;
    const auto words = reading.bytes({at, at + 1});
    const auto price = reading.folded({at, at + 1});
    Heard<CourseWish> heard{{}, reading.bytes({at, at + 2})};
    for (const auto& name : reading.hearing.courses) {
        if (fold(name).text.find(price) != std::u16string::npos) heard.readings.emplace_back(NamedCourse{name});
    }
    if (heard.readings.size() > 1) heard.decider = Decider::which_words;
    if (heard.readings.empty()) heard.readings.emplace_back(NamedCourse{reading.said(words) + "のコース"});
    return heard;
}

void read_course(const Reading& reading, Slots& slots) {
    // お安くなるプランのご案内
    const bool is_sold = std::any_of(reading.tokens.begin(), reading.tokens.end(),
                                     [](const Token& token) { return token.cue == Cue::sales; });
    if (is_sold) return;
    const auto& text = reading.glyphs.text;
    for (const auto& name : reading.hearing.courses) {
        auto folded = fold(name).text;
        auto at = folded.empty() ? std::u16string::npos : text.find(folded);
        if (at == std::u16string::npos && folded.size() > 2 && folded.ends_with(u"こす")) {
            // 竹のコース
            folded.insert(folded.size() - 2, 1, u'の');
            at = text.find(folded);
        }
        if (at == std::u16string::npos && reading.is_asked(Question::course)) {
            folded = own_word(name);
            at = folded.empty() ? at : alone_in(text, folded);
        }
        if (at == std::u16string::npos) continue;
        const ByteRange words{reading.glyphs.bytes[at].begin, reading.glyphs.bytes[at + folded.size() - 1].end};
        if (!slots.course) {
            slots.course = Heard<CourseWish>{{NamedCourse{name}}, words};
        } else {
            slots.course->readings.emplace_back(NamedCourse{name});
            slots.course->decider = Decider::which_words;
        }
    }
    for (std::size_t at = 0; at < reading.size() && !slots.course; ++at) {
        if (reading.word(at) == Word::seat_only) {
            slots.course = Heard<CourseWish>{{SeatOnly{}}, reading.bytes({at, at + 1})};
        } else if (auto priced = course_of_price(reading, at)) {
            slots.course = std::move(priced);
        } else if (reading.word(at) == Word::course && reading.tokens[at].value == 0) {
            const auto words = course_words(reading, at);
            const bool named = words.first < at || words.end > at + 1 || reading.folded({at, at + 1}) != u"こす";
            const bool plan = reading.folded({at, at + 1}) == u"ぷらん" && words.first == at;
            if (named && !plan) {
                slots.course =
                    Heard<CourseWish>{{NamedCourse{reading.said(reading.bytes(words))}}, reading.bytes(words)};
            }
        }
    }
}

/// 飲み放題付きで, 飲み放題でお願いします; but not 飲み放題って何時間.
void read_unlimited(const Reading& reading, Slots& slots) {
    constexpr auto wished = std::to_array<std::u16string_view>(
        {u"付き", u"つき", u"込み", u"こみ", u"でお願", u"でおね", u"をお願", u"をつけ", u"を付け", u"もお願",
         u"もつけ", u"も付け", u"で予約", u"にし", u"希望", u"を希望", u"がいい", u"の席"});
    for (std::size_t at = 0; at < reading.size() && !slots.course; ++at) {
        if (reading.word(at) != Word::course || reading.tokens[at].value != 1) continue;
        const auto said = reading.folded({at, at + 1});
        const auto behind = std::u16string_view{reading.glyphs.text}.substr(reading.tokens[at].end);
        const bool is_asked_about = behind.starts_with(u"だ") || behind.starts_with(u"なら") ||
                                    behind.starts_with(u"って") || behind.starts_with(u"は");
        if (is_asked_about) continue;
        const bool is_wished =
            said.ends_with(u"付き") || said.ends_with(u"つき") ||
            std::any_of(wished.begin(), wished.end(), [&](auto word) { return behind.starts_with(word); });
        if (!is_wished || wanted_behind(reading, at + 1) != Wanted::wanted) continue;
        const auto words = reading.bytes({at, at + 1});
        slots.course = Heard<CourseWish>{{NamedCourse{reading.said(words)}}, words};
    }
}

/// 会食 and お祝い say less than what they are named beside.
[[nodiscard]] bool is_general(Occasion occasion) {
    return occasion == Occasion::party || occasion == Occasion::celebration;
}

/// 結婚10周年; but 創業10周年 is none of theirs.
[[nodiscard]] bool is_anniversary(const Reading& reading, std::size_t at) {
    if (reading.word(at) != Word::duration || !reading.folded({at, at + 1}).ends_with(u"周年")) return false;
    const auto before = std::u16string_view{reading.glyphs.text}.substr(0, reading.tokens[at].begin);
    return before.ends_with(u"結婚") || before.ends_with(u"入籍");
}

void read_occasion(const Reading& reading, Slots& slots) {
    for (std::size_t at = 0; at < reading.size(); ++at) {
        if (is_anniversary(reading, at) && !slots.occasion)
            slots.occasion = Heard<Occasion>{{Occasion::anniversary}, reading.bytes({at, at + 1})};
        if (reading.word(at) != Word::occasion) continue;
        // お祝いではないです
        if (reading.word(at + 1) == Word::not_but || reading.word(at + 1) == Word::except) continue;
        const auto occasion = static_cast<Occasion>(reading.tokens[at].value);
        const auto words = reading.bytes({at, at + 1});
        if (!slots.occasion || is_general(slots.occasion->readings.front())) {
            slots.occasion = Heard<Occasion>{{occasion}, words};
        } else if (!is_general(occasion) && slots.occasion->readings.front() != occasion) {
            slots.occasion->readings.push_back(occasion);
            slots.occasion->decider = Decider::which_words;
        }
    }
}

}  // namespace

void read_wants(const Reading& reading, Slots& slots) {
    for (std::size_t at = 0; at < reading.size(); ++at) {
        if (reading.word(at) == Word::need) put_need(reading, at, slots);
    }
    slots.allergies = allergies_of(reading);
    read_course(reading, slots);
    read_unlimited(reading, slots);
    read_occasion(reading, slots);
    slots.budget = budget_of(reading);
}

}  // namespace denwaban::talk

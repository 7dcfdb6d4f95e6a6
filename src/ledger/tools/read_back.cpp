#include "read_back.hpp"

#include <array>

#include "talk/conversation/speech.hpp"

namespace denwaban::ledger {

namespace {

using denwaban::detail::talk::Line;
using denwaban::detail::talk::Speaker;

/// By language.
using InBoth = std::array<std::string_view, count_of<Language>>;

/// With {stay}, {to}, {day}, {time} in them.
struct ToolSentence {
    std::string_view name;
    InBoth words;
};
constexpr std::array tool_sentences{
    ToolSentence{"propose", {"{stay}でご予約をお取りいたします。", "I will book {stay}."}},
    ToolSentence{"there_already",
                 {"同じ日に、{stay}のご予約も承っております。", "You also have a booking on that day: {stay}."}},
    ToolSentence{"propose_change",
                 {"{stay}のご予約を、{to}に変更いたします。", "I will change the booking of {stay} to {to}."}},
    ToolSentence{"propose_cancel", {"{stay}のご予約をお取り消しいたします。", "I will cancel the booking of {stay}."}},
    ToolSentence{"propose_note",
                 {"{stay}のご予約に、うかがったとおりのお言付けを添えます。",
                  "I will add a note, just as you said it, to the booking of {stay}."}},
    ToolSentence{"impossible", {"{stay}は、お取りできません。", "I can't book {stay}."}},
    ToolSentence{
        "undecided",
        {"{stay}のお席があるかどうか、ただいま分かりかねます。", "I can't say yet whether there is a table: {stay}."}},
    ToolSentence{"unchanged",
                 {"{stay}のご予約は、そのままで変わりありません。",
                  "The booking is as it was asked for: {stay}. Nothing would change."}},
    ToolSentence{"alternatives", {"{stay}でしたら、お取りできます。", "There would be a table: {stay}."}},
    ToolSentence{"hold",
                 {"{stay}のお席をお取り置きしております。ご予約はまだです。",
                  "The table is held: {stay}. It is not booked yet."}},
    ToolSentence{"book", {"{stay}のご予約を承りました。", "It is booked: {stay}."}},
    ToolSentence{"change", {"{stay}のご予約に変更いたしました。", "It is changed: {stay}."}},
    ToolSentence{"cancel", {"{stay}のご予約をお取り消しいたしました。", "It is cancelled: {stay}."}},
    ToolSentence{"note", {"{stay}のご予約にお言付けを添えました。", "The note is added to the booking of {stay}."}},
};
constexpr InBoth first_of_two{"（その夜に時計が二度指すうちの、初めのほう）",
                              " (clocks show that time twice that night; the first of the two)"};
constexpr InBoth is_that_right{"よろしいでしょうか。", "Is that right?"};
constexpr InBoth as_said{"お名前{more}は、うかがったとおりに記します。",
                         "The name{more} will be kept just as you said."};
constexpr InBoth allergies_too{"、アレルギー", ", allergies"};
constexpr InBoth note_too{"、お言付け", ", note"};
constexpr InBoth open_now{"", "We are open now. "}, closed_now{"", "We are closed now. "};

/// Why not, in the order of the enumeration.
constexpr std::array<InBoth, count_of<Limit>> limit_words{{
    {"そのお時間は営業しておりません。", "We are not open then."},
    {"営業するかどうか、まだ決まっておりません。", "It is not known yet whether we are open then."},
    {"最終入店の時刻を過ぎます。", "That is after the last entry."},
    {"閉店までのお時間が足りません。", "There is not enough time before we close."},
    {"その時刻からのご予約はお受けしておりません。", "We take no bookings from that minute."},
    {"その夜に時計が二度指す時刻です。", "Clocks show that time twice that night."},
    {"直前のため、お受けできません。", "That is too soon from now."},
    {"受付の締め切りを過ぎております。", "It is too late to book that."},
    {"まだ受付を始めておりません。", "Bookings that far ahead are not taken yet."},
    {"人数が少なく、お受けできません。", "The party is too small."},
    {"人数が多く、お受けできません。", "The party is too large."},
    {"そのお時間はご予約が混み合っております。", "Too many come at that time."},
    {"そのお時間はご予約が混み合っております。", "Too many come at that time."},
    {"ただいまのお時間ではありません。", "That is not now."},
    {"お席に対して人数が多すぎます。", "The party is more than the table is for."},
    {"同じお客様のご予約が既にございます。", "The same guest has a booking at that time."},
    {"満席でございます。", "We are full then."},
}};

/// What there is no such table for then, where another could be had; in the order of the enumeration.
constexpr std::array<InBoth, count_of<Obstacle>> obstacle_words{{
    {"その種類のお席は空いておりません。", "There is no table of that kind then."},
    {"そのエリアのお席は空いておりません。", "There is no table in that area then."},
    {"喫煙・禁煙のご希望に合うお席は空いておりません。", "There is no table then where smoking is as was asked for."},
    {"車椅子でご利用いただけるお席は空いておりません。", "There is no table then that a wheelchair gets to."},
    {"ご指定のお席は空いておりません。", "The table that was asked for can't be had then."},
    {"こちらでお取りできるお席は空いておりません。", "There is no table then that can be booked this way."},
    {"短いご利用でしたら、お席がございます。", "There is a table then for a shorter time only."},
}};
constexpr InBoth no_such_table{"ご希望に合うお席は空いておりません。",
                               "There is no table then that is as was asked for."};

/// In the order of the enumeration.
constexpr std::array<InBoth, count_of<SeatKind>> seat_words{{
    {"テーブル席", "a table"},
    {"カウンター席", "the counter"},
    {"個室", "a private room"},
    {"座敷", "a tatami room"},
    {"テラス席", "the terrace"},
}};
constexpr std::array<InBoth, count_of<Smoking>> smoking_words{{{"禁煙席", "non-smoking"}, {"喫煙席", "smoking"}}};
constexpr InBoth wheelchair_words{"車椅子のご利用", "room for a wheelchair"};
constexpr InBoth stroller_words{"ベビーカー", "strollers: "};
constexpr InBoth high_chair_words{"お子様用の椅子", "high chairs: "};

/// p.m. ends a sentence by itself.
[[nodiscard]] std::string filled(std::string_view words, std::string_view name, std::string_view with) {
    std::string text{words};
    const auto place = text.find(name);
    if (place == std::string::npos) return text;
    const bool ends_twice = with.ends_with('.') && words.substr(place + name.size()).starts_with('.');
    return text.replace(place, name.size() + (ends_twice ? 1 : 0), with);
}

/// Says things in one language.
class Sayer {
public:
    Sayer(Language language, const Now& now)
        : language_(language), speaker_(language, Manner::formal, date::floor<date::days>(now.local)) {}

    [[nodiscard]] std::string sentence(std::string_view name, const std::string& stay,
                                       const std::string& to = {}) const {
        const auto* found = std::ranges::find(tool_sentences, name, &ToolSentence::name);
        return filled(filled(of(found->words), "{stay}", stay), "{to}", to);
    }
    [[nodiscard]] std::string stay(const ReadStay& stay) const {
        auto said = speaker_.moment(stay.date, stay.begin).text();
        if (stay.is_first_of_two) said += of(first_of_two);
        if (stay.end) said += (is_japanese() ? "から" : " until ") + speaker_.clock(*stay.end).text() + until();
        return said + (is_japanese() ? "、" : ", ") + speaker_.party(stay.party).text() + wishes(stay);
    }
    [[nodiscard]] std::string with_kept(std::string said, const KeptWords& kept) const {
        for (const auto& one : kept.there) add(said, sentence("there_already", stay(one)));
        if (kept.high_chairs > 0) add(said, counted(high_chair_words, kept.high_chairs) + (is_japanese() ? "。" : "."));
        if (kept.phone) add(said, speaker_.say(Line::with_phone, {{"phone", speaker_.phone(*kept.phone)}}).text());
        const auto more = std::string{kept.allergies > 0 ? of(allergies_too) : std::string_view{}} +
                          std::string{kept.notes > 0 ? of(note_too) : std::string_view{}};
        return add(said, filled(of(as_said), "{more}", more));
    }
    [[nodiscard]] std::string asked(std::string said) const { return add(said, std::string{of(is_that_right)}); }
    [[nodiscard]] std::string no(const ToldProposal& told, const ReadStay& wanted) const {
        auto said = sentence(name_of(told.answer), stay(wanted));
        if (!told.limits.empty()) add(said, std::string{of(why_not(told, wanted))});
        std::vector<Spoken> moments;
        for (const auto& one : told.alternatives) {
            if (!one.without && moments.size() < most_alternatives)
                moments.push_back(speaker_.moment(one.date, one.begin));
        }
        if (!moments.empty()) add(said, sentence("alternatives", speaker_.listed(moments).text()));
        return said;
    }
    [[nodiscard]] std::string hours(const ToldHours& told) const {
        const auto day = speaker_.day(told.date);
        if (told.day == State::unknown) return speaker_.say(Line::does_not_know).text();
        if (told.day == State::closed) return speaker_.say(Line::is_closed, {{"day", day}}).text();
        std::vector<Spoken> spans;
        for (const auto& one : told.services) {
            spans.push_back(speaker_.say(Line::hours_from_until,
                                         {{"from", speaker_.clock(one.opens)}, {"until", speaker_.clock(one.closes)}}));
        }
        const auto now = !told.now || *told.now == State::unknown
                             ? std::string_view{}
                             : of(*told.now == State::open ? open_now : closed_now);
        auto said = std::string{now} +
                    speaker_.say(Line::hours_of_day, {{"day", day}, {"hours", speaker_.listed(spans)}}).text();
        for (const auto& one : told.services) {
            const auto& orders = one.last_orders;
            const auto last = orders.food ? orders.food : orders.drink ? orders.drink : orders.entry;
            if (!last) continue;
            const auto when = speaker_.when(told.date, *last);
            add(said, speaker_.say(Line::last_order_of_day, {{"day", when.day}, {"time", when.time}}).text());
        }
        return said;
    }

private:
    /// More nobody remembers.
    static constexpr std::size_t most_alternatives = 3;

    [[nodiscard]] bool is_japanese() const noexcept { return language_ == Language::japanese; }
    /// Nobody is told that a house is full where it only has no such table.
    [[nodiscard]] static const InBoth& why_not(const ToldProposal& told, const ReadStay& wanted) {
        const auto limit = told.limits.front();
        if (limit != Limit::tables) return limit_words[index_of(limit)];
        if (told.obstacles.size() == 1) return obstacle_words[index_of(told.obstacles.front())];
        return told.obstacles.empty() && wanted.needs == Needs{} ? limit_words[index_of(limit)] : no_such_table;
    }
    [[nodiscard]] std::string_view of(const InBoth& words) const { return words[index_of(language_)]; }
    [[nodiscard]] std::string until() const { return is_japanese() ? "まで" : ""; }
    [[nodiscard]] std::string counted(const InBoth& words, int count) const {
        return std::string{of(words)} + std::to_string(count) + (is_japanese() ? "台" : "");
    }
    std::string& add(std::string& said, const std::string& more) const {
        return said += (is_japanese() || said.empty() ? "" : " ") + more;
    }
    /// （個室、禁煙席）
    [[nodiscard]] std::string wishes(const ReadStay& stay) const {
        std::string kinds, all;
        const auto join = [](std::string& list, std::string_view between, std::string_view one) {
            list += (list.empty() ? "" : std::string{between}) + std::string{one};
        };
        const std::string_view comma = is_japanese() ? "、" : ", ";
        for (const auto kind : stay.needs.kinds)
            join(kinds, is_japanese() ? "か" : " or ", of(seat_words[index_of(kind)]));
        if (!kinds.empty()) join(all, comma, kinds);
        if (stay.needs.smoking) join(all, comma, of(smoking_words[index_of(*stay.needs.smoking)]));
        if (stay.needs.access == Access::wheelchair) join(all, comma, of(wheelchair_words));
        const int strollers = stay.party.strollers.count();
        if (strollers > 0) join(all, comma, counted(stroller_words, strollers));
        if (all.empty()) return {};
        return is_japanese() ? "（" + all + "）" : " (" + all + ")";
    }

    Language language_;
    Speaker speaker_;
};

template <class Say>
[[nodiscard]] ToolWords in_both(const Now& now, Say&& say) {
    return {say(Sayer{Language::japanese, now}), say(Sayer{Language::english, now})};
}

}  // namespace

bool is_first_of_two(const std::vector<Exceeded>& told) {
    return std::ranges::find(told, Limit::comes_twice, &Exceeded::limit) != told.end();
}

ReadStay stay_of(Date date, const Reservation& one) {
    return {date, one.begin, one.end, one.wish.party, one.wish.needs, false};
}

ToolWords words_to_book(const ReadStay& stay, const KeptWords& kept, const Now& now) {
    return in_both(
        now, [&](const Sayer& say) { return say.asked(say.with_kept(say.sentence("propose", say.stay(stay)), kept)); });
}
ToolWords words_to_change(const ReadStay& from, const ReadStay& to, const Now& now) {
    return in_both(
        now, [&](const Sayer& say) { return say.asked(say.sentence("propose_change", say.stay(from), say.stay(to))); });
}
ToolWords words_to_cancel(const ReadStay& stay, const Now& now) {
    return in_both(now, [&](const Sayer& say) { return say.asked(say.sentence("propose_cancel", say.stay(stay))); });
}
ToolWords words_to_note(const ReadStay& stay, const Now& now) {
    return in_both(now, [&](const Sayer& say) { return say.asked(say.sentence("propose_note", say.stay(stay))); });
}
ToolWords words_of_no(const ToldProposal& told, const ReadStay& stay, const Now& now) {
    return in_both(now, [&](const Sayer& say) { return say.no(told, stay); });
}
ToolWords words_done(std::string_view tool, const ReadStay& stay, const Now& now) {
    return in_both(now, [&](const Sayer& say) { return say.sentence(tool, say.stay(stay)); });
}
ToolWords words_of_hours(const ToldHours& hours, const Now& now) {
    return in_both(now, [&](const Sayer& say) { return say.hours(hours); });
}

}  // namespace denwaban::ledger

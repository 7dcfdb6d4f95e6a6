#include <array>
#include <string>
#include <utility>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/talk/conversation.hpp>

#include "speech.hpp"

namespace denwaban {

namespace {

/// Every reading of a slot, as one writes it.
template <class T, class Say>
[[nodiscard]] std::string readings_of(const Heard<T>& heard, Say say) {
    std::string all;
    for (const auto& one : heard.readings) {
        const std::string text = say(one);
        all += (all.empty() ? "" : " / ") + text;
    }
    return all;
}

class HeardSlots {
public:
    HeardSlots(const Conversation& talk, Date today) : talk_(talk), speaker_(talk.language, Manner::formal, today) {}

    [[nodiscard]] std::vector<HeardSlot> all() && {
        const auto& known = talk_.known;
        if (known.day) add(SlotKind::day, readings_of(*known.day, [&](Date one) { return speaker_.day(one).text(); }));
        if (known.time) add(SlotKind::time, readings_of(*known.time, [&](const TimeWish& one) { return time(one); }));
        if (known.party)
            add(SlotKind::party, readings_of(*known.party, [&](const PartyWish& one) { return party(one); }));
        if (known.name) {
            add(SlotKind::name, readings_of(*known.name, [](const SpokenName& one) {
                    return one.kana.empty() || one.kana == one.written ? one.written
                                                                       : one.written + "（" + one.kana + "）";
                }));
        }
        if (known.phone)
            add(SlotKind::phone, readings_of(*known.phone, [](const PhoneNumber& one) { return one.national(); }));
        add_lists();
        if (known.course)
            add(SlotKind::course, readings_of(*known.course, [](const CourseWish& one) {
                    const auto* named = std::get_if<NamedCourse>(&one);
                    return named != nullptr ? named->name : std::string{"席のみ"};
                }));
        if (known.occasion)
            add(SlotKind::occasion,
                readings_of(*known.occasion, [](Occasion one) { return std::string{name_of(one)}; }));
        if (known.budget)
            add(SlotKind::budget,
                readings_of(*known.budget, [&](const Budget& one) { return speaker_.budget(one).text(); }));
        return std::move(all_);
    }

private:
    void add(SlotKind slot, std::string value) {
        all_.push_back({slot, std::move(value), talk_.words[index_of(slot)]});
    }

    void add_lists() {
        std::string needs, allergies;
        for (const auto& one : talk_.known.needs) needs += (needs.empty() ? "" : "、") + speaker_.need(one.need).text();
        for (const auto& one : talk_.known.allergies) allergies += (allergies.empty() ? "" : "、") + one.what;
        if (!needs.empty()) add(SlotKind::needs, std::move(needs));
        if (!talk_.known.allergies.empty()) add(SlotKind::allergies, std::move(allergies));
    }

    [[nodiscard]] std::string time(const TimeWish& wish) const {
        if (const auto* minute = std::get_if<MinuteOfDay>(&wish)) return clock(*minute);
        if (const auto* part = std::get_if<PartOfDay>(&wish)) return speaker_.part(*part).text();
        const auto& range = std::get<TimeRange>(wish);
        return (range.from ? speaker_.clock(*range.from).text() : "") + "～" +
               (range.until ? speaker_.clock(*range.until).text() : "");
    }

    /// Past midnight with the day that it lies on, where the night is known.
    [[nodiscard]] std::string clock(MinuteOfDay minute) const {
        constexpr int whole_day = 24 * 60;
        const auto* night = talk_.known.day ? talk_.known.day->certain() : nullptr;
        if (night == nullptr || minute.count() < whole_day) return speaker_.clock(minute).text();
        return speaker_.moment(*night, minute).text();
    }

    [[nodiscard]] std::string party(const PartyWish& wish) const {
        if (const auto* party = std::get_if<Party>(&wish)) return speaker_.party(*party).text();
        const auto& by = std::get<PartyChange>(wish);
        const int more = by.adults + by.children + by.infants;
        return (more < 0 ? "" : "+") + std::to_string(more);
    }

    const Conversation& talk_;
    detail::talk::Speaker speaker_;
    std::vector<HeardSlot> all_;
};

constexpr std::array<std::string_view, count_of<Purpose>> purpose_labels{
    "ご予約", "ご予約の変更", "ご予約の取消", "ご予約の確認", "お忘れ物", "ご到着の遅れ"};
constexpr std::array<std::string_view, count_of<HandOverReason>> reason_labels{
    "担当者をご希望", "聞き取れず",         "お返事がなく", "やりとりが長く", "お叱り",
    "営業のお電話",   "アレルギー",         "人数が多い",   "営業が未定",     "ご予約が見つからず",
    "期限を過ぎて",   "承っていないご用件", "お席が取れず", "システムの不調",
};
constexpr std::array<std::string_view, count_of<SlotKind>> slot_labels{
    "日にち", "お時間", "人数", "お名前", "お電話番号", "ご要望", "アレルギー", "コース", "目的", "ご予算",
};

}  // namespace

ScreenPop screen_pop(const Conversation& conversation, const Now& now) {
    const Date today = date::floor<date::days>(now.local);
    ScreenPop pop;
    pop.purpose = conversation.purpose;
    pop.reason = conversation.reason;
    pop.caller = conversation.caller;
    pop.heard = HeardSlots{conversation, today}.all();
    pop.message = conversation.message;
    pop.held = conversation.held;
    pop.unanswered = conversation.unanswered;
    pop.lines = conversation.lines;
    pop.stream = conversation.stream;
    return pop;
}

std::string notes_of(const ScreenPop& pop) {
    std::string notes;
    const auto line = [&](std::string_view label, std::string_view text) {
        notes += (notes.empty() ? "" : "\n") + std::string{label} + "：" + detail::one_line(text);
    };
    if (pop.purpose) line("ご用件", purpose_labels[index_of(*pop.purpose)]);
    if (pop.reason) line("引き継ぎの理由", reason_labels[index_of(*pop.reason)]);
    for (const auto& one : pop.heard) {
        const auto words = one.words.empty() ? std::string{} : "「" + one.words + "」";
        line(slot_labels[index_of(one.slot)], one.value + words);
    }
    if (!pop.message.empty()) line("ご伝言", pop.message);
    if (pop.stream) line("お声", pop.stream->arn + (pop.stream->fragment.empty() ? "" : "#") + pop.stream->fragment);
    for (const auto& one : pop.held) line("仮押さえ", one.booking.text + "（" + to_string(one.date) + "）");
    return notes;
}

}  // namespace denwaban

#include <algorithm>
#include <string_view>
#include <utility>

#include <denwaban/core/detail/plain_text.hpp>

#include "intents.hpp"
#include "talker.hpp"

namespace denwaban::detail::talk {

namespace {

/// Whether it says how many minutes, or hours.
[[nodiscard]] bool says_minutes(std::string_view text) {
    return text.find("分") != text.npos || text.find("時間") != text.npos || text.find("ふん") != text.npos ||
           text.find("minute") != text.npos;
}

}  // namespace

void Talker::start(Purpose purpose) {
    // A new booking has nothing of another, and who is late was looked for among those of today alone.
    if (purpose == Purpose::book || talk_.purpose == Purpose::late_arrival) talk_.bookings.reset();
    talk_.purpose = purpose;
    talk_.message.clear();
    talk_.checked.reset();
    talk_.declined.reset();
    talk_.why_not.clear();
    talk_.offers.clear();
    talk_.offered_times.clear();
    talk_.split.clear();
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.takes_any_seat = false;
}

/// Who they are stays known.
void Talker::drop_wish() {
    talk_.purpose.reset();
    talk_.known.day.reset();
    talk_.known.time.reset();
    talk_.known.party.reset();
    talk_.known.needs.clear();
    talk_.known.course.reset();
    talk_.known.occasion.reset();
    talk_.known.budget.reset();
    talk_.part.reset();
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.takes_any_seat = false;
    talk_.words = {};
    talk_.unconfirmed.clear();
    talk_.why_not.clear();
    is_answered_ = true;
}

/// Who they are stays known; what they wanted is done.
void Talker::finish() {
    auto known = std::exchange(talk_.known, {});
    talk_.known.name = std::move(known.name);
    talk_.known.phone = std::move(known.phone);
    talk_.words = {};
    talk_.purpose.reset();
    talk_.part.reset();
    talk_.message.clear();
    talk_.checked.reset();
    talk_.split.clear();
    talk_.booked_day.reset();
    talk_.booked_time.reset();
    talk_.takes_any_seat = false;
    talk_.bookings.reset();
    talk_.refused.clear();
    talk_.failures = 0;
}

News Talker::learn_purpose(const Meaning& meaning) {
    std::optional<Purpose> strongest;
    for (const auto& heard : meaning.intents) {
        if (!strongest) strongest = meant_by(heard.intent).purpose;
    }
    if (!strongest || strongest == talk_.purpose) return News::none;
    if (!talk_.purpose) {
        start(*strongest);
        return News::some;
    }
    if (talk_.purpose == Purpose::book && strongest == Purpose::cancel) {
        // Nothing is booked yet that could be cancelled: the booking itself is off.
        drop_wish();
        first_say(say(Line::certainly));
        return News::some;
    }
    const bool is_other =
        is_about_a_booking(*talk_.purpose) && (strongest == Purpose::change || strongest == Purpose::cancel);
    // 8時に変更してください, said of what is being booked, changes that; 予約の変更なんですけど means another.
    const auto& slots = meaning.slots;
    const bool is_of_wish = slots.day || slots.time || slots.party || !meaning.corrected.empty() ||
                            talk_.state == ConversationState::confirming;
    if (!is_other && is_of_wish) return News::none;
    start(*strongest);
    return News::some;
}

bool Talker::is_message() const noexcept {
    return talk_.purpose == Purpose::lost_property || talk_.purpose == Purpose::late_arrival;
}

News Talker::learn_message(const Utterance& said, const Meaning& meaning) {
    const bool is_words = !said.text.empty() && !says(meaning, Intent::noise) && meaning.polarity == Polarity::none;
    if (!is_words || !talk_.message.empty()) return News::none;
    talk_.message = first_characters(one_line(said.text), longest_text / 4);
    return News::some;
}

News Talker::learn_wish(const Utterance& said, const Meaning& meaning) {
    // 「予約した日に忘れた傘です」 is about an umbrella.
    if (is_message() && talk_.asked == Question::wish) return learn_message(said, meaning);
    auto news = learn_purpose(meaning);
    // 20分ほど遅れます says it all; 忘れ物をしました has yet to say what.
    const bool is_how_late = meaning.slots.time || says_minutes(said.text);
    if (news == News::some && talk_.purpose == Purpose::late_arrival && is_how_late) (void)learn_message(said, meaning);
    if (news == News::none && is_repaired_booking(meaning)) {
        start(Purpose::change);
        news = News::some;
    }
    return news;
}

/// 「あ、やっぱり8時で」, once it is booked; who says all of it anew wants another.
bool Talker::is_repaired_booking(const Meaning& meaning) const {
    const auto& slots = meaning.slots;
    const bool says_all = slots.time && slots.party && slots.day && meaning.corrected.empty();
    const bool says_anew = (slots.time || slots.party || slots.day) && !says_all;
    return talk_.state == ConversationState::closing && !talk_.purpose && !talk_.settled.empty() && says_anew &&
           meaning.intents.empty() && phone_of(talk_) != nullptr;
}

/// 名義を変えたい, 電話番号が変わりまして: another name or number of a booking is for whoever keeps the book.
bool Talker::is_of_guest(const Meaning& meaning) const {
    const auto& corrected = meaning.corrected;
    const auto is_corrected = [&](SlotKind slot) {
        return std::find(corrected.begin(), corrected.end(), slot) != corrected.end();
    };
    const bool is_asked = talk_.asked == Question::phone || talk_.asked == Question::name;
    return talk_.purpose == Purpose::change && says(meaning, Intent::change) && !is_asked &&
           (is_corrected(SlotKind::name) || is_corrected(SlotKind::phone));
}

}  // namespace denwaban::detail::talk

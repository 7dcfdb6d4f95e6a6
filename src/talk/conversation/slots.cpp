#include "slots.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace denwaban::detail::talk {

namespace {

[[nodiscard]] std::string words_at(std::string_view text, const ByteRange& range) {
    if (range.begin >= text.size() || range.end <= range.begin) return {};
    return std::string{text.substr(range.begin, range.end - range.begin)};
}

/// Takes what was heard of a slot, if it says anything else than what is known.
template <class T>
void take(std::optional<Heard<T>>& known, const std::optional<Heard<T>>& heard, std::string& words,
          std::string_view text, News& news) {
    if (!heard || heard->readings.empty()) return;
    // What is in doubt and said again is meant.
    const bool is_said_again = known && is_in_doubt(known) && is_in_doubt(heard);
    if (known && known->readings == heard->readings && !is_in_doubt(known)) return;
    known = heard;
    if (is_said_again) known->decider.reset();
    words = words_at(text, heard->words);
    news = News::some;
}

template <class T>
void forget(std::optional<T>& known, std::string& words, News& news) {
    if (!known) return;
    known.reset();
    words.clear();
    news = News::some;
}

void forget(Conversation& talk, SlotKind slot, News& news) {
    auto& known = talk.known;
    auto& words = talk.words[index_of(slot)];
    switch (slot) {
        case SlotKind::day:
            return forget(known.day, words, news);
        case SlotKind::time:
            return forget(known.time, words, news);
        case SlotKind::party:
            return forget(known.party, words, news);
        case SlotKind::name:
            return forget(known.name, words, news);
        case SlotKind::phone:
            return forget(known.phone, words, news);
        case SlotKind::course:
            return forget(known.course, words, news);
        case SlotKind::occasion:
            return forget(known.occasion, words, news);
        case SlotKind::budget:
            return forget(known.budget, words, news);
        case SlotKind::needs:
            if (!known.needs.empty()) news = News::some;
            return known.needs.clear();
        case SlotKind::allergies:
            if (!known.allergies.empty()) news = News::some;
            return known.allergies.clear();
    }
}

/// A party that others are added to, or that some don't come to; nothing where none or nobody would be left.
[[nodiscard]] std::optional<Party> changed(Party party, const PartyChange& by) {
    const auto adults = Covers::make(party.adults.count() + by.adults);
    const auto children = Covers::make(party.children.count() + by.children);
    const auto infants = Covers::make(party.infants.count() + by.infants);
    if (!adults || !children || !infants) return std::nullopt;
    return Party{*adults, *children, *infants, party.strollers};
}

/// Applies a change to who is known to come; what it can't be applied to stays a change.
void apply_change(Conversation& talk, Heard<PartyWish>& heard, const std::optional<Party>& booked) {
    const auto before = party_of(talk);
    const auto base = before ? before : booked;
    for (auto& reading : heard.readings) {
        const auto* by = std::get_if<PartyChange>(&reading);
        const auto party = by != nullptr && base ? changed(*base, *by) : std::nullopt;
        if (party) reading = *party;
    }
}

void take_needs(Conversation& talk, const Meaning& meaning, std::string_view text, News& news) {
    for (const auto& heard : meaning.slots.needs) {
        auto& all = talk.known.needs;
        const auto same = [&](const HeardNeed& one) { return one.need == heard.need; };
        const auto found = std::find_if(all.begin(), all.end(), same);
        if (heard.wanted == Wanted::unwanted) {
            if (found != all.end()) news = News::some;
            std::erase_if(all, same);
        } else if (found == all.end()) {
            all.push_back(heard);
            auto& words = talk.words[index_of(SlotKind::needs)];
            words += (words.empty() ? "" : "、") + words_at(text, heard.words);
            news = News::some;
        }
    }
    for (const auto& heard : meaning.slots.allergies) {
        auto& all = talk.known.allergies;
        if (heard.wanted == Wanted::unwanted) {
            std::erase_if(all, [&](const HeardAllergy& one) { return heard.what.empty() || one.what == heard.what; });
            if (heard.what.empty()) talk.refused.push_back(SlotKind::allergies);
            news = News::some;
            continue;
        }
        const bool is_known =
            std::any_of(all.begin(), all.end(), [&](const HeardAllergy& one) { return one.what == heard.what; });
        if (is_known) continue;
        all.push_back(heard);
        auto& words = talk.words[index_of(SlotKind::allergies)];
        words += (words.empty() ? "" : "、") + words_at(text, heard.words);
        news = News::some;
    }
}

/// はい, to 「5名様でよろしいでしょうか」; after a no it is asked for anew.
template <class T>
void answer_doubt(std::optional<Heard<T>>& known, const std::optional<Heard<T>>& heard, Polarity polarity, News& news) {
    if (!is_in_doubt(known) || heard) return;
    if (polarity == Polarity::yes) {
        known->decider.reset();
        news = News::some;
    } else if (polarity == Polarity::no) {
        known.reset();
        news = News::some;
    }
}
void answer_doubt(Conversation& talk, const Meaning& meaning, News& news) {
    auto& known = talk.known;
    const auto& slots = meaning.slots;
    if (talk.asked_for == SlotKind::day) answer_doubt(known.day, slots.day, meaning.polarity, news);
    if (talk.asked_for == SlotKind::time) answer_doubt(known.time, slots.time, meaning.polarity, news);
    if (talk.asked_for == SlotKind::party) answer_doubt(known.party, slots.party, meaning.polarity, news);
    if (talk.asked_for == SlotKind::name) answer_doubt(known.name, slots.name, meaning.polarity, news);
}

/// Who is asked which reading of his name it is, and says it as before, is written as before: the likelier is read
/// back, and can be put right there.
void settle_name(const Conversation& talk, Slots& slots) {
    const auto& known = talk.known.name;
    if (!slots.name || !known || talk.asked != Question::name || known->certain() != nullptr) return;
    if (slots.name->readings != known->readings) return;
    slots.name->readings.resize(1, known->readings.front());
    slots.name->decider.reset();
}

}  // namespace

News learn(Conversation& talk, const Meaning& meaning, std::string_view text, Date today,
           const std::optional<Party>& booked) {
    auto news = News::none;
    auto slots = meaning.slots;
    // What lies behind us is no day to come; who says so is asked again.
    if (slots.day) {
        std::erase_if(slots.day->readings, [&](Date day) { return day < today; });
        if (slots.day->readings.empty()) slots.day.reset();
    }
    if (slots.party) apply_change(talk, *slots.party, booked);
    const auto words = [&](SlotKind slot) -> std::string& { return talk.words[index_of(slot)]; };
    for (const auto slot : meaning.corrected) forget(talk, slot, news);
    settle_name(talk, slots);
    answer_doubt(talk, meaning, news);
    take(talk.known.day, slots.day, words(SlotKind::day), text, news);
    take(talk.known.time, slots.time, words(SlotKind::time), text, news);
    take(talk.known.party, slots.party, words(SlotKind::party), text, news);
    take(talk.known.name, slots.name, words(SlotKind::name), text, news);
    take(talk.known.phone, slots.phone, words(SlotKind::phone), text, news);
    take(talk.known.digits, slots.digits, words(SlotKind::phone), text, news);
    take(talk.known.course, slots.course, words(SlotKind::course), text, news);
    take(talk.known.occasion, slots.occasion, words(SlotKind::occasion), text, news);
    take(talk.known.budget, slots.budget, words(SlotKind::budget), text, news);
    take_needs(talk, meaning, text, news);
    if (talk.known.phone) talk.known.digits.reset();
    if (slots.time && slots.time->certain() != nullptr) {
        const auto* part = std::get_if<PartOfDay>(slots.time->certain());
        if (part != nullptr) talk.part = *part;
    }
    return news;
}

const Date* day_of(const Conversation& talk) noexcept { return talk.known.day ? talk.known.day->certain() : nullptr; }

std::optional<MinuteOfDay> time_of(const Conversation& talk) noexcept {
    const auto* wish = talk.known.time ? talk.known.time->certain() : nullptr;
    const auto* minute = wish != nullptr ? std::get_if<MinuteOfDay>(wish) : nullptr;
    return minute != nullptr ? std::optional{*minute} : std::nullopt;
}

const TimeRange* window_of(const Conversation& talk) noexcept {
    const auto* wish = talk.known.time ? talk.known.time->certain() : nullptr;
    const auto* range = wish != nullptr ? std::get_if<TimeRange>(wish) : nullptr;
    return range != nullptr && range->from && range->until ? range : nullptr;
}

std::optional<Party> party_of(const Conversation& talk) noexcept {
    const auto* wish = talk.known.party ? talk.known.party->certain() : nullptr;
    const auto* party = wish != nullptr ? std::get_if<Party>(wish) : nullptr;
    const auto count = party != nullptr ? chairs(*party) : std::nullopt;
    return count && count->count() > 0 ? std::optional{*party} : std::nullopt;
}

const SpokenName* name_of_guest(const Conversation& talk) noexcept {
    return talk.known.name ? talk.known.name->certain() : nullptr;
}

const PhoneNumber* shown_phone(const Conversation& talk) noexcept { return std::get_if<PhoneNumber>(&talk.caller); }

const PhoneNumber* phone_of(const Conversation& talk) noexcept {
    if (talk.known.phone) return talk.known.phone->certain();
    return shown_phone(talk);
}

}  // namespace denwaban::detail::talk

/// Any bytes mean something, by any question; places lie within them, readings are there where a slot is, and the time
/// taken goes with the length.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <denwaban/documents/talk_json.hpp>

#include "require.hpp"

using namespace denwaban;

namespace {

template <class Slot>
void check_slot(const Slot& slot, std::string_view text) {
    if (!slot) return;
    require(!slot->readings.empty());
    require(slot->words.begin <= slot->words.end && slot->words.end <= text.size());
    const bool is_one = slot->readings.size() == 1;
    require(is_one ? !slot->decider || slot->decider == Decider::whether : slot->decider.has_value());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static const auto calendar = HolidayCalendar::japan();
    const auto question = data[0] % (count_of<Question> + 1);
    const std::string_view text{reinterpret_cast<const char*>(data) + 1, size - 1};
    Hearing hearing{at(make_date(2026, 11, 24), MinuteOfDay::clock(15, 0)), calendar};
    if (question < count_of<Question>) hearing.asked = static_cast<Question>(question);
    const auto meaning = understand(text, hearing);
    const auto& slots = meaning.slots;
    check_slot(slots.day, text);
    check_slot(slots.time, text);
    check_slot(slots.party, text);
    check_slot(slots.name, text);
    check_slot(slots.phone, text);
    check_slot(slots.digits, text);
    check_slot(slots.course, text);
    check_slot(slots.occasion, text);
    check_slot(slots.budget, text);
    for (const auto& words : meaning.unread) require(words.begin <= words.end && words.end <= text.size());
    for (const auto& intent : meaning.intents) require(intent.words.end <= text.size());
    if (is_utf8(text)) require(meaning_from_json(to_json(meaning)).has_value());
    return 0;
}

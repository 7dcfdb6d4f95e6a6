#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <denwaban/talk/conversation.hpp>

namespace denwaban::detail::talk {

/// Whether it is answered beside, and the dialogue goes on where it was.
enum class Aside : std::uint8_t { no, yes };

/// What comes of an intent: something is to be done, or is answered, or only a human can.
struct Meant {
    Intent intent;
    std::optional<Purpose> purpose{};
    Aside aside = Aside::no;
    std::optional<HandOverReason> for_human{};
};
/// In the order of `Intent`.
inline constexpr std::array<Meant, count_of<Intent>> meant{{
    {Intent::book, Purpose::book},
    {Intent::change, Purpose::change},
    {Intent::cancel, Purpose::cancel},
    {Intent::confirm, Purpose::tell},
    {Intent::ask_hours, {}, Aside::yes},
    {Intent::ask_last_order, {}, Aside::yes},
    {Intent::ask_vacancy, Purpose::book},
    {Intent::ask_directions, {}, Aside::yes},
    {Intent::ask_parking, {}, Aside::yes},
    {Intent::ask_menu, {}, Aside::yes},
    {Intent::ask_allergy, {}, Aside::yes},
    {Intent::ask_price, {}, Aside::yes},
    {Intent::ask_children, {}, Aside::yes},
    {Intent::ask_payment, {}, Aside::yes},
    {Intent::lost_property, Purpose::lost_property},
    {Intent::late_arrival, Purpose::late_arrival},
    {Intent::complaint, {}, Aside::no, HandOverReason::complaint},
    {Intent::sales_call, {}, Aside::no, HandOverReason::sales_call},
    {Intent::human, {}, Aside::no, HandOverReason::asked_for},
    {Intent::goodbye},
    {Intent::repeat},
    {Intent::slower},
    {Intent::silence},
    {Intent::noise},
    {Intent::something_else},
}};
static_assert([] {
    for (std::size_t place = 0; place < meant.size(); ++place) {
        if (index_of(meant[place].intent) != place) return false;
    }
    return true;
}());

[[nodiscard]] constexpr const Meant& meant_by(Intent intent) noexcept { return meant[index_of(intent)]; }

[[nodiscard]] inline bool says(const Meaning& meaning, Intent intent) {
    return std::any_of(meaning.intents.begin(), meaning.intents.end(),
                       [&](const HeardIntent& one) { return one.intent == intent; });
}

}  // namespace denwaban::detail::talk

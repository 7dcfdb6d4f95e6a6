#include "slots.hpp"

#include <charconv>

#include "documents/reservations/reservations.hpp"

namespace denwaban::formats {

namespace {

/// A whole number of 64 bits; protobuf's JSON also writes it as a string.
[[nodiscard]] std::int64_t read_whole(const Node& node, std::int64_t least, std::int64_t most) {
    std::optional<std::int64_t> value;
    if (node.value().is_number_integer()) {
        const bool fits = !node.value().is_number_unsigned() || node.value().integer() >= 0;
        if (fits) value = node.value().integer();
    } else if (node.value().is_string()) {
        const auto text = node.value().text();
        std::int64_t read = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
        if (error == std::errc{} && end == text.data() + text.size() && !text.empty()) value = read;
    } else {
        node.fail(ErrorCode::wrong_type, "must be a whole number");
        return least;
    }
    if (value && *value >= least && *value <= most) return *value;
    node.fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

}  // namespace

std::optional<Node> needed(const Node& node, std::string_view key) {
    auto found = node.is_object() ? node.if_any(key) : std::nullopt;
    if (!found && node.value().is_object()) {
        node.lacks(key);
    }
    return found;
}
std::string words(const Node& node, std::string_view key) {
    const auto found = node.if_any(key);
    return found ? found->text() : std::string{};
}
std::string few_words(const Node& node, std::string_view key) {
    const auto found = node.if_any(key);
    return found ? found->label() : std::string{};
}

Instant read_start_of(const Node& start) {
    constexpr std::int64_t end_of_9999 = 253'402'300'799;
    return Instant{std::chrono::seconds{read_whole(start, 0, end_of_9999)}};
}
std::optional<std::chrono::minutes> read_duration(const Node& slot) {
    const auto duration = slot.if_any("duration_sec");
    const auto seconds = duration ? read_whole(*duration, 0, std::int64_t{minutes_of_a_day} * 60) : 0;
    return seconds > 0 ? std::optional{std::chrono::minutes{(seconds + 59) / 60}} : std::nullopt;
}
Covers read_party(const Node& party) { return *Covers::make(static_cast<int>(read_whole(party, 1, Covers::max))); }

GoogleSlot read_slot(const Node& node, std::string_view resources_key) {
    GoogleSlot slot;
    slot.merchant = words(node, "merchant_id");
    slot.service = few_words(node, "service_id");
    if (const auto start = needed(node, "start_sec")) slot.start = read_start_of(*start);
    slot.duration = read_duration(node);
    if (const auto resources = needed(node, resources_key)) {
        if (const auto party = needed(*resources, "party_size")) slot.party = read_party(*party);
    }
    slot.is_asynchronous = words(node, "confirmation_mode") == "CONFIRMATION_MODE_ASYNCHRONOUS";
    return slot;
}

Wish wish_of(const GoogleSlot& slot) {
    Wish wish;
    wish.party.adults = slot.party;
    wish.channel = BookingChannel::partner;
    wish.turn = slot.duration;
    return wish;
}

}  // namespace denwaban::formats

#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/time.hpp>
#include <denwaban/reservation/reservation.hpp>

#include "documents/json_document.hpp"

namespace denwaban::formats {

/// A member that has to be there. Google's documents gain keys from time to time: others pass.
[[nodiscard]] std::optional<Node> needed(const Node& node, std::string_view key);
[[nodiscard]] std::string words(const Node& node, std::string_view key);
/// What a book keeps as an id or a name.
[[nodiscard]] std::string few_words(const Node& node, std::string_view key);

/// What Google calls a slot.
struct GoogleSlot {
    std::string merchant;
    std::string service;
    Instant start;
    std::optional<std::chrono::minutes> duration;
    Covers party;
    bool is_asynchronous = false;
};

[[nodiscard]] Instant read_start_of(const Node& start);
[[nodiscard]] std::optional<std::chrono::minutes> read_duration(const Node& slot);
[[nodiscard]] Covers read_party(const Node& party);
/// Of `resources` (bookings) and `resource_ids` (availability) alike.
[[nodiscard]] GoogleSlot read_slot(const Node& node, std::string_view resources_key);
[[nodiscard]] Wish wish_of(const GoogleSlot& slot);

}  // namespace denwaban::formats

#pragma once

#include <cstdint>
#include <string_view>

#include "documents/engine/json_scanner.hpp"
#include "record_layout.hpp"

namespace denwaban::connect::fast {

struct Spot;

/// Goes through a text that is laid out as others were.
class KnownScan {
public:
    KnownScan(formats::JsonScanner& json, const Layouts& layouts) noexcept
        : json_(&json), layouts_(&layouts), words_(layouts.words()), step_(&layouts[0]) {}

    /// Whichever comes of those that have come here; null where it is another.
    [[nodiscard, gnu::always_inline]] inline const LayoutStep* next() noexcept {
        for (auto at = step_->child; at != 0; at = step_->sibling) {
            step_ = &(*layouts_)[at];
            if (json_->take_exactly(step_->words(words_))) return step_;
        }
        return nullptr;
    }
    [[nodiscard]] std::string_view key_of(const LayoutStep& step) const noexcept { return step.key(words_); }

    [[nodiscard]] bool string(std::string_view& text) noexcept { return json_->plain(text); }
    [[nodiscard]] bool count(std::int64_t& number) { return json_->count(number); }
    [[nodiscard]] bool pass_text() noexcept {
        std::string_view text;
        return json_->plain(text);
    }
    [[nodiscard]] bool pass_number() { return json_->pass_number(); }
    /// What is new is never known.
    [[nodiscard]] static bool note(const Spot&, std::string_view) noexcept { return false; }

private:
    formats::JsonScanner* json_;
    const Layouts* layouts_;
    const char* words_;
    const LayoutStep* step_;
};

}  // namespace denwaban::connect::fast

#include "record_layout.hpp"

#include <algorithm>

namespace denwaban::connect::fast {

namespace {

constexpr std::size_t most_steps = 8'192;
constexpr std::size_t most_words = std::size_t{1} << 18U;
/// Of one place in a text.
constexpr std::size_t most_siblings = 12;
constexpr std::size_t most_steps_of_a_text = 1'000;
constexpr std::size_t longest_text = std::size_t{1} << 15U;

[[nodiscard]] bool begins_number(char c) noexcept { return c == '-' || (c >= '0' && c <= '9'); }
[[nodiscard]] bool is_of_number(char c) noexcept { return begins_number(c) || c == '.'; }

}  // namespace

void LayoutNotes::begin(std::string_view text, std::size_t most) {
    text_ = text;
    at_ = text.data();
    most_ = text.size() <= longest_text ? most : 0;
    steps_.clear();
}

void LayoutNotes::add(LayoutStep step, const char* until) {
    if (most_ == 0) return;
    step.from = static_cast<std::uint32_t>(at_ - text_.data());
    step.size = static_cast<std::uint32_t>(until - at_);
    at_ = until;
    steps_.push_back(step);
    if (steps_.size() > most_) give_up();
}

void LayoutNotes::give_up() noexcept {
    most_ = 0;
    steps_.clear();
}

void LayoutNotes::note(LayoutStep::Kind kind, std::size_t row, const char* value) {
    const auto* const until = value == text_.data() + text_.size() || *value != '"' ? value : value + 1;
    add({.kind = kind, .row = static_cast<std::uint8_t>(row)}, until);
}

/// Its key stands between the last two quotes: of a text that has escapes, no layout is kept.
void LayoutNotes::note_entry(const char* value) {
    if (most_ == 0) return;
    const std::string_view words{at_, static_cast<std::size_t>(value - at_)};
    const auto close = words.rfind('"');
    const auto open = close == 0 ? words.npos : words.rfind('"', close - 1);
    if (open == words.npos || close > UINT16_MAX) return give_up();
    LayoutStep step{.kind = LayoutStep::Kind::entry};
    step.key_from = static_cast<std::uint16_t>(open + 1);
    step.key_size = static_cast<std::uint16_t>(close - open - 1);
    add(step, value + 1);
}

void LayoutNotes::end(std::uint64_t present, const char* place) {
    add({.kind = LayoutStep::Kind::end, .present = present}, place);
}

void LayoutNotes::go_on_behind(char first, const char* place) noexcept {
    if (first == '"') at_ = place - 1;
    if (begins_number(first)) at_ = place;
}

void LayoutNotes::pass(std::string_view value) {
    if (most_ == 0) return;
    const auto* const end = value.data() + value.size();
    const auto* at = value.data();
    while (at != end) {
        const char first = *at;
        const auto* const begin = at++;
        if (first == '"') {
            const auto* const close = std::find(at, end, '"');
            if (close == end) return;
            at = close + 1;
            const auto* const next = std::find_if(at, end, [](char c) { return static_cast<std::uint8_t>(c) > ' '; });
            if (next != end && *next == ':') continue;
            note(LayoutStep::Kind::passed_text, 0, begin);
        } else if (begins_number(first)) {
            note(LayoutStep::Kind::passed_number, 0, begin);
            at = std::find_if_not(at, end, is_of_number);
        }
        go_on_behind(first, at);
    }
}

void Layouts::forget() {
    steps_.assign(1, {});
    words_.clear();
}

bool Layouts::are_worth_a_try() noexcept {
    constexpr std::size_t one_in = 8;
    if (++texts_ % one_in != 0 && found_ * 2 < tried_) return false;
    if (++tried_ == many) {
        tried_ /= 2;
        found_ /= 2;
    }
    return true;
}

std::size_t Layouts::wanted() noexcept {
    constexpr std::size_t at_first = 256, one_in = 16;
    const bool is_wanted = asked_ < at_first || asked_ % one_in == 0;
    ++asked_;
    return is_wanted ? most_steps_of_a_text : 0;
}

void Layouts::learn(const LayoutNotes& notes) {
    const auto text = notes.text();
    if (notes.steps().empty() || text.find('\\') != std::string_view::npos) return;
    if (steps_.size() + notes.steps().size() > most_steps || words_.size() + text.size() > most_words) forget();
    std::uint32_t before = 0;
    for (const auto& step : notes.steps()) {
        const auto words = step.words(text.data());
        auto known = find(before, step, words);
        if (known == 0) known = add(before, step, words);
        if (known == 0) return;
        before = known;
    }
}

std::uint32_t Layouts::find(std::uint32_t before, const LayoutStep& step, std::string_view words) const {
    for (auto at = steps_[before].child; at != 0; at = steps_[at].sibling) {
        if (steps_[at].kind == step.kind && steps_[at].words(words_.data()) == words) return at;
    }
    return 0;
}

/// The longer stand first: what begins as another does is not taken for it. 0 where there are too many.
std::uint32_t Layouts::add(std::uint32_t before, LayoutStep step, std::string_view words) {
    auto* link = &steps_[before].child;
    std::size_t siblings = 0;
    std::uint32_t* place = nullptr;
    for (; *link != 0; link = &steps_[*link].sibling, ++siblings) {
        if (place == nullptr && steps_[*link].size <= step.size) place = link;
    }
    if (siblings >= most_siblings) return 0;
    if (place == nullptr) place = link;
    step.from = static_cast<std::uint32_t>(words_.size());
    step.sibling = *place;
    step.child = 0;
    words_ += words;
    const auto added = static_cast<std::uint32_t>(steps_.size());
    *place = added;
    steps_.push_back(step);
    return added;
}

}  // namespace denwaban::connect::fast

#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/talk/understand.hpp>

#include "tokens.hpp"

namespace denwaban::talk {

/// How a mention stands to the one before it of its kind.
enum class Link : std::uint8_t { none, either, instead };

/// Tokens first to end, without.
struct Stretch {
    std::size_t first;
    std::size_t end;
};

/// What is read: the tokens and under what.
struct Reading {
    std::string_view utf8;
    const Glyphs& glyphs;
    const std::vector<Token>& tokens;
    const Hearing& hearing;
    bool changes = false;  ///< whether something that was booked is to be changed
    bool english = false;

    [[nodiscard]] std::size_t size() const noexcept { return tokens.size(); }
    [[nodiscard]] Word word(std::size_t at) const noexcept { return at < tokens.size() ? tokens[at].word : Word::stop; }
    [[nodiscard]] Cue cue(std::size_t at) const noexcept { return at < tokens.size() ? tokens[at].cue : Cue::none; }
    [[nodiscard]] bool is_asked(Question question) const noexcept { return hearing.asked == question; }
    /// How many words a look ahead or back goes over: who says more of them in a row says nothing by it, and what is
    /// looked at from each word stays linear.
    static constexpr std::size_t reach = 64;
    /// The first place from `at` on, within reach, that is none of these.
    [[nodiscard]] std::size_t skip(std::size_t at, std::initializer_list<Word> words) const noexcept {
        const auto end = std::min(size(), at + reach);
        while (at < end && std::find(words.begin(), words.end(), tokens[at].word) != words.end()) ++at;
        return at;
    }
    /// The place before `at`, within reach, that is none of these; nothing where all are.
    [[nodiscard]] std::optional<std::size_t> back(std::size_t at, std::initializer_list<Word> words) const noexcept {
        for (const auto first = at > reach ? at - reach : 0; at > first;) {
            --at;
            if (std::find(words.begin(), words.end(), tokens[at].word) == words.end()) return at;
        }
        return std::nullopt;
    }
    [[nodiscard]] ByteRange bytes(Stretch stretch) const {
        return {glyphs.bytes[tokens[stretch.first].begin].begin, glyphs.bytes[tokens[stretch.end - 1].end - 1].end};
    }
    /// As it was said, on one line, as whoever keeps it wants it.
    [[nodiscard]] std::string said(ByteRange range) const {
        return denwaban::detail::one_line(utf8.substr(range.begin, range.end - range.begin));
    }
    [[nodiscard]] std::u16string_view folded(Stretch stretch) const {
        const auto begin = tokens[stretch.first].begin;
        return std::u16string_view{glyphs.text}.substr(begin, tokens[stretch.end - 1].end - begin);
    }
    /// By what stands between a mention and one before it, as far as reach.
    [[nodiscard]] Link link(std::size_t from, std::size_t to) const;
    /// 土曜は無理なので、日曜: what was said before is no wish that is taken back, but why not.
    [[nodiscard]] bool is_excused(std::size_t from, std::size_t to) const;
    [[nodiscard]] bool is_on_condition(std::size_t from, std::size_t to) const;
    /// ありますか, but not あります.
    [[nodiscard]] bool asks(std::size_t at) const;
    /// Whether the words behind a mention take it back: に変更.
    [[nodiscard]] bool is_changed_to(std::size_t end) const;
    /// 28日から29日に, 4人を6人に, where something is to be changed: from one mention to another.
    [[nodiscard]] bool is_moved_to(Stretch before, Stretch mention) const;
    /// 5人かもしれません, 7時になるかも.
    [[nodiscard]] bool is_perhaps(std::size_t end) const;
};

/// 予約した佐藤です; したい, したく and したら are none of what was done.
[[nodiscard]] bool is_booked(const Reading& reading, std::size_t at);

/// The first that repairs before `at`, anywhere in what was said.
[[nodiscard]] bool repairs_before(const Reading& reading, std::size_t at);

}  // namespace denwaban::talk

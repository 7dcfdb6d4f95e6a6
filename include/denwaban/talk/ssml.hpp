#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/detail/xml_text.hpp>
#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// The tags that Amazon Polly's neural voices take whole. `emphasis` they refuse; of `prosody` and `say-as` they take a
/// part, and say-as reads no Japanese time or telephone number as one says it.
enum class SsmlTag : std::uint8_t { speak, break_for, lang, mark, p, s, sub, w, phoneme };
template <>
inline constexpr std::array<std::string_view, 9> names_of<SsmlTag>{"speak", "break", "lang", "mark",   "p",
                                                                   "s",     "sub",   "w",    "phoneme"};

/// What a tag must and may have, and whether anything stands in it.
struct SsmlTagTrait {
    SsmlTag tag;
    std::array<std::string_view, 2> needs{};  ///< attributes; empty words are none
    std::array<std::string_view, 2> takes{};  ///< likewise
    /// What stands between a tag's two ends.
    enum class Content : std::uint8_t { text, nothing } content = Content::text;
};
/// In the order of `SsmlTag`.
inline constexpr std::array<SsmlTagTrait, count_of<SsmlTag>> ssml_tags{{
    {SsmlTag::speak, {}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::break_for, {}, {"time", "strength"}, SsmlTagTrait::Content::nothing},
    {SsmlTag::lang, {"xml:lang"}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::mark, {"name"}, {}, SsmlTagTrait::Content::nothing},
    {SsmlTag::p, {}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::s, {}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::sub, {"alias"}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::w, {"role"}, {}, SsmlTagTrait::Content::text},
    {SsmlTag::phoneme, {"alphabet", "ph"}, {}, SsmlTagTrait::Content::text},
}};

namespace detail {

/// Whether a break is as long as Polly makes one: up to 10 seconds.
[[nodiscard]] constexpr bool is_break_time(std::string_view time) noexcept {
    constexpr int longest = 10'000;
    const bool in_milliseconds = time.ends_with("ms");
    if (!in_milliseconds && !time.ends_with('s')) return false;
    const auto count = decimal(time.substr(0, time.size() - (in_milliseconds ? 2 : 1)));
    return count && *count <= (in_milliseconds ? longest : longest / 1000);
}

class SsmlCheck {
public:
    explicit SsmlCheck(std::string_view ssml) : all_(ssml) {}

    [[nodiscard]] Errors run() && {
        while (at_ < all_.size()) {
            if (all_[at_] == '<') {
                read_tag();
            } else {
                read_text();
            }
        }
        if (!open_.empty()) fail("is not closed", all_.size(), all_.size());
        if (!has_root_) fail("must be in speak", 0, all_.size());
        return std::move(errors_);
    }

private:
    void fail(std::string message, std::size_t begin, std::size_t end) {
        errors_.push_back({ErrorCode::invalid_value, std::move(message), ByteRange{begin, end}});
    }

    void read_text() {
        const auto begin = at_;
        at_ = std::min(all_.find('<', at_), all_.size());
        const auto text = all_.substr(begin, at_ - begin);
        if (open_.empty()) fail("stands outside speak", begin, at_);
        check_characters(text, begin);
    }

    void check_characters(std::string_view text, std::size_t begin) {
        constexpr std::array<std::string_view, 5> entities{"&amp;", "&lt;", "&gt;", "&quot;", "&apos;"};
        for (std::size_t at = 0; at < text.size();) {
            const auto [code, bytes] = first_character(text.substr(at));
            const auto is_here = [&](std::string_view entity) { return text.substr(at).starts_with(entity); };
            const bool is_right = code == U'&' ? std::any_of(entities.begin(), entities.end(), is_here)
                                               : is_xml_character(code) && code != U'<';
            if (!is_right) fail("can't stand in XML", begin + at, begin + at + bytes);
            at += bytes;
        }
    }

    void read_tag() {
        const auto begin = at_;
        const auto end = all_.find('>', at_);
        if (end == all_.npos) {
            fail("is not closed", begin, all_.size());
            at_ = all_.size();
            return;
        }
        at_ = end + 1;
        auto inside = all_.substr(begin + 1, end - begin - 1);
        if (inside.starts_with('/')) return close(inside.substr(1), begin);
        const bool is_empty = inside.ends_with('/');
        if (is_empty) inside.remove_suffix(1);
        const auto name = inside.substr(0, std::min(inside.find(' '), inside.size()));
        const auto tag = enumerator_named<SsmlTag>(name);
        if (!tag) return fail("is no tag that neural voices take", begin, at_);
        check_place(*tag, begin);
        check_attributes(ssml_tags[index_of(*tag)], inside.substr(name.size()), begin);
        if (!is_empty) {
            open_.push_back(*tag);
        } else if (*tag == SsmlTag::speak) {
            has_root_ = true;
        }
        const bool may_hold = ssml_tags[index_of(*tag)].content == SsmlTagTrait::Content::text;
        if (!is_empty && !may_hold) fail("holds nothing", begin, at_);
    }

    void check_place(SsmlTag tag, std::size_t begin) {
        if (tag != SsmlTag::speak) {
            if (open_.empty()) fail("stands outside speak", begin, at_);
        } else if (!open_.empty() || has_root_) {
            fail("stands twice", begin, at_);
        }
    }

    void close(std::string_view name, std::size_t begin) {
        if (open_.empty() || name_of(open_.back()) != name) return fail("closes nothing", begin, at_);
        has_root_ |= open_.back() == SsmlTag::speak;
        open_.pop_back();
    }

    void check_attributes(const SsmlTagTrait& trait, std::string_view rest, std::size_t begin) {
        std::vector<std::string_view> names;
        while (!rest.empty()) {
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            if (rest.empty()) break;
            const auto equals = rest.find("=\"");
            const auto end = equals == rest.npos ? equals : rest.find('"', equals + 2);
            if (end == rest.npos) return fail("has an attribute without a value", begin, at_);
            const auto name = rest.substr(0, equals);
            const auto value = rest.substr(equals + 2, end - equals - 2);
            check_attribute(trait, name, value, begin);
            if (std::find(names.begin(), names.end(), name) != names.end()) fail("has one twice", begin, at_);
            names.push_back(name);
            rest.remove_prefix(end + 1);
        }
        for (const auto needed : trait.needs) {
            if (needed.empty() || std::find(names.begin(), names.end(), needed) != names.end()) continue;
            fail("needs " + std::string{needed}, begin, at_);
        }
    }

    void check_attribute(const SsmlTagTrait& trait, std::string_view name, std::string_view value, std::size_t begin) {
        const auto is_one_of = [&](const auto& words) {
            return std::find(words.begin(), words.end(), name) != words.end();
        };
        if (name.empty() || (!is_one_of(trait.needs) && !is_one_of(trait.takes)))
            fail("takes no " + std::string{name}, begin, at_);
        if (name == "time" && !is_break_time(value)) fail("is no time up to 10 seconds", begin, at_);
        check_characters(value, static_cast<std::size_t>(value.data() - all_.data()));
    }

    std::string_view all_;
    std::size_t at_ = 0;
    std::vector<SsmlTag> open_;
    bool has_root_ = false;
    Errors errors_;
};

}  // namespace detail

/// All for which a neural voice would refuse a document, each `invalid_value` with its bytes: tags and attributes that
/// it does not take, what is not well-formed. For SSML of one's own; what `Spoken` makes has none. Linear.
[[nodiscard]] inline Errors check_ssml(std::string_view ssml) { return detail::SsmlCheck{ssml}.run(); }

}  // namespace denwaban

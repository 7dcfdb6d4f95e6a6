#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/core/detail/xml_text.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/talk/ssml.hpp>

namespace denwaban {

/// In which language one speaks.
enum class Language : std::uint8_t { japanese, english };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Language>{"japanese", "english"};

/// Something to say: as one writes it, and as Amazon Polly is told to say it. Whatever the words are, its SSML is valid
/// for a neural voice: it has no tags but `sub` and `break`.
class Spoken {
public:
    Spoken() = default;
    /// Words that any voice reads right.
    Spoken(std::string_view words) : text_(words), body_(detail::xml_text(words)) {}
    Spoken(const char* words) : Spoken(std::string_view{words}) {}
    Spoken(const std::string& words) : Spoken(std::string_view{words}) {}

    /// What is written in one way and read in another: 7時, しちじ.
    [[nodiscard]] static Spoken read_as(std::string_view written, std::string_view reading) {
        if (written == reading) return written;
        Spoken made;
        made.text_ = written;
        made.body_ = "<sub alias=\"" + detail::xml_text(reading) + "\">" + detail::xml_text(written) + "</sub>";
        return made;
    }
    /// What is written and not said: the dash in a telephone number.
    [[nodiscard]] static Spoken unsaid(std::string_view written) {
        Spoken made;
        made.text_ = written;
        return made;
    }
    /// A silence, which is not written. Precondition: 0 to 10 seconds, as Polly has it.
    [[nodiscard]] static Spoken pause(std::chrono::milliseconds length) {
        Spoken made;
        made.body_ = "<break time=\"" + std::to_string(length.count()) + "ms\"/>";
        return made;
    }
    /// Its sentences, with a breath between them.
    [[nodiscard]] static Spoken of(const Announcement& announcement) {
        Spoken made;
        for (const auto& sentence : announcement.sentences) {
            if (!made.empty()) made += pause(std::chrono::milliseconds{300});
            made += sentence;
        }
        return made;
    }
    /// What `text()` and `ssml()` gave; none where a neural voice would refuse it.
    [[nodiscard]] static std::optional<Spoken> restored(std::string_view text, std::string_view ssml) {
        constexpr std::string_view begin = "<speak>", end = "</speak>";
        if (!ssml.starts_with(begin) || !ssml.ends_with(end) || !check_ssml(ssml).empty()) return std::nullopt;
        Spoken made;
        made.text_ = text;
        made.body_ = ssml.substr(begin.size(), ssml.size() - begin.size() - end.size());
        return made;
    }

    Spoken& operator+=(const Spoken& more) {
        text_ += more.text_;
        body_ += more.body_;
        return *this;
    }
    [[nodiscard]] friend Spoken operator+(Spoken first, const Spoken& second) {
        first += second;
        return first;
    }

    /// Nothing to say, to wait for or to write.
    [[nodiscard]] bool empty() const noexcept { return text_.empty() && body_.empty(); }
    /// As one writes it.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    /// A whole document for Amazon Polly.
    [[nodiscard]] std::string ssml() const { return "<speak>" + body_ + "</speak>"; }

    friend bool operator==(const Spoken&, const Spoken&) = default;

private:
    std::string text_;
    std::string body_;
};

}  // namespace denwaban

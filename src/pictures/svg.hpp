#pragma once

#include <string>
#include <string_view>

#include <denwaban/core/detail/xml_text.hpp>

namespace denwaban::formats {

/// An SVG picture that needs no font but the reader's; what others wrote is escaped, inks and papers are ours.
class Svg {
public:
    void text(int x, int y, std::string_view ink, std::string_view content, std::string_view more = {}) {
        body_ += "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" fill=\"" + std::string{ink} +
                 "\"" + std::string{more} + ">" + detail::xml_text(content) + "</text>";
    }
    /// `tip` is what a reader sees who points at it.
    void box(int x, int y, int width, int height, std::string_view paper, std::string_view tip = {},
             std::string_view more = {}) {
        body_ += "<rect x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" width=\"" +
                 std::to_string(width) + "\" height=\"" + std::to_string(height) + "\" fill=\"" + std::string{paper} +
                 "\"" + std::string{more} + ">";
        if (!tip.empty()) body_ += "<title>" + detail::xml_text(tip) + "</title>";
        body_ += "</rect>";
    }
    [[nodiscard]] std::string document(int width, int height, std::string_view title) const {
        const auto wide = std::to_string(width), high = std::to_string(height);
        return R"(<svg xmlns="http://www.w3.org/2000/svg" width=")" + wide + R"(" height=")" + high +
               R"(" viewBox="0 0 )" + wide + " " + high +
               R"(" font-family="sans-serif" font-size="12" role="img"><title>)" + detail::xml_text(title) +
               "</title>" + body_ + "</svg>\n";
    }

private:
    std::string body_;
};

}  // namespace denwaban::formats

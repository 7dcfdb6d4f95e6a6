#pragma once

#include <cstddef>
#include <string_view>

namespace denwaban::connect {

/// How deep one stands in an object or a list of JSON that comes in parts.
class OpenValue {
public:
    /// Goes on to where the value ends; the length of the part, where it does not.
    [[nodiscard]] std::size_t end_in(std::string_view part) noexcept {
        for (std::size_t at = 0; at < part.size(); ++at) {
            if (goes_on_after(part[at])) continue;
            depth_ = 0;
            return at + 1;
        }
        return part.size();
    }
    [[nodiscard]] bool is_over() const noexcept { return depth_ == 0; }

private:
    [[nodiscard]] bool goes_on_after(char c) noexcept {
        if (is_escaped_) {
            is_escaped_ = false;
        } else if (in_text_) {
            is_escaped_ = c == '\\';
            if (c == '"') in_text_ = false;
        } else if (c == '"') {
            in_text_ = true;
        } else if (c == '{' || c == '[') {
            ++depth_;
        } else if (c == '}' || c == ']') {
            return --depth_ > 0;
        }
        return true;
    }

    int depth_ = 0;
    bool in_text_ = false;
    bool is_escaped_ = false;
};

}  // namespace denwaban::connect

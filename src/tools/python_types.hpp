#pragma once

#include "types.hpp"

namespace denwaban::tools {

/// What Python calls what has no parts, and choices among them.
class PythonTypes : public Types {
public:
    using Types::Types;

protected:
    [[nodiscard]] std::string plain(const shapes::Shape& shape) const override;
    [[nodiscard]] std::string one_of_words(std::span<const std::string_view> words) const override;
    [[nodiscard]] std::string one_of(const std::vector<std::string>& types) const override;
    [[nodiscard]] std::string record(const shapes::Shape&) const override { return "dict[str, Any]"; }
};

}  // namespace denwaban::tools

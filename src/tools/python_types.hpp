#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "types.hpp"

namespace denwaban::tools {

/// Declarations behind those that they need: a type that stands in an annotation is there when Python evaluates it,
/// which is quicker than to keep its name.
class Declarations {
public:
    /// What is written from here on is of that name.
    void begin(std::string_view name) { all_.push_back({std::string{name}, {}, {}}); }
    Declarations& operator+=(std::string_view text) {
        all_.back().text += text;
        return *this;
    }
    /// The type, whose names the declaration needs.
    [[nodiscard]] std::string needing(std::string type);
    [[nodiscard]] std::string in_order() &&;

private:
    struct Declaration {
        std::string name;
        std::string text;
        std::set<std::string> needs;
    };
    void write(const std::string& name);

    std::vector<Declaration> all_;
    std::set<std::string> written_;
    std::string text_;
};

/// What Python calls what has no parts, and choices among them.
class PythonTypes : public Types {
public:
    using Types::Types;

protected:
    [[nodiscard]] std::string plain(const shapes::Shape& shape) const override;
    [[nodiscard]] std::string one_of_words(std::span<const std::string_view> words) const override;
    [[nodiscard]] std::string one_of(const std::vector<std::string>& types) const override;
    [[nodiscard]] static std::string or_none(const std::string& type) { return "Union[" + type + ", None]"; }
    [[nodiscard]] std::string record(const shapes::Shape&) const override { return "dict[str, Any]"; }
};

}  // namespace denwaban::tools

#pragma once

#include <string>
#include <utility>
#include <vector>

#include "spoken.hpp"

namespace denwaban::tools {

/// The types of what Node and Python are given and give as objects, as each of them declares them.
[[nodiscard]] std::string typescript();
[[nodiscard]] std::string python();
[[nodiscard]] std::string words_in_python();

/// One list behind the other.
template <typename Item>
[[nodiscard]] std::vector<Item> joined(std::vector<Item> first, const std::vector<Item>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

/// The noun of that shape; null where it is none of them.
[[nodiscard]] const Spoken* spoken_in(const std::vector<Spoken>& nouns, const shapes::Shape& shape);

/// How a language writes types.
class Types {
public:
    Types(std::vector<Spoken> nouns, std::vector<SpokenWords> words)
        : nouns_(std::move(nouns)), words_(std::move(words)) {}
    Types(const Types&) = delete;
    Types& operator=(const Types&) = delete;
    virtual ~Types() = default;

protected:
    /// Of what has no parts: text, a number, true or false, anything.
    [[nodiscard]] virtual std::string plain(const shapes::Shape& shape) const = 0;
    [[nodiscard]] virtual std::string one_of_words(std::span<const std::string_view> words) const = 0;
    [[nodiscard]] virtual std::string one_of(const std::vector<std::string>& types) const = 0;
    [[nodiscard]] virtual std::string list_of(const std::string& item) const = 0;
    [[nodiscard]] virtual std::string map_of(const std::string& key, const std::string& item) const = 0;
    /// Of a record and of a form without a name of their own.
    [[nodiscard]] virtual std::string record(const shapes::Shape& shape) const = 0;
    [[nodiscard]] virtual std::string form(const shapes::Shape& of, const shapes::Form& form) const = 0;

    /// A type's name, where it has one.
    [[nodiscard]] std::string type_of(const shapes::Shape& shape) const;
    /// Of what a noun for that use has there.
    [[nodiscard]] std::string type_of(const shapes::Shape& shape, Use use) const;
    /// What it is.
    [[nodiscard]] std::string whole(const shapes::Shape& shape) const;
    [[nodiscard]] const Spoken* spoken_as(const shapes::Shape& shape) const { return spoken_in(nouns_, shape); }

    /// Whether a field is always there, and whether it may be null.
    [[nodiscard]] static bool is_there(const shapes::Field& field, Use use) noexcept;
    [[nodiscard]] static bool may_be_null(const shapes::Field& field, Use use) noexcept;

    std::vector<Spoken> nouns_;
    std::vector<SpokenWords> words_;

private:
    [[nodiscard]] std::string words(const shapes::Shape& shape) const;
};

}  // namespace denwaban::tools

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "types.hpp"

namespace denwaban::tools {

/// Nouns as the documents that they are, as whoever asks may give them, or as objects made of them.
enum class As : std::uint8_t { documents, given, objects };

/// What nouns are in TypeScript.
class TypeScript final : public Types {
public:
    TypeScript(std::vector<Spoken> nouns, std::vector<SpokenWords> words, As as, Use use = Use::asked)
        : Types(std::move(nouns), std::move(words)), as_(as), use_(use) {}

    [[nodiscard]] std::string declared(const SpokenWords& words) const;
    [[nodiscard]] std::string declared(const Spoken& noun) const;
    /// By its name, where it has one.
    [[nodiscard]] std::string named(const shapes::Shape& shape) const { return type_of(shape, use_); }

private:
    [[nodiscard]] std::string member(const shapes::Field& field, Use use) const;
    [[nodiscard]] std::string plain(const shapes::Shape& shape) const override;
    [[nodiscard]] std::string one_of_words(std::span<const std::string_view> words) const override;
    [[nodiscard]] std::string one_of(const std::vector<std::string>& types) const override;
    [[nodiscard]] std::string list_of(const std::string& item) const override;
    [[nodiscard]] std::string map_of(const std::string& key, const std::string& item) const override;
    [[nodiscard]] std::string record(const shapes::Shape& shape) const override;
    [[nodiscard]] std::string form(const shapes::Shape& of, const shapes::Form& form) const override;

    As as_;
    Use use_;  ///< of what has no name
};

/// `/** … */`, if there is anything to say.
[[nodiscard]] std::string comment(std::string_view about, std::string_view indent);

/// What an errand is asked with and answers, a door a member, each in the types of `nouns.d.ts` where they say it.
[[nodiscard]] std::string errands_in_typescript();

}  // namespace denwaban::tools

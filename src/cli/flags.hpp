#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/expected.hpp>

namespace denwaban::cli {

/// A sentence for the user, if what a flag was given is none of its values.
using Refusal = std::optional<std::string>;

/// `--name`, alone or with a value behind it.
template <class Options>
struct Flag {
    enum class Takes { nothing, value };

    std::string_view name;
    Takes takes = Takes::value;
    Refusal (*set)(Options&, const std::string& value);
};

/// Sets what the flags among `words` say; what is left, in order, are names. The error is a sentence for the user.
template <class Options>
[[nodiscard]] Expected<std::vector<std::string>, std::string> read_flags(const std::vector<std::string>& words,
                                                                         std::span<const Flag<Options>> flags,
                                                                         Options& options) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "-" || words[i].empty() || words[i][0] != '-') {
            names.push_back(words[i]);
            continue;
        }
        const auto flag = std::ranges::find(flags, words[i], &Flag<Options>::name);
        if (flag == flags.end()) return Unexpected{"no such option: " + words[i]};
        const bool takes_value = flag->takes == Flag<Options>::Takes::value;
        if (takes_value && i + 1 == words.size()) return Unexpected{words[i] + " needs a value"};
        if (auto refusal = flag->set(options, takes_value ? words[++i] : "")) return Unexpected{*std::move(refusal)};
    }
    return names;
}

}  // namespace denwaban::cli

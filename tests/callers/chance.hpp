#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include <denwaban/core/random.hpp>

namespace callers {

/// What happens by chance, again the same with the same seed.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : random_(seed) {}
    int below(int most) { return static_cast<int>(random_() % static_cast<std::uint64_t>(most)); }
    bool once_in(int times) { return below(times) == 0; }
    bool happens(double share) { return below(1'000'000) < static_cast<int>(share * 1e6); }
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }
    std::string one_of(std::initializer_list<const char*> all) {
        return all.begin()[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

private:
    denwaban::SplitMix64 random_;
};

}  // namespace callers

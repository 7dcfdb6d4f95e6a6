#pragma once

#include <vector>

#include <denwaban/core/error.hpp>

namespace denwaban {

/// What was read of one of Amazon Connect's documents. The service adds keys and words from time to time: they are no
/// errors, and nobody has to guess which of them passed unread.
template <class T>
struct ConnectReading {
    T value;
    std::vector<JsonPointer> unknown;  ///< the places of keys and words that are new to us, a thousand at most
    friend bool operator==(const ConnectReading&, const ConnectReading&) = default;
};

}  // namespace denwaban

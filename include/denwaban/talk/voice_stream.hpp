#pragma once

#include <string>

namespace denwaban {

/// Where a caller's voice is streamed to: a stream of Kinesis Video, and the fragment of it in which they begin.
struct VoiceStream {
    std::string arn;
    std::string fragment{};  ///< its number; may be empty
    friend bool operator==(const VoiceStream&, const VoiceStream&) = default;
};

}  // namespace denwaban

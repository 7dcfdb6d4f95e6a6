#pragma once

#include <cstddef>
#include <functional>
#include <limits>
#include <string_view>
#include <vector>

#include <zlib.h>

namespace denwaban::connect {

[[nodiscard]] inline bool is_gzip(std::string_view data) noexcept { return data.starts_with("\x1f\x8b"); }

/// Unfolds gzip as it comes; it may be several members one behind the other.
class Unfolder {
public:
    Unfolder() : part_(std::size_t{64} << 10U) { open_ = inflateInit2(&stream_, gzip_only) == Z_OK; }
    ~Unfolder() { inflateEnd(&stream_); }
    Unfolder(const Unfolder&) = delete;
    Unfolder& operator=(const Unfolder&) = delete;

    /// False where it is no gzip, and from then on; `part` until then, and while it says true.
    template <class Part>
    [[nodiscard]] bool add(std::string_view bytes, Part&& part) {
        while (open_ && !bytes.empty()) {
            const auto some = bytes.substr(0, std::numeric_limits<uInt>::max());
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(some.data()));
            stream_.avail_in = static_cast<uInt>(some.size());
            open_ = unfold(part);
            bytes.remove_prefix(some.size());
        }
        return open_;
    }
    /// Whether a member has ended, and none has begun.
    [[nodiscard]] bool is_whole() const noexcept { return open_ && ended_; }

private:
    static constexpr int gzip_only = 16 + MAX_WBITS;

    template <class Part>
    [[nodiscard]] bool unfold(Part&& part) {
        do {
            if (ended_ && stream_.avail_in > 0 && inflateReset(&stream_) != Z_OK) return false;
            stream_.next_out = reinterpret_cast<Bytef*>(part_.data());
            stream_.avail_out = static_cast<uInt>(part_.size());
            const auto result = inflate(&stream_, Z_NO_FLUSH);
            // Nothing came in and nothing is left to come out.
            if (result == Z_BUF_ERROR) return true;
            if (result != Z_OK && result != Z_STREAM_END) return false;
            ended_ = result == Z_STREAM_END;
            if (!part(std::string_view{part_.data(), part_.size() - stream_.avail_out})) return false;
        } while (stream_.avail_in > 0 || (stream_.avail_out == 0 && !ended_));
        return true;
    }

    z_stream stream_{};
    std::vector<char> part_;
    bool open_ = false;
    bool ended_ = false;
};

}  // namespace denwaban::connect

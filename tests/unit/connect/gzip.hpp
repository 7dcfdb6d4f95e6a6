#pragma once

#include <doctest/doctest.h>

#include <string>

#include <zlib.h>

/// As one member.
inline std::string gzip(std::string text) {
    std::string folded(text.size() + 1000, '\0');
    z_stream stream{};
    REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(folded.data());
    stream.avail_out = static_cast<uInt>(folded.size());
    REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
    folded.resize(stream.total_out);
    deflateEnd(&stream);
    return folded;
}

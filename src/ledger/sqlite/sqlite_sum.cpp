#include "sqlite_sum.hpp"

#include <zlib.h>

namespace denwaban::sqlite {

namespace {

constexpr std::int64_t low = 0xFFFFFFFF;

[[nodiscard]] uLong add_to_sum(uLong sum, std::string_view text) {
    return crc32_z(sum, reinterpret_cast<const Bytef*>(text.data()), text.size());
}

}  // namespace

std::int64_t sum_of(const Key& key, std::string_view body) {
    constexpr std::string_view mark{"\0", 1};
    auto sum = crc32_z(0, nullptr, 0);
    for (const auto text : {std::string_view{key.partition}, mark, std::string_view{key.sort}, mark, body}) {
        sum = add_to_sum(sum, text);
    }
    return static_cast<std::int64_t>(sum);
}

Done check_sum(const Document& document, std::optional<std::int64_t> kept) {
    const bool is_its_own = kept && *kept >> 32 == static_cast<std::int64_t>(document.version.number);
    if (!is_its_own || (*kept & low) == sum_of(document.key, document.body)) return std::monostate{};
    auto message = document.key.partition + " " + document.key.sort + ": is not as it was written";
    return Unexpected{Errors{{ErrorCode::corrupt, std::move(message), {}}}};
}

}  // namespace denwaban::sqlite

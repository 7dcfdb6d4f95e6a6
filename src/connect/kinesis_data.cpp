#include "kinesis_data.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

#include "documents/json_document.hpp"
#include "md5.hpp"
#include "open_value.hpp"
#include "unfolder.hpp"

namespace denwaban::connect {

namespace {

/// None of what is no gzip, is cut short, or unfolds into more than any document may be.
[[nodiscard]] std::optional<std::string> unfolded(std::string_view data) {
    Unfolder unfolder;
    std::string text;
    const auto take = [&](std::string_view part) {
        text += part;
        return text.size() <= formats::max_document;
    };
    if (!unfolder.add(data, take) || !unfolder.is_whole()) return std::nullopt;
    return text;
}

/// Protocol Buffers' wire format, as far as the Kinesis Producer Library's message needs it.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) noexcept : bytes_(bytes) {}

    [[nodiscard]] bool at_end() const noexcept { return bytes_.empty(); }
    [[nodiscard]] std::optional<std::uint64_t> number() {
        constexpr unsigned most_bits = 63;
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift <= most_bits && !bytes_.empty(); shift += 7) {
            const auto byte = static_cast<std::uint8_t>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if ((byte & 0x80U) == 0) return value;
        }
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::string_view> bytes() {
        const auto size = number();
        if (!size || *size > bytes_.size()) return std::nullopt;
        const auto taken = bytes_.substr(0, *size);
        bytes_.remove_prefix(*size);
        return taken;
    }

private:
    std::string_view bytes_;
};

/// A message whose fields are numbers and bytes; `field(number, bytes)` for those that are bytes.
template <class Field>
[[nodiscard]] bool each_field(std::string_view message, Field&& field) {
    constexpr std::uint64_t varint = 0;
    constexpr std::uint64_t delimited = 2;
    WireReader reader{message};
    while (!reader.at_end()) {
        const auto tag = reader.number();
        if (!tag) return false;
        if ((*tag & 7U) == delimited) {
            const auto bytes = reader.bytes();
            if (!bytes || !field(*tag >> 3U, *bytes)) return false;
        } else if ((*tag & 7U) != varint || !reader.number()) {
            return false;
        }
    }
    return true;
}

/// The Kinesis Producer Library begins what it aggregated with this and ends it with an MD5 of the message between. No
/// JSON and no gzip begins so.
constexpr std::string_view aggregated_magic = "\xF3\x89\x9A\xC2";

/// None of what is cut short or damaged.
[[nodiscard]] std::optional<std::vector<std::string_view>> aggregated(std::string_view data) {
    constexpr std::uint64_t records = 3;
    constexpr std::uint64_t record_data = 3;
    if (data.size() < aggregated_magic.size() + md5_size) return std::nullopt;
    data.remove_prefix(aggregated_magic.size());
    const auto digest = data.substr(data.size() - md5_size);
    data.remove_suffix(md5_size);
    const auto own = md5_of(data);
    if (digest != std::string_view{own.data(), own.size()}) return std::nullopt;
    std::vector<std::string_view> all;
    const bool is_whole = each_field(data, [&](std::uint64_t number, std::string_view record) {
        return number != records || each_field(record, [&](std::uint64_t part, std::string_view bytes) {
                   if (part == record_data) all.push_back(bytes);
                   return true;
               });
    });
    if (!is_whole) return std::nullopt;
    return all;
}

[[nodiscard]] bool is_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// So many parts of one record that can't be read are told one by one, and what comes after them as one: a record of a
/// megabyte can hold half a million.
constexpr std::size_t most_failures = 20;

/// Whether it was the producer's library that put a record where it stands.
enum class Within : std::uint8_t { stream, aggregate };

/// The texts of one record of Kinesis.
class Texts {
public:
    Texts(const TakePart& part, const TakePoison& poison) noexcept : part_(part), poison_(poison) {}

    void read(std::string_view data, Within within) {
        std::optional<std::string> text;
        if (is_gzip(data)) {
            text = unfolded(data);
            if (!text) return fail("is no whole gzip of at most 64 MiB", data);
        }
        const std::string_view plain = text ? std::string_view{*text} : data;
        if (!plain.starts_with(aggregated_magic)) return read_values(plain);
        if (within == Within::aggregate) return fail("is aggregated twice, which the KPL never does", data);
        read_aggregated(plain);
    }

private:
    void read_aggregated(std::string_view data) {
        const auto records = aggregated(data);
        if (!records) return fail("is not whole as the KPL aggregates it", data);
        for (const auto record : *records) {
            if (gives_up(data.substr(static_cast<std::size_t>(record.data() - data.data())))) return;
            read(record, Within::aggregate);
        }
    }
    void read_values(std::string_view text) {
        for (text = without_blanks_before(text); !text.empty(); text = without_blanks_before(text)) {
            if (gives_up(text)) return;
            const auto end = end_of_part(text);
            if (!part_(text.substr(0, end))) ++failures_;
            text.remove_prefix(end);
        }
    }
    [[nodiscard]] bool gives_up(std::string_view rest) {
        if (failures_ < most_failures) return false;
        fail("is not read, for too much before it can't be", rest);
        return true;
    }
    void fail(std::string_view why, std::string_view bytes) {
        ++failures_;
        poison_({ErrorCode::invalid_value, std::string{why}, {}}, bytes);
    }

    const TakePart& part_;
    const TakePoison& poison_;
    std::size_t failures_ = 0;
};

}  // namespace

bool opens_value(std::string_view text) noexcept { return text.starts_with('{') || text.starts_with('['); }

std::optional<std::size_t> end_of_value(std::string_view text) noexcept {
    if (opens_value(text)) {
        OpenValue value;
        const auto end = value.end_in(text);
        return value.is_over() ? std::optional{end} : std::nullopt;
    }
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string) {
            if (c == '\\') ++at;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '}' || c == ']') {
            return at + 1;
        } else if (c == '{' || c == '[' || is_blank(c)) {
            return at;
        }
    }
    return std::nullopt;
}

std::string_view without_blanks_before(std::string_view text) noexcept {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return text;
}

std::size_t end_of_part(std::string_view text) noexcept {
    if (opens_value(text)) return end_of_value(text).value_or(text.size());
    std::size_t end = 0;
    for (auto rest = text; !rest.empty() && !opens_value(rest); rest = without_blanks_before(rest)) {
        rest.remove_prefix(end_of_value(rest).value_or(rest.size()));
        end = text.size() - rest.size();
    }
    return end;
}

void each_json_text(std::string_view data, const TakePart& part, const TakePoison& poison) {
    Texts{part, poison}.read(data, Within::stream);
}

}  // namespace denwaban::connect

#include "dynamodb_items.hpp"

#include <charconv>
#include <chrono>
#include <limits>
#include <utility>

#include <denwaban/core/detail/sha256.hpp>

namespace denwaban::dynamodb {

namespace {

/// DynamoDB takes days to remove what has expired: parts go after the document that they belong to.
constexpr std::chrono::hours parts_outlive{24 * 7};

/// What begins so is no document's: keys have no control characters.
constexpr std::string_view nobodys = "\1";

[[nodiscard]] std::optional<Node> attribute_of(const Node& item, std::string_view name, std::string_view type) {
    const auto value = item.required(name);
    return value ? value->required(type) : std::nullopt;
}

[[nodiscard]] std::string read_text(const Node& item, std::string_view name) {
    const auto value = attribute_of(item, name, "S");
    return value ? value->string() : std::string{};
}

[[nodiscard]] std::int64_t read_number(const Node& item, std::string_view name, std::int64_t least, std::int64_t most) {
    const auto value = attribute_of(item, name, "N");
    if (!value) return least;
    const auto text = value->string();
    std::int64_t number = least;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_right = error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most;
    if (is_right) return number;
    if (value->value().is_string()) value->fail(ErrorCode::out_of_range, "must be a whole number in its range");
    return least;
}

[[nodiscard]] Instant read_time(const Node& item, std::string_view name) {
    constexpr Instant end{make_date(10000, 1, 1).time_since_epoch()};
    constexpr auto last = end.time_since_epoch().count() - 1;
    return Instant{std::chrono::milliseconds{read_number(item, name, -last, last)}};
}

[[nodiscard]] bool has(const Node& item, std::string_view name) {
    return item.value().is_object() && item.value().contains(name);
}

}  // namespace

Pieces cut(std::string_view body) {
    const auto is_inside_a_character = [&](std::size_t place) {
        return (static_cast<std::uint8_t>(body[place]) & 0xC0U) == 0x80;
    };
    Pieces pieces;
    if (body.size() > piece_bytes) pieces.stamp = denwaban::detail::sha256(body);
    while (body.size() > piece_bytes) {
        auto end = piece_bytes;
        while (end < body.size() && is_inside_a_character(end)) ++end;
        pieces.texts.push_back(body.substr(0, end));
        body.remove_prefix(end);
    }
    if (!body.empty() || pieces.texts.empty()) pieces.texts.push_back(body);
    return pieces;
}

Key part_key(const Key& document, std::size_t number) {
    const auto name = denwaban::detail::sha256(document.partition + '\0' + document.sort);
    return {std::string{nobodys} + "part#" + name + "#" + std::to_string(number), "part"};
}

Key request_key(std::string_view request) {
    return {std::string{nobodys} + "request#" + std::string{request}, "answer"};
}

std::optional<std::string> request_of(const Key& key) {
    const auto beginning = request_key("").partition;
    if (!key.partition.starts_with(beginning)) return std::nullopt;
    return key.partition.substr(beginning.size());
}

Json text_value(std::string_view text) { return {{"S", text}}; }
Json number_value(std::int64_t number) { return {{"N", std::to_string(number)}}; }

Json key_json(const Key& key) {
    return {{attribute::partition, text_value(key.partition)}, {attribute::sort, text_value(key.sort)}};
}

Json part_json(const Key& key, std::string_view text, const std::string& stamp, const std::optional<Instant>& expires) {
    auto item = key_json(key);
    item[attribute::stamp] = text_value(stamp);
    item[attribute::body] = text_value(text);
    if (expires) item[attribute::expires] = number_value(expiry_second(*expires + parts_outlive));
    return item;
}

Json answer_json(const RequestAnswer& answer) {
    auto item = key_json(request_key(answer.request));
    item[attribute::about] = text_value(answer.about);
    item[attribute::answer] = text_value(answer.answer);
    item[attribute::keep_until] = number_value(answer.keep_until.time_since_epoch().count());
    item[attribute::expires] = number_value(expiry_second(answer.keep_until));
    return item;
}

std::int64_t expiry_second(Instant expires) {
    return date::ceil<std::chrono::seconds>(expires).time_since_epoch().count();
}

bool is_nobodys(const Key& key) noexcept { return key.partition.starts_with(nobodys); }

Key read_item_key(const Node& item) {
    return {read_text(item, attribute::partition), read_text(item, attribute::sort)};
}

Version read_item_version(const Node& item) {
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    return {static_cast<std::uint64_t>(read_number(item, attribute::version, 1, last))};
}

Item read_document_item(const Node& item) {
    Item read{{read_item_key(item), read_item_version(item), read_text(item, attribute::body), {}}, {}};
    if (has(item, attribute::expires_at)) read.document.expires = read_time(item, attribute::expires_at);
    if (!has(item, attribute::parts) && !has(item, attribute::stamp)) return read;
    const auto parts = read_number(item, attribute::parts, 1, most_parts);
    read.split = Split{static_cast<std::size_t>(parts), read_text(item, attribute::stamp)};
    return read;
}

Item read_part_item(const Node& item) {
    return {{read_item_key(item), {}, read_text(item, attribute::body), {}},
            Split{0, read_text(item, attribute::stamp)}};
}

RequestAnswer read_answer_item(const Node& item, std::string request) {
    return {std::move(request), read_text(item, attribute::about), read_text(item, attribute::answer),
            read_time(item, attribute::keep_until)};
}

}  // namespace denwaban::dynamodb

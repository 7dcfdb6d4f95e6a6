#include "sink.hpp"

#include <array>
#include <charconv>

#include "shape.hpp"

namespace denwaban::formats {

void Sink::json(const Json& value) {
    static constexpr Shape anything{.sort = shapes::Sort::open};
    if (value.is_array()) {
        open_list(value.size());
        for (const auto& item : value.items()) json(item);
        return close_list();
    }
    if (value.is_object()) {
        open_record(anything);
        for (const auto& [name, member] : value.members()) {
            key(name);
            json(member);
        }
        return close_record();
    }
    value.visit_plain([this](const auto& one) { plain(one); });
}

std::string& TextSink::next() {
    if (!std::exchange(is_first_, false)) text_ += ',';
    return text_;
}
void TextSink::whole(std::int64_t value) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    next().append(digits.data(), end);
}
void TextSink::key(std::string_view key) {
    write_json_string(next(), key);
    text_ += ':';
    is_first_ = true;
}
void TextSink::open(char bracket) {
    next() += bracket;
    is_first_ = true;
}
void TextSink::close(char bracket) {
    text_ += bracket;
    is_first_ = false;
}

Json& JsonSink::put(Json value) {
    if (open_.empty()) return root_ = std::move(value);
    auto& container = *open_.back();
    if (container.is_array()) return container.items().emplace_back(std::move(value));
    return container.members().emplace_back(key_, std::move(value)).second;
}

}  // namespace denwaban::formats

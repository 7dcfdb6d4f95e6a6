#include <algorithm>
#include <bitset>

#include "shapes.hpp"
#include "unknown_word.hpp"

namespace denwaban::shapes {

namespace detail {

std::size_t place_of(std::span<const Field> fields, std::string_view key, std::size_t from) {
    for (auto place = from; place < fields.size(); ++place) {
        if (fields[place].key == key) return place;
    }
    for (std::size_t place = 0; place < std::min(from, fields.size()); ++place) {
        if (fields[place].key == key) return place;
    }
    return fields.size();
}

const Form* form_named(std::span<const Form> forms, std::string_view word) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.word == word; });
    return found == forms.end() ? nullptr : &*found;
}

}  // namespace detail

namespace {

constexpr std::size_t most_fields = 64;

[[nodiscard]] std::string keys_of(const Shape& shape) {
    std::string keys{shape.tag};
    for (const auto& field : shape.fields) keys += (keys.empty() ? "" : ", ") + std::string{field.key};
    return keys;
}

void read_field(const Field& field, const Node& node, void* record) {
    if (field.presence == told || (field.presence == if_known && node.value().is_null())) return;
    auto* member = field.at(record);
    if (field.maybe == nullptr) return read_shape(field.shape, node, member);
    if (field.presence == if_said || !node.value().is_null())
        read_shape(field.shape, node, field.maybe->emplace(member));
}

/// Members come in any order, mostly in the one they are written in.
void read_fields(const Shape& shape, const Node& node, void* record) {
    std::bitset<most_fields> seen;
    std::size_t next = 0;
    node.each_member([&](std::string_view key, const Node& member) {
        const auto place = detail::place_of(shape.fields, key, next);
        if (place < shape.fields.size()) {
            seen.set(place);
            next = place + 1;
            read_field(shape.fields[place], member, record);
        } else if (key != shape.tag) {
            member.is_not_known([&] { return keys_of(shape); });
        }
    });
    if (!node.value().is_object()) return;
    for (std::size_t place = 0; place < shape.fields.size(); ++place) {
        const auto& field = shape.fields[place];
        if (seen.test(place)) continue;
        if (field.presence <= nullable) node.lacks(field.key);
        if (field.fill != nullptr) field.fill(record);
    }
}

void read_list(const Shape& shape, const Node& node, void* list) {
    if (node.value().is_array() && node.value().size() > static_cast<std::size_t>(shape.most)) {
        return node.fail(ErrorCode::too_large, "are more than " + std::to_string(shape.most));
    }
    shape.list->clear(list);
    node.each([&](const Node& item) { read_shape(*shape.of, item, shape.list->add(list)); });
    if (shape.least > 0) detail::require_items(node);
}

[[nodiscard]] std::string words_of(std::span<const Form> forms) {
    std::string words;
    for (const auto& form : forms) words += (words.empty() ? "" : ", ") + std::string{form.word};
    return words;
}
void read_tagged(const Shape& shape, const Node& node, void* variant) {
    if (!node.is_object()) return;
    const auto tag = node.member(shape.tag);
    if (!tag) return node.lacks(shape.tag);
    if (!tag->is_string()) return;
    const auto* form = detail::form_named(shape.forms, tag->value().text());
    if (form == nullptr) {
        return formats::tell_unknown_word(*tag, tag->value().text(), ErrorCode::invalid_value,
                                          "must be one of " + words_of(shape.forms));
    }
    auto record = form->shape;
    record.tag = shape.tag;
    read_shape(record, node, form->emplace(variant));
}

void read_only_key(const Shape& shape, const Node& node, void* variant) {
    if (node.value().is_object() && node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + words_of(shape.forms));
    }
    node.each_member([&](std::string_view key, const Node& member) {
        const auto* form = detail::form_named(shape.forms, key);
        if (form != nullptr) return read_shape(form->shape, member, form->emplace(variant));
        formats::tell_unknown_word(member, key, ErrorCode::unknown_key, "is not known here: " + words_of(shape.forms));
    });
}

}  // namespace

void read_shape(const Shape& shape, const Node& node, void* value) {
    const auto known = node.errors().size();
    if (shape.read != nullptr) {
        shape.read(shape, node, value);
    } else if (shape.sort == Sort::record) {
        read_fields(shape, node, value);
    } else if (shape.sort == Sort::list) {
        read_list(shape, node, value);
    } else {
        shape.tag.empty() ? read_only_key(shape, node, value) : read_tagged(shape, node, value);
    }
    if (shape.check != nullptr) shape.check(node, value, known);
}

}  // namespace denwaban::shapes

#include "shapes.hpp"

#include <algorithm>
#include <bitset>

namespace denwaban::shapes {

namespace {

constexpr std::size_t most_fields = 64;

[[nodiscard]] std::string keys_of(const Shape& shape) {
    std::string keys{shape.tag};
    for (const auto& field : shape.fields) keys += (keys.empty() ? "" : ", ") + std::string{field.key};
    return keys;
}

[[nodiscard]] std::size_t place_of(std::span<const Field> fields, std::string_view key, std::size_t from) {
    for (auto place = from; place < fields.size(); ++place) {
        if (fields[place].key == key) return place;
    }
    for (std::size_t place = 0; place < std::min(from, fields.size()); ++place) {
        if (fields[place].key == key) return place;
    }
    return fields.size();
}

void read_field(const Field& field, const Node& node, void* record) {
    if (field.presence == told) return;
    auto* member = field.at(record);
    if (field.maybe == nullptr) return read_shape(field.shape, node, member);
    if (!node.value().is_null()) read_shape(field.shape, node, field.maybe->emplace(member));
}

/// Members come in any order, mostly in the one they are written in.
void read_fields(const Shape& shape, const Node& node, void* record) {
    std::bitset<most_fields> seen;
    std::size_t next = 0;
    node.each_member([&](std::string_view key, const Node& member) {
        const auto place = place_of(shape.fields, key, next);
        if (place < shape.fields.size()) {
            seen.set(place);
            next = place + 1;
            read_field(shape.fields[place], member, record);
        } else if (key != shape.tag && node.errors().reading() == Reading::asked) {
            member.fail(ErrorCode::unknown_key, "is not known here: " + keys_of(shape));
        }
    });
    if (!node.value().is_object()) return;
    for (std::size_t place = 0; place < shape.fields.size(); ++place) {
        const auto& field = shape.fields[place];
        if (field.presence != required || seen.test(place)) continue;
        node.fail(ErrorCode::missing_key, "needs \"" + std::string{field.key} + "\"");
    }
}

void read_list(const Shape& shape, const Node& node, void* list) {
    if (node.value().is_array() && node.value().size() > static_cast<std::size_t>(shape.most)) {
        return node.fail(ErrorCode::too_large, "are more than " + std::to_string(shape.most));
    }
    node.each([&](const Node& item) { read_shape(*shape.of, item, shape.list->add(list)); });
}

[[nodiscard]] std::string words_of(std::span<const Form> forms) {
    std::string words;
    for (const auto& form : forms) words += (words.empty() ? "" : ", ") + std::string{form.word};
    return words;
}
[[nodiscard]] const Form* form_named(std::span<const Form> forms, std::string_view word) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.word == word; });
    return found == forms.end() ? nullptr : &*found;
}

void read_tagged(const Shape& shape, const Node& node, void* variant) {
    if (!node.is_object()) return;
    const auto tag = node.member(shape.tag);
    if (!tag) return node.fail(ErrorCode::missing_key, "needs \"" + std::string{shape.tag} + "\"");
    if (!tag->is_string()) return;
    const auto* form = form_named(shape.forms, tag->value().text());
    if (form == nullptr) return tag->fail(ErrorCode::invalid_value, "must be one of " + words_of(shape.forms));
    auto record = form->shape;
    record.tag = shape.tag;
    read_shape(record, node, form->emplace(variant));
}

void read_only_key(const Shape& shape, const Node& node, void* variant) {
    if (node.value().is_object() && node.value().size() != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one key: " + words_of(shape.forms));
    }
    node.each_member([&](std::string_view key, const Node& member) {
        const auto* form = form_named(shape.forms, key);
        if (form != nullptr) return read_shape(form->shape, member, form->emplace(variant));
        member.fail(ErrorCode::unknown_key, "is not known here: " + words_of(shape.forms));
    });
}

/// The item of a list as it stood before: the one with the same first field.
[[nodiscard]] std::optional<Value> item_before(const Shape& shape, const void* item, const Value* list) {
    if (list == nullptr || !list->is_array() || shape.sort != Sort::record || shape.fields.empty()) return std::nullopt;
    const auto& first = shape.fields.front();
    if (first.maybe != nullptr || first.at == nullptr || first.shape.sort != Sort::name) return std::nullopt;
    JsonSink sink;
    write_shape(first.shape, first.at(const_cast<void*>(item)), sink);
    const auto id = sink.take();
    for (auto before = list->first(); before; before = before->next()) {
        const auto same = before->find(first.key);
        if (same && *same == id.string()) return before;
    }
    return std::nullopt;
}

[[nodiscard]] bool is_left_out(const Field& field, const void* record) {
    if (field.presence == if_any) return field.maybe->get(field.at(const_cast<void*>(record))) == nullptr;
    return field.presence == or_else && field.is_plain(record);
}

void write_field(const Field& field, const void* record, Sink& sink, const Value* before) {
    sink.key(field.key);
    const void* member = field.at(const_cast<void*>(record));
    if (field.maybe != nullptr) member = field.maybe->get(member);
    if (member == nullptr) return sink.null();
    const auto stood = before == nullptr ? std::nullopt : before->find(field.key);
    write_shape(field.shape, member, sink, stood ? &*stood : nullptr);
}

void write_fields(const Shape& shape, const void* record, Sink& sink, const Value* before) {
    for (const auto& field : shape.fields) {
        if (!is_left_out(field, record)) write_field(field, record, sink, before);
    }
    if (before == nullptr || !before->is_object()) return;
    for (auto member = before->first(); member; member = member->next()) {
        const bool known = member->key() == shape.tag || place_of(shape.fields, member->key(), 0) < shape.fields.size();
        if (known) continue;
        sink.key(member->key());
        sink.json(*member);
    }
}

void write_list(const Shape& shape, const void* list, Sink& sink, const Value* before) {
    const auto size = shape.list->size(list);
    sink.open_list(size);
    for (std::size_t place = 0; place < size; ++place) {
        const auto* item = shape.list->at(list, place);
        const auto stood = item_before(*shape.of, item, before);
        write_shape(*shape.of, item, sink, stood ? &*stood : nullptr);
    }
    sink.close_list();
}

void write_form(const Shape& shape, const void* variant, Sink& sink) {
    for (const auto& form : shape.forms) {
        const auto* value = form.get(variant);
        if (value == nullptr) continue;
        sink.open_record(shape);
        if (shape.tag.empty()) {
            sink.key(form.word);
            write_shape(form.shape, value, sink);
        } else {
            sink.key(shape.tag);
            sink.text(form.word);
            write_fields(form.shape, value, sink, nullptr);
        }
        return sink.close_record();
    }
    sink.null();
}

}  // namespace

namespace detail {

void read_text(const Shape& shape, const Node& node, std::string& text) {
    if (shape.sort == Sort::label) {
        text = node.label();
    } else if (shape.sort == Sort::name) {
        text = node.name();
    } else if (shape.sort == Sort::text) {
        text = node.text();
    } else {
        text = node.string();
    }
}

std::int64_t read_whole(const Shape& shape, const Node& node) { return node.whole(shape.least, shape.most); }
std::size_t read_word(const Shape& shape, const Node& node) { return node.word(shape.words).value_or(0); }
void write_text(Sink& sink, std::string_view text) { sink.text(text); }
void write_whole(Sink& sink, std::int64_t value) { sink.whole(value); }

void read_date(const Shape&, const Node& node, void* value) { *static_cast<Date*>(value) = node.date(); }
void write_date(const Shape&, const void* value, Sink& sink) { sink.date(*static_cast<const Date*>(value)); }
void read_minute(const Shape&, const Node& node, void* value) {
    *static_cast<MinuteOfDay*>(value) = node.minute_of_day();
}
void write_minute(const Shape&, const void* value, Sink& sink) {
    sink.text(to_string(*static_cast<const MinuteOfDay*>(value)));
}
void read_instant(const Shape&, const Node& node, void* value) { *static_cast<Instant*>(value) = node.instant(); }
void write_instant(const Shape&, const void* value, Sink& sink) { sink.instant(*static_cast<const Instant*>(value)); }
void read_boolean(const Shape&, const Node& node, void* value) { *static_cast<bool*>(value) = node.boolean(); }
void write_boolean(const Shape&, const void* value, Sink& sink) { sink.boolean(*static_cast<const bool*>(value)); }
void read_phone(const Shape&, const Node& node, void* value) {
    if (const auto number = node.phone_number()) *static_cast<PhoneNumber*>(value) = *number;
}
void write_phone(const Shape&, const void* value, Sink& sink) {
    sink.text(static_cast<const PhoneNumber*>(value)->e164());
}

}  // namespace detail

void read_shape(const Shape& shape, const Node& node, void* value) {
    const auto known = node.errors().size();
    if (shape.sort == Sort::record) {
        read_fields(shape, node, value);
    } else if (shape.sort == Sort::list) {
        read_list(shape, node, value);
    } else if (shape.sort == Sort::forms) {
        shape.tag.empty() ? read_only_key(shape, node, value) : read_tagged(shape, node, value);
    } else {
        shape.read(shape, node, value);
    }
    if (shape.check != nullptr && node.errors().size() == known) shape.check(node, value);
}

void write_shape(const Shape& shape, const void* value, Sink& sink, const Value* before) {
    if (shape.sort == Sort::record) {
        sink.open_record(shape);
        write_fields(shape, value, sink, before);
        return sink.close_record();
    }
    if (shape.sort == Sort::list) return write_list(shape, value, sink, before);
    if (shape.sort == Sort::forms) return write_form(shape, value, sink);
    shape.write(shape, value, sink);
}

std::string with_unknown_of(const Shape& shape, const void* now, std::string_view before) {
    const auto stood = formats::parse_document(before);
    std::string text;
    TextSink sink{text};
    const auto root = stood.complete ? std::optional{stood.document.root()} : std::nullopt;
    write_shape(shape, now, sink, root ? &*root : nullptr);
    return text;
}

}  // namespace denwaban::shapes

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
    if (field.presence == if_said || !node.value().is_null())
        read_shape(field.shape, node, field.maybe->emplace(member));
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
[[nodiscard]] const Form* form_named(std::span<const Form> forms, std::string_view word) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const Form& form) { return form.word == word; });
    return found == forms.end() ? nullptr : &*found;
}

void read_tagged(const Shape& shape, const Node& node, void* variant) {
    if (!node.is_object()) return;
    const auto tag = node.member(shape.tag);
    if (!tag) return node.lacks(shape.tag);
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

[[nodiscard]] bool is_left_out(const Field& field, const void* record) {
    if (field.presence == if_any || field.presence == if_said) {
        return field.maybe->get(field.at(const_cast<void*>(record))) == nullptr;
    }
    return field.presence == or_else && field.is_plain(record);
}

/// What it is, and what it was.
void write_member(const Field& field, const void* record, Sink& sink, const Value* before) {
    const void* member = field.at(const_cast<void*>(record));
    if (field.maybe != nullptr) member = field.maybe->get(member);
    if (member == nullptr) return sink.null();
    const auto stood = before == nullptr ? std::nullopt : before->find(field.key);
    write_shape(field.shape, member, sink, stood ? &*stood : nullptr);
}

/// Whether nothing of `now` stood otherwise before.
[[nodiscard]] bool agrees(const Json& now, const Json& before) {
    if (now.is_object() && before.is_object()) {
        return std::all_of(now.members().begin(), now.members().end(), [&](const auto& member) {
            const auto* stood = before.find(member.first);
            return stood == nullptr || agrees(member.second, *stood);
        });
    }
    if (now.is_array() && before.is_array()) {
        return std::equal(now.items().begin(), now.items().end(), before.items().begin(), before.items().end(), agrees);
    }
    return formats::write_document(now) == formats::write_document(before);
}

/// Whether an item of a list stood there: by what tells the items apart, or else by all that is known of it.
[[nodiscard]] bool stood_as(const Value& before, const Shape& shape, const void* item) {
    const auto* id = shape.fields.empty() ? nullptr : &shape.fields.front();
    JsonSink now;
    if (id == nullptr || id->presence != identity) {
        write_shape(shape, item, now);
        return agrees(now.take(), Json{before});
    }
    const auto stood = before.find(id->key);
    write_member(*id, item, now, nullptr);
    return stood && agrees(now.take(), Json{*stood});
}

/// Finds the items of a list as they stood before. Most stand as they did, one behind the other.
class ItemsBefore {
public:
    ItemsBefore(const Shape& item, const Value* list)
        : item_(item), first_(list != nullptr ? list->first() : std::nullopt), next_(first_) {}

    [[nodiscard]] std::optional<Value> find(const void* item) {
        for (auto before = next_; before; before = before->next()) {
            if (stood_as(*before, item_, item)) return found(*before);
        }
        for (auto before = first_; before && !(next_ && before->order() == next_->order()); before = before->next()) {
            if (stood_as(*before, item_, item)) return found(*before);
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] Value found(Value before) {
        next_ = before.next();
        return before;
    }

    const Shape& item_;
    std::optional<Value> first_;
    std::optional<Value> next_;
};

void write_fields(const Shape& shape, const void* record, Sink& sink, const Value* before) {
    for (const auto& field : shape.fields) {
        if (is_left_out(field, record)) continue;
        sink.key(field.key);
        write_member(field, record, sink, before);
    }
    write_unknown(sink, before, [&](std::string_view key) {
        return key == shape.tag || place_of(shape.fields, key, 0) < shape.fields.size();
    });
}

void write_list(const Shape& shape, const void* list, Sink& sink, const Value* before) {
    const auto size = shape.list->size(list);
    ItemsBefore items{*shape.of, before};
    sink.open_list(size);
    for (std::size_t place = 0; place < size; ++place) {
        const auto* item = shape.list->at(list, place);
        const auto stood = items.find(item);
        write_shape(*shape.of, item, sink, stood ? &*stood : nullptr);
    }
    sink.close_list();
}

void write_form(const Shape& shape, const void* variant, Sink& sink, const Value* before) {
    for (const auto& form : shape.forms) {
        const auto* value = form.get(variant);
        if (value == nullptr) continue;
        sink.open_record(shape);
        if (shape.tag.empty()) {
            const auto stood = before == nullptr ? std::nullopt : before->find(form.word);
            sink.key(form.word);
            write_shape(form.shape, value, sink, stood ? &*stood : nullptr);
        } else {
            sink.key(shape.tag);
            sink.text(form.word);
            auto record = form.shape;
            record.tag = shape.tag;
            const auto stood = before == nullptr ? std::nullopt : before->find(shape.tag);
            write_fields(record, value, sink, stood && *stood == form.word ? before : nullptr);
        }
        return sink.close_record();
    }
    sink.null();
}

}  // namespace

namespace detail {

std::size_t mistakes_of(const Node& node) { return node.errors().size(); }

void require_items(const Node& node) {
    if (node.value().is_array() && node.value().empty()) node.fail(ErrorCode::invalid_value, "must not be empty");
}

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
void write_date(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.date(*static_cast<const Date*>(value));
}
void read_minute(const Shape&, const Node& node, void* value) {
    *static_cast<MinuteOfDay*>(value) = node.minute_of_day();
}
void write_minute(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.text(to_string(*static_cast<const MinuteOfDay*>(value)));
}
void read_month_day(const Shape&, const Node& node, void* value) {
    *static_cast<date::month_day*>(value) = node.month_day();
}
void write_month_day(const Shape&, const void* value, Sink& sink, const Value*) {
    const auto day = *static_cast<const date::month_day*>(value);
    sink.text(to_string(Date{date::year{2000} / day}).substr(5));
}
void read_instant(const Shape&, const Node& node, void* value) { *static_cast<Instant*>(value) = node.instant(); }
void write_instant(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.instant(*static_cast<const Instant*>(value));
}
void read_boolean(const Shape&, const Node& node, void* value) { *static_cast<bool*>(value) = node.boolean(); }
void read_true(const Shape&, const Node& node, void*) {
    if (!node.value().is_true()) node.fail(ErrorCode::invalid_value, "must be true");
}
void write_true(const Shape&, const void*, Sink& sink, const Value*) { sink.boolean(true); }
void write_boolean(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.boolean(*static_cast<const bool*>(value));
}
void read_phone(const Shape&, const Node& node, void* value) {
    if (const auto number = node.phone_number()) *static_cast<PhoneNumber*>(value) = *number;
}
void write_phone(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.text(static_cast<const PhoneNumber*>(value)->e164());
}

}  // namespace detail

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

void write_shape(const Shape& shape, const void* value, Sink& sink, const Value* before) {
    if (shape.write != nullptr) return shape.write(shape, value, sink, before);
    if (shape.sort == Sort::list) return write_list(shape, value, sink, before);
    if (shape.sort == Sort::forms) return write_form(shape, value, sink, before);
    sink.open_record(shape);
    write_fields(shape, value, sink, before);
    sink.close_record();
}

namespace {

[[nodiscard]] bool has_more(const Shape& shape, const Value& value);

[[nodiscard]] const Shape* shape_at(const Shape& shape, std::string_view key) {
    if (shape.sort == Sort::record) {
        const auto place = place_of(shape.fields, key, 0);
        return place < shape.fields.size() ? &shape.fields[place].shape : nullptr;
    }
    if (shape.sort == Sort::map) {
        const auto is_word =
            shape.words.empty() || std::find(shape.words.begin(), shape.words.end(), key) != shape.words.end();
        return is_word ? shape.of : nullptr;
    }
    const auto* form = form_named(shape.forms, key);
    return form != nullptr ? &form->shape : nullptr;
}

[[nodiscard]] bool has_more_by_key(const Shape& shape, const Value& value) {
    for (auto member = value.first(); member; member = member->next()) {
        if (member->key() == shape.tag) continue;
        const auto* known = shape_at(shape, member->key());
        if (known == nullptr || has_more(*known, *member)) return true;
    }
    return false;
}

/// Whether a value has keys that its shape does not know, at any depth.
[[nodiscard]] bool has_more(const Shape& shape, const Value& value) {
    if (value.is_array() && shape.sort == Sort::list) {
        for (auto item = value.first(); item; item = item->next()) {
            if (has_more(*shape.of, *item)) return true;
        }
    }
    if (!value.is_object()) return false;
    if (shape.sort == Sort::either) {
        return std::all_of(shape.ways.begin(), shape.ways.end(),
                           [&](const Shape* way) { return has_more(*way, value); });
    }
    if (shape.sort == Sort::forms && !shape.tag.empty()) return true;
    return shape.sort != Sort::open && has_more_by_key(shape, value);
}

}  // namespace

std::string with_unknown_of(const Shape& shape, const void* now, std::string_view before) {
    const auto stood = formats::parse_document(before);
    std::string text;
    TextSink sink{text};
    const auto root =
        stood.complete && has_more(shape, stood.document.root()) ? std::optional{stood.document.root()} : std::nullopt;
    write_shape(shape, now, sink, root ? &*root : nullptr);
    return text;
}

}  // namespace denwaban::shapes

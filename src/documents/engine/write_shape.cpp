#include <algorithm>

#include "shapes.hpp"

namespace denwaban::shapes {

namespace {

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
        return key == shape.tag || detail::place_of(shape.fields, key, 0) < shape.fields.size();
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
        const auto place = detail::place_of(shape.fields, key, 0);
        return place < shape.fields.size() ? &shape.fields[place].shape : nullptr;
    }
    if (shape.sort == Sort::map) {
        const auto is_word =
            shape.words.empty() || std::find(shape.words.begin(), shape.words.end(), key) != shape.words.end();
        return is_word ? shape.of : nullptr;
    }
    const auto* form = detail::form_named(shape.forms, key);
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

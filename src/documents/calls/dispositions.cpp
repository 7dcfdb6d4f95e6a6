#include "disposition_shapes.hpp"

#include <denwaban/core/sizes.hpp>
#include <denwaban/documents/dispositions_json.hpp>

namespace denwaban {

namespace shapes {

void read_note(const Node& node, std::string& note) {
    note = node.writable();
    if (characters_in(note) <= max_note) return;
    node.fail(ErrorCode::too_large, "longer than " + std::to_string(max_note) + " characters");
}
void write_note(const std::string& note, Sink& sink, const Value*) { sink.text(note); }
void read_photo(const Node& node, PhotoLink& photo) { read_note(node, photo.text); }
void write_photo(const PhotoLink& photo, Sink& sink, const Value*) { sink.text(photo.text); }

namespace {

/// A field's value as the catalogue has it need not say its type.
void read_field_value(const Node& node, std::string_view key, const denwaban::Field* field, FieldValues& values) {
    auto value = FieldValue{};
    if (node.value().is_object()) {
        read_shape(shape_of<FieldValue>, node, &value);
    } else if (field != nullptr) {
        const auto& form = field_value_forms[index_of(field->type)];
        read_shape(form.shape, node, form.emplace(&value));
    } else {
        return node.fail(ErrorCode::wrong_type, "must be an object with the type as its key, such as {\"text\": …}");
    }
    values.emplace(key, std::move(value));
}

[[nodiscard]] const denwaban::Field* find_field(const Catalogue& catalogue, const DispositionCode& code,
                                                std::string_view key) {
    const auto* entry = catalogue.find(code);
    if (entry == nullptr) return nullptr;
    const auto found = std::find_if(entry->fields.begin(), entry->fields.end(),
                                    [key](const denwaban::Field& field) { return field.key == key; });
    return found == entry->fields.end() ? nullptr : &*found;
}

/// A disposition whose fields are read once its code is known.
constexpr auto fields_apart = [] {
    auto fields = disposition_fields;
    fields[1].presence = told;
    return fields;
}();
constexpr Shape without_fields = record<Disposition>({}, {}, fields_apart);

[[nodiscard]] Disposition read_disposition(const Node& node, const Catalogue& catalogue) {
    Disposition disposition;
    read_shape(without_fields, node, &disposition);
    const auto fields = node.member("fields");
    if (!fields) return disposition;
    fields->each_member([&](std::string_view key, const Node& member) {
        read_field_value(member, key, find_field(catalogue, disposition.code, key), disposition.fields);
    });
    return disposition;
}

}  // namespace

void read_field_values(const Node& node, FieldValues& values) {
    node.each_member([&](std::string_view key, const Node& member) { read_field_value(member, key, nullptr, values); });
}
void write_field_values(const FieldValues& values, Sink& sink, const Value*) {
    sink.open_record(shape_of<FieldValues>);
    for (const auto& [key, value] : values) {
        sink.key(key);
        write_shape(shape_of<FieldValue>, &value, sink);
    }
    sink.close_record();
}

}  // namespace shapes

Expected<std::vector<Disposition>, Errors> dispositions_from_json(std::string_view text, const Catalogue& catalogue) {
    using shapes::Node;
    return formats::read_document(text, [&](const Node& node) {
        return node.list([&](const Node& item) { return shapes::read_disposition(item, catalogue); });
    });
}

std::string to_json(const std::vector<Disposition>& dispositions) { return shapes::json_of(dispositions); }

}  // namespace denwaban

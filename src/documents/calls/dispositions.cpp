#include "dispositions.hpp"

#include <denwaban/core/iso8601.hpp>
#include <denwaban/documents/dispositions_json.hpp>

namespace denwaban {

namespace formats {

namespace {

[[nodiscard]] std::string read_note(const Node& node) {
    auto text = node.string();
    if (text.size() > max_note) node.fail(ErrorCode::too_large, "longer than " + std::to_string(max_note) + " bytes");
    return text;
}

[[nodiscard]] FieldValue read_text(const Node& node) { return read_note(node); }
[[nodiscard]] FieldValue read_chosen(const Node& node) { return ChoiceCode{node.name()}; }
[[nodiscard]] FieldValue read_all_chosen(const Node& node) {
    return node.list([](const Node& item) { return ChoiceCode{item.name()}; });
}
[[nodiscard]] FieldValue read_time(const Node& node) { return node.instant(); }
[[nodiscard]] FieldValue read_phone(const Node& node) {
    const auto number = node.phone_number();
    return number ? FieldValue{*number} : FieldValue{};
}
[[nodiscard]] FieldValue read_booking(const Node& node) { return BookingId{node.name()}; }
[[nodiscard]] FieldValue read_photo(const Node& node) { return PhotoLink{read_note(node)}; }

/// In the order of `FieldType`.
constexpr std::array<Form<FieldValue>, 7> field_forms{{
    {"text", read_text},
    {"choice", read_chosen},
    {"multi_choice", read_all_chosen},
    {"date_time", read_time},
    {"phone", read_phone},
    {"booking", read_booking},
    {"photo", read_photo},
}};

[[nodiscard]] const Field* find_field(const Catalogue* catalogue, const DispositionCode& code, std::string_view key) {
    const auto* entry = catalogue != nullptr ? catalogue->find(code) : nullptr;
    if (entry == nullptr) return nullptr;
    const auto found = std::find_if(entry->fields.begin(), entry->fields.end(),
                                    [key](const Field& field) { return field.key == key; });
    return found == entry->fields.end() ? nullptr : &*found;
}

struct FieldWriter {
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const ChoiceCode& code) const { return code.text; }
    Json operator()(const std::vector<ChoiceCode>& codes) const {
        auto list = Json::array();
        for (const auto& code : codes) list.push_back(code.text);
        return list;
    }
    Json operator()(Instant at) const { return to_iso8601(at); }
    Json operator()(const PhoneNumber& number) const { return number.e164(); }
    Json operator()(const BookingId& booking) const { return booking.text; }
    Json operator()(const PhotoLink& photo) const { return photo.text; }
};

}  // namespace

Json written(const Disposition& disposition) {
    auto fields = Json::object();
    for (const auto& [key, value] : disposition.fields) {
        fields[key] = Json{{to_string(type_of(value)), std::visit(FieldWriter{}, value)}};
    }
    return {{"code", disposition.code.text}, {"fields", std::move(fields)}, {"note", disposition.note}};
}

Json written(const std::vector<Disposition>& dispositions) {
    auto list = Json::array();
    for (const auto& disposition : dispositions) list.push_back(written(disposition));
    return list;
}

Disposition read_disposition(const Node& node, const Catalogue* catalogue) {
    const Fields fields{node, {"code", "fields", "note"}};
    Disposition disposition;
    disposition.code = fields.require("code", read_id<struct DispositionTag>);
    disposition.note = fields.value_or("note", read_note);
    const auto all = fields.optional("fields");
    if (!all) return disposition;
    all->each_member([&](std::string_view key, const Node& member) {
        const auto* field = find_field(catalogue, disposition.code, key);
        const bool typed = member.value().is_object();
        if (!typed && field == nullptr) {
            member.fail(ErrorCode::wrong_type, "must be an object with the type as its key, such as {\"text\": …}");
            return;
        }
        disposition.fields.emplace(key, typed ? read_form(member, field_forms, FieldValue{})
                                              : field_forms[static_cast<std::size_t>(field->type)].read(member));
    });
    return disposition;
}

std::vector<Disposition> read_dispositions(const Node& node) {
    return node.list([](const Node& item) { return read_disposition(item, nullptr); });
}

}  // namespace formats

Expected<std::vector<Disposition>, Errors> dispositions_from_json(std::string_view text, const Catalogue& catalogue) {
    return formats::read_document(text, [&](const formats::Node& node) {
        return node.list([&](const formats::Node& item) { return formats::read_disposition(item, &catalogue); });
    });
}

std::string to_json(const std::vector<Disposition>& dispositions) {
    return formats::write_document(formats::written(dispositions));
}

}  // namespace denwaban

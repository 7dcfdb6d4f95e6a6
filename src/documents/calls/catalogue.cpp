#include <denwaban/documents/dispositions_json.hpp>

#include "default_catalogue.hpp"
#include "dispositions.hpp"

namespace denwaban {

namespace formats {
namespace {

/// A week.
constexpr int most_minutes = 7 * 24 * 60;

[[nodiscard]] Label read_label(const Node& node) {
    const Fields fields{node, {"ja", "en"}};
    const auto words = [](const Node& part) { return part.label(); };
    return {fields.require("ja", [](const Node& part) { return part.name(); }), fields.value_or("en", words)};
}

[[nodiscard]] std::chrono::minutes read_minutes(const Node& node) {
    return std::chrono::minutes{node.integer(0, most_minutes)};
}

[[nodiscard]] FollowUp read_tell_restaurant(const Node& node) {
    const Fields fields{node, {"within_minutes"}};
    return TellRestaurant{fields.require("within_minutes", read_minutes)};
}
[[nodiscard]] FollowUp read_call_back(const Node& node) { return CallBackAt{node.name()}; }
[[nodiscard]] FollowUp read_escalate(const Node& node) {
    const Fields fields{node, {"to", "within_minutes"}};
    return Escalate{fields.require("to", [](const Node& part) { return part.name(); }),
                    fields.require("within_minutes", read_minutes)};
}

/// In the order of `FollowUp`'s alternatives.
constexpr std::array<Form<FollowUp>, 3> follow_up_forms{{
    {follow_up_names[0], read_tell_restaurant},
    {follow_up_names[1], read_call_back},
    {follow_up_names[2], read_escalate},
}};

[[nodiscard]] Choice read_choice(const Node& node) {
    const Fields fields{node, {"code", "label"}};
    return {fields.require("code", [](const Node& part) { return part.name(); }), fields.require("label", read_label)};
}

[[nodiscard]] Field read_field(const Node& node) {
    const Fields fields{node, {"key", "label", "type", "requirement", "choices"}};
    Field field;
    field.key = fields.require("key", [](const Node& part) { return part.name(); });
    field.label = fields.require("label", read_label);
    field.type = fields.require("type", read_named<FieldType>);
    field.requirement = fields.value_or("requirement", read_named<Requirement>);
    field.choices = fields.value_or("choices", [](const Node& part) { return part.list(read_choice); });
    return field;
}

[[nodiscard]] CatalogueEntry read_entry(const Node& node) {
    const Fields fields{node, {"code", "label", "standing", "fields", "follow_ups"}};
    CatalogueEntry entry;
    entry.code = fields.require("code", read_id<struct DispositionTag>);
    entry.label = fields.require("label", read_label);
    entry.standing = fields.value_or("standing", read_named<CodeStanding>);
    entry.fields = fields.value_or("fields", [](const Node& part) { return part.list(read_field); });
    entry.follow_ups = fields.value_or("follow_ups", [](const Node& part) {
        return part.list([](const Node& item) { return read_form(item, follow_up_forms, FollowUp{}); });
    });
    return entry;
}

[[nodiscard]] std::vector<CatalogueEntry> read_entries(const Node& node) { return node.list(read_entry); }

/// Nothing where the document could not be read, or what was read is no catalogue.
[[nodiscard]] std::optional<Catalogue> read_catalogue(const Node& node) {
    const Fields fields{node, {"version", "entries"}};
    auto version = fields.require("version", [](const Node& part) { return part.name(); });
    auto entries = fields.require("entries", read_entries);
    if (!node.errors().empty()) return std::nullopt;
    auto catalogue = Catalogue::make(std::move(version), std::move(entries));
    if (catalogue) return *std::move(catalogue);
    for (auto& error : catalogue.error()) node.fail_at(std::move(error));
    return std::nullopt;
}

[[nodiscard]] CatalogueChanges::Relabelled read_relabelled(const Node& node) {
    const Fields fields{node, {"code", "label"}};
    return {fields.require("code", read_id<struct DispositionTag>), fields.require("label", read_label)};
}

[[nodiscard]] CatalogueChanges read_changes(const Node& node) {
    const Fields fields{node, {"version", "removed", "added", "relabelled"}};
    CatalogueChanges changes;
    changes.version = fields.require("version", [](const Node& part) { return part.name(); });
    changes.removed =
        fields.value_or("removed", [](const Node& part) { return part.list(read_id<struct DispositionTag>); });
    changes.added = fields.value_or("added", read_entries);
    changes.relabelled = fields.value_or("relabelled", [](const Node& part) { return part.list(read_relabelled); });
    return changes;
}

[[nodiscard]] Json write_label(const Label& label) { return {{"ja", label.japanese}, {"en", label.english}}; }

struct FollowUpWriter {
    Json operator()(const TellRestaurant& tell) const {
        return {{follow_up_names[0], {{"within_minutes", tell.within.count()}}}};
    }
    Json operator()(const CallBackAt& call_back) const { return {{follow_up_names[1], call_back.field}}; }
    Json operator()(const Escalate& escalate) const {
        return {{follow_up_names[2], {{"to", escalate.to}, {"within_minutes", escalate.within.count()}}}};
    }
};

[[nodiscard]] Json write_field(const Field& field) {
    Json written{{"key", field.key},
                 {"label", write_label(field.label)},
                 {"type", to_string(field.type)},
                 {"requirement", to_string(field.requirement)}};
    if (field.choices.empty()) return written;
    auto choices = Json::array();
    for (const auto& choice : field.choices) {
        choices.push_back(Json{{"code", choice.code}, {"label", write_label(choice.label)}});
    }
    written["choices"] = std::move(choices);
    return written;
}

[[nodiscard]] Json write_entries(const std::vector<CatalogueEntry>& entries) {
    auto list = Json::array();
    for (const auto& entry : entries) {
        auto fields = Json::array(), follow_ups = Json::array();
        for (const auto& field : entry.fields) fields.push_back(write_field(field));
        for (const auto& follow_up : entry.follow_ups) follow_ups.push_back(std::visit(FollowUpWriter{}, follow_up));
        list.push_back(Json{{"code", entry.code.text},
                            {"label", write_label(entry.label)},
                            {"standing", to_string(entry.standing)},
                            {"fields", std::move(fields)},
                            {"follow_ups", std::move(follow_ups)}});
    }
    return list;
}

}  // namespace
}  // namespace formats

Expected<Catalogue, Errors> catalogue_from_json(std::string_view text) {
    auto read = formats::read_document(text, formats::read_catalogue);
    if (!read) return Unexpected{std::move(read).error()};
    return **std::move(read);
}

std::string to_json(const Catalogue& catalogue) {
    return formats::write_document(
        {{"version", catalogue.version()}, {"entries", formats::write_entries(catalogue.entries())}});
}

Expected<CatalogueChanges, Errors> catalogue_changes_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_changes);
}

std::string to_json(const CatalogueChanges& changes) {
    using formats::Json;
    auto removed = Json::array(), relabelled = Json::array();
    for (const auto& code : changes.removed) removed.push_back(code.text);
    for (const auto& one : changes.relabelled) {
        relabelled.push_back(Json{{"code", one.code.text}, {"label", formats::write_label(one.label)}});
    }
    return formats::write_document({{"version", changes.version},
                                    {"removed", std::move(removed)},
                                    {"added", formats::write_entries(changes.added)},
                                    {"relabelled", std::move(relabelled)}});
}

const Catalogue& default_catalogue() {
    static const Catalogue catalogue = *catalogue_from_json(formats::default_catalogue_json);
    return catalogue;
}

}  // namespace denwaban

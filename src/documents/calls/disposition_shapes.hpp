#pragma once

#include <array>

#include <denwaban/call/disposition.hpp>

#include "documents/engine/shapes.hpp"

/// What a call was about, and the catalogue of what there is.
namespace denwaban::shapes {

/// A week.
inline constexpr auto minutes_within_a_week = whole(0, 7 * 24 * 60);

inline constexpr std::array label_fields{
    field<&Label::japanese>("ja", required, kind::name),
    field<&Label::english>("en", always, kind::label),
};
template <>
inline constexpr Shape shape_of<Label> = record<Label>("Label", "How it is called on the agents' screen.",
                                                       label_fields);

inline constexpr Shape code_shape =
    also(shape_of<DispositionCode>, R"("pattern": "^[a-z0-9_-]+(\\.[a-z0-9_-]+)*$", "maxLength": 100)");
inline constexpr Shape word_shape =
    also(shape_as<std::string>(kind::name), R"("pattern": "^[a-z0-9_-]+$", "maxLength": 200)");

inline constexpr std::array choice_of_field_fields{
    field<&Choice::code>("code", required, word_shape),
    field<&Choice::label>("label", required),
};
template <>
inline constexpr Shape shape_of<Choice> = record<Choice>("Choice", "One of the values that a field offers.",
                                                         choice_of_field_fields);

using AskedField = denwaban::Field;
inline constexpr std::array asked_field_fields{
    field<&AskedField::key>("key", required, word_shape),
    field<&AskedField::label>("label", required),
    field<&AskedField::type>("type", required),
    field<&AskedField::requirement>("requirement", always),
    field<&AskedField::choices>("choices", or_else, "Of a choice or multi_choice, and of nothing else."),
};
template <>
inline constexpr Shape shape_of<AskedField> =
    also(record<AskedField>("Field", "What an agent is asked about a code.", asked_field_fields),
         R"("if": {"properties": {"type": {"enum": ["choice", "multi_choice"]}}, "required": ["type"]},
            "then": {"properties": {"choices": {"minItems": 1}}, "required": ["choices"]},
            "else": {"properties": {"choices": {"maxItems": 0}}})");

inline constexpr std::array tell_restaurant_fields{
    field<&TellRestaurant::within>("within_minutes", required, minutes_within_a_week),
};
inline constexpr Shape tell_restaurant = record<TellRestaurant>({}, {}, tell_restaurant_fields);
inline constexpr std::array escalate_fields{
    field<&Escalate::to>("to", required, kind::name),
    field<&Escalate::within>("within_minutes", required, minutes_within_a_week),
};
inline constexpr Shape escalate = record<Escalate>({}, {}, escalate_fields);
inline constexpr std::array follow_up_forms{
    form<FollowUp, TellRestaurant>(follow_up_names[0], tell_restaurant, "申し送り"),
    form<FollowUp, CallBackAt>(follow_up_names[1], bare<&CallBackAt::field, kind::name>(),
                               "折り返し at the time that stands in this field."),
    form<FollowUp, Escalate>(follow_up_names[2], escalate, "Somebody above the agent must hear of it."),
};
template <>
inline constexpr Shape shape_of<FollowUp> = forms("FollowUp", "What has to be done after such a call.",
                                                  follow_up_forms);

inline constexpr std::array catalogue_entry_fields{
    field<&CatalogueEntry::code>("code", identity, code_shape,
                                 "Words joined by dots, the widest first: booking.change."),
    field<&CatalogueEntry::label>("label", required),
    field<&CatalogueEntry::standing>("standing", always),
    field<&CatalogueEntry::fields>("fields", always),
    field<&CatalogueEntry::follow_ups>("follow_ups", always),
};
template <>
inline constexpr Shape shape_of<CatalogueEntry> = record<CatalogueEntry>(
    "CatalogueEntry", "A code and what belongs to it. One that is a group of others can't be recorded.",
    catalogue_entry_fields);

/// What a catalogue is made of.
struct CatalogueParts {
    std::string version;
    std::vector<CatalogueEntry> entries;
};
inline constexpr std::array catalogue_fields{
    field<&CatalogueParts::version>("version", required, kind::name, "Records carry it."),
    field<&CatalogueParts::entries>("entries", required, "In the order in which they are shown."),
};
inline constexpr Shape catalogue_parts =
    record<CatalogueParts>("Catalogue", "What a centre records calls with.", catalogue_fields);
void make_catalogue(const Node& node, CatalogueParts parts, Catalogue& catalogue);
[[nodiscard]] CatalogueParts catalogue_parts_of(const Catalogue& catalogue);
template <>
inline constexpr Shape shape_of<Catalogue> = made_of<Catalogue, make_catalogue, catalogue_parts_of>(catalogue_parts);
template <>
struct detail::New<Catalogue> {
    static Catalogue make() { return *Catalogue::make("0", {}); }
};

inline constexpr std::array relabelled_fields{
    field<&CatalogueChanges::Relabelled::code>("code", required, code_shape),
    field<&CatalogueChanges::Relabelled::label>("label", required),
};
template <>
inline constexpr Shape shape_of<CatalogueChanges::Relabelled> = record<CatalogueChanges::Relabelled>({}, {},
                                                                                                     relabelled_fields);
inline constexpr std::array catalogue_changes_fields{
    field<&CatalogueChanges::version>("version", required, kind::name, "Of the catalogue that comes of them."),
    field<&CatalogueChanges::removed>("removed", always),
    field<&CatalogueChanges::added>("added", always),
    field<&CatalogueChanges::relabelled>("relabelled", always),
};
template <>
inline constexpr Shape shape_of<CatalogueChanges> = record<CatalogueChanges>(
    "CatalogueChanges", "What a chain or a restaurant has otherwise.", catalogue_changes_fields);

/// Of at most `max_note` characters.
void read_note(const Node& node, std::string& note);
void write_note(const std::string& note, Sink& sink, const Value* before);
inline constexpr Shape note_text =
    by_hand<std::string, read_note, write_note>({.sort = Sort::string, .most = static_cast<std::int64_t>(max_note)});
void read_photo(const Node& node, PhotoLink& photo);
void write_photo(const PhotoLink& photo, Sink& sink, const Value* before);
inline constexpr Shape photo_link = by_hand<PhotoLink, read_photo, write_photo>(note_text);

/// In the order of `FieldType`.
inline constexpr std::array field_value_forms{
    form<FieldValue, std::string>(names_of<FieldType>[0], note_text),
    form<FieldValue, ChoiceCode>(names_of<FieldType>[1]),
    form<FieldValue, std::vector<ChoiceCode>>(names_of<FieldType>[2]),
    form<FieldValue, Instant>(names_of<FieldType>[3]),
    form<FieldValue, PhoneNumber>(names_of<FieldType>[4]),
    form<FieldValue, BookingId>(names_of<FieldType>[5]),
    form<FieldValue, PhotoLink>(names_of<FieldType>[6], photo_link),
};
template <>
inline constexpr Shape shape_of<FieldValue> = forms("FieldValue", "The type of the field, and what stands in it.",
                                                    field_value_forms);

using FieldValues = std::map<std::string, FieldValue>;
void read_field_values(const Node& node, FieldValues& values);
void write_field_values(const FieldValues& values, Sink& sink, const Value* before);
template <>
inline constexpr Shape shape_of<FieldValues> =
    by_hand<FieldValues, read_field_values, write_field_values>({.sort = Sort::map, .of = &shape_of<FieldValue>});

inline constexpr std::array disposition_fields{
    field<&Disposition::code>("code", required),
    field<&Disposition::fields>("fields", always),
    field<&Disposition::note>("note", always, note_text),
};
template <>
inline constexpr Shape shape_of<Disposition> = record<Disposition>("Disposition", "One thing that a call was about.",
                                                                   disposition_fields);

inline constexpr std::array amendment_fields{
    field<&Amendment::by>("by", required, "Who replaced it."),
    field<&Amendment::at>("at", required),
    field<&Amendment::reason>("reason", always, kind::string),
    field<&Amendment::before>("before", required),
};
template <>
inline constexpr Shape shape_of<Amendment> = record<Amendment>("Amendment", "What stood before an amendment.",
                                                               amendment_fields);

inline constexpr std::array disposition_record_fields{
    field<&DispositionRecord::catalogue_version>("catalogue_version", required, kind::name),
    field<&DispositionRecord::dispositions>("dispositions", required),
    field<&DispositionRecord::by>("by", required),
    field<&DispositionRecord::at>("at", required),
    field<&DispositionRecord::unfinished>("unfinished", always,
                                          "Typed, and not fit to be recorded when the time was up."),
    field<&DispositionRecord::amendments>("amendments", always, "The oldest first."),
};
template <>
inline constexpr Shape shape_of<DispositionRecord> = record<DispositionRecord>("DispositionRecord",
                                                                               "What a call was about, as recorded.",
                                                                               disposition_record_fields);

}  // namespace denwaban::shapes

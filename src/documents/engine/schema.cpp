#include "schema.hpp"

#include <algorithm>
#include <cctype>
#include <string>

#include "parser.hpp"
#include "shapes.hpp"

namespace denwaban::shapes {

namespace {

using formats::Json;

[[nodiscard]] Json words_of_schema(std::span<const std::string_view> all) {
    auto list = Json::array();
    for (const auto word : all) list.push_back(word);
    return list;
}

/// `day_book` as `Day book`.
[[nodiscard]] std::string title_of(std::string_view name) {
    std::string title{name};
    std::replace(title.begin(), title.end(), '_', ' ');
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    return title;
}

/// What is written in a way of its own.
struct TextFormat {
    Sort sort;
    std::string_view name;
    std::string_view about;
    std::string_view pattern;
};
constexpr std::array formats_of_text{
    TextFormat{
        Sort::date, "date", "YYYY-MM-DD; the date must exist.",
        "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-"
        "9]))$"},
    TextFormat{
        Sort::month_day, "month_day", "MM-DD; 02-29 comes in some years.",
        "^(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])$|^(0[469]|11)-(0[1-9]|[12][0-9]|30)$|^02-(0[1-9]|[12][0-9])$"},
    TextFormat{Sort::minute, "minute", "From midnight of the business date: 26:00 is two in the morning after.",
               "^([0-3][0-9]|4[0-7]):[0-5][0-9]$|^48:00$"},
    TextFormat{
        Sort::instant, "instant", "With its offset.",
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)"
        "$"},
    TextFormat{Sort::phone_number, "phone_number",
               "E.164, or as written in Japan: with hyphens, brackets, full-width digits.", "[0-9０-９]"},
};
[[nodiscard]] const TextFormat* format_of(Sort sort) {
    const auto* found = std::find_if(formats_of_text.begin(), formats_of_text.end(),
                                     [sort](const TextFormat& format) { return format.sort == sort; });
    return found == formats_of_text.end() ? nullptr : found;
}
[[nodiscard]] Json schema_of_text(const TextFormat& format) {
    return {{"description", format.about}, {"type", "string"}, {"pattern", format.pattern}};
}

/// Puts a description before all else.
void say(Json& json, std::string_view about) {
    if (about.empty()) return;
    Json said{{"description", about}};
    for (auto& member : json.members()) {
        if (member.first != "description") said.members().push_back(std::move(member));
    }
    json = std::move(said);
}

/// Writes schemas, and notes the definitions that they refer to.
class SchemaWriter {
public:
    /// Definitions stand where they are used.
    SchemaWriter() = default;
    explicit SchemaWriter(const Json& examples) : examples_(&examples) {}

    /// A shape by itself.
    [[nodiscard]] Json whole(const Shape& shape) {
        auto json = plain(shape);
        if (!shape.also.empty()) {
            const auto parsed = formats::parse_document("{" + std::string{shape.also} + "}");
            const Json more{parsed.document.root()};
            for (const auto& [key, value] : more.members()) json[key] = value;
        }
        say(json, shape.about);
        return json;
    }
    [[nodiscard]] Json take_definitions() && { return std::move(definitions_); }

private:
    template <class Make>
    [[nodiscard]] Json defined(const std::string& name, Make&& make) {
        if (examples_ == nullptr) return make();
        if (!definitions_.contains(name)) {
            definitions_[name] = nullptr;
            Json made = make();
            if (const auto* own = examples_->find(name)) made["examples"] = *own;
            definitions_[name] = std::move(made);
        }
        return {{"$ref", "#/$defs/" + name}};
    }

    /// A shape, or where its definition is.
    [[nodiscard]] Json referred(const Shape& shape) {
        if (!shape.name.empty()) return defined(snake(shape.name), [&] { return whole(shape); });
        if (const auto* format = format_of(shape.sort)) {
            return defined(std::string{format->name}, [&] { return schema_of_text(*format); });
        }
        return whole(shape);
    }

    [[nodiscard]] Json plain(const Shape& shape) {
        switch (shape.sort) {
            case Sort::label:
                return text(0, static_cast<std::int64_t>(formats::max_label));
            case Sort::name:
                return text(1, static_cast<std::int64_t>(formats::max_label));
            case Sort::text:
                return text(0, static_cast<std::int64_t>(formats::max_text));
            case Sort::string:
                return text(0, shape.most);
            case Sort::date:
            case Sort::minute:
            case Sort::month_day:
            case Sort::instant:
            case Sort::phone_number:
                return schema_of_text(*format_of(shape.sort));
            case Sort::whole:
            case Sort::span:
                return {{"type", "integer"}, {"minimum", shape.least}, {"maximum", shape.most}};
            case Sort::number:
                return {{"type", "number"}};
            case Sort::boolean:
                return shape.least == 1 ? Json{{"const", true}} : Json{{"type", "boolean"}};
            case Sort::word:
                return {{"enum", words_of_schema(shape.words)}};
            case Sort::list:
                return list(shape);
            case Sort::map:
                return map(shape);
            case Sort::record:
                return record(shape);
            case Sort::forms:
                return forms(shape);
            case Sort::either:
                return either(shape);
            case Sort::open:
                break;
        }
        return Json::object();
    }

    [[nodiscard]] static Json text(std::int64_t least, std::int64_t most) {
        Json json{{"type", "string"}};
        if (least > 0) json["minLength"] = least;
        if (most > 0) json["maxLength"] = most;
        return json;
    }
    [[nodiscard]] Json list(const Shape& shape) {
        Json json{{"type", "array"}, {"items", referred(*shape.of)}};
        if (shape.least > 0) json["minItems"] = shape.least;
        if (shape.most < shapes::most_items) json["maxItems"] = shape.most;
        return json;
    }
    [[nodiscard]] Json map(const Shape& shape) {
        Json json{{"type", "object"}};
        if (!shape.words.empty()) json["propertyNames"] = Json{{"enum", words_of_schema(shape.words)}};
        json["additionalProperties"] = referred(*shape.of);
        return json;
    }
    [[nodiscard]] Json record(const Shape& shape) {
        auto properties = Json::object(), required = Json::array();
        for (const auto& field : shape.fields) {
            properties[field.key] = property(field);
            if (field.presence <= Presence::nullable) required.push_back(field.key);
        }
        Json json{{"type", "object"}, {"properties", std::move(properties)}};
        if (!required.empty()) json["required"] = std::move(required);
        json["additionalProperties"] = false;
        return json;
    }
    [[nodiscard]] Json property(const Field& field) {
        auto json = referred(field.shape);
        const bool may_lack = field.maybe != nullptr && field.presence != Presence::if_said;
        const bool may_be_null = may_lack || field.presence == Presence::if_known;
        if (may_be_null) json = Json{{"anyOf", Json::array({std::move(json), Json{{"type", "null"}}})}};
        say(json, field.shape.sort == Sort::span ? of_span(field.about) : std::string{field.about});
        add_default(json, field);
        return json;
    }
    /// A sentence more: JSON has no type for spans of time.
    [[nodiscard]] static std::string of_span(std::string_view about) {
        return (about.empty() ? "" : std::string{about} + ' ') + "In milliseconds.";
    }
    /// What stands there where nothing is said, if that is anything.
    static void add_default(Json& json, const Field& field) {
        const bool has_one = field.presence == Presence::always || field.presence == Presence::or_else ||
                             field.presence == Presence::if_known;
        if (!has_one || field.maybe != nullptr || field.fill != nullptr) return;
        formats::JsonSink sink;
        shapes::write_shape(field.shape, field.by_default(), sink);
        auto value = sink.take();
        const bool is_nothing = value.is_array() || value.is_object() || value == Json("") || value == Json(0);
        if (!is_nothing) json["default"] = std::move(value);
    }
    [[nodiscard]] Json forms(const Shape& shape) {
        auto ways = Json::array();
        for (const auto& form : shape.forms) {
            if (!shape.tag.empty()) {
                ways.push_back(tagged(shape.tag, form));
                continue;
            }
            auto value = referred(form.shape);
            say(value, form.about);
            auto properties = Json::object();
            properties[form.word] = std::move(value);
            ways.push_back(Json{{"type", "object"},
                                {"properties", std::move(properties)},
                                {"required", words_of_schema(std::span{&form.word, 1})},
                                {"additionalProperties", false}});
        }
        return {{"anyOf", std::move(ways)}};
    }
    [[nodiscard]] Json tagged(std::string_view tag, const shapes::Form& form) {
        auto json = record(form.shape);
        auto properties = Json::object();
        properties[tag] = Json{{"const", form.word}};
        for (auto& [key, value] : json.find("properties")->members()) properties[key] = std::move(value);
        json["properties"] = std::move(properties);
        if (!json.contains("required")) json["required"] = Json::array();
        json["required"].push_back(tag);
        return json;
    }
    [[nodiscard]] Json either(const Shape& shape) {
        auto ways = Json::array();
        for (const auto* way : shape.ways) ways.push_back(referred(*way));
        return {{"anyOf", std::move(ways)}};
    }

    const Json* examples_ = nullptr;
    Json definitions_ = Json::object();
};

}  // namespace

std::string snake(std::string_view name) {
    std::string words;
    for (const char letter : name) {
        const bool is_capital = std::isupper(static_cast<unsigned char>(letter)) != 0;
        if (is_capital && !words.empty()) words += '_';
        words += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return words;
}

Json document_schema_of(std::string_view name, const Shape& shape, const Json& examples) {
    SchemaWriter writer{examples};
    auto schema = writer.whole(shape);
    Json json{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"$id", "urn:denwaban:" + std::string{name}},
              {"title", title_of(name)}};
    for (auto& member : schema.members()) json.members().push_back(std::move(member));
    if (const auto* own = examples.find("")) json["examples"] = *own;
    auto definitions = std::move(writer).take_definitions();
    if (!definitions.empty()) json["$defs"] = std::move(definitions);
    return json;
}

Json whole_schema_of(const Shape& shape) { return SchemaWriter{}.whole(shape); }

}  // namespace denwaban::shapes

#include <denwaban/documents/day_book_json.hpp>

#include "command_forms.hpp"
#include "given.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] std::optional<GivenCommand> read_command(const Node& node, const DayBook& book, const TimeZone& zone) {
    if (!node.is_object()) return std::nullopt;
    const auto* form = form_of(node);
    if (form == nullptr) return std::nullopt;
    auto command = form->read(node, &book, form->deed);
    const auto giver = node.member("by");
    if (!giver) {
        node.fail(ErrorCode::missing_key, "needs \"by\"");
        return std::nullopt;
    }
    return GivenCommand{std::move(command), read_by(*giver, zone)};
}

/// Of an object, the members that somebody said, as they were read; null where they are to go.
[[nodiscard]] Json said_of(const Node& node, const Json& read) {
    auto said = Json::object();
    for (auto member = node.value().first(); member; member = member->next()) said[member->key()] = nullptr;
    for (const auto& [key, value] : read.members()) {
        if (said.contains(key)) said[key] = value;
    }
    return said;
}

/// What a command says by itself.
[[nodiscard]] std::optional<Json> read_alone(const Node& node) {
    const auto* form = form_of(node);
    if (form == nullptr) return std::nullopt;
    auto json = written(form->read(node, nullptr, form->deed));
    if (form->deed == Deed::change_details) json["details"] = said_of(*node.member("details"), json["details"]);
    if (form->deed != Deed::change) return json;
    auto said = Json::object();
    for (const auto& [key, value] : json.members()) {
        if (node.value().contains(key)) said[key] = value;
    }
    return said;
}

/// An object without some of its members.
[[nodiscard]] Json without(const Node& node, std::initializer_list<std::string_view> keys) {
    Json json(node.value());
    if (!json.is_object()) return json;
    for (const auto key : keys) json.erase(key);
    return json;
}

}  // namespace

std::optional<Command> read_whole_command(const Node& node) {
    if (!node.is_object()) return std::nullopt;
    const auto* form = form_of(node);
    return form != nullptr ? std::optional{form->read(node, nullptr, form->deed)} : std::nullopt;
}

Json rewritten_command(const Node& command) {
    auto read = read_document(write_document(command.value()), read_alone);
    return read && *read ? **std::move(read) : without(command, {"by"});
}

Json rewritten_giver(const Node& by) {
    auto read = read_document(write_document(by.value()),
                              [](const Node& node) { return written(read_by(node, TimeZone::tokyo())); });
    return read ? *std::move(read) : without(by, {"key", "now"});
}

}  // namespace formats

Expected<GivenCommand, Errors> command_from_json(std::string_view text, const DayBook& book, const TimeZone& zone) {
    using formats::Node;
    return formats::unwrapped(
        formats::read_document(text, [&](const Node& node) { return formats::read_command(node, book, zone); }));
}

}  // namespace denwaban

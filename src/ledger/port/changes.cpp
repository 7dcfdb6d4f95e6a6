#include <algorithm>
#include <utility>

#include <denwaban/call/catalogue.hpp>
#include <denwaban/ledger/change.hpp>
#include <denwaban/ledger/keys.hpp>

#include "ledger_words.hpp"

namespace denwaban {

namespace {

/// What comes after a beginning; none where it does not begin so, or is that alone.
[[nodiscard]] std::optional<std::string> rest_of(std::string_view text, std::string_view beginning) {
    if (!text.starts_with(beginning) || text.size() == beginning.size()) return std::nullopt;
    return std::string{text.substr(beginning.size())};
}

/// `2026-11-27T12:00:00.000Z#m1`: what stands behind when it is due.
[[nodiscard]] std::optional<std::string> behind_time(std::string_view sort) {
    const auto mark = sort.find('#');
    return mark == std::string_view::npos ? std::nullopt : std::optional{std::string{sort.substr(mark + 1)}};
}

/// `2026-11-27T12:00:00.000Z#ct1#call_back`, or with `tell_restaurant#sauna` behind it: a code of the catalogue.
[[nodiscard]] std::optional<std::string> contact_of_follow_up(std::string_view sort) {
    auto id = behind_time(sort);
    if (!id) return id;
    auto end = std::min(id->rfind('#'), id->size());
    for (const auto what : follow_up_names) {
        if (const auto at = id->rfind("#" + std::string{what} + "#"); at != std::string::npos) end = std::min(end, at);
    }
    id->resize(end);
    return id;
}

using Name = std::optional<DocumentName>;
[[nodiscard]] DocumentName other() { return {}; }
[[nodiscard]] DocumentName by_id(DocumentNoun noun, std::optional<std::string> id) {
    return {noun, {}, {}, std::move(id)};
}

[[nodiscard]] Name in_restaurant(std::string restaurant, std::string_view sort) {
    const auto of = [&](DocumentNoun noun, std::optional<Date> date = {}) {
        return DocumentName{noun, std::move(restaurant), date, {}};
    };
    if (sort == "restaurant") return of(DocumentNoun::restaurant);
    if (sort == "book_template") return of(DocumentNoun::book_template);
    if (sort == "forgotten_before" || sort.starts_with(keys::calls)) return std::nullopt;
    const auto text = rest_of(sort, keys::day_books);
    const auto date = text ? parse_date(*text) : std::nullopt;
    return date ? of(DocumentNoun::day_book, *date) : other();
}
[[nodiscard]] Name of_customer(std::string id, std::string_view sort) {
    if (sort == "customer") return by_id(DocumentNoun::customer, std::move(id));
    if (sort == "merged_into") return by_id(DocumentNoun::merged_customer, std::move(id));
    return sort == "merge_record" || sort.starts_with(keys::calls) ? Name{} : other();
}
[[nodiscard]] Name of_contact(std::string id, std::string_view sort) {
    if (sort == "call") return by_id(DocumentNoun::call, std::move(id));
    return sort == "first_contact" ? Name{} : other();
}
[[nodiscard]] Name of_agent(std::string id, std::string_view sort) {
    return sort == "timeline" ? by_id(DocumentNoun::agent, std::move(id)) : other();
}
[[nodiscard]] Name of_records(std::string id, std::string_view sort) {
    if (sort == "records") return by_id(DocumentNoun::contact_records, std::move(id));
    return sort == "way" ? Name{} : other();
}
[[nodiscard]] Name leads(std::string, std::string_view) { return std::nullopt; }

struct Family {
    std::string_view beginning;
    Name (*name)(std::string id, std::string_view sort);
};
constexpr std::array<Family, 11> families{{{"restaurant#", in_restaurant},
                                           {"customer#", of_customer},
                                           {"contact#", of_contact},
                                           {"agent#", of_agent},
                                           {"contact_record#", of_records},
                                           {"read_back#", leads},
                                           {"tool_session#", leads},
                                           {"booking#", leads},
                                           {"line#", leads},
                                           {"phone#", leads},
                                           {"name#", leads}}};

}  // namespace

std::optional<DocumentName> name_of_document(const Key& key) {
    if (key.partition == keys::restaurants || key.partition == keys::customers) return std::nullopt;
    if (key.partition == keys::outbox) return by_id(DocumentNoun::message, behind_time(key.sort));
    if (key.partition == keys::follow_ups) {
        return by_id(DocumentNoun::follow_up, contact_of_follow_up(key.sort));
    }
    for (const auto& [beginning, name] : families) {
        if (auto id = rest_of(key.partition, beginning)) return name(*std::move(id), key.sort);
    }
    return other();
}

namespace {

using formats::Json;
using formats::Node;

[[nodiscard]] Json written_change(const LedgerChange& change) {
    Json json{{"cursor", change.cursor.text}, {"kind", name_of(change.kind)}};
    json["partition"] = change.key.partition;
    json["sort"] = change.key.sort;
    if (change.version) json["version"] = change.version->number;
    json["noun"] = name_of(change.about.noun);
    if (change.about.restaurant) json["restaurant"] = *change.about.restaurant;
    if (change.about.date) json["date"] = to_string(*change.about.date);
    if (change.about.id) json["id"] = *change.about.id;
    return json;
}
[[nodiscard]] Json written_changes(const std::vector<LedgerChange>& changes) {
    auto all = Json::array();
    for (const auto& one : changes) all.push_back(written_change(one));
    return all;
}

[[nodiscard]] ChangesQuery read_changes_query(const Node& node) {
    const formats::Fields fields{node, {"after", "most"}};
    ChangesQuery query;
    query.most = fields.value_or(
        "most", [](const Node& part) { return static_cast<std::size_t>(part.integer(1, 1000)); }, query.most);
    if (auto after = formats::read_if_any(fields, "after", ledger::read_string)) {
        query.after = ChangeCursor{*std::move(after)};
    }
    return query;
}

}  // namespace

Expected<ChangesQuery, Errors> changes_query_from_json(std::string_view text) {
    return formats::read_document(text, read_changes_query);
}

std::string to_json(const ChangesPage& page) {
    return formats::write_document({{"changes", written_changes(page.changes)}, {"next", page.next.text}});
}

std::string to_json(const ChangeCursor& cursor) { return formats::write_document(Json(cursor.text)); }

std::string to_json(const StreamedChanges& changes) {
    Json failed = nullptr;
    if (changes.failed) {
        failed = {{"cursor", changes.failed->cursor.text}, {"errors", ledger::written(changes.failed->errors)}};
    }
    return formats::write_document({{"changes", written_changes(changes.changes)}, {"failed", std::move(failed)}});
}

}  // namespace denwaban

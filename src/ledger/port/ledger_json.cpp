#include <denwaban/ledger/ledger_json.hpp>

#include <charconv>

#include <denwaban/core/iso8601.hpp>

#include "ledger_words.hpp"

namespace denwaban {

namespace ledger {

enum class ResultKind : std::uint8_t { committed, replayed, conflict };

}  // namespace ledger

template <>
inline constexpr std::array<std::string_view, 3> names_of<ledger::ResultKind>{"committed", "replayed", "conflict"};

namespace ledger {

Version read_version(const Node& node) {
    return {static_cast<std::uint64_t>(node.integer(1, std::numeric_limits<int>::max()))};
}

Key read_key(const Node& node) {
    const Fields fields{node, {"partition", "sort"}};
    return {fields.require("partition", read_string), fields.require("sort", read_string)};
}

Document read_document(const Node& node) {
    const Fields fields{node, {"partition", "sort", "version", "body", "expires"}};
    return {{fields.require("partition", read_string), fields.require("sort", read_string)},
            fields.require("version", read_version),
            fields.require("body", read_string),
            formats::read_if_any(fields, "expires", read_instant)};
}

RequestAnswer read_answer(const Node& node) {
    const Fields fields{node, {"request", "about", "answer", "keep_until"}};
    return {fields.require("request", read_string), fields.require("about", read_string),
            fields.require("answer", read_string), fields.require("keep_until", read_instant)};
}

std::vector<std::optional<Document>> read_documents(const Node& node) {
    return node.list(
        [](const Node& one) { return one.value().is_null() ? std::nullopt : std::optional{read_document(one)}; });
}

Page read_page(const Node& node) {
    const Fields fields{node, {"documents", "next"}};
    Page page{fields.require("documents", [](const Node& part) { return part.list(read_document); }), {}};
    if (auto next = formats::read_if_any(fields, "next", read_string)) page.next = Cursor{*std::move(next)};
    return page;
}

CommitResult read_commit_result(const Node& node) {
    const Fields fields{node, {"result", "answer", "keys"}};
    switch (fields.require("result", read_named<ResultKind>)) {
        case ResultKind::committed:
            return Committed{};
        case ResultKind::replayed:
            return Replayed{fields.require("answer", read_answer)};
        case ResultKind::conflict:
            return Conflict{fields.require("keys", [](const Node& part) { return part.list(read_key); })};
    }
    return Committed{};
}

Json written(const Key& key) { return {{"partition", key.partition}, {"sort", key.sort}}; }

Json written(const std::vector<Key>& keys) {
    auto all = Json::array();
    for (const auto& key : keys) all.push_back(written(key));
    return all;
}

Json written(const Document& document) {
    auto json = written(document.key);
    json["version"] = document.version.number;
    if (document.expires) json["expires"] = to_iso8601(*document.expires);
    json["body"] = document.body;
    return json;
}

Json written(const RequestAnswer& answer) {
    return {{"request", answer.request},
            {"about", answer.about},
            {"answer", answer.answer},
            {"keep_until", to_iso8601(answer.keep_until)}};
}

namespace {

[[nodiscard]] Expectation read_expectation(const Node& node) {
    if (node.value().is_null()) return Anything{};
    if (!node.value().is_string()) return read_version(node);
    if (node.string() != "absent") node.fail(ErrorCode::invalid_value, "must be a version, absent or null");
    return Absent{};
}

/// What every write has.
struct Target {
    Key key;
    Expectation expected;
};
[[nodiscard]] Target read_target(const Fields& fields) {
    return {{fields.require("partition", read_string), fields.require("sort", read_string)},
            fields.value_or("expected", read_expectation)};
}

[[nodiscard]] Write read_put(const Node& node) {
    const Fields fields{node, {"partition", "sort", "expected", "body", "expires"}};
    auto [key, expected] = read_target(fields);
    return Put{std::move(key), expected, fields.require("body", read_string),
               formats::read_if_any(fields, "expires", read_instant)};
}
template <class Made>
[[nodiscard]] Write read_bare(const Node& node) {
    auto [key, expected] = read_target(Fields{node, {"partition", "sort", "expected"}});
    return Made{std::move(key), expected};
}
constexpr std::array<formats::Form<Write>, 3> write_forms{
    {{"put", read_put}, {"erase", read_bare<Erase>}, {"check", read_bare<Check>}}};

[[nodiscard]] Commit read_commit(const Node& node) {
    const Fields fields{node, {"writes", "answer", "now", "forget"}};
    const auto writes = [](const Node& part) {
        return part.list([](const Node& one) { return formats::read_form<Write>(one, write_forms, Check{}); });
    };
    return {fields.require("writes", writes), formats::read_if_any(fields, "answer", read_answer),
            fields.require("now", read_instant),
            fields.value_or("forget", [](const Node& part) { return part.list(read_string); })};
}

[[nodiscard]] SortRange read_range(const Fields& fields) {
    if (!fields.has("first") && !fields.has("last")) return SortPrefix{fields.value_or("prefix", read_string)};
    if (fields.has("prefix")) {
        fields.optional("prefix")->fail(ErrorCode::invalid_value, "must not stand beside first and last");
    }
    return SortBetween{fields.require("first", read_string), fields.require("last", read_string)};
}

[[nodiscard]] Query read_query(const Node& node) {
    const Fields fields{node, {"partition", "prefix", "first", "last", "order", "limit", "after"}};
    Query query;
    query.partition = fields.require("partition", read_string);
    query.range = read_range(fields);
    query.order = fields.value_or("order", read_named<QueryOrder>);
    query.limit = fields.value_or(
        "limit", [](const Node& part) { return static_cast<std::size_t>(part.integer(1, 1000)); }, query.limit);
    if (auto after = formats::read_if_any(fields, "after", read_string)) query.after = Cursor{*std::move(after)};
    return query;
}

struct WriteResult {
    Json operator()(Committed) const { return {{"result", "committed"}}; }
    Json operator()(const Replayed& one) const { return {{"result", "replayed"}, {"answer", written(one.answer)}}; }
    Json operator()(const Conflict& one) const { return {{"result", "conflict"}, {"keys", written(one.keys)}}; }
};

struct WriteExpectation {
    Json operator()(Anything) const { return nullptr; }
    Json operator()(Absent) const { return "absent"; }
    Json operator()(Version version) const { return version.number; }
};

struct WriteWrite {
    Json operator()(const Put& one) const {
        auto json = target(one);
        json["body"] = one.body;
        if (one.expires) json["expires"] = to_iso8601(*one.expires);
        return {{"put", std::move(json)}};
    }
    Json operator()(const Erase& one) const { return {{"erase", target(one)}}; }
    Json operator()(const Check& one) const { return {{"check", target(one)}}; }

    [[nodiscard]] static Json target(const auto& one) {
        auto json = written(one.key);
        json["expected"] = std::visit(WriteExpectation{}, one.expected);
        return json;
    }
};

/// A pointer, or bytes from one to another.
[[nodiscard]] Where read_where(const Node& node) {
    const auto text = node.string();
    if (text.empty()) return std::monostate{};
    if (text.front() == '/') return JsonPointer{text};
    ByteRange range;
    const auto* end = text.data() + text.size();
    const auto [dash, wrong] = std::from_chars(text.data(), end, range.begin);
    const bool has_range =
        wrong == std::errc{} && dash != end && *dash == '-' && std::from_chars(dash + 1, end, range.end).ptr == end;
    if (has_range) return range;
    node.fail(ErrorCode::invalid_value, "must be a JSON pointer or a byte range");
    return std::monostate{};
}

[[nodiscard]] Error read_error(const Node& node) {
    const Fields fields{node, {"code", "message", "where"}};
    return {fields.require("code", read_named<ErrorCode>), fields.value_or("message", read_string),
            fields.value_or("where", read_where)};
}

}  // namespace

Json written(const Query& query) {
    Json json{{"partition", query.partition}};
    if (const auto* prefix = std::get_if<SortPrefix>(&query.range)) {
        json["prefix"] = prefix->text;
    } else {
        const auto& between = std::get<SortBetween>(query.range);
        json["first"] = between.first;
        json["last"] = between.last;
    }
    json["order"] = name_of(query.order);
    json["limit"] = query.limit;
    json["after"] = query.after ? Json(query.after->after) : Json(nullptr);
    return json;
}

Json written(const Commit& commit) {
    auto writes = Json::array();
    for (const auto& one : commit.writes) writes.push_back(std::visit(WriteWrite{}, one));
    Json json{{"writes", std::move(writes)},
              {"answer", commit.answer ? written(*commit.answer) : Json(nullptr)},
              {"now", to_iso8601(commit.now)}};
    if (commit.forget.empty()) return json;
    auto words = Json::array();
    for (const auto& one : commit.forget) words.push_back(one);
    json["forget"] = std::move(words);
    return json;
}

Errors read_errors(const Node& node) {
    auto errors = node.list(read_error);
    if (node.value().is_array() && errors.empty()) node.fail(ErrorCode::invalid_value, "must not be empty");
    return errors;
}

Json written(const Errors& errors) {
    auto all = Json::array();
    for (const auto& error : errors) {
        all.push_back(
            Json{{"code", to_string(error.code)}, {"message", error.message}, {"where", to_string(error.where)}});
    }
    return all;
}

}  // namespace ledger

Expected<std::vector<Key>, Errors> keys_from_json(std::string_view text) {
    return formats::read_document(text, [](const formats::Node& node) { return node.list(ledger::read_key); });
}

std::string to_json(const std::vector<std::optional<Document>>& documents) {
    auto all = formats::Json::array();
    for (const auto& one : documents) all.push_back(one ? ledger::written(*one) : formats::Json(nullptr));
    return formats::write_document(all);
}

Expected<Query, Errors> query_from_json(std::string_view text) {
    return formats::read_document(text, ledger::read_query);
}

std::string to_json(const Page& page) {
    auto documents = formats::Json::array();
    for (const auto& one : page.documents) documents.push_back(ledger::written(one));
    return formats::write_document({{"documents", std::move(documents)},
                                    {"next", page.next ? formats::Json(page.next->after) : formats::Json(nullptr)}});
}

Expected<Commit, Errors> commit_from_json(std::string_view text) {
    return formats::read_document(text, ledger::read_commit);
}

std::string to_json(const CommitResult& result) {
    return formats::write_document(std::visit(ledger::WriteResult{}, result));
}

}  // namespace denwaban

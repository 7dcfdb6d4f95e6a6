#include <chrono>
#include <string>
#include <utility>

#include <denwaban/ledger/limits.hpp>

#include "ledger/port/ledger_words.hpp"
#include "sqlite_store.hpp"

namespace denwaban::sqlite {

namespace {

using formats::Node;

using Line = std::variant<Document, RequestAnswer>;

[[nodiscard]] Line read_line(const Node& node) {
    if (node.value().is_object() && node.value().contains("request")) return ledger::read_answer(node);
    return ledger::read_document(node);
}

[[nodiscard]] Done for_each_row(Connection& connection, std::string_view sql, const auto& what) {
    auto rows = connection.prepare(sql);
    if (!rows) return Unexpected{std::move(rows).error()};
    while (true) {
        const auto row = rows->step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return std::monostate{};
        what(*rows);
    }
}

class Import {
public:
    [[nodiscard]] static Expected<Import, Errors> make(Connection& connection) {
        auto document = connection.prepare(
            "INSERT INTO documents (partition, sort, version, body, expires) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT "
            "DO "
            "NOTHING RETURNING 1");
        if (!document) return Unexpected{std::move(document).error()};
        auto answer = connection.prepare(
            "INSERT INTO requests (request, about, answer, keep_until) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING "
            "RETURNING 1");
        if (!answer) return Unexpected{std::move(answer).error()};
        return Import{*std::move(document), *std::move(answer)};
    }

    [[nodiscard]] Done write(std::string_view line) {
        auto read = formats::read_document(line, read_line);
        if (!read) return Unexpected{std::move(read).error()};
        return std::visit([this](const auto& one) { return insert(one); }, *read);
    }

private:
    Import(Statement document, Statement answer) : document_(std::move(document)), answer_(std::move(answer)) {}

    [[nodiscard]] Done insert(const Document& one) {
        auto errors = check(Commit{{Put{one.key, {}, one.body, {}}}, {}, {}});
        if (!errors.empty()) return Unexpected{std::move(errors)};
        document_.bind(1, one.key.partition).bind(2, one.key.sort);
        document_.bind(3, static_cast<std::int64_t>(one.version.number)).bind(4, one.body);
        document_.bind(5, one.expires);
        return once(document_);
    }
    [[nodiscard]] Done insert(const RequestAnswer& one) {
        auto errors = check(Commit{{}, one, {}});
        if (!errors.empty()) return Unexpected{std::move(errors)};
        answer_.bind(1, one.request).bind(2, one.about).bind(3, one.answer);
        answer_.bind(4, one.keep_until);
        return once(answer_);
    }
    [[nodiscard]] static Done once(Statement& insert) {
        const auto row = insert.step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return Unexpected{Errors{{ErrorCode::duplicate_id, "is there already", JsonPointer{}}}};
        return insert.run();
    }

    Statement document_;
    Statement answer_;
};

}  // namespace

Done export_lines(Connection& connection, const SqliteLedger::Sink& sink) {
    const auto write = [&](const auto& one) { sink(formats::write_document(ledger::written(one))); };
    return in_transaction(connection, "BEGIN", [&] {
        auto done = for_each_row(
            connection, "SELECT partition, sort, version, body, expires FROM documents ORDER BY partition, sort",
            [&](const Statement& row) {
                Document document{
                    {row.text(0), row.text(1)}, {static_cast<std::uint64_t>(row.number(2))}, row.text(3), {}};
                document.expires = row.instant_if_any(4);
                write(document);
            });
        if (!done) return done;
        return for_each_row(connection, "SELECT request, about, answer, keep_until FROM requests ORDER BY request",
                            [&](const Statement& row) {
                                write(RequestAnswer{row.text(0), row.text(1), row.text(2), row.instant(3)});
                            });
    });
}

Done import_lines(Connection& connection, const SqliteLedger::Source& source) {
    auto import = Import::make(connection);
    if (!import) return Unexpected{std::move(import).error()};
    return in_transaction(connection, "BEGIN IMMEDIATE", [&]() -> Done {
        for (std::size_t number = 1; const auto line = source(); ++number) {
            auto written = import->write(*line);
            if (written) continue;
            auto errors = std::move(written).error();
            for (auto& error : errors) {
                const auto* place = std::get_if<JsonPointer>(&error.where);
                error.where = JsonPointer{"/" + std::to_string(number) + (place != nullptr ? place->text : "")};
            }
            return Unexpected{std::move(errors)};
        }
        return std::monostate{};
    });
}

}  // namespace denwaban::sqlite

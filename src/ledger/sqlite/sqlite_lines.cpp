#include <chrono>
#include <string>
#include <utility>

#include "ledger/port/ledger_lines.hpp"
#include "sqlite_store.hpp"
#include "sqlite_sum.hpp"

namespace denwaban::sqlite {

namespace {

[[nodiscard]] Done for_each_row(Connection& connection, std::string_view sql, const auto& what) {
    auto rows = connection.prepare(sql);
    if (!rows) return Unexpected{std::move(rows).error()};
    while (true) {
        const auto row = rows->step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return std::monostate{};
        if (auto done = what(*rows); !done) return done;
    }
}

class Import {
public:
    [[nodiscard]] static Expected<Import, Errors> make(Writer& writer) {
        auto& connection = writer.connection();
        auto document = connection.prepare(
            "INSERT INTO documents (partition, sort, version, body, expires, sum) "
            "VALUES (?1, ?2, ?3, ?4, ?5, (?3 << 32) | ?6) ON CONFLICT DO NOTHING RETURNING 1");
        if (!document) return Unexpected{std::move(document).error()};
        auto answer = connection.prepare(
            "INSERT INTO requests (request, about, answer, keep_until) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING "
            "RETURNING 1");
        if (!answer) return Unexpected{std::move(answer).error()};
        return Import{writer, *std::move(document), *std::move(answer)};
    }

    [[nodiscard]] Done write(std::string_view line) {
        auto read = ledger::read_ledger_line(line);
        if (!read) return Unexpected{std::move(read).error()};
        return std::visit([this](const auto& one) { return insert(one); }, *read);
    }

private:
    Import(Writer& writer, Statement document, Statement answer)
        : writer_(&writer), document_(std::move(document)), answer_(std::move(answer)) {}

    [[nodiscard]] Done insert(const Document& one) {
        document_.bind(1, one.key.partition).bind(2, one.key.sort);
        document_.bind(3, static_cast<std::int64_t>(one.version.number)).bind(4, one.body);
        document_.bind(5, one.expires).bind(6, sum_of(one.key, one.body));
        if (auto done = once(document_); !done) return done;
        return writer_->changes().add(ChangeKind::put, one.key, one.version);
    }
    [[nodiscard]] Done insert(const RequestAnswer& one) {
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

    Writer* writer_;
    Statement document_;
    Statement answer_;
};

}  // namespace

Done export_lines(Connection& connection, const SqliteLedger::Sink& sink) {
    const auto write = [&](const auto& one) -> Done {
        sink(ledger::written_line(one));
        return std::monostate{};
    };
    return in_transaction(connection, "BEGIN", [&] {
        auto done = for_each_row(
            connection, "SELECT partition, sort, version, body, expires, sum FROM documents ORDER BY partition, sort",
            [&](const Statement& row) -> Done {
                Document document{
                    {row.text(0), row.text(1)}, {static_cast<std::uint64_t>(row.number(2))}, row.text(3), {}};
                document.expires = row.instant_if_any(4);
                if (auto right = check_sum(document, row.number_if_any(5)); !right) return right;
                return write(document);
            });
        if (!done) return done;
        return for_each_row(connection, "SELECT request, about, answer, keep_until FROM requests ORDER BY request",
                            [&](const Statement& row) {
                                return write(RequestAnswer{row.text(0), row.text(1), row.text(2), row.instant(3)});
                            });
    });
}

Done import_lines(Writer& writer, const SqliteLedger::Source& source) {
    auto import = Import::make(writer);
    if (!import) return Unexpected{std::move(import).error()};
    return in_transaction(writer.connection(), "BEGIN IMMEDIATE", [&]() -> Done {
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

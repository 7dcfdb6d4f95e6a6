#include <algorithm>
#include <utility>

#include "sqlite_session.hpp"
#include "sqlite_sum.hpp"

namespace denwaban::sqlite {

namespace {

/// What is read of documents before a page goes out although it is not full: as in DynamoDB.
constexpr std::size_t page_bytes = 4'000'000;

/// The texts from one on, up to but without another. SQLite compares bytes, as everybody here does.
struct Bounds {
    std::string from;
    std::string until;
};

/// What comes right after a text.
[[nodiscard]] std::string after(std::string text) {
    text.push_back('\0');
    return text;
}

/// What comes right after everything that begins so: no byte of UTF-8 is 0xFF.
[[nodiscard]] std::string after_all(std::string prefix) {
    prefix.push_back('\xFF');
    return prefix;
}

[[nodiscard]] Bounds bounds_of(const Query& query) {
    Bounds bounds;
    if (const auto* prefix = std::get_if<SortPrefix>(&query.range)) {
        bounds = {prefix->text, after_all(prefix->text)};
    } else {
        const auto& between = std::get<SortBetween>(query.range);
        bounds = {between.first, after(between.last)};
    }
    if (!query.after) return bounds;
    if (query.order == QueryOrder::ascending) {
        bounds.from = std::max(bounds.from, after(query.after->after));
    } else {
        bounds.until = std::min(bounds.until, query.after->after);
    }
    return bounds;
}

/// Of columns `version`, `body`, `expires`, `sum`, which are the first. Errors: `corrupt`.
[[nodiscard]] Expected<Document, Errors> document_of(const Statement& row, Key key) {
    Document document{std::move(key), {static_cast<std::uint64_t>(row.number(0))}, row.text(1), {}};
    document.expires = row.instant_if_any(2);
    if (auto right = check_sum(document, row.number_if_any(3)); !right) return Unexpected{std::move(right).error()};
    return document;
}

}  // namespace

Expected<Reader, Errors> Reader::make(std::shared_ptr<Connection> connection) {
    auto by_key =
        connection->prepare("SELECT version, body, expires, sum FROM documents WHERE partition = ?1 AND sort = ?2");
    if (!by_key) return Unexpected{std::move(by_key).error()};
    const std::string some =
        "SELECT version, body, expires, sum, sort FROM documents WHERE partition = ?1 AND sort >= ?2 AND sort < ?3 "
        "ORDER BY sort ";
    auto ascending = connection->prepare(some + "ASC LIMIT ?4");
    if (!ascending) return Unexpected{std::move(ascending).error()};
    auto descending = connection->prepare(some + "DESC LIMIT ?4");
    if (!descending) return Unexpected{std::move(descending).error()};
    return Reader{std::move(connection), *std::move(by_key), *std::move(ascending), *std::move(descending)};
}

Expected<std::vector<std::optional<Document>>, Errors> Reader::read(const std::vector<Key>& keys) {
    using Documents = Expected<std::vector<std::optional<Document>>, Errors>;
    return in_transaction(*connection_, "BEGIN", [&]() -> Documents {
        std::vector<std::optional<Document>> documents;
        documents.reserve(keys.size());
        for (const auto& key : keys) {
            const auto row = by_key_.bind(1, key.partition).bind(2, key.sort).step();
            if (!row.has_value()) return Unexpected{row.error()};
            documents.emplace_back();
            if (!*row) continue;
            auto document = document_of(by_key_, key);
            by_key_.reset();
            if (!document) return Unexpected{std::move(document).error()};
            documents.back() = *std::move(document);
        }
        return documents;
    });
}

Expected<Page, Errors> Reader::query(const Query& query) {
    const auto [from, until] = bounds_of(query);
    auto& rows = query.order == QueryOrder::ascending ? ascending_ : descending_;
    rows.bind(1, query.partition).bind(2, from).bind(3, until).bind(4, static_cast<std::int64_t>(query.limit + 1));
    Page page;
    std::size_t bytes = 0;
    while (true) {
        const auto row = rows.step();
        if (!row.has_value()) return Unexpected{row.error()};
        if (!*row) return page;
        if (page.documents.size() == query.limit || bytes >= page_bytes) break;
        auto document = document_of(rows, {query.partition, rows.text(4)});
        if (!document) {
            rows.reset();
            return Unexpected{std::move(document).error()};
        }
        page.documents.push_back(*std::move(document));
        bytes += page.documents.back().body.size();
    }
    rows.reset();
    page.next = Cursor{page.documents.back().key.sort};
    return page;
}

}  // namespace denwaban::sqlite

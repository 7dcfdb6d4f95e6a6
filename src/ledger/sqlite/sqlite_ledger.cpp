#include <denwaban/ledger/sqlite_ledger.hpp>

#include <system_error>
#include <utility>

#include <denwaban/ledger/limits.hpp>

#include "sqlite_disk.hpp"
#include "sqlite_statistics.hpp"
#include "sqlite_store.hpp"

namespace denwaban {

SqliteLedger::SqliteLedger(StoreHandle store) : store_(std::move(store)) {}
SqliteLedger::~SqliteLedger() = default;
SqliteLedger::SqliteLedger(SqliteLedger&&) noexcept = default;
SqliteLedger& SqliteLedger::operator=(SqliteLedger&&) noexcept = default;

Expected<SqliteLedger, Errors> SqliteLedger::open(const std::string& path, const SqliteOptions& options) {
    auto store = Store::open(path, options);
    if (!store) return Unexpected{std::move(store).error()};
    return SqliteLedger{*std::move(store)};
}

Expected<std::vector<std::optional<Document>>, Errors> SqliteLedger::read(const std::vector<Key>& keys) {
    if (auto errors = check(keys); !errors.empty()) return Unexpected{std::move(errors)};
    return store_->reading([&](sqlite::Reader& reader) { return reader.read(keys); });
}

Expected<Page, Errors> SqliteLedger::query(const Query& query) {
    if (auto errors = check(query); !errors.empty()) return Unexpected{std::move(errors)};
    return store_->reading([&](sqlite::Reader& reader) { return reader.query(query); });
}

Expected<CommitResult, Errors> SqliteLedger::commit(const Commit& commit) {
    if (auto errors = check(commit); !errors.empty()) return Unexpected{std::move(errors)};
    return store_->commit(commit);
}

Expected<ChangesPage, Errors> SqliteLedger::changes(const ChangesQuery& query) {
    if (query.most == 0 || query.most > ledger_limits.page) {
        return Unexpected{Errors{{ErrorCode::out_of_range, "must be 1 to 1000", JsonPointer{"/most"}}}};
    }
    return store_->reading([&](sqlite::Reader& reader) { return sqlite::changes_in(reader.connection(), query); });
}

Expected<ChangeCursor, Errors> SqliteLedger::newest_change() {
    return store_->reading([](sqlite::Reader& reader) { return sqlite::newest_change_in(reader.connection()); });
}

void SqliteLedger::Release::operator()(Store* store) const noexcept {
    if (store->is_ours()) delete store;
}

std::unique_lock<std::mutex> SqliteLedger::turn(const Key& key) { return store_->turn(key); }

Expected<std::monostate, Errors> SqliteLedger::backup(const std::string& path) {
    if (auto right = sqlite::check_file_path(path); !right) return right;
    if (is_at(path)) return sqlite::invalid("is the ledger's own file: " + path);
    if (sqlite::identity_of(path)) return sqlite::failure_at(path, std::make_error_code(std::errc::file_exists));
    return store_->reading([&](sqlite::Reader& reader) -> sqlite::Done {
        sqlite::PartialFile file{path};
        if (file.failed()) return sqlite::failure_at(path, file.failed());
        auto copy = reader.connection().prepare("VACUUM INTO ?1");
        if (!copy) return Unexpected{std::move(copy).error()};
        const auto name = sqlite::name_of_file(file.name());
        auto copied = copy->bind(1, name).run();
        return copied ? file.arrive(sqlite::Arrival::is_first) : copied;
    });
}

Expected<LedgerStatistics, Errors> SqliteLedger::statistics() {
    auto statistics =
        store_->reading([](sqlite::Reader& reader) { return sqlite::statistics_in(reader.connection()); });
    if (statistics) store_->measure(*statistics);
    return statistics;
}

Expected<std::monostate, Errors> SqliteLedger::compact() {
    return store_->writing([](sqlite::Writer& writer) { return sqlite::compact(writer.connection()); });
}

bool SqliteLedger::is_at(const std::string& path) const { return store_->is_at(path); }

Expected<std::monostate, Errors> SqliteLedger::export_lines(const Sink& sink) {
    return store_->reading([&](sqlite::Reader& reader) { return sqlite::export_lines(reader.connection(), sink); });
}

Expected<std::monostate, Errors> SqliteLedger::import_lines(const Source& source) {
    return store_->writing([&](sqlite::Writer& writer) { return sqlite::import_lines(writer, source); });
}

}  // namespace denwaban

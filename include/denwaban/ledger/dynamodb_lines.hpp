#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include <denwaban/core/expected.hpp>

namespace denwaban {

/// Everything in a table as a file of lines of JSON, which `import_from` of SQLite and `DynamoDbImport` take, with no
/// I/O of its own (`denwaban::ledger`). Documents come in no order, each as it was at some moment meanwhile: for all as
/// of one moment there is DynamoDB's own export of a point in time.
class DynamoDbExport {
public:
    /// `seed` is of the pauses.
    DynamoDbExport(std::string table, std::uint64_t seed);
    ~DynamoDbExport();
    DynamoDbExport(DynamoDbExport&&) noexcept;
    DynamoDbExport& operator=(DynamoDbExport&&) noexcept;

    /// As `DynamoDbExchange`, with the operation Scan besides.
    [[nodiscard]] const std::string* task() const noexcept;
    /// As `DynamoDbExchange`. Precondition: there is a task.
    void give(std::string_view json);
    /// What comes next in the file, with the ends of its lines. Once there is no task this is its end, and the file is
    /// whole unless there is an error.
    [[nodiscard]] std::string take();
    /// Errors: those of `DynamoDbExchange`. Precondition: there is no task.
    [[nodiscard]] Expected<std::monostate, Errors> result() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

/// Writes such a file down in a table. It is read twice: first every line is given to `check`, and then, unless there
/// was an error, to `write`. What is there already as the file has it stays, so that an import that was cut short is
/// begun again; nothing that is otherwise is written over.
class DynamoDbImport {
public:
    /// `seed` is of the pauses.
    DynamoDbImport(std::string table, std::uint64_t seed);
    ~DynamoDbImport();
    DynamoDbImport(DynamoDbImport&&) noexcept;
    DynamoDbImport& operator=(DynamoDbImport&&) noexcept;

    /// Errors: those of a line, whose place begins with its number; `corrupt` and `newer_version` as `import_from`.
    [[nodiscard]] Expected<std::monostate, Errors> check(std::string_view line);
    /// There are no more lines. Errors: `corrupt` for a file that was cut.
    [[nodiscard]] Expected<std::monostate, Errors> end_check();

    /// Takes a line; there may be a task after it, which is to be done before the next. Errors: as `check`.
    [[nodiscard]] Expected<std::monostate, Errors> write(std::string_view line);
    /// There are no more lines; there may be a last task.
    void end();
    /// As `DynamoDbExchange`.
    [[nodiscard]] const std::string* task() const noexcept;
    /// As `DynamoDbExchange`. Precondition: there is a task.
    void give(std::string_view json);
    /// Errors: those of `DynamoDbExchange`, and `duplicate_id` at the line of what is there otherwise; what came before
    /// it is written. Precondition: there is no task.
    [[nodiscard]] Expected<std::monostate, Errors> result() const;

private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace denwaban

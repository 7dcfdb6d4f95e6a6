#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <utility>

#include <denwaban/ledger/detail/process.hpp>
#include <denwaban/ledger/kept_booking_csv.hpp>
#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_files.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "alone.hpp"
#include "bindings.hpp"
#include "refusal.hpp"
#include "text.hpp"

/// What `_ledger.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

using Text = Expected<std::string, Errors>;

[[nodiscard]] Refusal not_allowed(std::string why) { return {{{ErrorCode::not_allowed, std::move(why), {}}}}; }

/// A file that is open, until it is closed. From any thread, without the GIL.
class OpenLedger {
public:
    explicit OpenLedger(SqliteLedger ledger) : ledger_(std::move(ledger)) {}

    template <class Ask>
    [[nodiscard]] auto with(Ask&& ask) {
        // Whoever held the lock when this process was forked will not let it go.
        if (!made_.is_here()) throw not_allowed("was opened before this process was forked: open it anew");
        // Else whoever closes it might wait for ever.
        if (is_closing_) throw closed();
        const std::shared_lock nobody_closes_it{mutex_};
        if (!ledger_) throw closed();
        return value_of(ask(*ledger_));
    }
    /// Once what has begun is done.
    void close() {
        if (!made_.is_here()) return;
        is_closing_ = true;
        const std::unique_lock nobody_works{mutex_};
        ledger_.reset();
    }

private:
    [[nodiscard]] static Refusal closed() { return not_allowed("the ledger is closed"); }

    detail::MadeHere made_;
    std::atomic<bool> is_closing_ = false;
    std::shared_mutex mutex_;
    std::optional<SqliteLedger> ledger_;
};

[[nodiscard]] std::unique_ptr<OpenLedger> open(const py::str& path, std::int64_t busy, bool checks_pages,
                                               std::int64_t keep_changes) {
    const auto file = utf8_of(path);
    SqliteOptions options{checks_pages ? OpeningCheck::pages : OpeningCheck::none, std::chrono::milliseconds{busy}, {}};
    options.changes.time = std::chrono::milliseconds{keep_changes};
    const py::gil_scoped_release others_may_run;
    return std::make_unique<OpenLedger>(value_of(SqliteLedger::open(file, options)));
}

template <auto parse, auto ask>
[[nodiscard]] py::str ask_ledger(OpenLedger& self, const py::object& source) {
    const auto question = value_of(parse(json_text(source)));
    const auto answer = [&] {
        const py::gil_scoped_release others_may_run;
        return to_json(self.with([&](SqliteLedger& ledger) { return (ledger.*ask)(question); }));
    };
    return text_of(answer());
}

[[nodiscard]] py::str newest_change(OpenLedger& self) {
    const auto cursor = [&] {
        const py::gil_scoped_release others_may_run;
        return self.with([](SqliteLedger& ledger) { return ledger.newest_change(); });
    };
    return text_of(cursor().text);
}

[[nodiscard]] py::str statistics_of(OpenLedger& self) {
    const auto statistics = [&] {
        const py::gil_scoped_release others_may_run;
        return self.with([](SqliteLedger& ledger) { return ledger.statistics(); });
    };
    return text_of(to_json(statistics()));
}
void compact(OpenLedger& self) {
    const py::gil_scoped_release others_may_run;
    static_cast<void>(self.with([](SqliteLedger& ledger) { return ledger.compact(); }));
}

/// What has a path and no answer.
template <auto work>
void done(OpenLedger& self, const py::str& path) {
    const auto file = utf8_of(path);
    const py::gil_scoped_release others_may_run;
    static_cast<void>(self.with([&](SqliteLedger& ledger) { return std::invoke(work, ledger, file); }));
}

[[nodiscard]] py::str ran(OpenLedger& self, const py::object& source, std::uint64_t seed, std::int64_t deadline) {
    const auto text = json_text(source);
    const RunOptions options{std::chrono::milliseconds{deadline}, {}};
    const auto answer = [&] {
        const py::gil_scoped_release others_may_run;
        auto errand = value_of(errand_from_json(text, seed));
        return self.with([&](SqliteLedger& ledger) { return run(ledger, std::move(errand), options); });
    };
    return text_of(answer());
}
[[nodiscard]] py::str ran_observed(OpenLedger& self, const py::object& source, std::uint64_t seed,
                                   std::int64_t deadline) {
    const auto text = json_text(source);
    ErrandEffort effort;
    const RunOptions options{std::chrono::milliseconds{deadline}, [&](const ErrandEffort& one) { effort = one; }};
    const auto told = [&] {
        const py::gil_scoped_release others_may_run;
        auto errand = value_of(errand_from_json(text, seed));
        return self.with([&](SqliteLedger& ledger) -> Expected<std::string, Errors> {
            return observed_to_json(run(ledger, std::move(errand), options), effort);
        });
    };
    return text_of(told());
}

using AskedErrand = Alone<JsonErrand>;

[[nodiscard]] const Task& pending_task(const JsonErrand& errand) {
    if (errand.task() == nullptr) throw not_allowed("the errand is over");
    return *errand.task();
}

/// Decides while others may run.
void give_errand(AskedErrand& self, const py::object& source) {
    const auto text = json_text(source);
    self.with([&](JsonErrand& errand) {
        const auto& task = pending_task(errand);
        const py::gil_scoped_release others_may_run;
        errand.give(value_of(task_result_from_json(text, task)));
    });
}

void bind_errand(py::module_& module) {
    py::class_<AskedErrand>(module, "ErrandCore", py::is_final())
        .def_static("from_json",
                    [](const py::object& source, std::uint64_t seed) {
                        return AskedErrand{value_of(errand_from_json(json_text(source), seed))};
                    })
        .def("task",
             [](AskedErrand& self) {
                 return self.with([](const JsonErrand& errand) {
                     return errand.task() != nullptr ? py::object{text_of(to_json(*errand.task()))} : py::none();
                 });
             })
        .def("give", give_errand)
        .def("give_up",
             [](AskedErrand& self, std::int64_t deadline) {
                 self.with([deadline](JsonErrand& errand) {
                     static_cast<void>(pending_task(errand));
                     errand.give_up(std::chrono::milliseconds{deadline});
                 });
             })
        .def("answer", [](AskedErrand& self) {
            return self.with([](const JsonErrand& errand) {
                if (errand.task() != nullptr) throw not_allowed("the errand is not over");
                return text_of(value_of(errand.answer()));
            });
        });
}

}  // namespace

void bind_ledger(py::module_& module) {
    py::class_<OpenLedger>(module, "SqliteLedgerCore", py::is_final())
        .def_static("open", open)
        .def("read", ask_ledger<keys_from_json, &SqliteLedger::read>)
        .def("query", ask_ledger<query_from_json, &SqliteLedger::query>)
        .def("commit", ask_ledger<commit_from_json, &SqliteLedger::commit>)
        .def("changes", ask_ledger<changes_query_from_json, &SqliteLedger::changes>)
        .def("newest_change", newest_change)
        .def("run", ran)
        .def("run_observed", ran_observed)
        .def("statistics", statistics_of)
        .def("compact", compact)
        .def("backup", done<&SqliteLedger::backup>)
        .def("export_to", done<export_to>)
        .def("import_from", done<import_from>)
        .def("close", &OpenLedger::close, py::call_guard<py::gil_scoped_release>());
    module.def("bookings_csv", [](const py::object& bookings) {
        return text_of(value_of(booking_csv_from_json(json_text(bookings))));
    });
    module.def("changes_from_stream", [](const py::object& event) {
        return text_of(to_json(value_of(changes_from_stream(json_text(event)))));
    });
    bind_errand(module);
}

}  // namespace denwaban::python

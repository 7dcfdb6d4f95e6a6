#include "ledger.hpp"

#include <chrono>
#include <cstdint>
#include <utility>
#include <variant>

#include <denwaban/ledger/kept_booking_csv.hpp>
#include <denwaban/ledger/ledger_json.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_files.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "promises.hpp"

namespace denwaban::node {

namespace {

using Text = Expected<std::string, Errors>;
using SharedLedger = std::shared_ptr<SqliteLedger>;

[[nodiscard]] Error closed() { return {ErrorCode::not_allowed, "the ledger is closed", {}}; }

template <auto parse, auto ask>
[[nodiscard]] Text asked(SqliteLedger& ledger, const std::string& question) {
    return parse(question)
        .and_then([&](const auto& parsed) { return (ledger.*ask)(parsed); })
        .transform([](const auto& answer) { return to_json(answer); });
}

/// As `denwaban::run`, but gives up where Node ends.
[[nodiscard]] Text run_here(SqliteLedger& ledger, JsonErrand errand, const RunOptions& options,
                            const Workers& workers) {
    const detail::Deadline deadline{options.deadline};
    detail::EffortMeter meter{options};
    detail::DoTask task_of{ledger};
    while (const auto* task = errand.task()) {
        meter.begin(*task);
        if (workers.is_stopping()) return Unexpected{Errors{closed()}};
        errand.give(std::visit(task_of, *task));
        if (errand.task() != nullptr && deadline.is_over()) errand.give_up(options.deadline);
    }
    return meter.end(errand.answer());
}

[[nodiscard]] Expected<SharedLedger, Errors> open_shared(const std::string& path, const SqliteOptions& options) {
    auto opened = SqliteLedger::open(path, options);
    if (!opened) return Unexpected{std::move(opened).error()};
    return std::make_shared<SqliteLedger>(*std::move(opened));
}

[[nodiscard]] Napi::Value shown(Napi::Env env, const std::string& words) { return text(env, words); }
[[nodiscard]] Napi::Value shown(Napi::Env env, std::monostate) { return env.Undefined(); }
constexpr auto show = [](Napi::Env env, const auto& result) { return shown(env, result); };

}  // namespace

Napi::Function LedgerHandle::define(Napi::Env env) {
    return DefineClass(env, "SqliteLedger",
                       {
                           InstanceMethod<&LedgerHandle::read>("read"),
                           InstanceMethod<&LedgerHandle::query>("query"),
                           InstanceMethod<&LedgerHandle::commit>("commit"),
                           InstanceMethod<&LedgerHandle::changes>("changes"),
                           InstanceMethod<&LedgerHandle::newest_change>("newestChange"),
                           InstanceMethod<&LedgerHandle::run>("run"),
                           InstanceMethod<&LedgerHandle::run_observed>("runObserved"),
                           InstanceMethod<&LedgerHandle::statistics>("statistics"),
                           InstanceMethod<&LedgerHandle::compact>("compact"),
                           InstanceMethod<&LedgerHandle::backup>("backup"),
                           InstanceMethod<&LedgerHandle::export_to>("exportTo"),
                           InstanceMethod<&LedgerHandle::import_from>("importFrom"),
                           InstanceMethod<&LedgerHandle::close>("close"),
                       });
}

Napi::Value LedgerHandle::open(const Napi::CallbackInfo& info) {
    const std::chrono::milliseconds busy{info[1].As<Napi::Number>().Int64Value()};
    const auto check = info[2].As<Napi::Boolean>() ? OpeningCheck::pages : OpeningCheck::none;
    SqliteOptions options{check, busy, {}};
    options.changes.time = std::chrono::milliseconds{info[3].As<Napi::Number>().Int64Value()};
    const auto open = [path = text_argument(info, 0), options] { return open_shared(path, options); };
    auto& workers = *Environment::of(info.Env()).writers;
    return node::promise(info.Env(), workers, open, [](Napi::Env env, SharedLedger ledger) {
        auto& environment = Environment::of(env);
        return wrap(environment.ledger, std::make_shared<OpenLedger>(environment.readers, std::move(ledger)));
    });
}

template <class Ask>
Napi::Value LedgerHandle::promise(const Napi::CallbackInfo& info, Workers& workers, Ask ask) {
    const auto& ledger = value()->ledger();
    if (!ledger) raise(info.Env(), closed());
    return node::promise(
        info.Env(), workers, [ledger, ask, given = text_argument(info, 0)] { return ask(*ledger, given); }, show);
}
template <class Ask>
Napi::Value LedgerHandle::reading(const Napi::CallbackInfo& info, Ask ask) {
    return promise(info, *Environment::of(info.Env()).readers, ask);
}
template <class Ask>
Napi::Value LedgerHandle::writing(const Napi::CallbackInfo& info, Ask ask) {
    return promise(info, *Environment::of(info.Env()).writers, ask);
}

Napi::Value LedgerHandle::read(const Napi::CallbackInfo& info) {
    return reading(info, asked<keys_from_json, &SqliteLedger::read>);
}
Napi::Value LedgerHandle::query(const Napi::CallbackInfo& info) {
    return reading(info, asked<query_from_json, &SqliteLedger::query>);
}
Napi::Value LedgerHandle::commit(const Napi::CallbackInfo& info) {
    return writing(info, asked<commit_from_json, &SqliteLedger::commit>);
}
Napi::Value LedgerHandle::changes(const Napi::CallbackInfo& info) {
    return reading(info, asked<changes_query_from_json, &SqliteLedger::changes>);
}
Napi::Value LedgerHandle::newest_change(const Napi::CallbackInfo& info) {
    return reading(info, [](SqliteLedger& ledger, const std::string&) -> Text {
        return ledger.newest_change().transform([](const ChangeCursor& cursor) { return to_json(cursor); });
    });
}
Napi::Value LedgerHandle::backup(const Napi::CallbackInfo& info) {
    return reading(info, [](SqliteLedger& ledger, const std::string& path) { return ledger.backup(path); });
}
Napi::Value LedgerHandle::export_to(const Napi::CallbackInfo& info) { return reading(info, denwaban::export_to); }
Napi::Value LedgerHandle::import_from(const Napi::CallbackInfo& info) { return writing(info, denwaban::import_from); }

Napi::Value LedgerHandle::statistics(const Napi::CallbackInfo& info) {
    return reading(info, [](SqliteLedger& ledger, const std::string&) -> Text {
        return ledger.statistics().transform([](const LedgerStatistics& told) { return to_json(told); });
    });
}
Napi::Value LedgerHandle::compact(const Napi::CallbackInfo& info) {
    return writing(info, [](SqliteLedger& ledger, const std::string&) { return ledger.compact(); });
}

template <class Tell>
Napi::Value LedgerHandle::running(const Napi::CallbackInfo& info, Tell tell) {
    const auto seed = static_cast<std::uint64_t>(info[1].As<Napi::Number>().Int64Value());
    const RunOptions options{std::chrono::milliseconds{info[2].As<Napi::Number>().Int64Value()}, {}};
    const auto& workers = *Environment::of(info.Env()).writers;
    return writing(info, [seed, options, tell, &workers](SqliteLedger& ledger, const std::string& given) -> Text {
        auto errand = errand_from_json(given, seed);
        if (!errand) return Unexpected{std::move(errand).error()};
        return tell(ledger, *std::move(errand), options, workers);
    });
}
Napi::Value LedgerHandle::run(const Napi::CallbackInfo& info) { return running(info, run_here); }
Napi::Value LedgerHandle::run_observed(const Napi::CallbackInfo& info) {
    return running(info, [](SqliteLedger& ledger, JsonErrand errand, RunOptions options, const Workers& workers) {
        ErrandEffort effort;
        options.observe = [&](const ErrandEffort& one) { effort = one; };
        const auto answer = run_here(ledger, std::move(errand), options, workers);
        return Text{observed_to_json(answer, effort)};
    });
}

Napi::Value LedgerHandle::close(const Napi::CallbackInfo& info) {
    auto ledger = value()->close();
    auto& workers = *Environment::of(info.Env()).readers;
    return node::promise(
        info.Env(), workers, [ledger] { return Expected<std::monostate, Errors>{std::monostate{}}; }, show);
}

Napi::Value bookings_csv(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, value_or_raise(env, booking_csv_from_json(text_argument(info, 0))));
}

Napi::Value changes_from_stream(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    return text(env, to_json(value_or_raise(env, denwaban::changes_from_stream(text_argument(info, 0)))));
}

}  // namespace denwaban::node

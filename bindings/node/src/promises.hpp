#pragma once

#include <napi.h>

#include <exception>
#include <string>
#include <utility>

#include <denwaban/core/expected.hpp>

#include "environment.hpp"
#include "workers.hpp"

namespace denwaban::node {

/// A promise of what `work` gives on a worker's thread, an `Expected<T, Errors>`, as `show(env, value)` has it.
template <class Work, class Show>
[[nodiscard]] Napi::Value promise(Napi::Env env, Workers& workers, Work work, Show show) {
    const auto deferred = Napi::Promise::Deferred::New(env);
    const auto settle = [deferred, show](Napi::Env there, auto result) {
        if (result.has_value()) return deferred.Resolve(show(there, *std::move(result)));
        deferred.Reject(Environment::of(there).denwaban_error.New({problems(there, result.error())}));
    };
    const auto fail = [deferred](Napi::Env there, const std::string& why) {
        deferred.Reject(Napi::Error::New(there, why).Value());
    };
    workers.post(env, [work = std::move(work), settle, fail]() -> Workers::Settle {
        try {
            return [settle, result = work()](Napi::Env there) { settle(there, result); };
        } catch (const std::exception& thrown) {
            return [fail, why = std::string{thrown.what()}](Napi::Env there) { fail(there, why); };
        }
    });
    return deferred.Promise();
}

}  // namespace denwaban::node

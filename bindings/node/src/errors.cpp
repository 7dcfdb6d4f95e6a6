#include "environment.hpp"

namespace denwaban::node {

Napi::Array problems(Napi::Env env, const Errors& errors) {
    return array(env, errors, [env](const Error& error) {
        auto problem = Napi::Object::New(env);
        problem.Set("code", text(env, to_string(error.code)));
        problem.Set("message", text(env, error.message));
        problem.Set("where", text(env, to_string(error.where)));
        return problem;
    });
}

void raise(Napi::Env env, const Errors& errors) {
    throw Napi::Error{env, Environment::of(env).denwaban_error.New({problems(env, errors)})};
}

void raise(Napi::Env env, const Error& error) { raise(env, Errors{error}); }

}  // namespace denwaban::node

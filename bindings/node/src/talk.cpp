#include "talk.hpp"

#include <denwaban/documents/talk_json.hpp>

#include "environment.hpp"
#include "hours.hpp"

namespace denwaban::node {

Napi::Value understand(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto note = value_or_raise(env, hearing_from_json(text_argument(info, 1)));
    const auto* hours = info[2].IsUndefined() ? nullptr : &CompiledHours::of(info[2]);
    return text(env, to_json(value_or_raise(env, denwaban::understand(text_argument(info, 0), note, hours))));
}

}  // namespace denwaban::node

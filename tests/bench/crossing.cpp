/// What crossing costs: records of a dozen members as objects that Node-API makes, and as one text.
#include <node_api.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace std::string_view_literals;

constexpr std::array names{"id"sv,    "kind"sv,  "at"sv,           "state"sv, "since"sv, "channel"sv,
                           "queue"sv, "agent"sv, "missedInARow"sv, "type"sv,  "name"sv,  "arn"sv};
constexpr auto word = "after_contact_work"sv;
constexpr auto time = "2026-11-23T09:00:00.123Z"sv;

[[nodiscard]] bool is_time(std::string_view name) { return name == "at" || name == "since"; }
[[nodiscard]] bool is_number(std::string_view name) { return name == "missedInARow"; }

[[nodiscard]] std::uint32_t count_argument(napi_env env, napi_callback_info info) {
    std::size_t one = 1;
    napi_value given{};
    std::uint32_t count = 0;
    napi_get_cb_info(env, info, &one, &given, nullptr, nullptr);
    napi_get_value_uint32(env, given, &count);
    return count;
}
[[nodiscard]] napi_value text(napi_env env, std::string_view words) {
    napi_value value{};
    napi_create_string_utf8(env, words.data(), words.size(), &value);
    return value;
}
[[nodiscard]] napi_value member(napi_env env, std::string_view name) {
    napi_value value{};
    if (is_time(name)) {
        napi_create_date(env, 1.7e12, &value);
    } else if (is_number(name)) {
        napi_create_int32(env, 8, &value);
    } else {
        return text(env, word);
    }
    return value;
}

/// (count) → objects
napi_value made(napi_env env, napi_callback_info info) {
    const auto count = count_argument(env, info);
    std::array<napi_property_descriptor, names.size()> members{};
    for (std::size_t i = 0; i < names.size(); ++i) members[i].name = text(env, names[i]);
    napi_value list{};
    napi_create_array_with_length(env, count, &list);
    for (std::uint32_t at = 0; at < count; ++at) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            members[i].value = member(env, names[i]);
            members[i].attributes = napi_default_jsproperty;
        }
        napi_value object{};
        napi_create_object(env, &object);
        napi_define_properties(env, object, members.size(), members.data());
        napi_set_element(env, list, at, object);
    }
    return list;
}

/// (count) → the same as JSON
napi_value written(napi_env env, napi_callback_info info) {
    const auto count = count_argument(env, info);
    std::string all = "[";
    for (std::uint32_t at = 0; at < count; ++at) {
        all += at == 0 ? "{" : ",{";
        for (const auto name : names) {
            if (name != names.front()) all += ',';
            all.append(1, '"').append(name).append("\":");
            is_number(name) ? all += '8' : all.append(1, '"').append(is_time(name) ? time : word).append(1, '"');
        }
        all += '}';
    }
    return text(env, all += ']');
}

}  // namespace

NAPI_MODULE_INIT() {
    napi_value function{};
    napi_create_function(env, "made", NAPI_AUTO_LENGTH, made, nullptr, &function);
    napi_set_named_property(env, exports, "made", function);
    napi_create_function(env, "written", NAPI_AUTO_LENGTH, written, nullptr, &function);
    napi_set_named_property(env, exports, "written", function);
    return exports;
}

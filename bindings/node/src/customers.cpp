#include "customers.hpp"

#include <utility>
#include <vector>

#include <denwaban/documents/customers_json.hpp>

#include "day_books.hpp"

namespace denwaban::node {

Napi::Function CustomersHandle::define(Napi::Env env) {
    return DefineClass(env, "Customers",
                       {
                           InstanceMethod<&CustomersHandle::put>("put"),
                           InstanceMethod<&CustomersHandle::find>("find"),
                           InstanceMethod<&CustomersHandle::by_phone>("byPhone"),
                           InstanceMethod<&CustomersHandle::by_name>("byName"),
                           InstanceMethod<&CustomersHandle::merge>("merge"),
                           InstanceMethod<&CustomersHandle::record_visit>("recordVisit"),
                           InstanceMethod<&CustomersHandle::size>("size"),
                           InstanceMethod<&CustomersHandle::to_json>("toJson"),
                       });
}

Napi::Value CustomersHandle::from_json(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto customers = value_or_raise(env, customers_from_json(text_argument(info, 0)));
    return wrap(Environment::of(env).customers, std::make_shared<Customers>(std::move(customers)));
}

Napi::Value CustomersHandle::put(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    auto customer = value_or_raise(env, customer_from_json(text_argument(info, 0)));
    static_cast<void>(value_or_raise(env, value()->put(std::move(customer))));
    return env.Undefined();
}

Napi::Value CustomersHandle::find(const Napi::CallbackInfo& info) {
    const auto* found = value()->find({text_argument(info, 0)});
    return found != nullptr ? text(info.Env(), denwaban::to_json(*found)) : info.Env().Null();
}

Napi::Value CustomersHandle::by_phone(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto number = value_or_raise(env, PhoneNumber::parse(text_argument(info, 0)));
    return text(env, denwaban::to_json(value()->by_phone(number)));
}

Napi::Value CustomersHandle::by_name(const Napi::CallbackInfo& info) {
    const auto most = info[1].As<Napi::Number>().Uint32Value();
    return text(info.Env(), denwaban::to_json(value()->by_name(text_argument(info, 0), most)));
}

Napi::Value CustomersHandle::merge(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    static_cast<void>(value_or_raise(env, value()->merge({text_argument(info, 0)}, {text_argument(info, 1)})));
    return env.Undefined();
}

Napi::Value CustomersHandle::record_visit(const Napi::CallbackInfo& info) {
    const auto env = info.Env();
    const auto& book = DayBookHandle::of(info[0])->book;
    static_cast<void>(value_or_raise(env, value()->record_visit(book, {text_argument(info, 1)})));
    return env.Undefined();
}

Napi::Value CustomersHandle::size(const Napi::CallbackInfo& info) {
    return Napi::Number::New(info.Env(), static_cast<double>(value()->size()));
}

Napi::Value CustomersHandle::to_json(const Napi::CallbackInfo& info) {
    return text(info.Env(), denwaban::to_json(*value()));
}

}  // namespace denwaban::node

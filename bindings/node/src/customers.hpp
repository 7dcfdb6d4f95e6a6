#pragma once

#include <memory>

#include <denwaban/customer/customers.hpp>

#include "wrapped.hpp"

namespace denwaban::node {

using SharedCustomers = std::shared_ptr<Customers>;

class CustomersHandle : public Wrapped<CustomersHandle, SharedCustomers> {
public:
    using Wrapped::Wrapped;

    [[nodiscard]] static Napi::Function define(Napi::Env env);
    /// (text)
    [[nodiscard]] static Napi::Value from_json(const Napi::CallbackInfo& info);

private:
    /// (customer)
    Napi::Value put(const Napi::CallbackInfo& info);
    /// (id) → customer, or null
    Napi::Value find(const Napi::CallbackInfo& info);
    /// (number) → customers
    Napi::Value by_phone(const Napi::CallbackInfo& info);
    /// (beginning, most) → customers
    Napi::Value by_name(const Napi::CallbackInfo& info);
    /// (keep, absorb)
    Napi::Value merge(const Napi::CallbackInfo& info);
    /// (book, booking)
    Napi::Value record_visit(const Napi::CallbackInfo& info);
    Napi::Value size(const Napi::CallbackInfo& info);
    Napi::Value to_json(const Napi::CallbackInfo& info);
};

}  // namespace denwaban::node

#include <denwaban/documents/customers_json.hpp>

#include "customer_shapes.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace shapes {

void check_visits(const Node& node, std::vector<Visit>& visits) {
    std::set<std::pair<RestaurantId, BookingId>> known;
    std::size_t place = 0;
    node.each([&](const Node& item) {
        const auto& visit = visits[place++];
        if (!known.insert({visit.restaurant, visit.booking}).second) item.fail(ErrorCode::duplicate_id, "stands twice");
    });
    sort_visits(visits);
}

}  // namespace shapes

namespace formats {
namespace {

[[nodiscard]] Customers read_customers(const Node& node) {
    Customers customers;
    node.each([&](const Node& item) {
        const auto known = item.errors().size();
        auto customer = shapes::read_as<Customer>(item);
        if (item.errors().size() != known) return;
        if (customers.find(customer.id) != nullptr) return item.fail(ErrorCode::duplicate_id, "stands twice");
        const auto put = customers.put(std::move(customer));
        if (!put) report_under(item, {put.error()});
    });
    return customers;
}

}  // namespace
}  // namespace formats

[[nodiscard]] static Expected<Customer, Errors> read_customer_text(std::string_view text, Reading reading) {
    return shapes::value_from_json<Customer>(text, reading);
}
Expected<Customer, Errors> customer_from_json(std::string_view text) {
    return read_customer_text(text, Reading::asked);
}
Expected<Customer, Errors> kept_customer_from_json(std::string_view text) {
    return read_customer_text(text, Reading::kept);
}
Expected<Customers, Errors> customers_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_customers);
}

std::string to_kept_json(const Customer& customer, std::string_view before) {
    return shapes::with_unknown_of(shapes::shape_of<Customer>, &customer, before);
}

std::string to_json(const Customer& customer) { return shapes::json_of(customer); }

std::string to_json(const std::vector<const Customer*>& customers) {
    std::string text;
    formats::TextSink sink{text};
    sink.open_list(customers.size());
    for (const auto* customer : customers) shapes::write_shape(shapes::shape_of<Customer>, customer, sink);
    sink.close_list();
    return text;
}

std::string to_json(const Customers& customers) {
    std::vector<const Customer*> all;
    for (const auto& [id, customer] : customers.all()) all.push_back(&customer);
    return to_json(all);
}

}  // namespace denwaban

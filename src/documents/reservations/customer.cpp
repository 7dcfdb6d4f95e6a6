#include <denwaban/documents/customers_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

constexpr std::size_t most_visits = 100'000;

[[nodiscard]] std::vector<std::string> read_labels(const Node& node) { return read_some(node, most_lines, read_name); }

[[nodiscard]] Visit read_visit(const Node& node) {
    const Fields fields{node, {"restaurant", "booking", "date", "covers", "outcome"}};
    return {fields.require("restaurant", read_id<struct RestaurantTag>),
            fields.require("booking", read_id<struct BookingTag>),
            fields.require("date", [](const Node& part) { return part.date(); }),
            fields.value_or("covers", read_covers), fields.require("outcome", read_named<VisitOutcome>)};
}

/// By date, whatever order they stand in; none of them twice.
void read_visits(const Node& node, Customer& customer) {
    std::set<std::pair<RestaurantId, BookingId>> known;
    customer.visits = read_some(node, most_visits, [&](const Node& item) {
        auto visit = read_visit(item);
        if (!known.insert({visit.restaurant, visit.booking}).second) item.fail(ErrorCode::duplicate_id, "stands twice");
        return visit;
    });
    sort_visits(customer);
}

[[nodiscard]] Customer read_customer(const Node& node) {
    const Fields fields{node,
                        {"id", "name", "kana", "aliases", "phones", "email", "visits", "tags", "allergies",
                         "preferences", "notes", "merged"}};
    Customer customer;
    customer.id = fields.require("id", read_id<struct CustomerTag>);
    customer.name = fields.value_or("name", read_label);
    customer.kana = fields.value_or("kana", read_label);
    customer.aliases = fields.value_or("aliases", read_labels);
    if (const auto phones = fields.optional("phones")) {
        for (const auto& phone : read_some(*phones, most_lines, [](const Node& part) { return part.phone_number(); })) {
            if (phone) customer.phones.push_back(*phone);
        }
    }
    customer.email = fields.value_or("email", read_label);
    if (const auto visits = fields.optional("visits")) {
        read_visits(*visits, customer);
    }
    customer.tags = fields.value_or("tags", read_labels);
    customer.allergies = fields.value_or("allergies", read_labels);
    customer.preferences = fields.value_or("preferences", read_labels);
    customer.notes = fields.value_or("notes", read_text);
    customer.merged = fields.value_or(
        "merged", [](const Node& part) { return read_some(part, most_lines, read_id<struct CustomerTag>); });
    return customer;
}

[[nodiscard]] Customers read_customers(const Node& node) {
    Customers customers;
    node.each([&](const Node& item) {
        const auto known = item.errors().size();
        auto customer = read_customer(item);
        if (item.errors().size() != known) return;
        if (customers.find(customer.id) != nullptr) return item.fail(ErrorCode::duplicate_id, "stands twice");
        const auto put = customers.put(std::move(customer));
        if (!put) report_under(item, {put.error()});
    });
    return customers;
}

template <class T, class Write>
void put_list(Json& json, std::string_view key, const std::vector<T>& values, Write&& write) {
    for (const auto& value : values) json[key].push_back(write(value));
}

[[nodiscard]] Json write_customer(const Customer& customer) {
    const auto as_it_is = [](const std::string& text) { return Json(text); };
    Json json{{"id", customer.id.text}, {"name", customer.name}, {"kana", customer.kana}};
    put_list(json, "aliases", customer.aliases, as_it_is);
    put_list(json, "phones", customer.phones, [](const PhoneNumber& phone) { return Json(phone.e164()); });
    if (!customer.email.empty()) json["email"] = customer.email;
    put_list(json, "visits", customer.visits, [](const Visit& visit) {
        return Json{{"restaurant", visit.restaurant.text},
                    {"booking", visit.booking.text},
                    {"date", to_string(visit.date)},
                    {"covers", visit.covers.count()},
                    {"outcome", name_of(visit.outcome)}};
    });
    put_list(json, "tags", customer.tags, as_it_is);
    put_list(json, "allergies", customer.allergies, as_it_is);
    put_list(json, "preferences", customer.preferences, as_it_is);
    if (!customer.notes.empty()) json["notes"] = customer.notes;
    put_list(json, "merged", customer.merged, [](const CustomerId& id) { return Json(id.text); });
    return json;
}

}  // namespace
}  // namespace formats

Expected<Customer, Errors> customer_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_customer);
}
Expected<Customers, Errors> customers_from_json(std::string_view text) {
    return formats::read_document(text, formats::read_customers);
}

std::string to_json(const Customer& customer) { return formats::write_document(formats::write_customer(customer)); }

std::string to_json(const std::vector<const Customer*>& customers) {
    auto all = formats::Json::array();
    for (const auto* customer : customers) all.push_back(formats::write_customer(*customer));
    return formats::write_document(all);
}

std::string to_json(const Customers& customers) {
    std::vector<const Customer*> all;
    for (const auto& [id, customer] : customers.all()) all.push_back(&customer);
    return to_json(all);
}

}  // namespace denwaban

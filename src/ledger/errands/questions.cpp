#include "booking_questions.hpp"
#include "call_questions.hpp"
#include "customer_questions.hpp"
#include "restaurant_questions.hpp"

namespace denwaban::shapes {

namespace {

void exactly_one(const Node& node, std::string_view first, std::string_view second) {
    const auto has = [&](std::string_view key) {
        const auto member = node.member(key);
        return member && !member->value().is_null();
    };
    if (has(first) != has(second)) return;
    node.fail(ErrorCode::invalid_value, "must have exactly one of " + std::string{first} + ", " + std::string{second});
}

}  // namespace

void check_list_bookings(const Node& node, ledger::ListBookings& question) {
    if (question.customer && (question.phone || question.restaurant)) {
        node.fail(ErrorCode::invalid_value, "must have no customer beside a phone or a restaurant");
    }
    const bool is_by_dates = !question.customer && !question.phone;
    if (is_by_dates && !question.from) node.lacks("from");
    if (is_by_dates && !question.to) node.lacks("to");
    const bool is_backwards = question.from && question.to && *question.to < *question.from;
    if (is_backwards) node.fail(ErrorCode::out_of_range, "must not be from a date to one before");
}
void check_list_customers(const Node& node, ledger::ListCustomers& question) {
    if (question.phone && question.name) node.fail(ErrorCode::invalid_value, "must not have both phone and name");
}

void read_later(const Shape&, const Node& node, void* value) {
    static_cast<LaterJson*>(value)->text = formats::write_document(node.value());
}
void write_later(const Shape&, const void* value, Sink& sink, const Value*) {
    const auto& text = static_cast<const LaterJson*>(value)->text;
    const auto stood = formats::parse_document(text);
    stood.complete ? sink.json(stood.document.root()) : sink.null();
}

void check_find_restaurant(const Node& node, ledger::FindRestaurant&) { exactly_one(node, "id", "number"); }
void check_find_customers(const Node& node, ledger::FindCustomers&) { exactly_one(node, "phone", "name"); }
void check_find_calls(const Node& node, ledger::FindCalls& question) {
    if (question.customer) return;
    if (!question.restaurant) node.lacks("restaurant");
    if (!question.date) node.lacks("date");
}

}  // namespace denwaban::shapes

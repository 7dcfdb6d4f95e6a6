#include "questions.hpp"

namespace denwaban::shapes {

namespace {

void exactly_one(const Node& node, std::string_view first, std::string_view second) {
    const auto has = [&](std::string_view key) { return node.value().contains(key); };
    if (has(first) != has(second)) return;
    node.fail(ErrorCode::invalid_value, "must have exactly one of " + std::string{first} + ", " + std::string{second});
}

}  // namespace

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

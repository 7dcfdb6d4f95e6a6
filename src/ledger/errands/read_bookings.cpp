#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/booking_errands.hpp>

#include "asked.hpp"
#include "booking_questions.hpp"
#include "documents/reservations/reservations.hpp"
#include "reading.hpp"

namespace denwaban::ledger {

namespace {

using formats::Value;

/// Of a command: the reservation that it makes and the customer whom it names.
template <class Tag>
[[nodiscard]] std::optional<Id<Tag>> named_in(const std::optional<Value>& object, std::string_view key) {
    const auto id = object && object->is_object() ? object->find(key) : std::nullopt;
    if (!id || !id->is_string()) return std::nullopt;
    return Id<Tag>{std::string{id->text()}};
}

/// Who gives a command, and when: its request key is the errand's.
[[nodiscard]] ErrandRequest read_giver(const Node& command) {
    ErrandRequest request;
    const auto by = command.required("by");
    if (!by) return request;
    if (const auto key = by->required("key")) request.key = key->name();
    if (const auto now = by->required("now")) request.now = now->instant();
    return request;
}

/// The book that an order names, or the one in which its command's reservation stands.
[[nodiscard]] WhichDayBook which(const Node& node, const DecideBooking& order) {
    const auto booking = named_in<struct BookingTag>(node.value().find("command"), "booking");
    if (!order.restaurant && !order.date && booking) return *booking;
    if (!order.restaurant) node.lacks("restaurant");
    if (!order.date) node.lacks("date");
    return DayBookAddress{order.restaurant.value_or(RestaurantId{}), order.date.value_or(Date{})};
}

/// `book b1`
[[nodiscard]] std::string about(const Node& command) {
    std::string words;
    for (const auto* key : {"do", "group", "id", "booking", "table"}) {
        const auto found = command.value().find(key);
        if (!found || !found->is_string()) continue;
        words += (words.empty() ? "" : " ") + std::string{found->text()};
    }
    return words;
}

}  // namespace

GivenErrand read_decide(const Node& node) {
    auto order = shapes::read_as<DecideBooking>(node);
    const auto command = node.is_object() ? node.member("command") : std::nullopt;
    if (!command) return std::nullopt;
    auto request = read_giver(*command);
    request.keep = order.keep;
    DeskOrder desk;
    desk.book = which(node, order);
    if (!is_right(node)) return std::nullopt;
    desk.booking = named_in<struct BookingTag>(command->value(), "id");
    desk.customer = named_in<struct CustomerTag>(command->value().find("details"), "customer");
    desk.about = about(*command);
    desk.command = [text = std::move(order.command.text)](const DayBook& book, const TimeZone& zone) {
        return command_from_json(text, book, zone);
    };
    desk.messages = std::move(order.messages);
    desk.asked = asked_of_book(formats::rewritten_command(*command), formats::rewritten_giver(*command->member("by")));
    return decide_booking(std::move(desk), std::move(request));
}

GivenErrand read_move_booking(const Node& node) {
    auto order = shapes::read_as<MoveBooking>(node);
    const auto command = node.is_object() ? node.member("command") : std::nullopt;
    if (!command) return std::nullopt;
    auto request = read_giver(*command);
    request.keep = order.keep;
    if (const auto what = command->required("do"); what && what->string() != "change")
        what->fail(ErrorCode::invalid_value, "must be change");
    const auto booking = command->required("booking");
    if (!is_right(node) || !booking) return std::nullopt;
    DeskOrder desk;
    desk.book = BookingId{booking->name()};
    desk.to = order.date;
    if (!is_right(node)) return std::nullopt;
    desk.command = [text = std::move(order.command.text)](const DayBook& book, const TimeZone& zone) {
        return command_from_json(text, book, zone);
    };
    desk.messages = std::move(order.messages);
    desk.asked = asked_of_book(formats::rewritten_command(*command), formats::rewritten_giver(*command->member("by")));
    return move_booking(std::move(desk), std::move(request));
}

GivenErrand read_edit_day_book(const Node& node) {
    auto order = shapes::read_as<EditDayBook>(node);
    const auto edit = node.is_object() ? node.member("edit") : std::nullopt;
    if (!edit) return std::nullopt;
    auto request = read_giver(*edit);
    request.keep = order.keep;
    if (!is_right(node)) return std::nullopt;
    Json words(edit->value());
    words["by"] = formats::rewritten_giver(*edit->member("by"));
    request.asked = canonical(words);
    // What can't be read is the asker's mistake on any clocks, and is not remembered as a refusal is.
    auto given = read_part(*edit, [](std::string_view text) { return edit_from_json(text, TimeZone::tokyo()); });
    if (!given) return std::nullopt;
    given->by.key.clear();
    const auto replace = [given = *std::move(given)](const DayBook& book, const TimeZone& zone) {
        auto here = given;
        here.by.now = now_in(zone, given.by.now.instant);
        return edited(book, here);
    };
    return edit_day_book(std::move(order.book), replace, std::move(request));
}

}  // namespace denwaban::ledger

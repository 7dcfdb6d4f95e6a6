#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/booking_errands.hpp>

#include "asked.hpp"
#include "documents/reservations/reservations.hpp"
#include "reading.hpp"

namespace denwaban::ledger {

namespace {

using formats::Value;

[[nodiscard]] DayBookAddress read_address(const Fields& fields) {
    return {require_id<struct RestaurantTag>(fields, "restaurant"), fields.require("date", read_date)};
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

/// The book that a command names, or the one in which its reservation stands.
[[nodiscard]] WhichDayBook read_which(const Fields& fields, const Node& command) {
    const auto booking = command.member("booking");
    if (fields.has("restaurant") || fields.has("date") || !booking) return read_address(fields);
    return formats::read_id<struct BookingTag>(*booking);
}

/// `book b1`
[[nodiscard]] std::string about(const Node& command) {
    std::string words;
    for (const auto* key : {"do", "id", "booking", "table"}) {
        const auto found = command.value().find(key);
        if (!found || !found->is_string()) continue;
        words += (words.empty() ? "" : " ") + std::string{found->text()};
    }
    return words;
}

/// A command as it reads once the book is known, and who gives it.
[[nodiscard]] auto command_reader(const Node& command) {
    return [text = formats::write_document(command.value())](const DayBook& book, const TimeZone& zone) {
        return command_from_json(text, book, zone);
    };
}

/// A question, as the functions of `day_book_json.hpp` read it once the clocks are known.
[[nodiscard]] auto question_reader(const std::optional<Node>& question, auto read) {
    return [read, text = question ? formats::write_document(question->value()) : std::string{}](const TimeZone& zone) {
        return read(text, zone);
    };
}

/// Of a command: the reservation that it makes and the customer whom it names.
template <class Tag>
[[nodiscard]] std::optional<Id<Tag>> named_in(const std::optional<Value>& object, std::string_view key) {
    const auto id = object && object->is_object() ? object->find(key) : std::nullopt;
    if (!id || !id->is_string()) return std::nullopt;
    return Id<Tag>{std::string{id->text()}};
}

}  // namespace

GivenErrand read_decide(const Node& node) {
    const Fields fields{node, {"restaurant", "date", "command", "messages", "keep"}};
    const auto command = fields.required("command");
    if (!command) return std::nullopt;
    auto request = read_giver(*command);
    request.keep = fields.value_or("keep", read_keep, request.keep);
    auto which = read_which(fields, *command);
    auto messages = fields.value_or("messages", read_messages);
    if (!is_right(node)) return std::nullopt;
    auto words = asked_of_book(formats::rewritten_command(*command), formats::rewritten_giver(*command->member("by")));
    DeskOrder order{std::move(which), {}, {}, about(*command), command_reader(*command), std::move(messages),
                    std::move(words)};
    order.booking = named_in<struct BookingTag>(command->value(), "id");
    order.customer = named_in<struct CustomerTag>(command->value().find("details"), "customer");
    return decide_booking(std::move(order), std::move(request));
}

GivenErrand read_edit_day_book(const Node& node) {
    const Fields fields{node, {"restaurant", "date", "edit", "keep"}};
    auto address = read_address(fields);
    const auto edit = fields.required("edit");
    if (!edit) return std::nullopt;
    auto request = read_giver(*edit);
    request.keep = fields.value_or("keep", read_keep, request.keep);
    if (!is_right(node)) return std::nullopt;
    Json words(edit->value());
    words["by"] = formats::rewritten_giver(*edit->member("by"));
    request.asked = canonical(words);
    const auto read = [text = formats::write_document(edit->value())](
                          const DayBook& book, const TimeZone& zone) -> Expected<Edited, Errors> {
        auto given = edit_from_json(text, zone);
        if (!given) return Unexpected{std::move(given).error()};
        given->by.key.clear();
        return edited(book, *given);
    };
    return edit_day_book(std::move(address), read, std::move(request));
}

GivenErrand read_availability(const Node& node) {
    const Fields fields{node, {"restaurant", "date", "question"}};
    auto address = read_address(fields);
    const auto question = fields.required("question");
    return find_availability(std::move(address), question_reader(question, availability_question_from_json));
}

GivenErrand read_propose(const Node& node) {
    const Fields fields{node, {"restaurant", "date", "question", "other_days"}};
    auto address = read_address(fields);
    auto others =
        fields.value_or("other_days", [](const Node& part) { return formats::read_some(part, 14, read_date); });
    const auto question = fields.required("question");
    return find_proposal(std::move(address), std::move(others), question_reader(question, proposal_question_from_json));
}

GivenErrand read_find_day_book(const Node& node) {
    return find_day_book(read_address(Fields{node, {"restaurant", "date"}}));
}

GivenErrand read_find_booking(const Node& node) {
    const Fields fields{node, {"id"}};
    return find_booking(require_id<struct BookingTag>(fields, "id"));
}

}  // namespace denwaban::ledger

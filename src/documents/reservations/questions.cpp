#include <denwaban/documents/day_book_json.hpp>

#include "given.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

/// A wish, of which everything may be left out where it is for what is being changed; and what was.
struct AskedWish {
    Wish wish;
    std::optional<BookingId> changing;
    std::vector<WishPart> stay;
};
[[nodiscard]] AskedWish read_asked_wish(const Fields& fields) {
    AskedWish asked;
    asked.changing = read_if_any(fields, "changing", read_id<struct BookingTag>);
    if (!asked.changing) {
        asked.wish = read_wish(fields);
        return asked;
    }
    // Whatever is not said is the reservation's.
    asked.wish.party.adults = Covers::of(1);
    asked.wish = read_wish(fields, std::move(asked.wish));
    for (std::size_t place = 0; place < count_of<WishPart>; ++place) {
        if (!fields.has(names_of<WishPart>[place])) asked.stay.push_back(static_cast<WishPart>(place));
    }
    return asked;
}

[[nodiscard]] AvailabilityQuestion read_availability(const Node& node, const TimeZone& zone) {
    const auto keys = with_wish({"first", "last", "now", "moves", "changing"});
    const Fields fields{node, keys};
    AvailabilityQuestion question;
    auto asked = read_asked_wish(fields);
    question.wish = std::move(asked.wish);
    question.changing = std::move(asked.changing);
    question.stay = std::move(asked.stay);
    question.starts.first = fields.value_or("first", read_minute, question.starts.first);
    question.starts.last = fields.value_or("last", read_minute, question.starts.last);
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.moves = read_if_any(fields, "moves", read_budget);
    return question;
}

[[nodiscard]] ProposalQuestion read_proposal(const Node& node, const TimeZone& zone) {
    const auto keys = with_wish({"begin", "now", "overrides", "budget", "changing"});
    const Fields fields{node, keys};
    ProposalQuestion question;
    auto asked = read_asked_wish(fields);
    question.request.wish = std::move(asked.wish);
    question.asking.changing = std::move(asked.changing);
    question.stay = std::move(asked.stay);
    question.request.begin = fields.require("begin", read_minute);
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.asking.overrides = fields.value_or("overrides", read_all_named<Limit>);
    question.asking.budget = fields.value_or("budget", read_budget, question.asking.budget);
    return question;
}

[[nodiscard]] LatePartiesQuestion read_late_parties(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"now", "grace"}};
    LatePartiesQuestion question;
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.grace = fields.value_or("grace", read_minutes_of_day, question.grace);
    return question;
}

[[nodiscard]] WaitingListQuestion read_waiting_list(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"now", "moves"}};
    WaitingListQuestion question;
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.moves = read_if_any(fields, "moves", read_budget);
    return question;
}

}  // namespace
}  // namespace formats

Expected<AvailabilityQuestion, Errors> availability_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_availability(node, zone); });
}

Expected<LatePartiesQuestion, Errors> late_parties_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_late_parties(node, zone); });
}

Expected<WaitingListQuestion, Errors> waiting_list_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_waiting_list(node, zone); });
}

Expected<ProposalQuestion, Errors> proposal_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_proposal(node, zone); });
}

}  // namespace denwaban

#include <denwaban/ledger/task_json.hpp>

#include "messages.hpp"
#include "reading.hpp"

namespace denwaban {

namespace ledger {

namespace {

constexpr std::array errand_forms{
    ErrandForm{"put_restaurant", read_put_restaurant},
    ErrandForm{"find_restaurant", read_find_restaurant},
    ErrandForm{"put_book_template", read_put_book_template},
    ErrandForm{"find_book_template", read_find_book_template},
    ErrandForm{"decide", read_decide},
    ErrandForm{"edit_day_book", read_edit_day_book},
    ErrandForm{"availability", read_availability},
    ErrandForm{"propose", read_propose},
    ErrandForm{"find_day_book", read_find_day_book},
    ErrandForm{"find_booking", read_find_booking},
    ErrandForm{"put_customer", read_put_customer},
    ErrandForm{"merge_customers", read_merge_customers},
    ErrandForm{"find_customer", read_find_customer},
    ErrandForm{"find_customers", read_find_customers},
    ErrandForm{"open_call", read_open_call},
    ErrandForm{"change_call", read_change_call},
    ErrandForm{"find_call", read_find_call},
    ErrandForm{"find_calls", read_find_calls},
    ErrandForm{"find_follow_ups", read_find_follow_ups},
    ErrandForm{"finish_follow_up", read_finish_follow_up},
    ErrandForm{"find_messages", read_find_messages},
    ErrandForm{"drop_messages", read_drop_messages},
    ErrandForm{"follow_agent", read_follow_agent},
    ErrandForm{"find_agent", read_find_agent},
};

}  // namespace

std::chrono::seconds read_keep(const Node& node) {
    return std::chrono::seconds{node.integer(1, std::numeric_limits<int>::max())};
}

ErrandRequest read_request(const Fields& fields) {
    ErrandRequest request;
    request.key = fields.value_or("key", read_string);
    request.now = fields.require("now", read_instant);
    request.keep = fields.value_or("keep", read_keep, request.keep);
    return request;
}

std::vector<Message> read_messages(const Node& node) { return shapes::read_as<std::vector<Message>>(node); }

std::size_t read_limit(const Node& node, int most) { return static_cast<std::size_t>(node.integer(1, most)); }

DueQuestion read_due(const Node& node) {
    const Fields fields{node, {"until", "limit", "after"}};
    DueQuestion question;
    question.until = fields.require("until", read_instant);
    question.limit = fields.value_or(
        "limit", [](const Node& part) { return read_limit(part, 1000); }, question.limit);
    question.after = formats::read_if_any(fields, "after", read_string).value_or("");
    return question;
}

}  // namespace ledger

Expected<JsonErrand, Errors> errand_from_json(std::string_view text, std::uint64_t seed) {
    auto read = formats::read_document(text, [](const formats::Node& node) {
        return formats::read_form<ledger::GivenErrand>(node, ledger::errand_forms, std::nullopt);
    });
    if (!read) return Unexpected{std::move(read).error()};
    if (!*read) return Unexpected{Errors{{ErrorCode::wrong_type, "must be an object", JsonPointer{}}}};
    (*read)->reseed(seed);
    return **std::move(read);
}

}  // namespace denwaban

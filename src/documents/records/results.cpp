#include <denwaban/documents/call_results_json.hpp>

#include <utility>

#include "asked_results.hpp"
#include "result_shapes.hpp"

namespace denwaban {

void shapes::check_result_terms(const Node& node, ResultTerms& terms) {
    if (terms.from <= terms.until) return;
    node.fail_below({ErrorCode::out_of_range, "must not be before from", JsonPointer{"/until"}});
}

namespace {

using formats::Json;

struct Quotient {
    std::string_view name;
    std::optional<double> (*of)(const CallResults&) noexcept;
};
constexpr std::array quotients{
    Quotient{"bookings_a_call", bookings_a_call},
    Quotient{"covers_a_call", covers_a_call},
    Quotient{"calls_a_booking", calls_a_booking},
    Quotient{"first_contact_resolution", first_contact_resolution},
};

[[nodiscard]] Json written(const CallResults& results) {
    auto json = shapes::written_as(results);
    for (const auto& [name, of] : quotients) {
        const auto quotient = of(results);
        json[name] = quotient ? Json(*quotient) : Json(nullptr);
    }
    return json;
}

}  // namespace

std::string to_json(const CallResults& results) { return formats::write_document(written(results)); }

Expected<std::string, Errors> call_results_json(const CallFacts& facts, const Directory* directory,
                                                const TimeZone& zone, std::string_view question) {
    const auto asked = asked_results(facts, directory, question);
    if (!asked) return Unexpected{asked.error()};
    const auto brought = asked->brought();
    const auto& [bookings, window, terms, group] = asked->question;
    if (!group) return to_json(call_results(asked->calls, brought, terms));
    auto json = Json::object();
    for (const auto& [name, of] : call_results_by(*group, asked->calls, brought, terms, zone)) {
        json[name] = written(of);
    }
    return formats::write_document(json);
}

Expected<ResultsQuestion, Errors> results_question_from_json(std::string_view json) {
    return shapes::value_from_json<ResultsQuestion>(json);
}
Expected<ResultTerms, Errors> result_terms_from_json(std::string_view json) {
    return shapes::value_from_json<ResultTerms>(json);
}

}  // namespace denwaban

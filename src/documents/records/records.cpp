#include <denwaban/documents/records_json.hpp>

#include "record_shapes.hpp"

namespace denwaban {

namespace {

using formats::Json;

[[nodiscard]] Json mean_or_null(std::optional<double> mean) { return mean ? Json(*mean) : Json(nullptr); }

[[nodiscard]] Json written(const ServiceFigures& figures) {
    Json levels;
    for (std::size_t formula = 0; formula < count_of<ServiceLevelFormula>; ++formula) {
        levels[names_of<ServiceLevelFormula>[formula]] =
            mean_or_null(service_level(figures, static_cast<ServiceLevelFormula>(formula)));
    }
    return {{"offered", figures.offered},
            {"queued", figures.queued},
            {"answered", figures.answered},
            {"abandoned", figures.abandoned},
            {"abandoned_in_flow", figures.abandoned_in_flow},
            {"answered_in_time", figures.answered_in_time},
            {"abandoned_in_time", figures.abandoned_in_time},
            {"speed_of_answer", mean_or_null(figures.speed_of_answer)},
            {"handle_time", mean_or_null(figures.handle_time)},
            {"service_level", std::move(levels)}};
}

}  // namespace

std::string to_json(const ContactRecord& record) { return shapes::json_of(record); }
std::string to_json(const CallFacts& facts) { return to_json(facts.records()); }
std::string to_json(const std::vector<ContactRecord>& records) { return shapes::json_of(records); }
std::string to_json(const CallFact& fact) { return shapes::json_of(fact); }
std::string to_json(const std::vector<CallFact>& facts) { return shapes::json_of(facts); }
std::string to_json(const CallFacts::Change& change) { return shapes::json_of(change); }
std::string to_json(const CallPlace& place) { return shapes::json_of(place); }

std::string to_json(const ServiceFigures& figures) { return formats::write_document(written(figures)); }
std::string to_json(const std::map<std::string, ServiceFigures>& figures) {
    auto all = Json::object();
    for (const auto& [name, of] : figures) all[name] = written(of);
    return formats::write_document(all);
}

Expected<CallFacts, Errors> kept_call_facts_from_json(std::string_view text) {
    auto records = shapes::value_from_json<std::vector<ContactRecord>>(text, Reading::kept);
    if (!records) return Unexpected{std::move(records).error()};
    CallFacts facts;
    for (auto& record : *records) facts.add(std::move(record));
    return facts;
}

}  // namespace denwaban

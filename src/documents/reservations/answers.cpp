#include <denwaban/documents/day_book_json.hpp>

#include "reservations.hpp"

namespace denwaban {

namespace formats {
namespace {

[[nodiscard]] Json written_alternative(const Alternative& one) {
    auto tables = Json::array();
    for (const auto& part : one.tables) tables.push_back(formats::written(part));
    return {{"kind", name_of(one.kind)},
            {"date", to_string(one.date)},
            {"begin", to_string(one.begin)},
            {"end", to_string(one.end)},
            {"tables", std::move(tables)},
            {"without", one.without ? Json(name_of(*one.without)) : Json(nullptr)},
            {"moves", one.moves}};
}

struct WriteAnswer {
    Json operator()(const Possible& one) const {
        return {{"answer", answer_names[0]},
                {"end", to_string(one.end)},
                {"tables", formats::written(one.tables)},
                {"moved", formats::written(one.moved)},
                {"exceeded", formats::written(one.exceeded)}};
    }
    Json operator()(const Impossible& one) const {
        return {{"answer", answer_names[1]},
                {"limits", formats::written(one.limits)},
                {"obstacles", written_names(one.obstacles)}};
    }
    Json operator()(Undecided) const { return {{"answer", answer_names[2]}}; }
};

}  // namespace
}  // namespace formats

std::string to_json(const std::vector<Slot>& slots) {
    auto all = formats::Json::array();
    for (const auto& slot : slots) {
        all.push_back(formats::Json{{"begin", to_string(slot.begin)},
                                    {"end", to_string(slot.end)},
                                    {"state", name_of(slot.state)},
                                    {"exceeded", formats::written(slot.exceeded)}});
    }
    return formats::write_document(all);
}

std::string to_json(const Proposal& proposal) {
    auto json = std::visit(formats::WriteAnswer{}, proposal.answer);
    auto alternatives = formats::Json::array();
    for (const auto& one : proposal.alternatives) alternatives.push_back(formats::written_alternative(one));
    json["alternatives"] = std::move(alternatives);
    return formats::write_document(json);
}

std::string to_json(const Decision& decision) {
    return formats::write_document({{"booking", decision.booking.text},
                                    {"version", decision.book->version},
                                    {"moved", formats::written(decision.moved)},
                                    {"exceeded", formats::written(decision.exceeded)}});
}

namespace formats {

Json written(const std::vector<Hurt>& hurt) {
    auto all = Json::array();
    for (const auto& one : hurt) {
        all.push_back(Json{{"booking", one.booking.text},
                           {"exceeded", written(one.exceeded)},
                           {"lost", written(one.lost)},
                           {"tables", written(one.tables)}});
    }
    return all;
}

}  // namespace formats

std::string to_json(const Edited& edited) {
    return formats::write_document({{"version", edited.book->version},
                                    {"hurt", formats::written(edited.hurt)},
                                    {"moved", formats::written(edited.moved)}});
}

}  // namespace denwaban

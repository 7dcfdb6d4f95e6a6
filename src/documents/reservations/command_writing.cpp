#include <denwaban/core/iso8601.hpp>

#include "reservations.hpp"
#include "shapes.hpp"

namespace denwaban::formats {

namespace {

/// As the readers of `command_from_json` have it.
struct WriteCommand {
    Json operator()(const NewReservation& one) const {
        Json json{{"do", "book"}, {"id", one.id.text}, {"begin", to_string(one.request.begin)}};
        write_new(json, one);
        return json;
    }
    Json operator()(const NewGroup& one) const {
        Json json{{"do", "book_group"}, {"group", one.id.text}, {"begin", to_string(one.request.begin)}};
        write_new(json, one);
        auto parts = Json::array();
        for (const auto& part : one.parts) {
            parts.push_back({{"id", part.id.text},
                             {"party", shapes::written_as(part.party)},
                             {"wanted_tables", written(part.tables)}});
        }
        json["parts"] = std::move(parts);
        return json;
    }
    Json operator()(const ChangeGroup& one) const {
        return {{"do", "change"},
                {"booking", one.booking.text},
                {"whom", name_of(Whom::group)},
                {"begin", to_string(one.begin)}};
    }
    Json operator()(const WalkIn& one) const {
        Json json{{"do", "walk_in"}, {"id", one.id.text}};
        write_wish(json, one.wish);
        json["details"] = written(one.details);
        return json;
    }
    Json operator()(const Change& one) const {
        Json json{{"do", "change"}, {"booking", one.booking.text}, {"begin", to_string(one.request.begin)}};
        write_wish(json, one.request.wish);
        return json;
    }
    Json operator()(const ChangeDetails& one) const {
        return {{"do", "change_details"}, {"booking", one.booking.text}, {"details", written(one.details)}};
    }
    Json operator()(const Follow& one) const {
        Json json{{"do", name_of(one.event)}, {"booking", one.booking.text}};
        if (one.reason) json["reason"] = name_of(*one.reason);
        if (one.whom != Whom::booking) json["whom"] = name_of(one.whom);
        return json;
    }
    Json operator()(const Attend& one) const {
        auto json = with_tables(one);
        if (one.expected_at) json["at"] = to_string(*one.expected_at);
        return json;
    }
    Json operator()(const Swap& one) const {
        return {{"do", "swap"}, {"booking", one.booking.text}, {"with", one.with.text}};
    }
    Json operator()(const Renew& one) const {
        Json json{{"do", "renew"}, {"booking", one.booking.text}, {"held_until", to_iso8601(one.held_until)}};
        if (one.whom != Whom::booking) json["whom"] = name_of(one.whom);
        return json;
    }
    Json operator()(const TakeUp& one) const {
        return {{"do", "take_up"}, {"booking", one.booking.text}, {"begin", to_string(one.begin)}};
    }
    Json operator()(const Undo& one) const { return {{"do", "undo"}, {"booking", one.booking.text}}; }
    Json operator()(const Allocate& one) const { return with_tables(one); }
    Json operator()(const Block& one) const {
        return {{"do", "block"},
                {"table", one.table.text},
                {"begin", to_string(one.begin)},
                {"end", to_string(one.end)},
                {"note", one.note}};
    }
    Json operator()(const Unblock& one) const {
        return {{"do", "unblock"}, {"table", one.table.text}, {"begin", to_string(one.begin)}};
    }

    static void write_new(Json& json, const auto& one) {
        write_wish(json, one.request.wish);
        json["details"] = written(one.details);
        json["commitment"] = name_of(detail::commitment_of(one.terms));
        if (const auto* held = std::get_if<HeldUntil>(&one.terms)) json["held_until"] = to_iso8601(held->expiry);
        const auto* waiting = std::get_if<Waiting>(&one.terms);
        if (waiting == nullptr) return;
        json["latest"] = to_string(waiting->latest);
        if (waiting->until) json["held_until"] = to_iso8601(*waiting->until);
    }
    [[nodiscard]] static Json with_tables(const auto& one) {
        Json json{{"do", name_of(one.event)}, {"booking", one.booking.text}};
        if (!one.tables.empty()) json["tables"] = written(one.tables);
        return json;
    }
};

}  // namespace

Json written(const Command& command) { return std::visit(WriteCommand{}, command); }

Json written(const By& by) {
    return {{"actor", name_of(by.actor)},
            {"who", by.who},
            {"overrides", written_names(by.overrides)},
            {"note", by.note},
            {"budget", by.budget.nodes}};
}

}  // namespace denwaban::formats

#include <denwaban/documents/contact_history_json.hpp>

#include "agent_shapes.hpp"

namespace denwaban {

namespace shapes {

void make_history(const Node& node, HistoryParts parts, ContactHistory& history) {
    std::size_t place = 0;
    node.required("reports")->each([&](const Node& item) {
        const auto added = history.add(std::move(parts.reports[place++]));
        if (added != ContactHistory::Added::another_contact) return;
        item.fail(ErrorCode::invalid_value, "is of another contact than those before it");
    });
}
HistoryParts history_parts_of(const ContactHistory& history) {
    return {{history.reports().begin(), history.reports().end()}};
}

}  // namespace shapes

std::string to_json(const ContactHistory& history) { return shapes::json_of(history); }

Expected<ContactHistory, Errors> contact_history_from_json(std::string_view text) {
    return shapes::value_from_json<ContactHistory>(text);
}

}  // namespace denwaban

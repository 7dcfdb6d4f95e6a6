#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include <denwaban/agent/agent_snapshot.hpp>
#include <denwaban/agent/contact_lifecycle.hpp>
#include <denwaban/agent/notices.hpp>

#include "drawn_page.hpp"

namespace agent_lifecycle_test {
using namespace denwaban;
using ContactMove = Moved<ContactState, ContactEffect>;
using ContactStep = Step<ContactState, ContactEffect>;

TEST_CASE("the guide shows the lifecycles as they are") {
    check_drawing("agents.md", "agent_lifecycle", to_mermaid(agent_lifecycle));
    check_drawing("agents.md", "contact_lifecycle", to_mermaid(contact_lifecycle));
}

TEST_CASE("nothing is refused: what Amazon Connect shows is as it is") {
    for (const auto& row : contact_lifecycle.rows()) CHECK_FALSE(std::holds_alternative<Refused>(row.step));
    for (const auto& row : agent_lifecycle.rows()) CHECK_FALSE(std::holds_alternative<Refused>(row.step));
}

TEST_CASE("every state of a contact can be left for done, and done for none") {
    for (std::size_t index = 0; index < count_of<ContactState>; ++index) {
        const auto state = static_cast<ContactState>(index);
        CAPTURE(name_of(state));
        CHECK(contact_lifecycle.is_final(state) == (state == ContactState::done));
        if (state == ContactState::done) continue;
        CHECK(contact_lifecycle.step(state, ContactEvent::gone) ==
              ContactStep{ContactMove{ContactState::done, ContactEffect::close}});
    }
}

TEST_CASE("seeing the same again changes nothing") {
    for (const auto& row : contact_lifecycle.rows()) {
        const auto* moved = std::get_if<ContactMove>(&row.step);
        if (moved == nullptr) continue;
        CAPTURE(name_of(row.on));
        CHECK(contact_lifecycle.step(moved->to, row.on) == ContactStep{Ignored{}});
    }
}

TEST_CASE("every move is told by at least one notice, but into what no agent sees") {
    for (const auto& row : contact_lifecycle.rows()) {
        const auto* moved = std::get_if<ContactMove>(&row.step);
        if (moved == nullptr) continue;
        std::vector<ContactNoticeKind> told;
        tell_move(row.from, moved->to, [&](ContactNoticeKind kind) { told.push_back(kind); });
        const bool unseen_by_agents =
            moved->to == ContactState::in_flow || moved->to == ContactState::queued || moved->to == ContactState::ended;
        CAPTURE(name_of(row.from));
        CAPTURE(name_of(moved->to));
        CHECK((unseen_by_agents || !told.empty()));
    }
}

TEST_CASE("a contact is over once on each way") {
    for (const auto& row : contact_lifecycle.rows()) {
        const auto* moved = std::get_if<ContactMove>(&row.step);
        if (moved == nullptr) continue;
        int ended = 0;
        tell_move(row.from, moved->to, [&](ContactNoticeKind kind) { ended += kind == ContactNoticeKind::ended; });
        CHECK(ended == (is_active(row.from) && !is_active(moved->to) ? 1 : 0));
    }
}

TEST_CASE("every published name of a status means something, and none twice") {
    std::set<std::string_view> names;
    for (const auto& status : system_statuses) CHECK(names.insert(status.name).second);
    CHECK(names.size() == 23);
    CHECK(system_sighting("MissedCallAgent") == AgentSighting::missed_contact);
    CHECK(system_sighting("MultipleCcpWindows") == AgentSighting::second_window);
    CHECK_FALSE(system_sighting("休憩"));
}

}  // namespace agent_lifecycle_test

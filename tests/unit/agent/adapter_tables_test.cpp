#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <denwaban/agent/agent_lifecycle.hpp>
#include <denwaban/agent/agent_snapshot.hpp>
#include <denwaban/agent/contact_lifecycle.hpp>
#include <denwaban/agent/notices.hpp>

namespace adapter_tables_test {
using namespace denwaban;

namespace {

constexpr auto folder = DENWABAN_TEST_DATA "/../../bindings/browser/";
constexpr auto heading = "// Written by tests/unit/agent/adapter_tables_test.cpp from the C++ tables; not by hand.\n";

std::string quoted(std::string_view word) { return "'" + std::string{word} + "'"; }

std::string key(std::string_view word) { return "  " + std::string{word} + ": "; }

/// `{state: {event: [to, effect]}}` of the pairs that move.
template <class Machine>
std::string moves_of(const Machine& machine) {
    std::string text = "{\n";
    std::optional<std::string_view> open;
    for (const auto& answer : machine.rows()) {
        const auto* moved = std::get_if<typename Machine::Move>(&answer.step);
        if (moved == nullptr) continue;
        const auto from = name_of(answer.from);
        if (open != from) {
            if (open) text += "  },\n";
            text += key(from) + "{\n";
            open = from;
        }
        const auto effect = moved->effect ? quoted(name_of(*moved->effect)) : "null";
        text += "  " + key(name_of(answer.on)) + "[" + quoted(name_of(moved->to)) + ", " + effect + "],\n";
    }
    return text + (open ? "  },\n}" : "}");
}

std::string statuses() {
    std::string text = "{\n";
    for (const auto& [name, sighting] : system_statuses) text += key(name) + quoted(name_of(sighting)) + ",\n";
    return text + "}";
}

/// What a status of the type says whatever its name is, and what where its name is not known.
std::string sightings_by_type() {
    std::string text = "{\n";
    for (std::size_t index = 0; index < names_of<AgentStatusType>.size(); ++index) {
        const AgentStatus status{"?", static_cast<AgentStatusType>(index), {}, {}};
        if (status.type == AgentStatusType::unknown) continue;
        text += key(to_string(status.type)) + quoted(name_of(detail::sighting_of(status))) + ",\n";
    }
    return text + "}";
}

std::string arrival_kinds() {
    std::string text = "{\n";
    for (std::size_t from = 0; from < count_of<ContactState>; ++from) {
        text += key(name_of(static_cast<ContactState>(from))) + "{\n";
        for (std::size_t to = 0; to < count_of<ContactState>; ++to) {
            const auto kind = arrival(static_cast<ContactState>(from), static_cast<ContactState>(to));
            if (kind) text += "  " + key(name_of(static_cast<ContactState>(to))) + quoted(to_string(*kind)) + ",\n";
        }
        text += "  },\n";
    }
    return text + "}";
}

template <class Holds>
std::string states_that(Holds holds) {
    std::string text = "[";
    for (std::size_t index = 0; index < count_of<ContactState>; ++index) {
        const auto state = static_cast<ContactState>(index);
        if (holds(state)) text += (text.size() > 1 ? ", " : "") + quoted(name_of(state));
    }
    return text + "]";
}

/// Which of a contact's times a state counts to.
std::string counted_as() {
    constexpr Duration some{1};
    std::string text = "{\n";
    for (std::size_t index = 0; index < count_of<ContactState>; ++index) {
        const auto state = static_cast<ContactState>(index);
        ContactTimes times;
        add(times, state, some);
        const auto line = [&](std::string_view name) { text += key(name_of(state)) + quoted(name) + ",\n"; };
        if (times.ringing == some) line("ringing");
        if (times.talking == some) line("talking");
        if (times.held == some) line("held");
        if (times.after_contact_work == some) line("after_contact_work");
    }
    return text + "}";
}

template <class Names>
std::string words(const Names& names) {
    std::string text = "[";
    for (const auto name : names) text += (text.size() > 1 ? ", " : "") + quoted(name);
    return text + "]";
}

std::string tables() {
    std::string text = heading;
    const auto table = [&](std::string_view name, const std::string& value) {
        text += "\nexport const " + std::string{name} + " = " + value + ";\n";
    };
    table("contactLifecycle", moves_of(contact_lifecycle));
    table("agentLifecycle", moves_of(agent_lifecycle));
    table("systemStatuses", statuses());
    table("sightingsByType", sightings_by_type());
    table("arrivals", arrival_kinds());
    table("activeStates", states_that([](ContactState state) { return is_active(state); }));
    table("putThroughStates", states_that([](ContactState state) { return is_put_through(state); }));
    table("countedAs", counted_as());
    table("agentStates", words(names_of<AgentState>));
    table("contactStates", words(names_of<ContactState>));
    table("agentStatusTypes", words(names_of<AgentStatusType>));
    table("channels", words(names_of<Channel>));
    table("initiations", words(names_of<Initiation>));
    table("participants", words(names_of<Participant>));
    table("connectionTypes", words(names_of<ConnectionType>));
    table("connectionStates", words(names_of<ConnectionState>));
    table("shownContactStates", words(names_of<ShownContactState>));
    return text;
}

template <Named Enum>
std::string union_of() {
    std::string text;
    for (const auto name : names_of<Enum>) text += "\n  | " + quoted(name);
    return text;
}

std::string word_types() {
    std::string text = heading;
    const auto type = [&](std::string_view name, const std::string& value) {
        text += "\nexport type " + std::string{name} + " =" + value + ";\n";
    };
    type("AgentState", union_of<AgentState>());
    type("AgentStatusType", union_of<AgentStatusType>());
    type("Channel", union_of<Channel>());
    type("ConnectionState", union_of<ConnectionState>());
    type("ConnectionType", union_of<ConnectionType>());
    type("ContactState", union_of<ContactState>());
    type("Initiation", union_of<Initiation>());
    type("Participant", union_of<Participant>());
    type("ShownContactState", union_of<ShownContactState>());
    return text;
}

void check_written(const std::string& name, const std::string& expected) {
    CAPTURE(name);
    const auto path = folder + name;
    if (std::getenv("DENWABAN_UPDATE") != nullptr) std::ofstream{path, std::ios::binary} << expected;
    std::ifstream file{path, std::ios::binary};
    const std::string written{std::istreambuf_iterator<char>{file}, {}};
    CHECK(written == expected);
}

}  // namespace

TEST_CASE("the browser's tables and the types of their words are those of C++; DENWABAN_UPDATE=1 writes them") {
    check_written("tables.mjs", tables());
    check_written("words.d.ts", word_types());
}

}  // namespace adapter_tables_test

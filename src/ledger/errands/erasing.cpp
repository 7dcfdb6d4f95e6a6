#include <algorithm>

#include "answers.hpp"
#include "book_writes.hpp"
#include "conversations.hpp"
#include "erasing.hpp"
#include "ledger/tools/kept_read_back.hpp"
#include "messages.hpp"
#include "ways.hpp"

namespace denwaban {

namespace {

using ledger::ErasingStep;
using ledger::failed;
using ledger::kept_as;
using ledger::MaybeStep;
using ledger::missing_some;
using ledger::Pages;
using ledger::Person;
using ledger::Unanswered;

/// So that one step is one commit.
constexpr std::size_t most_messages_of_step = 90;

[[nodiscard]] MaybeStep erase_messages(const Readings& known, const Person& person) {
    Pages pages{known, ledger::outbox_query()};
    ErasingStep step;
    while (step.writes.size() < most_messages_of_step) {
        auto next = pages.next();
        if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
        const auto* page = std::get<const Page*>(next);
        if (page == nullptr) break;
        for (const auto& document : page->documents) {
            auto message = kept_as<Message>(document);
            if (!message) return failed(std::move(message));
            if (!person.has(*message) || step.writes.size() == most_messages_of_step) continue;
            step.writes.push_back(Erase{document.key, {}});
            ++step.told.messages;
        }
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}

/// What their numbers lead to, and what leads there.
template <class Leading, class Home>
[[nodiscard]] MaybeStep erase_led_to(const Readings& known, const Person& person, Leading&& leading, Home&& home) {
    ErasingStep step;
    for (const auto& phone : person.customer.phones) {
        Pages pages{known, leading(phone)};
        while (step.writes.size() < most_messages_of_step) {
            auto next = pages.next();
            if (auto* why = std::get_if<Unanswered>(&next)) return std::move(*why);
            const auto* page = std::get<const Page*>(next);
            if (page == nullptr) break;
            for (const auto& document : page->documents) {
                if (step.writes.size() >= most_messages_of_step) break;
                step.writes.push_back(Erase{document.key, {}});
                step.writes.push_back(Erase{home(document.key.sort), {}});
            }
        }
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}
/// What was read back to them and not agreed to yet, and what their tokens did.
[[nodiscard]] MaybeStep erase_read_backs(const Readings& known, const Person& person) {
    return erase_led_to(known, person, ledger::tokens_query,
                        [](const std::string& token) { return ledger::key_of_token(token); });
}
/// What they are saying, or said within the hour.
[[nodiscard]] MaybeStep erase_conversations(const Readings& known, const Person& person) {
    return erase_led_to(known, person, ledger::conversations_query,
                        [](const std::string& way) { return ledger::key_of_conversation(way); });
}

/// Whatever they are when it is asked, they go.
[[nodiscard]] MaybeStep erase_merges(const Readings& known, const Person& person) {
    const auto homes = ledger::merges_of(person);
    if (auto more = missing_some(known, homes)) return *std::move(more);
    ErasingStep step;
    for (const auto& home : homes) {
        if (known.find(home) == nullptr || step.writes.size() == most_messages_of_step) continue;
        step.writes.push_back(Erase{home, {}});
    }
    if (step.writes.empty()) return std::optional<ErasingStep>{};
    return std::optional{std::move(step)};
}

[[nodiscard]] ErasingStep erase_record(const Person& person) {
    ErasingStep step;
    step.told.is_done = true;
    const auto& customer = person.customer;
    step.writes.push_back(Erase{keys::customer(customer.id), {}});
    step.writes.push_back(Erase{keys::listed_customer(customer.id), {}});
    for (const auto& way : ledger::ways_to(customer)) step.writes.push_back(Erase{way, {}});
    return step;
}

/// Of whom no record is left there may be calls that came meanwhile.
[[nodiscard]] Verdict<Forgotten> erase_what_came_after(const CustomerId& id, const Readings& known) {
    Person nobody;
    nobody.ids = {id};
    auto step = ledger::erase_calls(known, nobody);
    if (auto* why = std::get_if<Unanswered>(&step)) return std::move(*why);
    auto& made = std::get<std::optional<ErasingStep>>(step);
    if (!made) return Told{Forgotten{true, 0, 0, 0, {}}};
    return Settled<Forgotten>{std::move(made->writes), made->told, std::move(made->words)};
}

[[nodiscard]] Verdict<Forgotten> erase(const CustomerId& id, const Readings& known) {
    auto found = ledger::find_person(known, id);
    if (auto* why = std::get_if<Unanswered>(&found)) return std::move(*why);
    const auto& person = std::get<std::optional<Person>>(found);
    if (!person) return erase_what_came_after(id, known);
    for (const auto kind :
         {ledger::erase_visits, ledger::erase_by_phone, ledger::erase_calls, ledger::erase_contact_records,
          erase_messages, erase_read_backs, erase_conversations, erase_merges}) {
        auto step = kind(known, *person);
        if (auto* why = std::get_if<Unanswered>(&step)) return std::move(*why);
        auto& made = std::get<std::optional<ErasingStep>>(step);
        if (!made) continue;
        ledger::append(made->indifferent, ledger::merges_of(*person));
        return Settled<Forgotten>{std::move(made->writes), made->told, std::move(made->words),
                                  std::move(made->indifferent)};
    }
    auto last = erase_record(*person);
    return Settled<Forgotten>{std::move(last.writes), last.told, person->words(), ledger::merges_of(*person)};
}

}  // namespace

Errand<Forgotten> erase_customer(CustomerId id, Instant now) {
    ErrandRequest request;
    request.about = "erase_customer " + id.text;
    request.now = now;
    return {std::move(request), [id = std::move(id)](const Readings& known) { return erase(id, known); }};
}

}  // namespace denwaban

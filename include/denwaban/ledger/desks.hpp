#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/ledger/agent_errands.hpp>
#include <denwaban/ledger/call_errands.hpp>
#include <denwaban/ledger/customer_errands.hpp>
#include <denwaban/ledger/message.hpp>
#include <denwaban/ledger/reservation_desk.hpp>
#include <denwaban/ledger/restaurant_errands.hpp>
#include <denwaban/ledger/run.hpp>

/// Who keeps what on a ledger. Each asks the errand of its question, and blocks, also while others are faster. Errors:
/// those of the errand.
namespace denwaban {

/// Keeps calls, found by any contact of theirs, and what has to be done after them.
class CallDesk {
public:
    explicit CallDesk(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// One that is kept already is left as it is.
    [[nodiscard]] Expected<KeptCall, Errors> open(Call call, ErrandRequest request) {
        return run(*ledger_, open_call(std::move(call), std::move(request)));
    }
    /// Made together with what has to be done after it, and what is to be sent.
    [[nodiscard]] Expected<KeptCall, Errors> change(CallOrder order, ErrandRequest request) {
        return run(*ledger_, change_call(std::move(order), std::move(request)));
    }
    /// By any of its contacts.
    [[nodiscard]] Expected<std::optional<KeptCall>, Errors> find(ContactId contact) {
        return run(*ledger_, find_call(std::move(contact)));
    }
    /// A restaurant's of one date, or a customer's.
    [[nodiscard]] Expected<KeptCalls, Errors> calls(const CallsQuestion& question) {
        return run(*ledger_, find_calls(question));
    }
    /// What is not done, the oldest first.
    [[nodiscard]] Expected<OpenFollowUps, Errors> follow_ups(const DueQuestion& question) {
        return run(*ledger_, find_follow_ups(question));
    }
    /// Notes that something was done after a call.
    [[nodiscard]] Expected<KeptCall, Errors> finish_follow_up(ContactId contact, std::string name, AgentId by,
                                                              ErrandRequest request) {
        auto errand =
            denwaban::finish_follow_up(std::move(contact), std::move(name), std::move(by), std::move(request));
        return run(*ledger_, std::move(errand));
    }

private:
    Ledger* ledger_;
};

/// Restaurants, found by id and by each of their lines.
class KeptRestaurants {
public:
    explicit KeptRestaurants(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// In place of what was kept.
    [[nodiscard]] Expected<Restaurant, Errors> put(Restaurant restaurant, ErrandRequest request) {
        return run(*ledger_, put_restaurant(std::move(restaurant), std::move(request)));
    }
    /// None where there is none.
    [[nodiscard]] Expected<std::optional<Restaurant>, Errors> find(RestaurantId id) {
        return run(*ledger_, find_restaurant(std::move(id)));
    }
    /// The one that answers on a number.
    [[nodiscard]] Expected<std::optional<Restaurant>, Errors> by_number(PhoneNumber dialled) {
        return run(*ledger_, find_restaurant(dialled));
    }
    /// What new day books begin with.
    [[nodiscard]] Expected<BookTemplate, Errors> put_book_template(RestaurantId restaurant, BookTemplate made,
                                                                   ErrandRequest request) {
        auto errand = denwaban::put_book_template(std::move(restaurant), std::move(made), std::move(request));
        return run(*ledger_, std::move(errand));
    }
    /// None where there is none.
    [[nodiscard]] Expected<std::optional<BookTemplate>, Errors> book_template(RestaurantId restaurant) {
        return run(*ledger_, find_book_template(std::move(restaurant)));
    }

private:
    Ledger* ledger_;
};

/// Customers, found by id, by each telephone number and by the beginning of each name.
class KeptCustomers {
public:
    explicit KeptCustomers(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// In place of what was kept, but for visits, of which none is lost.
    [[nodiscard]] Expected<Customer, Errors> put(Customer customer, ErrandRequest request) {
        return run(*ledger_, put_customer(std::move(customer), std::move(request)));
    }
    /// Makes one record of two: both histories.
    [[nodiscard]] Expected<Customer, Errors> merge(CustomerId keep, CustomerId absorb, ErrandRequest request) {
        return run(*ledger_, merge_customers(std::move(keep), std::move(absorb), std::move(request)));
    }
    /// Follows records that were merged.
    [[nodiscard]] Expected<std::optional<Customer>, Errors> find(CustomerId id) {
        return run(*ledger_, find_customer(std::move(id)));
    }
    /// Everybody who has the number.
    [[nodiscard]] Expected<std::vector<Customer>, Errors> by_phone(PhoneNumber phone) {
        return run(*ledger_, find_customers_by_phone(phone));
    }
    /// Those one of whose names, or readings, begins so; `most` is 1 to 100.
    [[nodiscard]] Expected<std::vector<Customer>, Errors> by_name(std::string beginning, std::size_t most = 20) {
        return run(*ledger_, find_customers_by_name(std::move(beginning), most));
    }

private:
    Ledger* ledger_;
};

/// What agents do, out of their events.
class KeptAgents {
public:
    explicit KeptAgents(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// Twice, late or out of order they change nothing.
    [[nodiscard]] Expected<FollowedAgent, Errors> follow(AgentId agent, std::vector<AgentEvent> events, Instant now) {
        ErrandRequest request;
        request.now = now;
        return run(*ledger_, follow_agent(std::move(agent), std::move(events), std::move(request)));
    }
    /// As of a time no earlier than the latest event.
    [[nodiscard]] Expected<std::optional<KeptAgent>, Errors> find(AgentId agent, Instant now) {
        return run(*ledger_, find_agent(std::move(agent), now));
    }

private:
    Ledger* ledger_;
};

/// What is to be sent.
class Outbox {
public:
    explicit Outbox(Ledger& ledger) noexcept : ledger_(&ledger) {}

    /// What is due by a time, the oldest first.
    [[nodiscard]] Expected<DueMessages, Errors> due(const DueQuestion& question) {
        return run(*ledger_, find_messages(question));
    }
    /// Forgets messages that were sent, and says how many were still there.
    [[nodiscard]] Expected<DroppedMessages, Errors> drop(std::vector<Message> sent, ErrandRequest request) {
        return run(*ledger_, drop_messages(std::move(sent), std::move(request)));
    }

private:
    Ledger* ledger_;
};

}  // namespace denwaban

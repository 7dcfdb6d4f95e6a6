#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/ledger/agent_errands.hpp>
#include <denwaban/ledger/call_errands.hpp>
#include <denwaban/ledger/customer_errands.hpp>
#include <denwaban/ledger/listing_errands.hpp>
#include <denwaban/ledger/message.hpp>
#include <denwaban/ledger/person_errands.hpp>
#include <denwaban/ledger/record_errands.hpp>
#include <denwaban/ledger/reservation_desk.hpp>
#include <denwaban/ledger/restaurant_errands.hpp>
#include <denwaban/ledger/run.hpp>

/// Who keeps what on a ledger. Each asks the errand of its question, and blocks, also while others are faster. Errors:
/// those of the errand.
namespace denwaban {

/// Keeps calls, found by any contact of theirs, and what has to be done after them.
class CallDesk {
public:
    explicit CallDesk(Ledger& ledger, const RunOptions& options = {}) noexcept : ledger_(&ledger), options_(options) {}

    /// One that is kept already is left as it is.
    [[nodiscard]] Expected<KeptCall, Errors> open(Call call, ErrandRequest request) {
        return run(*ledger_, open_call(std::move(call), std::move(request)), options_);
    }
    /// Made together with what has to be done after it, and what is to be sent.
    [[nodiscard]] Expected<KeptCall, Errors> change(CallOrder order, ErrandRequest request) {
        return run(*ledger_, change_call(std::move(order), std::move(request)), options_);
    }
    /// By any of its contacts.
    [[nodiscard]] Expected<std::optional<KeptCall>, Errors> find(ContactId contact) {
        return run(*ledger_, find_call(std::move(contact)), options_);
    }
    /// A restaurant's of one date, or a customer's.
    [[nodiscard]] Expected<KeptCalls, Errors> calls(const CallsQuestion& question) {
        return run(*ledger_, find_calls(question), options_);
    }
    /// What is not done, the oldest first.
    [[nodiscard]] Expected<OpenFollowUps, Errors> follow_ups(const DueQuestion& question) {
        return run(*ledger_, find_follow_ups(question), options_);
    }
    /// Notes that something was done after a call.
    [[nodiscard]] Expected<KeptCall, Errors> finish_follow_up(ContactId contact, std::string name, AgentId by,
                                                              ErrandRequest request) {
        auto errand =
            denwaban::finish_follow_up(std::move(contact), std::move(name), std::move(by), std::move(request));
        return run(*ledger_, std::move(errand), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// Restaurants, found by id and by each of their lines.
class KeptRestaurants {
public:
    explicit KeptRestaurants(Ledger& ledger, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), options_(options) {}

    /// In place of what was kept; of a form that was made from what was read, what it changed.
    [[nodiscard]] Expected<Restaurant, Errors> put(Restaurant restaurant, ErrandRequest request,
                                                   std::optional<Restaurant> made_from = std::nullopt) {
        return run(*ledger_, put_restaurant(std::move(restaurant), std::move(request), std::move(made_from)), options_);
    }
    /// None where there is none.
    [[nodiscard]] Expected<std::optional<Restaurant>, Errors> find(RestaurantId id) {
        return run(*ledger_, find_restaurant(std::move(id)), options_);
    }
    /// The one that answers on a number.
    [[nodiscard]] Expected<std::optional<Restaurant>, Errors> by_number(PhoneNumber dialled) {
        return run(*ledger_, find_restaurant(dialled), options_);
    }
    /// A page of all of them, by id.
    [[nodiscard]] Expected<ListedRestaurants, Errors> all(PageQuestion question = {}) {
        return run(*ledger_, list_restaurants(std::move(question)), options_);
    }
    /// What new day books begin with.
    [[nodiscard]] Expected<BookTemplate, Errors> put_book_template(
        RestaurantId restaurant, BookTemplate made, ErrandRequest request,
        std::optional<BookTemplate> made_from = std::nullopt) {
        auto errand = denwaban::put_book_template(std::move(restaurant), std::move(made), std::move(request),
                                                  std::move(made_from));
        return run(*ledger_, std::move(errand), options_);
    }
    /// None where there is none.
    [[nodiscard]] Expected<std::optional<BookTemplate>, Errors> book_template(RestaurantId restaurant) {
        return run(*ledger_, find_book_template(std::move(restaurant)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// Customers, found by id, by each telephone number and by the beginning of each name.
class KeptCustomers {
public:
    explicit KeptCustomers(Ledger& ledger, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), options_(options) {}

    /// In place of what was kept, but for visits, of which none is lost; of a form that was made from what was read,
    /// what it changed.
    [[nodiscard]] Expected<Customer, Errors> put(Customer customer, ErrandRequest request,
                                                 std::optional<Customer> made_from = std::nullopt) {
        return run(*ledger_, put_customer(std::move(customer), std::move(request), std::move(made_from)), options_);
    }
    /// Makes one record of two: both histories.
    [[nodiscard]] Expected<Customer, Errors> merge(CustomerId keep, CustomerId absorb, ErrandRequest request,
                                                   std::string who = {}) {
        return run(*ledger_, merge_customers(std::move(keep), std::move(absorb), std::move(request), std::move(who)),
                   options_);
    }
    /// Takes the last merge of a record back: both are as they were before it, but for what came since.
    [[nodiscard]] Expected<UnmergedCustomers, Errors> unmerge(CustomerId absorbed, ErrandRequest request) {
        return run(*ledger_, unmerge_customers(std::move(absorbed), std::move(request)), options_);
    }
    /// Follows records that were merged.
    [[nodiscard]] Expected<std::optional<Customer>, Errors> find(CustomerId id) {
        return run(*ledger_, find_customer(std::move(id)), options_);
    }
    /// Whoever has the number: at most 100. `all` has all of them.
    [[nodiscard]] Expected<std::vector<Customer>, Errors> by_phone(PhoneNumber phone) {
        return run(*ledger_, find_customers_by_phone(phone), options_);
    }
    /// Who may be one, to be looked at and merged.
    [[nodiscard]] Expected<ListedDuplicates, Errors> duplicates(PageQuestion question = {}) {
        return run(*ledger_, list_duplicates(std::move(question)), options_);
    }
    /// A page of all, or of those who have a number or a name.
    [[nodiscard]] Expected<ListedCustomers, Errors> all(WhichCustomers which = AllCustomers{},
                                                        PageQuestion question = {}) {
        return run(*ledger_, list_customers(std::move(which), std::move(question)), options_);
    }
    /// Forgets them, step by step until it is done: how much in all.
    [[nodiscard]] Expected<Forgotten, Errors> erase(const CustomerId& id, Instant now) {
        Forgotten all;
        while (!all.is_done) {
            auto step = run(*ledger_, erase_customer(id, now), options_);
            if (!step) return step;
            all = {step->is_done,
                   all.bookings + step->bookings,
                   all.calls + step->calls,
                   all.messages + step->messages,
                   {}};
        }
        return all;
    }
    /// All that is kept of them.
    [[nodiscard]] Expected<PersonalData, Errors> export_data(CustomerId id) {
        return run(*ledger_, export_customer(std::move(id)), options_);
    }
    /// Those one of whose names, or readings, begins so; `most` is 1 to 100.
    [[nodiscard]] Expected<std::vector<Customer>, Errors> by_name(std::string beginning, std::size_t most = 20) {
        return run(*ledger_, find_customers_by_name(std::move(beginning), most), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// Who sees to it that old business dates, calls and messages are nobody's.
class Retention {
public:
    explicit Retention(Ledger& ledger, const RunOptions& options = {}) noexcept : ledger_(&ledger), options_(options) {}

    /// One step; the next goes on after its `next`, until it is done.
    [[nodiscard]] Expected<Forgotten, Errors> forget_before(Date before, Instant now, std::string after = {}) {
        return run(*ledger_, denwaban::forget_before(before, now, std::move(after)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// What agents do, out of their events.
class KeptAgents {
public:
    explicit KeptAgents(Ledger& ledger, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), options_(options) {}

    /// Twice, late or out of order they change nothing.
    [[nodiscard]] Expected<FollowedAgent, Errors> follow(AgentId agent, std::vector<AgentEvent> events, Instant now) {
        ErrandRequest request;
        request.now = now;
        return run(*ledger_, follow_agent(std::move(agent), std::move(events), std::move(request)), options_);
    }
    /// As of a time no earlier than the latest event.
    [[nodiscard]] Expected<std::optional<KeptAgent>, Errors> find(AgentId agent, Instant now) {
        return run(*ledger_, find_agent(std::move(agent), now), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// Calls, out of contact records that many readers of a stream get.
class KeptCallFacts {
public:
    explicit KeptCallFacts(Ledger& ledger, const RunOptions& options = {}) noexcept
        : ledger_(&ledger), options_(options) {}

    /// In whatever order they come, and however often, the answers to the last of a call's records are the same.
    [[nodiscard]] Expected<AddedRecords, Errors> add(std::vector<ContactRecord> records, Instant now,
                                                     std::chrono::seconds keep = contact_records_come_for) {
        ErrandRequest request;
        request.now = now;
        request.keep = keep;
        return run(*ledger_, add_contact_records(std::move(records), std::move(request)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

/// What is to be sent.
class Outbox {
public:
    explicit Outbox(Ledger& ledger, const RunOptions& options = {}) noexcept : ledger_(&ledger), options_(options) {}

    /// What is due by a time, the oldest first.
    [[nodiscard]] Expected<DueMessages, Errors> due(const DueQuestion& question) {
        return run(*ledger_, find_messages(question), options_);
    }
    /// Forgets messages that were sent, and says how many were still there.
    [[nodiscard]] Expected<DroppedMessages, Errors> drop(std::vector<Message> sent, ErrandRequest request) {
        return run(*ledger_, drop_messages(std::move(sent), std::move(request)), options_);
    }

private:
    Ledger* ledger_;
    RunOptions options_;
};

}  // namespace denwaban

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "folder.hpp"
#include "told_errors.hpp"

namespace erasing_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

const Instant now = *parse_iso8601("2026-11-25T03:00:00Z");

/// All that was written down in a folder.
std::string bytes_in(const Folder& folder) {
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator{folder.path()}) {
        std::ifstream bytes{file.path(), std::ios::binary};
        all.append(std::istreambuf_iterator<char>{bytes}, {});
    }
    return all;
}

/// Asks the vectors' questions up to one of a kind.
void ask_until(Ledger& ledger, const std::string& last) {
    const auto vectors = Json::parse(std::ifstream{DENWABAN_TEST_DATA "/errand_vectors/people.json"});
    for (const auto& step : vectors.at("steps")) {
        if (step.at("ask").contains(last)) return;
        auto errand = errand_from_json(step.at("ask").dump(), 1);
        REQUIRE(errand);
        REQUIRE(run(ledger, *std::move(errand)));
    }
}

}  // namespace

TEST_CASE("once a customer is erased nothing of theirs can be read in the file, open or closed") {
    const Folder folder;
    const std::string words[] = {"山田", "花子", "9012345678", "90-1234-5678", "hanako", "誕生日", "そば"};
    {
        auto ledger = *SqliteLedger::open(folder.file("l"));
        ask_until(ledger, "erase_customer");
        CHECK(bytes_in(folder).find(words[0]) != std::string::npos);
        KeptCustomers customers{ledger};
        const auto erased = customers.erase({"c1"}, now);
        REQUIRE(erased);
        CHECK(*erased == Forgotten{true, 2, 1, 1, {}});
        CHECK(*customers.erase({"c1"}, now) == Forgotten{true, 0, 0, 0, {}});
        const auto open = bytes_in(folder);
        for (const auto& one : words) CHECK_MESSAGE(open.find(one) == std::string::npos, one);
        CHECK(open.find("鈴木") != std::string::npos);
    }
    const auto closed = bytes_in(folder);
    for (const auto& one : words) CHECK_MESSAGE(closed.find(one) == std::string::npos, one);
}

namespace {

/// A customer of as many calls, after each of which there is as much to do.
constexpr int many_calls = 12;
constexpr int much_to_do = 20;
void call_often(Ledger& ledger) {
    Customer customer;
    customer.id = {"busy"};
    REQUIRE(KeptCustomers{ledger}.put(customer, {}));
    for (int place = 0; place < many_calls; ++place) {
        KeptCall kept;
        kept.opened = now + std::chrono::minutes{place};
        kept.call.contacts = {ContactId{"busy" + std::to_string(place)}};
        kept.call.other = *PhoneNumber::parse("+819012345678");
        kept.call.customer = customer.id;
        kept.call.restaurant = RestaurantId{"r1"};
        for (int one = 0; one < much_to_do; ++one)
            kept.follow_ups.push_back({"do#" + std::to_string(one), "call_back", "", "", now, std::nullopt});
        const auto& id = kept.call.contacts.front();
        const auto link = R"({"contact": ")" + id.text + R"("})";
        Commit commit;
        commit.now = now;
        commit.writes = {Put{keys::call(id), {}, to_json(kept), {}},
                         Put{keys::call_of_customer(customer.id, kept.opened, id), {}, link, {}},
                         Put{keys::call_of_restaurant({"r1"}, kept.opened, id), {}, link, {}}};
        REQUIRE(ledger.commit(commit));
    }
}
int calls_with_somebody(Ledger& ledger) {
    int count = 0;
    for (int place = 0; place < many_calls; ++place) {
        const auto kept = run(ledger, find_call({"busy" + std::to_string(place)}));
        REQUIRE(kept);
        const bool has_somebody = std::holds_alternative<PhoneNumber>((*kept)->call.other);
        if (has_somebody || !(*kept)->follow_ups.empty()) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("calls with more to do after them than a commit has room for are rid of their person by and by") {
    auto ledger = *SqliteLedger::open(":memory:");
    ask_until(ledger, "erase_customer");
    call_often(ledger);
    CHECK(calls_with_somebody(ledger) == many_calls);
    const auto erased = KeptCustomers{ledger}.erase({"busy"}, now);
    REQUIRE(erased);
    CHECK(erased->calls == many_calls);
    CHECK(calls_with_somebody(ledger) == 0);

    auto other = *SqliteLedger::open(":memory:");
    ask_until(other, "erase_customer");
    call_often(other);
    Retention retention{other};
    std::string after;
    std::size_t calls = 0;
    for (bool is_done = false; !is_done;) {
        const auto told = retention.forget_before(make_date(2026, 11, 28), now, after);
        REQUIRE(told);
        calls += told->calls;
        after = told->next.value_or("");
        is_done = told->is_done;
    }
    CHECK(calls > many_calls);
    CHECK(calls_with_somebody(other) == 0);
}

TEST_CASE("contact records lose whoever is erased, and what comes of them once more brings nobody back") {
    const Folder folder;
    auto ledger = *SqliteLedger::open(folder.file("l"));
    ask_until(ledger, "erase_customer");
    const auto record = [](const char* id, const char* number, const char* before) {
        ContactRecord one;
        one.id = {id};
        one.updated = now;
        one.customer = *PhoneNumber::parse(number);
        one.customer_address = number;
        one.attributes = {{"disposition", "booking_new"}, {"disposition_note", "花束"}, {"bookingId", "b1"}};
        if (*before != '\0') one.previous = ContactId{before};
        return one;
    };
    const std::vector<ContactRecord> theirs{record("k1", "+819012345678", ""), record("k2", "+819099990000", "k1")};
    // The second leg comes alone at first, and moves to the first's place.
    const std::vector<std::vector<ContactRecord>> calls{{theirs[1]}, theirs, {record("k3", "+815011112222", "")}};
    KeptCallFacts facts{ledger};
    const auto add = [&](const std::vector<ContactRecord>& records) {
        const auto added = facts.add(records, now);
        REQUIRE(added);
        return *added;
    };
    for (const auto& call : calls) static_cast<void>(add(call));
    REQUIRE(bytes_in(folder).find("花束") != std::string::npos);

    REQUIRE(KeptCustomers{ledger}.erase({"c1"}, now));
    const auto again = add(theirs);
    CHECK(again.added == std::vector{RecordAdded::as_known, RecordAdded::as_known});
    for (const auto& one : again.records) {
        CHECK(one.customer == Caller{Withheld{WithheldReason::not_given}});
        CHECK(one.customer_address.empty());
        CHECK(one.attributes ==
              std::map<std::string, std::string>{{"bookingId", "b1"}, {"disposition", "booking_new"}});
    }
    for (const auto* number : {"9012345678", "9099990000"}) CHECK(bytes_in(folder).find(number) == std::string::npos);
    CHECK(add(calls.back()).records == calls.back());
}

TEST_CASE("old dates forget their people, restaurant by restaurant, and are not gone through again") {
    auto ledger = *SqliteLedger::open(":memory:");
    ask_until(ledger, "export_customer");
    Retention retention{ledger};
    const auto night = [&](Date before) {
        Forgotten all;
        std::string after;
        for (int step = 0; step < 20 && !all.is_done; ++step) {
            const auto told = retention.forget_before(before, now, after);
            REQUIRE(told);
            all = {told->is_done,
                   all.bookings + told->bookings,
                   all.calls + told->calls,
                   all.messages + told->messages,
                   {}};
            after = told->next.value_or("");
        }
        return all;
    };
    CHECK(night(make_date(2026, 11, 20)) == Forgotten{true, 0, 0, 0, {}});
    CHECK(night(make_date(2026, 11, 28)) == Forgotten{true, 2, 1, 2, {}});
    CHECK(night(make_date(2026, 11, 28)) == Forgotten{true, 0, 0, 0, {}});
    CHECK(night(make_date(2026, 11, 29)) == Forgotten{true, 1, 0, 0, {}});
    CHECK(KeptCustomers{ledger}.find({"c1"})->has_value());
}

}  // namespace erasing_test

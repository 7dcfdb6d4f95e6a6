// Keeps a customer in a file that is gone with the process, and finds them by telephone.
#include <denwaban/ledger/customer_errands.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>

using namespace denwaban;

int main() {
    auto ledger = SqliteLedger::open(":memory:");
    if (!ledger) return 1;
    Customer customer;
    customer.id = {"c1"};
    customer.phones = {*PhoneNumber::parse("090-1234-5678")};
    if (!run(*ledger, put_customer(customer, {}))) return 1;
    const auto found = run(*ledger, find_customers_by_phone(*PhoneNumber::parse("+81 90 1234 5678")));
    return found && found->size() == 1 && found->front().id == CustomerId{"c1"} ? 0 : 1;
}

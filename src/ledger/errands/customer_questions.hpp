#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include <denwaban/ledger/customer_errands.hpp>

#include "answers.hpp"
#include "asking.hpp"

/// What errands about customers are asked with in JSON: a row a field.
namespace denwaban::ledger {

struct PutCustomer {
    Customer customer;
    std::optional<Customer> was;
    ErrandRequest request;
};
struct MergeCustomers {
    CustomerId keep;
    CustomerId absorb;
    std::string who;
    ErrandRequest request;
};
struct UnmergeCustomers {
    CustomerId id;
    ErrandRequest request;
};
struct OfCustomer {
    CustomerId id;
};
struct FindCustomers {
    std::optional<PhoneNumber> phone;
    std::optional<std::string> name;
    std::size_t most = 20;
};
struct ListCustomers {
    std::optional<PhoneNumber> phone;
    std::optional<std::string> name;
    std::size_t limit = PageQuestion{}.limit;
    std::optional<std::string> after;
};
struct ListDuplicates {
    std::size_t limit = 20;
    std::optional<std::string> after;
};
struct EraseCustomer {
    CustomerId id;
    Instant now{};
};
struct ForgetBefore {
    Date before{};
    Instant now{};
    std::optional<std::string> after;
};

}  // namespace denwaban::ledger

namespace denwaban::shapes {

inline constexpr auto put_customer_fields = rows(std::array{field<&ledger::PutCustomer::customer>("customer", required),
                                                            field<&ledger::PutCustomer::was>("was", if_any, made_from)},
                                                 request_rows<&ledger::PutCustomer::request>);
template <>
inline constexpr Shape shape_of<ledger::PutCustomer> = record<ledger::PutCustomer>({}, {}, put_customer_fields);

inline constexpr auto merge_customers_fields =
    rows(std::array{field<&ledger::MergeCustomers::keep>("keep_id", required),
                    field<&ledger::MergeCustomers::absorb>("absorb_id", required),
                    field<&ledger::MergeCustomers::who>("who", or_else, kind::label, "Who sees to it.")},
         request_rows<&ledger::MergeCustomers::request>);
template <>
inline constexpr Shape shape_of<ledger::MergeCustomers> = record<ledger::MergeCustomers>({}, {},
                                                                                         merge_customers_fields);

inline constexpr auto unmerge_customers_fields =
    rows(std::array{field<&ledger::UnmergeCustomers::id>("id", required, "Of the record that was merged.")},
         request_rows<&ledger::UnmergeCustomers::request>);
template <>
inline constexpr Shape shape_of<ledger::UnmergeCustomers> = record<ledger::UnmergeCustomers>({}, {},
                                                                                             unmerge_customers_fields);

inline constexpr std::array of_customer_fields{
    field<&ledger::OfCustomer::id>("id", required, "Also of a record that was merged.")};
template <>
inline constexpr Shape shape_of<ledger::OfCustomer> = record<ledger::OfCustomer>({}, {}, of_customer_fields);

void check_find_customers(const Node& node, ledger::FindCustomers& question);
inline constexpr std::array find_customers_fields{
    field<&ledger::FindCustomers::phone>("phone", if_any, "In any form."),
    field<&ledger::FindCustomers::name>("name", if_any, kind::string, "The beginning of one."),
    field<&ledger::FindCustomers::most>("most", or_else, one_to_a_hundred),
};
template <>
inline constexpr Shape shape_of<ledger::FindCustomers> =
    checked<ledger::FindCustomers, check_find_customers>(record<ledger::FindCustomers>({}, {}, find_customers_fields));

void check_list_customers(const Node& node, ledger::ListCustomers& question);
inline constexpr std::array list_customers_fields{
    field<&ledger::ListCustomers::phone>("phone", if_any, "In any form. All, where this and a name are left out."),
    field<&ledger::ListCustomers::name>("name", if_any, kind::string, "The beginning of one."),
    field<&ledger::ListCustomers::limit>("limit", or_else, one_to_a_hundred),
    page_after<&ledger::ListCustomers::after>,
};
template <>
inline constexpr Shape shape_of<ledger::ListCustomers> =
    checked<ledger::ListCustomers, check_list_customers>(record<ledger::ListCustomers>({}, {}, list_customers_fields));

inline constexpr std::array list_duplicates_fields{
    field<&ledger::ListDuplicates::limit>("limit", or_else, whole(1, 20), "How many customers are looked at."),
    page_after<&ledger::ListDuplicates::after>,
};
template <>
inline constexpr Shape shape_of<ledger::ListDuplicates> = record<ledger::ListDuplicates>({}, {},
                                                                                         list_duplicates_fields);

inline constexpr std::array erase_customer_fields{
    field<&ledger::EraseCustomer::id>("id", required, "Also of a record that was merged."),
    asked_at<&ledger::EraseCustomer::now>,
};
template <>
inline constexpr Shape shape_of<ledger::EraseCustomer> = record<ledger::EraseCustomer>({}, {}, erase_customer_fields);

inline constexpr std::array forget_before_fields{
    field<&ledger::ForgetBefore::before>("before", required, "The first business date that is left as it is."),
    asked_at<&ledger::ForgetBefore::now>,
    field<&ledger::ForgetBefore::after>("after", if_any, kind::string, "Where the step before ended: its `next`."),
};
template <>
inline constexpr Shape shape_of<ledger::ForgetBefore> = record<ledger::ForgetBefore>({}, {}, forget_before_fields);

}  // namespace denwaban::shapes

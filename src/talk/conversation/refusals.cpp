#include "refusals.hpp"

#include <algorithm>

namespace denwaban::detail::talk {

bool is_of_the_world(const Errors& errors) {
    return std::any_of(errors.begin(), errors.end(), [](const Error& error) {
        switch (error.code) {
            case ErrorCode::contended:
            case ErrorCode::unavailable:
            case ErrorCode::read_only:
            case ErrorCode::storage_full:
            case ErrorCode::corrupt:
            case ErrorCode::newer_version:
            case ErrorCode::timed_out:
                return true;
            // Whatever else is wrong, the book has said it.
            case ErrorCode::malformed_json:
            case ErrorCode::too_deep:
            case ErrorCode::too_large:
            case ErrorCode::wrong_type:
            case ErrorCode::missing_key:
            case ErrorCode::unknown_key:
            case ErrorCode::duplicate_key:
            case ErrorCode::invalid_value:
            case ErrorCode::out_of_range:
            case ErrorCode::overlap:
            case ErrorCode::never_ends:
            case ErrorCode::duplicate_number:
            case ErrorCode::duplicate_id:
            case ErrorCode::not_a_phone_number:
            case ErrorCode::unknown_zone:
            case ErrorCode::beyond_horizon:
            case ErrorCode::naive_datetime:
            case ErrorCode::unknown_reference:
            case ErrorCode::not_allowed:
            case ErrorCode::beyond_limit:
            case ErrorCode::no_seat:
            case ErrorCode::undecided:
            case ErrorCode::stale:
            case ErrorCode::no_such_time:
            case ErrorCode::expired_cursor:
            case ErrorCode::unknown_token:
            case ErrorCode::foreign_token:
            case ErrorCode::lapsed_token:
                return false;
        }
        return false;
    });
}

bool has(const std::vector<Exceeded>& all, Limit limit) {
    return std::any_of(all.begin(), all.end(), [&](const Exceeded& one) { return one.limit == limit; });
}

}  // namespace denwaban::detail::talk

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/ledger/errand.hpp>
#include <denwaban/ledger/message.hpp>
#include <denwaban/talk/hand_over.hpp>

namespace denwaban {

/// Who did what was to be done, and when.
struct FollowUpDone {
    AgentId by;
    Instant at{};
    friend bool operator==(const FollowUpDone&, const FollowUpDone&) = default;
};

/// Something to do after a call.
struct KeptFollowUp {
    std::string name;  ///< tells it from the call's others, for as long as it is demanded
    std::string what;  ///< call_back, or one of `follow_up_names`
    std::string code;  ///< the disposition's that demands it; may be empty
    std::string to;    ///< whom to tell or to call; may be empty
    Instant due{};
    std::optional<FollowUpDone> done;
    friend bool operator==(const KeptFollowUp&, const KeptFollowUp&) = default;
};

/// A call as it is kept.
struct KeptCall {
    Instant opened{};
    Call call;
    std::vector<KeptFollowUp> follow_ups;
    friend bool operator==(const KeptCall&, const KeptCall&) = default;
};

/// `{"opened", "call", "follow_ups"}`
[[nodiscard]] Expected<KeptCall, Errors> kept_call_from_json(std::string_view text);
[[nodiscard]] std::string to_json(const KeptCall& kept);

/// Some of the calls that were asked for.
struct KeptCalls {
    std::vector<KeptCall> calls;
    std::optional<std::string> next;  ///< what the next page comes after; none after the last
    friend bool operator==(const KeptCalls&, const KeptCalls&) = default;
};

/// Something to do that is not done, and after which call.
struct OpenFollowUp {
    ContactId contact;
    std::string name;
    std::string what;
    std::string code;
    std::string to;
    Instant due{};
    std::optional<RestaurantId> restaurant;
    std::optional<CustomerId> customer;
    friend bool operator==(const OpenFollowUp&, const OpenFollowUp&) = default;
};
/// Some of what is not done, the oldest first.
struct OpenFollowUps {
    std::vector<OpenFollowUp> follow_ups;
    std::optional<std::string> next;  ///< what the next page comes after; none after the last
    friend bool operator==(const OpenFollowUps&, const OpenFollowUps&) = default;
};

/// A note to the restaurant, written of the call as it then is, and sent.
struct HandOverMessage {
    Message message;  ///< its text is written
    HandOverTemplate wording;
    HandOverContext context;
};

/// What is done to a call: a pure function, applied again where somebody else was faster.
using CallChange = std::function<Expected<Call, Errors>(Call)>;

/// What is to be done to a call.
struct CallOrder {
    ContactId contact;  ///< any of the call's
    CallChange change;
    std::shared_ptr<const Catalogue> catalogue;  ///< says what has to be done after a call
    std::vector<Message> messages;               ///< kept if the change is made
    std::vector<HandOverMessage> hand_overs;
    std::string asked{};  ///< the change, as `ErrandRequest` has it
};

/// Keeps a call from now on, found by each of its contacts, its restaurant and its customer. One that is kept already
/// is left as it is, so that who opens it twice loses nothing. Errors: `missing_key` for a call without contacts.
[[nodiscard]] Errand<KeptCall> open_call(Call call, ErrandRequest request);

/// Changes a call and keeps, in one commit, what has to be done after it: what its record demands, and the callback
/// that was promised. Errors: those of the change, remembered; `unknown_reference` at `/contact`.
[[nodiscard]] Errand<KeptCall> change_call(CallOrder order, ErrandRequest request);

/// The call that a contact is of; none where there is none.
[[nodiscard]] Errand<std::optional<KeptCall>> find_call(ContactId contact);

/// Calls of a restaurant that were opened on a date of its clocks, or of a customer.
struct CallsOfRestaurant {
    RestaurantId restaurant;
    Date date;
};
/// A restaurant's of one date; or a customer's, also by the id of a record that was merged, with those of all such.
using WhoseCalls = std::variant<CallsOfRestaurant, CustomerId>;
/// Which calls to find, and how many at once.
struct CallsQuestion {
    WhoseCalls whose;
    QueryOrder order = QueryOrder::descending;
    std::size_t limit = 50;  ///< 1 to 100
    std::string after;       ///< where the page before ended; empty at first
};
/// Errors: `unknown_reference` at `/restaurant`; `invalid_value` at `/after`.
[[nodiscard]] Errand<KeptCalls> find_calls(const CallsQuestion& question);

/// What is not done, the oldest first.
[[nodiscard]] Errand<OpenFollowUps> find_follow_ups(const DueQuestion& question);

/// Notes that something was done after a call. Errors: `unknown_reference` at `/contact` and `/name`.
[[nodiscard]] Errand<KeptCall> finish_follow_up(ContactId contact, std::string name, AgentId by, ErrandRequest request);

}  // namespace denwaban

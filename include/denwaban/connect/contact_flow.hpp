#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/restaurant/directory.hpp>
#include <denwaban/talk/voice_stream.hpp>

namespace denwaban {

/// What Amazon Connect sends to a Lambda from a contact flow's "Invoke AWS Lambda function" block ("Input for AWS
/// Lambda functions" in the administrator guide). What it may leave out or set to null is empty here.
struct ContactFlowEvent {
    ContactId contact_id;
    std::string channel;
    std::string initiation_method;
    std::optional<std::string> customer;  ///< CustomerEndpoint.Address: the caller, as sent
    std::optional<std::string> system;    ///< SystemEndpoint.Address: the number dialled, as sent
    std::map<std::string, std::string> attributes;
    std::map<std::string, std::string> parameters;
    std::vector<JsonPointer> passed_over;  ///< what of endpoints, attributes and parameters can't be read
    std::string language{};                ///< LanguageCode: ja-JP
    std::optional<VoiceStream> stream{};   ///< of the customer's voice, where the flow streams it
    std::string subtype{};                 ///< of SegmentAttributes: connect:WebRTC
    friend bool operator==(const ContactFlowEvent&, const ContactFlowEvent&) = default;
};

/// Reads the event. Unknown keys pass, because Amazon Connect adds some from time to time; a number or a truth value is
/// taken as a text. Errors: each with a JSON pointer, or a byte range where it is no JSON at all.
[[nodiscard]] Expected<ContactFlowEvent, Errors> contact_flow_event_from_json(std::string_view text);

/// The flow's attributes: flat, all strings, under 32 KB together (a Lambda's STRING_MAP response).
using FlowAttributes = std::map<std::string, std::string>;

/// Answers an event for the restaurant whose id stands in the parameter `restaurantId`, else whose number was dialled,
/// else whose id stands in the attribute `restaurantId`; an id that no restaurant has, and spaces around one, are
/// passed over.
///
/// `result` says what came of it, and a flow should branch on it first:
/// - `answered`: all keys below are there, empty where there is nothing to say;
/// - `unknown_number`: no restaurant in the directory has the number, or the id;
/// - `malformed_event`: `error` and `errorWhere` say what was wrong, and where;
/// - `beyond_horizon`: the hours were not compiled for this time.
///
/// `restaurantId`, `restaurantName`, `state` (open, closed, unknown), `reason` (勤労感謝の日の前日), `cause` (as
/// `Cause`), `service`, `businessDate`, `closesAt`, `lastOrder`, `nextOpening` (ISO 8601 with the restaurant's offset),
/// `route` (queue, bot, restaurant, voicemail, message), `routeTo`, `routeLabel`, `caller` (number or withheld, or
/// unknown where it is neither, and for who has no number to withhold: who writes, calls from an app or is called),
/// `callerNumber` (E.164), `say` and `ssml`. `findings` is there only where something of the event was passed over, and
/// says where, "; " between. All results have `result`, `state`, `route`
/// (`none` where nothing is known), `say` and `ssml`.
[[nodiscard]] FlowAttributes contact_flow(std::string_view event, const Directory& directory, Instant at);
[[nodiscard]] FlowAttributes contact_flow(const ContactFlowEvent& event, const Directory& directory, Instant at);

}  // namespace denwaban

#include <algorithm>
#include <array>
#include <utility>

#include "dynamodb_conversation.hpp"
#include "dynamodb_items.hpp"

namespace denwaban::dynamodb {

namespace {

struct Meaning {
    std::string_view name;
    ErrorCode code;
};

/// What asking again does not mend, as DynamoDB, the SDKs and the reasons of a cancelled transaction call it.
constexpr std::array meanings{
    Meaning{"AccessDeniedException", ErrorCode::not_allowed},
    Meaning{"CredentialsProviderError", ErrorCode::not_allowed},
    Meaning{"ExpiredTokenException", ErrorCode::not_allowed},
    Meaning{"IncompleteSignatureException", ErrorCode::not_allowed},
    Meaning{"InvalidSignatureException", ErrorCode::not_allowed},
    Meaning{"MissingAuthenticationTokenException", ErrorCode::not_allowed},
    Meaning{"NoCredentialsError", ErrorCode::not_allowed},
    Meaning{"PartialCredentialsError", ErrorCode::not_allowed},
    Meaning{"TokenProviderError", ErrorCode::not_allowed},
    Meaning{"UnrecognizedClientException", ErrorCode::not_allowed},
    Meaning{"ResourceNotFoundException", ErrorCode::unknown_reference},
    Meaning{"ItemCollectionSizeLimitExceeded", ErrorCode::storage_full},
    Meaning{"ItemCollectionSizeLimitExceededException", ErrorCode::storage_full},
    Meaning{"IdempotentParameterMismatchException", ErrorCode::invalid_value},
    Meaning{"ParamValidationError", ErrorCode::invalid_value},
    Meaning{"SerializationException", ErrorCode::invalid_value},
    Meaning{"ValidationError", ErrorCode::invalid_value},
    Meaning{"ValidationException", ErrorCode::invalid_value},
};

/// Throttling, conflicts with another transaction, breakdowns and whatever befalls a connection are no more than
/// `unavailable`: what became of the request is not known, and it may be sent again.
[[nodiscard]] ErrorCode code_of(std::string_view name, std::string_view message) {
    const auto* const found =
        std::find_if(meanings.begin(), meanings.end(), [&](const Meaning& one) { return one.name == name; });
    if (found == meanings.end()) return ErrorCode::unavailable;
    const auto says = [&](std::string_view words) { return message.find(words) != std::string_view::npos; };
    const bool is_of_size = says("exceeded the maximum allowed size") || says("4 MB") || says("4MB");
    return found->code == ErrorCode::invalid_value && is_of_size ? ErrorCode::too_large : found->code;
}

[[nodiscard]] std::string text_if_any(const Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? member->string() : std::string{};
}

}  // namespace

Failure read_failure(const Node& node) {
    Failure failure;
    if (const auto name = node.required("name")) failure.name = name->string();
    failure.message = text_if_any(node, "message");
    if (const auto status = node.if_any("status")) failure.status = status->integer(0, 999);
    failure.reasons = node.if_any("CancellationReasons");
    return failure;
}

Error error_of(const Failure& failure) {
    constexpr int payload_too_large = 413;
    const auto code =
        failure.status == payload_too_large ? ErrorCode::too_large : code_of(failure.name, failure.message);
    return {code, failure.message.empty() ? failure.name : failure.name + ": " + failure.message, {}};
}

Error error_of_reason(const std::string& code, const std::string& message) { return error_of({code, message, 0, {}}); }

}  // namespace denwaban::dynamodb

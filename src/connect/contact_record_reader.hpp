#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <denwaban/records/contact_record.hpp>

#include "open_object.hpp"

namespace denwaban::connect {

/// No contact is a century on hold.
inline constexpr std::int64_t most_seconds = 3'200'000'000;
inline constexpr int most_times = 1'000'000;

/// `bucket/key`, or an address on S3 or in a Kinesis stream, as it stands.
void tell_location(Recording& recording, std::string_view location);
/// Of old, Recording alone; since then it is the same as the first of Recordings.
void add_recording(ContactRecord& record, const Recording& recording);
[[nodiscard]] std::optional<PhoneNumber> number_of(std::string_view address);
/// Who an endpoint shows; none where it shows no number, on channels without numbers.
[[nodiscard]] std::optional<Caller> caller_of(std::string_view address, Channel channel);
/// The Address of an endpoint among what an object has; empty where there is none.
[[nodiscard]] std::string read_address(const OpenObject& object, std::string_view key);
/// Keys and their words; a number is a word, and whatever else is none is noted.
[[nodiscard]] std::map<std::string, std::string> read_strings(const OpenObject& object, std::string_view key);
/// By its address and channel.
void tell_customer(ContactRecord& record);

[[nodiscard]] ContactRecord read_contact_record(const Node& node, UnknownPlaces& unknown);

}  // namespace denwaban::connect

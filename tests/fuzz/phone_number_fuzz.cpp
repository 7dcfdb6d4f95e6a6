#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <denwaban/core/phone_number.hpp>

using namespace denwaban;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check_error(const Error& error, std::string_view text) {
    const auto& bytes = std::get<ByteRange>(error.where);
    require(error.code == ErrorCode::not_a_phone_number);
    require(bytes.begin <= bytes.end && bytes.end <= text.size());
}

void check_number(const PhoneNumber& number) {
    require(number.e164().size() <= 16);
    require(PhoneNumber::parse(number.e164()) == number);
    require(PhoneNumber::parse(number.national()) == number);
    require(number.is_japanese() == number.national().starts_with('0'));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto number = PhoneNumber::parse(text);
    const auto caller = parse_caller(text);
    if (number) {
        check_number(*number);
        require(caller == Expected<Caller>{*number});
    } else {
        check_error(number.error(), text);
        require(caller ? std::holds_alternative<Withheld>(*caller) : caller.error() == number.error());
    }
    return 0;
}

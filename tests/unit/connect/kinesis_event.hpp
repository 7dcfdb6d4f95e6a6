#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a Kinesis stream invokes a Lambda with.
namespace kinesis_event {

inline std::string base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            three = three << 8U | (at + i < bytes.size() ? static_cast<std::uint8_t>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += at + i > bytes.size() ? '=' : digits[(three >> (18 - 6 * i)) & 63U];
        }
    }
    return text;
}

inline std::string event(const std::vector<std::string>& data, const char* shard = "shardId-000000000006") {
    std::string text = R"({"Records":[)";
    int sequence = 100;
    for (const auto& one : data) {
        if (sequence > 100) text += ',';
        text += R"({"kinesis":{"sequenceNumber":")" + std::to_string(sequence) + R"(","data":")" + one +
                R"("},"eventID":")" + shard + ":" + std::to_string(sequence) + R"("})";
        ++sequence;
    }
    return text + "]}";
}

}  // namespace kinesis_event

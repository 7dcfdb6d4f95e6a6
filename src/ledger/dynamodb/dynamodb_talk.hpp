#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "dynamodb_conversation.hpp"

namespace denwaban::dynamodb {

/// A conversation in texts, as whoever has an SDK holds it.
class Talk {
public:
    explicit Talk(std::unique_ptr<Conversation> conversation);
    /// One that is over before it began.
    explicit Talk(TaskResult result) : result_(std::move(result)) {}

    [[nodiscard]] const std::string* task() const noexcept { return task_ ? &*task_ : nullptr; }
    [[nodiscard]] const TaskResult& result() const noexcept { return result_; }
    void give(std::string_view json);

private:
    [[nodiscard]] std::optional<Error> hear(const Node& node);
    void follow(Step step);
    void end(TaskResult result);

    std::unique_ptr<Conversation> conversation_;
    std::optional<std::string> task_;
    bool is_pausing_ = false;
    TaskResult result_;
};

}  // namespace denwaban::dynamodb

#include <map>
#include <utility>

#include "dynamodb_gathering.hpp"
#include "dynamodb_questions.hpp"

namespace denwaban::dynamodb {

namespace {

class Reading final : public Conversation {
public:
    Reading(std::string table, ReadTask task, std::uint64_t seed)
        : task_(std::move(task)), items_(table, seed), gathering_(std::move(table), seed) {
        items_.want(task_.keys);
    }

    [[nodiscard]] Step next() override {
        if (!items_.is_done()) return items_.next();
        if (!std::exchange(is_gathering_, true)) gather();
        if (auto step = gathering_.next()) return *std::move(step);
        return TaskResult{std::move(gathering_).documents()};
    }

    void hear(const Node& output) override {
        if (is_gathering_) return gathering_.hear(output);
        items_.hear(output, [&](const Key& key, const Node& item) { found_.emplace(key, read_document_item(item)); });
    }

    [[nodiscard]] std::optional<Error> hear_failure(const Failure& failure) override {
        return is_gathering_ ? gathering_.hear_failure(failure) : error_of(failure);
    }

private:
    void gather() {
        for (const auto& key : task_.keys) {
            const auto found = found_.find(key);
            gathering_.add(found == found_.end() ? std::nullopt : std::optional{std::move(found->second)});
        }
        found_.clear();
    }

    ReadTask task_;
    BatchRead items_;
    std::map<Key, Item> found_;
    Gathering gathering_;
    bool is_gathering_ = false;
};

}  // namespace

std::unique_ptr<Conversation> reading(std::string table, ReadTask task, std::uint64_t seed) {
    return std::make_unique<Reading>(std::move(table), std::move(task), seed);
}

}  // namespace denwaban::dynamodb

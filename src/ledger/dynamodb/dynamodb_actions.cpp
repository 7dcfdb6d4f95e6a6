#include "dynamodb_actions.hpp"

#include <utility>

namespace denwaban::dynamodb {

namespace {

/// Names and values that expressions refer to: `#version`, `:expected`. Our names are partly words of DynamoDB's.
class Words {
public:
    [[nodiscard]] std::string name(std::string_view attribute) {
        auto word = "#" + std::string{attribute};
        names_[word] = attribute;
        return word;
    }
    [[nodiscard]] std::string value(std::string_view name, Json value) {
        auto word = ":" + std::string{name};
        values_[word] = std::move(value);
        return word;
    }
    void put_into(Json& action) && {
        action["ExpressionAttributeNames"] = std::move(names_);
        if (!values_.empty()) action["ExpressionAttributeValues"] = std::move(values_);
    }

private:
    Json names_ = Json::object();
    Json values_ = Json::object();
};

[[nodiscard]] std::string absent(Words& words) {
    return "attribute_not_exists(" + words.name(attribute::partition) + ")";
}

[[nodiscard]] std::string at_version(Version version, Words& words) {
    return words.name(attribute::version) + " = " +
           words.value("expected", number_value(static_cast<std::int64_t>(version.number)));
}

/// What has to be so for a write.
[[nodiscard]] std::string condition(const Expectation& expected, const std::optional<Split>& lying, Words& words) {
    if (std::holds_alternative<Absent>(expected)) return absent(words);
    std::string condition;
    if (const auto* version = std::get_if<Version>(&expected)) condition = at_version(*version, words) + " AND ";
    const auto stamp = words.name(attribute::stamp);
    if (!lying) return condition + "attribute_not_exists(" + stamp + ")";
    return condition + stamp + " = " + words.value("lying", text_value(lying->stamp));
}

/// `SET …, … REMOVE …`: a document becomes what is put, whatever it was.
[[nodiscard]] std::string update(const Put& put, const Pieces& pieces, Words& words) {
    const auto version = words.name(attribute::version);
    auto set = "SET " + version + " = if_not_exists(" + version + ", " + words.value("none", number_value(0)) + ") + " +
               words.value("one", number_value(1));
    std::string remove;
    const auto become = [&](std::string_view attribute, std::optional<Json> value) {
        const auto name = words.name(attribute);
        if (value) {
            set += ", " + name + " = " + words.value(attribute, *std::move(value));
        } else {
            remove += (remove.empty() ? " REMOVE " : ", ") + name;
        }
    };
    const auto if_any = [](bool is_there, auto&& make) {
        return is_there ? std::optional<Json>{make()} : std::nullopt;
    };
    const bool is_split = !pieces.stamp.empty();
    const bool goes = put.expires.has_value();
    become(attribute::body, text_value(pieces.texts.front()));
    become(attribute::parts,
           if_any(is_split, [&] { return number_value(static_cast<std::int64_t>(pieces.texts.size() - 1)); }));
    become(attribute::stamp, if_any(is_split, [&] { return text_value(pieces.stamp); }));
    become(attribute::expires, if_any(goes, [&] { return number_value(expiry_second(*put.expires)); }));
    become(attribute::expires_at, if_any(goes, [&] { return number_value(put.expires->time_since_epoch().count()); }));
    return set + remove;
}

/// How many parts there are besides the document's own item.
[[nodiscard]] std::size_t parts_of(const std::optional<Split>& split) { return split ? split->parts : 0; }

}  // namespace

void Actions::push(Purpose purpose, std::string_view kind, Json action) {
    action["TableName"] = table_;
    Json json;
    json[kind] = std::move(action);
    actions_.push_back({purpose, std::move(json)});
}

void Actions::add(std::size_t place, const Put& put, const Pieces& pieces, const std::optional<Split>& lying) {
    Words words;
    Json action{{"Key", key_json(put.key)},
                {"UpdateExpression", update(put, pieces, words)},
                {"ConditionExpression", condition(put.expected, lying, words)},
                {"ReturnValuesOnConditionCheckFailure", "ALL_OLD"}};
    std::move(words).put_into(action);
    push(ForWrite{place}, "Update", std::move(action));
    add_parts(put, pieces);
    remove_parts(put.key, pieces.texts.size(), lying);
}

void Actions::add(std::size_t place, const Erase& erase, const std::optional<Split>& lying) {
    Words words;
    Json action{{"Key", key_json(erase.key)},
                {"ConditionExpression", condition(erase.expected, lying, words)},
                {"ReturnValuesOnConditionCheckFailure", "ALL_OLD"}};
    std::move(words).put_into(action);
    push(ForWrite{place}, "Delete", std::move(action));
    remove_parts(erase.key, 1, lying);
}

void Actions::add(std::size_t place, const Check& check) {
    if (std::holds_alternative<Anything>(check.expected)) return;
    Words words;
    const auto* version = std::get_if<Version>(&check.expected);
    Json action{{"Key", key_json(check.key)},
                {"ConditionExpression", version != nullptr ? at_version(*version, words) : absent(words)}};
    std::move(words).put_into(action);
    push(ForWrite{place}, "ConditionCheck", std::move(action));
}

void Actions::add(const RequestAnswer& answer, Instant now) {
    Words words;
    const auto condition = absent(words) + " OR " + words.name(attribute::keep_until) + " < " +
                           words.value("now", number_value(now.time_since_epoch().count()));
    Json action{{"Item", answer_json(answer)},
                {"ConditionExpression", condition},
                {"ReturnValuesOnConditionCheckFailure", "ALL_OLD"}};
    std::move(words).put_into(action);
    push(ForAnswer{}, "Put", std::move(action));
}

void Actions::add_parts(const Put& put, const Pieces& pieces) {
    for (std::size_t number = 1; number < pieces.texts.size(); ++number) {
        auto item = part_json(part_key(put.key, number), pieces.texts[number], pieces.stamp, put.expires);
        push(ForPart{}, "Put", {{"Item", std::move(item)}});
    }
}

void Actions::remove_parts(const Key& document, std::size_t first, const std::optional<Split>& lying) {
    for (auto number = first; number <= parts_of(lying); ++number) {
        push(ForPart{}, "Delete", {{"Key", key_json(part_key(document, number))}});
    }
}

}  // namespace denwaban::dynamodb

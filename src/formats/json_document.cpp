#include "json_document.hpp"

#include <set>

namespace denwaban::formats {

namespace {

[[nodiscard]] std::string escaped(std::string_view key) {
    std::string text;
    for (const char c : key) {
        if (c == '~') {
            text += "~0";
        } else if (c == '/') {
            text += "~1";
        } else {
            text += c;
        }
    }
    return text;
}

/// Follows the parser through a document, and notices what it would let pass: keys given twice, and depth.
class Watcher {
public:
    explicit Watcher(Errors& errors) : errors_(errors) {}

    bool operator()(int depth, Json::parse_event_t event, Json& parsed) {
        switch (event) {
            case Json::parse_event_t::object_start:
            case Json::parse_event_t::array_start:
                if (static_cast<std::size_t>(depth) >= max_depth) return refuse_depth();
                count_item();
                containers_.push_back({event == Json::parse_event_t::array_start, 0, {}, {}});
                break;
            case Json::parse_event_t::object_end:
            case Json::parse_event_t::array_end:
                if (!containers_.empty()) containers_.pop_back();
                break;
            case Json::parse_event_t::key:
                note_key(parsed.get<std::string>());
                break;
            case Json::parse_event_t::value:
                count_item();
                break;
        }
        return true;
    }

private:
    struct Container {
        bool array;
        std::size_t items;
        std::string key;
        std::set<std::string> keys;
    };

    bool refuse_depth() {
        if (!too_deep_) errors_.push_back({ErrorCode::too_deep, "nested more than 64 deep", JsonPointer{path()}});
        too_deep_ = true;
        return false;
    }
    void count_item() {
        if (!containers_.empty() && containers_.back().array) ++containers_.back().items;
    }
    void note_key(std::string key) {
        auto& object = containers_.back();
        object.key = std::move(key);
        if (object.keys.insert(object.key).second) return;
        errors_.push_back({ErrorCode::duplicate_key, "stands twice in its object", JsonPointer{path()}});
    }
    [[nodiscard]] std::string path() const {
        std::string text;
        for (const auto& container : containers_) {
            text += '/';
            text += container.array ? std::to_string(container.items - 1) : escaped(container.key);
        }
        return text;
    }

    Errors& errors_;
    std::vector<Container> containers_;
    bool too_deep_ = false;
};

[[nodiscard]] std::optional<date::month_day> parse_month_day(std::string_view text) {
    // 2000 was a leap year: February 29 comes in some years, and so may stand here.
    const auto date = text.size() == 5 ? parse_date("2000-" + std::string{text}) : std::nullopt;
    if (!date) return std::nullopt;
    const date::year_month_day civil{*date};
    return civil.month() / civil.day();
}

}  // namespace

Expected<Json, Errors> parse_document(std::string_view text) {
    if (text.size() > max_document) {
        return Unexpected{Errors{{ErrorCode::too_large, "larger than 64 MiB", ByteRange{max_document, text.size()}}}};
    }
    Errors errors;
    try {
        Watcher watcher{errors};
        auto document = Json::parse(text.begin(), text.end(), std::ref(watcher));
        if (!errors.empty()) return Unexpected{std::move(errors)};
        return document;
    } catch (const Json::parse_error& error) {
        const auto end = std::min(error.byte, text.size());
        const auto begin = end == 0 ? 0 : end - 1;
        return Unexpected{Errors{{ErrorCode::malformed_json, "is not JSON", ByteRange{begin, end}}}};
    } catch (const Json::exception&) {
        return Unexpected{Errors{{ErrorCode::malformed_json, "has a number out of range", ByteRange{0, text.size()}}}};
    }
}

template <class Parse>
auto Node::parsed(Parse&& parse, std::string_view wanted) const {
    using Value = typename std::invoke_result_t<Parse, std::string>::value_type;
    const auto written = text();
    if (!value_->is_string()) return Value{};
    const auto value = std::invoke(parse, written);
    if (!value) fail(ErrorCode::invalid_value, "must be " + std::string{wanted});
    return value.value_or(Value{});
}

std::string Node::name() const {
    auto written = text();
    if (value_->is_string() && written.empty()) fail(ErrorCode::invalid_value, "must not be empty");
    return written;
}

int Node::integer(int least, int most) const {
    if (!is(value_->is_number_integer(), "a whole number")) return least;
    const bool fits = value_->is_number_unsigned()
                          ? value_->get<std::uint64_t>() <= static_cast<std::uint64_t>(std::max(most, 0)) &&
                                value_->get<std::int64_t>() >= least
                          : value_->get<std::int64_t>() >= least && value_->get<std::int64_t>() <= most;
    if (fits) return value_->get<int>();
    fail(ErrorCode::out_of_range, "must be " + std::to_string(least) + " to " + std::to_string(most));
    return least;
}

Date Node::date() const { return parsed(parse_date, "a date, YYYY-MM-DD"); }

MinuteOfDay Node::minute_of_day() const { return parsed(parse_minute_of_day, "a time, HH:MM from 00:00 to 48:00"); }

date::month_day Node::month_day() const {
    const auto day = parsed(parse_month_day, "a day of the year, MM-DD");
    return day.ok() ? day : date::January / 1;
}

std::optional<PhoneNumber> Node::phone_number() const {
    const auto written = text();
    if (!value_->is_string()) return std::nullopt;
    auto number = PhoneNumber::parse(written);
    if (number) return *number;
    fail(number.error().code, number.error().message);
    return std::nullopt;
}

Node Node::member(std::string_view key) const {
    return {value_->find(key).value(), path_ + "/" + escaped(key), *errors_};
}

Fields::Fields(const Node& node, std::initializer_list<std::string_view> known)
    : node_(node), object_(node.is_object()) {
    if (!object_) return;
    for (const auto& [key, value] : node.value().items()) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        node.member(key).fail(ErrorCode::unknown_key, "is not known here: " + Node::listed(known));
    }
}

std::optional<Node> Fields::required(std::string_view key) const {
    auto found = optional(key);
    if (object_ && !found) node_.fail(ErrorCode::missing_key, "needs \"" + std::string{key} + "\"");
    return found;
}

std::optional<Node> Fields::optional(std::string_view key) const {
    if (!has(key)) return std::nullopt;
    return node_.member(key);
}

bool lies_in(std::string_view inner, std::string_view outer) {
    return inner.starts_with(outer) && (inner.size() == outer.size() || inner[outer.size()] == '/');
}

}  // namespace denwaban::formats

#include <map>

#include "json_document.hpp"

namespace denwaban::formats {

namespace {

/// Builds a document as the parser reads it, and notices what the parser would let pass: keys given twice, and depth.
class Builder {
public:
    Builder(std::size_t size, Errors& errors) : size_(size), errors_(errors) {}

    [[nodiscard]] Json& document() noexcept { return document_; }

    bool null() { return put(nullptr); }
    bool boolean(bool value) { return put(value); }
    bool number_integer(Json::number_integer_t value) { return put(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return put(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return put(value); }
    bool string(std::string& value) { return put(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }

    bool start_object(std::size_t) { return open(Json::object()); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        auto& object = containers_.back();
        auto& members = object.value->get_ref<Json::object_t&>();
        const auto [place, added] = object.places.emplace(name, members.size());
        if (added) members.emplace_back(std::move(name), nullptr);
        object.current = place->second;
        if (!added) report(errors_, {ErrorCode::duplicate_key, "stands twice in its object", JsonPointer{path()}});
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token, const Json::exception& error) {
        const bool number = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
        const auto end = std::min(position, size_);
        const auto begin = end - std::min(end, number ? token.size() : std::size_t{1});
        report(errors_, {ErrorCode::malformed_json, number ? "has a number out of range" : "is not JSON",
                         ByteRange{begin, end}});
        return false;
    }

private:
    struct Container {
        Json* value;
        std::size_t current;                        ///< the place among its values that is being read
        std::map<std::string, std::size_t> places;  ///< of its keys
    };

    /// Where the next value goes.
    [[nodiscard]] Json& next() {
        if (containers_.empty()) return document_;
        auto& container = containers_.back();
        if (!container.value->is_array()) {
            return container.value->get_ref<Json::object_t&>().data()[container.current].second;
        }
        container.current = container.value->size();
        return container.value->emplace_back();
    }
    bool put(Json value) {
        next() = std::move(value);
        return true;
    }
    bool open(Json container) {
        auto& value = next();
        if (containers_.size() >= max_depth) {
            report(errors_, {ErrorCode::too_deep, "nested more than 64 deep", JsonPointer{path()}});
            return false;
        }
        value = std::move(container);
        containers_.push_back({&value, 0, {}});
        return true;
    }
    bool close() {
        containers_.pop_back();
        return true;
    }

    [[nodiscard]] std::string path() const {
        std::string text;
        for (const auto& [value, current, places] : containers_) {
            text += '/';
            text += value->is_array() ? std::to_string(current)
                                      : pointer_step(value->get_ref<const Json::object_t&>().data()[current].first);
        }
        return text;
    }

    std::size_t size_;
    Errors& errors_;
    Json document_;
    std::vector<Container> containers_;
};

}  // namespace

std::optional<Json> parse_document(std::string_view text, Errors& errors) {
    if (text.size() > max_document) {
        errors.push_back({ErrorCode::too_large, "larger than 64 MiB", ByteRange{max_document, text.size()}});
        return std::nullopt;
    }
    // The parser takes a zero byte for the end of the text, and would let anything follow it.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        errors.push_back({ErrorCode::malformed_json, "is not JSON", ByteRange{zero, zero + 1}});
        return std::nullopt;
    }
    Builder builder{text.size(), errors};
    if (!Json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
    return std::move(builder.document());
}

}  // namespace denwaban::formats

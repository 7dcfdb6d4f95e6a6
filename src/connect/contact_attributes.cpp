#include <denwaban/connect/contact_attributes.hpp>

#include <algorithm>
#include <queue>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/iso8601.hpp>

#include "documents/json_document.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

[[nodiscard]] bool is_key_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

[[nodiscard]] std::string as_key(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return !is_key_character(c); }, '_');
    return text;
}

struct ValueText {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const ChoiceCode& code) const { return code.text; }
    std::string operator()(const std::vector<ChoiceCode>& codes) const {
        std::string text;
        for (const auto& code : codes) text += (text.empty() ? "" : ",") + code.text;
        return text;
    }
    std::string operator()(Instant at) const { return to_iso8601(at); }
    std::string operator()(const PhoneNumber& number) const { return std::string{number.e164()}; }
    std::string operator()(const BookingId& booking) const { return booking.text; }
    std::string operator()(const PhotoLink& photo) const { return photo.text; }
};

[[nodiscard]] std::size_t size_of(const FlowAttributes& attributes) {
    std::size_t size = 0;
    for (const auto& [key, value] : attributes) size += key.size() + value.size();
    return size;
}

/// The key, or where another has it already, the first of `key_2`, `key_3`, … that is free.
[[nodiscard]] std::string free_key(const FlowAttributes& attributes, const std::string& key) {
    auto one = key;
    for (int number = 2; attributes.contains(one); ++number) one = key + "_" + std::to_string(number);
    return one;
}

[[nodiscard]] FlowAttributes attributes_of(const Call& call) {
    FlowAttributes all;
    const auto& dispositions = call.record ? call.record->dispositions : call.drafts;
    for (std::size_t place = 0; place < dispositions.size(); ++place) {
        const auto& disposition = dispositions[place];
        const auto name = "disposition" + (place == 0 ? std::string{} : std::to_string(place + 1));
        all[name] = disposition.code.text;
        if (!disposition.note.empty()) all[name + "_note"] = disposition.note;
        for (const auto& [field, value] : disposition.fields) {
            auto of_field = name + "_";
            of_field += field;
            auto key = as_key(std::move(of_field));
            if (key == name + "_note") key += "_2";  // `note` is the disposition's own, be there one or not
            all[free_key(all, key)] = std::visit(ValueText{}, value);
        }
    }
    if (call.record) all["catalogueVersion"] = call.record->catalogue_version;
    if (call.booking) all["bookingId"] = call.booking->text;
    if (call.callback) {
        all["callbackAt"] = to_iso8601(call.callback->at);
        all["callbackNumber"] = std::string{call.callback->number.e164()};
    }
    if (!call.notes.empty()) all["callNotes"] = call.notes;
    return all;
}

/// Attributes, the longest value first, and of those that are as long the first key.
class ByLength {
public:
    explicit ByLength(FlowAttributes& attributes) {
        for (auto one = attributes.begin(); one != attributes.end(); ++one) put(one);
    }
    [[nodiscard]] FlowAttributes::iterator take() {
        const auto longest = waiting_.top().second;
        waiting_.pop();
        return longest;
    }
    void put(FlowAttributes::iterator one) { waiting_.emplace(one->second.size(), one); }

private:
    using Waiting = std::pair<std::size_t, FlowAttributes::iterator>;
    struct Behind {
        bool operator()(const Waiting& a, const Waiting& b) const {
            return a.first != b.first ? a.first < b.first : a.second->first > b.second->first;
        }
    };
    std::priority_queue<Waiting, std::vector<Waiting>, Behind> waiting_;
};

void fail(Errors& errors, ErrorCode code, std::string message, std::string where) {
    errors.push_back({code, std::move(message), JsonPointer{std::move(where)}});
}

}  // namespace

Expected<ContactAttributes, Errors> contact_attributes(const Call& call, OnTooLarge on_too_large) {
    ContactAttributes made{attributes_of(call), {}};
    auto size = size_of(made.attributes);
    ByLength lengths{made.attributes};
    std::set<std::string_view> told;
    while (size > max_contact_attributes) {
        const auto found = lengths.take();
        if (on_too_large == OnTooLarge::refuse || found->second.empty()) {
            Errors errors;
            fail(errors, ErrorCode::too_large, "all attributes together have more than 32 KB", "/" + found->first);
            return Unexpected{std::move(errors)};
        }
        const auto before = found->second.size();
        // By halves, so that one long note is not emptied for the sake of others as long.
        connect::cut(found->second, std::max(before / 2, before - std::min(before, size - max_contact_attributes)));
        size -= before - found->second.size();
        if (told.insert(found->first).second) made.shortened.push_back(found->first);
        lengths.put(found);
    }
    return made;
}

Expected<std::string, Errors> update_contact_attributes_request(std::string_view instance_id,
                                                                const ContactId& initial_contact,
                                                                const FlowAttributes& attributes) {
    Errors errors;
    if (instance_id.empty()) fail(errors, ErrorCode::invalid_value, "must not be empty", "/InstanceId");
    if (initial_contact.text.empty()) fail(errors, ErrorCode::invalid_value, "must not be empty", "/InitialContactId");
    for (const auto& [key, value] : attributes) {
        if (!key.empty() && std::all_of(key.begin(), key.end(), is_key_character)) continue;
        fail(errors, ErrorCode::invalid_value, "may have A-Z, a-z, 0-9, - and _ alone",
             "/Attributes/" + pointer_step(key));
    }
    if (size_of(attributes) > max_contact_attributes) {
        fail(errors, ErrorCode::too_large, "all attributes together have more than 32 KB", "/Attributes");
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return formats::write_document({{"InstanceId", std::string{instance_id}},
                                    {"InitialContactId", initial_contact.text},
                                    {"Attributes", attributes}});
}

}  // namespace denwaban

#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/call/catalogue.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/sizes.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

namespace denwaban {

/// The code of a `Choice`.
using ChoiceCode = Id<struct ChoiceTag>;
/// Where a photograph is kept: a link, as it was given.
using PhotoLink = Id<struct PhotoTag>;

/// What stands in a field, in the order of `FieldType`.
using FieldValue =
    std::variant<std::string, ChoiceCode, std::vector<ChoiceCode>, Instant, PhoneNumber, BookingId, PhotoLink>;

/// Of the alternative that it holds.
[[nodiscard]] constexpr FieldType type_of(const FieldValue& value) noexcept {
    return static_cast<FieldType>(value.index());
}

/// One thing that a call was about.
struct Disposition {
    DispositionCode code;
    std::map<std::string, FieldValue> fields{};
    std::string note{};
    friend bool operator==(const Disposition&, const Disposition&) = default;
};

/// What stood before an amendment.
struct Amendment {
    AgentId by;  ///< who replaced it
    Instant at;
    std::string reason{};
    std::vector<Disposition> before{};
    friend bool operator==(const Amendment&, const Amendment&) = default;
};

/// What a call was about, as recorded. Amendments keep what stood before, the oldest first.
struct DispositionRecord {
    std::string catalogue_version{};
    std::vector<Disposition> dispositions{};
    AgentId by;
    Instant at{};
    std::vector<Disposition> unfinished{};  ///< typed, and not fit to be recorded when the time was up
    std::vector<Amendment> amendments{};
    friend bool operator==(const DispositionRecord&, const DispositionRecord&) = default;
};

/// How much a disposition must have to be recorded.
enum class Completeness : std::uint8_t {
    draft,      ///< what is there must be right, and may be of a group
    code,       ///< a code that can be recorded; fields may be missing
    with_data,  ///< and every required field
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<Completeness>{"draft", "code", "with_data"};

inline constexpr std::size_t max_note = 4000;  ///< characters of a note or a text field

namespace detail {

class DispositionCheck {
public:
    DispositionCheck(const Catalogue& catalogue, Completeness wanted, Errors& errors)
        : catalogue_(catalogue), wanted_(wanted), errors_(errors) {}

    void run(const std::vector<Disposition>& dispositions) {
        for (std::size_t place = 0; place < dispositions.size(); ++place) {
            check(dispositions[place], "/dispositions/" + std::to_string(place));
        }
    }

private:
    void fail(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    }

    void check(const Disposition& disposition, const std::string& at) {
        if (characters_in(disposition.note) > max_note) fail(ErrorCode::too_large, "is too long", at + "/note");
        const auto* entry = catalogue_.find(disposition.code);
        if (entry == nullptr) {
            return fail(ErrorCode::unknown_reference, "there is no code " + disposition.code.text, at + "/code");
        }
        if (entry->standing == CodeStanding::retired) fail(ErrorCode::not_allowed, "is retired", at + "/code");
        if (wanted_ != Completeness::draft && catalogue_.is_group(entry->code)) {
            fail(ErrorCode::not_allowed, "is a group: choose one of it", at + "/code");
        }
        for (const auto& [key, value] : disposition.fields)
            check_field(*entry, key, value, at + "/fields/" + pointer_step(key));
        if (wanted_ != Completeness::with_data) return;
        for (const auto& field : entry->fields) {
            if (field.requirement == Requirement::required && !is_filled(disposition, field.key)) {
                fail(ErrorCode::missing_key, "needs " + field.key, at + "/fields");
            }
        }
    }

    static bool is_filled(const Disposition& disposition, const std::string& key) {
        const auto found = disposition.fields.find(key);
        if (found == disposition.fields.end()) return false;
        if (const auto* text = std::get_if<std::string>(&found->second)) return !text->empty();
        if (const auto* many = std::get_if<std::vector<ChoiceCode>>(&found->second)) return !many->empty();
        return true;
    }

    void check_field(const CatalogueEntry& entry, const std::string& key, const FieldValue& value,
                     const std::string& at) {
        const auto field =
            std::find_if(entry.fields.begin(), entry.fields.end(), [&](const Field& one) { return one.key == key; });
        if (field == entry.fields.end()) {
            return fail(ErrorCode::unknown_key, entry.code.text + " has no such field", at);
        }
        if (field->type != type_of(value)) {
            return fail(ErrorCode::wrong_type, "must be a " + std::string{to_string(field->type)}, at);
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (characters_in(*text) > max_note) fail(ErrorCode::too_large, "is too long", at);
        } else if (const auto* one = std::get_if<ChoiceCode>(&value)) {
            check_choice(*field, *one, at);
        } else if (const auto* many = std::get_if<std::vector<ChoiceCode>>(&value)) {
            for (const auto& code : *many) check_choice(*field, code, at);
        } else if (const auto* booking = std::get_if<BookingId>(&value)) {
            if (booking->text.empty()) fail(ErrorCode::invalid_value, "must not be empty", at);
        } else if (const auto* photo = std::get_if<PhotoLink>(&value)) {
            if (characters_in(photo->text) > max_note) fail(ErrorCode::too_large, "is too long", at);
            if (!photo->text.starts_with("https://")) fail(ErrorCode::invalid_value, "must begin with https://", at);
        }
    }

    void check_choice(const Field& field, const ChoiceCode& code, const std::string& at) {
        const bool offered = std::any_of(field.choices.begin(), field.choices.end(),
                                         [&](const Choice& choice) { return choice.code == code.text; });
        if (!offered) fail(ErrorCode::invalid_value, code.text + " is not offered", at);
    }

    const Catalogue& catalogue_;
    Completeness wanted_;
    Errors& errors_;
};

}  // namespace detail

/// What no document holds of dispositions, whatever they are: `too_large`, each at its place.
[[nodiscard]] inline Errors too_large_in(const std::vector<Disposition>& dispositions) {
    Errors errors;
    const auto check = [&](std::string_view text, std::size_t place, const std::string& where) {
        if (text.size() <= max_note || characters_in(text) <= max_note) return;
        errors.push_back(
            {ErrorCode::too_large, "is too long", JsonPointer{"/dispositions/" + std::to_string(place) + where}});
    };
    for (std::size_t place = 0; place < dispositions.size(); ++place) {
        check(dispositions[place].note, place, "/note");
        for (const auto& [key, value] : dispositions[place].fields) {
            const auto* photo = std::get_if<PhotoLink>(&value);
            const auto* text = photo != nullptr ? &photo->text : std::get_if<std::string>(&value);
            if (text != nullptr) check(*text, place, "/fields/" + pointer_step(key));
        }
    }
    return errors;
}

/// All that is wrong with dispositions, each at its place (`/dispositions/0/fields/when`).
[[nodiscard]] inline Errors check(const std::vector<Disposition>& dispositions, const Catalogue& catalogue,
                                  Completeness wanted) {
    Errors errors;
    detail::DispositionCheck{catalogue, wanted, errors}.run(dispositions);
    return errors;
}

/// Puts other dispositions in the place of those recorded, and keeps what stood before. Errors: those of `check`, with
/// all data; `missing_key` where nothing would be left.
[[nodiscard]] inline Expected<DispositionRecord, Errors> amend(DispositionRecord record,
                                                               std::vector<Disposition> dispositions,
                                                               const Catalogue& catalogue, AgentId by, Instant at,
                                                               std::string reason) {
    auto errors = check(dispositions, catalogue, Completeness::with_data);
    if (dispositions.empty()) {
        errors.push_back({ErrorCode::missing_key, "needs at least one", JsonPointer{"/dispositions"}});
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    if (record.dispositions == dispositions) return record;
    record.amendments.push_back({std::move(by), at, std::move(reason), std::move(record.dispositions)});
    record.dispositions = std::move(dispositions);
    record.catalogue_version = catalogue.version();
    return record;
}

/// Something to do after a call, and by when.
struct DueFollowUp {
    DispositionCode code;
    FollowUp what;
    Instant due;
    friend bool operator==(const DueFollowUp&, const DueFollowUp&) = default;
};

/// What a record demands, the most urgent first. What an amendment has taken away is no longer demanded.
[[nodiscard]] inline std::vector<DueFollowUp> follow_ups(const DispositionRecord& record, const Catalogue& catalogue) {
    std::vector<DueFollowUp> all;
    const auto by_then = [](Instant due) { return std::min(due, latest_instant); };
    for (const auto& disposition : record.dispositions) {
        const auto* entry = catalogue.find(disposition.code);
        if (entry == nullptr) continue;
        for (const auto& follow_up : entry->follow_ups) {
            if (const auto* call_back = std::get_if<CallBackAt>(&follow_up)) {
                const auto field = disposition.fields.find(call_back->field);
                const auto* when = field != disposition.fields.end() ? std::get_if<Instant>(&field->second) : nullptr;
                if (when != nullptr) all.push_back({disposition.code, follow_up, *when});
            } else if (const auto* tell = std::get_if<TellRestaurant>(&follow_up)) {
                all.push_back({disposition.code, follow_up, by_then(record.at + tell->within)});
            } else {
                all.push_back({disposition.code, follow_up, by_then(record.at + std::get<Escalate>(follow_up).within)});
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const DueFollowUp& a, const DueFollowUp& b) { return a.due < b.due; });
    return all;
}

}  // namespace denwaban

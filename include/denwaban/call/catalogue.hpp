#pragma once

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/strong.hpp>

namespace denwaban {

/// What a call was about, in words of a-z, 0-9, `-` and `_` joined by dots, the widest first: `booking.change`.
using DispositionCode = Id<struct DispositionTag>;

/// The code's group (`booking` of `booking.change`); none at the top.
[[nodiscard]] inline std::optional<DispositionCode> group_of(const DispositionCode& code) {
    const auto dot = code.text.rfind('.');
    if (dot == code.text.npos) return std::nullopt;
    return DispositionCode{code.text.substr(0, dot)};
}

/// How a thing is called on the agents' screen.
struct Label {
    std::string japanese{};
    std::string english{};
    friend bool operator==(const Label&, const Label&) = default;
};

/// What is asked for beside a code.
enum class FieldType : std::uint8_t { text, choice, multi_choice, date_time, phone, booking, photo };
template <>
inline constexpr std::array<std::string_view, 7> names_of<FieldType>{
    "text", "choice", "multi_choice", "date_time", "phone", "booking", "photo",
};

/// One of the values that a field offers.
struct Choice {
    std::string code{};
    Label label{};
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Whether a record may leave a field out.
enum class Requirement : std::uint8_t { optional, required };
template <>
inline constexpr std::array<std::string_view, 2> names_of<Requirement>{"optional", "required"};

/// What an agent is asked about a code.
struct Field {
    std::string key{};
    Label label{};
    FieldType type = FieldType::text;
    Requirement requirement = Requirement::optional;
    std::vector<Choice> choices{};  ///< of a choice or multi_choice, and of nothing else
    friend bool operator==(const Field&, const Field&) = default;
};

/// The restaurant must hear of it (申し送り).
struct TellRestaurant {
    std::chrono::minutes within{0};
    friend bool operator==(const TellRestaurant&, const TellRestaurant&) = default;
};
/// The caller must be called back (折り返し) at the time that stands in a field.
struct CallBackAt {
    std::string field{};
    friend bool operator==(const CallBackAt&, const CallBackAt&) = default;
};
/// Somebody above the agent must hear of it: 責任者.
struct Escalate {
    std::string to{};
    std::chrono::minutes within{0};
    friend bool operator==(const Escalate&, const Escalate&) = default;
};
/// What has to be done after such a call.
using FollowUp = std::variant<TellRestaurant, CallBackAt, Escalate>;
/// In the order of `FollowUp`'s alternatives.
inline constexpr std::array<std::string_view, 3> follow_up_names{"tell_restaurant", "call_back_at", "escalate"};

/// Whether a code may be used in new records. A retired one is kept, so that old records can be read.
enum class CodeStanding : std::uint8_t { current, retired };
template <>
inline constexpr std::array<std::string_view, 2> names_of<CodeStanding>{"current", "retired"};

/// A code and what belongs to it. One that is a group of others can't itself be recorded.
struct CatalogueEntry {
    DispositionCode code;
    Label label{};
    CodeStanding standing = CodeStanding::current;
    std::vector<Field> fields{};
    std::vector<FollowUp> follow_ups{};
    friend bool operator==(const CatalogueEntry&, const CatalogueEntry&) = default;
};

/// What a chain or a restaurant has otherwise.
struct CatalogueChanges {
    /// A code that is called otherwise here.
    struct Relabelled {
        DispositionCode code;
        Label label;
        friend bool operator==(const Relabelled&, const Relabelled&) = default;
    };
    std::string version{};  ///< of the catalogue that comes of them
    std::vector<DispositionCode> removed{};
    std::vector<CatalogueEntry> added{};
    std::vector<Relabelled> relabelled{};
    friend bool operator==(const CatalogueChanges&, const CatalogueChanges&) = default;
};

/// The codes that a centre records calls with, in one version. Immutable.
class Catalogue {
public:
    /// Errors, each at its place (`/entries/3/fields/0/key`): no version, a code that is none or stands twice, a group
    /// that is missing, fields or follow-ups of a group, a key of a field twice, choices missing or out of place, a
    /// call-back at what is no date_time field, a time below zero.
    [[nodiscard]] static Expected<Catalogue, Errors> make(std::string version, std::vector<CatalogueEntry> entries);

    /// The catalogue's own name for this state of it; records carry it.
    [[nodiscard]] const std::string& version() const noexcept { return version_; }
    /// In the order in which they are shown.
    [[nodiscard]] const std::vector<CatalogueEntry>& entries() const noexcept { return entries_; }

    /// Null if there is no such code. Cost: linear.
    [[nodiscard]] const CatalogueEntry* find(const DispositionCode& code) const noexcept {
        const auto found = std::find_if(entries_.begin(), entries_.end(),
                                        [&](const CatalogueEntry& entry) { return entry.code == code; });
        return found == entries_.end() ? nullptr : &*found;
    }
    /// Whether other codes stand under it. Cost: linear.
    [[nodiscard]] bool is_group(const DispositionCode& code) const {
        return std::any_of(entries_.begin(), entries_.end(),
                           [&](const CatalogueEntry& entry) { return group_of(entry.code) == code; });
    }

    /// The catalogue of a chain or a restaurant. What is removed is retired, with all of its group, because old records
    /// have it. Errors as in `make`, at places in the changes: also `unknown_reference` for codes that are not there.
    [[nodiscard]] Expected<Catalogue, Errors> with(const CatalogueChanges& changes) const;

    friend bool operator==(const Catalogue&, const Catalogue&) = default;

private:
    Catalogue(std::string version, std::vector<CatalogueEntry> entries)
        : version_(std::move(version)), entries_(std::move(entries)) {}

    std::string version_;
    std::vector<CatalogueEntry> entries_;
};

namespace detail {

[[nodiscard]] inline bool has_data(const CatalogueEntry& entry) noexcept {
    return !entry.fields.empty() || !entry.follow_ups.empty();
}

/// Finds all that is wrong with entries that stand at `path`.
class CatalogueCheck {
public:
    CatalogueCheck(std::string path, Errors& errors) : path_(std::move(path)), errors_(errors) {}

    /// `known`: the codes that are there besides.
    void run(const std::vector<CatalogueEntry>& entries, std::set<DispositionCode> known) {
        auto all = known;
        for (const auto& entry : entries) all.insert(entry.code);
        std::set<DispositionCode> groups;
        for (const auto& code : all) {
            if (const auto group = group_of(code)) groups.insert(*group);
        }
        for (std::size_t place = 0; place < entries.size(); ++place) {
            const auto at = path_ + "/" + std::to_string(place);
            const auto& entry = entries[place];
            check_code(entry.code, at + "/code");
            if (!known.insert(entry.code).second) fail(ErrorCode::duplicate_id, "stands twice", at + "/code");
            const auto group = group_of(entry.code);
            if (group && !all.contains(*group)) {
                fail(ErrorCode::unknown_reference, "there is no group " + group->text, at + "/code");
            }
            if (entry.label.japanese.empty()) fail(ErrorCode::invalid_value, "needs a label", at + "/label");
            if (groups.contains(entry.code) && has_data(entry)) {
                fail(ErrorCode::invalid_value, "a group is never recorded, and has neither fields nor follow-ups", at);
            }
            check_fields(entry.fields, at + "/fields");
            check_follow_ups(entry, at + "/follow_ups");
        }
    }

private:
    void fail(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    }

    static bool is_word(std::string_view word) noexcept {
        constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789-_";
        return !word.empty() && word.find_first_not_of(allowed) == word.npos;
    }

    void check_code(const DispositionCode& code, const std::string& at) {
        std::string_view rest = code.text;
        bool right = rest.size() <= 100;
        while (right) {
            const auto dot = rest.find('.');
            right = is_word(rest.substr(0, dot));
            if (dot == rest.npos) break;
            rest.remove_prefix(dot + 1);
        }
        if (!right) fail(ErrorCode::invalid_value, "must be words of a-z, 0-9, - and _, with dots between", at);
    }

    void check_fields(const std::vector<Field>& fields, const std::string& path) {
        std::set<std::string_view> keys;
        for (std::size_t place = 0; place < fields.size(); ++place) {
            const auto& field = fields[place];
            const auto at = path + "/" + std::to_string(place);
            if (!is_word(field.key)) fail(ErrorCode::invalid_value, "must be a word of a-z, 0-9, - and _", at + "/key");
            if (!keys.insert(field.key).second) fail(ErrorCode::duplicate_id, "stands twice", at + "/key");
            const bool offers = field.type == FieldType::choice || field.type == FieldType::multi_choice;
            if (offers && field.choices.empty()) fail(ErrorCode::missing_key, "needs something to choose from", at);
            if (!offers && !field.choices.empty()) {
                fail(ErrorCode::invalid_value, "has choices, but is no choice", at + "/choices");
            }
            std::set<std::string_view> codes;
            for (std::size_t choice = 0; choice < field.choices.size(); ++choice) {
                const auto& code = field.choices[choice].code;
                const auto where = at + "/choices/" + std::to_string(choice) + "/code";
                if (!is_word(code)) fail(ErrorCode::invalid_value, "must be a word of a-z, 0-9, - and _", where);
                if (!codes.insert(code).second) fail(ErrorCode::duplicate_id, "stands twice", where);
            }
        }
    }

    void check_follow_ups(const CatalogueEntry& entry, const std::string& path) {
        for (std::size_t place = 0; place < entry.follow_ups.size(); ++place) {
            const auto at = path + "/" + std::to_string(place);
            if (const auto* call_back = std::get_if<CallBackAt>(&entry.follow_ups[place])) {
                const bool there = std::any_of(entry.fields.begin(), entry.fields.end(), [&](const Field& field) {
                    return field.key == call_back->field && field.type == FieldType::date_time;
                });
                if (!there) fail(ErrorCode::unknown_reference, "needs a date_time field of that key", at);
            } else if (const auto* tell = std::get_if<TellRestaurant>(&entry.follow_ups[place])) {
                if (tell->within.count() < 0) fail(ErrorCode::out_of_range, "must be 0 minutes or more", at);
            } else if (std::get<Escalate>(entry.follow_ups[place]).within.count() < 0) {
                fail(ErrorCode::out_of_range, "must be 0 minutes or more", at);
            }
        }
    }

    std::string path_;
    Errors& errors_;
};

}  // namespace detail

inline Expected<Catalogue, Errors> Catalogue::make(std::string version, std::vector<CatalogueEntry> entries) {
    Errors errors;
    if (version.empty()) errors.push_back({ErrorCode::invalid_value, "must not be empty", JsonPointer{"/version"}});
    detail::CatalogueCheck{"/entries", errors}.run(entries, {});
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return Catalogue{std::move(version), std::move(entries)};
}

inline Expected<Catalogue, Errors> Catalogue::with(const CatalogueChanges& changes) const {
    Errors errors;
    auto entries = entries_;
    const auto each = [&](const DispositionCode& code, const std::string& at, auto&& change) {
        if (find(code) == nullptr) {
            errors.push_back({ErrorCode::unknown_reference, "there is no code " + code.text, JsonPointer{at}});
        }
        for (auto& entry : entries) change(entry);
    };
    if (changes.version.empty()) {
        errors.push_back({ErrorCode::invalid_value, "must not be empty", JsonPointer{"/version"}});
    }
    for (std::size_t place = 0; place < changes.removed.size(); ++place) {
        const auto& code = changes.removed[place];
        each(code, "/removed/" + std::to_string(place), [&](CatalogueEntry& entry) {
            const bool within = entry.code == code || entry.code.text.starts_with(code.text + ".");
            if (within) entry.standing = CodeStanding::retired;
        });
    }
    for (std::size_t place = 0; place < changes.relabelled.size(); ++place) {
        const auto& relabelled = changes.relabelled[place];
        each(relabelled.code, "/relabelled/" + std::to_string(place) + "/code", [&](CatalogueEntry& entry) {
            if (entry.code == relabelled.code) entry.label = relabelled.label;
        });
    }
    std::set<DispositionCode> known;
    for (const auto& entry : entries) known.insert(entry.code);
    detail::CatalogueCheck{"/added", errors}.run(changes.added, known);
    for (std::size_t place = 0; place < changes.added.size(); ++place) {
        const auto group = group_of(changes.added[place].code);
        const auto* there = group ? find(*group) : nullptr;
        if (there != nullptr && detail::has_data(*there)) {
            errors.push_back({ErrorCode::invalid_value, group->text + " is recorded itself, and can't become a group",
                              JsonPointer{"/added/" + std::to_string(place) + "/code"}});
        }
    }
    if (!errors.empty()) return Unexpected{std::move(errors)};
    entries.insert(entries.end(), changes.added.begin(), changes.added.end());
    return Catalogue{changes.version, std::move(entries)};
}

}  // namespace denwaban

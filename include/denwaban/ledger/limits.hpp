#pragma once

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/utf8.hpp>
#include <denwaban/ledger/document.hpp>

namespace denwaban {

/// What every store can do, because DynamoDB can ("Quotas in Amazon DynamoDB"): a transaction there has 100 actions,
/// one of which remembers the answer, and 4 MB.
struct LedgerLimits {
    std::size_t partition = 2048;    ///< bytes
    std::size_t sort = 1024;         ///< bytes
    std::size_t reads = 100;         ///< keys
    std::size_t writes = 99;         ///< of a commit
    std::size_t bodies = 3'000'000;  ///< bytes of a commit, all of them together
    std::size_t answer = 300'000;    ///< bytes
    std::size_t page = 1000;         ///< documents
};
/// Those that `check` holds everything to.
inline constexpr LedgerLimits ledger_limits;

namespace detail {

/// Finds what no ledger would take.
class LedgerCheck {
public:
    void check(const std::vector<Key>& keys) {
        at_most(keys.size(), ledger_limits.reads, "/keys");
        for (std::size_t place = 0; place < keys.size(); ++place) check(keys[place], "/keys/" + std::to_string(place));
    }

    void check(const Commit& commit) {
        at_most(commit.writes.size(), ledger_limits.writes, "/writes");
        std::size_t bytes = 0;
        for (std::size_t place = 0; place < commit.writes.size(); ++place) {
            const auto at = "/writes/" + std::to_string(place);
            const auto& key = std::visit([](const auto& one) -> const Key& { return one.key; }, commit.writes[place]);
            check(key, at);
            if (const auto* put = std::get_if<Put>(&commit.writes[place])) {
                check_text(put->body, at + "/body");
                bytes += put->body.size();
            }
        }
        at_most(bytes, ledger_limits.bodies, "/writes");
        at_most(commit.forget.size(), ledger_limits.page, "/forget");
        for (const auto& words : commit.forget) check_name(words, ledger_limits.answer, "/forget");
        if (!commit.answer) return;
        check_name(commit.answer->request, ledger_limits.sort, "/answer/request");
        at_most(commit.answer->answer.size() + commit.answer->about.size(), ledger_limits.answer, "/answer");
        check_text(commit.answer->answer, "/answer/answer");
        check_text(commit.answer->about, "/answer/about");
    }

    void check(const Query& query) {
        check_name(query.partition, ledger_limits.partition, "/partition");
        if (query.limit == 0) fail(ErrorCode::out_of_range, "must be 1 or more", "/limit");
        at_most(query.limit, ledger_limits.page, "/limit");
        if (query.after) check_words(query.after->after, ledger_limits.sort, "/after");
        if (const auto* prefix = std::get_if<SortPrefix>(&query.range))
            return check_words(prefix->text, ledger_limits.sort, "/range");
        const auto& between = std::get<SortBetween>(query.range);
        check_words(between.first, ledger_limits.sort, "/range/first");
        check_words(between.last, ledger_limits.sort, "/range/last");
        if (between.last < between.first) fail(ErrorCode::out_of_range, "must not be before the first", "/range/last");
    }

    [[nodiscard]] Errors errors() && { return std::move(errors_); }

private:
    void check(const Key& key, const std::string& at) {
        check_name(key.partition, ledger_limits.partition, at + "/partition");
        check_name(key.sort, ledger_limits.sort, at + "/sort");
        if (!seen_.insert(key).second) fail(ErrorCode::duplicate_key, "stands twice", at);
    }
    void at_most(std::size_t count, std::size_t most, const std::string& at) {
        if (count > most) fail(ErrorCode::too_large, "must be at most " + std::to_string(most), at);
    }
    void fail(ErrorCode code, std::string message, const std::string& at) {
        errors_.push_back({code, std::move(message), JsonPointer{at}});
    }
    void check_text(std::string_view text, const std::string& at) {
        if (!is_utf8(text)) fail(ErrorCode::invalid_value, "must be UTF-8", at);
    }
    void check_words(std::string_view text, std::size_t most, const std::string& at) {
        at_most(text.size(), most, at);
        const bool is_plain = std::none_of(text.begin(), text.end(),
                                           [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
        if (!is_plain) fail(ErrorCode::invalid_value, "must have no control characters", at);
        check_text(text, at);
    }
    void check_name(std::string_view text, std::size_t most, const std::string& at) {
        if (text.empty()) fail(ErrorCode::invalid_value, "must not be empty", at);
        check_words(text, most, at);
    }

    std::set<Key> seen_;
    Errors errors_;
};

}  // namespace detail

/// What is wrong with a question, or a commit, whatever the store: `invalid_value`, `too_large`, `out_of_range`,
/// `duplicate_key`.
template <class Asked>
requires requires(detail::LedgerCheck found, const Asked& asked) { found.check(asked); }
[[nodiscard]] Errors check(const Asked& asked) {
    detail::LedgerCheck found;
    found.check(asked);
    return std::move(found).errors();
}

}  // namespace denwaban

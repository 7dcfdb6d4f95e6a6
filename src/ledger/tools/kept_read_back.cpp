#include "kept_read_back.hpp"

#include <algorithm>

#include <denwaban/core/detail/sha256.hpp>

#include "ledger/errands/kept.hpp"

namespace denwaban::ledger {

namespace {

constexpr std::string_view token_begin = "rb_";
constexpr std::size_t token_digits = 32;
constexpr std::chrono::hours remembered{24};

[[nodiscard]] std::string digits_of(std::string_view text) {
    return denwaban::detail::sha256(text).substr(0, token_digits);
}
[[nodiscard]] Instant day_after(Instant instant) { return std::min(instant + remembered, latest_instant); }

}  // namespace

std::string token_of(const ProposalAsked& asked) {
    const auto& asker = asked.asker;
    const auto who = formats::Json::array(
        {asker.restaurant.text, asker.session, name_of(asker.actor), asked.tool, asked.text, to_iso8601(asker.now)});
    return std::string{token_begin} + digits_of(formats::write_document(who));
}
bool is_token(std::string_view text) noexcept {
    if (!text.starts_with(token_begin) || text.size() != token_begin.size() + token_digits) return false;
    return std::ranges::all_of(text.substr(token_begin.size()),
                               [](char c) { return ('0' <= c && c <= '9') || ('a' <= c && c <= 'f'); });
}
BookingId booking_of_token(std::string_view token) { return {"tool-" + digits_of(token)}; }

Key key_of_token(std::string_view token) { return {"read_back#" + std::string{token}, "read_back"}; }
Key key_of_token_by_phone(const PhoneNumber& phone, std::string_view token) {
    return {keys::phone_partition(phone) + "#read_backs", std::string{token}};
}
Query tokens_query(const PhoneNumber& phone) {
    Query query;
    query.partition = key_of_token_by_phone(phone, {}).partition;
    return query;
}
Key key_of_tool_session(const ToolAsker& asker) {
    const auto who = formats::Json::array({asker.restaurant.text, asker.session, name_of(asker.actor)});
    return {"tool_session#" + digits_of(formats::write_document(who)), "tool_session"};
}

Expected<KeptToolSession, Errors> tool_session(const Readings& known, const ToolAsker& asker) {
    const auto* document = known.find(key_of_tool_session(asker));
    if (document == nullptr) return KeptToolSession{};
    return kept_as<KeptToolSession>(*document);
}
Errors beyond(const ToolAsker& asker, const KeptToolSession& session, ToolCount what) {
    const auto& row = row_of(what);
    const int most = asker.bounds.*row.most;
    if (session.*row.so_far < most) return {};
    return one_error(ErrorCode::beyond_limit, "a session " + std::string{row.does} + " at most " +
                                                  std::to_string(most) + " " + std::string{row.what});
}

Expected<KeptReadBack, Errors> read_back_from(const Document& document) { return kept_as<KeptReadBack>(document); }
Write put_read_back(std::string_view token, const KeptReadBack& kept) {
    return Put{key_of_token(token), Anything{}, shapes::json_of(kept), day_after(kept.until)};
}
Write put_tool_session(const ToolAsker& asker, const KeptToolSession& session) {
    return Put{key_of_tool_session(asker), Anything{}, shapes::json_of(session), day_after(asker.now)};
}

Verdict<ToolAnswer> keep_read_back(const Readings& known, const ProposalAsked& asked, NewReadBack made) {
    const auto& asker = asked.asker;
    const auto token = token_of(asked);
    ToldProposal told;
    told.read_back = ReadBack{token, std::min(asker.now + asker.bounds.lapse, latest_instant), std::move(made.words),
                              std::move(made.said)};
    if (known.find(key_of_token(token)) != nullptr) return Told{tool_answer(told)};
    KeptReadBack kept;
    kept.tool = asked.tool;
    kept.restaurant = asker.restaurant;
    kept.session = asker.session;
    kept.actor = asker.actor;
    kept.until = told.read_back->until;
    kept.asked.text = asked.text;
    kept.booking = made.booking.text.empty() ? booking_of_token(token) : std::move(made.booking);
    kept.stood = std::move(made.stood);
    // Whatever changes until the guest agrees is decided upon then.
    std::vector<Key> indifferent;
    for (const auto& [key, document] : known.documents()) indifferent.push_back(key);
    const Put way{key_of_token_by_phone(made.phone, token), Anything{}, "{}", day_after(kept.until)};
    return Settled{{put_read_back(token, kept), way}, tool_answer(told), {}, std::move(indifferent)};
}

}  // namespace denwaban::ledger

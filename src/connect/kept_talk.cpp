#include "kept_talk.hpp"

#include <charconv>
#include <limits>
#include <utility>

#include <zlib.h>

#include "base64.hpp"
#include "documents/json_document.hpp"
#include "utf8.hpp"

namespace denwaban::connect {

namespace {

constexpr std::string_view deflate_mark = "deflate:";
/// In place of a conversation that is kept elsewhere.
constexpr std::string_view elsewhere_mark = "kept:";
constexpr int raw_deflate = -MAX_WBITS;
/// Less is as long deflated, and can be read as it is.
constexpr std::size_t worth_deflating = std::size_t{2} * 1024;
/// A flow shows them, and the attributes of a session have 12 KB.
constexpr std::size_t most_notes = std::size_t{3} * 1024;

[[nodiscard]] std::string deflated(std::string_view text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, raw_deflate, 9, Z_DEFAULT_STRATEGY) != Z_OK) return {};
    std::string bytes(deflateBound(&stream, static_cast<uLong>(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    const auto result = deflate(&stream, Z_FINISH);
    bytes.resize(bytes.size() - stream.avail_out);
    deflateEnd(&stream);
    return result == Z_STREAM_END ? bytes : std::string{};
}

[[nodiscard]] std::optional<std::string> inflated(std::string_view bytes) {
    constexpr std::size_t step = std::size_t{64} << 10U;
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<uInt>::max() || inflateInit2(&stream, raw_deflate) != Z_OK) {
        return std::nullopt;
    }
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string text;
    int result = Z_OK;
    while (result == Z_OK && text.size() < formats::max_document) {
        const auto filled = text.size();
        text.resize(filled + step);
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + filled);
        stream.avail_out = static_cast<uInt>(step);
        result = inflate(&stream, Z_NO_FLUSH);
        text.resize(text.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    if (result != Z_STREAM_END) return std::nullopt;
    return text;
}

[[nodiscard]] std::string packed(std::string text) {
    if (text.size() <= worth_deflating || text.size() > formats::max_document) return text;
    const auto bytes = deflated(text);
    return bytes.empty() ? text : std::string{deflate_mark} + to_base64(bytes);
}

[[nodiscard]] Errors no_conversation(std::string_view where) {
    const auto place = std::string{where} + "/" + std::string{kept_talk};
    return {{ErrorCode::invalid_value, "is no conversation as it was kept", JsonPointer{place}}};
}

}  // namespace

PackedTalk packed_talk(const Conversation& conversation, std::string_view before, std::size_t most, TooLong too_long) {
    auto text = packed(to_json(conversation, before));
    if (text.size() > most && too_long == TooLong::kept_elsewhere) {
        return {std::string{elsewhere_mark} + std::to_string(conversation.turns), WhereKept::elsewhere};
    }
    auto shorter = conversation;
    while (text.size() > most && !shorter.lines.empty()) {
        const auto kept = static_cast<std::ptrdiff_t>(shorter.lines.size() / 2);
        shorter.lines.erase(shorter.lines.begin(), shorter.lines.end() - kept);
        text = packed(to_json(shorter, before));
    }
    return {std::move(text)};
}

Expected<HeardTurn, Errors> turn_of(const std::map<std::string, std::string>& attributes, std::string_view where) {
    HeardTurn turn;
    const auto found = attributes.find(std::string{kept_talk});
    if (found == attributes.end()) return turn;
    const std::string_view talk{found->second};
    if (talk.starts_with(elsewhere_mark)) {
        const auto figures = talk.substr(elsewhere_mark.size());
        const auto read = std::from_chars(figures.data(), figures.data() + figures.size(), turn.turns);
        const bool is_whole = read.ec == std::errc{} && read.ptr == figures.data() + figures.size();
        if (!is_whole || turn.turns < 0) return Unexpected{no_conversation(where)};
        turn.kept = WhereKept::elsewhere;
    } else if (!talk.starts_with(deflate_mark)) {
        turn.before = talk;
    } else {
        const auto bytes = from_base64(talk.substr(deflate_mark.size()));
        auto text = bytes ? inflated(*bytes) : std::nullopt;
        if (!text) return Unexpected{no_conversation(where)};
        turn.before = *std::move(text);
    }
    return turn;
}

void put_outcome(std::map<std::string, std::string>& attributes, const Conversation& conversation, const Now& now) {
    const bool is_handed_over = conversation.state == ConversationState::handed_over;
    const bool is_at_end = is_over(conversation.state);
    attributes["next"] = is_handed_over ? "queue" : is_at_end ? "end" : "listen";
    if (!is_handed_over) return;
    auto notes = notes_of(screen_pop(conversation, now));
    cut(notes, most_notes);
    attributes["handOver"] = conversation.reason ? name_of(*conversation.reason) : "";
    attributes["notes"] = std::move(notes);
}

}  // namespace denwaban::connect

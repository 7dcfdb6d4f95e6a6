#include <denwaban/connect/contact_record_stream.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "documents/json_document.hpp"
#include "kinesis_data.hpp"
#include "open_value.hpp"
#include "unfolder.hpp"
#include "utf8.hpp"

namespace denwaban {

namespace {

/// How much may stand without an end of a line before values are looked for in it.
constexpr std::size_t long_line = std::size_t{256} << 10U;

}  // namespace

struct ContactRecordStream::State {
    /// What the first two bytes say; more of them may be needed.
    enum class Packing { untold, plain, gzip };

    ContactRecordReader reader;
    ContactRecordReader::Reading failure{Unexpected{Errors{}}};
    std::optional<connect::Unfolder> unfolder;
    Packing packing = Packing::untold;
    std::string pending;  ///< what is not read yet
    std::size_t line = 1;
    std::size_t looked_at = 0;              ///< so much of it has no end of a line
    std::size_t look_again_at = long_line;  ///< doubles, so that a long value is gone through a few times and no more
    bool passing_over = false;              ///< the rest of a line that is too long
    std::string held;                       ///< a value that goes on in the lines to come
    connect::OpenValue open;                ///< how deep that is
    std::size_t held_line = 0;
    bool is_broken = false;

    void fail(Error error, std::string_view text, const Take& take) {
        failure = Unexpected{Errors{std::move(error)}};
        take({line, failure, text});
    }
    void read_value(std::string_view text, const Take& take) { take({line, reader.read(text), text}); }
    /// A list is as good as what stands in it.
    void read_closed_value(std::string_view text, const Take& take) {
        if (!text.starts_with('[')) return read_value(text, take);
        auto rest = text.substr(1, text.size() - 2);
        while (!(rest = connect::without_blanks_before(rest)).empty()) {
            const auto size = connect::end_of_part(rest);
            read_value(rest.substr(0, size), take);
            rest = connect::without_blanks_before(rest.substr(size));
            if (rest.starts_with(',')) rest.remove_prefix(1);
        }
    }

    /// Almost always one record.
    void read_line(std::string_view text, const Take& take) {
        text = connect::trimmed(text);
        if (text.empty()) return;
        if (!text.starts_with('[')) {
            auto& reading = reader.read(text);
            if (reading) return take({line, reading, text});
        }
        read_values(text, take);
    }
    /// What is not closed goes on in the next line.
    void read_values(std::string_view text, const Take& take) {
        while (!(text = connect::without_blanks_before(text)).empty()) {
            if (!connect::opens_value(text)) {
                const auto end = connect::end_of_part(text);
                read_value(text.substr(0, end), take);
                text.remove_prefix(end);
                continue;
            }
            connect::OpenValue value;
            const auto end = value.end_in(text);
            if (!value.is_over()) {
                held = text;
                open = value;
                held_line = line;
                return;
            }
            read_closed_value(text.substr(0, end), take);
            text.remove_prefix(end);
        }
    }

    void tell_held(const Take& take) {
        const auto here = std::exchange(line, held_line);
        const auto text = std::exchange(held, {});
        read_value(text, take);
        line = here;
    }
    /// Precondition: something is held.
    void go_on(std::string_view text, const Take& take) {
        const auto end = open.end_in(text);
        held += text.substr(0, end);
        if (held.size() > formats::max_document) {
            const auto here = std::exchange(line, held_line);
            fail({ErrorCode::too_large, "larger than 64 MiB", {}}, {}, take);
            line = here;
            held.clear();
            return;
        }
        if (!open.is_over()) return;
        const auto here = std::exchange(line, held_line);
        const auto value = std::exchange(held, {});
        read_closed_value(value, take);
        line = here;
        read_values(text.substr(end), take);
    }
    /// Whether a line is a record of its own, so that what is held was never closed.
    [[nodiscard]] bool is_record(std::string_view text) {
        text = connect::trimmed(text);
        return text.starts_with('{') && text.ends_with('}') && reader.read(text);
    }

    void end_line(std::string_view text, const Take& take) {
        if (held.starts_with('{') && is_record(text)) tell_held(take);
        if (passing_over) {
            passing_over = false;
        } else if (held.empty()) {
            read_line(text, take);
        } else {
            go_on(text, take);
        }
        if (!held.empty()) held += '\n';
        ++line;
    }

    /// Where the line begins that has not ended. Precondition: up to `looked` no line ends.
    [[nodiscard]] std::size_t end_lines(std::string_view text, std::size_t looked, const Take& take) {
        std::size_t begin = 0;
        for (auto end = text.find('\n', looked); end != std::string_view::npos; end = text.find('\n', begin)) {
            end_line(text.substr(begin, end - begin), take);
            begin = end + 1;
        }
        return begin;
    }

    /// None where it goes on in what is to come.
    [[nodiscard]] static std::optional<std::size_t> end_of_closed(std::string_view text) noexcept {
        if (connect::opens_value(text)) return connect::end_of_value(text);
        const auto end = connect::end_of_part(text);
        return end < text.size() ? std::optional{end} : std::nullopt;
    }
    /// Of a line that has not ended, the values that have.
    void read_closed(const Take& take) {
        if (!held.empty()) {
            go_on(std::exchange(pending, {}), take);
            looked_at = 0;
            return;
        }
        std::string_view rest = pending;
        while (const auto end = end_of_closed(rest = connect::without_blanks_before(rest))) {
            read_value(rest.substr(0, *end), take);
            rest.remove_prefix(*end);
        }
        pending.erase(0, pending.size() - rest.size());
        looked_at = pending.size();
        look_again_at = std::max(long_line, 2 * pending.size());
        if (pending.size() <= formats::max_document) return;
        fail({ErrorCode::too_large, "larger than 64 MiB", {}}, {}, take);
        pending.clear();
        looked_at = 0;
        passing_over = true;
    }

    /// Whole lines are read where they stand.
    void add_text(std::string_view text, const Take& take) {
        if (const auto end = text.find('\n'); end != std::string_view::npos && !pending.empty()) {
            pending += text.substr(0, end + 1);
            pending.erase(0, end_lines(pending, looked_at, take));
            text.remove_prefix(end + 1);
        }
        if (pending.empty()) text.remove_prefix(end_lines(text, 0, take));
        pending += text;
        looked_at = pending.size();
        if (passing_over) {
            pending.clear();
            looked_at = 0;
        } else if (pending.size() >= std::min(look_again_at, formats::max_document)) {
            read_closed(take);
        }
    }

    void add_gzip(std::string_view bytes, const Take& take) {
        const auto text = [&](std::string_view part) {
            add_text(part, take);
            return true;
        };
        if (!is_broken && !unfolder->add(bytes, text)) {
            is_broken = true;
            fail({ErrorCode::invalid_value, "is no gzip from here on", {}}, {}, take);
        }
    }

    /// Precondition: `bytes` are all that came, or it is told.
    void tell_packing(std::string_view bytes) {
        packing = connect::is_gzip(bytes) ? Packing::gzip : Packing::plain;
        if (packing == Packing::gzip) unfolder.emplace();
    }
};

ContactRecordStream::ContactRecordStream() : state_(std::make_unique<State>()) {}
ContactRecordStream::~ContactRecordStream() = default;
ContactRecordStream::ContactRecordStream(ContactRecordStream&&) noexcept = default;
ContactRecordStream& ContactRecordStream::operator=(ContactRecordStream&&) noexcept = default;

void ContactRecordStream::add(std::string_view bytes, const Take& take) {
    auto& state = *state_;
    std::string first;
    if (state.packing == State::Packing::untold) {
        state.pending += bytes;
        if (state.pending.size() < 2) return;
        first = std::exchange(state.pending, {});
        state.tell_packing(first);
        bytes = first;
    }
    state.packing == State::Packing::gzip ? state.add_gzip(bytes, take) : state.add_text(bytes, take);
}

void ContactRecordStream::finish(const Take& take) {
    auto& state = *state_;
    if (state.unfolder && !state.is_broken && !state.unfolder->is_whole()) {
        state.fail({ErrorCode::invalid_value, "is a gzip that is cut short", {}}, {}, take);
    }
    state.end_line(std::exchange(state.pending, {}), take);
    if (!state.held.empty()) state.tell_held(take);
}

}  // namespace denwaban

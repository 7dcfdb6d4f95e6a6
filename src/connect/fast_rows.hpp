#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/strong.hpp>
#include <denwaban/core/time.hpp>

#include "contact_record_reader.hpp"
#include "documents/engine/json_scanner.hpp"
#include "known_scan.hpp"

/// Objects whose members are read in the order in which they stand, each by the row of its key.
namespace denwaban::connect::fast {

/// Where an object stands.
struct Spot {
    std::size_t order;
    std::string_view path;
};

/// Where a key or word stands that is new, by the order in which the careful reader meets it.
struct Noted {
    std::size_t order;
    std::string place;
};

/// Goes through a text for the first time, and notes how it is laid out.
struct Scan {
    formats::JsonScanner& json;
    std::vector<Noted>& noted;
    LayoutNotes& layout;

    [[nodiscard, gnu::always_inline]] inline bool string(std::string_view& text) { return json.string(text); }
    [[nodiscard]] bool count(std::int64_t& number) { return json.count(number); }
    [[nodiscard]] bool pass() {
        const auto* const begin = json.place();
        if (!json.skip()) return false;
        layout.pass({begin, static_cast<std::size_t>(json.place() - begin)});
        return true;
    }
    /// False where more is new than anyone reads, or a key is longer: the careful reader knows how to cut them.
    [[nodiscard]] bool note(const Spot& spot, std::string_view key) {
        constexpr std::size_t most_noted = 100;
        constexpr std::size_t longest_key = 200;
        if (noted.size() == most_noted || key.size() > longest_key) return false;
        noted.push_back({spot.order, std::string{spot.path} + '/' + pointer_step(key)});
        return true;
    }
};

/// A key of an object: what reads its value the first time and when it is known what comes, and what is left of `T`
/// where it is missing or null.
template <class T>
struct FastRow {
    std::string_view key;
    bool (*read)(Scan&, T&);
    bool (*read_known)(KnownScan&, T&);  ///< null where nobody wants it
    void (*clear)(T&);
};
/// Precondition: `read` takes both.
template <class T, class Read>
constexpr FastRow<T> fast_row(std::string_view key, Read read, void (*clear)(T&)) {
    return {key, read, read, clear};
}

/// Rows, found by their keys' lengths and a few of their characters.
template <class T, std::size_t N>
class FastRows {
public:
    static_assert(N < 64);
    explicit constexpr FastRows(const std::array<FastRow<T>, N>& rows) : rows_(rows) {
        places_.fill(N);
        for (std::size_t row = 0; row < N; ++row) {
            auto slot = slot_of(rows[row].key);
            while (places_[slot] != N) slot = (slot + 1) % slots;
            places_[slot] = static_cast<std::uint8_t>(row);
            if (rows[row].clear != nullptr) clearing_ |= std::uint64_t{1} << row;
        }
    }
    /// N where there is none. Rows stand as the service writes their keys, so that `next` mostly is the one.
    [[nodiscard]] std::size_t find(std::string_view key, std::size_t next) const noexcept {
        if (next < N && formats::same_text(rows_[next].key, key)) return next;
        for (auto slot = slot_of(key); places_[slot] != N; slot = (slot + 1) % slots) {
            if (formats::same_text(rows_[places_[slot]].key, key)) return places_[slot];
        }
        return N;
    }
    [[nodiscard]] bool has_other_capital(std::string_view key) const noexcept {
        return std::ranges::any_of(rows_, [key](const FastRow<T>& row) {
            return is_capitalised(row.key, key) || is_capitalised(key, row.key);
        });
    }
    [[nodiscard]] const FastRow<T>& operator[](std::size_t row) const noexcept { return rows_[row]; }
    void clear_all_but(std::uint64_t present, T& of) const {
        for (auto absent = clearing_ & ~present; absent != 0; absent &= absent - 1) {
            rows_[static_cast<std::size_t>(std::countr_zero(absent))].clear(of);
        }
    }

private:
    static constexpr std::size_t slots = 256;
    [[nodiscard]] static constexpr std::size_t slot_of(std::string_view key) noexcept {
        if (key.empty()) return 0;
        const auto character = [&](std::size_t place) { return static_cast<std::uint8_t>(key[place]); };
        return (key.size() * 31 + character(0) * 7U + character(key.size() / 2) * 13U + character(key.size() - 1)) %
               slots;
    }

    std::array<FastRow<T>, N> rows_;
    std::array<std::uint8_t, slots> places_{};
    std::uint64_t clearing_ = 0;
};

template <class T, std::size_t N>
[[nodiscard]] bool read_member(Scan& scan, const FastRows<T, N>& rows, T& into, const Spot& spot, std::uint64_t& seen,
                               std::uint64_t& present) {
    std::string_view key;
    if (!scan.json.string(key) || !scan.json.take(':')) return false;
    const auto row = rows.find(key, static_cast<std::size_t>(std::bit_width(seen)));
    if (row == N) {
        if (rows.has_other_capital(key)) return false;  // the careful reader knows where it may have one
        scan.json.note(key);
        return scan.note(spot, key) && scan.json.skip();
    }
    const auto bit = std::uint64_t{1} << row;
    if ((seen & bit) != 0) return false;
    seen |= bit;
    if (scan.json.take_null()) return true;
    present |= bit;
    const char first = scan.json.peek();
    if (rows[row].read_known != nullptr) scan.layout.note(LayoutStep::Kind::member, row, scan.json.place());
    if (!rows[row].read(scan, into)) return false;
    scan.layout.go_on_behind(first, scan.json.place());
    return true;
}

template <class T, std::size_t N>
[[nodiscard]] bool read_object(Scan& scan, const FastRows<T, N>& rows, T& into, const Spot& spot) {
    if (!scan.json.take('{')) return false;
    const auto mark = scan.json.mark();
    std::uint64_t seen = 0;
    std::uint64_t present = 0;
    if (!scan.json.take('}')) {
        do {
            if (!read_member(scan, rows, into, spot, seen, present)) return false;
        } while (scan.json.take(','));
        if (!scan.json.take('}')) return false;
    }
    rows.clear_all_but(present, into);
    scan.layout.end(present, scan.json.place());
    return scan.json.are_distinct_since(mark);
}
template <class T, std::size_t N>
[[nodiscard]] bool read_object(KnownScan& scan, const FastRows<T, N>& rows, T& into, const Spot&) {
    using Kind = LayoutStep::Kind;
    while (const auto* step = scan.next()) {
        if (step->kind == Kind::member) {
            if (!rows[step->row].read_known(scan, into)) return false;
        } else if (step->kind == Kind::passed_text) {
            if (!scan.pass_text()) return false;
        } else if (step->kind == Kind::passed_number) {
            if (!scan.pass_number()) return false;
        } else {
            rows.clear_all_but(step->present, into);
            return true;
        }
    }
    return false;
}

/// Texts of one kind are mostly of one length.
inline void put_text(std::string& text, std::string_view view) {
    if (text.size() != view.size()) {
        text = view;
    } else {
        std::memcpy(text.data(), view.data(), view.size());
    }
}
template <class S>
[[nodiscard]] bool read_value(S& scan, std::string& text) {
    std::string_view view;
    if (!scan.string(view)) return false;
    put_text(text, view);
    return true;
}
template <class S>
[[nodiscard]] bool read_value(S& scan, std::string_view& text) {
    return scan.string(text);
}
template <class S, class Tag>
[[nodiscard]] bool read_value(S& scan, Id<Tag>& id) {
    return read_value(scan, id.text);
}
template <class S, class Tag>
[[nodiscard]] bool read_value(S& scan, std::optional<Id<Tag>>& id) {
    std::string_view view;
    if (!scan.string(view)) return false;
    if (view.empty()) {
        id.reset();
        return true;
    }
    if (!id) id.emplace();
    put_text(id->text, view);
    return true;
}
template <class S>
[[nodiscard]] bool read_value(S& scan, Instant& instant) {
    std::string_view view;
    if (!scan.string(view)) return false;
    if (read_usual_time(view, instant)) return true;
    const auto at = time_of(view);
    if (at) instant = *at;
    return at.has_value();
}
template <class S>
[[nodiscard]] bool read_value(S& scan, std::optional<Instant>& instant) {
    return read_value(scan, instant.emplace());
}
template <class S>
[[nodiscard]] bool read_value(S& scan, std::optional<Duration>& span) {
    std::int64_t seconds = 0;
    if (!scan.count(seconds) || seconds > most_seconds) return false;
    span = Duration{std::chrono::seconds{seconds}};
    return true;
}
template <class S>
[[nodiscard]] bool read_value(S& scan, int& times) {
    std::int64_t number = 0;
    if (!scan.count(number) || number > most_times) return false;
    times = static_cast<int>(number);
    return true;
}

inline void clear_value(std::string& text) { text.clear(); }
inline void clear_value(std::string_view& text) { text = {}; }
template <class Tag>
void clear_value(Id<Tag>& id) {
    id.text.clear();
}
template <class T>
void clear_value(std::optional<T>& value) {
    value.reset();
}
inline void clear_value(Instant& instant) { instant = {}; }
inline void clear_value(int& times) { times = 0; }

template <class T, class V>
[[nodiscard]] T owner_of(V T::*);

/// A member, as its type is read.
template <auto member>
constexpr auto row(std::string_view key) {
    using T = decltype(owner_of(member));
    return fast_row<T>(
        key, [](auto& scan, T& of) { return read_value(scan, of.*member); }, [](T& of) { clear_value(of.*member); });
}
/// What the model has and a call fact has no use for.
template <class T>
constexpr FastRow<T> passed_over(std::string_view key) {
    return {key, [](Scan& scan, T&) { return scan.pass(); }, nullptr, nullptr};
}

template <class S, Named Enum>
[[nodiscard]] bool read_word(S& scan, Enum& word, const Spot& spot, std::string_view key) {
    std::string_view written;
    if (!scan.string(written)) return false;
    const auto& names = names_of<Enum>;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    const auto* found = std::find_if(names.begin(), names.end(), [&](std::string_view name) {
        return name.size() == written.size() && std::ranges::equal(written, name, {}, lower);
    });
    word = found == names.end() ? Enum::unknown : static_cast<Enum>(found - names.begin());
    return found != names.end() || scan.note(spot, key);
}

}  // namespace denwaban::connect::fast

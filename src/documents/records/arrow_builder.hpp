#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/documents/arrow.hpp>

#include "columns.hpp"

/// Columns of Arrow's that grow a value at a time.
namespace denwaban::arrow {

using columns::Column;
using columns::Mode;
using columns::Type;

/// How values lie in memory.
enum class Layout : std::uint8_t { text, bits_32, bits_64, bit, record, list };

/// A type of Arrow's, by a name.
struct Field {
    std::string_view name;
    const char* format;
    Layout layout;
    bool may_be_null;
    std::vector<Field> children;
};

struct TypeRow {
    const char* format;
    Layout layout;
};
/// By `columns::Type`.
inline constexpr std::array type_rows{
    TypeRow{"u", Layout::text},           // text
    TypeRow{"i", Layout::bits_32},        // count
    TypeRow{"l", Layout::bits_64},        // whole
    TypeRow{"g", Layout::bits_64},        // number
    TypeRow{"b", Layout::bit},            // boolean
    TypeRow{"tdD", Layout::bits_32},      // date
    TypeRow{"tsm:UTC", Layout::bits_64},  // instant
    TypeRow{"u", Layout::text},           // json
    TypeRow{"+s", Layout::record},        // record
    TypeRow{"+s", Layout::record},        // entry
};

[[nodiscard]] inline Field field_of(const Column& column) {
    const auto& row = type_rows[static_cast<std::size_t>(column.type)];
    const bool repeats = column.mode == Mode::repeated;
    const bool is_map = column.type == Type::entry;
    Field one{column.name, row.format, row.layout, column.mode == Mode::nullable, {}};
    if (repeats) one.name = is_map ? "entries" : "item";
    for (const auto& part : column.parts) one.children.push_back(field_of(part));
    if (!repeats) return one;
    return {column.name, is_map ? "+m" : "+l", Layout::list, false, {std::move(one)}};
}

/// A row of calls.
[[nodiscard]] inline const Field& call_field() {
    static const auto row = [] {
        Field made{"", "+s", Layout::record, false, {}};
        for (const auto& column : columns::columns_of(BigQueryTable::calls)) made.children.push_back(field_of(column));
        return made;
    }();
    return row;
}

/// One column of a batch.
class Builder {
public:
    explicit Builder(const Field& field) : field_(&field), children_(field.children.begin(), field.children.end()) {
        if (has_offsets()) offsets_.push_back(0);
    }

    [[nodiscard]] std::int64_t length() const noexcept { return length_; }
    [[nodiscard]] Layout layout() const noexcept { return field_->layout; }
    [[nodiscard]] bool is_map() const noexcept { return std::string_view{field_->format} == "+m"; }
    [[nodiscard]] Builder& child(std::size_t place) noexcept { return children_[place]; }
    /// The child of that name, which stands at `from` or soon after it.
    ///
    /// Precondition: there is one.
    [[nodiscard]] std::size_t place_of(std::string_view name, std::size_t from) const noexcept {
        auto place = from;
        while (field_->children[place].name != name) place = (place + 1) % children_.size();
        return place;
    }

    void add_null() {
        ++null_count_;
        add_place(false);
        if (layout() == Layout::record) {
            for (auto& child : children_) child.add_null();
        } else {
            end_value();
        }
    }
    void add_text(std::string_view text) {
        add_place(true);
        append(text.data(), text.size());
        end_value();
    }
    void add_whole(std::int64_t value) {
        add_place(true);
        layout() == Layout::bits_32 ? add_bits(static_cast<std::int32_t>(value)) : add_bits(value);
    }
    void add_number(double value) {
        add_place(true);
        add_bits(value);
    }
    void add_boolean(bool value) {
        add_place(true);
        set_bit(data_, length_ - 1, value);
    }
    /// Its members follow, and then `end_record`.
    void add_record() { add_place(true); }
    /// What nobody said of it is null.
    void end_record() {
        for (auto& child : children_) {
            if (child.length_ < length_) child.add_nothing();
        }
    }
    /// Its items are there.
    void add_list() {
        add_place(true);
        end_value();
    }

    /// Whether some offset is more than 32 bits hold.
    [[nodiscard]] bool is_too_long() const noexcept {
        if (is_too_long_) return true;
        for (const auto& child : children_) {
            if (child.is_too_long()) return true;
        }
        return false;
    }

    /// What it has become.
    [[nodiscard]] ArrowArray take() &&;

private:
    struct Held;

    [[nodiscard]] bool has_offsets() const noexcept { return layout() == Layout::text || layout() == Layout::list; }
    void add_nothing() { layout() == Layout::list ? add_list() : add_null(); }
    void add_place(bool is_there) {
        set_bit(validity_, length_, is_there);
        ++length_;
    }
    void append(const void* bytes, std::size_t size) {
        const auto* begin = static_cast<const std::byte*>(bytes);
        data_.insert(data_.end(), begin, begin + size);
    }
    template <class Bits>
    void add_bits(Bits bits) {
        append(&bits, sizeof bits);
    }
    static void set_bit(std::vector<std::byte>& bits, std::int64_t place, bool value) {
        if (place % 8 == 0) bits.push_back(std::byte{0});
        if (value) bits.back() |= std::byte{1} << static_cast<unsigned>(place % 8);
    }
    /// So much of what the offsets speak of is there; of what has none, nothing stands for null.
    void end_value() {
        if (layout() == Layout::bits_32) return add_bits(std::int32_t{0});
        if (layout() == Layout::bits_64) return add_bits(std::int64_t{0});
        if (layout() == Layout::bit) return set_bit(data_, length_ - 1, false);
        const auto end = layout() == Layout::text ? data_.size() : static_cast<std::size_t>(children_.front().length_);
        is_too_long_ = is_too_long_ || end > std::size_t{std::numeric_limits<std::int32_t>::max()};
        offsets_.push_back(static_cast<std::int32_t>(end));
    }

    const Field* field_;
    std::int64_t length_ = 0;
    std::int64_t null_count_ = 0;
    bool is_too_long_ = false;
    std::vector<std::byte> validity_;
    std::vector<std::byte> data_;
    std::vector<std::int32_t> offsets_;
    std::vector<Builder> children_;
};

/// What an array keeps until it is released. Each array has its own, since children may be moved out of their parents.
struct Builder::Held {
    std::vector<std::byte> validity;
    std::vector<std::byte> data;
    std::vector<std::int32_t> offsets;
    std::vector<ArrowArray> children;
    std::vector<ArrowArray*> places;
    std::array<const void*, 3> buffers{};

    Held() = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held() {
        for (auto& child : children) {
            if (child.release != nullptr) child.release(&child);
        }
    }
    static void release(ArrowArray* array) {
        delete static_cast<Held*>(array->private_data);
        array->release = nullptr;
    }
};

inline ArrowArray Builder::take() && {
    auto held = std::make_unique<Held>();
    held->children.reserve(children_.size());
    held->places.reserve(children_.size());
    for (auto& child : children_) {
        held->children.push_back(std::move(child).take());
        held->places.push_back(&held->children.back());
    }
    held->validity = std::move(validity_);
    held->data = std::move(data_);
    held->data.reserve(1);  // some readers take null for a mistake
    held->offsets = std::move(offsets_);
    std::size_t buffers = 0;
    held->buffers[buffers++] = null_count_ > 0 ? held->validity.data() : nullptr;
    if (has_offsets()) held->buffers[buffers++] = held->offsets.data();
    if (layout() != Layout::list && layout() != Layout::record) held->buffers[buffers++] = held->data.data();
    auto* kept = held.release();
    return {.length = length_,
            .null_count = null_count_,
            .offset = 0,
            .n_buffers = static_cast<std::int64_t>(buffers),
            .n_children = static_cast<std::int64_t>(kept->children.size()),
            .buffers = kept->buffers.data(),
            .children = kept->places.data(),
            .dictionary = nullptr,
            .release = Held::release,
            .private_data = kept};
}

}  // namespace denwaban::arrow

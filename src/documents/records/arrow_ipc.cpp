#include <array>
#include <string>
#include <utility>

#include "arrow_builder.hpp"
#include "flat_buffer.hpp"

/// Arrow's IPC streaming format ("Serialization and Interprocess Communication"; Schema.fbs, Message.fbs).
namespace denwaban {

namespace {

using arrow::Field;
using arrow::FlatBuffer;

constexpr std::int64_t version_5 = 4;
enum Header : std::int64_t { header_schema = 1, header_record_batch = 3 };

/// A type by its number in Schema.fbs, and its members.
struct IpcType {
    std::string_view format;
    std::int64_t number;
    std::initializer_list<arrow::Cell> cells;
};
constexpr arrow::Cell yes{1, 1};
constexpr std::initializer_list<arrow::Cell> no_cells{};
constexpr std::initializer_list<arrow::Cell> of_int_32{{4, 32}, yes}, of_int_64{{4, 64}, yes}, of_double{{2, 2}},
    of_days{{2, 0}}, of_milliseconds{{2, 1}, arrow::reference};
constexpr std::array ipc_types{
    IpcType{"u", 5, no_cells},
    IpcType{"i", 2, of_int_32},
    IpcType{"l", 2, of_int_64},
    IpcType{"g", 3, of_double},
    IpcType{"b", 6, no_cells},
    IpcType{"tdD", 8, of_days},
    IpcType{"tsm:UTC", 10, of_milliseconds},
    IpcType{"+s", 13, no_cells},
    IpcType{"+l", 12, no_cells},
    IpcType{"+m", 17, no_cells},
};
[[nodiscard]] const IpcType& ipc_type_of(const Field& field) {
    std::size_t place = 0;
    while (ipc_types[place].format != field.format) ++place;
    return ipc_types[place];
}

void add_fields(FlatBuffer& buffer, std::size_t referred_from, const std::vector<Field>& fields) {
    const auto places = buffer.add_references(referred_from, fields.size());
    auto place = places.begin();
    for (const auto& field : fields) {
        const auto& type = ipc_type_of(field);
        const auto at = buffer.add_table(*place++, {arrow::reference,
                                                    {1, field.may_be_null ? 1 : 0},
                                                    {1, type.number},
                                                    arrow::reference,
                                                    arrow::absent,
                                                    arrow::reference});
        buffer.add_text(at[0], field.name);
        const auto of_type = buffer.add_table(at[3], type.cells);
        if (field.format == std::string_view{"tsm:UTC"}) buffer.add_text(of_type[1], "UTC");
        add_fields(buffer, at[5], field.children);
    }
}

/// What precedes the body of a message: `say(buffer, place)` writes its header.
template <class Say>
[[nodiscard]] std::string message(Header header, std::int64_t body, Say&& say) {
    FlatBuffer buffer;
    const auto at = buffer.add_table(FlatBuffer::root, {{2, version_5}, {1, header}, arrow::reference, {8, body}});
    say(buffer, at[2]);
    buffer.align(8);
    std::string bytes{"\xff\xff\xff\xff"};
    for (unsigned shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(buffer.bytes().size() >> shift);
    return bytes + buffer.bytes();
}

/// Released when it goes out of scope.
template <class T>
class Owned {
public:
    explicit Owned(T value) : value_(value) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() {
        if (value_.release != nullptr) value_.release(&value_);
    }
    [[nodiscard]] T& operator*() noexcept { return value_; }
    [[nodiscard]] T* operator->() noexcept { return &value_; }

private:
    T value_;
};

/// The buffers of an array and of all in it, one behind the other.
class Body {
public:
    void add(const Field& field, const ArrowArray& array) {
        nodes_.emplace_back(array.length, array.null_count);
        const auto bits = (array.length + 7) / 8;
        add_buffer(array.buffers[0], array.buffers[0] != nullptr ? bits : 0);
        switch (field.layout) {
            case arrow::Layout::record:
                break;
            case arrow::Layout::list:
                add_buffer(array.buffers[1], (array.length + 1) * 4);
                break;
            case arrow::Layout::text:
                add_buffer(array.buffers[1], (array.length + 1) * 4);
                add_buffer(array.buffers[2], static_cast<const std::int32_t*>(array.buffers[1])[array.length]);
                break;
            case arrow::Layout::bits_32:
                add_buffer(array.buffers[1], array.length * 4);
                break;
            case arrow::Layout::bits_64:
                add_buffer(array.buffers[1], array.length * 8);
                break;
            case arrow::Layout::bit:
                add_buffer(array.buffers[1], bits);
                break;
        }
        add_children(field, array);
    }
    void add_children(const Field& field, const ArrowArray& array) {
        auto* const* child = array.children;
        for (const auto& part : field.children) add(part, **child++);
    }
    /// As a message, for so many rows.
    [[nodiscard]] std::string take(std::int64_t rows) && {
        auto text = message(
            header_record_batch, static_cast<std::int64_t>(bytes_.size()), [&](FlatBuffer& buffer, std::size_t place) {
                const auto at = buffer.add_table(place, {{8, rows}, arrow::reference, arrow::reference});
                buffer.add_pairs(at[1], nodes_);
                buffer.add_pairs(at[2], buffers_);
            });
        return text += bytes_;
    }

private:
    void add_buffer(const void* bytes, std::int64_t size) {
        buffers_.emplace_back(static_cast<std::int64_t>(bytes_.size()), size);
        if (size > 0) bytes_.append(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
        bytes_.resize((bytes_.size() + 7) / 8 * 8);
    }

    std::string bytes_;
    std::vector<std::pair<std::int64_t, std::int64_t>> nodes_, buffers_;
};

[[nodiscard]] std::string schema_message(const Field& row) {
    return message(header_schema, 0, [&](FlatBuffer& buffer, std::size_t place) {
        const auto at = buffer.add_table(place, {{2, 0}, arrow::reference});
        add_fields(buffer, at[1], row.children);
    });
}

}  // namespace

Expected<std::string> arrow_ipc(std::vector<PlacedCall> calls, std::size_t rows_of_batch) {
    const auto& row = arrow::call_field();
    auto text = schema_message(row);
    Owned stream{arrow_stream(std::move(calls), rows_of_batch)};
    for (;;) {
        Owned batch{ArrowArray{}};
        if (stream->get_next(&*stream, &*batch) != 0) {
            return Unexpected{Error{ErrorCode::too_large, stream->get_last_error(&*stream), {}}};
        }
        if (batch->release == nullptr) break;
        Body body;
        body.add_children(row, *batch);
        text += std::move(body).take(batch->length);
    }
    return text += std::string{"\xff\xff\xff\xff\0\0\0\0", 8};
}

}  // namespace denwaban

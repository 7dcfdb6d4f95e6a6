#include <denwaban/documents/bigquery.hpp>

#include <array>
#include <bit>
#include <string>
#include <vector>

#include "columns.hpp"
#include "record_shapes.hpp"

/// Rows as messages of Protocol Buffers ("Encoding"; descriptor.proto; "Supported protocol buffer and Arrow data
/// types").
namespace denwaban {

namespace {

using columns::Column;
using columns::columns_of;
using columns::Mode;

/// FieldDescriptorProto.Type.
enum class ProtoType : std::uint64_t { real = 1, int64 = 3, int32 = 5, boolean = 8, string = 9, message = 11 };
/// By `columns::Type`.
constexpr std::array proto_types{
    ProtoType::string,   // text
    ProtoType::int64,    // count
    ProtoType::int64,    // whole
    ProtoType::real,     // number
    ProtoType::boolean,  // boolean
    ProtoType::int32,    // date: days
    ProtoType::int64,    // instant: microseconds
    ProtoType::string,   // json
    ProtoType::message,  // record
    ProtoType::message,  // entry
};
/// FieldDescriptorProto.Label, by `columns::Mode`.
constexpr std::array<std::uint64_t, 3> proto_labels{2, 1, 3};

enum WireType : std::uint64_t { varint = 0, bits_64 = 1, bytes = 2 };

void add_varint(std::string& to, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U) to += static_cast<char>(value | 0x80U);
    to += static_cast<char>(value);
}
void add_whole(std::string& to, std::uint64_t number, std::uint64_t value) {
    add_varint(to, number << 3U | varint);
    add_varint(to, value);
}
void add_bytes(std::string& to, std::uint64_t number, std::string_view value) {
    add_varint(to, number << 3U | bytes);
    add_varint(to, value.size());
    to += value;
}

/// Types stand in the scope of fields, whose names are small.
[[nodiscard]] std::string type_name_of(const Column& column) {
    std::string name{column.name};
    if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

/// DescriptorProto: name 1, field 2, nested_type 3; FieldDescriptorProto: name 1, number 3, label 4, type 5,
/// type_name 6.
[[nodiscard]] std::string descriptor_of(std::string_view name, const std::vector<Column>& columns) {
    std::string message, nested;
    add_bytes(message, 1, name);
    std::uint64_t number = 0;
    for (const auto& column : columns) {
        std::string field;
        add_bytes(field, 1, column.name);
        add_whole(field, 3, ++number);
        add_whole(field, 4, proto_labels[static_cast<std::size_t>(column.mode)]);
        add_whole(field, 5, static_cast<std::uint64_t>(proto_types[static_cast<std::size_t>(column.type)]));
        if (!column.parts.empty()) {
            add_bytes(field, 6, type_name_of(column));
            add_bytes(nested, 3, descriptor_of(type_name_of(column), column.parts));
        }
        add_bytes(message, 2, field);
    }
    return message + nested;
}

/// Writes records into the message of a row.
class MessageSink final : public formats::Sink {
public:
    explicit MessageSink(const std::vector<Column>& row) { open_.push_back({&row, {}, {}, 0}); }

    [[nodiscard]] std::string take() && { return std::move(open_.front().bytes); }

    /// What is not there is not written.
    void null() override {}
    void boolean(bool value) override { add_whole(top().bytes, field(), value ? 1 : 0); }
    void whole(std::int64_t value) override { add_whole(top().bytes, field(), static_cast<std::uint64_t>(value)); }
    void number(double value) override {
        add_varint(top().bytes, field() << 3U | bits_64);
        for (unsigned shift = 0; shift < 64; shift += 8) {
            top().bytes += static_cast<char>(std::bit_cast<std::uint64_t>(value) >> shift);
        }
    }
    void text(std::string_view value) override {
        if (!is_in_map()) return add_bytes(top().bytes, field(), value);
        std::string entry;
        add_bytes(entry, 1, top().key);
        add_bytes(entry, 2, value);
        auto& in = open_[open_.size() - 2];
        add_bytes(in.bytes, in.place + 1, entry);
    }
    void instant(Instant value) override { whole(std::chrono::microseconds{value.time_since_epoch()}.count()); }
    void date(Date value) override { whole(value.time_since_epoch().count()); }

    /// What stands outside of all is of the row.
    void open_record(const formats::Shape&) override {
        if (depth_++ > 0) open_.push_back({&(*top().columns)[top().place].parts, {}, {}, 0});
    }
    void key(std::string_view key) override {
        if (is_in_map()) {
            top().key = key;
            return;
        }
        auto& place = top().place;
        while ((*top().columns)[place].name != key) place = (place + 1) % top().columns->size();
    }
    void close_record() override {
        if (--depth_ == 0) return;
        const bool was_map = is_in_map();
        const auto closed = std::move(top().bytes);
        open_.pop_back();
        if (!was_map) add_bytes(top().bytes, field(), closed);
    }
    void open_list(std::size_t) override {}
    void close_list() override {}

private:
    /// A message that is being written, or a map, whose entries are the message's that it is in.
    struct Open {
        const std::vector<Column>* columns;
        std::string bytes;
        std::string key;        ///< of a map
        std::size_t place = 0;  ///< of the member that comes
    };

    [[nodiscard]] Open& top() noexcept { return open_.back(); }
    [[nodiscard]] std::uint64_t field() noexcept { return top().place + 1; }
    [[nodiscard]] bool is_in_map() noexcept {
        if (open_.size() < 2) return false;
        const auto& in = open_[open_.size() - 2];
        return (*in.columns)[in.place].type == columns::Type::entry;
    }

    std::vector<Open> open_;
    std::size_t depth_ = 0;
};

}  // namespace

std::string bigquery_descriptor(BigQueryTable of) { return descriptor_of("Row", columns_of(of)); }

std::string bigquery_message(const CallFact& fact, const std::optional<CallPlace>& place) {
    MessageSink sink{columns_of(BigQueryTable::calls)};
    if (place) shapes::write_shape(shapes::shape_of<CallPlace>, &*place, sink);
    shapes::write_shape(shapes::shape_of<CallFact>, &fact, sink);
    return std::move(sink).take();
}

}  // namespace denwaban

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace denwaban::formats {

enum class JsonKind : std::uint8_t { null, boolean, integer, unsigned_integer, number, string, array, object };

class Document;

/// A value in a document: a view, good as long as the document is.
class Value {
public:
    Value(const Document& document, std::uint32_t index) noexcept : document_(&document), index_(index) {}

    [[nodiscard]] JsonKind kind() const noexcept;
    [[nodiscard]] bool is_null() const noexcept { return kind() == JsonKind::null; }
    [[nodiscard]] bool is_boolean() const noexcept { return kind() == JsonKind::boolean; }
    [[nodiscard]] bool is_string() const noexcept { return kind() == JsonKind::string; }
    [[nodiscard]] bool is_array() const noexcept { return kind() == JsonKind::array; }
    [[nodiscard]] bool is_object() const noexcept { return kind() == JsonKind::object; }
    [[nodiscard]] bool is_number() const noexcept { return is_number_integer() || kind() == JsonKind::number; }
    [[nodiscard]] bool is_number_integer() const noexcept {
        return kind() == JsonKind::integer || kind() == JsonKind::unsigned_integer;
    }
    [[nodiscard]] bool is_number_unsigned() const noexcept { return kind() == JsonKind::unsigned_integer; }

    [[nodiscard]] bool is_true() const noexcept { return is_boolean() && boolean(); }

    /// Precondition of these: it is of that kind.
    [[nodiscard]] bool boolean() const noexcept;
    [[nodiscard]] std::string_view text() const noexcept;
    [[nodiscard]] std::int64_t integer() const noexcept;  ///< also of an unsigned one that fits
    [[nodiscard]] std::uint64_t unsigned_integer() const noexcept;
    [[nodiscard]] double number() const noexcept;  ///< of any number

    /// Of an array or an object; 0 of anything else.
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }

    /// A member of an object, the last where a key stands twice; none where it is none.
    [[nodiscard]] std::optional<Value> find(std::string_view key) const noexcept;
    [[nodiscard]] bool contains(std::string_view key) const noexcept { return find(key).has_value(); }

    /// In their order, for `for (auto part = value.first(); part; part = part->next())`.
    [[nodiscard]] std::optional<Value> first() const noexcept;
    [[nodiscard]] std::optional<Value> next() const noexcept;

    [[nodiscard]] std::optional<Value> parent() const noexcept;
    [[nodiscard]] std::string_view key() const noexcept;  ///< of a member
    [[nodiscard]] std::size_t place() const noexcept;     ///< of an item

    /// The place in the document, as a JSON pointer. Long keys are cut short: what is told of them is for people.
    [[nodiscard]] std::string path() const;
    /// Earlier in the document is less.
    [[nodiscard]] std::uint32_t order() const noexcept { return index_; }

    friend bool operator==(const Value& value, std::string_view word) noexcept {
        return value.is_string() && value.text() == word;
    }

private:
    const Document* document_;
    std::uint32_t index_;
};

/// Values one behind the other as they stand in the text, each with where it ends: read once, without an allocation a
/// value. JSON text makes it, and so do the objects of JavaScript and Python.
class Document {
public:
    /// Precondition: something was put.
    [[nodiscard]] Value root() const noexcept { return {*this, 0}; }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }

    void reserve(std::size_t bytes);

    void null() { put(JsonKind::null); }
    void boolean(bool value) { put(JsonKind::boolean).number.whole = value ? 1 : 0; }
    void integer(std::int64_t value) {
        put(value < 0 ? JsonKind::integer : JsonKind::unsigned_integer).number.whole =
            static_cast<std::uint64_t>(value);
    }
    void unsigned_integer(std::uint64_t value) { put(JsonKind::unsigned_integer).number.whole = value; }
    void number(double value) { put(JsonKind::number).number.real = value; }
    void string(std::string_view text);
    void open(JsonKind container);
    void close();
    /// Of the member that is put next. False where it stands already: what stood there is passed over from now on.
    [[nodiscard]] bool key(std::string_view name);

    /// How many containers are open, and the place of what is put next.
    [[nodiscard]] std::size_t depth() const noexcept { return depth_; }
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::uint32_t next() const noexcept { return static_cast<std::uint32_t>(entries_.size()); }

private:
    friend class Value;

    struct Text {
        std::uint32_t offset;
        std::uint32_t size;
    };
    struct Entry {
        union {
            std::uint64_t whole;
            double real;
            Text text;
        } number;
        Text key;
        std::uint32_t parent;
        std::uint32_t end;    ///< one past the last value within it
        std::uint32_t place;  ///< among its parent's
        std::uint32_t count;  ///< of what is in it
        JsonKind kind;
        bool superseded;
    };
    /// A container that is being read, and where the keys of an object stand: in a map once they are many. What one has
    /// allocated serves the next at its depth.
    struct Open {
        std::uint32_t index;
        std::vector<std::uint32_t> members;
        std::map<std::string, std::uint32_t, std::less<>> many;
    };

    Entry& put(JsonKind kind);
    [[nodiscard]] Text keep(std::string_view text);
    [[nodiscard]] std::string_view text(Text text) const noexcept {
        return std::string_view{text_}.substr(text.offset, text.size);
    }
    [[nodiscard]] std::optional<std::uint32_t> standing(const Open& object, std::string_view name) const;
    void remember_member(Open& object, std::uint32_t index);

    std::vector<Entry> entries_;
    std::string text_;
    std::vector<Open> open_;
    std::size_t depth_ = 0;
    Text key_{};
};

}  // namespace denwaban::formats

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/iso8601.hpp>
#include <denwaban/core/time.hpp>

#include "json.hpp"

namespace denwaban::shapes {
struct Shape;
}  // namespace denwaban::shapes

namespace denwaban::formats {

using shapes::Shape;

/// Where values are written to: JSON's text, JavaScript's objects, Python's. What JSON has no word for arrives as what
/// it is, so that each language may have its own.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    virtual void null() = 0;
    virtual void boolean(bool value) = 0;
    virtual void whole(std::int64_t value) = 0;
    virtual void number(double value) = 0;
    virtual void text(std::string_view value) = 0;
    virtual void instant(Instant value) { text(to_iso8601(value)); }
    virtual void date(Date value) { text(to_string(value)); }

    virtual void open_record(const Shape& shape) = 0;
    virtual void key(std::string_view key) = 0;
    virtual void close_record() = 0;
    virtual void open_list(std::size_t size) = 0;
    virtual void close_list() = 0;

    /// A document as it was read, or made by hand.
    void json(const Json& value);
    void json(const Value& value) { json(Json{value}); }

private:
    void plain(std::nullptr_t) { null(); }
    void plain(bool value) { boolean(value); }
    void plain(std::int64_t value) { whole(value); }
    void plain(std::uint64_t value) { whole(static_cast<std::int64_t>(value)); }
    void plain(double value) { number(value); }
    void plain(const std::string& value) { text(value); }
};

/// Writes JSON's text.
class TextSink final : public Sink {
public:
    explicit TextSink(std::string& text) noexcept : text_(text) {}

    void null() override { next() += "null"; }
    void boolean(bool value) override { next() += value ? "true" : "false"; }
    void whole(std::int64_t value) override;
    void number(double value) override { write_json_number(next(), value); }
    void text(std::string_view value) override { write_json_string(next(), value); }
    void open_record(const Shape&) override { open('{'); }
    void key(std::string_view key) override;
    void close_record() override { close('}'); }
    void open_list(std::size_t) override { open('['); }
    void close_list() override { close(']'); }

private:
    std::string& next();
    void open(char bracket);
    void close(char bracket);

    std::string& text_;
    bool is_first_ = true;  ///< of what stands in a container: no comma before it
};

/// Makes a document that something else is put into.
class JsonSink final : public Sink {
public:
    [[nodiscard]] Json take() { return std::move(root_); }

    void null() override { put(nullptr); }
    void boolean(bool value) override { put(value); }
    void whole(std::int64_t value) override { put(value); }
    void number(double value) override { put(value); }
    void text(std::string_view value) override { put(value); }
    void open_record(const Shape&) override { open(Json::object()); }
    void key(std::string_view key) override { key_ = key; }
    void close_record() override { open_.pop_back(); }
    void open_list(std::size_t) override { open(Json::array()); }
    void close_list() override { open_.pop_back(); }

private:
    Json& put(Json value);
    void open(Json container) { open_.push_back(&put(std::move(container))); }

    Json root_;
    std::vector<Json*> open_;
    std::string key_;
};

}  // namespace denwaban::formats

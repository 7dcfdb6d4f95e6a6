#include "kinds.hpp"

#include "documents/json_document.hpp"
#include "sink.hpp"

namespace denwaban::shapes {

namespace detail {

std::size_t mistakes_of(const Node& node) { return node.errors().size(); }

void require_items(const Node& node) {
    if (node.value().is_array() && node.value().empty()) node.fail(ErrorCode::invalid_value, "must not be empty");
}

void read_text(const Shape& shape, const Node& node, std::string& text) {
    if (shape.sort == Sort::label) {
        text = node.label();
    } else if (shape.sort == Sort::name) {
        text = node.name();
    } else if (shape.sort == Sort::text) {
        text = node.text();
    } else {
        text = node.string();
    }
}

std::int64_t read_whole(const Shape& shape, const Node& node) { return node.whole(shape.least, shape.most); }
std::size_t read_word(const Shape& shape, const Node& node) { return node.word(shape.words).value_or(0); }
void write_text(Sink& sink, std::string_view text) { sink.text(text); }
void write_whole(Sink& sink, std::int64_t value) { sink.whole(value); }

void read_date(const Shape&, const Node& node, void* value) { *static_cast<Date*>(value) = node.date(); }
void write_date(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.date(*static_cast<const Date*>(value));
}
void read_minute(const Shape&, const Node& node, void* value) {
    *static_cast<MinuteOfDay*>(value) = node.minute_of_day();
}
void write_minute(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.text(to_string(*static_cast<const MinuteOfDay*>(value)));
}
void read_month_day(const Shape&, const Node& node, void* value) {
    *static_cast<date::month_day*>(value) = node.month_day();
}
void write_month_day(const Shape&, const void* value, Sink& sink, const Value*) {
    const auto day = *static_cast<const date::month_day*>(value);
    sink.text(to_string(Date{date::year{2000} / day}).substr(5));
}
void read_instant(const Shape&, const Node& node, void* value) { *static_cast<Instant*>(value) = node.instant(); }
void write_instant(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.instant(*static_cast<const Instant*>(value));
}
void read_number(const Shape&, const Node& node, void* value) { *static_cast<double*>(value) = node.number(); }
void write_number(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.number(*static_cast<const double*>(value));
}
void read_boolean(const Shape&, const Node& node, void* value) { *static_cast<bool*>(value) = node.boolean(); }
void read_true(const Shape&, const Node& node, void*) {
    if (!node.value().is_true()) node.fail(ErrorCode::invalid_value, "must be true");
}
void write_true(const Shape&, const void*, Sink& sink, const Value*) { sink.boolean(true); }
void write_boolean(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.boolean(*static_cast<const bool*>(value));
}
void read_phone(const Shape&, const Node& node, void* value) {
    if (const auto number = node.phone_number()) *static_cast<PhoneNumber*>(value) = *number;
}
void write_phone(const Shape&, const void* value, Sink& sink, const Value*) {
    sink.text(static_cast<const PhoneNumber*>(value)->e164());
}

}  // namespace detail

}  // namespace denwaban::shapes

#include <denwaban/documents/arrow.hpp>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <string>

#include "arrow_builder.hpp"
#include "record_shapes.hpp"

namespace denwaban {

namespace {

using arrow::Builder;
using arrow::Layout;

/// What a schema keeps until it is released.
struct HeldSchema {
    std::string name;
    std::vector<ArrowSchema> children;
    std::vector<ArrowSchema*> places;

    HeldSchema() = default;
    HeldSchema(const HeldSchema&) = delete;
    HeldSchema& operator=(const HeldSchema&) = delete;
    ~HeldSchema() {
        for (auto& child : children) {
            if (child.release != nullptr) child.release(&child);
        }
    }
    static void release(ArrowSchema* schema) {
        delete static_cast<HeldSchema*>(schema->private_data);
        schema->release = nullptr;
    }
};

[[nodiscard]] ArrowSchema schema_of(const arrow::Field& field) {
    auto held = std::make_unique<HeldSchema>();
    held->name = field.name;
    held->children.reserve(field.children.size());
    held->places.reserve(field.children.size());
    for (const auto& child : field.children) {
        held->children.push_back(schema_of(child));
        held->places.push_back(&held->children.back());
    }
    auto* kept = held.release();
    return {.format = field.format,
            .name = kept->name.c_str(),
            .metadata = nullptr,
            .flags = field.may_be_null ? ARROW_FLAG_NULLABLE : 0,
            .n_children = static_cast<std::int64_t>(kept->children.size()),
            .children = kept->places.data(),
            .dictionary = nullptr,
            .release = HeldSchema::release,
            .private_data = kept};
}

/// Writes records into the columns of a row.
class ArrowSink final : public formats::Sink {
public:
    explicit ArrowSink(Builder& row) : row_(row) {}

    void null() override { next().add_null(); }
    void boolean(bool value) override { next().add_boolean(value); }
    void whole(std::int64_t value) override { next().add_whole(value); }
    void number(double value) override { next().add_number(value); }
    void text(std::string_view value) override { next().add_text(value); }
    void instant(Instant value) override { next().add_whole(value.time_since_epoch().count()); }
    void date(Date value) override { next().add_whole(value.time_since_epoch().count()); }

    /// What stands outside of all is of the row.
    void open_record(const formats::Shape&) override {
        auto& builder = open_.empty() ? row_ : next();
        if (builder.layout() == Layout::record && !open_.empty()) builder.add_record();
        open_.push_back({&builder, 0});
    }
    void key(std::string_view key) override {
        auto& [builder, place] = open_.back();
        if (builder->is_map()) {
            auto& entries = builder->child(0);
            entries.add_record();
            entries.child(0).add_text(key);
            keyed_ = &entries.child(1);
            return;
        }
        place = builder->place_of(key, place);
        keyed_ = &builder->child(place);
    }
    void close_record() override {
        auto& builder = *open_.back().builder;
        open_.pop_back();
        if (open_.empty()) return;
        builder.is_map() ? builder.add_list() : builder.end_record();
    }
    void open_list(std::size_t) override { open_.push_back({&next(), 0}); }
    void close_list() override {
        open_.back().builder->add_list();
        open_.pop_back();
    }

private:
    struct Open {
        Builder* builder;
        std::size_t place;  ///< of the child that was written last
    };

    [[nodiscard]] Builder& next() {
        auto& in = *open_.back().builder;
        return in.layout() == Layout::list && !in.is_map() ? in.child(0) : *keyed_;
    }

    Builder& row_;
    Builder* keyed_ = nullptr;
    std::vector<Open> open_;
};

void add_row(Builder& row, const PlacedCall& call) {
    ArrowSink sink{row};
    row.add_record();
    if (call.place) shapes::write_shape(shapes::shape_of<CallPlace>, &*call.place, sink);
    shapes::write_shape(shapes::shape_of<CallFact>, &call.call, sink);
    row.end_record();
}

/// What a stream keeps until it is released.
struct HeldStream {
    std::vector<PlacedCall> calls;
    std::size_t rows_of_batch;
    std::size_t next = 0;
    const char* error = nullptr;

    [[nodiscard]] static HeldStream& of(ArrowArrayStream* stream) noexcept {
        return *static_cast<HeldStream*>(stream->private_data);
    }
    static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) noexcept {
        return of(stream).answer([&] {
            *out = arrow_schema();
            return 0;
        });
    }
    static int get_next(ArrowArrayStream* stream, ArrowArray* out) noexcept {
        auto& self = of(stream);
        return self.answer([&] { return self.make_next(*out); });
    }
    static const char* get_last_error(ArrowArrayStream* stream) noexcept { return of(stream).error; }
    static void release(ArrowArrayStream* stream) noexcept {
        delete &of(stream);
        stream->release = nullptr;
    }

private:
    template <class Make>
    [[nodiscard]] int answer(Make&& make) noexcept {
        error = nullptr;
        try {
            return make();
        } catch (const std::bad_alloc&) {
            error = "there is not enough memory";
            return ENOMEM;
        }
    }
    [[nodiscard]] int make_next(ArrowArray& out) {
        out = {};
        if (next == calls.size()) return 0;
        Builder row{arrow::call_field()};
        const auto end = std::min(calls.size(), next + rows_of_batch);
        for (auto place = next; place < end; ++place) add_row(row, calls[place]);
        if (row.is_too_long()) {
            error = "the texts of a batch are longer than 2 GiB";
            return EOVERFLOW;
        }
        next = end;
        out = std::move(row).take();
        return 0;
    }
};

}  // namespace

ArrowSchema arrow_schema() { return schema_of(arrow::call_field()); }

ArrowArrayStream arrow_stream(std::vector<PlacedCall> calls, std::size_t rows_of_batch) {
    return {.get_schema = HeldStream::get_schema,
            .get_next = HeldStream::get_next,
            .get_last_error = HeldStream::get_last_error,
            .release = HeldStream::release,
            .private_data = new HeldStream{std::move(calls), rows_of_batch}};
}

}  // namespace denwaban

#include <doctest/doctest.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/documents/arrow.hpp>
#include <denwaban/documents/bigquery.hpp>

namespace arrow_test {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

/// Released when it goes out of scope, if nobody has done so.
template <class T>
struct Owned {
    T value{};
    Owned() = default;
    explicit Owned(T taken) : value(taken) {}
    Owned(const Owned&) = delete;
    Owned& operator=(const Owned&) = delete;
    ~Owned() { release(); }
    void release() {
        if (value.release != nullptr) value.release(&value);
    }
    T* operator->() { return &value; }
};

constexpr Instant evening{std::chrono::seconds{1'795'000'000}};

PlacedCall call(const char* id) {
    PlacedCall one;
    one.call.id = {id};
    one.call.began = evening;
    one.call.customer = Caller{PhoneNumber::parse("+819012345678").value()};
    one.call.waits.push_back({{"leg"}, {"arn", "予約"}, evening, {}, WaitOutcome::moved});
    one.call.waits.push_back({{"leg2"}, {"arn", "代表"}, evening, evening + 7ms, WaitOutcome::answered});
    one.call.attributes = {{"disposition", "booking"}, {"x", ""}};
    one.call.queued = 7ms;
    return one;
}

std::vector<PlacedCall> five_calls() {
    std::vector<PlacedCall> calls{call("c0"), {}, call("c2"), {}, call("c4")};
    calls[2].place = CallPlace{{"r1"}, State::open, {}, make_date(1970, 1, 3), {}, {}};
    return calls;
}

/// Where a child of that name stands.
std::size_t place_of(const ArrowSchema& schema, std::string_view name) {
    for (std::int64_t place = 0; place < schema.n_children; ++place) {
        if (name == schema.children[place]->name) return static_cast<std::size_t>(place);
    }
    FAIL("no such column: ", name);
    return 0;
}

std::string_view text_at(const ArrowArray& array, std::int64_t row) {
    const auto* offsets = static_cast<const std::int32_t*>(array.buffers[1]);
    return {static_cast<const char*>(array.buffers[2]) + offsets[row],
            static_cast<std::size_t>(offsets[row + 1] - offsets[row])};
}
bool is_there(const ArrowArray& array, std::int64_t row) {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    return bits == nullptr || (bits[row / 8] >> (row % 8) & 1) == 1;
}

}  // namespace

TEST_CASE("Arrow's columns are those of BigQuery") {
    Owned schema{arrow_schema()};
    const auto columns = nlohmann::json::parse(bigquery_schema());
    REQUIRE(schema->n_children == static_cast<std::int64_t>(columns.size()));
    CHECK(std::string_view{schema->format} == "+s");
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const auto& column = *schema->children[place];
        CHECK(columns[place]["name"] == column.name);
        CHECK((columns[place]["mode"] == "NULLABLE") == (column.flags == ARROW_FLAG_NULLABLE));
    }
    CHECK(std::string_view{schema->children[place_of(schema.value, "began")]->format} == "tsm:UTC");
    CHECK(std::string_view{schema->children[place_of(schema.value, "queued")]->format} == "l");
    CHECK(std::string_view{schema->children[place_of(schema.value, "holds")]->format} == "i");
    CHECK(std::string_view{schema->children[place_of(schema.value, "business_date")]->format} == "tdD");
    CHECK(std::string_view{schema->children[place_of(schema.value, "attributes")]->format} == "+m");
}

TEST_CASE("calls come in batches that need their stream no longer") {
    Owned schema{arrow_schema()};
    Owned<ArrowArray> first, second, third, fourth;
    {
        Owned stream{arrow_stream(five_calls(), 2)};
        for (auto* batch : {&first, &second, &third, &fourth}) {
            REQUIRE(stream->get_next(&stream.value, &batch->value) == 0);
        }
        CHECK((stream->get_last_error(&stream.value) == nullptr));
    }
    CHECK(first->length == 2);
    CHECK(second->length == 2);
    CHECK(third->length == 1);
    CHECK((fourth->release == nullptr));

    const auto column = [&](Owned<ArrowArray>& batch, std::string_view name) -> ArrowArray& {
        return *batch->children[place_of(schema.value, name)];
    };
    CHECK(text_at(column(first, "id"), 0) == "c0");
    CHECK(text_at(column(first, "id"), 1).empty());
    CHECK(text_at(column(third, "id"), 0) == "c4");
    CHECK(text_at(column(first, "customer"), 0) == "+819012345678");
    CHECK_FALSE(is_there(column(first, "customer"), 1));
    CHECK(column(first, "customer").null_count == 1);
    CHECK(static_cast<const std::int64_t*>(column(third, "queued").buffers[1])[0] == 7);
    CHECK(static_cast<const std::int64_t*>(column(third, "began").buffers[1])[0] == 1'795'000'000'000);
    CHECK(column(first, "restaurant").null_count == 2);
    CHECK(text_at(column(second, "restaurant"), 0) == "r1");
    CHECK(static_cast<const std::int32_t*>(column(second, "business_date").buffers[1])[0] == 2);

    const auto& waits = column(first, "waits");
    CHECK(static_cast<const std::int32_t*>(waits.buffers[1])[1] == 2);
    CHECK(static_cast<const std::int32_t*>(waits.buffers[1])[2] == 2);
    const auto& wait = *waits.children[0];
    REQUIRE(wait.length == 2);
    CHECK(text_at(*wait.children[1]->children[1], 1) == "代表");
    CHECK_FALSE(is_there(*wait.children[3], 0));
    CHECK(is_there(*wait.children[3], 1));
    CHECK(text_at(*wait.children[4], 0) == "moved");

    const auto& attribute = *column(first, "attributes").children[0];
    REQUIRE(attribute.length == 2);
    CHECK(text_at(*attribute.children[0], 0) == "disposition");
    CHECK(text_at(*attribute.children[1], 0) == "booking");
}

TEST_CASE("a column that was moved out of its batch outlives it") {
    Owned schema{arrow_schema()};
    Owned stream{arrow_stream(five_calls())};
    Owned<ArrowArray> batch;
    REQUIRE(stream->get_next(&stream.value, &batch.value) == 0);
    auto& ids = *batch->children[place_of(schema.value, "id")];
    Owned moved{ids};
    ids.release = nullptr;
    batch.release();
    stream.release();
    CHECK(text_at(moved.value, 4) == "c4");
}

TEST_CASE("without calls there is a schema, and no batch") {
    Owned stream{arrow_stream({})};
    Owned<ArrowSchema> schema;
    REQUIRE(stream->get_schema(&stream.value, &schema.value) == 0);
    CHECK(schema->n_children > 30);
    Owned<ArrowArray> batch;
    REQUIRE(stream->get_next(&stream.value, &batch.value) == 0);
    CHECK((batch->release == nullptr));
}

TEST_CASE("the IPC form has a message a batch, each a multiple of 8 bytes, and ends") {
    const std::string marker = "\xff\xff\xff\xff";
    const std::string end = marker + std::string(4, '\0');
    const auto none = arrow_ipc({}).value();
    const auto one = arrow_ipc(five_calls()).value();
    const auto many = arrow_ipc(five_calls(), 2).value();
    for (const auto& text : {none, one, many}) {
        CHECK(text.starts_with(marker));
        CHECK(text.ends_with(end));
        CHECK(text.size() % 8 == 0);
    }
    CHECK(none.size() < one.size());
    CHECK(one.size() < many.size());
    CHECK(many.starts_with(none.substr(0, none.size() - end.size())));
}

}  // namespace arrow_test

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/contact_record_stream.hpp>

#include "gzip.hpp"

namespace contact_record_stream_test {
using namespace denwaban;

namespace {

std::string record(const std::string& id, std::string_view more = {}) {
    return R"({"ContactId":")" + id + R"(","LastUpdateTimestamp":"2026-11-23T03:10:00Z")" + std::string{more} + '}';
}

/// `line id` of each record, `line!` of each that is none, however the file is cut.
std::string told(std::string_view file, std::size_t cut) {
    ContactRecordStream stream;
    std::string all;
    const auto take = [&](const StreamedContactRecord& one) {
        all += std::to_string(one.line) + (one.reading ? ' ' + one.reading->value.id.text : "!") + ';';
    };
    for (; !file.empty(); file.remove_prefix(std::min(cut, file.size()))) stream.add(file.substr(0, cut), take);
    stream.finish(take);
    return all;
}

}  // namespace

TEST_CASE("however a file is cut, its records are the same") {
    const auto file = record("a") + "\r\n\n" + record("b") + record("c") + "\nno record\n" +
                      record("d", R"(,"x":"\n")") + " " + record("e") + "\n{\"ContactId\":";
    const std::string expected = "1 a;3 b;3 c;4!;5 d;5 e;6!;";
    for (const std::size_t cut : {1U, 2U, 3U, 7U, 50U, 100'000U}) {
        CAPTURE(cut);
        CHECK(told(file, cut) == expected);
        CHECK(told(gzip(file), cut) == expected);
        CHECK(told(gzip(file.substr(0, 40)) + gzip(file.substr(40)), cut) == expected);
    }
    CHECK(told("", 1).empty());
    CHECK(told("\n\n", 1).empty());
    CHECK(told("{", 1) == "1!;");
}

TEST_CASE("records that are laid out over many lines are read, and what is not closed costs nothing else") {
    const std::string pretty =
        "{\n  \"ContactId\": \"a\",\n  \"x\": [\n    {\"b\": \"}{\\\"\"}\n  ],\n"
        "  \"LastUpdateTimestamp\": \"2026-11-23T03:10:00Z\"\n}";
    for (const std::size_t cut : {1U, 3U, 50U, 100'000U}) {
        CAPTURE(cut);
        CHECK(told(pretty + "\n" + pretty + "\n", cut) == "1 a;8 a;");
        CHECK(told(pretty + pretty + record("b") + "\n" + record("c"), cut) == "1 a;7 a;13 b;14 c;");
        CHECK(told("[\n" + pretty + ",\n" + record("b") + ",\n" + pretty + "\n]\n" + record("c"), cut) ==
              "1 a;1 b;1 a;18 c;");
        CHECK(told("[\n" + record("b") + ",\n" + record("c") + "\n]", cut) == "1 b;1 c;");
        CHECK(told("[" + record("b") + ", " + record("c") + "]\n[]\n", cut) == "1 b;1 c;");
        CHECK(told("{\"ContactId\": [\n" + record("b") + "\n" + pretty, cut) == "1!;2 b;3 a;");
    }
}

TEST_CASE("a file without ends of lines is read as it comes") {
    std::string file, expected;
    for (int i = 0; i < 5000; ++i) {
        file += record("c" + std::to_string(i), R"(,"Attributes":{"a":"0123456789012345678901234567890123456789"})");
        expected += "1 c" + std::to_string(i) + ';';
    }
    CHECK(told(file, 65'536) == expected);
}

TEST_CASE("a gzip that is broken is told once, and what came before it stays") {
    const auto file = gzip(record("a") + "\n" + record("b") + "\n");
    CHECK(told(file.substr(0, file.size() - 9), 10) == "1 a;2 b;3!;");
    CHECK(told(file + "Hello World", 10) == "1 a;2 b;3!;");
}

TEST_CASE("a record that is longer than any may be is passed over") {
    const std::string part(1U << 20U, 'x');
    ContactRecordStream stream;
    std::string all;
    const auto take = [&](const StreamedContactRecord& one) {
        all += std::to_string(one.line) + (one.reading ? " record;" : ' ' + one.reading.error().front().message + ';');
    };
    stream.add(R"({"ContactId":")", take);
    for (int i = 0; i < 70; ++i) stream.add(part, take);
    stream.add("\n" + record("b") + "\n", take);
    stream.finish(take);
    CHECK(all == "1 larger than 64 MiB;2 record;");
}

}  // namespace contact_record_stream_test

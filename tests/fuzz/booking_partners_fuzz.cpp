/// Google's and schema.org's documents are answered, or refused for places that are there; the book stays right.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/formats/google_bookings.hpp>
#include <denwaban/formats/schema_org_reservation.hpp>

#include "check_errors.hpp"

using namespace denwaban;

namespace {

constexpr SearchBudget few{20};

const std::vector<DayBook>& books() {
    static const std::vector<DayBook> all{*day_book_from_json(R"({"restaurant":"r","date":"2026-11-27",
        "floor_plan":{"tables":[{"id":"A","most":2},{"id":"B","most":4}]},"periods":[{"opens":"17:00","closes":"26:00"}],
        "reservations":[{"id":"a","begin":"19:00","end":"21:00","party":2,"commitment":"confirmed","allocation":"assigned","tables":["A"]}]})")};
    return all;
}

void check_answer(const Expected<GoogleAnswer, Errors>& answer, std::string_view text) {
    if (!answer) return check_errors(answer.error(), text);
    require(DayBook::make(answer->book.contents()).has_value());
    require(!answer->response.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto zone = TimeZone::tokyo();
    const Instant now{make_date(2026, 11, 26).time_since_epoch()};
    const auto found = google_batch_availability_lookup(text, books(), zone, now, few);
    if (!found) check_errors(found.error(), text);
    check_answer(google_create_booking(text, books()[0], zone, now, {"new"}, few), text);
    check_answer(google_update_booking(text, books()[0], zone, now, few), text);
    const auto read = schema_org_reservation_from_json(text, zone);
    if (!read) check_errors(read.error(), text);
    return 0;
}

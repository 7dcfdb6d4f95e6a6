/// Whatever the event is, the flow gets an answer that it can branch on, under 32 KB.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "check_answer.hpp"

using namespace denwaban;

namespace {

const Directory& directory() {
    static const auto made = [] {
        const auto restaurant = restaurant_from_json(R"({
            "id": "r1", "name": "とりべえ", "lines": [{"number": "+81312345678"}],
            "hours": {"rules": [{"when": "every_day", "services": [{"opens": "17:00", "closes": "26:00"}]}]},
            "routing": {"routes": [{"caller": "withheld", "to": {"message": "番号を通知してください"}}],
                        "otherwise": {"queue": "reservations"}}})");
        const auto first = make_date(2026, 11, 1);
        return *Directory::make({*open_restaurant(*restaurant, HolidayCalendar::japan(), TimeZone::tokyo(),
                                                  {first, first + date::days{30}})});
    }();
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view event{reinterpret_cast<const char*>(data), size};
    const Instant evening{make_date(2026, 11, 22).time_since_epoch() + std::chrono::hours{9}};
    check_answer(contact_flow(event, directory(), evening));
    return 0;
}

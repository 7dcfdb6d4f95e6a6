#include <denwaban/ledger/kept_booking_csv.hpp>

#include <limits>

#include "answers.hpp"

namespace denwaban {

std::string booking_csv(const std::vector<KeptReservation>& bookings) {
    auto text = booking_csv_header();
    for (const auto& [book, reservation] : bookings) text += booking_csv_row(book.restaurant, book.date, reservation);
    return text;
}

Expected<std::string, Errors> booking_csv_from_json(std::string_view bookings) {
    const auto read = [](const formats::Node& node) {
        return shapes::read_some<KeptReservation>(node, std::numeric_limits<std::int64_t>::max());
    };
    return formats::read_document(bookings, read).transform([](const std::vector<KeptReservation>& all) {
        return booking_csv(all);
    });
}

}  // namespace denwaban

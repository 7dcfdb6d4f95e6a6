#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/zones.hpp>

#include "book_shapes.hpp"
#include "reservations.hpp"

namespace denwaban {

namespace shapes {

void make_book(const Node& node, DayBookContents contents, DayBook& book) {
    // Whose zone is not known is by no clocks; who asks for them is told.
    const auto zone = load_time_zone(contents.zone);
    auto made = zone ? DayBook::make(std::move(contents), *zone) : DayBook::make(std::move(contents));
    if (made) {
        book = *std::move(made);
    } else {
        formats::report_under(node, std::move(made).error());
    }
}

}  // namespace shapes

namespace formats {

Json written(const std::vector<TableId>& tables) { return shapes::written_as(tables); }

Expected<KeptBook, Errors> kept_book_from_json(std::string_view text) {
    auto leftover = Leftover::none;
    const auto read = [](const Node& node) {
        auto book = shapes::detail::New<DayBook>::make();
        shapes::read_shape(shapes::kept_book, node, &book);
        return book;
    };
    auto book = read_document(text, read, Reading::kept, &leftover);
    if (!book) return Unexpected{std::move(book).error()};
    return KeptBook{*std::move(book), leftover};
}

}  // namespace formats

Expected<DayBook, Errors> day_book_from_json(std::string_view text) { return shapes::value_from_json<DayBook>(text); }
Expected<DayBook, Errors> kept_day_book_from_json(std::string_view text) {
    return formats::kept_book_from_json(text).transform([](const formats::KeptBook& kept) { return kept.book; });
}

std::string to_json(const DayBook& book) { return shapes::json_of(book); }
std::string to_kept_json(const DayBook& book, std::string_view before) {
    return shapes::with_unknown_of(shapes::kept_book, &book, before);
}

}  // namespace denwaban

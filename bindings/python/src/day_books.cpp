#include <pybind11/stl.h>

#include <functional>
#include <vector>

#include <denwaban/documents/booking_csv.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/formats/google_bookings.hpp>
#include <denwaban/formats/schema_org_reservation.hpp>
#include <denwaban/zones.hpp>

#include "bindings.hpp"
#include "day_books.hpp"
#include "instants.hpp"
#include "refusal.hpp"
#include "text.hpp"
#include "zone_named.hpp"

/// What `_day_books.py` is made of.
namespace denwaban::python {

namespace py = pybind11;

namespace {

[[nodiscard]] ZonedDayBook book_from_json(const py::object& source) {
    auto book = value_of(day_book_from_json(json_text(source)));
    auto zone = load_time_zone(book->zone);
    if (!zone) {
        auto error = std::move(zone).error();
        error.where = JsonPointer{"/zone"};
        throw Refusal{{std::move(error)}};
    }
    return {std::move(book), *std::move(zone)};
}

/// What `ask` makes of a text, while others may run.
template <class Ask>
[[nodiscard]] auto released(const py::object& source, Ask&& ask) {
    const auto text = json_text(source);
    const py::gil_scoped_release others_may_run;
    return ask(text);
}

/// None of them is None.
using GivenBooks = std::vector<std::reference_wrapper<const ZonedDayBook>>;
[[nodiscard]] std::vector<DayBook> books_of(const GivenBooks& given) {
    std::vector<DayBook> books;
    for (const ZonedDayBook& day : given) books.push_back(day.book);
    return books;
}

[[nodiscard]] py::str availability_of(const ZonedDayBook& self, const py::object& source) {
    return text_of(released(source, [&](const std::string& text) {
        const auto question = value_of(availability_question_from_json(text, self.zone));
        return to_json(value_of(availability(self.book, question)));
    }));
}

[[nodiscard]] py::str proposal_of(const ZonedDayBook& self, const py::object& source, const GivenBooks& other_days) {
    const auto others = books_of(other_days);
    return text_of(released(source, [&](const std::string& text) {
        const auto question = value_of(proposal_question_from_json(text, self.zone));
        return to_json(value_of(propose(self.book, question, others)));
    }));
}

[[nodiscard]] py::str late_parties_of(const ZonedDayBook& self, const py::object& source) {
    return text_of(released(source, [&](const std::string& text) {
        return to_json(value_of(late_parties(self.book, value_of(late_parties_question_from_json(text, self.zone)))));
    }));
}

[[nodiscard]] py::str waiting_list_of(const ZonedDayBook& self, const py::object& source) {
    return text_of(released(source, [&](const std::string& text) {
        return to_json(value_of(waiting_list(self.book, value_of(waiting_list_question_from_json(text, self.zone)))));
    }));
}

[[nodiscard]] py::tuple decided(const ZonedDayBook& self, const py::object& source) {
    auto decision = released(source, [&](const std::string& text) {
        const auto given = value_of(command_from_json(text, self.book, self.zone));
        return value_of(decide(self.book, given.command, given.by));
    });
    const auto said = to_json(decision);
    return py::make_tuple(ZonedDayBook{std::move(decision.book), self.zone}, text_of(said));
}

[[nodiscard]] py::tuple edited_book(const ZonedDayBook& self, const py::object& source) {
    auto made = released(source, [&](const std::string& text) {
        return value_of(edited(self.book, value_of(edit_from_json(text, self.zone))));
    });
    const auto said = to_json(made);
    return py::make_tuple(ZonedDayBook{std::move(made.book), self.zone}, text_of(said));
}

[[nodiscard]] py::object reservation_of(const ZonedDayBook& self, const py::str& booking) {
    const auto* found = self.book.find({utf8_of(booking)});
    return found != nullptr ? py::object{text_of(to_json(*found))} : py::none();
}

[[nodiscard]] py::tuple answered(const ZonedDayBook& self, Expected<GoogleAnswer, Errors> given) {
    auto answer = value_of(std::move(given));
    return py::make_tuple(ZonedDayBook{std::move(answer.book), self.zone}, text_of(answer.booking.text),
                          text_of(answer.response));
}

[[nodiscard]] py::str looked_up(const py::object& request, const GivenBooks& given, const std::string& zone, At now) {
    const auto books = books_of(given);
    const auto clocks = zone_named(zone);
    return text_of(released(request, [&](const std::string& text) {
        return value_of(google_batch_availability_lookup(text, books, clocks, now.instant));
    }));
}

[[nodiscard]] py::object schema_org_of(const ZonedDayBook& self, const py::str& booking, const py::str& restaurant) {
    const auto* found = self.book.find({utf8_of(booking)});
    if (found == nullptr) return py::none();
    return text_of(to_schema_org(self.book, *found, utf8_of(restaurant), self.zone));
}

void bind_formats(py::module_& module) {
    module.def("google_batch_availability_lookup", looked_up);
    module.def("google_booking_date", [](const py::object& request, const std::string& zone) {
        return text_of(to_string(value_of(google_booking_date(json_text(request), zone_named(zone)))));
    });
    module.def("read_schema_org_reservation", [](const py::object& source, const std::string& zone) {
        return text_of(to_json(value_of(schema_org_reservation_from_json(json_text(source), zone_named(zone)))));
    });
}

}  // namespace

void bind_day_books(py::module_& module) {
    using Self = const ZonedDayBook&;
    py::class_<ZonedDayBook>(module, "DayBookCore", py::is_final())
        .def_static("from_json", book_from_json)
        .def("availability", availability_of, py::arg("question"))
        .def("propose", proposal_of, py::arg("question"), py::arg("other_days"))
        .def("late_parties", late_parties_of, py::arg("question"))
        .def("waiting_list", waiting_list_of, py::arg("question"))
        .def("decide", decided, py::arg("command"))
        .def("edit", edited_book, py::arg("edit"))
        .def("reservation", reservation_of, py::arg("booking"))
        .def("google_create",
             [](Self self, const py::object& request, const py::str& id, At now) {
                 return answered(
                     self, google_create_booking(json_text(request), self.book, self.zone, now.instant, {utf8_of(id)}));
             })
        .def("google_update",
             [](Self self, const py::object& request, At now) {
                 return answered(self, google_update_booking(json_text(request), self.book, self.zone, now.instant));
             })
        .def("to_schema_org", schema_org_of)
        .def("restaurant", [](Self self) { return text_of(self.book->restaurant.text); })
        .def("date", [](Self self) { return text_of(to_string(self.book->date)); })
        .def("zone", [](Self self) { return text_of(self.book->zone); })
        .def("version", [](Self self) { return self.book->version; })
        .def("to_json", [](Self self) { return text_of(to_json(self.book)); })
        .def("to_csv", [](Self self) { return text_of(booking_csv(self.book)); })
        .def(
            "__eq__", [](Self a, Self b) { return a.book == b.book; }, py::is_operator());
    bind_formats(module);
}

}  // namespace denwaban::python

#include <array>
#include <cstdint>
#include <span>

#include <pybind11/numpy.h>

#include "bindings.hpp"
#include "refusal.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

using EpochSeconds = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

/// `datetime64` of any unit and whole numbers of any width, as seconds; no opening begins or ends within one.
[[nodiscard]] EpochSeconds epoch_seconds(const py::object& source) {
    const auto array = py::array::ensure(source);
    if (!array) throw py::error_already_set();
    const auto kind = array.dtype().kind();
    if (kind == 'M') return EpochSeconds{array.attr("astype")("datetime64[s]").attr("view")("int64")};
    const bool whole = kind == 'i' || kind == 'u';
    if (!whole && array.size() > 0) throw py::type_error("epoch seconds as whole numbers, or datetime64, are wanted");
    return EpochSeconds{array};
}

/// One answer for each instant, `answer(state)`, in an array of the same shape.
template <class T, class Answer>
[[nodiscard]] py::array_t<T> ask_all(const ZonedHours& self, const py::object& instants, Answer answer) {
    const auto seconds = epoch_seconds(instants);
    py::array_t<T> answers(std::vector<py::ssize_t>(seconds.shape(), seconds.shape() + seconds.ndim()));
    const auto count = static_cast<std::size_t>(seconds.size());
    const auto* from = seconds.data();
    auto* to = answers.mutable_data();

    const py::gil_scoped_release others_may_run;
    std::array<Instant, 512> chunk;
    std::array<State, chunk.size()> states;
    for (std::size_t done = 0; done < count; done += chunk.size()) {
        const auto size = std::min(chunk.size(), count - done);
        std::transform(from + done, from + done + size, chunk.begin(), instant_of);
        value_of(self.hours.states(std::span{chunk}.first(size), std::span{states}.first(size)));
        std::transform(states.begin(), states.begin() + size, to + done, answer);
    }
    return answers;
}

}  // namespace

void bind_bulk(HoursClass& hours) {
    const auto at = py::arg("at");
    hours
        .def(
            "is_open_many",
            [](const ZonedHours& self, const py::object& instants) {
                return ask_all<bool>(self, instants, [](State state) { return state == State::open; });
            },
            at, "One bool for each of an array of epoch seconds or of datetime64 (in UTC): open for certain.")
        .def(
            "states",
            [](const ZonedHours& self, const py::object& instants) {
                return ask_all<std::uint8_t>(self, instants,
                                             [](State state) { return static_cast<std::uint8_t>(state); });
            },
            at, "The same, as 0 for closed, 1 for open, 2 for unknown.");
}

}  // namespace denwaban::python

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <denwaban/zones.hpp>

#include "bindings.hpp"
#include "refusal.hpp"
#include "zone_named.hpp"

namespace denwaban::python {

namespace py = pybind11;

namespace {

using EpochSeconds = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

/// NumPy's NaT: no time is said.
constexpr auto no_time = std::numeric_limits<std::int64_t>::min();

[[nodiscard]] Refusal refusal_at(std::size_t row, ErrorCode code, std::string message) {
    return {{{code, std::move(message), JsonPointer{"/" + std::to_string(row)}}}};
}

/// Says whose clocks show what has no zone of its own.
class Clocks {
public:
    Clocks(const std::optional<std::string>& zone, bool is_utc) : is_utc_(is_utc) {
        if (zone && is_utc) throw py::type_error("say zone= or utc=True, not both");
        if (zone) zone_ = zone_named(*zone);
    }

    /// Of an hour that comes twice the first, of one that does not come the end.
    void make_instants(EpochSeconds& shown) const {
        if (is_utc_) return;
        if (!zone_) {
            throw Refusal{{{ErrorCode::naive_datetime,
                            "times without a time zone say no moment: give zone=\"Asia/Tokyo\", or utc=True",
                            {}}}};
        }
        auto* seconds = shown.mutable_data();
        for (py::ssize_t row = 0; row < shown.size(); ++row) {
            if (seconds[row] == no_time) continue;
            const LocalTime local{instant_of(seconds[row]).time_since_epoch()};
            const auto instant = zone_->first_at_or_after(local);
            seconds[row] = std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
        }
    }

private:
    std::optional<TimeZone> zone_;
    bool is_utc_;
};

[[nodiscard]] EpochSeconds whole(const py::object& datetimes) {
    return EpochSeconds{datetimes.attr("astype")("datetime64[s]").attr("view")("int64")};
}

/// Whether pandas, Polars or Arrow say that a column has a zone; what it is then converted to is in UTC.
[[nodiscard]] bool has_zone(const py::object& source) {
    for (const auto* kind : {"dtype", "type"}) {
        const auto type = py::getattr(source, kind, py::none());
        for (const auto* name : {"tz", "time_zone"}) {
            if (!py::getattr(type, name, py::none()).is_none()) return true;
        }
    }
    return false;
}

/// None, NaN, NaT and NA are no time; of NA it can't even be said whether it is itself.
[[nodiscard]] bool is_missing(const py::handle& value) {
    if (value.is_none()) return true;
    // Not RichCompareBool, to which whatever is one object is equal.
    const auto compared = py::reinterpret_steal<py::object>(PyObject_RichCompare(value.ptr(), value.ptr(), Py_NE));
    const int differs = compared ? PyObject_IsTrue(compared.ptr()) : -1;
    if (differs < 0) PyErr_Clear();
    return differs != 0;
}

/// A list of moments, each as `is_open` takes it.
[[nodiscard]] EpochSeconds each_moment(const py::array& source) {
    const py::list values = source.attr("ravel")().attr("tolist")();
    EpochSeconds seconds(std::vector<py::ssize_t>(source.shape(), source.shape() + source.ndim()));
    for (std::size_t place = 0; place < values.size(); ++place) {
        const py::handle value = values[place];
        auto& second = seconds.mutable_data()[place];
        second = no_time;
        if (is_missing(value)) continue;
        try {
            const auto instant = read_instant(value);
            if (!instant) {
                throw refusal_at(place, ErrorCode::wrong_type, "must be an aware datetime, or epoch seconds");
            }
            second = std::chrono::floor<std::chrono::seconds>(instant->time_since_epoch()).count();
        } catch (const Refusal& why) {
            throw refusal_at(place, why.errors.front().code, why.errors.front().message);
        }
    }
    return seconds;
}

[[nodiscard]] EpochSeconds fractional(const py::array& source) {
    const py::array_t<double, py::array::c_style | py::array::forcecast> given{source};
    EpochSeconds seconds(std::vector<py::ssize_t>(given.shape(), given.shape() + given.ndim()));
    constexpr double farthest = 1e15;
    for (py::ssize_t row = 0; row < given.size(); ++row) {
        const auto value = given.data()[row];
        seconds.mutable_data()[row] =
            value != value ? no_time : static_cast<std::int64_t>(std::floor(std::clamp(value, -farthest, farthest)));
    }
    return seconds;
}

/// Whatever says many moments, as seconds; no opening begins or ends within one.
[[nodiscard]] EpochSeconds epoch_seconds(const py::object& source, const Clocks& clocks) {
    const auto numpy = py::module_::import("numpy");
    if (has_zone(source)) return whole(numpy.attr("asarray")(source, "datetime64[us]"));
    const py::array array{numpy.attr("asarray")(source)};
    const auto kind = array.dtype().kind();
    if (kind == 'M') {
        auto seconds = whole(array);
        clocks.make_instants(seconds);
        return seconds;
    }
    if (kind == 'i' || kind == 'u') return EpochSeconds{array};
    if (kind == 'f') return fractional(array);
    if (kind == 'O') return each_moment(array);
    if (array.size() == 0) return EpochSeconds(std::vector<py::ssize_t>(array.shape(), array.shape() + array.ndim()));
    throw py::type_error("times are aware datetimes, datetime64 or epoch seconds, not " +
                         py::str(array.dtype()).cast<std::string>());
}

/// The states of some instants; of no time, unknown. `first` is the row of the first.
void states_of(const ZonedHours& self, std::span<const std::int64_t> seconds, std::span<State> states,
               std::size_t first) {
    const auto answered = self.hours.each_state(
        seconds.size(),
        [&](std::size_t i) { return seconds[i] == no_time ? self.any_instant() : instant_of(seconds[i]); },
        [&](std::size_t i, State state) { states[i] = seconds[i] == no_time ? State::unknown : state; });
    if (answered) return;
    for (std::size_t i = 0; i < seconds.size(); ++i) {
        if (seconds[i] == no_time) continue;
        const auto state = self.hours.state(instant_of(seconds[i]));
        if (!state) throw refusal_at(first + i, state.error().code, state.error().message);
    }
}

/// One answer for each instant, `answer(state)`, in an array of the same shape.
template <class T, class Answer>
[[nodiscard]] py::array_t<T> ask_all(const ZonedHours& self, const py::object& instants, const Clocks& clocks,
                                     Answer answer) {
    const auto seconds = epoch_seconds(instants, clocks);
    py::array_t<T> answers(std::vector<py::ssize_t>(seconds.shape(), seconds.shape() + seconds.ndim()));
    const auto count = static_cast<std::size_t>(seconds.size());
    const auto* from = seconds.data();
    auto* to = answers.mutable_data();

    const py::gil_scoped_release others_may_run;
    std::array<State, 512> states;
    for (std::size_t done = 0; done < count; done += states.size()) {
        const auto size = std::min(states.size(), count - done);
        states_of(self, {from + done, size}, std::span{states}.first(size), done);
        std::transform(states.begin(), states.begin() + size, to + done, answer);
    }
    return answers;
}

}  // namespace

void bind_bulk(HoursClass& hours) {
    const auto at = py::arg("at");
    const auto zone = py::arg("zone") = py::none();
    const auto utc = py::arg("utc") = false;
    hours
        .def(
            "is_open_many",
            [](const ZonedHours& self, const py::object& instants, const std::optional<std::string>& in, bool is_utc) {
                return ask_all<bool>(self, instants, {in, is_utc}, [](State state) { return state == State::open; });
            },
            at, py::kw_only(), zone, utc,
            "One bool for each of many moments: open for certain. Takes what pandas, Polars and NumPy have of times "
            "with "
            "a zone, lists of aware datetimes, and epoch seconds. Times without a zone are refused, unless `zone` says "
            "whose clocks show them, or `utc` that they are in UTC. Where none is said (NaT, None) it is False. An "
            "error "
            "says the row (`/3`).")
        .def(
            "states",
            [](const ZonedHours& self, const py::object& instants, const std::optional<std::string>& in, bool is_utc) {
                return ask_all<std::uint8_t>(self, instants, {in, is_utc},
                                             [](State state) { return static_cast<std::uint8_t>(state); });
            },
            at, py::kw_only(), zone, utc,
            "The same, as 0 for closed, 1 for open, 2 for unknown (`State.of_code`); where no time is said it is 2.");
}

}  // namespace denwaban::python

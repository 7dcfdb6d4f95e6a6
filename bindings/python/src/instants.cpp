#include "instants.hpp"

#include <cmath>
#include <limits>

#include <datetime.h>

#include "refusal.hpp"

namespace denwaban::python {

namespace py = pybind11;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

[[nodiscard]] py::object stolen(PyObject* object) {
    if (object == nullptr) throw py::error_already_set();
    return py::reinterpret_steal<py::object>(object);
}

/// Before anything else is asked of a `datetime`. Most of what denwaban takes to import it would else be this.
void import_datetime() {
    if (PyDateTimeAPI != nullptr) return;
    PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw py::error_already_set();
}

[[nodiscard]] Date civil_date(PyObject* date) {
    return make_date(PyDateTime_GET_YEAR(date), static_cast<unsigned>(PyDateTime_GET_MONTH(date)),
                     static_cast<unsigned>(PyDateTime_GET_DAY(date)));
}

[[nodiscard]] Refusal naive_datetime() {
    return {{{ErrorCode::naive_datetime, "a datetime without a time zone says no moment: give it a tzinfo", {}}}};
}

/// How far east of UTC the clock stands that shows `datetime`.
[[nodiscard]] microseconds utc_offset(PyObject* datetime) {
    const auto* aware = reinterpret_cast<PyDateTime_DateTime*>(datetime);
    if (!aware->hastzinfo) throw naive_datetime();
    if (aware->tzinfo == PyDateTime_TimeZone_UTC) return {};
    const auto offset = stolen(PyObject_CallMethod(datetime, "utcoffset", nullptr));
    if (offset.is_none()) throw naive_datetime();
    if (!PyDelta_Check(offset.ptr())) throw py::type_error("utcoffset() must return a timedelta");
    return date::days{PyDateTime_DELTA_GET_DAYS(offset.ptr())} +
           std::chrono::seconds{PyDateTime_DELTA_GET_SECONDS(offset.ptr())} +
           microseconds{PyDateTime_DELTA_GET_MICROSECONDS(offset.ptr())};
}

[[nodiscard]] Instant aware_datetime(PyObject* datetime) {
    const auto east = utc_offset(datetime);
    const auto local = civil_date(datetime).time_since_epoch() +
                       std::chrono::hours{PyDateTime_DATE_GET_HOUR(datetime)} +
                       std::chrono::minutes{PyDateTime_DATE_GET_MINUTE(datetime)} +
                       std::chrono::seconds{PyDateTime_DATE_GET_SECOND(datetime)} +
                       microseconds{PyDateTime_DATE_GET_MICROSECOND(datetime)};
    return Instant{date::floor<milliseconds>(local - east)};
}

[[nodiscard]] Instant fractional_seconds(double seconds) {
    if (std::isnan(seconds)) throw Refusal{{{ErrorCode::invalid_value, "not a number says no moment", {}}}};
    constexpr double farthest = 1e14;
    return Instant{milliseconds{static_cast<std::int64_t>(std::floor(std::clamp(seconds, -farthest, farthest) * 1e3))}};
}

[[nodiscard]] Instant whole_seconds(py::handle source) {
    const auto index = stolen(PyNumber_Index(source.ptr()));
    int overflow = 0;
    const auto seconds = PyLong_AsLongLongAndOverflow(index.ptr(), &overflow);
    using Limits = std::numeric_limits<std::int64_t>;
    return instant_of(overflow == 0 ? seconds : overflow < 0 ? Limits::min() : Limits::max());
}

[[nodiscard]] py::object fixed_offset(TimeZone::Offset offset) {
    const auto seconds = date::floor<std::chrono::seconds>(offset);
    const auto delta = stolen(PyDelta_FromDSU(0, static_cast<int>(seconds.count()), 0));
    return stolen(PyTimeZone_FromOffset(delta.ptr()));
}

}  // namespace

py::object seconds_of(std::optional<Instant> at) {
    if (!at) return py::none();
    return py::float_{static_cast<double>(at->time_since_epoch().count()) / 1000};
}

std::optional<Instant> read_instant(py::handle source) {
    import_datetime();
    auto* object = source.ptr();
    if (PyDateTime_Check(object)) return aware_datetime(object);
    if (PyFloat_Check(object)) return fractional_seconds(PyFloat_AS_DOUBLE(object));
    if (PyIndex_Check(object) && !PyBool_Check(object)) return whole_seconds(source);
    return std::nullopt;
}

std::optional<Date> read_date(py::handle source) {
    import_datetime();
    if (PyDateTime_Check(source.ptr())) {
        throw py::type_error("a date is wanted, not a datetime: say which date you mean with .date()");
    }
    return PyDate_Check(source.ptr()) ? std::optional{civil_date(source.ptr())} : std::nullopt;
}

py::object to_python(Date date) {
    import_datetime();
    const date::year_month_day civil{date};
    return stolen(PyDate_FromDate(static_cast<int>(civil.year()),
                                  static_cast<int>(static_cast<unsigned>(civil.month())),
                                  static_cast<int>(static_cast<unsigned>(civil.day()))));
}

py::object find_zone_info(const TimeZone& zone) {
    try {
        return py::module_::import("zoneinfo").attr("ZoneInfo")(zone.name());
    } catch (const py::error_already_set& error) {
        if (!error.matches(PyExc_Exception)) throw;
        return py::none();
    }
}

py::object to_python(Instant instant, const TimeZone& zone, const py::object& zone_info) {
    import_datetime();
    const auto tzinfo = zone_info.is_none() ? fixed_offset(zone.offset_at(instant)) : zone_info;
    const auto day = date::floor<date::days>(instant);
    const date::year_month_day civil{day};
    const date::hh_mm_ss time{instant - day};
    const auto utc = stolen(PyDateTimeAPI->DateTime_FromDateAndTime(
        static_cast<int>(civil.year()), static_cast<int>(static_cast<unsigned>(civil.month())),
        static_cast<int>(static_cast<unsigned>(civil.day())), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
        static_cast<int>(microseconds{time.subseconds()}.count()), tzinfo.ptr(), PyDateTimeAPI->DateTimeType));
    return stolen(PyObject_CallMethod(tzinfo.ptr(), "fromutc", "O", utc.ptr()));
}

}  // namespace denwaban::python

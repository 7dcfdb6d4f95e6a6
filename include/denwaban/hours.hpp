#pragma once

/// Opening hours alone: what a C++ application includes that wants nothing else. Needs only `date`.
#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/hours/explain.hpp>
#include <denwaban/hours/hours.hpp>

#pragma once

// The one header where it is to be found, else the library's.
#if __has_include(<denwaban_hours.hpp>)
#include <denwaban_hours.hpp>
#else
#include <denwaban/hours.hpp>
#include <denwaban/zones.hpp>
#endif

/// An izakaya with a break, nights before 祝日, and a closing that moves.
denwaban::Rules izakaya();

#include <denwaban/seating/detail/arranging.hpp>
#include <denwaban/seating/detail/choosing.hpp>
#include <denwaban/seating/detail/plan_making.hpp>

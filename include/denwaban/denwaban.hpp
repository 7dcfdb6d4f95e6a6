#pragma once

/// Everything: the header-only floors, and the declarations of `denwaban::formats`.
#include <denwaban/calendar/holiday_calendar.hpp>
#include <denwaban/connect/contact_flow.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/core/iso8601.hpp>
#include <denwaban/core/phone_number.hpp>
#include <denwaban/core/state_machine.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/formats/amazon_connect_hours.hpp>
#include <denwaban/formats/google_hours.hpp>
#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>
#include <denwaban/formats/month_picture.hpp>
#include <denwaban/formats/osm_hours.hpp>
#include <denwaban/formats/restaurant_json.hpp>
#include <denwaban/formats/rules_json.hpp>
#include <denwaban/formats/schema_org_hours.hpp>
#include <denwaban/hours.hpp>
#include <denwaban/hours/routing.hpp>
#include <denwaban/restaurant/directory.hpp>
#include <denwaban/talk/hours_sentence.hpp>
#include <denwaban/talk/rules_sentence.hpp>

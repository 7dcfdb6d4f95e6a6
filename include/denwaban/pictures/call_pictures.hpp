#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <denwaban/core/expected.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/records/call_facts.hpp>
#include <denwaban/records/call_forecast.hpp>
#include <denwaban/records/call_results.hpp>
#include <denwaban/records/service_figures.hpp>

/// Calls as pictures: in SVG, each a document of its own that needs no font but the reader's; and as text of blocks for
/// a terminal, at most 72 columns wide, lines of which each ends in `\n`. Their words are Japanese.
namespace denwaban {

/// A day by its quarter hours: answered, lost in a queue, lost before any, otherwise over. `by` is
/// `service_figures_by(CallGroup::quarter_hour, …)`; names that are no quarter hour are passed over. Cost: linear.
[[nodiscard]] std::string calls_of_day_svg(const std::map<std::string, ServiceFigures>& by, std::string_view title);

/// The same, a line a quarter hour from the first to the last of a call: how many came in, how many of them were lost,
/// and a bar. Cost: linear.
[[nodiscard]] std::string calls_of_day_text(const std::map<std::string, ServiceFigures>& by, std::string_view title);

/// A week by its hours, Monday first: how many calls came in on a mean such day; white where no such day is told.
/// Cost: linear.
[[nodiscard]] std::string calls_of_week_svg(std::span<const CallsOfDay> days, std::string_view title);
/// The same, a line a weekday, darker where more came in; `·` where none did. Cost: linear.
[[nodiscard]] std::string calls_of_week_text(std::span<const CallsOfDay> days, std::string_view title);

/// From call to booking: came in, waited in a queue, was answered, booked.
[[nodiscard]] std::string funnel_svg(const ServiceFigures& figures, const CallResults& results, std::string_view title);
/// The same where nobody knows what was booked.
[[nodiscard]] std::string funnel_svg(const ServiceFigures& figures, std::string_view title);
/// The same as text.
[[nodiscard]] std::string funnel_text(const ServiceFigures& figures, const CallResults& results,
                                      std::string_view title);
[[nodiscard]] std::string funnel_text(const ServiceFigures& figures, std::string_view title);

/// What all calls that are known can be drawn as.
enum class CallPicture : std::uint8_t {
    day,     ///< `calls_of_day_svg`, of all days together
    week,    ///< `calls_of_week_svg`
    funnel,  ///< `funnel_svg`, where nobody knows what was booked
};
template <>
inline constexpr std::array<std::string_view, 3> names_of<CallPicture>{"day", "week", "funnel"};

/// What a picture is drawn with.
enum class PictureForm : std::uint8_t { svg, text };
template <>
inline constexpr std::array<std::string_view, 2> names_of<PictureForm>{"svg", "text"};

/// All calls that are known, by the clocks of a zone. Errors: those of `calls_by_quarter_hour`. Cost: n log n.
[[nodiscard]] Expected<std::string> call_picture(CallPicture picture, const CallFacts& facts, const TimeZone& zone,
                                                 std::string_view title, PictureForm form = PictureForm::svg);
/// From call to booking, of the calls that are told; what is asked is a `ResultsQuestion`, whose group counts for
/// nothing.
///
/// Errors: those of reading, at their places.
[[nodiscard]] Expected<std::string, Errors> funnel_picture(const CallFacts& facts, const Directory* directory,
                                                           std::string_view question, std::string_view title,
                                                           PictureForm form);
/// Likewise, as SVG.
[[nodiscard]] Expected<std::string, Errors> funnel_svg(const CallFacts& facts, const Directory* directory,
                                                       std::string_view question, std::string_view title);

}  // namespace denwaban

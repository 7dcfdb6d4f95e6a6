#include <denwaban/pictures/call_pictures.hpp>

#include <denwaban/records/call_groups.hpp>

#include "documents/records/asked_results.hpp"

namespace denwaban {

Expected<std::string> call_picture(CallPicture picture, const CallFacts& facts, const TimeZone& zone,
                                   std::string_view title) {
    auto calls = facts.all();
    switch (picture) {
        case CallPicture::day: {
            const auto all = placed(std::move(calls), nullptr);
            return calls_of_day_svg(service_figures_by(CallGroup::quarter_hour, all, Duration{0}, zone), title);
        }
        case CallPicture::week: {
            const auto days = calls_by_quarter_hour(calls, zone);
            if (!days) return Unexpected{days.error()};
            return calls_of_week_svg(*days, title);
        }
        case CallPicture::funnel:
            break;
    }
    return funnel_svg(service_figures(calls, Duration{0}), title);
}

Expected<std::string, Errors> funnel_svg(const CallFacts& facts, const Directory* directory, std::string_view question,
                                         std::string_view title) {
    const auto asked = asked_results(facts, directory, question);
    if (!asked) return Unexpected{asked.error()};
    const auto& terms = asked->question.terms;
    std::vector<CallFact> told;
    for (const auto& [call, place] : asked->calls) {
        if (terms.from <= call.began && call.began < terms.until) told.push_back(call);
    }
    const auto results = call_results(asked->calls, asked->brought(), terms);
    return funnel_svg(service_figures(told, Duration{0}, terms.channel), results, title);
}

}  // namespace denwaban

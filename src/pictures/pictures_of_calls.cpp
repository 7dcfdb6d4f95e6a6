#include <denwaban/pictures/call_pictures.hpp>

#include <denwaban/records/call_groups.hpp>

#include "documents/records/asked_results.hpp"

namespace denwaban {

Expected<std::string> call_picture(CallPicture picture, const CallFacts& facts, const TimeZone& zone,
                                   std::string_view title, PictureForm form) {
    const bool is_text = form == PictureForm::text;
    auto calls = facts.all();
    switch (picture) {
        case CallPicture::day: {
            const auto all = placed(std::move(calls), nullptr);
            const auto by = service_figures_by(CallGroup::quarter_hour, all, Duration{0}, zone);
            return is_text ? calls_of_day_text(by, title) : calls_of_day_svg(by, title);
        }
        case CallPicture::week: {
            const auto days = calls_by_quarter_hour(calls, zone);
            if (!days) return Unexpected{days.error()};
            return is_text ? calls_of_week_text(*days, title) : calls_of_week_svg(*days, title);
        }
        case CallPicture::funnel:
            break;
    }
    const auto figures = service_figures(calls, Duration{0});
    return is_text ? funnel_text(figures, title) : funnel_svg(figures, title);
}

Expected<std::string, Errors> funnel_picture(const CallFacts& facts, const Directory* directory,
                                             std::string_view question, std::string_view title, PictureForm form) {
    const auto asked = asked_results(facts, directory, question);
    if (!asked) return Unexpected{asked.error()};
    const auto& terms = asked->question.terms;
    std::vector<CallFact> told;
    for (const auto& [call, place] : asked->calls) {
        if (terms.from <= call.began && call.began < terms.until) told.push_back(call);
    }
    const auto results = call_results(asked->calls, asked->brought(), terms);
    const auto figures = service_figures(told, Duration{0}, terms.channel);
    return form == PictureForm::text ? funnel_text(figures, results, title) : funnel_svg(figures, results, title);
}

Expected<std::string, Errors> funnel_svg(const CallFacts& facts, const Directory* directory, std::string_view question,
                                         std::string_view title) {
    return funnel_picture(facts, directory, question, title, PictureForm::svg);
}

}  // namespace denwaban

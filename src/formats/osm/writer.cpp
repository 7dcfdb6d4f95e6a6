#include "writer.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/hours/when.hpp>
#include <denwaban/talk/rules_sentence.hpp>

#include "meaning.hpp"
#include "selectors.hpp"

namespace denwaban::formats::osm {

namespace {

[[nodiscard]] Precedence precedence_of(const When& when) {
    if (const auto* all = std::get_if<AllOf>(&when.condition)) {
        auto most = Precedence::any_day;
        for (const auto& each : all->conditions) most = std::max(most, precedence_of(each));
        return most;
    }
    if (std::holds_alternative<EveryDay>(when.condition) || std::holds_alternative<NoneOf>(when.condition)) {
        return Precedence::any_day;
    }
    if (std::holds_alternative<OnWeekdays>(when.condition)) return Precedence::weekday;
    if (std::holds_alternative<OnHolidays>(when.condition)) return Precedence::holiday;
    if (std::holds_alternative<OnNamedHoliday>(when.condition)) return Precedence::holiday;
    if (std::holds_alternative<OnHolidayEves>(when.condition)) return Precedence::holiday_eve;
    if (std::holds_alternative<OnDaysAfterHolidays>(when.condition)) return Precedence::day_after_holiday;
    if (std::holds_alternative<InSeason>(when.condition)) return Precedence::season;
    if (std::holds_alternative<InPeriod>(when.condition) || std::holds_alternative<OnDates>(when.condition)) {
        return Precedence::dated;
    }
    return Precedence::nth_weekday;
}

/// A rule of ours with a condition that OSM can put into one selector, or that it can't at all.
struct Piece {
    const When* when;
    const Rule* rule;
    std::size_t place;
};

[[nodiscard]] std::size_t characters_in(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

class Writer {
public:
    explicit Writer(const Rules& rules) : rules_(rules) {}

    [[nodiscard]] RulesWriting write() && {
        if (auto text = as_it_was_read()) return {*std::move(text), std::move(findings_)};
        if (rules_.choices.unlisted == Unlisted::unknown) parts_.emplace_back("unknown");
        note_what_is_lost();
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) split(rules_.rules[i].when, i);
        const bool eve_first = rules_.choices.holiday_and_eve == HolidayAndEve::eve_rule;
        const std::array order{Precedence::any_day,
                               Precedence::weekday,
                               Precedence::nth_weekday,
                               Precedence::day_after_holiday,
                               eve_first ? Precedence::holiday : Precedence::holiday_eve,
                               eve_first ? Precedence::holiday_eve : Precedence::holiday,
                               Precedence::season,
                               Precedence::dated};
        // Of equally narrow rules our first one wins, OSM's last one.
        std::reverse(pieces_.begin(), pieces_.end());
        for (const auto precedence : order) {
            if (precedence == Precedence::dated) write_closings();
            for (const auto& piece : pieces_) {
                if (precedence_of(*piece.when) == precedence) write_piece(piece);
            }
        }
        if (parts_.empty()) parts_.emplace_back("off");
        return {join(parts_, "; "), std::move(findings_)};
    }

private:
    void find(std::string message, std::string path) {
        findings_.push_back(
            {FindingKind::not_expressible, Weight::loss, std::move(message), JsonPointer{std::move(path)}, {}, {}, {}});
    }

    void note_what_is_lost() {
        const auto& choices = rules_.choices;
        if (choices.saturday_eve == WeekendEve::does_not_count) find("no 祝前日 on Saturdays", "/choices/saturday_eve");
        if (choices.sunday_eve == WeekendEve::does_not_count) find("no 祝前日 on Sundays", "/choices/sunday_eve");
        for (std::size_t i = 0; i < rules_.rules.size(); ++i) {
            const auto* open = std::get_if<Open>(&rules_.rules[i].then);
            if (open == nullptr) continue;
            const bool orders = std::any_of(open->services.begin(), open->services.end(),
                                            [](const Service& service) { return service.last_orders != LastOrders{}; });
            if (orders) find("last orders", "/rules/" + std::to_string(i) + "/services");
        }
    }

    /// 土日祝 is two rules that hold the same: a date is named as narrowly as its narrowest part.
    void split(const When& when, std::size_t place) {
        if (const auto* any = std::get_if<AnyOf>(&when.condition)) {
            for (const auto& each : any->conditions) split(each, place);
        } else {
            pieces_.push_back({&when, &rules_.rules[place], place});
        }
    }

    [[nodiscard]] bool may_close_daily() const {
        return std::any_of(rules_.closings.begin(), rules_.closings.end(), [](const RegularClosing& closing) {
            return closing.effect == ClosingEffect::may_close && closing.services.empty() &&
                   std::holds_alternative<EveryDay>(closing.when.condition);
        });
    }

    /// 10:00-14:00,17:00-26:00, 11:00+ where nobody said the end; nothing if a time is beyond what OSM takes.
    [[nodiscard]] static std::optional<std::string> times(const std::vector<Service>& services) {
        std::vector<std::string> spans;
        for (const auto& service : services) {
            if (denwaban::detail::has_no_end(service)) {
                if (service.opens.count() >= 24 * 60) return std::nullopt;
                const auto* before = &service == &services.front() ? nullptr : &service - 1;
                const bool goes_on = before != nullptr && before->closes == service.opens;
                goes_on ? spans.back() += "+" : spans.emplace_back(to_string(service.opens) + "+");
                continue;
            }
            if (service.opens.count() >= 24 * 60 || service.closes.count() - service.opens.count() > 24 * 60)
                return std::nullopt;
            spans.push_back(to_string(service.opens) + "-" + to_string(service.closes));
        }
        return join(spans, ",");
    }

    void write_piece(const Piece& piece) {
        const auto path = "/rules/" + std::to_string(piece.place);
        const auto selector = selector_of(*piece.when);
        if (!selector) return find("holds on days that OSM can't name", path + "/when");
        const bool irregular = may_close_daily() && precedence_of(*piece.when) != Precedence::dated;
        auto text = text_of(*piece.rule, *selector, irregular);
        if (text) return parts_.push_back(*std::move(text));
        const bool open = std::holds_alternative<Open>(piece.rule->then);
        find("opens after midnight, or for more than a day", path + (open ? "/services" : "/unknown"));
    }

    /// A rule on the days of a selector; nothing if a time is beyond what OSM takes.
    [[nodiscard]] static std::optional<std::string> text_of(const Rule& rule, std::string text, bool irregular) {
        const auto* open = std::get_if<Open>(&rule.then);
        const auto* unknown = std::get_if<Unknown>(&rule.then);
        if (open == nullptr && unknown == nullptr) return text + (text.empty() ? "off" : " off") + comment(rule.label);
        const auto spans = times(open != nullptr ? open->services : unknown->services);
        if (!spans) return std::nullopt;
        text += (text.empty() || spans->empty() ? "" : " ") + *spans;
        if (unknown != nullptr || irregular) {
            text += text.empty() ? "unknown" : " unknown";
        } else if (!comment(rule.label).empty()) {
            text += " open";
        }
        return text + comment(rule.label);
    }

    /// Rules of which some leave out the days of others, as the reader makes them: in its order, if they come back.
    [[nodiscard]] std::optional<std::string> as_it_was_read() const {
        const auto leaves_out = [](const Rule& rule) {
            const auto* all = std::get_if<AllOf>(&rule.when.condition);
            const auto& last = all == nullptr ? rule.when : all->conditions.back();
            return std::holds_alternative<NoneOf>(last.condition);
        };
        if (std::none_of(rules_.rules.begin(), rules_.rules.end(), leaves_out)) return std::nullopt;
        std::vector<std::string> parts;
        for (auto rule = rules_.rules.rbegin(); rule != rules_.rules.rend(); ++rule) {
            const auto selector = selector_as_read(rule->when);
            auto text = selector ? text_of(*rule, *selector, false) : std::nullopt;
            if (!text) return std::nullopt;
            parts.push_back(*std::move(text));
        }
        auto text = join(parts, "; ");
        const auto read = rules_of(parse(text));
        return is_complete(read.findings) && read.rules == rules_ ? std::optional{std::move(text)} : std::nullopt;
    }

    [[nodiscard]] static std::string comment(std::string label) {
        std::erase(label, '"');
        return label.empty() ? "" : " \"" + label + "\"";
    }

    void write_closings() {
        for (std::size_t i = 0; i < rules_.closings.size(); ++i) {
            const auto& closing = rules_.closings[i];
            const auto path = "/closings/" + std::to_string(i);
            const auto selector = selector_of(closing.when);
            const bool every_day = std::holds_alternative<EveryDay>(closing.when.condition);
            const bool irregular = closing.effect == ClosingEffect::may_close;
            if (irregular && every_day && closing.services.empty()) continue;
            if (denwaban::detail::is_of_no_end(closing)) continue;
            if (!closing.services.empty()) {
                find("closes some services only", path + "/services");
            } else if (closing.on_holiday != OnHoliday{Displacement::stays}) {
                find("moves when it meets a 祝日", path + "/on_holiday");
            } else if (irregular) {
                // Not even the hours of those days are said then, but nothing that nobody said.
                find("may close, nobody knows when", path + "/when");
                if (selector) parts_.push_back(*selector + " unknown" + comment(closing.label));
            } else if (!selector) {
                find("closes on days that OSM can't name", path + "/when");
            } else {
                parts_.push_back(*selector + (selector->empty() ? "off" : " off") + comment(closing.label));
            }
        }
    }

    const Rules& rules_;
    std::vector<Piece> pieces_;
    std::vector<std::string> parts_;
    Findings findings_;
};

}  // namespace

RulesWriting write(const Rules& rules) {
    auto writing = Writer{rules}.write();
    constexpr std::size_t longest = 255;
    if (characters_in(writing.text) > longest) {
        writing.findings.push_back({FindingKind::not_expressible,
                                    Weight::loss,
                                    "longer than the 255 characters that OpenStreetMap keeps of a value",
                                    JsonPointer{""},
                                    {},
                                    {},
                                    {}});
    }
    return writing;
}

}  // namespace denwaban::formats::osm

#include <denwaban/pictures/call_report.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <denwaban/core/detail/xml_text.hpp>
#include <denwaban/pictures/call_pictures.hpp>

#include "documents/records/asked_results.hpp"
#include "percent.hpp"

namespace denwaban {

namespace {

/// A figure of a report: its heading, and what stands under it.
struct Cell {
    std::string_view heading;
    std::string (*of)(const ServiceFigures&, const CallResults&);
    /// Whether it is of bookings, and so unknown where nobody told them.
    enum class Of { calls, bookings } what = Of::calls;
};

using formats::percent;

[[nodiscard]] std::string seconds(std::optional<double> mean) {
    return mean ? std::to_string(std::lround(*mean)) + "秒" : "–";
}

constexpr std::array cells{
    Cell{"着信", [](const ServiceFigures& of, const CallResults&) { return std::to_string(of.offered); }},
    Cell{"応答", [](const ServiceFigures& of, const CallResults&) { return std::to_string(of.answered); }},
    Cell{"放棄（待ち中）", [](const ServiceFigures& of, const CallResults&) { return std::to_string(of.abandoned); }},
    Cell{"放棄（案内中）",
         [](const ServiceFigures& of, const CallResults&) { return std::to_string(of.abandoned_in_flow); }},
    Cell{"サービスレベル",
         [](const ServiceFigures& of, const CallResults&) {
             return percent(service_level(of, ServiceLevelFormula::answered_of_all));
         }},
    Cell{"平均応答時間", [](const ServiceFigures& of, const CallResults&) { return seconds(of.speed_of_answer); }},
    Cell{"平均処理時間", [](const ServiceFigures& of, const CallResults&) { return seconds(of.handle_time); }},
    Cell{"予約", [](const ServiceFigures&, const CallResults& of) { return std::to_string(of.bookings); },
         Cell::Of::bookings},
    Cell{"予約人数", [](const ServiceFigures&, const CallResults& of) { return std::to_string(of.covers); },
         Cell::Of::bookings},
    Cell{"一次解決率",
         [](const ServiceFigures&, const CallResults& of) { return percent(first_contact_resolution(of)); }},
    Cell{"放棄後のかけ直し",
         [](const ServiceFigures&, const CallResults& of) { return std::to_string(of.called_again); }},
    Cell{"うち予約", [](const ServiceFigures&, const CallResults& of) { return std::to_string(of.booked_later); },
         Cell::Of::bookings},
};

struct Table {
    CallGroup group;
    std::string_view caption;
};
constexpr std::array tables{
    Table{CallGroup::restaurant, "店舗別"},
    Table{CallGroup::day_kind, "平日・祝前日・祝日別"},
    Table{CallGroup::weekday, "曜日別"},
    Table{CallGroup::disposition, "用件別"},
    Table{CallGroup::queue, "キュー別"},
    Table{CallGroup::agent, "オペレーター別"},
    Table{CallGroup::channel, "チャネル別（チャットなども）"},
};

/// What is called otherwise by people.
struct Word {
    std::string_view name, word;
};
constexpr std::array words{
    Word{"holiday", "祝日"},
    Word{"holiday_eve", "祝前日"},
    Word{"plain", "平日・その他"},
    Word{"mon", "月"},
    Word{"tue", "火"},
    Word{"wed", "水"},
    Word{"thu", "木"},
    Word{"fri", "金"},
    Word{"sat", "土"},
    Word{"sun", "日"},
    Word{"voice", "電話"},
    Word{"chat", "チャット"},
    Word{"email", "メール"},
    Word{"task", "タスク"},
};
[[nodiscard]] constexpr bool has_words(CallGroup group) noexcept {
    return group == CallGroup::day_kind || group == CallGroup::weekday || group == CallGroup::channel;
}
/// Where a name stands among its words; behind them, what has none.
[[nodiscard]] std::size_t place_of(std::string_view name) noexcept {
    return static_cast<std::size_t>(std::ranges::find(words, name, &Word::name) - words.begin());
}
struct SpanUnit {
    Duration span;
    std::string_view name;
};
/// In the longest unit of which it is a whole number.
[[nodiscard]] std::string in_words(Duration span) {
    constexpr std::array units{SpanUnit{std::chrono::hours{1}, "時間"}, SpanUnit{std::chrono::minutes{1}, "分"},
                               SpanUnit{std::chrono::seconds{1}, "秒"}, SpanUnit{Duration{1}, "ミリ秒"}};
    if (span == Duration{0}) return "0秒";
    const auto* unit = std::ranges::find_if(units, [&](const SpanUnit& one) { return span % one.span == Duration{0}; });
    return std::to_string(span / unit->span) + std::string{unit->name};
}
[[nodiscard]] std::string named(CallGroup group, const std::string& name, const Directory* directory) {
    if (name.empty()) return "不明・なし";
    if (has_words(group) && place_of(name) < words.size()) return std::string{words[place_of(name)].word};
    if (group == CallGroup::restaurant && directory != nullptr) {
        const auto* opened = directory->find(RestaurantId{name});
        if (opened != nullptr && !opened->restaurant.name.empty()) return detail::xml_text(opened->restaurant.name);
    }
    return detail::xml_text(name);
}

constexpr std::string_view sheet = R"(
body{font-family:system-ui,sans-serif;margin:2rem;color:#222;background:#fff;line-height:1.5}
table{border-collapse:collapse;margin:0 0 2rem}caption{text-align:left;font-weight:bold;padding:.4rem 0}
th,td{border:1px solid #ccc;padding:.25rem .6rem;text-align:right}th[scope=row]{text-align:left}
thead th{background:#f2f2f2}svg{max-width:100%;height:auto;display:block;margin:0 0 2rem}
)";

class Report {
public:
    Report(std::span<const PlacedCall> calls, const Brought& brought, const CallReportTerms& terms,
           const TimeZone& zone, const Directory* directory)
        : brought_(brought), terms_(terms), zone_(zone), directory_(directory) {
        const auto& told = terms.told;
        const auto first = Date{terms.month / 1}, last = Date{terms.month / date::last};
        from_ = std::max(first, date_of(told.from));
        to_ = std::min(last, date_of(std::max(told.until, told.from + Duration{1}) - Duration{1}));
        for (const auto& call : calls) {
            const auto day = date_of(call.call.began);
            const bool is_told = told.from <= call.call.began && call.call.began < told.until;
            (is_told && first <= day && day <= last ? month_ : others_).push_back(call);
        }
    }
    [[nodiscard]] std::string write() && {
        const auto title = this->title();
        html_ = "<!doctype html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>" + title + "</title><style>" +
                std::string{sheet} + "</style></head><body><main><h1>" + title + "</h1>\n";
        const auto [figures, results] = all();
        table("全体", {{"合計", {figures, results}}});
        html_ += has_bookings() ? funnel_svg(figures, results, to_booking) : funnel_svg(figures, to_answer);
        html_ += calls_of_week_svg(days_of(facts()), week_title());
        html_ += calls_of_day_svg(by_quarters(), day_title);
        for (const auto& [group, caption] : tables) {
            const auto rows = by(group);
            const bool says_more = group != CallGroup::channel || rows.size() > 1;
            if (says_more) table(caption, rows);
        }
        notes(figures, results);
        return html_ + "</main></body></html>\n";
    }
    [[nodiscard]] std::string text() const {
        const auto [figures, results] = all();
        return title() + "\n\n" +
               (has_bookings() ? funnel_text(figures, results, to_booking) : funnel_text(figures, to_answer)) + "\n" +
               calls_of_week_text(days_of(facts()), week_title()) + "\n" + calls_of_day_text(by_quarters(), day_title);
    }

private:
    static constexpr std::string_view to_booking = "着信から予約まで", to_answer = "着信から応答まで",
                                      day_title = "15分ごとの着信（月の合計）";

    [[nodiscard]] std::string title() const {
        return std::to_string(static_cast<int>(terms_.month.year())) + "年" +
               std::to_string(static_cast<unsigned>(terms_.month.month())) + "月の" + what();
    }
    [[nodiscard]] std::string week_title() const { return "曜日と時間帯（" + span() + "の1日平均の着信）"; }
    [[nodiscard]] std::vector<CallFact> facts() const {
        std::vector<CallFact> facts;
        for (const auto& placed : month_) facts.push_back(placed.call);
        return facts;
    }
    [[nodiscard]] std::pair<ServiceFigures, CallResults> all() const {
        return {service_figures(facts(), terms_.threshold, terms_.told.channel),
                call_results(month_, brought_, terms_.told, others_)};
    }
    [[nodiscard]] std::map<std::string, ServiceFigures> by_quarters() const {
        return service_figures_by(CallGroup::quarter_hour, month_, terms_.threshold, zone_, terms_.told.channel);
    }
    [[nodiscard]] Date date_of(Instant instant) const { return date::floor<date::days>(zone_.local_time(instant)); }
    [[nodiscard]] bool has_bookings() const noexcept { return terms_.bookings == CallReportTerms::Bookings::told; }
    /// 電話, or what came in through the channel that is asked for.
    [[nodiscard]] std::string what() const {
        const auto name = name_of(terms_.told.channel.value_or(Channel::voice));
        return named(CallGroup::channel, std::string{name}, nullptr);
    }
    /// 11月1日～30日
    [[nodiscard]] std::string span() const {
        const auto day = [](Date one) {
            return std::to_string(static_cast<unsigned>(date::year_month_day{one}.day())) + "日";
        };
        const auto month = std::to_string(static_cast<unsigned>(terms_.month.month())) + "月";
        return from_ > to_ ? "日のない期間" : month + day(from_) + "～" + day(to_);
    }
    /// Every day that is told, also those of no call.
    [[nodiscard]] std::vector<CallsOfDay> days_of(const std::vector<CallFact>& facts) const {
        std::vector<CallsOfDay> days;
        for (auto day = from_; day <= to_; day += date::days{1}) {
            days.emplace_back().date = day;
        }
        std::vector<CallFact> told;
        const auto is_told = [&](const CallFact& call) {
            const auto date = date_of(call.began);
            return from_ <= date && date <= to_;
        };
        std::ranges::copy_if(facts, std::back_inserter(told), is_told);
        for (const auto& one : calls_by_quarter_hour(told, zone_, terms_.told.channel).value()) {
            days[static_cast<std::size_t>((one.date - from_).count())] = one;
        }
        return days;
    }

    using Row = std::pair<std::string, std::pair<ServiceFigures, CallResults>>;

    [[nodiscard]] std::vector<Row> by(CallGroup group) const {
        const auto results = call_results_by(group, month_, brought_, terms_.told, zone_, others_);
        const auto figures = service_figures_by(group, month_, terms_.threshold, zone_, terms_.told.channel);
        std::vector<std::string> names;
        for (const auto& [name, of] : figures) names.push_back(name);
        if (has_words(group)) {
            std::ranges::stable_sort(names, {}, [](const std::string& name) { return place_of(name); });
        }
        std::vector<Row> rows;
        for (const auto& name : names) {
            rows.push_back({named(group, name, directory_), {figures.at(name), results.at(name)}});
        }
        return rows;
    }
    void table(std::string_view caption, const std::vector<Row>& rows) {
        html_ += "<table><caption>" + std::string{caption} + "</caption><thead><tr><td></td>";
        for (const auto& cell : cells) html_ += "<th scope=\"col\">" + std::string{cell.heading} + "</th>";
        html_ += "</tr></thead><tbody>\n";
        for (const auto& [name, of] : rows) {
            html_ += "<tr><th scope=\"row\">" + name + "</th>";
            for (const auto& cell : cells) {
                const bool is_told = cell.what == Cell::Of::calls || has_bookings();
                html_ += "<td>" + (is_told ? cell.of(of.first, of.second) : "–") + "</td>";
            }
            html_ += "</tr>\n";
        }
        html_ += "</tbody></table>\n";
    }
    void notes(const ServiceFigures& figures, const CallResults& results) {
        const auto in_time = in_words(terms_.threshold);
        const auto again = in_words(terms_.told.again);
        html_ += "<h2>数え方</h2><ul><li>" + span() + "の" + what() + "。</li>" +
                 (has_bookings() ? "" : "<li>予約は知らされていない。</li>") + "<li>サービスレベルは" + in_time +
                 "以内の応答 ÷（応答＋放棄（待ち中））。短い放棄を除くと" +
                 percent(service_level(figures, ServiceLevelFormula::without_short_abandons)) + "、応答に数えると" +
                 percent(service_level(figures, ServiceLevelFormula::short_abandons_as_answered)) +
                 "。</li><li>一次解決は、同じ番号から同じ店へ前後" + again + "に電話がない応答。番号のない電話など" +
                 std::to_string(results.first_unknown) + "件は分からない。</li><li>放棄のうち" +
                 std::to_string(results.lost_unknown) + "件は、かけ直したか分からない。</li></ul>";
    }

    const Brought& brought_;
    const CallReportTerms& terms_;
    const TimeZone& zone_;
    const Directory* directory_;
    Date from_{}, to_{};
    std::vector<PlacedCall> month_, others_;
    std::string html_;
};

}  // namespace

std::string call_report_html(std::span<const PlacedCall> calls, const Brought& brought, const CallReportTerms& terms,
                             const TimeZone& zone, const Directory* directory) {
    return Report{calls, brought, terms, zone, directory}.write();
}

std::string call_report_text(std::span<const PlacedCall> calls, const Brought& brought, const CallReportTerms& terms,
                             const TimeZone& zone) {
    return Report{calls, brought, terms, zone, nullptr}.text();
}

Expected<std::string, Errors> call_report_html(const CallFacts& facts, const Directory* directory, const TimeZone& zone,
                                               date::year_month month, Duration threshold, std::string_view question) {
    const auto asked = asked_results(facts, directory, question);
    if (!asked) return Unexpected{asked.error()};
    return call_report_html(asked->calls, asked->brought(), {month, threshold, asked->question.terms}, zone, directory);
}

}  // namespace denwaban

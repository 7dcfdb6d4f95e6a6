#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/detail/xml_text.hpp>
#include <denwaban/core/time.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/talk/japanese_time.hpp>

namespace denwaban {

/// A reason in a few words for a log or an agent: 勤労感謝の日の前日, 第3火曜, 定休日; empty where no rule speaks.
[[nodiscard]] inline std::string describe(const Reason& reason) {
    const auto of = [](std::string_view holiday, std::string_view suffix) {
        return std::string{holiday} + std::string{suffix};
    };
    std::string label{reason.label};
    switch (reason.cause) {
        case Cause::unlisted:
            return "営業日ではない日";
        case Cause::holiday:
            return std::string{reason.holiday};
        case Cause::holiday_eve:
            return of(reason.holiday, "の前日");
        case Cause::day_after_holiday:
            return of(reason.holiday, "の翌日");
        case Cause::closing:
            return label.empty() ? "定休日" : label;
        case Cause::moved_closing:
            return of(reason.holiday, "の振替による") + (label.empty() ? "定休日" : label);
        case Cause::weekday:
            return label.empty() ? std::string{japanese_weekdays[date::weekday{reason.date}.c_encoding()]} + "曜日"
                                 : label;
        case Cause::any_day:
            return label.empty() ? "毎日の営業" : label;
        case Cause::nth_weekday:
            return label.empty() ? "月の中の決まった日" : label;
        case Cause::season:
            return label.empty() ? "期間中の予定" : label;
        case Cause::dated:
            return label.empty() ? "この日だけの予定" : label;
    }
    return label;
}

/// What to say to a caller, sentence by sentence.
struct Announcement {
    std::vector<std::string> sentences;

    /// The sentences one after the other.
    [[nodiscard]] std::string text() const {
        std::string all;
        for (const auto& sentence : sentences) all += sentence;
        return all;
    }

    /// The same for Amazon Polly, with a breath between sentences, and without characters that XML can't hold.
    [[nodiscard]] std::string ssml() const {
        std::string all = "<speak>";
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            if (i > 0) all += "<break time=\"300ms\"/>";
            all += detail::xml_text(sentences[i]);
        }
        return all + "</speak>";
    }
};

namespace detail {

/// Why a caller should know that today is not like other days; empty on a day like any other.
[[nodiscard]] inline std::string spoken_cause(const Reason& reason) {
    switch (reason.cause) {
        case Cause::holiday:
            return std::string{reason.holiday};
        case Cause::holiday_eve:
            return "祝前日";
        case Cause::day_after_holiday:
            return "祝日の翌日";
        case Cause::closing:
            return reason.label.empty() ? "定休日" : std::string{reason.label};
        case Cause::moved_closing:
            return "振替定休日";
        case Cause::season:
        case Cause::dated:
            return std::string{reason.label};
        case Cause::unlisted:
        case Cause::any_day:
        case Cause::weekday:
        case Cause::nth_weekday:
            return {};
    }
    return {};
}

class HoursAnnouncer {
public:
    HoursAnnouncer(const Hours& hours, const Status& status, Instant at)
        : hours_(hours), status_(status), at_(at), now_(hours.zone().local_time(at)) {}

    [[nodiscard]] Announcement announce() && {
        switch (status_.state) {
            case State::open:
                say_open();
                break;
            case State::closed:
                say_closed();
                break;
            case State::unknown:
                say_unknown();
                break;
        }
        return std::move(announcement_);
    }

private:
    void say(std::string sentence) { announcement_.sentences.push_back(std::move(sentence)); }

    [[nodiscard]] LocalTime local(Instant instant) const { return hours_.zone().local_time(instant); }
    [[nodiscard]] Date today() const { return date::floor<date::days>(now_); }

    /// 本日は祝前日のため、 — said only while the business date is still the caller's today; else `plain`.
    [[nodiscard]] std::string because(std::string_view plain = "本日は") const {
        const auto cause = status_.business_date == today() ? spoken_cause(status_.reason) : std::string{};
        return cause.empty() ? std::string{plain} : "本日は" + cause + "のため、";
    }

    [[nodiscard]] bool is_today(std::optional<Instant> instant) const {
        return instant && date::floor<date::days>(local(*instant)) == today();
    }

    void say_open() {
        const auto closes = status_.closes_at;
        if (!closes || *closes - at_ > std::chrono::hours{24}) return say("ただいま営業しております。");
        const auto until = japanese_until(local(*closes), now_);
        const bool since_yesterday = status_.business_date != today();
        const bool opens_again = !since_yesterday && is_today(status_.next_opening);
        if (since_yesterday) {
            say("ただいま営業しております。閉店は" + until + "です。");
        } else {
            say(because(opens_again ? "ただいま" : "本日は") + until + "まで営業しております。");
        }
        if (ends_with_service(*closes)) say_last_orders();
        if (opens_again) say("そのあとは" + japanese_clock(local(*status_.next_opening)) + "から営業いたします。");
    }

    /// Whether nothing follows the service under way, so that its last orders are those of the opening.
    [[nodiscard]] bool ends_with_service(Instant closes) const {
        if (status_.service == nullptr) return false;
        const auto end = denwaban::at(status_.business_date, status_.service->closes);
        return hours_.zone().after_last_before(end) == closes;
    }

    void say_last_orders() {
        const auto& orders = status_.last_orders;
        say_last("ご入店の最終受付", orders.entry);
        const bool one_alone_is_over = orders.food && orders.drink && is_over(*orders.food) != is_over(*orders.drink);
        if (orders.food) say_last(one_alone_is_over ? "お食事のラストオーダー" : "ラストオーダー", orders.food);
        if (!orders.food || one_alone_is_over) say_last("お飲み物のラストオーダー", orders.drink);
    }

    [[nodiscard]] bool is_over(Instant last) const { return last <= at_; }

    void say_last(const std::string& name, std::optional<Instant> last) {
        if (!last) return;
        say(name + "は" + (is_over(*last) ? "終了いたしました。" : japanese_until(local(*last), now_) + "です。"));
    }

    void say_closed() {
        const auto openings = hours_.openings_on(today()).value_or({});
        const auto is_open = [](const Opening& opening) { return opening.state == State::open; };
        const bool was_open = std::any_of(openings.begin(), openings.end(), [&](const Opening& opening) {
            return is_open(opening) && opening.ends <= at_;
        });
        const bool will_open = std::any_of(openings.begin(), openings.end(), [&](const Opening& opening) {
            return is_open(opening) && opening.begins == status_.next_opening;
        });
        if (will_open || is_today(status_.next_opening)) return say_opening_today(was_open);
        if (is_today(status_.next_unknown)) {
            say_unknown();
        } else if (was_open) {
            say("本日の営業は終了いたしました。");
        } else if (!openings.empty()) {
            say("ただいまは営業時間外です。");
        } else {
            say(because() + "お休みをいただいております。");
        }
        say_next_opening();
    }

    void say_opening_today(bool again) {
        const auto begins = japanese_until(local(*status_.next_opening), now_) + "から営業いたします。";
        if (again) return say("ただいま準備中です。" + begins);
        say(because() + begins);
    }

    void say_unknown() { say("申し訳ございません。本日の営業については、こちらでは分かりかねます。"); }

    void say_next_opening() {
        if (status_.next_unknown && !is_today(status_.next_unknown)) {
            say(japanese_day(date::floor<date::days>(local(*status_.next_unknown)), now_) + "の営業は未定です。");
        }
        if (!status_.next_opening) return;
        const auto next = local(*status_.next_opening);
        const auto date = date::floor<date::days>(next);
        const auto of = date - today() > date::days{1} ? "の" : "";
        say("次の営業は、" + japanese_day(date, now_) + of + japanese_clock(next) + "からです。");
    }

    const Hours& hours_;
    const Status& status_;
    Instant at_;
    LocalTime now_;
    Announcement announcement_;
};

}  // namespace detail

/// What a caller at `at` should hear of the hours: 「本日は祝前日のため、翌2時まで営業しております。」
/// `status` is what `hours` says of `at`.
[[nodiscard]] inline Announcement announce(const Hours& hours, const Status& status, Instant at) {
    return detail::HoursAnnouncer{hours, status, at}.announce();
}

}  // namespace denwaban

#include "talk_command.hpp"

#include <istream>
#include <ostream>
#include <utility>

#include <denwaban/core/names.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/talk_desk.hpp>
#include <denwaban/zones.hpp>

namespace denwaban::cli {

namespace {

[[nodiscard]] std::optional<std::string> set(TalkOptions& options, const std::string& flag, const std::string& value) {
    if (flag == "--caller") {
        const auto number = PhoneNumber::parse(value);
        if (!number) return "not a telephone number: " + value;
        options.caller = *number;
    } else if (flag == "--now") {
        options.now = parse_local_time(value);
        if (!options.now) return "not a local time (2026-11-27T15:00): " + value;
    } else if (flag == "--language") {
        const auto language = enumerator_named<Language>(value);
        if (!language) return "not a language (japanese, english): " + value;
        options.language = *language;
    } else {
        return "no such option: " + flag;
    }
    return {};
}

/// The restaurant as it is kept, its hours compiled for the years around `now`.
[[nodiscard]] Expected<OpenedRestaurant, Errors> opened(Ledger& ledger, const RestaurantId& id) {
    auto kept = KeptRestaurants{ledger}.find(id);
    if (!kept) return Unexpected{std::move(kept).error()};
    if (!*kept) {
        return Unexpected{Errors{{ErrorCode::unknown_reference, "restaurant " + id.text + " is not kept", {}}}};
    }
    auto zone = load_time_zone((*kept)->zone);
    if (!zone) return Unexpected{Errors{std::move(zone).error()}};
    return open_restaurant(**std::move(kept), HolidayCalendar::japan(), *std::move(zone));
}

class Terminal {
public:
    Terminal(const TalkOptions& options, const Streams& streams) : options_(options), streams_(streams) {}

    void say(const Reply& reply) {
        streams_.out << "☎ " << reply.say.text() << '\n';
        if (options_.ssml) streams_.out << "  " << reply.say.ssml() << '\n';
        streams_.out.flush();
    }
    [[nodiscard]] Exit end(const Conversation& conversation, const Now& now) {
        if (!conversation.reason) return Exit::understood;
        streams_.out << notes_of(screen_pop(conversation, now)) << '\n';
        return Exit::findings;
    }

private:
    const TalkOptions& options_;
    const Streams& streams_;
};

}  // namespace

Expected<TalkOptions, std::string> parse_talk_options(const std::vector<std::string>& words) {
    TalkOptions options;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--ssml") {
            options.ssml = true;
        } else if (words[i].empty() || words[i][0] != '-') {
            names.push_back(words[i]);
        } else if (i + 1 == words.size()) {
            return Unexpected{words[i] + " needs a value"};
        } else if (auto refusal = set(options, words[i], words[i + 1])) {
            return Unexpected{*std::move(refusal)};
        } else {
            ++i;
        }
    }
    if (names.size() != 2) return Unexpected{std::string{"a ledger and a restaurant are wanted"}};
    options.ledger = names[0];
    options.restaurant = {names[1]};
    return options;
}

Exit talk(std::istream& in, const TalkOptions& options, Instant (*clock)(), const Streams& streams) {
    const auto fail = [&](const Errors& errors) {
        streams.errors << to_string(errors) << '\n';
        return Exit::unreadable;
    };
    auto ledger = SqliteLedger::open(options.ledger);
    if (!ledger) return fail(ledger.error());
    const auto restaurant = opened(*ledger, options.restaurant);
    if (!restaurant) return fail(restaurant.error());

    const TalkPolicy policy;
    const TalkSetting setting{*restaurant, policy};
    const auto& zone = restaurant->hours.zone();
    const auto now = [&] { return options.now ? zone.first_at_or_after(*options.now) : clock(); };
    TalkDesk desk{*ledger, setting};
    Terminal terminal{options, streams};
    auto step = greet({"talk-" + std::to_string(clock().time_since_epoch().count())}, options.caller, options.language,
                      setting);
    for (int turn = 0;; ++turn) {
        const auto& reply = std::get<Reply>(step.next);
        terminal.say(reply);
        std::string line;
        if (!reply.listen || !std::getline(in, line)) return terminal.end(step.conversation, now_in(zone, now()));
        Utterance said;
        said.id = std::to_string(turn);
        (line.starts_with("#") ? said.keys : said.text) = line.starts_with("#") ? line.substr(1) : line;
        step = desk.hear(step.conversation, std::move(said), now());
    }
}

}  // namespace denwaban::cli

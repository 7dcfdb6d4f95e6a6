#include "talk_command.hpp"

#include <array>
#include <filesystem>
#include <istream>
#include <ostream>
#include <system_error>
#include <utility>

#include <denwaban/connect/lex_hook.hpp>
#include <denwaban/connect/talk_flow.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/ledger/desks.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/talk_desk.hpp>

#include "flags.hpp"
#include "opened_here.hpp"

namespace denwaban::cli {

namespace {

[[nodiscard]] Refusal set_caller(TalkOptions& options, const std::string& value) {
    const auto number = PhoneNumber::parse(value);
    if (!number) return "not a telephone number: " + value;
    options.caller = *number;
    return {};
}
[[nodiscard]] Refusal set_now(TalkOptions& options, const std::string& value) {
    options.now = parse_local_time(value);
    return options.now ? Refusal{} : "not a local time (2026-11-27T15:00): " + value;
}
[[nodiscard]] Refusal set_language(TalkOptions& options, const std::string& value) {
    const auto language = enumerator_named<Language>(value);
    if (!language) return "not a language (japanese, english): " + value;
    options.language = *language;
    return {};
}
[[nodiscard]] Refusal set_ssml(TalkOptions& options, const std::string&) {
    options.ssml = true;
    return {};
}

[[nodiscard]] Refusal set_form(TalkOptions& options, const std::string& value) {
    const auto form = enumerator_named<TalkForm>(value);
    if (!form) return "no such form (text, lex, flow): " + value;
    options.form = *form;
    return {};
}

using TalkFlag = Flag<TalkOptions>;
constexpr std::array talk_flags{
    TalkFlag{"--caller", TalkFlag::Takes::value, set_caller},
    TalkFlag{"--now", TalkFlag::Takes::value, set_now},
    TalkFlag{"--language", TalkFlag::Takes::value, set_language},
    TalkFlag{"--ssml", TalkFlag::Takes::nothing, set_ssml},
    TalkFlag{"--as", TalkFlag::Takes::value, set_form},
};

/// The restaurant as it is kept.
[[nodiscard]] Expected<OpenedRestaurant, Errors> opened(Ledger& ledger, const RestaurantId& id) {
    auto kept = KeptRestaurants{ledger}.find(id);
    if (!kept) return Unexpected{std::move(kept).error()};
    if (!*kept) {
        return Unexpected{Errors{{ErrorCode::unknown_reference, "restaurant " + id.text + " is not kept", {}}}};
    }
    return opened_here(**std::move(kept));
}

/// Of a bot that has these slots, and has been told nothing but who calls.
[[nodiscard]] LexEvent lex_event(const Conversation& talk) {
    LexEvent event;
    event.session = talk.id.text;
    event.intents = {{"Book", {"Day", "Time", "Party", "Name", "Phone"}}};
    if (const auto* number = std::get_if<PhoneNumber>(&talk.caller)) event.attributes["caller"] = number->e164();
    return event;
}

void say(const Conversation& talk, const Reply& reply, const TalkOptions& options, const Now& now, std::ostream& out) {
    switch (options.form) {
        case TalkForm::text:
            out << "☎ " << reply.say.text() << '\n';
            if (options.ssml) out << "  " << reply.say.ssml() << '\n';
            break;
        case TalkForm::lex:
            out << lex_response(lex_event(talk), talk, {}, now) << '\n';
            break;
        case TalkForm::flow:
            out << to_json(talk_flow(talk, {}, now)) << '\n';
            break;
    }
    out.flush();
}

}  // namespace

Expected<TalkOptions, std::string> parse_talk_options(const std::vector<std::string>& words) {
    TalkOptions options;
    const auto names = read_flags<TalkOptions>(words, talk_flags, options);
    if (!names) return Unexpected{names.error()};
    if (names->size() != 2) return Unexpected{std::string{"a ledger and a restaurant are wanted"}};
    options.ledger = (*names)[0];
    options.restaurant = {(*names)[1]};
    return options;
}

Exit talk(std::istream& in, const TalkOptions& options, Instant (*clock)(), const Streams& streams) {
    const auto fail = [&](const Errors& errors) {
        streams.errors << to_string(errors) << '\n';
        return Exit::unreadable;
    };
    // Who mistypes a name talks to no new ledger.
    std::error_code failed;
    if (!std::filesystem::exists(options.ledger, failed)) {
        streams.errors << "denwaban: there is no ledger " << options.ledger << '\n';
        return Exit::unreadable;
    }
    auto ledger = SqliteLedger::open(options.ledger);
    if (!ledger) return fail(ledger.error());
    const auto restaurant = opened(*ledger, options.restaurant);
    if (!restaurant) return fail(restaurant.error());

    const TalkPolicy policy;
    const TalkSetting setting{*restaurant, policy};
    const auto& zone = restaurant->hours.zone();
    const auto now = [&] { return options.now ? zone.first_at_or_after(*options.now) : clock(); };
    TalkDesk desk{*ledger, setting};
    auto step = greet({"talk-" + std::to_string(clock().time_since_epoch().count())}, options.caller, options.language,
                      setting);
    for (int turn = 0;; ++turn) {
        const auto& reply = std::get<Reply>(step.next);
        say(step.conversation, reply, options, now_in(zone, now()), streams.out);
        std::string line;
        if (!reply.listen || !std::getline(in, line)) break;
        Utterance said;
        said.id = std::to_string(turn);
        (line.starts_with("#") ? said.keys : said.text) = line.starts_with("#") ? line.substr(1) : line;
        step = desk.hear(step.conversation, std::move(said), now());
    }
    if (!step.conversation.reason) return Exit::understood;
    if (options.form == TalkForm::text) {
        streams.out << notes_of(screen_pop(step.conversation, now_in(zone, now()))) << '\n';
    }
    return Exit::findings;
}

}  // namespace denwaban::cli

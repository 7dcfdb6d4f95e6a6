#include <denwaban/documents/day_book_json.hpp>

#include "documents/engine/unknown_word.hpp"
#include "reservations.hpp"
#include "shapes.hpp"

namespace denwaban {

namespace formats {
namespace {

/// A second or two on a plan of 500 tables, and nobody else is answered meanwhile.
constexpr int most_nodes = 100'000;

[[nodiscard]] Now read_now(const Node& node, const TimeZone& zone) { return now_in(zone, node.instant()); }
[[nodiscard]] SearchBudget read_budget(const Node& node) {
    return {static_cast<std::size_t>(node.integer(1, most_nodes))};
}

[[nodiscard]] By read_by(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"actor", "who", "now", "key", "overrides", "note", "budget"}};
    By by;
    by.actor = fields.value_or("actor", read_named<Actor>, by.actor);
    by.who = fields.value_or("who", read_label);
    by.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    by.key = fields.value_or("key", read_label);
    by.overrides = fields.value_or("overrides", read_all_named<Limit>);
    by.note = fields.value_or("note", read_text);
    by.budget = fields.value_or("budget", read_budget, by.budget);
    return by;
}

[[nodiscard]] BookingId read_booking(const Fields& fields) {
    return fields.require("booking", read_id<struct BookingTag>);
}

/// A command whose object has `do`, `by` and no more than these keys.
template <class Keys>
[[nodiscard]] Fields command_fields(const Node& node, Keys keys) {
    std::vector<std::string_view> known{"do", "by"};
    known.insert(known.end(), keys.begin(), keys.end());
    return Fields{node, known};
}
using Keys = std::initializer_list<std::string_view>;

[[nodiscard]] Terms read_terms(const Fields& fields) {
    const auto held = read_if_any(fields, "held_until", read_instant);
    if (const auto latest = read_if_any(fields, "latest", read_minute)) {
        if (fields.value_or("commitment", read_named<Commitment>, Commitment::waiting) == Commitment::waiting)
            return Waiting{*latest, held};
        fields.optional("latest")->fail(ErrorCode::invalid_value, "is of who waits");
    }
    const auto word =
        fields.value_or("commitment", read_named<Commitment>, held ? Commitment::held : Commitment::confirmed);
    if (word == Commitment::requested) return Requested{};
    if (word == Commitment::held && held) return HeldUntil{*held};
    if (word != Commitment::confirmed || held) {
        fields.optional(held ? "held_until" : "commitment")
            ->fail(ErrorCode::invalid_value,
                   "must be confirmed, requested, held with held_until, or waiting with latest");
    }
    return Confirmed{};
}

[[nodiscard]] Command read_new(const Node& node, const DayBook*, Deed) {
    const auto keys = with_wish({"id", "begin", "details", "commitment", "held_until", "latest"});
    const auto fields = command_fields(node, keys);
    return NewReservation{fields.require("id", read_id<struct BookingTag>),
                          {read_wish(fields), fields.require("begin", read_minute)},
                          fields.value_or("details", read_details),
                          read_terms(fields)};
}
[[nodiscard]] GroupPart read_part(const Node& node) {
    const Fields fields{node, {"id", "party", "wanted_tables"}};
    return {fields.require("id", read_id<struct BookingTag>), fields.require("party", shapes::read_as<Party>),
            fields.value_or("wanted_tables", read_tables)};
}
[[nodiscard]] Command read_new_group(const Node& node, const DayBook*, Deed) {
    const auto keys = with_wish({"group", "parts", "begin", "details", "commitment", "held_until", "latest"});
    const auto fields = command_fields(node, keys);
    return NewGroup{fields.require("group", read_id<struct GroupTag>),
                    {read_wish(fields), fields.require("begin", read_minute)},
                    fields.require("parts", [](const Node& parts) { return read_some(parts, most_parts, read_part); }),
                    fields.value_or("details", read_details),
                    read_terms(fields)};
}
[[nodiscard]] Whom read_whom(const Fields& fields) { return fields.value_or("whom", read_named<Whom>); }
/// Of a group only the time is changed: the rest is each part's own.
[[nodiscard]] Command read_change_of_group(const Node& node) {
    const auto fields = command_fields(node, Keys{"booking", "whom", "begin"});
    return ChangeGroup{read_booking(fields), fields.require("begin", read_minute)};
}
[[nodiscard]] Command read_walk_in(const Node& node, const DayBook*, Deed) {
    const auto keys = with_wish({"id", "details"});
    const auto fields = command_fields(node, keys);
    return WalkIn{fields.require("id", read_id<struct BookingTag>), read_wish(fields),
                  fields.value_or("details", read_details)};
}
[[nodiscard]] Command read_change(const Node& node, const DayBook* book, Deed) {
    const auto whom = node.member("whom");
    if (whom && read_named<Whom>(*whom) == Whom::group) return read_change_of_group(node);
    const auto keys = with_wish({"booking", "whom", "begin"});
    const auto fields = command_fields(node, keys);
    auto booking = read_booking(fields);
    const auto* old = book != nullptr ? book->find(booking) : nullptr;
    Request request = old != nullptr ? Request{old->wish, old->begin} : Request{};
    if (old == nullptr) {
        // Whatever there is to read is read; the book answers that there is no such reservation.
        request.wish.party.adults = Covers::of(1);
    }
    request.wish = read_wish(fields, std::move(request.wish));
    request.begin = fields.value_or("begin", read_minute, request.begin);
    return Change{std::move(booking), std::move(request)};
}
/// Changes what it names and nothing else (RFC 7396): what is null goes, what is not said stays.
[[nodiscard]] Details read_details_upon(const Node& node, const Details& old) {
    if (!node.is_object()) return {};
    auto after = written(old);
    for (auto member = node.value().first(); member; member = member->next()) {
        const auto& known = shapes::shape_of<Details>.fields;
        const bool goes = member->is_null() && shapes::detail::place_of(known, member->key(), 0) < known.size();
        if (goes) {
            after.erase(member->key());
        } else {
            after[member->key()] = Json(*member);
        }
    }
    auto read = read_document(write_document(after), read_details);
    if (read) return *std::move(read);
    report_under(node, std::move(read).error());
    return {};
}
[[nodiscard]] Command read_change_details(const Node& node, const DayBook* book, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "details"});
    auto booking = read_booking(fields);
    const auto* old = book != nullptr ? book->find(booking) : nullptr;
    const auto before = old != nullptr ? old->details : Details{};
    return ChangeDetails{std::move(booking),
                         fields.require("details", [&](const Node& part) { return read_details_upon(part, before); })};
}
template <class Event>
[[nodiscard]] Event event_of(Deed deed) {
    return *enumerator_named<Event>(name_of(deed));
}
[[nodiscard]] Command read_follow(const Node& node, const DayBook*, Deed deed) {
    const auto fields = command_fields(node, Keys{"booking", "whom"});
    return Follow{read_booking(fields), event_of<CommitmentEvent>(deed), {}, read_whom(fields)};
}
[[nodiscard]] Command read_cancel(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "whom", "reason"});
    return Follow{read_booking(fields), CommitmentEvent::cancel,
                  read_if_any(fields, "reason", read_named<CancelReason>), read_whom(fields)};
}
[[nodiscard]] Command read_attend(const Node& node, const DayBook*, Deed deed) {
    const auto fields = command_fields(node, Keys{"booking"});
    return Attend{read_booking(fields), event_of<PresenceEvent>(deed), {}, {}};
}
[[nodiscard]] Command read_run_late(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "at"});
    return Attend{read_booking(fields), PresenceEvent::run_late, {}, read_if_any(fields, "at", read_minute)};
}
[[nodiscard]] Command read_sit_down(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "tables"});
    return Attend{read_booking(fields), PresenceEvent::sit_down, fields.value_or("tables", read_tables), {}};
}
[[nodiscard]] Command read_allocate(const Node& node, const DayBook*, Deed deed) {
    const auto fields = command_fields(node, Keys{"booking"});
    return Allocate{read_booking(fields), event_of<AllocationEvent>(deed), {}};
}
[[nodiscard]] Command read_pin(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "tables"});
    return Allocate{read_booking(fields), AllocationEvent::pin, fields.value_or("tables", read_tables)};
}
[[nodiscard]] Command read_block_command(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"table", "begin", "end", "note"});
    return Block{fields.require("table", read_id<struct TableTag>), fields.require("begin", read_minute),
                 fields.require("end", read_minute), fields.value_or("note", read_text)};
}
[[nodiscard]] Command read_unblock(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"table", "begin"});
    return Unblock{fields.require("table", read_id<struct TableTag>), fields.require("begin", read_minute)};
}

[[nodiscard]] Command read_swap(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "with"});
    return Swap{read_booking(fields), fields.require("with", read_id<struct BookingTag>)};
}
[[nodiscard]] Command read_undo(const Node& node, const DayBook*, Deed) {
    return Undo{read_booking(command_fields(node, Keys{"booking"}))};
}

[[nodiscard]] Command read_renew(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "whom", "held_until"});
    return Renew{read_booking(fields), fields.require("held_until", read_instant), read_whom(fields)};
}
[[nodiscard]] Command read_take_up(const Node& node, const DayBook*, Deed) {
    const auto fields = command_fields(node, Keys{"booking", "begin"});
    return TakeUp{read_booking(fields), fields.require("begin", read_minute)};
}

/// What each word of `do` is read by.
struct CommandForm {
    std::string_view word;
    Deed deed;
    Command (*read)(const Node&, const DayBook*, Deed);
};
constexpr std::array<CommandForm, 25> command_forms{{
    {"book", Deed::book, read_new},
    {"book_group", Deed::book, read_new_group},
    {"walk_in", Deed::book, read_walk_in},
    {"change", Deed::change, read_change},
    {"change_details", Deed::change_details, read_change_details},
    {"request", Deed::request, read_follow},
    {"confirm", Deed::confirm, read_follow},
    {"reconfirm", Deed::reconfirm, read_follow},
    {"cancel", Deed::cancel, read_cancel},
    {"decline", Deed::decline, read_follow},
    {"miss", Deed::miss, read_follow},
    {"run_late", Deed::run_late, read_run_late},
    {"arrive_partly", Deed::arrive_partly, read_attend},
    {"sit_down", Deed::sit_down, read_sit_down},
    {"leave", Deed::leave, read_attend},
    {"assign", Deed::assign, read_allocate},
    {"pin", Deed::pin, read_pin},
    {"unpin", Deed::unpin, read_allocate},
    {"unassign", Deed::unassign, read_allocate},
    {"block", Deed::block, read_block_command},
    {"unblock", Deed::unblock, read_unblock},
    {"swap", Deed::swap, read_swap},
    {"undo", Deed::undo, read_undo},
    {"renew", Deed::renew, read_renew},
    {"take_up", Deed::take_up, read_take_up},
}};

[[nodiscard]] const CommandForm* read_do(const Node& node) {
    const auto word = node.string();
    const auto found = std::find_if(command_forms.begin(), command_forms.end(),
                                    [&](const CommandForm& form) { return form.word == word; });
    if (found != command_forms.end()) return &*found;
    std::vector<std::string_view> words;
    for (const auto& form : command_forms) words.push_back(form.word);
    if (node.value().is_string()) {
        tell_unknown_word(node, word, ErrorCode::invalid_value, "must be one of " + Node::listed(words));
    }
    return nullptr;
}

[[nodiscard]] std::optional<GivenCommand> read_command(const Node& node, const DayBook& book, const TimeZone& zone) {
    if (!node.is_object()) return std::nullopt;
    const auto word = node.member("do");
    if (!word) {
        node.fail(ErrorCode::missing_key, "needs \"do\"");
        return std::nullopt;
    }
    const auto* form = read_do(*word);
    if (form == nullptr) return std::nullopt;
    auto command = form->read(node, &book, form->deed);
    const auto giver = node.member("by");
    if (!giver) {
        node.fail(ErrorCode::missing_key, "needs \"by\"");
        return std::nullopt;
    }
    return GivenCommand{std::move(command), read_by(*giver, zone)};
}

[[nodiscard]] std::vector<Renamed> read_renamed(const Node& node) {
    return read_some(node, FloorPlan::max_tables, [](const Node& one) {
        const Fields fields{one, {"from", "to"}};
        return Renamed{fields.require("from", read_id<struct TableTag>),
                       fields.require("to", read_id<struct TableTag>)};
    });
}

[[nodiscard]] std::optional<GivenEdit> read_edit(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"floor_plan", "renamed", "policy", "periods", "by"}};
    const auto by = fields.require("by", [&](const Node& part) { return read_by(part, zone); });
    const bool has_plan = fields.has("floor_plan"), has_policy = fields.has("policy"),
               has_periods = fields.has("periods");
    if (int{has_plan} + int{has_policy} + int{has_periods} != 1) {
        node.fail(ErrorCode::invalid_value, "must have exactly one of floor_plan, policy, periods");
        return std::nullopt;
    }
    auto renamed = fields.value_or("renamed", read_renamed);
    if (!has_plan && fields.has("renamed")) {
        fields.optional("renamed")->fail(ErrorCode::invalid_value, "is of a floor plan");
        return std::nullopt;
    }
    if (has_policy) return GivenEdit{read_policy(*fields.optional("policy")), by, {}};
    if (has_periods) return GivenEdit{read_periods(*fields.optional("periods")), by, {}};
    auto plan = read_floor_plan(*fields.optional("floor_plan"));
    if (!plan) return std::nullopt;
    return GivenEdit{*std::move(plan), by, std::move(renamed)};
}

/// A wish, of which everything may be left out where it is for what is being changed; and what was.
struct AskedWish {
    Wish wish;
    std::optional<BookingId> changing;
    std::vector<WishPart> stay;
};
[[nodiscard]] AskedWish read_asked_wish(const Fields& fields) {
    AskedWish asked;
    asked.changing = read_if_any(fields, "changing", read_id<struct BookingTag>);
    if (!asked.changing) {
        asked.wish = read_wish(fields);
        return asked;
    }
    // Whatever is not said is the reservation's.
    asked.wish.party.adults = Covers::of(1);
    asked.wish = read_wish(fields, std::move(asked.wish));
    for (std::size_t place = 0; place < count_of<WishPart>; ++place) {
        if (!fields.has(names_of<WishPart>[place])) asked.stay.push_back(static_cast<WishPart>(place));
    }
    return asked;
}

[[nodiscard]] AvailabilityQuestion read_availability(const Node& node, const TimeZone& zone) {
    const auto keys = with_wish({"first", "last", "now", "moves", "changing"});
    const Fields fields{node, keys};
    AvailabilityQuestion question;
    auto asked = read_asked_wish(fields);
    question.wish = std::move(asked.wish);
    question.changing = std::move(asked.changing);
    question.stay = std::move(asked.stay);
    question.starts.first = fields.value_or("first", read_minute, question.starts.first);
    question.starts.last = fields.value_or("last", read_minute, question.starts.last);
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.moves = read_if_any(fields, "moves", read_budget);
    return question;
}

[[nodiscard]] ProposalQuestion read_proposal(const Node& node, const TimeZone& zone) {
    const auto keys = with_wish({"begin", "now", "overrides", "budget", "changing"});
    const Fields fields{node, keys};
    ProposalQuestion question;
    auto asked = read_asked_wish(fields);
    question.request.wish = std::move(asked.wish);
    question.asking.changing = std::move(asked.changing);
    question.stay = std::move(asked.stay);
    question.request.begin = fields.require("begin", read_minute);
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.asking.overrides = fields.value_or("overrides", read_all_named<Limit>);
    question.asking.budget = fields.value_or("budget", read_budget, question.asking.budget);
    return question;
}

[[nodiscard]] LatePartiesQuestion read_late_parties(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"now", "grace"}};
    LatePartiesQuestion question;
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.grace = fields.value_or("grace", read_minutes_of_day, question.grace);
    return question;
}

[[nodiscard]] WaitingListQuestion read_waiting_list(const Node& node, const TimeZone& zone) {
    const Fields fields{node, {"now", "moves"}};
    WaitingListQuestion question;
    question.now = fields.require("now", [&](const Node& part) { return read_now(part, zone); });
    question.moves = read_if_any(fields, "moves", read_budget);
    return question;
}

/// Whatever a reader may not have made.
template <class T>
[[nodiscard]] Expected<T, Errors> unwrapped(Expected<std::optional<T>, Errors> read) {
    if (!read) return Unexpected{std::move(read).error()};
    return **std::move(read);
}

/// Of an object, the members that somebody said, as they were read; null where they are to go.
[[nodiscard]] Json said_of(const Node& node, const Json& read) {
    auto said = Json::object();
    for (auto member = node.value().first(); member; member = member->next()) said[member->key()] = nullptr;
    for (const auto& [key, value] : read.members()) {
        if (said.contains(key)) said[key] = value;
    }
    return said;
}

/// What a command says by itself.
[[nodiscard]] std::optional<Json> read_alone(const Node& node) {
    const auto word = node.member("do");
    const auto* form = word ? read_do(*word) : nullptr;
    if (form == nullptr) return std::nullopt;
    auto json = written(form->read(node, nullptr, form->deed));
    if (form->deed == Deed::change_details) json["details"] = said_of(*node.member("details"), json["details"]);
    if (form->deed != Deed::change) return json;
    auto said = Json::object();
    for (const auto& [key, value] : json.members()) {
        if (node.value().contains(key)) said[key] = value;
    }
    return said;
}

/// An object without some of its members.
[[nodiscard]] Json without(const Node& node, std::initializer_list<std::string_view> keys) {
    Json json(node.value());
    if (!json.is_object()) return json;
    for (const auto key : keys) json.erase(key);
    return json;
}

}  // namespace

std::optional<Command> read_whole_command(const Node& node) {
    if (!node.is_object()) return std::nullopt;
    const auto word = node.member("do");
    if (!word) node.fail(ErrorCode::missing_key, "needs \"do\"");
    const auto* form = word ? read_do(*word) : nullptr;
    return form != nullptr ? std::optional{form->read(node, nullptr, form->deed)} : std::nullopt;
}

Json rewritten_command(const Node& command) {
    auto read = read_document(write_document(command.value()), read_alone);
    return read && *read ? **std::move(read) : without(command, {"by"});
}

Json rewritten_giver(const Node& by) {
    auto read = read_document(write_document(by.value()),
                              [](const Node& node) { return written(read_by(node, TimeZone::tokyo())); });
    return read ? *std::move(read) : without(by, {"key", "now"});
}

}  // namespace formats

Expected<GivenCommand, Errors> command_from_json(std::string_view text, const DayBook& book, const TimeZone& zone) {
    using formats::Node;
    return formats::unwrapped(
        formats::read_document(text, [&](const Node& node) { return formats::read_command(node, book, zone); }));
}

Expected<GivenEdit, Errors> edit_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::unwrapped(
        formats::read_document(text, [&](const Node& node) { return formats::read_edit(node, zone); }));
}

Expected<AvailabilityQuestion, Errors> availability_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_availability(node, zone); });
}

Expected<LatePartiesQuestion, Errors> late_parties_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_late_parties(node, zone); });
}

Expected<WaitingListQuestion, Errors> waiting_list_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_waiting_list(node, zone); });
}

Expected<ProposalQuestion, Errors> proposal_question_from_json(std::string_view text, const TimeZone& zone) {
    using formats::Node;
    return formats::read_document(text, [&](const Node& node) { return formats::read_proposal(node, zone); });
}

}  // namespace denwaban

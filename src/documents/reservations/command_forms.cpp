#include "command_forms.hpp"

#include "documents/engine/unknown_word.hpp"
#include "reservations.hpp"
#include "shapes.hpp"

namespace denwaban::formats {

namespace {

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

}  // namespace

const CommandForm* form_of(const Node& command) {
    const auto word = command.member("do");
    if (!word) command.fail(ErrorCode::missing_key, "needs \"do\"");
    return word ? read_do(*word) : nullptr;
}

}  // namespace denwaban::formats

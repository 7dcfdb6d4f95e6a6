#pragma once

#include <array>

#include <denwaban/core/sizes.hpp>
#include <denwaban/reservation/detail/held.hpp>
#include <denwaban/reservation/reservation.hpp>

#include "documents/engine/held_rows.hpp"
#include "documents/engine/shapes.hpp"

/// What crosses a border of a reservation: a row a field.
namespace denwaban::shapes {

inline constexpr std::int64_t most_lines = longest_list;
inline constexpr int minutes_of_a_day = 24 * 60;

namespace detail {
template <>
struct Whole<Covers> {
    static Covers make(std::int64_t value) { return *Covers::make(static_cast<int>(value)); }
    static std::int64_t count(Covers covers) { return covers.count(); }
};
}  // namespace detail

template <>
inline constexpr Shape shape_of<Covers> = shape_as<Covers>(whole(0, Covers::max));

inline constexpr std::array party_fields{
    field<&Party::adults>("adults", always),
    field<&Party::children>("children", always, "Each has a chair."),
    field<&Party::infants>("infants", always, "On a lap or in a pram: no chair."),
    field<&Party::strollers>("strollers", or_else, "ベビーカー that come along, for whoever seats them to know."),
};
inline constexpr Shape party_record = record<Party>("Party", "Who comes together.", party_fields);
void read_party(const Node& node, Party& party);
void write_party(const Party& party, Sink& sink, const Value* before);
inline constexpr Shape party_adults = shape_as<Covers>(whole(1, Covers::max));
inline constexpr std::array<const Shape*, 2> party_ways{&party_adults, &party_record};
template <>
inline constexpr Shape shape_of<Party> = by_hand<Party, read_party, write_party>(either(party_ways, "AnyParty",
                                                                                        "A number counts adults."));

inline constexpr std::array needs_fields{
    field<&Needs::kinds>("kinds", or_else, "One of these; any, where there is none."),
    field<&Needs::areas>("areas", or_else, "Likewise."),
    field<&Needs::smoking>("smoking", if_any),
    field<&Needs::access>("access", or_else),
};
template <>
inline constexpr Shape shape_of<Needs> = record<Needs>("Needs", "What a seat must have.", needs_fields);

/// The rows of a wish, where it is a member of what they are written in, and where it stands by itself.
template <auto... At>
inline constexpr std::array wish_rows{
    field<At..., &Wish::party>("party", required),
    field<At..., &Wish::needs>("needs", always),
    field<At..., &Wish::channel>("channel", always),
    field<At..., &Wish::course>("course", if_any, kind::name),
    field<At..., &Wish::turn>("turn", if_any, whole(0, minutes_of_a_day),
                              "Minutes at the table, if it is not as the policy has it."),
    field<At..., &Wish::tables>("wanted_tables", or_else, "The very ones, joined."),
};
template <>
inline constexpr Shape shape_of<Wish> = record<Wish>("Wish", "What a party wants, whatever the time.", wish_rows<>);

inline constexpr std::array item_fields{
    field<&OrderedItem::name>("name", required, kind::name),
    field<&OrderedItem::count>("count", always, whole(1, Covers::max)),
};
template <>
inline constexpr Shape shape_of<OrderedItem> = record<OrderedItem>("OrderedItem", "料理・飲み放題など", item_fields);

inline constexpr std::array deposit_fields{
    field<&Deposit::amount>("amount", required, whole(0, denwaban::detail::most_money),
                            "In the currency's smallest unit."),
    field<&Deposit::currency>("currency", always, kind::name),
    field<&Deposit::due>("due", if_any),
    field<&Deposit::terms>("terms", or_else, kind::text),
    field<&Deposit::state>("state", or_else, "Where the money is."),
};
template <>
inline constexpr Shape shape_of<Deposit> = record<Deposit>("Deposit", "What is paid beforehand.", deposit_fields);

inline constexpr std::array details_fields{
    field<&Details::customer>("customer", if_any, "Of whom the visit is."),
    field<&Details::name>("name", or_else, kind::label),
    field<&Details::kana>("kana", or_else, kind::label, "The name's reading."),
    field<&Details::phone>("phone", if_any),
    field<&Details::email>("email", or_else, kind::label),
    field<&Details::items>("items", or_else, some(most_lines), "What is ordered beforehand."),
    field<&Details::occasion>("occasion", or_else, kind::label),
    field<&Details::allergies>("allergies", or_else, some<kind::label>(most_lines)),
    field<&Details::high_chairs>("high_chairs", or_else, whole(0, Covers::max), "For children."),
    field<&Details::for_restaurant>("for_restaurant", or_else, kind::text),
    field<&Details::for_centre>("for_centre", or_else, kind::text),
    field<&Details::taken_by>("taken_by", if_any, "The agent who took it."),
    field<&Details::contact>("contact", if_any, "The call in which it was taken."),
    field<&Details::deposit>("deposit", if_any),
};
static_assert(hold_alike(details_fields, denwaban::detail::held_texts_of_details,
                         denwaban::detail::held_lists_of_details));
template <>
inline constexpr Shape shape_of<Details> =
    record<Details>("Details", "What the book keeps of a reservation and does not reckon with.", details_fields);

inline constexpr std::array difference_fields{
    field<&Difference::what>("what", required, kind::label, "`begin`, `party`, `tables`, `details.phone`."),
    field<&Difference::from>("from", or_else, kind::text),
    field<&Difference::to>("to", or_else, kind::text),
};
template <>
inline constexpr Shape shape_of<Difference> = record<Difference>(
    "Difference", "What a deed made of one member, as text; of what is personal, only that it changed.",
    difference_fields);

inline constexpr std::array entry_fields{
    field<&Entry::deed>("deed", required),
    field<&Entry::by>("by", required),
    field<&Entry::at>("at", required),
    field<&Entry::who>("who", or_else, kind::label),
    field<&Entry::overridden>("overridden", or_else, "Limits that were passed knowingly."),
    field<&Entry::note>("note", or_else, kind::text),
    field<&Entry::changes>("changes", or_else, some(most_lines), "What the deed itself does not say."),
};
template <>
inline constexpr Shape shape_of<Entry> = record<Entry>("Entry", "What was done to a reservation, and by whom.",
                                                       entry_fields);

inline constexpr std::array reservation_times{
    field<&Reservation::id>("id", identity),
    field<&Reservation::begin>("begin", required),
    field<&Reservation::end>("end", required),
    field<&Reservation::buffer>("buffer", always, whole(0, minutes_of_a_day), "Minutes to reset the table."),
};
inline constexpr std::array reservation_state{
    field<&Reservation::commitment>("commitment", required),
    field<&Reservation::presence>("presence", always),
    field<&Reservation::allocation>("allocation", required),
    field<&Reservation::tables>("tables", always),
    field<&Reservation::held_until>("held_until", if_any),
    field<&Reservation::cancel_reason>("cancel_reason", if_any),
    field<&Reservation::fee>("fee", if_any, whole(1, 100),
                             "What its guest owes who cancelled late or never came, in percent."),
    field<&Reservation::expected_at>("expected_at", if_any, "When guests who are late said to come."),
    field<&Reservation::latest>("latest", if_any, "Of who waits: the last start that suits them."),
    field<&Reservation::group>("group", if_any, "Of those who belong together, each at a table of their own."),
    field<&Reservation::details>("details", always),
    field<&Reservation::history>("history", always, some(most_lines)),
};
inline constexpr auto reservation_fields = rows(reservation_times, wish_rows<&Reservation::wish>, reservation_state);
template <>
inline constexpr Shape shape_of<Reservation> = record<Reservation>("Reservation",
                                                                   "A party, when it comes, and where it sits.",
                                                                   reservation_fields);

}  // namespace denwaban::shapes

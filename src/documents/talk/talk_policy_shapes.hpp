#pragma once

#include <array>
#include <map>

#include <denwaban/talk/talk_policy.hpp>

#include "documents/calls/disposition_shapes.hpp"
#include "documents/reservations/shapes.hpp"

/// How a restaurant lets a machine speak for it.
namespace denwaban::shapes {

template <Named Key, class T, auto Kind>
void read_by_word(const Node& node, std::map<Key, T>& values) {
    read_words<Key>(node, [&](Key key, const Node& member) {
        read_shape(kind_of_shape<T, Kind>, member, &values.emplace(key, detail::New<T>::make()).first->second);
    });
}
template <Named Key, class T, auto Kind>
void write_by_word(const std::map<Key, T>& values, Sink& sink, const Value* before) {
    write_words<Key>(sink, before, kind_of_shape<T, Kind>, [&](Key key) -> const T* {
        const auto found = values.find(key);
        return found == values.end() ? nullptr : &found->second;
    });
}
template <Named Key, class T, auto Kind = ByType{}>
inline constexpr Shape by_word = by_hand<std::map<Key, T>, read_by_word<Key, T, Kind>, write_by_word<Key, T, Kind>>(
    map_by<Key>(kind_of_shape<T, Kind>));

inline constexpr std::array talk_policy_fields{
    field<&TalkPolicy::voice>("voice", or_else, kind::name, "Of Amazon Polly."),
    field<&TalkPolicy::manner>("manner", or_else),
    field<&TalkPolicy::barge_in>("barge_in", or_else),
    field<&TalkPolicy::asked>("asked", or_else, some(most_lines), "Beside day, time and party, in this order."),
    field<&TalkPolicy::offered>("offered", or_else, some(most_lines), "Where what was wanted is full, dearest first."),
    field<&TalkPolicy::most_offers>("most_offers", or_else, whole(0, 10), "At once."),
    field<&TalkPolicy::other_days>("other_days", or_else, whole(0, 7), "How far around the day others are looked at."),
    field<&TalkPolicy::terms>("terms", or_else),
    field<&TalkPolicy::hold>("hold", or_else, whole(1, 24 * 60 * 60), "Seconds, of a table that is read back."),
    field<&TalkPolicy::largest_party>("largest_party", or_else, "In chairs; a human takes more."),
    field<&TalkPolicy::most_allergies>("most_allergies", or_else, whole(0, most_lines), "A human takes more."),
    field<&TalkPolicy::known_allergies>("known_allergies", or_else, some<kind::name>(most_lines),
                                        "What may be written down without asking the kitchen; empty for anything."),
    field<&TalkPolicy::most_turns>("most_turns", or_else, whole(1, 1000), "Of the caller."),
    field<&TalkPolicy::most_failures>("most_failures", or_else, whole(0, 1000), "Commands that the book refuses."),
    field<&TalkPolicy::courses>("courses", or_else, some<kind::label>(most_lines), "Names."),
    field<&TalkPolicy::answers>("answers", or_else, by_word<Intent, std::string, kind::text>,
                                "To questions about directions, parking and the like."),
    field<&TalkPolicy::messages>("messages", or_else, by_word<Intent, DispositionCode>,
                                 "Under which code of the catalogue messages are taken; else a human takes them."),
};
template <>
inline constexpr Shape shape_of<TalkPolicy> = record<TalkPolicy>("TalkPolicy",
                                                                 "How a restaurant lets a machine speak for it.",
                                                                 talk_policy_fields);

}  // namespace denwaban::shapes

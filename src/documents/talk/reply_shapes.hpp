#pragma once

#include <array>
#include <limits>
#include <string>

#include <denwaban/talk/conversation.hpp>

#include "documents/calls/call_shapes.hpp"
#include "talk_shapes.hpp"

/// What is said next, and what is handed over.
namespace denwaban::shapes {

struct SpokenParts {
    std::string text;
    std::string ssml;
};
inline constexpr std::array spoken_fields{
    field<&SpokenParts::text>("text", required, "As one writes it."),
    field<&SpokenParts::ssml>("ssml", required, "A whole document for Amazon Polly."),
};
inline constexpr Shape spoken_parts = record<SpokenParts>("Spoken", "Something to say.", spoken_fields);
void make_spoken(const Node& node, SpokenParts parts, Spoken& spoken);
[[nodiscard]] SpokenParts spoken_parts_of(const Spoken& spoken);
template <>
inline constexpr Shape shape_of<Spoken> = made_of<Spoken, make_spoken, spoken_parts_of>(spoken_parts);

void read_key(const Node& node, char& key);
void write_key(const char& key, Sink& sink, const Value* before);
inline constexpr std::array keypad_fields{
    field<&Keypad::most>("most", required, whole(1, 100), "Figures."),
    field<&Keypad::end>("end", always, by_hand<char, read_key, write_key>({.sort = Sort::name}), "The key that ends."),
};
template <>
inline constexpr Shape shape_of<Keypad> = record<Keypad>("Keypad", "Keys that are taken in place of speech.",
                                                         keypad_fields);

inline constexpr std::array listening_fields{
    field<&Listening::asked>("asked", or_null),
    field<&Listening::hints>("hints", always, some<kind::text>(most_lines), "Words that a recogniser should expect."),
    field<&Listening::keypad>("keypad", or_null),
    field<&Listening::barge_in>("barge_in", always),
};
template <>
inline constexpr Shape shape_of<Listening> = record<Listening>("Listening", "What to listen for.", listening_fields);

/// Where it stands in a turn, and by itself.
template <auto... At>
inline constexpr std::array reply_rows{
    field<At..., &Reply::say>("say", required),
    field<At..., &Reply::listen>("listen", or_null, "Nothing where the conversation is over."),
};
template <>
inline constexpr Shape shape_of<Reply> = record<Reply>("Reply", "What to say, and then to listen for.", reply_rows<>);

inline constexpr std::array said_line_fields{
    field<&SaidLine::who>("who", required),
    field<&SaidLine::text>("text", required),
};
template <>
inline constexpr Shape shape_of<SaidLine> = record<SaidLine>("SaidLine", "A line of what was said.", said_line_fields);
inline constexpr std::int64_t most_said_lines = 10'000;

inline constexpr std::array held_table_fields{
    field<&HeldTable::date>("date", required),
    field<&HeldTable::booking>("booking", required),
    field<&HeldTable::until>("until", required),
};
template <>
inline constexpr Shape shape_of<HeldTable> = record<HeldTable>("HeldTable", "A table that is kept free meanwhile.",
                                                               held_table_fields);

inline constexpr std::array heard_slot_fields{
    field<&HeardSlot::slot>("slot", required),
    field<&HeardSlot::value>("value", required, "As one writes it; the readings, while they are in doubt."),
    field<&HeardSlot::words>("words", required, "As they were said."),
};
template <>
inline constexpr Shape shape_of<HeardSlot> = record<HeardSlot>("HeardSlot", "One slot of what was heard.",
                                                               heard_slot_fields);

inline constexpr std::array voice_stream_fields{
    field<&VoiceStream::arn>("arn", required, "Of a stream of Kinesis Video."),
    field<&VoiceStream::fragment>("fragment", or_else, "Its number, in which the caller begins."),
};
template <>
inline constexpr Shape shape_of<VoiceStream> = record<VoiceStream>("VoiceStream", "Where a caller's voice is streamed.",
                                                                   voice_stream_fields);

/// What is handed over, and the same as notes.
struct HandedOver {
    ScreenPop pop;
    std::string notes;
    friend bool operator==(const HandedOver&, const HandedOver&) = default;
};
inline constexpr std::array handed_over_fields{
    field<&HandedOver::pop, &ScreenPop::purpose>("purpose", or_null),
    field<&HandedOver::pop, &ScreenPop::reason>("reason", or_null),
    field<&HandedOver::pop, &ScreenPop::caller>("caller", always),
    field<&HandedOver::pop, &ScreenPop::heard>("heard", always, some(most_lines)),
    field<&HandedOver::pop, &ScreenPop::message>("message", always),
    field<&HandedOver::pop, &ScreenPop::held>("held", always, some(most_lines)),
    field<&HandedOver::pop, &ScreenPop::unanswered>("unanswered", always, some(most_lines)),
    field<&HandedOver::pop, &ScreenPop::lines>("lines", always, some(most_said_lines)),
    field<&HandedOver::pop, &ScreenPop::stream>("stream", if_any, "In which the caller can be heard again."),
    field<&HandedOver::notes>("notes", always, "The same in lines."),
};
template <>
inline constexpr Shape shape_of<HandedOver> = record<HandedOver>("HandedOver",
                                                                 "What the agent sees who takes a conversation over.",
                                                                 handed_over_fields);

}  // namespace denwaban::shapes

#pragma once

#include <array>

#include <denwaban/documents/talk_json.hpp>

#include "documents/engine/shapes.hpp"
#include "documents/reservations/shapes.hpp"

/// What words mean, and under what they were heard.
namespace denwaban::shapes {

inline constexpr std::int64_t most_bytes = std::int64_t{1} << 32U;
inline constexpr std::array byte_range_fields{
    field<&ByteRange::begin>("begin", required, whole(0, most_bytes)),
    field<&ByteRange::end>("end", required, whole(0, most_bytes), "Not included."),
};
template <>
inline constexpr Shape shape_of<ByteRange> = record<ByteRange>("ByteRange", "Bytes of the text as UTF-8.",
                                                               byte_range_fields);

template <class T>
inline constexpr std::array heard_fields{
    field<&Heard<T>::readings>("readings", required, at_least_one<>, "All that stand, the likelier first."),
    field<&Heard<T>::words>("words", or_else),
    field<&Heard<T>::precision>("precision", or_else),
    field<&Heard<T>::decider>("decider", if_any, "What would tell which was meant."),
};
template <class T>
inline constexpr std::string_view heard_name{};
template <>
inline constexpr std::string_view heard_name<Date> = "HeardDay";
template <>
inline constexpr std::string_view heard_name<TimeWish> = "HeardTime";
template <>
inline constexpr std::string_view heard_name<PartyWish> = "HeardParty";
template <>
inline constexpr std::string_view heard_name<SpokenName> = "HeardName";
template <>
inline constexpr std::string_view heard_name<PhoneNumber> = "HeardPhone";
template <>
inline constexpr std::string_view heard_name<std::string> = "HeardDigits";
template <>
inline constexpr std::string_view heard_name<CourseWish> = "HeardCourse";
template <>
inline constexpr std::string_view heard_name<Occasion> = "HeardOccasion";
template <>
inline constexpr std::string_view heard_name<Budget> = "HeardBudget";
template <class T>
inline constexpr Shape shape_of<Heard<T>> = record<Heard<T>>(heard_name<T>, "What some words say.", heard_fields<T>);
template <>
inline constexpr std::array heard_fields<std::string>{
    field<&Heard<std::string>::readings>("readings", required, at_least_one<kind::name>),
    field<&Heard<std::string>::words>("words", or_else),
    field<&Heard<std::string>::precision>("precision", or_else),
    field<&Heard<std::string>::decider>("decider", if_any),
};

inline constexpr std::array time_range_fields{
    field<&TimeRange::from>("from", if_any),
    field<&TimeRange::until>("until", if_any),
};
template <>
inline constexpr Shape shape_of<TimeRange> = record<TimeRange>("TimeRange", "Any time from one to the other.",
                                                               time_range_fields);
inline constexpr std::array time_wish_forms{
    form<TimeWish, MinuteOfDay>("at"),
    form<TimeWish, TimeRange>("between"),
    form<TimeWish, PartOfDay>("part"),
};
template <>
inline constexpr Shape shape_of<TimeWish> = forms("TimeWish", "When a party comes.", time_wish_forms);

inline constexpr WholeKind people_more = whole(-Covers::max, Covers::max);
inline constexpr std::array party_change_fields{
    field<&PartyChange::adults>("adults", or_else, people_more),
    field<&PartyChange::children>("children", or_else, people_more),
    field<&PartyChange::infants>("infants", or_else, people_more),
};
template <>
inline constexpr Shape shape_of<PartyChange> = record<PartyChange>("PartyChange", "あと一人増える",
                                                                   party_change_fields);
inline constexpr std::array party_wish_forms{
    form<PartyWish, Party>("party", party_record),
    form<PartyWish, PartyChange>("change"),
};
template <>
inline constexpr Shape shape_of<PartyWish> = forms("PartyWish", "Who comes.", party_wish_forms);

inline constexpr std::array spoken_name_fields{
    field<&SpokenName::kana>("kana", or_else, kind::label, "Katakana; none where the reading is not known."),
    field<&SpokenName::written>("written", or_else, kind::label, "As it stood in the words."),
};
template <>
inline constexpr Shape shape_of<SpokenName> = record<SpokenName>("SpokenName", "A name as it was said.",
                                                                 spoken_name_fields);

inline constexpr std::array heard_need_fields{
    field<&HeardNeed::need>("need", required),
    field<&HeardNeed::wanted>("wanted", or_else),
    field<&HeardNeed::words>("words", or_else),
};
template <>
inline constexpr Shape shape_of<HeardNeed> = record<HeardNeed>("HeardNeed", "個室がいいです", heard_need_fields);
inline constexpr std::array heard_allergy_fields{
    field<&HeardAllergy::what>("what", or_else, kind::text),
    field<&HeardAllergy::wanted>("wanted", or_else, "unwanted: アレルギーはありません"),
    field<&HeardAllergy::words>("words", or_else),
};
template <>
inline constexpr Shape shape_of<HeardAllergy> = record<HeardAllergy>("HeardAllergy", "What somebody can't eat.",
                                                                     heard_allergy_fields);

inline constexpr std::array course_wish_forms{
    form<CourseWish, SeatOnly>("seat_only", only_true),
    form<CourseWish, NamedCourse>("named", bare<&NamedCourse::name, kind::text>()),
};
template <>
inline constexpr Shape shape_of<CourseWish> = forms("CourseWish", "席のみ, or a course.", course_wish_forms);

inline constexpr WholeKind yen = whole(0, 1'000'000'000);
inline constexpr std::array budget_fields{
    field<&Budget::least>("least", if_any, yen),
    field<&Budget::most>("most", if_any, yen),
    field<&Budget::of>("of", or_else),
};
template <>
inline constexpr Shape shape_of<Budget> = record<Budget>("Budget", "Yen.", budget_fields);

inline constexpr std::array spoken_slots_fields{
    field<&Slots::day>("day", if_any),
    field<&Slots::time>("time", if_any),
    field<&Slots::party>("party", if_any),
    field<&Slots::name>("name", if_any),
    field<&Slots::phone>("phone", if_any),
    field<&Slots::digits>("digits", if_any, "Of a number that is no whole one yet."),
    field<&Slots::needs>("needs", or_else),
    field<&Slots::allergies>("allergies", or_else),
    field<&Slots::course>("course", if_any),
    field<&Slots::occasion>("occasion", if_any),
    field<&Slots::budget>("budget", if_any),
};
template <>
inline constexpr Shape shape_of<Slots> = record<Slots>("Slots", "What was said of a booking.", spoken_slots_fields);

inline constexpr std::array heard_intent_fields{
    field<&HeardIntent::intent>("intent", required),
    field<&HeardIntent::words>("words", or_else),
};
template <>
inline constexpr Shape shape_of<HeardIntent> = record<HeardIntent>("HeardIntent", "What is wanted.",
                                                                   heard_intent_fields);

inline constexpr std::array meaning_fields{
    field<&Meaning::intents>("intents", always, "The strongest first."),
    field<&Meaning::polarity>("polarity", always),
    field<&Meaning::slots>("slots", always),
    field<&Meaning::corrected>("corrected", always, "Of which a value was taken back."),
    field<&Meaning::unread>("unread", always, "Words with a figure in them that were not understood."),
    field<&Meaning::booked_day>("booked_day", if_any, "Of the booking that is to be changed, cancelled or told of."),
    field<&Meaning::booked_time>("booked_time", if_any, "Of the same booking."),
};
template <>
inline constexpr Shape shape_of<Meaning> = record<Meaning>("Meaning", "What somebody said.", meaning_fields);

inline constexpr std::array hearing_fields{
    field<&HearingNote::now>("now", required),
    field<&HearingNote::zone>("zone", or_else, kind::name, "Of callers, where no hours are known."),
    field<&HearingNote::asked>("asked", if_any),
    field<&HearingNote::known>("known", or_else),
    field<&HearingNote::offered>("offered", or_else, "The times of an offer."),
    field<&HearingNote::courses>("courses", or_else, any_number<kind::label>, "The restaurant's names for them."),
};
template <>
inline constexpr Shape shape_of<HearingNote> = record<HearingNote>("Hearing", "Under what words are understood.",
                                                                   hearing_fields);

}  // namespace denwaban::shapes

#include "moves.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

namespace {

/// 3日早めて, 2日後ろに: how a day that is known is moved; 0 where it is not said which way, nothing where none is.
[[nodiscard]] std::optional<int> moved_by(std::u16string_view after) {
    for (const std::u16string_view about : {u"ほど", u"くらい", u"ぐらい", u"だけ", u"ばかり"}) {
        if (after.starts_with(about)) after.remove_prefix(about.size());
    }
    struct Way {
        std::u16string_view word;
        int sign;
    };
    constexpr auto moves = std::to_array<Way>(
        {{u"早めて", -1},   {u"早めら", -1},    {u"早めた", -1},   {u"早めれ", -1},  {u"早めます", -1},
         {u"早くし", -1},   {u"早くでき", -1},  {u"早くなり", -1}, {u"前倒", -1},    {u"繰り上げ", -1},
         {u"前にずら", -1}, {u"遅らせ", 1},     {u"遅らし", 1},    {u"遅くし", 1},   {u"遅くでき", 1},
         {u"手前に", -1},   {u"前に変", -1},    {u"前にして", -1}, {u"後ろ", 1},     {u"うしろ", 1},
         {u"後倒", 1},      {u"後にずら", 1},   {u"後に延", 1},    {u"後にのば", 1}, {u"あとにずら", 1},
         {u"あとに延", 1},  {u"あとにのば", 1}, {u"先にずら", 1},  {u"先に延", 1},   {u"先にのば", 1},
         {u"先延ば", 1},    {u"先送り", 1},     {u"繰り下げ", 1},  {u"延期", 1},     {u"延ば", 1},
         {u"のばし", 1},    {u"ずら", 0},       {u"ずれ", 0}});
    const auto* const found =
        std::find_if(moves.begin(), moves.end(), [&](const Way& way) { return after.starts_with(way.word); });
    return found == moves.end() ? std::nullopt : std::optional{found->sign};
}

}  // namespace

std::optional<Move> move_in(std::u16string_view text) {
    struct Unit {
        std::u16string_view word;
        int days;
    };
    constexpr auto units = std::to_array<Unit>({{u"日", 1}, {u"にち", 1}, {u"週間", 7}, {u"しゅうかん", 7}});
    for (const auto& one : units) {
        if (!text.starts_with(one.word)) continue;
        const auto sign = moved_by(text.substr(one.word.size()));
        if (!sign || (*sign == 0 && one.days > 1)) return std::nullopt;
        return Move{*sign * one.days, one.word.size()};
    }
    return std::nullopt;
}

}  // namespace denwaban::talk

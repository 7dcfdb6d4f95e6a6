#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include <denwaban/core/names.hpp>

#include "sentences.hpp"

namespace denwaban::detail::talk {

/// A sentence in both languages, with what is said in its braces. `{desu}`, `{excuse}`, `{sorry}` and `{certainly}` are
/// the manner's words.
struct Sentence {
    Line line;
    std::array<std::string_view, count_of<Language>> words;
};
/// In the order of `Line`.
inline constexpr auto sentences = std::to_array<Sentence>({
    {Line::greeting,
     {"お電話ありがとうございます。{restaurant}{desu}。ご用件をお聞かせください。",
      "Thank you for calling {restaurant}. How may I help you?"}},
    {Line::ask_wish,
     {"ご予約、ご変更、お取り消しなど、ご用件をお聞かせください。",
      "Would you like to book a table, or to change or cancel a booking?"}},
    {Line::ask_more, {"ほかにご用件はございますか。", "Is there anything else?"}},
    {Line::ask_day, {"ご希望の日にちはいつでしょうか。", "For what day, please?"}},
    {Line::ask_time, {"お時間は何時がよろしいでしょうか。", "At what time, please?"}},
    {Line::ask_time_of_part, {"{part}{desu}ね。何時がよろしいでしょうか。", "{part}: at what time, please?"}},
    {Line::ask_time_until,
     {"{until}まで{desu}ね。何時からお越しになりますか。", "Until {until}: from what time, please?"}},
    {Line::ask_party, {"何名様でしょうか。", "For how many people?"}},
    {Line::ask_name, {"お名前をお願いいたします。", "May I have your name, please?"}},
    {Line::ask_phone, {"お電話番号をお願いいたします。", "May I have your telephone number, please?"}},
    {Line::ask_needs, {"お席のご希望はございますか。", "Is there anything you would like of your table?"}},
    {Line::ask_allergies, {"アレルギーはございますか。", "Does anyone have an allergy?"}},
    {Line::ask_course,
     {"お料理はどのコースになさいますか。お席のみでも承ります。", "Which course would you like, or the table only?"}},
    {Line::ask_occasion, {"お祝いなど、ご利用の目的はございますか。", "Is it for an occasion?"}},
    {Line::ask_budget, {"ご予算はおいくらくらいでしょうか。", "What is your budget?"}},
    {Line::ask_lost, {"どのようなお忘れ物でしょうか。", "What did you leave behind?"}},
    {Line::ask_late, {"何時ごろのご到着になりますか。", "At about what time will you arrive?"}},
    {Line::ask_change, {"ご予約をどのように変更なさいますか。", "How would you like to change it?"}},
    {Line::ask_what_is_wrong, {"どちらを変更いたしましょうか。", "What should I change?"}},
    {Line::ask_other,
     {"別のお時間か、別の日にちはいかがでしょうか。", "Would another time, or another day, suit you?"}},
    {Line::ask_which_booking,
     {"ご予約が{count}件ございます。何日のご予約でしょうか。",
      "There are {count} bookings. For what day is the one you mean?"}},
    {Line::ask_which_time,
     {"ご予約が{count}件ございます。何時のご予約でしょうか。",
      "There are {count} bookings. At what time is the one you mean?"}},
    {Line::ask_booking_phone,
     {"ご予約のお電話番号をお願いいたします。", "Under what telephone number is the booking, please?"}},
    {Line::ask_booking_name, {"ご予約のお名前をお願いいたします。", "Under what name is the booking, please?"}},
    {Line::ask_two, {"{readings}、どちらでしょうか。", "{readings}: which one, please?"}},
    {Line::ask_several, {"{readings}、どれになさいますか。", "{readings}: which one, please?"}},
    {Line::ask_whether, {"{readings}でよろしいでしょうか。", "{readings}: is that right?"}},
    {Line::heard, {"{slots}{desu}ね。", "{slots}."}},
    {Line::between, {"{from}から{until}の間", "between {from} and {until}"}},
    {Line::again, {"{excuse}、もう一度お願いいたします。", "I am sorry, could you say that again?"}},
    {Line::not_heard, {"{excuse}、お声が届いておりません。", "I am sorry, I did not hear you."}},
    {Line::example_wish,
     {"「予約をお願いします」のようにお話しください。", "You could say: a table for two tomorrow at seven."}},
    {Line::example_day, {"「明日」「12月3日」のようにお話しください。", "You could say: tomorrow, or December 3rd."}},
    {Line::example_time, {"「夜の7時半」のようにお話しください。", "You could say: half past seven in the evening."}},
    {Line::example_party, {"「大人2名」のようにお話しください。", "You could say: two people."}},
    {Line::example_name, {"「ヤマダです」のように、お名前だけお話しください。", "Please say your family name only."}},
    {Line::example_phone,
     {"番号を、ゼロキューゼロのように、ひとつずつお話しください。", "Please say the number figure by figure."}},
    {Line::example_other,
     {"短くお話しください。なければ「ありません」とお話しください。", "Please say it in a few words, or say: none."}},
    {Line::example_yes, {"「はい」か「いいえ」でお話しください。", "Please say yes or no."}},
    {Line::keys_day,
     {"日にちを、12月3日なら1203のように、4桁でプッシュしてください。",
      "Please key month and day in four figures: 1203 for December 3rd."}},
    {Line::keys_time,
     {"お時間を、19時半なら1930のように、4桁でプッシュしてください。",
      "Please key the time in four figures: 1930 for half past seven in the evening."}},
    {Line::keys_party,
     {"人数をプッシュし、最後にシャープを押してください。", "Please key the number of people, and then hash."}},
    {Line::keys_phone,
     {"お電話番号をプッシュし、最後にシャープを押してください。", "Please key the number, and then hash."}},
    {Line::keys_yes, {"よろしければ1を、違う場合は2を押してください。", "Please press 1 for yes, or 2 for no."}},
    {Line::keys_choice,
     {"お伝えした順に、1からの番号を押してください。担当者におつなぎする場合は0を押してください。",
      "Please press 1 for the first, 2 for the second, and so on, or 0 for a person."}},
    {Line::offer_times, {"{offers}でしたらご用意できます。", "There is a table at {offers}."}},
    {Line::offer_day, {"{offers}でしたらご用意できます。", "There is a table on {offers}."}},
    {Line::offer_other_seat,
     {"ほかのお席でしたら、{time}にご用意できます。", "There is another kind of table at {time}."}},
    {Line::offer_split, {"{time}に2卓に分かれてでしたらご用意できます。", "There are two tables apart at {time}."}},
    {Line::offer_one_of, {"いかがでしょうか。", "Would that suit you?"}},
    {Line::full_no_offer, {"{day}の{time}は満席{desu}。", "There is no table left on {day} at {time}."}},
    {Line::is_full, {"{day}の{time}は満席{desu}が、", "There is no table left on {day} at {time}."}},
    {Line::has_no_such_seat,
     {"{day}の{time}は、{needs}のご用意ができませんが、", "We have not got {needs} on {day} at {time}."}},
    {Line::is_closed, {"{day}は営業しておりません。", "We are closed on {day}."}},
    {Line::is_not_open, {"{day}の{time}は営業時間外{desu}。", "We are not open at {time} on {day}."}},
    {Line::is_past_last_entry,
     {"{day}の{time}は、ご入店の最終受付を過ぎております。", "On {day}, {time} is past our last entry."}},
    {Line::is_past, {"{day}は、もう過ぎております。", "{day} is past already."}},
    {Line::is_too_late,
     {"{excuse}、{day}の{time}のご予約は受付を終了しております。",
      "I am sorry, on {day} {time} can no longer be booked."}},
    {Line::is_too_far, {"{excuse}、{day}のご予約はまだ承っておりません。", "I am sorry, {day} can not be booked yet."}},
    {Line::is_too_small,
     {"{excuse}、{party}でのご予約は承っておりません。", "I am sorry, we take no bookings for {party}."}},
    {Line::is_not_possible,
     {"{excuse}、{day}の{time}はご用意できません。", "I am sorry, that is not possible on {day} at {time}."}},
    {Line::read_back_book,
     {"{day}、{time}、{party}、{name}でご予約をお取りいたします。", "I will book {day}, {time}, {party}, {name}."}},
    {Line::read_back_split,
     {"{day}、{time}、{party}、2卓に分かれて、{name}でご予約をお取りいたします。",
      "I will book {day}, {time}, {party}, at two tables, {name}."}},
    {Line::read_back_change,
     {"{name}、{from_day}、{from_time}、{from_party}のご予約を、{day}、{time}、{party}に変更いたします。",
      "I will change the booking, {name}, on {from_day}, {from_time}, {from_party}, to {day}, {time}, {party}."}},
    {Line::read_back_cancel,
     {"{name}、{day}、{time}、{party}のご予約をお取り消しいたします。",
      "I will cancel the booking, {name}, on {day}, {time}, {party}."}},
    {Line::read_back_message, {"{name}、「{message}」と申し伝えます。", "I will pass it on, {name}: {message}."}},
    {Line::with_phone, {"お電話番号は、{phone}{desu}。", "The number is {phone}."}},
    {Line::with_needs, {"ご要望は、{needs}{desu}。", "With: {needs}."}},
    {Line::with_untold_seat,
     {"{needs}のご希望は、ご用意をお約束できませんが、お店に申し伝えます。",
      "We can not promise {needs}, but I will tell the restaurant."}},
    {Line::with_allergies, {"アレルギーは、{allergies}{desu}。", "Allergies: {allergies}."}},
    {Line::with_course, {"お料理は、{course}{desu}。", "To eat: {course}."}},
    {Line::without_course, {"「{course}」はお外しして、お席のみにいたします。", "Without {course}, the table only."}},
    {Line::with_occasion, {"ご利用は、{occasion}{desu}。", "The occasion: {occasion}."}},
    {Line::with_budget, {"ご予算は、{budget}{desu}。", "The budget: {budget}."}},
    {Line::of_budget, {"ご予算{budget}", "budget {budget}"}},
    {Line::budget_each, {"お一人様{amount}", "{amount} each"}},
    {Line::budget_in_all, {"全部で{amount}", "{amount} in all"}},
    {Line::budget_from, {"{amount}以上", "from {amount}"}},
    {Line::budget_up_to, {"{amount}まで", "up to {amount}"}},
    {Line::has_same_hour,
     {"同じお時間に、すでにご予約を承っております。", "There is a booking of yours at that hour already."}},
    {Line::has_changed,
     {"ご予約の内容が変わっておりましたので、改めて確認いたします。",
      "The booking has been changed meanwhile, so I will read it again."}},
    {Line::is_that_right, {"よろしいでしょうか。", "Is that right?"}},
    {Line::done_book,
     {"ご予約を承りました。{day}、{time}にお待ちしております。",
      "It is booked. We look forward to seeing you on {day} at {time}."}},
    {Line::done_request,
     {"ご予約のご依頼を承りました。お店より確認のご連絡をいたします。",
      "We have your request. The restaurant will confirm it."}},
    {Line::done_change,
     {"ご予約を変更いたしました。{day}、{time}にお待ちしております。",
      "It is changed. We look forward to seeing you on {day} at {time}."}},
    {Line::done_cancel, {"ご予約をお取り消しいたしました。", "It is cancelled."}},
    {Line::done_message, {"担当者に申し伝えます。", "I will pass it on."}},
    {Line::tell_booking,
     {"{name}、{day}、{time}、{party}でご予約を承っております。",
      "There is a booking, {name}, on {day} at {time}, {party}."}},
    {Line::no_booking,
     {"{excuse}、そちらのお電話番号のご予約が見つかりません。", "I am sorry, I find no booking under that number."}},
    {Line::no_booking_then, {"{excuse}、{day}のご予約は見つかりません。", "I am sorry, I find no booking on {day}."}},
    {Line::does_not_know, {"{sorry}。そちらについては、こちらでは分かりかねます。", "I am sorry, that I do not know."}},
    {Line::allergies_noted,
     {"{allergies}のアレルギー、承りました。お店に申し伝えます。",
      "No {allergies}: I will pass it on to the restaurant."}},
    {Line::need_unknown, {"ご要望は、お店に申し伝えます。", "I will pass your wishes on to the restaurant."}},
    {Line::hours_of_day, {"{day}は、{hours}営業いたします。", "We are open {hours} on {day}."}},
    {Line::hours_from_until, {"{from}から{until}まで", "from {from} to {until}"}},
    {Line::closes_at, {"本日の閉店は、{time}{desu}。", "We close at {time} today."}},
    {Line::last_order_of_day, {"{day}のラストオーダーは{time}{desu}。", "The last order on {day} is at {time}."}},
    {Line::last_orders_none,
     {"{sorry}。ラストオーダーについては、こちらでは分かりかねます。", "I am sorry, I do not know about last orders."}},
    {Line::certainly, {"{certainly}。", "Certainly."}},
    {Line::hand_over,
     {"担当者におつなぎいたします。少々お待ちください。", "I will put you through. One moment, please."}},
    {Line::hand_over_later,
     {"{sorry}。ただいま担当者がおりません。{phone}へ、折り返しご連絡いたします。",
      "I am sorry, nobody is here at the moment. We will call you back at {phone}."}},
    {Line::hand_over_never,
     {"{sorry}。ただいま担当者がおりません。のちほどお掛け直しください。",
      "I am sorry, nobody is here at the moment. Please call again later."}},
    {Line::goodbye, {"お電話ありがとうございました。失礼いたします。", "Thank you for calling. Goodbye."}},
    {Line::party, {"{adults}", "{adults}"}},
    {Line::party_with_children, {"大人{adults}、お子様{children}", "{adults} and {children}"}},
    {Line::party_with_infants, {"、お席のいらないお子様{infants}", " and {infants} without a chair"}},
});

/// A word of politeness.
struct MannerWord {
    std::string_view name;
    std::array<std::string_view, count_of<Manner>> japanese;
    std::string_view english;
};
inline constexpr auto manner_words = std::to_array<MannerWord>({
    {"desu", {"でございます", "です"}, ""},
    {"excuse", {"恐れ入りますが", "すみませんが"}, ""},
    {"sorry", {"申し訳ございません", "すみません"}, ""},
    {"certainly", {"かしこまりました", "承知しました"}, ""},
});

/// The next name in braces of a text, which is taken off its front with all before it; empty where there is none.
[[nodiscard]] constexpr std::string_view take_name(std::string_view& text) noexcept {
    const auto open = text.find('{');
    if (open == text.npos) return text = {};
    const auto close = text.find('}', open);
    const auto name = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 1);
    return name;
}
[[nodiscard]] constexpr bool is_manner(std::string_view name) noexcept {
    return std::ranges::any_of(manner_words, [&](const MannerWord& word) { return word.name == name; });
}
/// Whether every name in one text, but for manners, stands in the other.
[[nodiscard]] constexpr bool says_no_more(std::string_view one, std::string_view other) noexcept {
    while (true) {
        const auto name = take_name(one);
        if (name.empty()) return true;
        bool is_there = is_manner(name);
        for (auto rest = other; !rest.empty() && !is_there;) is_there = take_name(rest) == name;
        if (!is_there) return false;
    }
}
static_assert([] {
    for (std::size_t place = 0; place < sentences.size(); ++place) {
        const auto& [line, words] = sentences[place];
        if (static_cast<std::size_t>(line) != place) return false;
        if (!says_no_more(words[0], words[1]) || !says_no_more(words[1], words[0])) return false;
    }
    return true;
}());

}  // namespace denwaban::detail::talk

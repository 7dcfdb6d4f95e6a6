#include "surnames.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>
#include <utility>

namespace denwaban::talk {

namespace {

struct NameReading {
    std::u16string_view kanji;
    std::u16string_view kana;
};
/// The common surnames; one that is read in several ways stands once for each.
constexpr auto surnames = std::to_array<NameReading>({
    {u"佐藤", u"さとう"},     {u"鈴木", u"すずき"},   {u"高橋", u"たかはし"},   {u"田中", u"たなか"},
    {u"伊藤", u"いとう"},     {u"渡辺", u"わたなべ"}, {u"渡邊", u"わたなべ"},   {u"渡邉", u"わたなべ"},
    {u"渡部", u"わたなべ"},   {u"渡部", u"わたべ"},   {u"山本", u"やまもと"},   {u"中村", u"なかむら"},
    {u"小林", u"こばやし"},   {u"加藤", u"かとう"},   {u"吉田", u"よしだ"},     {u"山田", u"やまだ"},
    {u"佐々木", u"ささき"},   {u"山口", u"やまぐち"}, {u"松本", u"まつもと"},   {u"井上", u"いのうえ"},
    {u"木村", u"きむら"},     {u"林", u"はやし"},     {u"斎藤", u"さいとう"},   {u"斉藤", u"さいとう"},
    {u"齋藤", u"さいとう"},   {u"齊藤", u"さいとう"}, {u"清水", u"しみず"},     {u"山崎", u"やまざき"},
    {u"山崎", u"やまさき"},   {u"阿部", u"あべ"},     {u"安部", u"あべ"},       {u"森", u"もり"},
    {u"池田", u"いけだ"},     {u"橋本", u"はしもと"}, {u"山下", u"やました"},   {u"石川", u"いしかわ"},
    {u"中島", u"なかじま"},   {u"中島", u"なかしま"}, {u"前田", u"まえだ"},     {u"藤田", u"ふじた"},
    {u"小川", u"おがわ"},     {u"後藤", u"ごとう"},   {u"岡田", u"おかだ"},     {u"長谷川", u"はせがわ"},
    {u"村上", u"むらかみ"},   {u"近藤", u"こんどう"}, {u"石井", u"いしい"},     {u"坂本", u"さかもと"},
    {u"遠藤", u"えんどう"},   {u"青木", u"あおき"},   {u"藤井", u"ふじい"},     {u"西村", u"にしむら"},
    {u"福田", u"ふくだ"},     {u"太田", u"おおた"},   {u"大田", u"おおた"},     {u"三浦", u"みうら"},
    {u"岡本", u"おかもと"},   {u"松田", u"まつだ"},   {u"中川", u"なかがわ"},   {u"中野", u"なかの"},
    {u"原田", u"はらだ"},     {u"小野", u"おの"},     {u"田村", u"たむら"},     {u"竹内", u"たけうち"},
    {u"金子", u"かねこ"},     {u"和田", u"わだ"},     {u"中山", u"なかやま"},   {u"石田", u"いしだ"},
    {u"上田", u"うえだ"},     {u"森田", u"もりた"},   {u"柴田", u"しばた"},     {u"酒井", u"さかい"},
    {u"工藤", u"くどう"},     {u"横山", u"よこやま"}, {u"宮崎", u"みやざき"},   {u"宮本", u"みやもと"},
    {u"内田", u"うちだ"},     {u"高木", u"たかぎ"},   {u"安藤", u"あんどう"},   {u"谷口", u"たにぐち"},
    {u"大野", u"おおの"},     {u"丸山", u"まるやま"}, {u"今井", u"いまい"},     {u"高田", u"たかだ"},
    {u"藤本", u"ふじもと"},   {u"武田", u"たけだ"},   {u"村田", u"むらた"},     {u"上野", u"うえの"},
    {u"杉山", u"すぎやま"},   {u"増田", u"ますだ"},   {u"平野", u"ひらの"},     {u"大塚", u"おおつか"},
    {u"千葉", u"ちば"},       {u"久保", u"くぼ"},     {u"松井", u"まつい"},     {u"小島", u"こじま"},
    {u"岩崎", u"いわさき"},   {u"桜井", u"さくらい"}, {u"野口", u"のぐち"},     {u"木下", u"きのした"},
    {u"野村", u"のむら"},     {u"菊地", u"きくち"},   {u"菊池", u"きくち"},     {u"佐野", u"さの"},
    {u"大西", u"おおにし"},   {u"杉本", u"すぎもと"}, {u"新井", u"あらい"},     {u"浜田", u"はまだ"},
    {u"市川", u"いちかわ"},   {u"古川", u"ふるかわ"}, {u"水野", u"みずの"},     {u"小松", u"こまつ"},
    {u"島田", u"しまだ"},     {u"小山", u"こやま"},   {u"小山", u"おやま"},     {u"高野", u"たかの"},
    {u"山内", u"やまうち"},   {u"西田", u"にしだ"},   {u"菅原", u"すがわら"},   {u"菅野", u"かんの"},
    {u"菅野", u"すがの"},     {u"西川", u"にしかわ"}, {u"松尾", u"まつお"},     {u"五十嵐", u"いがらし"},
    {u"北村", u"きたむら"},   {u"安田", u"やすだ"},   {u"中田", u"なかた"},     {u"中田", u"なかだ"},
    {u"川口", u"かわぐち"},   {u"平田", u"ひらた"},   {u"川崎", u"かわさき"},   {u"飯田", u"いいだ"},
    {u"吉川", u"よしかわ"},   {u"吉川", u"きっかわ"}, {u"本田", u"ほんだ"},     {u"久保田", u"くぼた"},
    {u"沢田", u"さわだ"},     {u"辻", u"つじ"},       {u"関", u"せき"},         {u"吉村", u"よしむら"},
    {u"岩田", u"いわた"},     {u"中西", u"なかにし"}, {u"服部", u"はっとり"},   {u"樋口", u"ひぐち"},
    {u"福島", u"ふくしま"},   {u"川上", u"かわかみ"}, {u"永井", u"ながい"},     {u"松岡", u"まつおか"},
    {u"田口", u"たぐち"},     {u"山中", u"やまなか"}, {u"森本", u"もりもと"},   {u"土屋", u"つちや"},
    {u"矢野", u"やの"},       {u"広瀬", u"ひろせ"},   {u"秋山", u"あきやま"},   {u"石原", u"いしはら"},
    {u"松下", u"まつした"},   {u"大橋", u"おおはし"}, {u"松浦", u"まつうら"},   {u"吉岡", u"よしおか"},
    {u"小池", u"こいけ"},     {u"馬場", u"ばば"},     {u"浅野", u"あさの"},     {u"荒木", u"あらき"},
    {u"大久保", u"おおくぼ"}, {u"野田", u"のだ"},     {u"田辺", u"たなべ"},     {u"川村", u"かわむら"},
    {u"星野", u"ほしの"},     {u"熊谷", u"くまがい"}, {u"熊谷", u"くまがや"},   {u"大谷", u"おおたに"},
    {u"大谷", u"おおや"},     {u"黒田", u"くろだ"},   {u"堀", u"ほり"},         {u"尾崎", u"おざき"},
    {u"望月", u"もちづき"},   {u"永田", u"ながた"},   {u"内藤", u"ないとう"},   {u"松村", u"まつむら"},
    {u"西山", u"にしやま"},   {u"大島", u"おおしま"}, {u"平井", u"ひらい"},     {u"早川", u"はやかわ"},
    {u"本間", u"ほんま"},     {u"片山", u"かたやま"}, {u"岡崎", u"おかざき"},   {u"岡崎", u"おかさき"},
    {u"横田", u"よこた"},     {u"荒井", u"あらい"},   {u"大石", u"おおいし"},   {u"鎌田", u"かまた"},
    {u"成田", u"なりた"},     {u"宮田", u"みやた"},   {u"小田", u"おだ"},       {u"石橋", u"いしばし"},
    {u"篠原", u"しのはら"},   {u"須藤", u"すどう"},   {u"高山", u"たかやま"},   {u"河野", u"こうの"},
    {u"河野", u"かわの"},     {u"大沢", u"おおさわ"}, {u"小西", u"こにし"},     {u"南", u"みなみ"},
    {u"西", u"にし"},         {u"東", u"ひがし"},     {u"東", u"あずま"},       {u"北", u"きた"},
    {u"原", u"はら"},         {u"栗原", u"くりはら"}, {u"伊東", u"いとう"},     {u"松原", u"まつばら"},
    {u"福井", u"ふくい"},     {u"三宅", u"みやけ"},   {u"大森", u"おおもり"},   {u"奥村", u"おくむら"},
    {u"岡", u"おか"},         {u"片岡", u"かたおか"}, {u"内山", u"うちやま"},   {u"横井", u"よこい"},
    {u"山元", u"やまもと"},   {u"桑原", u"くわばら"}, {u"上原", u"うえはら"},   {u"比嘉", u"ひが"},
    {u"金城", u"きんじょう"}, {u"金城", u"かねしろ"}, {u"島袋", u"しまぶくろ"}, {u"角田", u"つのだ"},
    {u"角田", u"かくた"},     {u"神田", u"かんだ"},   {u"長田", u"ながた"},     {u"長田", u"おさだ"},
    {u"藤原", u"ふじわら"},   {u"三好", u"みよし"},   {u"村井", u"むらい"},     {u"村山", u"むらやま"},
    {u"川島", u"かわしま"},   {u"古田", u"ふるた"},   {u"堀内", u"ほりうち"},   {u"白井", u"しらい"},
    {u"黒木", u"くろき"},     {u"池上", u"いけがみ"}, {u"田島", u"たじま"},     {u"川田", u"かわだ"},
    {u"川田", u"かわた"},     {u"竹田", u"たけだ"},   {u"根本", u"ねもと"},     {u"土井", u"どい"},
    {u"川端", u"かわばた"},   {u"飯塚", u"いいづか"}, {u"田代", u"たしろ"},     {u"関口", u"せきぐち"},
    {u"梅田", u"うめだ"},     {u"児玉", u"こだま"},   {u"松永", u"まつなが"},   {u"榎本", u"えのもと"},
    {u"宮下", u"みやした"},
});
constexpr auto given_names = std::to_array<NameReading>({
    {u"太郎", u"たろう"},   {u"花子", u"はなこ"}, {u"一郎", u"いちろう"}, {u"次郎", u"じろう"},   {u"健太", u"けんた"},
    {u"健一", u"けんいち"}, {u"恵子", u"けいこ"}, {u"幸子", u"さちこ"},   {u"和子", u"かずこ"},   {u"洋子", u"ようこ"},
    {u"陽子", u"ようこ"},   {u"美咲", u"みさき"}, {u"翔太", u"しょうた"}, {u"大輔", u"だいすけ"}, {u"拓也", u"たくや"},
    {u"直樹", u"なおき"},   {u"由美", u"ゆみ"},   {u"久美子", u"くみこ"}, {u"真由美", u"まゆみ"}, {u"智子", u"ともこ"},
});

using Rows = std::vector<NameReading>;
struct ByKanji {
    bool operator()(const NameReading& a, const NameReading& b) const { return a.kanji < b.kanji; }
};

[[nodiscard]] const Rows& by_kanji() {
    static const Rows rows = [] {
        Rows all{surnames.begin(), surnames.end()};
        std::stable_sort(all.begin(), all.end(), ByKanji{});
        return all;
    }();
    return rows;
}

[[nodiscard]] const std::vector<std::u16string_view>& by_kana() {
    static const std::vector<std::u16string_view> all = [] {
        std::vector<std::u16string_view> kana;
        for (const auto& name : surnames) kana.push_back(name.kana);
        std::sort(kana.begin(), kana.end());
        return kana;
    }();
    return all;
}

constexpr std::size_t longest_surname = 6;

/// The characters with which a surname of the list begins: most text begins none.
[[nodiscard]] bool begins_surname(char16_t first) {
    static const auto firsts = [] {
        auto marked = std::make_unique<std::bitset<0x10000>>();
        for (const auto& name : surnames) marked->set(name.kanji.front()).set(name.kana.front());
        return marked;
    }();
    return firsts->test(first);
}

}  // namespace

std::vector<std::u16string_view> readings_of_surname(std::u16string_view kanji) {
    const auto [first, last] =
        std::equal_range(by_kanji().begin(), by_kanji().end(), NameReading{kanji, {}}, ByKanji{});
    std::vector<std::u16string_view> readings;
    for (auto one = first; one != last; ++one) readings.push_back(one->kana);
    return readings;
}

std::size_t surname_in_kanji(std::u16string_view text) {
    if (text.empty() || !begins_surname(text.front())) return 0;
    for (auto size = std::min<std::size_t>(text.size(), 3); size > 0; --size) {
        if (std::binary_search(by_kanji().begin(), by_kanji().end(), NameReading{text.substr(0, size), {}},
                               ByKanji{})) {
            return size;
        }
    }
    return 0;
}

std::size_t surname_in_kana(std::u16string_view text) {
    if (text.empty() || !begins_surname(text.front())) return 0;
    for (auto size = std::min(text.size(), longest_surname); size > 1; --size) {
        if (std::binary_search(by_kana().begin(), by_kana().end(), text.substr(0, size))) return size;
    }
    return 0;
}

std::u16string_view reading_of_given_name(std::u16string_view kanji) {
    for (const auto& name : given_names) {
        if (name.kanji == kanji) return name.kana;
    }
    return {};
}

}  // namespace denwaban::talk

#include <array>

#include "allergens.hpp"
#include "words.hpp"

namespace denwaban::talk {

namespace {

constexpr auto people_rows = std::to_array<Row>({
    {Word::people, 1, "ひとり お一人 おひとり お一人様 おひとりさま お一人さま おひとり様 一人きり"},
    {Word::people, 4, "よったり"},
    {Word::people, 2, "ふたり お二人 おふたり お二人様 おふたりさま"},
    {Word::people_topic, 0, "人数 にんずう 人数分 総勢 合わせて みんなで"},
    {Word::adult, 0, "大人 おとな 成人 大人だけ"},
    {Word::adult, 3, "高校生 大学生 学生"},
    {Word::adult, 1, "男性 男 男子"},
    {Word::adult, 2, "女性 女 女子"},
    {Word::child, 0,
     "子ども 子供 こども お子様 お子さん おこさま 子 小学生 しょうがくせい 幼稚園児 園児 未就学児 幼児 ようじ 児童 "
     "小人 "
     "中学生 キッズ 娘 息子 むすめ むすこ"},
    {Word::child, 0, "幼稚園の子 保育園の子 小学生の子 小学校の子 中学生の子"},
    {Word::child, 0, "小さい子 小さな子 ちいさい子 ちっちゃい子 小さい子ども 小さい子供 小さな子ども 小さな子供",
     Cue::with_children},
    {Word::child, 1, "孫 まご お孫さん"},
    {Word::infant, 0, "赤ちゃん あかちゃん 乳児 乳幼児 赤ん坊 ベビー 0歳児 0歳 一歳児 0才 ゼロ歳 ゼロ歳児 生後"},
    {Word::pair, 2, "夫婦 ふうふ ご夫婦 夫婦二人 息子夫婦 娘夫婦 老夫婦 兄夫婦 姉夫婦 弟夫婦 妹夫婦 カップル アベック"},
    {Word::pair, 0, "両親 りょうしん 父母"},
    {Word::family, 0, "家族 かぞく 一家 身内 親族 親戚 親子 おやこ 親子連れ"},
    {Word::person, 1,
     "私 わたし わたくし 僕 ぼく 俺 おれ 自分 うち自身 あたし わし おら 僕ら 私ら 俺ら わしら うちら 私たち 私達 "
     "僕たち"},
    {Word::person, 0,
     "パパ ママ 妻 つま 家内 嫁 奥さん 夫 おっと 主人 旦那 だんな 父 ちち お父さん 母 はは お母さん おかあさん "
     "おとうさん 祖母 "
     "祖父 "
     "母ちゃん 父ちゃん かあちゃん とうちゃん お袋 親父 おやじ じいさん ばあさん じいちゃん ばあちゃん おばあちゃん "
     "おじいちゃん 彼女 彼 彼氏 姉 兄 妹 弟 義母 義父 上司 先輩 後輩"},
    {Word::friends, 0, "友達 ともだち 友人 ゆうじん 友だち 仲間 同僚 お客さん 知人 ママ友"},
    {Word::among, 0, "うち そのうち その内 そのなか そのうちの うちの 内訳は 中に そのなかに その中に その中で"},
    {Word::me_too, 0,
     "わたしをいれて 私をいれて わたしいれて わたしもいれて 私もいれて 自分をいれて ぼくをいれて わたしふくめて "
     "私を入れて わたしを入れて 私も入れて 私含めて 私を含めて 私も含めて 自分を入れて 自分含めて 僕を入れて 僕含めて "
     "わたし入れて "
     "私入れて 自分入れて 本人含めて 本人を含めて 私も合わせて 込みで"},
    {Word::including, 0, "を含む を含めて を含め 含む 含めて 含め を入れて を入れ 入れて 入れると 込みで 込みの"},
    {Word::bringing, 0, "連れて つれて 引き連れて 誘って さそって"},
    {Word::besides, 0, "私のほかに 私の他に 私以外に 僕のほかに 私以外 私のほか"},
    {Word::more, 0,
     "増えます 増える 増えて 増えた 増えました 増えそう ふえます ふえる ふえて 増やして 増やしたい 増やせ 追加 ついか "
     "多くなり "
     "増えたん 増員 プラス 足して 増やし"},
    {Word::fewer, 0,
     "減って 減ります 減る 減った 減りました 減りそう へって へります 減らして 減らしたい 少なくなり 来れなくなっ "
     "来られなくなっ "
     "行けなくなっ これなくなっ マイナス 欠席 減らし"},
    {Word::no_chair, 0,
     "椅子いりません 椅子はいりません 席はいりません 席はいらない 椅子はいらない 席不要 椅子不要 膝の上 ひざの上 "
     "抱っこ だっこ"},
});

/// Values: `Need`, allergens by their place, `Occasion`.
constexpr auto need_rows = std::to_array<Row>({
    {Word::need, 0, "個室 こしつ 半個室 完全個室 プライベートルーム"},
    {Word::need, 1, "禁煙 きんえん 禁煙席 煙草は吸いません タバコは吸いません 煙草の煙がだめ"},
    {Word::need, 2,
     "喫煙 きつえん 喫煙席 タバコ吸えます たばこ吸えます 煙草吸えます タバコ吸っても 煙草吸える タバコ吸える "
     "タバコが吸える 煙草が吸える たばこ吸える"},
    {Word::need, 3, "座敷 お座敷 ざしき おざしき 畳 小上がり"},
    {Word::need, 4, "掘りごたつ 掘り炬燵 ほりごたつ 堀りごたつ 堀ごたつ 掘ごたつ"},
    {Word::need, 5, "カウンター カウンター席"},
    {Word::need, 6, "テーブル テーブル席 椅子のある席 椅子に座れる席 椅子の席 いすの席 椅子席 いす席 イス席"},
    {Word::need, 7, "ソファ ソファー ソファ席"},
    {Word::need, 8, "窓際 窓側 まどぎわ 窓際の席 窓の近く 夜景が見える 夜景の見える 景色のいい席 眺めのいい席"},
    {Word::need, 9, "テラス テラス席 外の席"},
    {Word::need, 10, "静かな席 静かなところ 静かな 静かめ 落ち着いた席 落ち着ける"},
    {Word::need, 11, "奥のほうの席 奥の席 奥の方の席 奥のほう 奥まった席 端の席"},
    {Word::need, 12, "車椅子 車いす 車イス くるまいす"},
    {Word::need, 13, "ベビーカー ベビカー バギー"},
    {Word::need, 14,
     "子ども用の椅子 子供用の椅子 子ども椅子 子供椅子 子どもいす ベビーチェア キッズチェア ハイチェア お子様椅子 "
     "お子様用の椅子 "
     "子ども用椅子 子供用椅子 キッズチェアー ベビーチェアー"},
    {Word::need, 15, "ペット 犬 ワンちゃん わんちゃん 愛犬 犬連れ"},
    {Word::need, 16, "貸切 貸し切り 貸しきり かしきり"},

    {Word::allergen, 0, "えび エビ 海老"},
    {Word::allergen, 1, "かに カニ 蟹"},
    {Word::allergen, 2, "卵 玉子 たまご 鶏卵"},
    {Word::allergen, 3, "乳製品 牛乳 乳 ミルク 乳成分"},
    {Word::allergen, 4, "小麦 こむぎ 小麦粉 グルテン"},
    {Word::allergen, 4, "グルテンフリー", Cue::deal_with},
    {Word::allergen, 5, "そば 蕎麦"},
    {Word::allergen, 6, "落花生 ピーナッツ ピーナツ らっかせい"},
    {Word::allergen, 7, "くるみ 胡桃 クルミ"},
    {Word::allergen, 8, "あわび アワビ"},
    {Word::allergen, 9, "いか イカ 烏賊"},
    {Word::allergen, 10, "いくら"},
    {Word::allergen, 11, "オレンジ"},
    {Word::allergen, 12, "キウイ キウイフルーツ"},
    {Word::allergen, 13, "牛肉 ぎゅうにく"},
    {Word::allergen, 14, "さけ 鮭 サーモン"},
    {Word::allergen, 15, "さば サバ 鯖"},
    {Word::allergen, 16, "大豆"},
    {Word::allergen, 17, "鶏肉 とりにく"},
    {Word::allergen, 18, "豚肉 ぶたにく"},
    {Word::allergen, 19, "まつたけ 松茸"},
    {Word::allergen, 20, "桃 もも"},
    {Word::allergen, 21, "やまいも 山芋"},
    {Word::allergen, 22, "りんご"},
    {Word::allergen, 23, "ゼラチン"},
    {Word::allergen, 24, "バナナ"},
    {Word::allergen, 25, "ごま 胡麻"},
    {Word::allergen, 26, "カシューナッツ カシュー"},
    {Word::allergen, 27, "アーモンド"},
    {Word::allergen, 28, "甲殻類"},
    {Word::allergen, 29, "生もの 生物 なまもの 生魚 刺身 お刺身"},
    {Word::allergen, 30, "ナッツ ナッツ類"},
    {Word::allergen, 31, "貝 貝類 牡蠣 カキ"},
    {Word::allergen, 32, "魚 青魚 光り物"},
    {Word::allergen, 33, "マンゴー"},
    {Word::allergy, 0, "アレルギー あれるぎー アレルギ 食物アレルギー", Cue::none},
    {Word::cannot_eat, 0,
     "に反応が出 に反応が に反応し でじんましん でかゆく にあたるん にあたります がNG はNG NGです を受け付け を避けて "
     "は避けて 食べられません 食べれません 食べられない たべられません たべれません たべられない たべれない "
     "食べれない がだめ はだめ がダメ が駄目 はダメ が苦手 は苦手 "
     "食べられなくて"},

    {Word::occasion, 0, "誕生日 たんじょうび お誕生日 バースデー バースデイ 誕生会 誕生祝い 誕生日会"},
    {Word::occasion, 1, "結婚記念日 記念日 きねんび 銀婚式 金婚式 アニバーサリー"},
    {Word::occasion, 2, "結婚式 披露宴 結婚式の二次会 ウェディング 結婚祝い"},
    {Word::occasion, 3, "プロポーズ"},
    {Word::occasion, 4, "顔合わせ 両家の顔合わせ 結納 食事会の顔合わせ かおあわせ"},
    {Word::occasion, 5, "還暦 喜寿 古希 傘寿 米寿 卒寿 白寿 長寿祝い 還暦祝い 還暦のお祝い かんれき 古稀"},
    {Word::occasion, 6, "法事 法要 四十九日 一周忌 三回忌 七回忌 お斎 精進落とし ほうじ"},
    {Word::occasion, 7, "お食い初め 七五三 入学祝い 卒業祝い 百日祝い 入園祝い お宮参り 初節句"},
    {Word::occasion, 8, "接待 せったい 商談 ビジネスランチ 打ち合わせ"},
    {Word::occasion, 9, "忘年会 ぼうねんかい"},
    {Word::occasion, 10, "新年会 しんねんかい"},
    {Word::occasion, 11, "歓迎会 送別会 歓送迎会 そうべつかい かんげいかい"},
    {Word::occasion, 12, "同窓会 クラス会 どうそうかい"},
    {Word::occasion, 13,
     "宴会 会食 女子会 打ち上げ 飲み会 懇親会 親睦会 二次会 ママ会 えんかい 食事会 合コン パーティー"},
    {Word::occasion, 14, "デート"},
    {Word::occasion, 15, "お祝い 祝い お祝いごと 合格祝い 退職祝い 昇進祝い"},
});

}  // namespace

std::span<const Row> people_words() { return people_rows; }
std::span<const Row> need_words() { return need_rows; }

std::string_view allergen_named(std::int16_t place) { return allergens.at(static_cast<std::size_t>(place)).japanese; }

}  // namespace denwaban::talk

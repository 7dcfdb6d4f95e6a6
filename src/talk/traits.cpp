#include "traits.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>
#include <vector>

#include "glyphs.hpp"

namespace denwaban::talk {

namespace {

/// Words apart by blanks; blanks within them are written _.
struct TraitRow {
    Trait trait;
    std::string_view words;
};
constexpr auto trait_rows = std::to_array<TraitRow>({
    {Trait::plain,
     "希望 予定 都合 利用 邪魔 寄 行 今回 今 計 思 出来 先 様 空 感 言 入 参 来 伺 食 中 開始 同士 全員 存 令和 着"},
    {Trait::plain_noun, "席 店 方 件 枠 者 部屋 会社 場合"},
    {Trait::unit, "ずつ おき ごと がけ ぶり きざみ"},
    {Trait::denial, "ない なかっ なく ません へん なけれ"},
    {Trait::fullness, "いっぱい 一杯 埋ま うまって"},
    {Trait::perhaps, "になるかも になるかもし かもしれ かもしん かもです かもわから かもね"},
    {Trait::done,
     "しまし しちゃっ しちゃい してしまっ してしまい してた しとった してる しています している しておる してます "
     "しとります していた "
     "しておい しておりま しといた してあっ 済み ずみ "
     "させていただいた させていただいて させてもらった してもらった してもろた してもらってる してもらってます "
     "してもらっている していただいた していただいてる していただいてます していただいている して頂いた を入れた "
     "をしてもらった をしていただいた を入れてもらった を入れていただいた を取ってもらった を取っていただいた "
     "を取った をした者 を入れて"},
    {Trait::stay,
     "いたい います いる予定 いられ おりたい 過ご すごし 滞在 使い 使わせ つかい 利用 貸切 貸し切 借り 宴会 飲みたい "
     "ゆっくり"},
    {Trait::window,
     "いつでも 何時でも なんじでも どこか どれか どっか ならいつ なら何時 ならどこ だったらいつ だったら何時 "
     "だったらどこ に入れ に着 に伺 に行"},
    {Trait::leaving, "出た 出な 出ま 出る 帰"},
    {Trait::bound,
     "以上 未満 を超 を越 は超 は越 超え 越え をこえ はこえ よりも多 より多 より増え からそれ以上 はいかな もいかな "
     "までいかな はいきませ もいきませ に満た"},
    {Trait::every, "毎週 毎月 毎年 隔週 毎日 毎週の 毎月の 毎年の 隔週の"},
    {Trait::but, "けど けども けれど けれども ですが"},
    {Trait::too, "すぎ 過ぎ いです いな いかな いわ いよ いね いかも いんで いっす いけど い方 いほう いの"},
    {Trait::because,
     "ので のんで なんで るんで たんで いんで うんで くんで すんで もんで もんだで るさけ いさけ やさけ たさけ けえ "
     "るがら たがら だがら いがら はんで るすけ いすけ だすけ さかいに までで そうで とかで とのことで らしくて "
     "ため ために るし たし いし だし すし けん さかい"},
    {Trait::although,
     "ばってん ばって だども けんど けんども じゃが の予定が はずが つもりが たのが と思ったら けど けれど けども "
     "けれども ですが ますが たが だが んが のに"},
    {Trait::going_on, "て 。 ですよね、 ますよね、"},
    {Trait::realised,
     "った んだ んや だわ だな だなあ だなぁ だね だよ るわ るな るか るよ るね いか いな いわ いね いよ か だ や やわ "
     "やな やん "
     "やね やで わ な なあ なぁ でした です ます とる ちゃう じゃ たい ばい とった よった たわ たよ たね たな たか"},
    {Trait::intended,
     "最初は 当初 もともと 元々 本来 つもり 予定だった 予定でし 予定やった の予定が はずが はずだった はずでし かと思 "
     "と思ったら と思ってた と思ってまし と思っていた と思ったんで と思ったけど "
     "と思いました うと思った うと思って 考えてた 考えてまし 考えていた だったけど だったのが だったんだけど "
     "だったんです でしたが でしたけど "
     "やったけど やったんやけど でしたので たかったんです たかったんだけど たかったんやけど たかったけど "
     "がよかったんです "
     "がよかったんだけど でもよかったんです でもよかったんだけど でもよかったけど がよかったけど"},
    {Trait::calling, "かけ直 かけなお 折り返 電話しま 電話する 連絡しま 連絡する 返事しま 返事する"},
    {Trait::once,
     "いつも 普段 ふだん もともと 元々 当初 最初は 本来 前は 前に 前回 この間 こないだ この前 去年 昨年 先月 先週 昨日 "
     "以前 毎年 "
     "例年"},
    {Trait::against,
     "無理 だめ 駄目 あかん 難し むずかし 厳し きつ 都合 仕事 用事 予定が 予定入 が入 出張 会議 満席 いっぱい 埋ま "
     "うまって 混 休み 休め 定休 "
     "来られ 来れ 行け 行かれ いけな 避け やめ 嫌 忙し かぶ 被 ない なくて なさそ なくな ません 運動会 集合 待ち合わせ "
     "合流 早い 早す 遅い 遅す 間に合 予約が "
     "があって がありまして 以外"},
    {Trait::impossible,
     "間に合わない 間に合いません 間に合わん 間に合いそうにない 間に合いそうもない 行けない 行けません 行けへん "
     "行かれへん "
     "行けん 行かれん 来れない 来られない 伺えない 伺えません 無理 むり 厳しい きびしい きつい 難しい むずかしい だめ "
     "ダメ 駄目 あかん 都合が悪い 都合がつかない 都合が合わない 空いてない 空いてません 取れない"},
    {Trait::told, "言 いう ゆう 聞 らし そうで そうなの そうだ だって とか みたい との"},
    {Trait::too_many, "無理 多い 多す 少な 狭 言 聞 入らな だめ"},
    {Trait::staying_away, "来られな 来れな 来れん 行けな 来なく 来られへん 来れへん 休 欠席 抜け 減 キャンセル"},
    {Trait::declined,
     "やめと やめま やめる やめて やめとこ よしと よしま 遠慮 無理 むり だめ 駄目 あかん あきまへん 厳し きびし きつい "
     "難し "
     "むずかし しんど こたえ つらい 辛い またに また今度 またの機会 見送 勘弁 困る 困り 困っ 行かれへん 行けへん "
     "行けん 行けねえ "
     "行けね 行げね 行けない 行けません 行かれん いけんなあ いけんのう いけんわ いけんばい 来れん 来られへん 来れへん "
     "来れない "
     "来れません 間に合わ 間に合いませ 間に合えへん 間に合えん ほかの店 他の店 他をあた ほかをあた 寝てま 寝ちゃ "
     "帰れな 帰れま 終電が "
     "遅すぎ 遅いわ 遅いな 遅いかな 遅いですね 遅いですよ 遅いし 遅いよ 遅いね 遅いさかい 遅かねえ 遅かけん 遅かばい "
     "早すぎ "
     "早いわ 早いな 早いかな 早いですね 早いし 早いよ 早いね 早かねえ 早かけん 遅かです 早かです ほな、よろしいわ 断り "
     "考えさせ 相談します"},
    {Trait::unsettled, "返事 待ち 未定 わから 分から 決ま はっきり 微妙 読めな"},
    {Trait::of_allergy,
     "とか など なんか なんて の 類 系 心配 症状 持ち もち ある人 人 者 こと もの 物 は が も って 、 特に とくに 全然 "
     "ぜんぜん 全く まったく 別に べつに 一切 今のところ いまのところ 誰も だれも 全員 みんな みな 一人も ひとりも "
     "何も なにも ひとつも 一つも 二人とも ふたりとも"},
    {Trait::no_allergy,
     "ない なく なかっ なけれ なし 無い 無く 無し 無かっ ありません ございません おりません いません 持ってない "
     "持ってません 持っていま あらへん おらへん ありまへん ゼロ じゃない ではない じゃあり ではあり じゃなく ではなく "
     "だったけど治 でしたけど治 だったが治 でしたが治 は治 が治 "
     "出ません 出ない 大丈夫 平気 問題な 問題あ 食べられます 食べられる 食べれます 食べれる いけます"},
    {Trait::asking, "か ですか でしょうか ? ますか かな"},
    {Trait::no_cancelling,
     "しない しません しなく しとらん せん せず はしない はしません はせず はなし なしで じゃない ではない じゃなく "
     "ではなく "
     "したくない はしたくない した予約 したやつ した件 しました したのは したんですけど、やっぱり したけど "
     "したんだけど、やっぱり "
     "するって言 するって聞 すると言 するそうで するらしく するみたいで した人 した友 が出 がで に出 待ち はいつまで "
     "っていつまで "
     "は何日前 って何日前 は何時まで の期限 期限 規定 ポリシー 料 代 の場合 した場合 するとどう したらどう になった席 "
     "になった人 "
     "出たら 出れば _policy _fee _fees _charge _charges _deadline"},
    {Trait::not_to,
     "don't_ do_not_ not_ never_ don't_want_to_ do_not_want_to_ not_to_ without_ didn't_ did_not_ to_not_ already_"},
    {Trait::approval,
     "looks_good looks_great looks_right looks_fine looks_perfect look_good good_to_me great_to_me right_to_me "
     "sounds_great "
     "sounds_fine sounds_perfect sounds_right sounds_lovely works_for_me works_for_us all_good all_correct all_right "
     "all_set all_fine everything's_correct everything's_right everything_is_correct everything's_good "
     "everything_is_right "
     "that's_it that's_the_one you_got_it got_it spot_on agreed deal_done it's_a_deal go_for_it lovely brilliant "
     "wonderful "
     "excellent fantastic いいでしょう よいでしょう よろしいでしょう それに決め それで決まり それにします それにする "
     "それにしと それでよか それでいこ それでいき "
     "なら行けます なら行ける なら行けるわ なら行けそう ならいけます ならいける なら大丈夫 なら間に合います "
     "なら間に合う "
     "やったらいける やったら行ける やったらいけます やったら行けます だったら行ける だったら行けます だったら大丈夫 "
     "でしたら行けます でしたら大丈夫 全然大丈夫 全然かま 全然構 全然ええ 全然いい "
     "それにしてもら それにしてや それにしてくれ それで取っといて それで取っと それで押さえ "
     "その時間で取っ その時間で押さえ その時間にし その時間でいい その時間でええ "
     "それでいい そいでいい ほいでいい ほんでいい それでええ そいでええ ほいでええ ほんでええ ほれでええ "
     "そんでいい そんでええ そっでよか ほんでよか そうしよ そないしよ そげんして "
     "やってください やって下さい やっちゃって さよです さいです あいよ お頼み申し"},
    // Around a name.
    {Trait::name_ending,
     "です でお願 でおね でよろ と申 ともうし といいま と言いま っていいま って言いま でござ という者 だけど "
     "様で さまで で予約 でよやく でとって で取って やけど やねん やで だよ なんで で承 と言う者 にして にしと "
     "だべ だっぺ だっちゃ だども だけんど じゃけんど だばって だはんで やさかい でんねん でっせ でがす でやんす "
     "でごわす だがね だがや やんか どす "
     "で大丈夫 で結構 で構い でいい でええ でよか でかま でどう でとっ で押さえ でたのん でおねげ で入れ でね で頼 "
     "でたの ばってん "
     "なんばってん 言います "
     "いいます ゆいます 言うもん いうもん いうねん 言うねん じゃけど やけん ですけ っす が伺い が参り でした "
     "だった って読み って読む って読ん と読み と読む とよみ とよむ と濁 とにご と発音"},
    {Trait::told_name_ending, "じゃ や。 と、"},
    {Trait::last_name_ending,
     "ばい や で じゃ だ やわ やね やな だわ よ だべ だべや だべさ だっぺ だっぺよ だっちゃ っちゃ たい どす だす だに "
     "だら だがね だがや やに "
     "やよ やし やけ やき やちゃ やんか だじゃ だはんで やさかい でっせ でんねん でがす でやんす でごわす さあ な ね "
     "さ のう ねえ なあ だよ だね "
     "だなあ だな やで やねん じゃけん じゃけえ じゃね じゃのう やけん やろ です ですわ じゃあ"},
    {Trait::name_lead, "かたかなで ひらがなで 名前が はい"},
    {Trait::no_name,
     "ません ます たい ください ない ですか した それ これ さき あと わから まって ちょっと なに だれ べつに "
     "どう いや ごめん です だけ でいい みんな だめ むり よやく かんじ ひらがな かたかな"},
    {Trait::no_name_in_kanji,
     "漢字 了解 承知 個人 法人 旧姓 屋号 店名 社名 代表 幹事 先方 同僚 上司 部下 先輩 後輩 社長 会長 部長 課長 専務 "
     "常務 本名 名前 苗字 名字 会社 本人 同じ 結構 大丈夫 無理 駄目 予約 主人 旦那 家内 家族 友達 友人 秘書 代理"},
    {Trait::place_name, "千葉 山口 石川 福島 宮崎 長崎 福井 富山 岡山 広島 大阪 上野 大塚 福岡 秋田 中野"},
    {Trait::rank,
     "社長 会長 専務 常務 部長 課長 係長 次長 室長 所長 支店長 店長 院長 校長 教授 先生 理事 取締役 代表 役員 監査役 "
     "主任 上司 先輩 後輩 同僚 担当 幹事 秘書 "
     "部下 友人 先方 会社 事務所"},
    {Trait::title, "さん 様 さま くん ちゃん"},
    // Leads, and sighs.
    {Trait::assent,
     "いやあ いやぁ はあ もしもし うん ん、 そのように そんな感じ と思います と存じます いたします 致します "
     "申し上げます "
     "承知いたしました 確定 "
     "おっしゃる通り おっしゃるとおり "
     "楽しみにしてます 楽しみにしています 伺います まあいいか それでいいや あそうそう あそう あ あっ ああ あのう あの "
     "えっと "
     "ええっと ええと えと まあ まぁ ま んと お じゃ じゃあ では それでは それじゃ "
     "それじゃあ "
     "ほな ほんなら ほんじゃ ほんじゃあ んじゃ んじゃあ なるほど そうですね そうだね そうですねえ そうね そやね そやな "
     "仕方ないですね しょうがないですね 仕方ない しょうがない すみません すいません 恐れ入ります お手数おかけします "
     "お手数ですが どうも どうぞ ぜひ 是非 かしこまりました それなら その それ それがいい それがいいです これ そちら "
     "こちら そっち こっち その内容 この内容 "
     "この時間 その時間 その日 その日時 そのまま このまま その通り そのとおり この通り 全部 ぜんぶ 全て すべて"},
    // How a sentence ends, and asks.
    {Trait::assent,
     "そうですか、 そうですかあ、 そうか、 そうかあ、 そうなん、 そうなんや、 そうなんですね、 ほうか、 ほうかあ、 "
     "ほうですか、 ええと、 "
     "しとく しとくわ しとくよ しときます しときますわ しとこ しとこか しとこかな しとこかね しといてや しといてんか "
     "といて といてや "
     "といてんか してや してんか するわ するよ しますわ しますね べ だべ ばい けん けえ き っちゃ じゃ たい のう "
     "さかい やけん やさかい "
     "もらおう もらおうか もらおうかな もらおうかね もらおか もらおかな もろて もろうて てんか 押さえといて "
     "押さえといてや よろしゅう 全然 ぜんぜん かまわん かまわんよ "
     "かまへんで 構わん "
     "頼む たのむ 頼んどくわ 頼んどく 頼んだ なら行けます なら行ける なら行けそう ならいけます ならいける なら大丈夫 "
     "なら間に合います なら間に合う やったらいける やったら行ける やったらいけます やったら行けます だったら行ける "
     "だったら行けます だったら大丈夫 でしたら行けます "
     "でしたら大丈夫 よし ほいじゃ んだば"},
    {Trait::assent,
     "いいでしょう よいでしょう よろしいでしょう よか よかです よかよ ええ ええです ええよ ええわ いこう いこか "
     "いきましょう しよう しよか しよ そうしよか 決めた "
     "決めました 決まり 決まりで "
     "そいで ほいで ほんで ほれで そんで そっで そげん やってください やって下さい やっちゃって さよ さい あいよ "
     "お頼み申します お頼み申す 当日 当日は "
     "よ ね わ な ぞ さ よね わよ で に です ですよ ですよね ですね ですねえ でございます でございますね っす だよ "
     "だね "
     "だな やで やね やねん やわ いい いいねえ いいな よい 良い よろしい うれしいです 嬉しいです 助かります 最高です "
     "ありがたいです 幸いです して してください して下さい しといて しといてください しておいて しておいてください "
     "してもらって "
     "していただいて してもらえますか していただけますか てください て下さい てもらって もらって だと思います "
     "てもらえますか "
     "ていただけますか "
     "ておいてください てほしいです そうして そうします そうする そうしましょう そうしよう そうさせて "
     "そないして 取って とって お取り おとり 取っといて 取っておいて 進めて すすめて 押さえて おさえて ください 下さい "
     "ちょうだい "
     "くれ もらえれば もらえると もらえますか いただければ いただけると いただけますか もらいます いただきます "
     "にします にする "
     "にして にしてください にしましょう にしときます でいきます でいきましょう 確認しました 確認できました 合ってて"},
    {Trait::assent,
     "look right correct set everything everything's is to_me set agreed done you_got_it got_it spot_on deal go_for_it "
     "a the i it me us for to so and then that this that's it's all very much please just yes yeah do_it do_that do_so "
     "please_do that_is it_is that_would_be it_would_be would_be i'd i'll we'll we'd let's let_us i_would we_would "
     "like "
     "love take book have make keep good fine lovely nice wonderful fantastic excellent alright brilliant works work "
     "for_me for_us looks sounds one time details you we i_am i'm happy with oh well um uh er hmm okay_then mhm uh-huh "
     "ahead go that'd_be that'll_be that_will_be proceed confirm confirmed thing looking forward time_is_good great "
     "sounds_good "
     "fine_with"},
});
constexpr std::size_t count_of_traits = static_cast<std::size_t>(Trait::assent) + 1;

/// All that have a trait, and how they begin.
class TraitWords {
public:
    void put(std::u16string word) {
        if (word.size() == 1)
            alone_.set(word.front() % alone_.size());
        else
            pairs_.set(pair_of(word));
        words_.push_back(std::move(word));
    }
    [[nodiscard]] const std::vector<std::u16string>& all() const { return words_; }
    /// Characters of the longest that a text begins with; few texts begin as one of them does.
    [[nodiscard]] std::size_t size_at(std::u16string_view text) const {
        if (text.empty()) return 0;
        const bool may_begin =
            alone_.test(text.front() % alone_.size()) || (text.size() > 1 && pairs_.test(pair_of(text)));
        if (!may_begin) return 0;
        std::size_t size = 0;
        for (const auto& word : words_) {
            if (word.front() == text.front() && word.size() > size && text.starts_with(word)) size = word.size();
        }
        return size;
    }

private:
    [[nodiscard]] static std::size_t pair_of(std::u16string_view text) {
        constexpr std::size_t spread = 37, places = 2048;
        return (text[0] * spread + text[1]) % places;
    }

    std::vector<std::u16string> words_;
    std::bitset<256> alone_;   ///< by the low byte of those of one character
    std::bitset<2048> pairs_;  ///< by the first two characters of the others
};

[[nodiscard]] std::array<TraitWords, count_of_traits> read_traits() {
    std::array<TraitWords, count_of_traits> all;
    for (const auto& row : trait_rows) {
        for (auto rest = row.words; !rest.empty();) {
            const auto end = std::min(rest.find(' '), rest.size());
            auto word = fold(rest.substr(0, end)).text;
            std::replace(word.begin(), word.end(), u'_', u' ');
            all.at(static_cast<std::size_t>(row.trait)).put(std::move(word));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return all;
}

[[nodiscard]] const TraitWords& of(Trait trait) {
    static const auto traits = read_traits();
    return traits[static_cast<std::size_t>(trait)];
}

constexpr auto words_of_booking = std::to_array<Word>({Word::relative_day, Word::relative_night, Word::relative_morning,
                                                       Word::known_day,    Word::week,           Word::coming,
                                                       Word::weekday,      Word::weekend,        Word::working_day,
                                                       Word::month,        Word::month_of,       Word::month_end,
                                                       Word::ordinal,      Word::fixed_day,      Word::rule_day,
                                                       Word::span,         Word::holiday,        Word::holiday_eve,
                                                       Word::holiday_name, Word::days_after,     Word::weeks_after,
                                                       Word::day_of_month, Word::month_day,      Word::year,
                                                       Word::year_number,  Word::hour,           Word::clock,
                                                       Word::noon,         Word::part,           Word::people,
                                                       Word::adult,        Word::child,          Word::infant,
                                                       Word::pair,         Word::person,         Word::occasion,
                                                       Word::number});
constexpr auto words_of_day = std::to_array<Word>({Word::month_third, Word::ordinal, Word::first_of, Word::middle_of,
                                                   Word::last_of, Word::day_of_month, Word::month_day});

/// By the word, which of a row.
template <std::size_t Count>
[[nodiscard]] constexpr auto table_of(const std::array<Word, Count>& words) {
    constexpr std::size_t kinds = 256;
    std::array<bool, kinds> table{};
    for (const auto word : words) table[static_cast<std::size_t>(word)] = true;
    return table;
}
constexpr auto is_booking_word = table_of(words_of_booking);
constexpr auto is_day_word = table_of(words_of_day);

}  // namespace

std::span<const std::u16string> words_with(Trait trait) { return of(trait).all(); }

std::size_t size_of(Trait trait, std::u16string_view text) { return of(trait).size_at(text); }

std::optional<FoundWord> first_of(Trait trait, std::u16string_view text) {
    const auto& words = of(trait);
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto size = words.size_at(text.substr(at)); size > 0) return FoundWord{at, size};
    }
    return std::nullopt;
}

bool stands_in(Trait trait, std::u16string_view text) { return first_of(trait, text).has_value(); }

bool ends_with(Trait trait, std::u16string_view text) {
    const auto words = words_with(trait);
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return text.ends_with(word); });
}

bool is_one(Trait trait, std::u16string_view text) {
    const auto words = words_with(trait);
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_of_booking(Word word) noexcept { return is_booking_word.at(static_cast<std::size_t>(word)); }
bool names_day(Word word) noexcept { return is_day_word.at(static_cast<std::size_t>(word)); }

}  // namespace denwaban::talk

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "chance.hpp"

namespace callers {

/// How often recognition does what to a sentence, as shares.
struct Noise {
    double particle = 0.06;   ///< dropped, of each
    double homophone = 0.06;  ///< another word of the same sound, of each that has one
    double doubled = 0.01;    ///< of each morpheme
    double lost = 0.01;       ///< of each morpheme, a character
    double filler = 0.04;     ///< between morphemes
    double blank = 0.03;      ///< between morphemes, and half as often within one
    double cut = 0.02;        ///< of a sentence, its end
    double nothing = 0.01;    ///< a sentence is not heard at all

    [[nodiscard]] Noise times(double factor) const {
        return {particle * factor, homophone * factor, doubled * factor, lost * factor,
                filler * factor,   blank * factor,     cut * factor,     nothing * factor};
    }
};

/// What is heard for what, where they sound alike. A no is never heard as a yes: nobody could tell, human or not.
inline const std::vector<std::pair<std::string, std::string>>& homophones() {
    static const std::vector<std::pair<std::string, std::string>> all{
        {"七時", "質時"},
        {"7時", "1時"},
        {"7時", "しち時"},
        {"1時", "7時"},
        {"八時", "発時"},
        {"8時", "蜂時"},
        {"六時", "録時"},
        {"四時", "洋二"},
        {"九時", "区時"},
        {"9時", "9字"},
        {"四名", "よめい"},
        {"4名", "四迷"},
        {"三名", "賛明"},
        {"3名", "3命"},
        {"五名", "ご明"},
        {"6名", "無名"},
        {"二名", "2枚"},
        {"2名", "二命"},
        {"二人", "2人り"},
        {"4人", "余人"},
        {"三人", "3人"},
        {"5人", "ご人"},
        {"3人", "4人"},
        {"4日", "8日"},
        {"明日", "足した"},
        {"今日", "京"},
        {"あさって", "朝って"},
        {"金曜", "近用"},
        {"土曜", "どよう"},
        {"日曜", "にちよう"},
        {"予約", "要約"},
        {"予約", "余薬"},
        {"変更", "偏光"},
        {"キャンセル", "キャンセラ"},
        {"個室", "固執"},
        {"禁煙", "近縁"},
        {"座敷", "ざしき"},
        {"カウンター", "カンター"},
        {"半", "版"},
        {"午後", "5後"},
        {"夜", "よる"},
        {"高山", "高田"},
        {"山田", "山だ"},
        {"佐藤", "砂糖"},
        {"鈴木", "鈴き"},
        {"加藤", "下等"},
        {"伊藤", "糸"},
        {"中島", "中嶋"},
        {"斎藤", "再投"},
        {"小林", "小早し"},
        {"はい", "灰"},
        {"お願いします", "お願いしま"},
        {"大人", "音な"},
        {"子ども", "子供"},
        {"営業時間", "営業次官"},
        // What Whisper base made of pyopenjtalk's voice at 8 kHz, in 1,420 lines of `tests/run.sh spoken`, most often
        // first.
        {"こんにち", "本日"},
        {"火曜", "可能"},
        {"三瓶", "3人"},
        {"高山", "講座ん"},
        {"5人", "ごみ"},
        {"今度", "本土"},
        {"斎藤", "最高"},
        {"1人", "ストリー"},
        {"5名", "ごめえ"},
        {"二宮", "見のみな"},
        {"ひとり", "ストリー"},
        {"やまざき", "山崎"},
        {"午後8時", "580"},
        {"しちじはん", "スチファン"},
        {"七時半", "スピビ感"},
        {"19時30分", "1930分"},
        {"明後日", "モードミッチ"},
        {"お願いします", "おめがいします"},
        {"変更", "変更を目が"},
    };
    return all;
}

/// A sentence as recognition hands it over.
class Recognition {
public:
    Recognition(Chance& chance, const Noise& noise) : chance_(chance), noise_(noise) {}

    [[nodiscard]] std::string hears(const std::string& said) {
        if (chance_.happens(noise_.nothing)) return {};
        std::string heard;
        for (const auto& piece : pieces(said)) {
            if (is_particle(piece) && chance_.happens(noise_.particle)) continue;
            if (!heard.empty() && chance_.happens(noise_.filler))
                heard += chance_.one_of({"えーと", "あの", "えっと、", "まあ", "その", "んー"});
            if (!heard.empty() && chance_.happens(noise_.blank)) heard += " ";
            auto one = garbled(piece);
            heard += one;
            if (!is_particle(piece) && chance_.happens(noise_.doubled)) heard += one;
        }
        if (chance_.happens(noise_.cut)) {
            auto all = characters(heard);
            for (int times = 1 + chance_.below(3); times > 0 && all.size() > 1; --times) all.pop_back();
            heard = joined(all);
        }
        return heard;
    }

private:
    [[nodiscard]] static bool is_particle(const std::string& piece) {
        for (const auto* one : {"の", "に", "で", "を", "は", "が", "と", "も", "から"}) {
            if (piece == one) return true;
        }
        return false;
    }
    [[nodiscard]] static std::vector<std::string> pieces(const std::string& said) {
        std::vector<std::string> all{""};
        for (const char c : said) {
            if (c == '`') {
                all.emplace_back();
            } else {
                all.back() += c;
            }
        }
        return all;
    }
    [[nodiscard]] static std::vector<std::string> characters(const std::string& text) {
        std::vector<std::string> all;
        for (const char c : text) {
            if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) all.emplace_back();
            all.back() += c;
        }
        return all;
    }
    [[nodiscard]] static std::string joined(const std::vector<std::string>& all) {
        std::string text;
        for (const auto& one : all) text += one;
        return text;
    }

    [[nodiscard]] std::string garbled(std::string piece) {
        for (const auto& [said, heard] : homophones()) {
            const auto at = piece.find(said);
            const bool in_number = at != piece.npos && at > 0 && piece[at - 1] >= '0' && piece[at - 1] <= '9';
            if (at == piece.npos || in_number || !chance_.happens(noise_.homophone)) continue;
            piece.replace(at, said.size(), heard);
            break;
        }
        auto all = characters(piece);
        if (all.size() > 2 && chance_.happens(noise_.lost))
            all.erase(all.begin() + chance_.below(static_cast<int>(all.size())));
        if (all.size() > 2 && chance_.happens(noise_.blank / 2))
            all.insert(all.begin() + 1 + chance_.below(static_cast<int>(all.size()) - 1), " ");
        return joined(all);
    }

    Chance& chance_;
    Noise noise_;
};

}  // namespace callers

#include "phones.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "numerals.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

constexpr auto between_groups = std::to_array<View>(
    {u"ええと",       u"えええと",   u"あの",       u"そのう",   u"なんだっけ", u"何だっけ",   u"なんだったかな",
     u"何だったかな", u"そのあとが", u"そのあとは", u"そのあと", u"その後が",   u"その後は",   u"その後",
     u"その次が",     u"その次は",   u"そのつぎが", u"続いて",   u"続けて",     u"つづけて",   u"最初が",
     u"最初は",       u"はじめが",   u"真ん中が",   u"真ん中は", u"まんなかが", u"まんなかは", u"番号が",
     u"番号は",       u"局番が",     u"それから",   u"そして",   u"あとは",     u"つぎが",     u"次が",
     u"さいごが",     u"最後が",     u"最後は",     u"最後",     u"下四桁",     u"下4桁",      u"んと",
     u"ええ",         u"ね",         u"ですね",     u"で、",     u"えと",       u"えっと",     u"うん",
     u"え",           u"う",         u"はいふん",   u"はい、",   u"の",         u"-",          u"、",
     u"。",           u" ",          u"・",         u"~",        u"あ"});
constexpr auto takes_back = std::to_array<View>(
    {u"あれ",       u"いや",       u"じゃなくて",   u"じゃないや", u"じゃないわ",   u"じゃないな",   u"じゃなく",
     u"ではなくて", u"じゃない",   u"じゃなかった", u"あちがう",   u"あちがった",   u"ちがう",       u"ちがった",
     u"違う",       u"違った",     u"違いました",   u"違います",   u"間違えました", u"間違えた",     u"まちがえました",
     u"まちがえた", u"すみません", u"すいません",   u"失礼",       u"訂正",         u"ごめんなさい", u"ごめん",
     u"いえ",       u"間違い",     u"もとい"});
constexpr auto topics =
    std::to_array<View>({u"電話", u"番号", u"携帯", u"でんわ", u"ばんごう", u"けいたい", u"連絡先"});

[[nodiscard]] std::size_t begins_with_one(View text, const auto& words) {
    for (const auto& word : words) {
        if (text.starts_with(word)) return word.size();
    }
    return 0;
}

constexpr std::size_t shortest_number = 10;  ///< digits that may be all

[[nodiscard]] std::optional<PhoneNumber> number_of(const std::string& digits) {
    if (digits.size() < 10 || digits.size() > 11 || digits.front() != '0') return std::nullopt;
    const auto number = PhoneNumber::parse(digits);
    return number ? std::optional{*number} : std::nullopt;
}

/// Digits one after the other.
struct Group {
    std::string digits;
    std::size_t end;
};

/// ゼロ, きゅう: no particle, and part of no other word.
[[nodiscard]] bool is_digit_for_certain(View text, const SpokenDigit& digit) {
    constexpr auto doubtful = std::to_array<View>({u"おお", u"しい", u"ごう", u"れい"});
    return digit.script != Script::kana || (digit.size > 1 && begins_with_one(text, doubtful) == 0);
}

/// 0 9 0: a blank between figures that stand alone.
[[nodiscard]] bool parts_single_figures(View text, std::size_t blank) {
    const auto is_figure = [&](std::size_t at) { return at < text.size() && text[at] >= u'0' && text[at] <= u'9'; };
    return blank > 0 && text[blank] == u' ' && is_figure(blank - 1) && (blank < 2 || !is_figure(blank - 2)) &&
           is_figure(blank + 1) && !is_figure(blank + 2);
}

/// ごろくななはちになります: に is no digit.
[[nodiscard]] bool is_said_of_number(View text) {
    constexpr auto ways =
        std::to_array<View>({u"になり", u"にお願", u"におねが", u"にかけ", u"に連絡", u"に電話", u"にお電話"});
    return std::any_of(ways.begin(), ways.end(), [&](View way) { return text.starts_with(way); });
}

/// 3456の、に: between breaks.
[[nodiscard]] bool stands_alone(View text, std::size_t begin, std::size_t end) {
    constexpr View breaks = u"、の ";
    if (begin == 0 || breaks.find(text[begin - 1]) == View::npos) return false;
    return end >= text.size() || breaks.find(text[end]) != View::npos || text.substr(end).starts_with(u"です");
}

/// What stands there, however each digit is written: ゼロ九0; and what was told before it.
[[nodiscard]] std::optional<Group> group_at(View text, std::size_t at, const std::string& before) {
    constexpr std::size_t most = 16;
    Group group{{}, at};
    std::optional<Script> script;
    bool is_certain = false;
    while (group.end < text.size() && group.digits.size() < most) {
        const bool is_parted = !group.digits.empty() && parts_single_figures(text, group.end);
        // double five
        const auto rest = text.substr(group.end + (is_parted ? 1 : 0));
        const std::size_t times = rest.starts_with(u"double ") ? 2 : rest.starts_with(u"triple ") ? 3 : 1;
        const std::size_t lead = (times > 1 ? View{u"double "}.size() : 0) + (is_parted ? 1 : 0);
        const auto digit = digit_at(text.substr(group.end + lead));
        if (!digit || is_said_of_number(text.substr(group.end + lead))) break;
        // Behind figures, に is a particle, and behind all of them さん another word.
        const bool is_other = script && *script != Script::kana && digit->script == Script::kana;
        const bool is_digit = is_digit_for_certain(text.substr(group.end + lead), *digit);
        if (is_other && (!is_digit || number_of(before + group.digits))) break;
        is_certain = is_certain || is_digit;
        script = digit->script;
        group.digits.append(times, digit->digit);
        group.end += lead + digit->size;
    }
    if (group.digits.empty()) return std::nullopt;
    const bool is_alone = group.digits.size() < 2 && script == Script::kana;
    const bool goes_on = !before.empty() && (is_certain || stands_alone(text, at, group.end));
    if (is_alone && !goes_on) return std::nullopt;
    return group;
}

class PhoneReader {
public:
    PhoneReader(View text, std::size_t at) : text_(text), at_(at) {}

    void read() {
        bool instead = false;
        for (int count = 0; count < 12; ++count) {
            const auto group = group_at(text_, at_, digits());
            // 090-1234-5678、3人です: what follows a number that is said to its end is none of it.
            const bool is_said = !instead && !hesitated_ && number_of(digits());
            const bool is_again = group && is_said && is_said_again(group->digits);
            if (!group || (is_said && !is_again) || is_behind_whole()) break;
            put(group->digits, instead);
            corrected = corrected || instead;
            end = group->end;
            at_ = group->end;
            instead = skip_between();
        }
    }

    [[nodiscard]] std::string digits() const {
        std::string all;
        for (const auto& group : groups_) all += group;
        return all;
    }

    /// 2222、あ、2223: whether a group may have been said instead of the one before.
    [[nodiscard]] bool may_be_again() const {
        if (!again_ || *again_ >= groups_.size()) return false;
        const auto &before = groups_[*again_ - 1], &after = groups_[*again_];
        int others = 0;
        for (std::size_t at = 0; at < after.size() && at < before.size(); ++at)
            others += before[at] != after[at] ? 1 : 0;
        return before.size() == after.size() && others <= 1;
    }

    std::size_t end = 0;
    bool corrected = false;

private:
    /// 080の1111、あ、1112の3456: that a group stood for the one before it shows in what comes after.
    [[nodiscard]] bool is_said_again(const std::string& next) {
        const auto count = groups_.size();
        if (!again_ || *again_ + 1 != count || next.size() != groups_.back().size()) return false;
        groups_.erase(groups_.begin() + static_cast<std::ptrdiff_t>(count) - 2);
        corrected = true;
        again_.reset();
        return true;
    }

    /// 080-1111-2222にして: kana right behind a whole number are words.
    [[nodiscard]] bool is_behind_whole() const {
        const bool is_kana = text_[at_] >= u'ぁ' && text_[at_] <= u'ゖ';
        return is_kana && at_ == end && at_ > 0 && text_[at_ - 1] <= u'9' && digits().size() >= shortest_number;
    }

    /// A group that is said instead stands for the one before of its length, or for all; 000、あ、0001 begins anew.
    void put(const std::string& digits, bool instead) {
        const bool anew = hesitated_ && !groups_.empty() && digits.size() > groups_.back().size() &&
                          digits.starts_with(groups_.back());
        // 090、1234、5679、あ、5678
        const bool is_last_again =
            hesitated_ && this->digits().size() >= shortest_number && digits.size() == groups_.back().size();
        if (anew || is_last_again) groups_.pop_back();
        corrected = corrected || is_last_again;
        if (hesitated_ && !groups_.empty() && digits.size() == groups_.back().size()) again_ = groups_.size();
        hesitated_ = false;
        if (instead && !groups_.empty()) {
            // 090の1111の、あ、ごめんなさい、090の: said anew from its beginning.
            const bool is_anew = digits.front() == '0' && digits.starts_with(groups_.front());
            // 0 9 0 1 2 3 4 5 6 7 8、いや、5679: the last of a number that was told at once.
            constexpr std::size_t longest_group = 4;
            auto& last = groups_.back();
            if (digits.size() >= 9 || is_anew)
                groups_.clear();
            else if (last.size() >= shortest_number && digits.size() <= longest_group)
                last.resize(last.size() - digits.size());
            else
                groups_.pop_back();
        }
        groups_.push_back(digits);
    }

    /// True where what was said is taken back.
    [[nodiscard]] bool skip_between() {
        bool back = false;
        while (at_ < text_.size()) {
            const auto rest = text_.substr(at_);
            if (const auto size = begins_with_one(rest, takes_back)) {
                back = true;
                at_ += size;
            } else if (const auto gap = begins_with_one(rest, between_groups)) {
                hesitated_ = hesitated_ || rest.front() == u'あ';
                at_ += gap;
            } else {
                break;
            }
        }
        return back;
    }

    View text_;
    std::size_t at_;
    std::vector<std::string> groups_;
    std::optional<std::size_t> again_{};  ///< a group behind あ that is as long as the one before
    bool hesitated_ = false;
};

/// そちらの電話番号は: not the caller's.
[[nodiscard]] bool is_of_place(View text) {
    constexpr auto others = std::to_array<View>({u"そちらの電話", u"そちらの番号", u"お店の電話", u"お店の番号",
                                                 u"店の電話番号", u"お宅の番号", u"お宅の電話", u"予約番号",
                                                 u"注文番号", u"会員番号", u"そちらの連絡先", u"御社の電話"});
    return std::any_of(others.begin(), others.end(), [&](View one) { return text.find(one) != View::npos; });
}

/// What a character may be the first of.
enum class Begins : std::uint8_t { nothing, topic, zero };
[[nodiscard]] Begins what_begins(char16_t c) {
    if (c >= u'0' && c <= u'9') return Begins::zero;
    switch (c) {
        case u'電':
        case u'番':
        case u'携':
        case u'連':
        case u'で':
        case u'ば':
        case u'け':
            return Begins::topic;
        case u'〇':
        case u'ぜ':
        case u'れ':
        case u'ま':
        case u'お':
        case u'+':
            return Begins::zero;
        default:
            return Begins::nothing;
    }
}

}  // namespace

std::optional<PhoneMention> phone_in(const Glyphs& glyphs, const Hearing& hearing) {
    const View text{glyphs.text};
    bool expected = hearing.asked == Question::phone;
    std::optional<bool> is_of_caller;
    for (std::size_t at = 0; at < text.size();) {
        const auto begins = what_begins(text[at]);
        const bool may_be_topic = !expected && begins == Begins::topic;
        if (const auto size = may_be_topic ? begins_with_one(text.substr(at), topics) : 0) {
            expected = true;
            at += size;
            continue;
        }
        if (!expected && begins != Begins::zero) {
            ++at;
            continue;
        }
        const bool abroad = text[at] == u'+' && text.substr(at + 1).starts_with(u"81");
        const auto digit = digit_at(text.substr(abroad ? at + 1 : at));
        if (!abroad && (!digit || (!expected && digit->digit != '0'))) {
            // A figure within a number is no beginning.
            ++at;
            while (digit && digit->script == Script::figures && at < text.size() && text[at] >= u'0' &&
                   text[at] <= u'9')
                ++at;
            continue;
        }
        if (!is_of_caller) is_of_caller = !is_of_place(text);
        if (!*is_of_caller) return std::nullopt;
        PhoneReader reader{text, abroad ? at + 1 : at};
        reader.read();
        auto digits = reader.digits();
        if (abroad && digits.size() > 2) digits.replace(0, 2, "0");
        PhoneMention mention{digits, number_of(digits), at, reader.end, reader.corrected, reader.may_be_again()};
        if (mention.number) return mention;
        const bool is_long = digits.size() >= 3 && digits.size() <= 11;
        const auto after = text.substr(std::min(reader.end, text.size()));
        constexpr View counts = u"人名時分日月円年";
        const bool counted = !after.empty() && counts.find(after.front()) != counts.npos;
        if (hearing.asked == Question::phone && is_long && !counted) {
            if (hearing.known != nullptr && hearing.known->digits && hearing.known->digits->certain() != nullptr) {
                const auto all = *hearing.known->digits->certain() + digits;
                mention.number = number_of(all);
                if (mention.number || all.size() < 10) mention.digits = all;
            }
            return mention;
        }
        at = std::max(reader.end, at + 1);
    }
    return std::nullopt;
}

}  // namespace denwaban::talk

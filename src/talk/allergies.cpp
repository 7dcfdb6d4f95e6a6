#include <algorithm>
#include <array>

#include "traits.hpp"
#include "wants.hpp"

namespace denwaban::talk {

namespace {

using View = std::u16string_view;

class AllergyReader {
public:
    explicit AllergyReader(const Reading& reading) : reading_(reading), text_(reading.glyphs.text) {
        bool is_food = false;  // カニがだめなら
        for (const auto& token : reading.tokens) {
            cannot_ = cannot_ || token.word == Word::cannot_eat || (is_food && token.word == Word::either);
            is_food = token.word == Word::allergen;
            without_ = without_ || token.cue == Cue::deal_with;
            named_ = named_ || token.word == Word::allergy;
        }
    }

    [[nodiscard]] std::vector<HeardAllergy> read() && {
        if (!is_asked() && !named_ && !cannot_ && !without_) return {};
        for (std::size_t at = 0; at < reading_.size(); ++at) note(at);
        // アレルギーはないので、えびのコースで
        if (denied_ && !cannot_ && !without_ && !is_asked()) std::erase_if(all_, is_wanted);
        if (!all_.empty()) return std::move(all_);
        // パクチーが苦手です
        const auto disliked = is_asked() && disliked_ ? unlisted(*disliked_) : std::nullopt;
        if (disliked) return {{reading_.said(up_to(*disliked)), Wanted::wanted, up_to(*disliked)}};
        if (topic_ && !none_) {
            const auto before = unlisted(*topic_);
            const auto words = before.value_or(Stretch{*topic_, *topic_ + 1});
            return {{before ? reading_.said(reading_.bytes(words)) : "", Wanted::wanted, reading_.bytes(words)}};
        }
        if (none_ && (is_asked() || topic_))
            return {{{}, Wanted::unwanted, reading_.bytes({std::min(topic_.value_or(*none_), *none_), *none_ + 1})}};
        return {};
    }

private:
    [[nodiscard]] static bool is_wanted(const HeardAllergy& one) { return one.wanted == Wanted::wanted; }
    [[nodiscard]] bool is_asked() const { return reading_.is_asked(Question::allergies); }

    void note(std::size_t at) {
        const auto word = reading_.word(at);
        if (word == Word::allergen) {
            put(at);
        } else if (word == Word::allergy && !topic_) {
            topic_ = at;
            const auto end = denied_until(at + 1);
            if (is_denied_before(at)) none_ = at;
            if (end) none_ = *end - 1;
            denied_ = end && (at == 0 || reading_.word(at - 1) != Word::allergen);
        } else if (word == Word::cannot_eat && !disliked_) {
            disliked_ = at;
        } else if ((word == Word::none_there || word == Word::no_word) && !none_) {
            none_ = at;
        }
    }

    void put(std::size_t at) {
        const auto what = std::string{allergen_named(static_cast<std::int16_t>(reading_.tokens[at].value))};
        // そばもえびもなしです: what is said of the last is said of all.
        auto behind = at + 1;
        const auto joins = [&](Word word) { return word == Word::mo || word == Word::to; };
        while (joins(reading_.word(behind)) && reading_.word(behind + 1) == Word::allergen &&
               behind < at + Reading::reach)
            behind += 2;
        if (reading_.word(behind) == Word::allergy) ++behind;
        const bool is_denied =
            is_healed(behind) || (!is_asked_without(behind) && (denied_until(behind) || is_denied_in_english(at)));
        const auto wanted = is_denied ? Wanted::unwanted : Wanted::wanted;
        const auto known =
            std::find_if(all_.begin(), all_.end(), [&](const HeardAllergy& one) { return one.what == what; });
        const HeardAllergy heard{what, wanted, reading_.bytes({at, at + 1})};
        if (known == all_.end())
            all_.push_back(heard);
        else
            *known = heard;
    }

    /// 子どもの頃は卵がだめだったんですけど、もう治りまして.
    [[nodiscard]] bool is_healed(std::size_t at) const {
        auto end = at;
        while (end < reading_.size() && end < at + Reading::reach && reading_.word(end) != Word::allergen) ++end;
        if (end <= at) return false;
        const auto said = reading_.folded({at, end});
        constexpr auto heals = std::to_array<View>({u"治り", u"治っ", u"治した", u"克服", u"なおりまし", u"なおって"});
        constexpr auto not_healed = std::to_array<View>({u"治ってな", u"治ってま", u"治りませ", u"治らな"});
        const auto is_in = [&](View word) { return said.find(word) != View::npos; };
        return std::any_of(heals.begin(), heals.end(), is_in) &&
               std::none_of(not_healed.begin(), not_healed.end(), is_in);
    }

    /// そばはなしで, 卵なしでお願いします: to be cooked without it.
    [[nodiscard]] bool is_asked_without(std::size_t at) const {
        auto rest = at < reading_.size() ? text_.substr(reading_.tokens[at].begin) : View{};
        if (rest.starts_with(u'は')) rest.remove_prefix(1);
        constexpr auto withouts = std::to_array<View>({u"なしで", u"無しで", u"なしに", u"無しに"});
        return std::any_of(withouts.begin(), withouts.end(),
                           [&](View without) { return rest.starts_with(without) && !rest.starts_with(u"なしです"); });
    }

    /// We don't have any allergies.
    [[nodiscard]] bool is_denied_before(std::size_t at) const {
        constexpr std::size_t far = 24;
        const std::size_t begin = reading_.tokens[at].begin;
        const auto before = text_.substr(begin > far ? begin - far : 0, std::min(begin, far));
        constexpr auto noes = std::to_array<View>({u"n't have ", u"not have ", u"not got ", u"have no ", u"without "});
        return std::any_of(noes.begin(), noes.end(), [&](View no) { return before.find(no) != View::npos; });
    }

    /// I'm not allergic to shrimp, no allergies to nuts; but not: no shrimp, I am allergic.
    [[nodiscard]] bool is_denied_in_english(std::size_t at) const {
        auto first = at;
        while (first > 0 && reading_.word(first - 1) != Word::stop && at - first < Reading::reach) --first;
        const auto before =
            text_.substr(reading_.tokens[first].begin, reading_.tokens[at].begin - reading_.tokens[first].begin);
        const auto behind = text_.substr(reading_.tokens[at].end);
        if (before.ends_with(u"no ") && behind.starts_with(u" allerg")) return true;
        const auto but = before.rfind(u"but ");
        const auto said = but != View::npos ? before.substr(but) : before;
        constexpr auto denied =
            std::to_array<View>({u"not allergic", u"n't allergic", u"no allerg", u"not intolerant",
                                 u"no longer allergic", u"not have a", u"n't have a", u"never allergic"});
        return said.find(u"allerg") != View::npos &&
               std::any_of(denied.begin(), denied.end(), [&](View no) { return said.find(no) != View::npos; });
    }

    /// Behind アレルギーはない; nothing where it is not denied.
    [[nodiscard]] std::optional<std::size_t> denied_until(std::size_t at) const {
        if (at >= reading_.size()) return std::nullopt;
        auto place = static_cast<std::size_t>(reading_.tokens[at].begin);
        constexpr int most = 8;
        for (int words = 0; words < most; ++words) {
            const auto rest = text_.substr(place);
            if (const auto size = size_of(Trait::no_allergy, rest))
                return is_question(place + size) ? std::nullopt : token_at(place + size);
            const auto size = size_of(Trait::of_allergy, rest);
            if (size == 0) return std::nullopt;
            place += size;
        }
        return std::nullopt;
    }
    /// The first token that ends there or behind, and the next.
    [[nodiscard]] std::optional<std::size_t> token_at(std::size_t end) const {
        const auto found = std::partition_point(reading_.tokens.begin(), reading_.tokens.end(),
                                                [&](const Token& token) { return token.end < end; });
        return static_cast<std::size_t>(found - reading_.tokens.begin()) + 1;
    }
    /// アレルギーは大丈夫ですか asks.
    [[nodiscard]] bool is_question(std::size_t end) const { return begins_with(Trait::asking, text_.substr(end)); }

    /// ラテックスアレルギー: what stands right before, if it is on no list.
    [[nodiscard]] std::optional<Stretch> unlisted(std::size_t topic) const {
        constexpr std::size_t longest = 12, shortest_in_hiragana = 3;
        auto first = topic;
        while (first > 0 && reading_.word(first - 1) == Word::other && topic - first < longest) --first;
        // 好き嫌いはあるけど is no food.
        while (first < topic && is_hiragana(first) && has_written(first, topic)) ++first;
        const bool is_short = first < topic && is_hiragana(first) && topic - first < shortest_in_hiragana;
        return first < topic && !is_short ? std::optional{Stretch{first, topic}} : std::nullopt;
    }
    /// Up to where the next word begins: パクチー.
    [[nodiscard]] ByteRange up_to(Stretch words) const {
        const auto& bytes = reading_.glyphs.bytes;
        return {bytes[reading_.tokens[words.first].begin].begin, bytes[reading_.tokens[words.end].begin].begin};
    }
    [[nodiscard]] bool is_hiragana(std::size_t token) const {
        const auto bytes = reading_.utf8.substr(reading_.glyphs.bytes[reading_.tokens[token].begin].begin, 3);
        return bytes >= "ぁ" && bytes <= "ゖ";
    }
    [[nodiscard]] bool has_written(std::size_t first, std::size_t end) const {
        for (; first < end; ++first) {
            if (!is_hiragana(first)) return true;
        }
        return false;
    }

    const Reading& reading_;
    View text_;
    std::vector<HeardAllergy> all_;
    std::optional<std::size_t> topic_, none_, disliked_;
    bool denied_ = false;  ///< アレルギーはない, whatever is told besides
    bool cannot_ = false;
    bool without_ = false;
    bool named_ = false;
};

}  // namespace

std::vector<HeardAllergy> allergies_of(const Reading& reading) { return AllergyReader{reading}.read(); }

}  // namespace denwaban::talk

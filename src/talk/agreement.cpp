#include "agreement.hpp"

#include <algorithm>

#include "traits.hpp"

namespace denwaban::talk {

namespace {

/// What a yes to the read-back does, as a word that asks for it.
[[nodiscard]] Cue cue_of_proposed(const Hearing& hearing) {
    if (hearing.proposed == Intent::cancel) return Cue::cancel;
    return hearing.proposed == Intent::change ? Cue::change : Cue::booking;
}

/// Goes over a text by the words that may stand in a yes, from each place that can be reached.
class Yes {
public:
    Yes(const Reading& reading, const Meaning& meaning)
        : reading_(reading), text_(reading.glyphs.text), reached_(text_.size() + 1, false) {
        note_slots(meaning.slots);
    }

    [[nodiscard]] bool is_whole() {
        constexpr std::size_t longest = 120;
        if (text_.empty() || text_.size() > longest) return false;
        reached_.front() = true;
        std::size_t next = 0;
        for (std::size_t at = 0; at < text_.size(); ++at) {
            while (next < reading_.size() && reading_.tokens[next].begin < at) ++next;
            if (reached_[at]) go_on(at, next);
        }
        return reached_.back();
    }

private:
    /// A value that is said again as it is known has no news; another one takes back what was read.
    void note_slots(const Slots& slots) {
        const auto* known = reading_.hearing.known;
        const bool is_offer = reading_.is_asked(Question::offer);
        const auto note = [&](const auto& slot, bool is_known) {
            if (slot && is_known) said_again_.push_back(slot->words);
        };
        note(slots.day, is_offer || (known != nullptr && known->day));
        note(slots.time, is_offer || (known != nullptr && known->time));
        note(slots.party,
             known != nullptr && known->party && slots.party && known->party->readings == slots.party->readings);
        if (is_offer) return;
        note(slots.name, known == nullptr || known->name);
        note(slots.phone, known != nullptr && known->phone);
    }

    void go_on(std::size_t at, std::size_t token) {
        if (text_[at] == u' ') reach(at + 1);
        for (const auto& word : words_with(Trait::assent)) {
            if (text_.substr(at).starts_with(word)) reach(at + word.size());
        }
        for (const auto& words : said_again_) {
            if (reading_.glyphs.bytes[at].begin != words.begin) continue;
            const auto end = glyph_behind(at, words.end);
            reach(end);
            // 金曜の7時で
            if (end < text_.size() && text_[end] == u'の') reach(end + 1);
            // 6時半か、それで
            for (const std::u16string_view muses : {u"か、", u"かあ、", u"ですか、", u"な、"}) {
                if (text_.substr(end).starts_with(muses)) reach(end + muses.size());
            }
        }
        if (token >= reading_.size() || reading_.tokens[token].begin != at || !is_part(token)) return;
        const std::size_t end = reading_.tokens[token].end;
        reach(end);
        // 予約をお願いします
        if (reading_.cue(token) == cue_of_proposed(reading_.hearing) && reading_.word(token + 1) == Word::wo)
            reach(end + 1);
    }
    /// SIAM is no am.
    void reach(std::size_t at) {
        const auto is_letter = [&](std::size_t place) {
            return place < text_.size() && ((text_[place] >= u'a' && text_[place] <= u'z') || text_[place] == u'\'');
        };
        if (at > 0 && is_letter(at - 1) && is_letter(at)) return;
        reached_[at] = true;
    }
    [[nodiscard]] std::size_t glyph_behind(std::size_t at, std::size_t byte) const {
        while (at < text_.size() && reading_.glyphs.bytes[at].begin < byte) ++at;
        return at;
    }

    [[nodiscard]] bool is_part(std::size_t at) const {
        const auto& token = reading_.tokens[at];
        switch (token.word) {
            case Word::stop:
            case Word::yes:
            case Word::unclear:
            case Word::with_that:
            case Word::then:
            case Word::polite:
            case Word::sorry:
                return true;
            case Word::no_word:
                // いや、合ってます
                return is_mere_no(reading_.folded({at, at + 1}));
            default:
                return token.cue == Cue::thanks || token.cue == Cue::hello || token.cue == Cue::goodbye ||
                       token.cue == cue_of_proposed(reading_.hearing);
        }
    }

    const Reading& reading_;
    std::u16string_view text_;
    std::vector<bool> reached_;
    std::vector<ByteRange> said_again_{};
};

}  // namespace

bool is_mere_no(std::u16string_view word) {
    return word == u"いや" || word == u"いえ" || word == u"いえいえ" || word == u"いんや" || word == u"うんにゃ" ||
           word == u"no";
}

bool is_wholly_yes(const Reading& reading, const Meaning& meaning) {
    return meaning.corrected.empty() && meaning.unread.empty() && Yes{reading, meaning}.is_whole();
}

bool asks_for_what_was_read(const Reading& reading, const Meaning& meaning) {
    const auto cue = cue_of_proposed(reading.hearing);
    const bool is_named =
        std::any_of(reading.tokens.begin(), reading.tokens.end(), [&](const Token& token) { return token.cue == cue; });
    const bool is_no = std::any_of(reading.tokens.begin(), reading.tokens.end(),
                                   [](const Token& token) { return token.word == Word::no_word; });
    return is_named && !is_no && is_wholly_yes(reading, meaning);
}

}  // namespace denwaban::talk

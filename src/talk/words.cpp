#include "words.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "english.hpp"
#include "glyphs.hpp"

namespace denwaban::talk {

namespace {

/// Words by their first two characters, the longest first. Built once, of the tables.
class Lexicon {
public:
    explicit Lexicon(std::initializer_list<std::span<const Row>> tables) {
        for (const auto& table : tables) {
            for (const auto& row : table) add(row);
        }
        std::stable_sort(words_.begin(), words_.end(), [](const Kept& a, const Kept& b) {
            if (a.text.front() != b.text.front()) return a.text.front() < b.text.front();
            if (second_of(a.text) != second_of(b.text)) return second_of(a.text) < second_of(b.text);
            return a.text.size() > b.text.size();
        });
        for (const auto& word : words_) entries_.push_back({word.text, word.row->word, word.row->value, word.row->cue});
        for (const auto& entry : entries_) seconds_.push_back(second_of(entry.text));
        places_.resize(0x10000);
        for (std::size_t at = entries_.size(); at-- > 0;) {
            auto& place = places_[entries_[at].text.front()];
            place.first = static_cast<std::uint16_t>(at);
            ++place.count;
        }
    }

    /// Of words that blanks part.
    [[nodiscard]] const Entry* longest_whole(std::u16string_view text) const {
        return longest(text, [&](std::size_t end) {
            return end >= text.size() || !((text[end] >= u'a' && text[end] <= u'z') || text[end] == u'\'');
        });
    }
    [[nodiscard]] const Entry* longest(std::u16string_view text) const {
        return longest(text, [](std::size_t) { return true; });
    }

private:
    template <class Ends>
    [[nodiscard]] const Entry* longest(std::u16string_view text, Ends&& ends) const {
        if (text.empty()) return nullptr;
        const char16_t front = text.front();
        const auto place = places_[front];
        if (place.count == 0) return nullptr;
        const auto* const begin = entries_.data() + place.first;
        const auto* const end = begin + place.count;
        const auto second = second_of(text);
        const auto* const seconds = seconds_.data() + place.first;
        const auto* const pair = begin + (std::lower_bound(seconds, seconds + place.count, second) - seconds);
        for (const auto* entry = pair; entry != end && second_of(entry->text) == second; ++entry) {
            if (text.starts_with(entry->text) && ends(entry->text.size())) return entry;
        }
        for (const auto* entry = begin; entry != pair && entry->text.size() == 1; ++entry) {
            if (ends(1)) return entry;
        }
        return nullptr;
    }

    /// 0 for none: words of one character come before the others.
    [[nodiscard]] static char16_t second_of(std::u16string_view text) { return text.size() > 1 ? text[1] : u'\0'; }

    /// That is right, as one says for that's right; nothing where nothing is drawn together.
    [[nodiscard]] static std::u16string spelt_out(std::u16string text) {
        struct Drawn {
            std::u16string_view together;
            std::u16string_view apart;
        };
        constexpr auto all = std::to_array<Drawn>({{u"'s ", u" is "},
                                                   {u"'m ", u" am "},
                                                   {u"'ll ", u" will "},
                                                   {u"'d ", u" would "},
                                                   {u"don't ", u"do not "},
                                                   {u"doesn't ", u"does not "},
                                                   {u"didn't ", u"did not "},
                                                   {u"can't ", u"can not "},
                                                   {u"won't ", u"will not "}});
        bool any = false;
        for (const auto& one : all) {
            for (auto at = text.find(one.together); at != text.npos; at = text.find(one.together, at)) {
                text.replace(at, one.together.size(), one.apart);
                any = true;
            }
        }
        return any ? text : std::u16string{};
    }

    struct Kept {
        std::u16string text;
        const Row* row;
    };

    void add(const Row& row) {
        for (auto rest = row.words; !rest.empty();) {
            const auto end = std::min(rest.find(' '), rest.size());
            auto folded = fold(rest.substr(0, end)).text;
            std::replace(folded.begin(), folded.end(), u'_', u' ');
            if (auto whole = spelt_out(folded); !whole.empty()) words_.push_back({std::move(whole), &row});
            if (!folded.empty()) words_.push_back({std::move(folded), &row});
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }

    std::vector<Kept> words_;
    std::vector<Entry> entries_;
    std::vector<char16_t> seconds_;  ///< of each entry, side by side: a look at one is a look at many
    /// Of the words that begin with a character.
    struct Place {
        std::uint16_t first = 0;
        std::uint16_t count = 0;
    };
    std::vector<Place> places_;
};

}  // namespace

const Entry* longest_word(std::u16string_view text) {
    static const Lexicon lexicon{binding_words(), dialect_words(), day_words(),  time_words(),
                                 people_words(),  need_words(),    wish_words(), errand_words()};
    return lexicon.longest(text);
}

const Entry* longest_counter(std::u16string_view text) {
    static const Lexicon lexicon{counters()};
    return lexicon.longest(text);
}

const Entry* english_phrase(std::u16string_view text) {
    static const Lexicon lexicon{english_words()};
    return lexicon.longest_whole(text);
}

}  // namespace denwaban::talk

#include "name_reader.hpp"

#include <algorithm>
#include <array>

#include "english.hpp"
#include "surnames.hpp"
#include "traits.hpp"

namespace denwaban::talk {

std::optional<HeardName> NameReader::read() {
    std::optional<HeardName> found;
    bool is_named = false;  // whether the clause before had one
    for (std::size_t first = 0; first < reading_.size();) {
        auto end = first;
        while (end < reading_.size() && reading_.word(end) != Word::stop && reading_.word(end) != Word::question) ++end;
        const auto word = reading_.word(first);
        const bool is_no = word == Word::no_word && reading_.tokens[first].value == 1 && !tells_letter(first);
        open_ = open_ || (found && asked_ && (is_no || word == Word::mistaken));
        disputed_ = disputed_ || (found && (word == Word::ah || word == Word::no_word || word == Word::mistaken ||
                                            word == Word::sorry || word == Word::rather));
        if (end > first) {
            // 木村、じゃなくて北村です
            const bool is_back = found && word == Word::not_but && first + 1 < end && (asked_ || is_named);
            if (is_back) disputed_ = true, ++first;
            auto one = clause({first, end}, asked_ || topic_ || is_back);
            is_named = one.has_value();
            // 松浦、マツウラじゃなくて……: what it is instead was not understood.
            const bool is_denied = found && !one && denies({first, end}, found->name);
            open_ = open_ || (is_back && !one) || is_denied;
            topic_ = reading_.changes && !one && has_word({first, end}, Word::name_topic);
            const bool other = one && found && disputed_ && !sounds_like(one->name, found->name);
            if (other) one->corrected = true;
            open_ = (open_ && !one) || (found && asked_ && !one && tells_other_sound({first, end}, found->name));
            if (one && (!found || one->corrected))
                found = std::move(one);
            else if (one && found->name.readings.size() > 1)
                narrow(found->name, one->name);
        }
        first = end + 1;
    }
    // 佐々木、いや、会社の名前で: who it is instead was not understood.
    if (found && open_ && !found->name.decider) found->name.decider = Decider::whether;
    return found;
}

bool NameReader::tells_letter(std::size_t at) const {
    const auto after = text_.substr(reading_.tokens[at].end);
    return after.starts_with(u"ほう") || after.starts_with(u"方") || after.starts_with(u"字") ||
           after.starts_with(u"漢字");
}

bool NameReader::tells_other_sound(Stretch clause, const Heard<SpokenName>& name) const {
    const auto said = reading_.folded(clause);
    const bool is_unvoiced =
        said.find(u"濁ら") != std::u16string_view::npos || said.find(u"濁り") != std::u16string_view::npos ||
        said.find(u"にごら") != std::u16string_view::npos || said.find(u"てんてん") != std::u16string_view::npos;
    constexpr std::u16string_view voiced = u"がぎぐげござじずぜぞだぢづでどばびぶべぼ";
    const auto kana = fold(name.readings.front().kana).text;
    return is_unvoiced && std::u16string_view{kana}.find_first_of(voiced) != std::u16string_view::npos;
}

bool NameReader::denies(Stretch clause, const Heard<SpokenName>& name) {
    for (auto at = clause.first + 1; at < clause.end; ++at) {
        if (reading_.word(at) != Word::not_but) continue;
        const auto denied = told({reading_.tokens[clause.first].begin, reading_.tokens[at].begin});
        if (denied && sounds_like(denied->name, name)) return true;
    }
    return false;
}

bool NameReader::has_word(Stretch clause, Word word) const {
    for (auto at = clause.first; at < clause.end; ++at) {
        if (reading_.word(at) == word) return true;
    }
    return false;
}

bool NameReader::sounds_like(const Heard<SpokenName>& one, const Heard<SpokenName>& other) {
    return std::any_of(one.readings.begin(), one.readings.end(), [&](const SpokenName& name) {
        return std::any_of(other.readings.begin(), other.readings.end(), [&](const SpokenName& before) {
            const bool same_sound = name.kana == before.kana && !name.kana.empty();
            return name == before ||
                   (same_sound && name.written != before.written && is_kana_written(before) != is_kana_written(name));
        });
    });
}

bool NameReader::is_kana_written(const SpokenName& name) {
    return !name.written.empty() && name.written.front() == '\xE3';
}

void NameReader::narrow(Heard<SpokenName>& name, const Heard<SpokenName>& by) {
    for (const auto& reading : name.readings) {
        if (by.readings.size() == 1 && by.readings.front().kana == reading.kana) {
            name.readings = {SpokenName{reading}};
            name.decider.reset();
            return;
        }
    }
}

bool NameReader::takes_back_name(std::size_t first, std::size_t at) {
    if (!reading_.is_asked(Question::read_back) || at == first) return false;
    const auto before = told({reading_.tokens[first].begin, reading_.tokens[at].begin});
    if (!before) return false;
    const auto* known = reading_.hearing.known;
    const auto* name = known != nullptr && known->name ? known->name->certain() : nullptr;
    const auto& readings = before->name.readings;
    return std::any_of(readings.begin(), readings.end(), [&](const SpokenName& one) {
        return name == nullptr || one.written == name->written || (!one.kana.empty() && one.kana == name->kana);
    });
}

std::optional<HeardName> NameReader::clause(Stretch tokens, bool asked) {
    bool named = asked, corrected = false;
    auto first = tokens.first;
    for (auto at = tokens.first; at < tokens.end; ++at) {
        const auto word = reading_.word(at);
        if (word == Word::name_topic) {
            if (auto heard = name_before({first, at})) return heard;
            first = reading_.skip(at + 1, {Word::wa, Word::ga, Word::filler});
            named = true;
        } else if (word == Word::not_but && (named || takes_back_name(first, at))) {
            named = true;
            // 山本じゃなくて山元, but not サンズイじゃなくて.
            if (at == first || !told({reading_.tokens[first].begin, reading_.tokens[at].begin})) {
                disputed_ = true;
                return std::nullopt;
            }
            first = at + 1;
            corrected = true;
        }
    }
    first = lead(first, tokens.end);
    if (first >= tokens.end || is_enough(first, tokens.end)) return std::nullopt;
    Range16 range{reading_.tokens[first].begin, reading_.tokens[tokens.end - 1].end};
    for (const auto& word : words_with(Trait::name_lead)) {
        const auto rest = text_.substr(range.begin, range.end - range.begin);
        if (!rest.starts_with(word) || rest.size() == word.size()) continue;
        if (surname_in_kana(rest) <= word.size()) range.begin += word.size();
    }
    // ひがしと書いてあずまと読みます
    if (const auto spelt = text_.substr(0, range.end).find(u"と書いて", range.begin);
        named && spelt != std::u16string_view::npos)
        range.begin = spelt + std::u16string_view{u"と書いて"}.size();
    if (named) range.begin = behind_how_it_is_read(range);
    auto heard = named ? told(range, corrected ? Told::instead : Told::alone) : in_passing(tokens);
    if (!heard && named && first > tokens.first) heard = before_word(range);
    // さっき電話した山田です
    if (!heard && named) heard = in_passing(tokens);
    if (heard) heard->corrected = corrected;
    return heard;
}

std::optional<HeardName> name_of_caller(const Reading& reading) {
    return reading.english ? english_name(reading) : NameReader{reading}.read();
}

}  // namespace denwaban::talk

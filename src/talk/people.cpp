#include "people.hpp"

#include <algorithm>

namespace denwaban::talk {

namespace {

enum class Who : std::uint8_t { all, adults, children, infants };

/// A number of people, and what was said of them.
struct Count {
    Who who = Who::all;
    int least = 0;
    int most = 0;
    int kind = 0;  ///< of adults: 1 men, 2 women
    bool about = false;
    bool among = false;
    Stretch tokens{};
};

class PeopleReader {
public:
    explicit PeopleReader(const Reading& reading) : reading_(reading) {}

    [[nodiscard]] std::optional<HeardPeople> read() && {
        for (std::size_t at = 0; at < reading_.size(); ++at) at = step(at);
        implied();
        return together();
    }

private:
    /// The last token that was read from `at` on.
    [[nodiscard]] std::size_t step(std::size_t at) {
        const auto& token = reading_.tokens[at];
        switch (token.word) {
            case Word::pair:
                pair_ += token.value == 2 ? 2 : 0;
                others_ += token.value == 0 ? 2 : 0;
                note(at);
                return at;
            case Word::person:
                if (token.value == 1)
                    me_ = me_ || is_joined(at);
                else if (is_joined(at))
                    ++others_;
                note(at);
                return at;
            case Word::adult:
            case Word::child:
            case Word::infant: {
                if (token.word == Word::infant && is_included(at)) {
                    put({Who::infants, 1, 1, 0, false, true, {at, at + 1}});
                    return at;
                }
                const auto next = reading_.skip(at + 1, {Word::wa, Word::filler, Word::ga});
                if (reading_.word(next) == Word::number && next < reading_.size() && next <= at + 2) {
                    put({who_of(token.word),
                         reading_.tokens[next].value,
                         reading_.tokens[next].last,
                         token.value,
                         false,
                         false,
                         {at, next + 1}});
                    return next;
                }
                return at;
            }
            case Word::people:
                return people(at);
            case Word::number:
                return alone(at);
            default:
                return at;
        }
    }

    [[nodiscard]] static Who who_of(Word word) {
        return word == Word::adult ? Who::adults : word == Word::child ? Who::children : Who::infants;
    }

    void note(std::size_t at) {
        if (!words_) words_ = Stretch{at, at + 1};
    }

    /// 赤ちゃんも入れて4人.
    [[nodiscard]] bool is_included(std::size_t at) const {
        const auto next = reading_.skip(at + 1, {Word::mo, Word::wo, Word::people});
        return next < reading_.size() && reading_.word(next) == Word::including;
    }

    /// 1歳の子.
    [[nodiscard]] bool is_baby(std::size_t child) const {
        const auto age = reading_.back(child, {Word::no});
        return age && reading_.word(*age) == Word::age && reading_.tokens[*age].value <= 1;
    }

    /// 私と妻と: with と on one side.
    [[nodiscard]] bool is_joined(std::size_t at) const {
        return reading_.word(at + 1) == Word::to || (at > 0 && reading_.word(at - 1) == Word::to);
    }

    [[nodiscard]] std::size_t people(std::size_t at) {
        const auto& token = reading_.tokens[at];
        const auto end = reading_.skip(at + 1, {Word::about});
        Count count{Who::all, token.value, token.last, 0, end > at + 1, false, {at, end}};
        const auto before = reading_.back(at, {Word::no, Word::ga, Word::wa, Word::wo, Word::filler, Word::mo});
        if (before) {
            const auto& named = reading_.tokens[*before];
            if (named.word == Word::adult || named.word == Word::child || named.word == Word::infant) {
                count.who = is_baby(*before) ? Who::infants : who_of(named.word);
                count.kind = named.value;
                count.tokens.first = *before;
            }
            count.among = is_among(at) || (count.who != Who::all && reading_.word(end) == Word::including);
        }
        if (is_price(at) || is_of_some(at, count)) return end - 1;
        if (const auto change = change_at(end)) {
            changed(count, *change);
            return end - 1;
        }
        if (count.among && count.who == Who::all) {
            const auto next = reading_.skip(end, {Word::ga, Word::wa});
            const auto word = reading_.word(next);
            if (next < reading_.size() && (word == Word::child || word == Word::infant))
                count.who = who_of(word);
            else
                return end - 1;
        }
        const bool with = before && reading_.word(*before) == Word::friends && reading_.word(end) == Word::to;
        const bool and_me = before && reading_.word(*before) == Word::friends && me_;
        if ((with || and_me) && *before + 1 == at) friends_ = true;
        besides_ = besides_ || (before && reading_.word(*before) == Word::besides) ||
                   (at >= 2 && reading_.word(at - 1) == Word::ni && reading_.word(at - 2) == Word::besides);
        put(count);
        return end - 1;
    }

    [[nodiscard]] bool is_among(std::size_t at) const {
        const bool counted = !totals_.empty() || !adults_.empty();
        for (auto place = at; counted && place-- > 0 && at - place < 6;) {
            if (reading_.word(place) == Word::among) return true;
            if (reading_.word(place) == Word::people) return false;
        }
        return false;
    }

    /// 一人5000円, 一人いくら.
    [[nodiscard]] bool is_price(std::size_t at) const {
        const auto next = reading_.skip(at + 1, {Word::stop, Word::filler, Word::wa, Word::de});
        const bool priced = reading_.word(next) == Word::yen || reading_.cue(next) == Cue::price;
        return reading_.tokens[at].value == 1 && next < reading_.size() && priced && next <= at + 2;
    }

    /// Of those who were counted already: 一人がベジタリアン, 1人遅れて.
    [[nodiscard]] bool is_of_some(std::size_t at, const Count& count) const {
        // 唐揚げ3人前
        if (at + 1 < reading_.size() && reading_.word(at + 1) == Word::before) return true;
        const auto next = reading_.skip(at + 1, {Word::people, Word::about, Word::wa, Word::ga, Word::mo, Word::ka});
        if (reading_.cue(next) == Cue::late) return true;
        if (count.who != Who::all || totals_.empty()) return false;
        const bool after = at > 1 && reading_.word(at - 1) == Word::ga && reading_.word(at - 2) == Word::other;
        return after && !count.among;
    }

    /// Whether they come in addition or not at all: 1, -1.
    [[nodiscard]] std::optional<int> change_at(std::size_t end) const {
        for (auto place = end; place < reading_.size() && place < end + 4; ++place) {
            const auto word = reading_.word(place);
            if (word == Word::more) return 1;
            if (word == Word::fewer || reading_.cue(place) == Cue::cancel) return -1;
            const bool goes_on = word == Word::ga || word == Word::wa || word == Word::wo || word == Word::filler ||
                                 word == Word::mo || word == Word::people_topic || word == Word::about;
            if (!goes_on) return std::nullopt;
        }
        return std::nullopt;
    }

    void changed(const Count& count, int sign) {
        auto& of = count.who == Who::children  ? change_.children
                   : count.who == Who::infants ? change_.infants
                                               : change_.adults;
        of += sign * count.least;
        changes_ = true;
        widen(count.tokens);
    }

    [[nodiscard]] std::size_t alone(std::size_t at) {
        if (!reading_.is_asked(Question::party)) return at;
        const auto& token = reading_.tokens[at];
        const auto word = reading_.word(at + 1);
        const bool ends = at + 1 >= reading_.size() || word == Word::copula || word == Word::de || word == Word::stop ||
                          word == Word::polite || word == Word::about || word == Word::kara || word == Word::ka;
        if (ends && token.value >= 1 && token.value <= Covers::max) {
            put({Who::all, token.value, token.last, 0, word == Word::about, false, {at, at + 1}});
        }
        return at;
    }

    void widen(Stretch tokens) {
        if (!words_) words_ = tokens;
        words_->first = std::min(words_->first, tokens.first);
        words_->end = std::max(words_->end, tokens.end);
    }

    void put(const Count& count) {
        auto& same = count.who == Who::all        ? totals_
                     : count.who == Who::adults   ? adults_
                     : count.who == Who::children ? children_
                                                  : infants_;
        if (count.least < 0 || count.most > Covers::max || count.most - count.least > 20) return;
        if (count.who == Who::all) {
            total(count);
        } else if (!same.empty() && reading_.link(same.back().tokens.end, count.tokens.first) == Link::instead) {
            same = {count};
            corrected_ = true;
        } else if (same.empty() || same.back().kind != count.kind || count.who == Who::children) {
            same.push_back(count);
        } else {
            same = {count};
        }
        about_ = about_ || count.about;
        widen(count.tokens);
    }

    void total(const Count& count) {
        if (totals_.empty()) {
            const bool instead =
                !adults_.empty() && reading_.link(adults_.back().tokens.end, count.tokens.first) == Link::instead;
            // 大人3人、じゃなくて4人
            if (instead) {
                corrected_ = corrected_ || adults_.back().least != count.least;
                adults_.back() = {Who::adults, count.least, count.most, 0, count.about, false, count.tokens};
            } else {
                totals_.push_back(count);
            }
            return;
        }
        const auto end = totals_.back().tokens.end;
        const auto link = reading_.link(end, count.tokens.first);
        const bool reset = link == Link::instead || reading_.is_changed_to(count.tokens.end);
        if (reset) {
            corrected_ = corrected_ || totals_.back().least != count.least;
            totals_ = {count};
            return;
        }
        const bool up_to = reading_.word(end) == Word::kara || reading_.word(end) == Word::tilde;
        if (up_to && end + 1 == count.tokens.first && count.least > totals_.back().least) {
            totals_.back().most = count.most;
            totals_.back().tokens.end = count.tokens.end;
            return;
        }
        const bool known = std::any_of(totals_.begin(), totals_.end(), [&](const Count& one) {
            return one.least == count.least && one.most == count.most;
        });
        if (!known) totals_.push_back(count);
        if (link != Link::either && !known) disputed_ = true;
    }

    /// 夫婦と子ども一人, 私と妻と.
    void implied() {
        if (!totals_.empty() || !adults_.empty()) return;
        int count = pair_;
        if (count == 0 && me_ && others_ > 0) count = 1 + others_;
        // 子ども2人と行きます
        const bool brought =
            !children_.empty() && reading_.word(children_.back().tokens.end) == Word::to && known() == nullptr;
        if (count == 0 && brought) count = 1 + others_;
        if (count == 0) return;
        adults_.push_back({Who::adults, count, count, 0, false, false, *words_});
    }

    [[nodiscard]] static int sum(const std::vector<Count>& counts) {
        int all = 0;
        for (const auto& count : counts) all += count.least;
        return all;
    }

    [[nodiscard]] static std::optional<Party> party(int adults, int children, int infants) {
        const auto a = Covers::make(adults), c = Covers::make(children), i = Covers::make(infants);
        if (!a || !c || !i) return std::nullopt;
        return Party{*a, *c, *i, {}};
    }

    [[nodiscard]] const Party* known() const {
        const auto* slots = reading_.hearing.known;
        if (slots == nullptr || !slots->party || slots->party->certain() == nullptr) return nullptr;
        return std::get_if<Party>(slots->party->certain());
    }

    [[nodiscard]] std::optional<HeardPeople> together() {
        const bool counted = !totals_.empty() || !adults_.empty() || !children_.empty() || !infants_.empty();
        if (!words_ || (!counted && !changes_)) return std::nullopt;
        HeardPeople heard{{{}, reading_.bytes(*words_), about_ ? Precision::about : Precision::exact, {}}};
        heard.changes = changes_;
        auto& readings = heard.party.readings;
        const auto put_party = [&](std::optional<Party> one) {
            if (one && std::find(readings.begin(), readings.end(), PartyWish{*one}) == readings.end()) {
                readings.emplace_back(*one);
            }
        };
        const int children = sum(children_), infants = sum(infants_);
        if (!totals_.empty()) {
            totals(heard, children, infants, put_party);
        } else if (counted && adults_.empty() && known() != nullptr && !changes_) {
            const auto& before = *known();
            const bool whole = before.children == Covers{} && before.infants == Covers{};
            if (whole) put_party(party(before.adults.count() - children - infants, children, infants));
            put_party(party(before.adults.count(), children, infants));
            heard.party.decider = Decider::who_counts;
        } else if (counted) {
            put_party(party(sum(adults_), children, infants));
        } else {
            apply_change(heard, put_party);
        }
        if (readings.empty()) return std::nullopt;
        if (readings.size() < 2) heard.party.decider.reset();
        heard.corrected = corrected_ || ((changes_ || repairs()) && known() != nullptr);
        return heard;
    }

    template <class Put>
    void totals(HeardPeople& heard, int children, int infants, Put&& put_party) {
        heard.party.decider = disputed_ ? Decider::which_words : Decider::how_many;
        const int apart = children + infants;
        const bool among = is_any_among(children_) || is_any_among(infants_);
        for (const auto& count : totals_) {
            for (auto all = count.least; all <= count.most; ++all) {
                const int named = pair_ + others_ + (me_ ? 1 : 0);
                const bool couple = named > 0 && named + apart == all;
                if (apart > 0 && (among || couple || !adults_.empty())) {
                    put_party(party(all - apart, children, infants));
                } else if (apart > 0) {
                    const bool added = is_added(count);
                    if (!added) put_party(party(all - apart, children, infants));
                    put_party(party(all, children, infants));
                    if (!added) heard.party.decider = Decider::who_counts;
                } else if (besides_) {
                    put_party(party(all + 1, 0, 0));
                } else if (friends_) {
                    put_party(party(all + 1, 0, 0));
                    put_party(party(all, 0, 0));
                    heard.party.decider = Decider::who_counts;
                } else {
                    put_party(party(all, 0, 0));
                }
            }
        }
    }

    template <class Put>
    void apply_change(HeardPeople& heard, Put&& put_party) {
        if (const auto* before = known()) {
            put_party(party(before->adults.count() + change_.adults, before->children.count() + change_.children,
                            before->infants.count() + change_.infants));
        } else {
            heard.party.readings.emplace_back(change_);
        }
    }

    [[nodiscard]] static bool is_any_among(const std::vector<Count>& counts) {
        return std::any_of(counts.begin(), counts.end(), [](const Count& count) { return count.among; });
    }
    /// 二人と子ども一人.
    [[nodiscard]] bool is_added(const Count& total) const {
        const auto& apart = !children_.empty() ? children_.front() : infants_.front();
        if (apart.tokens.first < total.tokens.first) return reading_.word(apart.tokens.end) == Word::to;
        for (auto place = total.tokens.end; place < apart.tokens.first; ++place) {
            if (reading_.word(place) == Word::to) return true;
        }
        return false;
    }
    [[nodiscard]] bool repairs() const {
        return repairs_before(reading_, words_->first) || reading_.is_changed_to(words_->end);
    }

    const Reading& reading_;
    std::vector<Count> totals_, adults_, children_, infants_;
    PartyChange change_;
    std::optional<Stretch> words_;
    int pair_ = 0;
    int others_ = 0;
    bool me_ = false;
    bool about_ = false;
    bool friends_ = false;
    bool besides_ = false;
    bool changes_ = false;
    bool corrected_ = false;
    bool disputed_ = false;
};

}  // namespace

std::optional<HeardPeople> people_of(const Reading& reading) { return PeopleReader{reading}.read(); }

}  // namespace denwaban::talk

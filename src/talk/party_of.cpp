#include <algorithm>
#include <array>

#include "people_counts.hpp"

namespace denwaban::talk {

namespace {

/// Puts what was counted together.
class PartyOfCounts {
public:
    PartyOfCounts(const Reading& reading, Counts counts) : reading_(reading), counts_(std::move(counts)) {}

    [[nodiscard]] std::optional<HeardPeople> together() && {
        implied();
        change_total();
        const bool counted =
            !counts_.totals.empty() || !counts_.adults.empty() || !counts_.children.empty() || !counts_.infants.empty();
        if (!counts_.words || (!counted && !counts_.changes)) return std::nullopt;
        HeardPeople heard{
            {{}, reading_.bytes(*counts_.words), counts_.about ? Precision::about : Precision::exact, {}}};
        heard.changes = counts_.changes;
        heard.mentions = std::move(counts_.mentions);
        auto& readings = heard.party.readings;
        const auto put_party = [&](std::optional<Party> one) {
            if (one && std::find(readings.begin(), readings.end(), PartyWish{*one}) == readings.end()) {
                readings.emplace_back(*one);
            }
        };
        heard.party.decider = Decider::how_many;
        const auto children = range(counts_.children), infants = range(counts_.infants);
        for (auto child = children.least; child <= children.most; ++child) {
            for (auto infant = infants.least; infant <= infants.most; ++infant)
                counted ? read(heard, child, infant, put_party) : apply_change(heard, put_party);
        }
        if (readings.empty()) return std::nullopt;
        if (readings.size() < 2) heard.party.decider.reset();
        if (readings.size() == 1 && (is_open_ || counts_.one_more || !adds_up(children.least + infants.least)))
            heard.party.decider = Decider::whether;
        heard.corrected = counts_.corrected || ((counts_.changes || repairs()) && known() != nullptr);
        return heard;
    }

private:
    /// 夫婦と子ども一人, 私と妻と.
    void implied() {
        if (!counts_.totals.empty() || !counts_.adults.empty()) return;
        int count = counts_.pair;
        if (count == 0 && (counts_.me || counts_.with_me) && counts_.others > 0) count = 1 + counts_.others;
        // 子ども2人と行きます
        const auto next = counts_.children.empty() ? Word::other : reading_.word(counts_.children.back().tokens.end);
        const bool brought =
            !counts_.children.empty() && (next == Word::to || next == Word::bringing) && known() == nullptr;
        if (count == 0 && brought) count = 1 + counts_.others;
        // 私と子ども2人です, to 何名様ですか
        const bool with_children = counts_.me && !counts_.children.empty() && known() == nullptr;
        if (count == 0 && with_children && reading_.is_asked(Question::party)) count = 1 + counts_.others;
        // 妻と子ども2人で
        const bool is_family = count == 0 && counts_.others > 0 && !counts_.children.empty() && known() == nullptr;
        if (is_family) count = 1 + counts_.others;
        if (count == 0) return;
        is_open_ = counts_.and_more || (is_family && !reading_.is_asked(Question::party));
        counts_.adults.push_back({Who::adults, count, count, 0, false, false, false, *counts_.words});
        counts_.mentions.push_back({counts_.words->first, std::max(counts_.words->end, counts_.named_end)});
    }

    /// 4名で予約した前田です、2人来られなくなりました: a change of those who were counted before it. Of whom else it
    /// was said, it may be in them already.
    void change_total() {
        add_children();
        const auto& change = counts_.change;
        if (!counts_.changed_from || counts_.totals.size() != 1 || change.adults == 0) return;
        auto changed = counts_.totals.front();
        const auto end = changed.tokens.end;
        if (end > *counts_.changed_from) return;
        changed.least += change.adults;
        changed.most += change.adults + counts_.change_more;
        if (changed.least < 1 || changed.most < changed.least) return;
        const bool is_booked = reading_.word(end) == Word::de && reading_.cue(end + 1) == Cue::booking;
        counts_.disputed = counts_.disputed || !is_booked;
        if (is_booked) counts_.totals.clear();
        counts_.totals.push_back(changed);
    }

    /// 大人4人でお願いしてたんですが、子どもが2人増えます.
    void add_children() {
        const auto& change = counts_.change;
        if (!counts_.changed_from || change.adults != 0 || change.children < 0 || change.infants < 0) return;
        if (!counts_.children.empty() || !counts_.infants.empty() || counts_.change_more != 0) return;
        const auto& booked = counts_.adults.empty() ? counts_.totals : counts_.adults;
        if (booked.size() != 1 || counts_.totals.size() + counts_.adults.size() != 1) return;
        const auto end = booked.front().tokens.end;
        const auto next = reading_.cue(end + 1);
        const bool is_booked =
            reading_.word(end) == Word::de &&
            (next == Cue::booking || next == Cue::hope || next == Cue::have || reading_.word(end + 1) == Word::polite);
        if (!is_booked || end > *counts_.changed_from) return;
        auto adults = booked.front();
        adults.who = Who::adults;
        counts_.totals.clear();
        counts_.adults = {adults};
        const Count more{Who::children, change.children, change.children, 0, false, false, false, *counts_.words};
        if (change.children > 0) counts_.children.push_back(more);
        auto babies = more;
        babies.least = babies.most = change.infants, babies.who = Who::infants;
        if (change.infants > 0) counts_.infants.push_back(babies);
    }

    /// 大人2人で、全部で5人: who was counted apart comes to the whole.
    [[nodiscard]] bool adds_up(int apart) const {
        if (counts_.totals.size() != 1 || counts_.adults.empty()) return true;
        const int all = counts_.totals.front().least, adults = sum(counts_.adults);
        return all == adults || all == adults + apart || counts_.adults.size() > 1;
    }

    [[nodiscard]] static int sum(const std::vector<Count>& counts) { return range(counts).least; }
    /// 1人か2人.
    struct Range {
        int least = 0;
        int most = 0;
    };
    [[nodiscard]] static Range range(const std::vector<Count>& counts) {
        Range all;
        for (const auto& count : counts) all.least += count.least, all.most += count.most;
        return all;
    }

    /// What the counts come to with so many children among them.
    template <class Put>
    void read(HeardPeople& heard, int children, int infants, Put&& put_party) {
        if (!counts_.totals.empty()) {
            totals(heard, children, infants, put_party);
        } else if (counts_.adults.empty() && known() != nullptr && !counts_.changes) {
            const auto& before = *known();
            const bool whole = before.children == Covers{} && before.infants == Covers{};
            if (whole) put_party(party(before.adults.count() - children - infants, children, infants));
            put_party(party(before.adults.count(), children, infants));
            heard.party.decider = Decider::who_counts;
        } else {
            const auto adults = range(counts_.adults);
            for (auto count = adults.least; count <= adults.most; ++count) put_party(party(count, children, infants));
        }
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

    template <class Put>
    void totals(HeardPeople& heard, int children, int infants, Put&& put_party) {
        heard.party.decider = counts_.disputed ? Decider::which_words : Decider::how_many;
        const int apart = children + infants;
        const bool among = is_any_among(counts_.children) || is_any_among(counts_.infants);
        for (const auto& count : counts_.totals) {
            for (auto all = count.least; all <= count.most; ++all) {
                const int named = counts_.pair + counts_.others + (counts_.me ? 1 : 0);
                const bool couple = named > 0 && named + apart == all;
                if (apart > 0 && (among || count.in_all || couple || !counts_.adults.empty())) {
                    put_party(party(all - apart, children, infants));
                } else if (apart > 0) {
                    const bool added = is_added(count);
                    if (!added) put_party(party(all - apart, children, infants));
                    put_party(party(all, children, infants));
                    if (!added) heard.party.decider = Decider::who_counts;
                } else if (counts_.besides) {
                    put_party(party(all + 1, 0, 0));
                } else if (counts_.friends) {
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
        auto change = counts_.change;
        auto& varied = change.adults != 0 || (change.children == 0 && change.infants == 0) ? change.adults
                       : change.children != 0                                              ? change.children
                                                                                           : change.infants;
        const int step = counts_.change_more < 0 ? -1 : 1;
        for (int more = 0; more * step <= counts_.change_more * step; more += step, varied += step) {
            if (const auto* before = known()) {
                put_party(party(before->adults.count() + change.adults, before->children.count() + change.children,
                                before->infants.count() + change.infants));
            } else {
                heard.party.readings.emplace_back(change);
            }
        }
    }

    [[nodiscard]] static bool is_any_among(const std::vector<Count>& counts) {
        return std::any_of(counts.begin(), counts.end(), [](const Count& count) { return count.among; });
    }
    /// 二人と子ども一人.
    [[nodiscard]] bool is_added(const Count& total) const {
        const auto& apart = !counts_.children.empty() ? counts_.children.front() : counts_.infants.front();
        if (apart.tokens.first < total.tokens.first) return reading_.word(apart.tokens.end) == Word::to;
        for (auto place = total.tokens.end; place < apart.tokens.first; ++place) {
            if (reading_.word(place) == Word::to || reading_.word(place) == Word::more) return true;
        }
        // 4人、あと子ども1人
        const auto begin = reading_.tokens[total.tokens.end - 1].end, end = reading_.tokens[apart.tokens.first].begin;
        const auto between = std::u16string_view{reading_.glyphs.text}.substr(begin, end - begin);
        constexpr auto joints =
            std::to_array<std::u16string_view>({u"あと", u"それと", u"それに", u"ほかに", u"他に", u"ぷらす", u"別に"});
        return std::any_of(joints.begin(), joints.end(),
                           [&](auto joint) { return between.find(joint) != between.npos; });
    }
    [[nodiscard]] bool repairs() const {
        return repairs_before(reading_, counts_.words->first) || reading_.is_changed_to(counts_.words->end);
    }

    const Reading& reading_;
    Counts counts_;
    bool is_open_ = false;  ///< 夫婦と、母も: more may come than were counted
};

}  // namespace

std::optional<HeardPeople> party_of(const Reading& reading, Counts counts) {
    return PartyOfCounts{reading, std::move(counts)}.together();
}

}  // namespace denwaban::talk

#include "budgets.hpp"

#include <algorithm>
#include <array>

namespace denwaban::talk {

namespace {

class BudgetReader {
public:
    explicit BudgetReader(const Reading& reading) : reading_(reading) {}

    [[nodiscard]] std::optional<Heard<Budget>> read() {
        for (std::size_t at = 0; at < reading_.size(); ++at) {
            const auto word = reading_.word(at);
            topic_ = topic_ || word == Word::budget_topic;
            if (word == Word::per_head) of_ = Budget::Of::each;
            if (word == Word::in_all || word == Word::people_topic) all_ = true;
            const bool person = word == Word::people && reading_.tokens[at].value == 1;
            if (person) each_ = true;
            // 4人で2万円
            const bool shared = word == Word::people && reading_.tokens[at].value > 1;
            if (shared && reading_.word(at + 1) == Word::de && reading_.word(at + 2) == Word::yen) all_ = true;
            const bool number = word == Word::number && reading_.tokens[at].value >= 500 &&
                                (topic_ || reading_.is_asked(Question::budget));
            if ((word == Word::yen || number) && !is_asked(at + 1)) return amount(at);
        }
        return std::nullopt;
    }

private:
    /// 1000円ですか: a price, not what somebody will pay.
    [[nodiscard]] bool is_asked(std::size_t end) const {
        return reading_.asks(end) || (reading_.word(end) == Word::copula && reading_.word(end + 1) == Word::ka);
    }

    /// 一人8000円以上.
    [[nodiscard]] bool is_or_more(std::size_t at) const {
        return reading_.word(at) == Word::no_word && reading_.folded({at, at + 1}).starts_with(u"以上");
    }
    /// 上限は7000円, 最低でも5000円.
    [[nodiscard]] Word bound_before(std::size_t at) const {
        const auto before = reading_.back(at, {Word::wa, Word::ga, Word::de, Word::mo, Word::filler, Word::stop,
                                               Word::people, Word::per_head, Word::budget_topic});
        return before ? reading_.word(*before) : Word::other;
    }

    /// 3万円に収めたい, 5000円で抑えたい.
    [[nodiscard]] bool is_to_be_kept_to(std::size_t end) const {
        const auto at = reading_.skip(end, {Word::about, Word::ni, Word::de});
        if (at == end || at >= reading_.size()) return false;
        const auto said = std::u16string_view{reading_.glyphs.text}.substr(reading_.tokens[at].begin);
        constexpr auto words = std::to_array<std::u16string_view>({u"収め", u"おさめ", u"抑え", u"おさえ", u"納め"});
        return std::any_of(words.begin(), words.end(), [&](auto word) { return said.starts_with(word); });
    }

    [[nodiscard]] Heard<Budget> amount(std::size_t at) {
        const int yen = reading_.tokens[at].value;
        Budget budget{yen, std::max(yen, reading_.tokens[at].last), all_ && !each_ ? Budget::Of::all : of_};
        if (bound_before(at) == Word::at_most) budget.least.reset();
        if (bound_before(at) == Word::at_least) budget.most.reset();
        auto end = at + 1;
        auto precision = Precision::exact;
        const auto next = reading_.skip(end, {Word::about});
        if (next > end) precision = Precision::about;
        end = next;
        const auto joins = reading_.word(end);
        if ((joins == Word::kara || joins == Word::tilde) && end < reading_.size()) {
            if (reading_.word(end + 1) == Word::yen && end + 1 < reading_.size()) {
                budget.most = reading_.tokens[end + 1].value;
                end += 2;
            } else {
                budget.most.reset();
                ++end;
            }
        } else if ((joins == Word::at_most || joins == Word::made) && end < reading_.size()) {
            budget.least.reset();
            ++end;
        } else if ((joins == Word::at_least || joins == Word::onward || is_or_more(end)) && end < reading_.size()) {
            budget.most.reset();
            ++end;
        }
        if (precision == Precision::exact && is_to_be_kept_to(end)) budget.least.reset();
        if (reading_.skip(end, {Word::about}) > end) precision = Precision::about;
        return {{budget}, reading_.bytes({at, end}), precision, std::nullopt};
    }

    const Reading& reading_;
    Budget::Of of_ = Budget::Of::each;
    bool topic_ = false;
    bool all_ = false;
    bool each_ = false;
};

}  // namespace

std::optional<Heard<Budget>> budget_of(const Reading& reading) { return BudgetReader{reading}.read(); }

}  // namespace denwaban::talk

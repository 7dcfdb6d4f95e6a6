#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "people_counts.hpp"

namespace denwaban::talk {

/// Puts together who is counted and who is named.
class PeopleReader {
public:
    explicit PeopleReader(const Reading& reading) : reading_(reading) {
        for (const auto& token : reading.tokens) {
            if (token.word == Word::people) most_ = std::max(most_, token.value);
            tells_of_food_ = tells_of_food_ || token.word == Word::allergen || token.word == Word::cannot_eat;
        }
    }
    [[nodiscard]] std::optional<HeardPeople> read() &&;

private:
    /// The last token that was read from `at` on.
    [[nodiscard]] std::size_t step(std::size_t at);
    /// 夫婦2人: counted by what follows.
    [[nodiscard]] bool is_counted_pair(std::size_t at) const;
    /// 夫婦2組, 二組のカップル.
    [[nodiscard]] int couples(std::size_t at) const;
    [[nodiscard]] static Who who_of(Word word);
    /// 彼女とです, 妻と伺います: with whom the caller comes.
    [[nodiscard]] bool is_with_caller(std::size_t at) const;
    void note(std::size_t at);
    /// 赤ちゃんも入れて4人.
    [[nodiscard]] bool is_included(std::size_t at) const;
    /// 夫と私と2歳の娘, to 何名様ですか.
    [[nodiscard]] bool is_one_by_age(std::size_t at) const;
    /// 五歳と三歳の子: those whose ages alone are named before.
    void put_by_ages(std::size_t child);
    [[nodiscard]] bool is_of_age(std::size_t at) const;
    /// 2歳児1人, 80歳2人.
    [[nodiscard]] Who of_age(std::size_t age) const;
    /// Who some of those are who were counted before, where it is said of them; nothing where it is not.
    [[nodiscard]] std::optional<Who> told_of_part(const Count& count, std::size_t end) const;
    /// Whether others were named before, one と the other, and none of them counted.
    [[nodiscard]] bool is_in_row(std::size_t child) const;
    /// 全員で9人, 合計は5人.
    [[nodiscard]] bool is_in_all(std::size_t first) const;
    /// 1歳の子.
    [[nodiscard]] bool is_baby(std::size_t child) const;
    /// 私と妻と: with と on one side.
    [[nodiscard]] bool is_joined(std::size_t at) const;
    [[nodiscard]] std::size_t people(std::size_t at);
    /// So many parties of the same size.
    struct Groups {
        std::int32_t count;
        std::size_t end;
        bool is_doubtful;
    };
    /// が2組, ×3組, ×2テーブル.
    [[nodiscard]] std::optional<Groups> groups_at(std::size_t end) const;
    /// Behind a count and か.
    [[nodiscard]] bool is_one_or_other(std::size_t at) const;
    /// 1人か2人増えます: the first of them is none who is there already.
    void take_either(Count& count);
    /// Whoever was counted last, of some kind.
    [[nodiscard]] const Count* last_counted() const;
    /// 二人と私たち夫婦, 2名と私: how many come besides.
    [[nodiscard]] int named_behind(std::size_t at) const;
    [[nodiscard]] bool is_among(std::size_t at) const;
    /// 一人5000円, 一人いくら.
    [[nodiscard]] bool is_price(std::size_t at) const;
    /// 大人が2人, 子どもが、えっと、3人: where they are named.
    [[nodiscard]] std::optional<std::size_t> who_is_counted(std::size_t at) const;
    /// Of those who were counted already: 一人がベジタリアン, 1人遅れて.
    [[nodiscard]] bool is_of_some(std::size_t at, const Count& count) const;
    /// Whether they come in addition or not at all: 1, -1.
    [[nodiscard]] std::optional<int> change_at(std::size_t end) const;
    [[nodiscard]] bool is_someone_counted(std::size_t at) const;
    void changed(const Count& count, int sign);
    [[nodiscard]] std::size_t alone(std::size_t at);
    void widen(Stretch tokens);
    /// 6人じゃなくて, before who is counted apart.
    [[nodiscard]] bool is_total_taken_back(std::size_t at) const;
    void put(const Count& count);
    void total(const Count& count);
    /// 夫婦2人と子ども3人の5人, 両親2人と私の3人: of all who were named.
    [[nodiscard]] bool is_named_sum(std::size_t from, const Count& sum);
    /// Whether what is told between two counts is why the second is more than the first.
    [[nodiscard]] bool comes_to_sum(std::size_t from, const Count& sum) const;
    const Reading& reading_;
    Counts counts_;
    std::int32_t most_ = 0;       ///< that is counted anywhere
    bool tells_of_food_ = false;  ///< which somebody can't eat
};                                // namespace

}  // namespace denwaban::talk

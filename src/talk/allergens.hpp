#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace denwaban::talk {

/// What somebody can't eat, as it is kept and as it is said to a guest from abroad.
struct Allergen {
    std::string_view japanese;
    std::string_view english;
};
/// In the order in which the vocabulary counts them.
inline constexpr auto allergens = std::to_array<Allergen>({
    {"えび", "shrimp"},
    {"かに", "crab"},
    {"卵", "eggs"},
    {"乳", "milk"},
    {"小麦", "wheat"},
    {"そば", "buckwheat"},
    {"落花生", "peanuts"},
    {"くるみ", "walnuts"},
    {"あわび", "abalone"},
    {"いか", "squid"},
    {"いくら", "salmon roe"},
    {"オレンジ", "oranges"},
    {"キウイ", "kiwi"},
    {"牛肉", "beef"},
    {"さけ", "salmon"},
    {"さば", "mackerel"},
    {"大豆", "soy"},
    {"鶏肉", "chicken"},
    {"豚肉", "pork"},
    {"まつたけ", "matsutake"},
    {"もも", "peaches"},
    {"やまいも", "yam"},
    {"りんご", "apples"},
    {"ゼラチン", "gelatine"},
    {"バナナ", "bananas"},
    {"ごま", "sesame"},
    {"カシューナッツ", "cashews"},
    {"アーモンド", "almonds"},
    {"甲殻類", "shellfish"},
    {"生もの", "raw food"},
    {"ナッツ", "nuts"},
    {"貝", "clams and oysters"},
    {"魚", "fish"},
    {"マンゴー", "mangoes"},
});

}  // namespace denwaban::talk

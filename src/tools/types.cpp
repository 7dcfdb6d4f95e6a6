#include "types.hpp"

#include <algorithm>

#include "documents/engine/shape.hpp"

namespace denwaban::tools {

using shapes::Field;
using shapes::Shape;
using shapes::Sort;

[[nodiscard]] static bool is_same(const Shape& one, const Shape& other) {
    if (!one.fields.empty()) return one.fields.data() == other.fields.data();
    return !one.name.empty() && one.name == other.name && one.sort == other.sort;
}

const Spoken* spoken_in(const std::vector<Spoken>& nouns, const Shape& shape) {
    const auto found =
        std::find_if(nouns.begin(), nouns.end(), [&](const Spoken& noun) { return is_same(*noun.shape, shape); });
    return found == nouns.end() ? nullptr : &*found;
}

std::string Types::type_of(const Shape& shape) const {
    const auto* noun = spoken_as(shape);
    return noun != nullptr ? std::string{noun->name} : whole(shape);
}

std::string Types::type_of(const Shape& shape, Use use) const {
    const auto* noun = spoken_as(shape);
    return use == Use::told && noun != nullptr && !noun->told_as.empty() ? std::string{noun->told_as} : type_of(shape);
}

std::string Types::whole(const Shape& shape) const {
    std::vector<std::string> ways;
    if (shape.sort == Sort::word) return words(shape);
    if (shape.sort == Sort::list) return list_of(type_of(*shape.of));
    if (shape.sort == Sort::map) return map_of(shape.words.empty() ? std::string{} : words(shape), type_of(*shape.of));
    if (shape.sort == Sort::record) return record(shape);
    for (const auto& one : shape.forms) ways.push_back(form(shape, one));
    for (const auto* way : shape.ways) ways.push_back(type_of(*way));
    return ways.empty() ? plain(shape) : one_of(ways);
}

std::string Types::words(const Shape& shape) const {
    const auto found = std::find_if(words_.begin(), words_.end(), [&](const SpokenWords& one) {
        return std::equal(one.words.begin(), one.words.end(), shape.words.begin(), shape.words.end());
    });
    return found != words_.end() ? std::string{found->name} : one_of_words(shape.words);
}

bool Types::is_there(const Field& field, Use use) noexcept {
    const bool is_always_written = field.presence == shapes::always || field.presence == shapes::if_known ||
                                   field.presence == shapes::told || field.presence == shapes::or_null;
    return field.presence <= shapes::nullable || (use == Use::told && is_always_written);
}
bool Types::may_be_null(const Field& field, Use use) noexcept {
    if (field.presence == shapes::if_known) return use == Use::asked;
    if (field.maybe == nullptr || field.presence == shapes::if_said) return false;
    return use == Use::asked || field.presence != shapes::if_any;
}

}  // namespace denwaban::tools

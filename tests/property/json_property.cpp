#include <rapidcheck.h>

#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/documents/rules_json.hpp>

#include "generators.hpp"
#include "restaurants.hpp"

namespace json_property {
using namespace denwaban;

namespace {

template <class T, class Generate, class Read>
bool comes_back(const std::string& what, Generate generate, Read from_json) {
    return rc::check(what + " come back from their JSON form, which does not change any more", [=] {
        const T value = *generate();
        const auto text = to_json(value);
        const auto read = from_json(text);
        if (!read) RC_LOG() << text << "\n" << to_string(read.error());
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == value);
        RC_ASSERT(to_json(*read) == text);
    });
}

}  // namespace

int run() {
    const bool rules = comes_back<Rules>("rules", generate::rules, rules_from_json);
    const bool restaurants = comes_back<Restaurant>("restaurants", generate::restaurant, restaurant_from_json);
    return rules && restaurants ? 0 : 1;
}

}  // namespace json_property

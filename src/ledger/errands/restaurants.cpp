#include <denwaban/ledger/restaurant_errands.hpp>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>

#include "answers.hpp"
#include "kept.hpp"
#include "kept_book.hpp"
#include "made_from.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::kept;
using ledger::missing;
using ledger::one_error;

using RestaurantLink = Expected<RestaurantId, Errors>;
[[nodiscard]] RestaurantLink restaurant_on(const Document& line) {
    return ledger::linked<struct RestaurantTag>(line, "restaurant");
}

[[nodiscard]] std::vector<Key> lines_of(const Restaurant& restaurant) {
    std::vector<Key> lines;
    for (const auto& line : restaurant.lines) lines.push_back(keys::line(line.number));
    return lines;
}

/// The lines that are another restaurant's.
[[nodiscard]] Expected<Errors, Errors> taken_lines(const Restaurant& restaurant, const std::vector<Key>& lines,
                                                   const Readings& known) {
    Errors errors;
    for (std::size_t place = 0; place < lines.size(); ++place) {
        const auto* line = known.find(lines[place]);
        if (line == nullptr) continue;
        const auto owner = restaurant_on(*line);
        if (!owner) return Unexpected{owner.error()};
        if (*owner == restaurant.id) continue;
        errors.push_back({ErrorCode::duplicate_number, "is a line of " + owner->text,
                          JsonPointer{"/lines/" + std::to_string(place) + "/number"}});
    }
    return errors;
}

/// A form upon what is kept at a key.
template <class T, class Read>
[[nodiscard]] ledger::Known<T> changed_from_kept(const Readings& known, const Key& key,
                                                 const std::optional<T>& made_from, T form, Read read) {
    if (auto more = missing(known, {key})) return *std::move(more);
    const auto* document = known.find(key);
    auto before = document != nullptr ? std::optional{kept(*document, read)} : std::nullopt;
    if (before && !*before) return failed(*std::move(before));
    auto changed = ledger::changed_from(made_from, std::move(form), before ? &**before : nullptr);
    if (!changed) return ledger::Unanswered{Refusal{std::move(changed).error()}};
    return *std::move(changed);
}

[[nodiscard]] Verdict<Restaurant> put(Restaurant restaurant, const std::optional<Restaurant>& made_from,
                                      const Readings& known) {
    const auto home = keys::restaurant(restaurant.id);
    if (made_from) {
        auto changed = changed_from_kept(known, home, made_from, std::move(restaurant), kept_restaurant_from_json);
        if (auto* why = std::get_if<ledger::Unanswered>(&changed)) return std::move(*why);
        restaurant = std::get<Restaurant>(std::move(changed));
    }
    const auto lines = lines_of(restaurant);
    auto all = lines;
    all.push_back(home);
    if (auto more = missing(known, all)) return *std::move(more);
    const auto taken = taken_lines(restaurant, lines, known);
    if (!taken) return taken.error();
    if (!taken->empty()) return Refusal{*taken};

    Settled settled{{Put{home, {}, to_json(restaurant), {}}}, restaurant};
    const auto link = ledger::link_to("restaurant", restaurant.id);
    settled.writes.push_back(Put{keys::listed_restaurant(restaurant.id), {}, link, {}});
    for (const auto& line : lines) settled.writes.push_back(Put{line, {}, link, {}});
    const auto* before = known.find(home);
    if (before == nullptr) return settled;
    const auto old = kept(*before, kept_restaurant_from_json);
    if (!old) return old.error();
    for (const auto& line : lines_of(*old)) {
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) settled.writes.push_back(Erase{line, {}});
    }
    return settled;
}

/// What is kept there, if anything is.
template <class Read, class Kept = typename std::invoke_result_t<Read, std::string_view>::value_type>
[[nodiscard]] Verdict<std::optional<Kept>> told(const Readings& known, const Key& key, Read read) {
    if (auto more = missing(known, {key})) return *std::move(more);
    const auto* document = known.find(key);
    if (document == nullptr) return Told{std::optional<Kept>{}};
    auto value = kept(*document, read);
    if (!value) return failed(std::move(value));
    return Told{std::optional<Kept>{*std::move(value)}};
}

}  // namespace

Errand<Restaurant> put_restaurant(Restaurant restaurant, ErrandRequest request, std::optional<Restaurant> made_from) {
    request.about = "put_restaurant " + restaurant.id.text;
    request.asked = ledger::asked_to_put(restaurant, made_from);
    return {std::move(request), [restaurant = std::move(restaurant), made_from = std::move(made_from)](
                                    const Readings& known) { return put(restaurant, made_from, known); }};
}

Errand<std::optional<Restaurant>> find_restaurant(RestaurantId id) {
    return {
        [key = keys::restaurant(id)](const Readings& known) { return told(known, key, kept_restaurant_from_json); }};
}

Errand<std::optional<Restaurant>> find_restaurant(PhoneNumber dialled) {
    return {[key = keys::line(dialled)](const Readings& known) -> Verdict<std::optional<Restaurant>> {
        if (auto more = missing(known, {key})) return *std::move(more);
        const auto* line = known.find(key);
        if (line == nullptr) return Told{std::optional<Restaurant>{}};
        auto restaurant = restaurant_on(*line);
        if (!restaurant) return failed(std::move(restaurant));
        return told(known, keys::restaurant(*restaurant), kept_restaurant_from_json);
    }};
}

Errand<BookTemplate> put_book_template(RestaurantId restaurant, BookTemplate made, ErrandRequest request,
                                       std::optional<BookTemplate> made_from) {
    request.about = "put_book_template " + restaurant.text;
    request.asked = ledger::asked_to_put(made, made_from);
    return {std::move(request),
            [restaurant = std::move(restaurant), made = std::move(made),
             made_from = std::move(made_from)](const Readings& known) -> Verdict<BookTemplate> {
                const auto home = keys::restaurant(restaurant), plan = keys::book_template(restaurant);
                if (auto more = missing(known, made_from ? std::vector{home, plan} : std::vector{home}))
                    return *std::move(more);
                if (known.find(home) == nullptr) {
                    return Refusal{ledger::not_kept(restaurant, "/restaurant")};
                }
                auto changed = made_from
                                   ? changed_from_kept(known, plan, made_from, made, ledger::book_template_from_json)
                                   : ledger::Known<BookTemplate>{made};
                if (auto* why = std::get_if<ledger::Unanswered>(&changed)) return std::move(*why);
                auto& now = std::get<BookTemplate>(changed);
                return Settled{{Put{plan, {}, shapes::json_of(now), {}}}, now};
            }};
}

Errand<std::optional<BookTemplate>> find_book_template(RestaurantId restaurant) {
    return {[key = keys::book_template(restaurant)](const Readings& known) {
        return told(known, key, ledger::book_template_from_json);
    }};
}

}  // namespace denwaban

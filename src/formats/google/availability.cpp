#include <algorithm>
#include <map>
#include <tuple>

#include <denwaban/reservation/business_date.hpp>

#include "bookings.hpp"
#include "documents/reservations/reservations.hpp"
#include "slots.hpp"

namespace denwaban {

namespace formats {
namespace {

constexpr std::size_t most_slots = 10'000;
/// Of one request: as many as a day of starts every quarter of an hour has for ten sizes of party.
constexpr std::size_t most_different_slots = 1000;

/// The book, of those at hand, whose business date a slot of a merchant is on; null where it is not there.
[[nodiscard]] const DayBook* book_of(std::span<const DayBook> books, const GoogleSlot& slot, const TimeZone& zone) {
    const auto moment = now_in(zone, slot.start);
    const auto calendar = date::floor<date::days>(moment.local);
    const auto on = [&](Date date) {
        const auto found = std::find_if(books.begin(), books.end(), [&](const DayBook& book) {
            return book->restaurant.text == slot.merchant && book->date == date;
        });
        return found == books.end() ? nullptr : &*found;
    };
    const auto periods = [](const DayBook* book) {
        return book == nullptr ? std::span<const Period>{} : std::span<const Period>{(*book)->periods};
    };
    const auto *evening_before = on(calendar - date::days{1}), *today = on(calendar);
    return on(business_date_of(periods(evening_before), periods(today), moment));
}

[[nodiscard]] bool is_available(const GoogleSlot& slot, std::span<const DayBook> books, const TimeZone& zone,
                                const Now& now, SearchBudget budget) {
    const auto* book = book_of(books, slot, zone);
    const auto minute = book != nullptr ? google_minute_in(*book, slot.start, zone) : std::nullopt;
    if (!minute || period_at((*book)->periods, *minute) == nullptr) return false;
    const Asking asking{{}, budget};
    const Request request{wish_of(slot), *minute};
    if (!check(*book, request.wish).empty()) return false;
    return std::holds_alternative<Possible>(detail::Decider{*book, now, asking}.decide(request));
}

/// Slots of one request: what was reckoned of one is not reckoned again of its like.
class Lookup {
public:
    Lookup(std::span<const DayBook> books, const TimeZone& zone, const Now& now, SearchBudget budget)
        : books_(books), zone_(zone), now_(now), budget_(budget) {}

    [[nodiscard]] bool is_available(const Node& item, const GoogleSlot& slot) {
        const auto [place, is_new] = known_.try_emplace({slot.start, slot.party.count(), slot.duration}, false);
        if (!is_new) return place->second;
        if (known_.size() > most_different_slots) {
            item.fail(ErrorCode::too_large, "is one of more than 1000 different slots");
        } else {
            place->second = formats::is_available(slot, books_, zone_, now_, budget_);
        }
        return place->second;
    }

private:
    using Question = std::tuple<Instant, int, std::optional<std::chrono::minutes>>;

    std::span<const DayBook> books_;
    const TimeZone& zone_;
    const Now& now_;
    SearchBudget budget_;
    std::map<Question, bool> known_;
};

[[nodiscard]] Json read_lookup(const Node& node, std::span<const DayBook> books, const TimeZone& zone, const Now& now,
                               SearchBudget budget) {
    auto answers = Json::array();
    const auto merchant = words(node, "merchant_id");
    const auto slots = needed(node, "slot_time");
    if (!slots) return answers;
    Lookup lookup{books, zone, now, budget};
    for (auto& answer : read_some(*slots, most_slots, [&](const Node& item) {
             const auto known = item.errors().size();
             auto slot = read_slot(item, "resource_ids");
             slot.merchant = merchant;
             const bool is_read = item.errors().size() == known;
             return Json{{"slot_time", Json{item.value()}}, {"available", is_read && lookup.is_available(item, slot)}};
         })) {
        answers.push_back(std::move(answer));
    }
    return {{"slot_time_availability", std::move(answers)}};
}

[[nodiscard]] GoogleQuestion read_question(const Node& node) {
    GoogleQuestion question{RestaurantId{words(node, "merchant_id")}, {}};
    if (const auto slots = needed(node, "slot_time")) {
        for (const auto& start : read_some(*slots, most_slots, [](const Node& item) {
                 const auto found = item.is_object() ? item.if_any("start_sec") : std::nullopt;
                 return found ? read_start_of(*found) : Instant{};
             })) {
            question.starts.insert(start);
        }
    }
    return question;
}

}  // namespace

Expected<GoogleQuestion, Errors> google_question(std::string_view request) {
    return read_document(request, read_question);
}

}  // namespace formats

Expected<std::string, Errors> google_batch_availability_lookup(std::string_view request, std::span<const DayBook> books,
                                                               const TimeZone& zone, Instant now, SearchBudget budget) {
    const auto read = formats::read_document(request, [&](const formats::Node& node) {
        return formats::read_lookup(node, books, zone, now_in(zone, now), budget);
    });
    if (!read) return Unexpected{read.error()};
    return formats::write_document(*read);
}

}  // namespace denwaban

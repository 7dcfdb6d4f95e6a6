#include <algorithm>

#include "answers.hpp"
#include "messages.hpp"
#include "person.hpp"

namespace denwaban {

namespace {

using ledger::failed;
using ledger::missing;
using ledger::one_error;

constexpr std::size_t most_books_of_step = 8;
constexpr std::size_t most_calls_of_night_step = 10;
constexpr std::size_t most_messages_of_night_step = 90;
constexpr std::size_t most_written_of_step = 2'000'000;
constexpr std::size_t most_writes_of_step = 80;
constexpr std::size_t enough_writes_of_night_step = 50;

enum class Stage : std::uint8_t { books, calls, messages };

}  // namespace

template <>
inline constexpr std::array<std::string_view, 3> names_of<Stage>{"books", "calls", "messages"};

namespace {

/// How far it is: in what of which restaurant, after what.
struct Progress {
    Stage stage = Stage::books;
    std::string restaurant;
    std::string after;
};

[[nodiscard]] std::string progress_cursor(const Progress& at) {
    auto json = formats::Json::array();
    json.push_back(name_of(at.stage));
    json.push_back(at.restaurant);
    json.push_back(at.after);
    return formats::write_document(json);
}

[[nodiscard]] Expected<std::optional<Progress>, Errors> progress_at(const std::string& cursor) {
    if (cursor.empty()) return std::optional<Progress>{};
    const auto steps = formats::read_document(cursor, [](const formats::Node& node) {
        return node.list([](const formats::Node& one) { return one.string(); });
    });
    const auto stage = steps && steps->size() == 3 ? enumerator_named<Stage>((*steps)[0]) : std::nullopt;
    if (!stage) return Unexpected{one_error(ErrorCode::invalid_value, "is no next of forget_before", "/after")};
    return std::optional{Progress{*stage, (*steps)[1], (*steps)[2]}};
}

/// One step of one night.
class Forgetting {
public:
    Forgetting(Date before, std::optional<Progress> at) : before_(before), at_(std::move(at)) {}

    [[nodiscard]] Verdict<Forgotten> operator()(const Readings& known) const {
        if (!at_) return goes_on({}, {}, known, "");
        switch (at_->stage) {
            case Stage::books:
                return forget_books(known);
            case Stage::calls:
                return forget_calls(known);
            case Stage::messages:
                return forget_messages(known);
        }
        return Told{Forgotten{}};
    }

private:
    [[nodiscard]] static Verdict<Forgotten> ends(std::vector<Write> writes, Forgotten told, const Progress& next) {
        told.next = progress_cursor(next);
        return Settled<Forgotten>{std::move(writes), std::move(told)};
    }

    /// To the restaurant after one; after the last, to messages.
    [[nodiscard]] static Verdict<Forgotten> goes_on(std::vector<Write> writes, Forgotten told, const Readings& known,
                                                    std::string after) {
        Query query;
        query.partition = keys::restaurants;
        query.limit = 1;
        if (!after.empty()) query.after = Cursor{std::move(after)};
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        if (page->documents.empty()) return ends(std::move(writes), std::move(told), {Stage::messages, "", ""});
        return ends(std::move(writes), std::move(told), {Stage::books, page->documents.front().key.sort, ""});
    }

    [[nodiscard]] Verdict<Forgotten> forget_books(const Readings& known) const {
        const RestaurantId restaurant{at_->restaurant};
        const auto mark = keys::forgotten_before(restaurant);
        if (auto more = missing(known, {mark})) return *std::move(more);
        const auto* done = known.find(mark);
        const auto from = at_->after.empty() && done != nullptr ? date_in(done->body) : at_->after;
        const auto last = std::string{keys::day_books} + to_string(before_ - date::days{1});
        Query query;
        query.partition = keys::restaurant_partition(restaurant);
        query.range = SortBetween{std::min(std::string{keys::day_books} + from, last), last};
        query.limit = most_books_of_step;
        if (!at_->after.empty()) query.after = Cursor{std::string{keys::day_books} + at_->after};
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        std::vector<Write> writes;
        Forgotten told;
        std::size_t bytes = 0;
        auto last_done = at_->after;
        for (const auto& document : page->documents) {
            const bool is_too_much = !writes.empty() && bytes + document.body.size() > most_written_of_step;
            if (is_too_much) return ends(std::move(writes), told, {Stage::books, at_->restaurant, last_done});
            auto book = ledger::ForgetfulBook::make(document);
            if (!book) return failed(std::move(book));
            auto left = most_writes_of_step - writes.size() - 1;
            for (auto& one : book->reservations()) {
                if (left == 0) break;
                if (!book->forget(one)) continue;
                --left;
                ++told.bookings;
            }
            auto written = book->writes();
            if (!written) return failed(std::move(written));
            if (!written->empty()) bytes += document.body.size();
            expect(*written, document);
            std::move(written->begin(), written->end(), std::back_inserter(writes));
            // A book with more people than one commit has room for comes again.
            if (left == 0) return ends(std::move(writes), told, {Stage::books, at_->restaurant, last_done});
            last_done = document.key.sort.substr(keys::day_books.size());
        }
        if (page->next) {
            return ends(std::move(writes), told,
                        {Stage::books, at_->restaurant, page->next->after.substr(keys::day_books.size())});
        }
        return ends(std::move(writes), told, {Stage::calls, at_->restaurant, ""});
    }

    [[nodiscard]] Verdict<Forgotten> forget_calls(const Readings& known) const {
        const RestaurantId restaurant{at_->restaurant};
        Query query;
        query.partition = keys::calls_partition(restaurant);
        query.range = SortBetween{std::string{keys::calls}, std::string{keys::calls} + to_string(before_)};
        query.limit = most_calls_of_night_step;
        if (!at_->after.empty()) query.after = Cursor{at_->after};
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        std::vector<Key> homes;
        for (const auto& document : page->documents) {
            auto contact = ledger::linked<struct ContactTag>(document, "contact");
            if (!contact) return failed(std::move(contact));
            homes.push_back(keys::call(*contact));
        }
        if (auto more = missing(known, homes)) return *std::move(more);
        std::vector<Write> writes;
        Forgotten told;
        for (std::size_t place = 0; place < homes.size(); ++place) {
            // A call with much to do after it leaves the others to the next step.
            if (writes.size() >= enough_writes_of_night_step)
                return ends(std::move(writes), told,
                            {Stage::calls, at_->restaurant, page->documents[place - 1].key.sort});
            const auto* document = known.find(homes[place]);
            if (document == nullptr) continue;
            auto forgotten = ledger::forget_in_call(*document);
            if (!forgotten) return failed(std::move(forgotten));
            if (!forgotten->empty()) ++told.calls;
            std::move(forgotten->begin(), forgotten->end(), std::back_inserter(writes));
        }
        if (page->next) return ends(std::move(writes), told, {Stage::calls, at_->restaurant, page->next->after});
        const auto mark = keys::forgotten_before(restaurant);
        writes.push_back(Put{mark, {}, formats::write_document(formats::Json(to_string(before_))), {}});
        return goes_on(std::move(writes), told, known, at_->restaurant);
    }

    [[nodiscard]] Verdict<Forgotten> forget_messages(const Readings& known) const {
        auto query = ledger::outbox_query();
        query.range = SortBetween{"0", to_string(before_)};
        query.limit = most_messages_of_night_step;
        const auto* page = known.find(query);
        if (page == nullptr) return ReadFirst{query};
        Forgotten told;
        std::vector<Write> writes;
        for (const auto& document : page->documents) writes.push_back(Erase{document.key, {}});
        told.messages = writes.size();
        if (page->next) return ends(std::move(writes), told, *at_);
        told.is_done = true;
        return Settled<Forgotten>{std::move(writes), told};
    }

    /// Of a mark: `"2026-11-27"`.
    [[nodiscard]] static std::string date_in(std::string_view mark) {
        return mark.size() == 12 && parse_date(mark.substr(1, 10)) ? std::string{mark.substr(1, 10)} : std::string{};
    }
    /// What came in a page is not expected to be still so unless that is said.
    static void expect(std::vector<Write>& writes, const Document& document) {
        if (!writes.empty()) std::get<Put>(writes.front()).expected = document.version;
    }

    Date before_;
    std::optional<Progress> at_;
};

}  // namespace

Errand<Forgotten> forget_before(Date before, Instant now, std::string after) {
    auto at = progress_at(after);
    if (!at) {
        return {[why = std::move(at).error()](const Readings&) -> Verdict<Forgotten> { return why; }};
    }
    ErrandRequest request;
    request.about = "forget_before " + to_string(before);
    request.now = now;
    return {std::move(request), Forgetting{before, *std::move(at)}};
}

}  // namespace denwaban

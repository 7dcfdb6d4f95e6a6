#pragma once

// The reservation book: one restaurant, one business date.
//
// A `DayBook` is a value that never changes. What may be done to it (`book`, `follow`, `change`, `allocate`, … or
// `decide` on a `Command`) is a pure function, which gives a `Decision` with the book that comes of it, or every
// reason why not. To fit a party it may move others that were not promised their table; the search is exact within its
// budget, and `undecided` beyond. A book knows nothing of where it is kept: on a ledger, `ledger/booking_errands.hpp`
// sees to it that nobody overwrites what another has written.
//
// ```cpp
// #include <denwaban/reservation/book.hpp>
//
// const auto friday = make_date(2026, 11, 27);
// DayBookContents contents;
// contents.restaurant = {"r1"};
// contents.date = friday;
// const Table small{{"A"}, Covers::of(1), Covers::of(2), {}};
// const Table large{{"B"}, Covers::of(2), Covers::of(4), {}};
// contents.floor_plan = FloorPlan::make({small, large}).value();
// contents.periods = {{"dinner", MinuteOfDay::clock(17, 0), MinuteOfDay::clock(23, 0), MinuteOfDay::clock(21, 0)}};
// const auto empty = DayBook::make(contents).value();
//
// By by;
// by.now = now_in(TimeZone::tokyo(), Instant{friday.time_since_epoch() + 3h});  // noon
// Wish four;
// four.party.adults = Covers::of(4);
// const auto booked = book(empty, {{"b1"}, {four, MinuteOfDay::clock(19, 0)}, {}}, by).value();
// assert(booked.book.find({"b1"})->tables.front().text == "B" && empty.find({"b1"}) == nullptr);
//
// const auto full = book(booked.book, {{"b2"}, {four, MinuteOfDay::clock(19, 30)}, {}}, by);
// assert(!full && full.error().front().code == ErrorCode::no_seat);
// ```

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>
#include <denwaban/reservation/clock_change.hpp>
#include <denwaban/reservation/detail/choice_cache.hpp>
#include <denwaban/reservation/detail/held.hpp>
#include <denwaban/reservation/detail/occupancy.hpp>
#include <denwaban/reservation/policy.hpp>
#include <denwaban/reservation/reservation.hpp>
#include <denwaban/reservation/stay_elsewhere.hpp>
#include <denwaban/seating/detail/seating_finder.hpp>

namespace denwaban {

/// A table that is not to be had, half open.
struct Block {
    TableId table;
    MinuteOfDay begin;
    MinuteOfDay end;
    std::string note{};
    friend bool operator==(const Block&, const Block&) = default;
};

/// A party that gets another table, so that somebody else fits.
struct Move {
    BookingId booking;
    std::vector<TableId> from{};
    std::vector<TableId> to{};
    friend bool operator==(const Move&, const Move&) = default;
};

/// What was answered to a request key.
struct Receipt {
    std::string key{};
    Deed deed;
    BookingId booking;  ///< empty where it was about none
    std::vector<Move> moved{};
    std::vector<Exceeded> exceeded{};
    std::optional<GroupId> group{};  ///< where it was about all of one
    friend bool operator==(const Receipt&, const Receipt&) = default;
};

/// What a book has of its restaurant.
enum class BookPart : std::uint8_t { floor_plan, policy, periods };
template <>
inline constexpr std::array<std::string_view, 3> names_of<BookPart>{"floor_plan", "policy", "periods"};

/// All that is written in a book.
struct DayBookContents {
    RestaurantId restaurant;
    Date date;                        ///< the business date
    std::string zone = "Asia/Tokyo";  ///< a name of the IANA database
    std::uint64_t version = 0;        ///< one more with every decision
    FloorPlan floor_plan = *FloorPlan::make({});
    Policy policy{};
    std::vector<Period> periods{};
    std::vector<Reservation> reservations{};
    std::vector<Block> blocks{};
    std::vector<Receipt> receipts{};
    std::vector<BookPart> own{};  ///< edited for this date: they do not follow what the restaurant's become
    std::string basis{};          ///< what the others were made of, in the words of who keeps the book
    friend bool operator==(const DayBookContents&, const DayBookContents&) = default;
};

namespace detail {
class BookKeeper;
}

/// The reservations of one restaurant on one business date: a value that never changes; decisions give a new one.
/// Copies share what is in it. No two parties are at a table at the same time.
class DayBook {
public:
    /// Errors, each at its place (`/reservations/3/tables`): those of `validate`; `duplicate_id`; `unknown_reference`
    /// for tables that the plan lacks or can't join; `out_of_range` for parties of nobody and for times that end before
    /// they begin; `invalid_value` for a table where the allocation says there is none, and the other way round;
    /// `overlap` for two at a table at once, and for periods; what no document of a book holds. Cost: tens of
    /// microseconds for an evening.
    [[nodiscard]] static Expected<DayBook, Errors> make(DayBookContents contents);
    /// The same by the clocks of a zone, as `on_clocks_of` has it: in a night in which they are changed, a table is
    /// reset in true minutes.
    [[nodiscard]] static Expected<DayBook, Errors> make(DayBookContents contents, const TimeZone& clocks);

    /// All that it is made of.
    [[nodiscard]] const DayBookContents& contents() const noexcept { return state_->contents; }
    [[nodiscard]] const DayBookContents* operator->() const noexcept { return &state_->contents; }

    /// Where a reservation stands in `DayBookContents::reservations`.
    [[nodiscard]] std::optional<std::size_t> place_of(const BookingId& id) const noexcept {
        const auto& all = contents().reservations;
        const auto found = std::find_if(all.begin(), all.end(), [&](const Reservation& one) { return one.id == id; });
        if (found == all.end()) return std::nullopt;
        return static_cast<std::size_t>(found - all.begin());
    }
    /// Null if there is none. Lives as long as this book or a copy of it. Cost: linear.
    [[nodiscard]] const Reservation* find(const BookingId& id) const noexcept {
        const auto place = place_of(id);
        return place ? &contents().reservations[*place] : nullptr;
    }

    /// The seating that a reservation has, as a place in `FloorPlan::seatings`.
    [[nodiscard]] std::optional<std::size_t> seating(std::size_t reservation) const noexcept {
        return state_->seatings[reservation];
    }
    /// Every seating that suits a reservation, the best first.
    [[nodiscard]] const std::vector<SeatingChoice>& choices(std::size_t reservation) const noexcept {
        return *state_->choices[reservation];
    }
    /// What finds seats in this book's floor plan; for the functions of `reservation/`.
    [[nodiscard]] const detail::SeatingFinder& finder() const noexcept { return state_->finder; }

    /// This book beside those of other dates: whatever is decided leaves their stays where they are. They are not
    /// written with it.
    [[nodiscard]] DayBook beside(std::vector<StayElsewhere> stays) const {
        auto book = *this;
        book.elsewhere_ = std::make_shared<const std::vector<StayElsewhere>>(std::move(stays));
        return book;
    }
    /// The stays that it is beside.
    [[nodiscard]] const std::vector<StayElsewhere>& elsewhere() const noexcept { return *elsewhere_; }

    /// This book by the clocks of a zone, that of its contents: spans of time are true ones, also in a night in which
    /// clocks are changed. What reads books from JSON or from a ledger has done it.
    [[nodiscard]] DayBook on_clocks_of(const TimeZone& zone) const {
        auto book = *this;
        book.clock_change_ = ClockChange::of(zone, contents().date);
        return book;
    }
    /// This book, told that some ids are those of one customer, whose records were merged.
    [[nodiscard]] DayBook knowing_as_one(std::vector<CustomerId> ids) const {
        auto book = *this;
        book.of_one_ = std::move(ids);
        return book;
    }
    /// Whether two ids are one customer's, as far as the book was told.
    [[nodiscard]] bool is_one_customer(const CustomerId& a, const CustomerId& b) const noexcept {
        const auto has = [this](const CustomerId& id) {
            return std::find(of_one_.begin(), of_one_.end(), id) != of_one_.end();
        };
        return a == b || (has(a) && has(b));
    }

    /// None in a night in which clocks run on.
    [[nodiscard]] const std::optional<ClockChange>& clock_change() const noexcept { return clock_change_; }

    friend bool operator==(const DayBook& a, const DayBook& b) {
        const bool is_same_book = a.state_ == b.state_ || a.contents() == b.contents();
        return is_same_book && a.of_one_ == b.of_one_ &&
               (a.elsewhere_ == b.elsewhere_ || a.elsewhere() == b.elsewhere());
    }

private:
    friend class detail::BookKeeper;

    struct State {
        explicit State(DayBookContents written) : contents(std::move(written)), finder(contents.floor_plan) {
            detail::ChoiceCache cache{contents.floor_plan};
            for (const auto& reservation : contents.reservations) {
                seatings.push_back(finder.find(reservation.tables));
                choices.push_back(
                    cache.get(chairs_of(reservation), reservation.wish.needs, seller_of(reservation.wish.channel)));
            }
        }
        DayBookContents contents;
        detail::SeatingFinder finder;
        std::vector<std::optional<std::size_t>> seatings;
        std::vector<detail::SharedChoices> choices;
    };

    explicit DayBook(DayBookContents contents) : state_(std::make_shared<const State>(std::move(contents))) {}

    [[nodiscard]] static const std::shared_ptr<const std::vector<StayElsewhere>>& nowhere() {
        static const auto none = std::make_shared<const std::vector<StayElsewhere>>();
        return none;
    }

    std::shared_ptr<const State> state_;
    std::shared_ptr<const std::vector<StayElsewhere>> elsewhere_ = nowhere();
    std::optional<ClockChange> clock_change_;
    std::vector<CustomerId> of_one_;
};

namespace detail {

/// Finds all that is wrong with what is written in a book.
class BookCheck {
public:
    explicit BookCheck(const DayBookContents& contents, const std::optional<ClockChange>& clocks = std::nullopt)
        : contents_(contents),
          clocks_(clocks),
          finder_(contents.floor_plan),
          occupancy_(contents.floor_plan.tables().size()) {}

    [[nodiscard]] Errors run() && {
        for (auto error : validate(contents_.policy)) {
            error.where = JsonPointer{"/policy" + to_string(error.where)};
            errors_.push_back(std::move(error));
        }
        check_periods();
        hold(held_, contents_.periods, "");
        held_.tell(errors_);
        for (std::size_t place = 0; place < contents_.blocks.size(); ++place) check_block(place);
        for (std::size_t place = 0; place < contents_.reservations.size(); ++place) check_reservation(place);
        check_receipts();
        check_sizes();
        held_.tell(errors_);
        return std::move(errors_);
    }

private:
    void fail(ErrorCode code, std::string message, std::string where) {
        errors_.push_back({code, std::move(message), JsonPointer{std::move(where)}});
    }

    void check_periods() {
        for (std::size_t place = 0; place < contents_.periods.size(); ++place) {
            const auto& period = contents_.periods[place];
            const auto at = "/periods/" + std::to_string(place);
            if (period.opens >= period.closes) fail(ErrorCode::out_of_range, "must be after it opens", at + "/closes");
            if (period.last_entry < period.opens || period.last_entry > period.closes)
                fail(ErrorCode::out_of_range, "must be while it is open", at + "/last_entry");
            if (place > 0 && period.opens < contents_.periods[place - 1].closes)
                fail(ErrorCode::overlap, "begins before the one before has ended", at + "/opens");
        }
    }

    void check_block(std::size_t place) {
        const auto& block = contents_.blocks[place];
        const auto at = "/blocks/" + std::to_string(place);
        const auto table = finder_.table(block.table);
        held_.text(TextSort::text, block.note, at, "note");
        held_.tell(errors_);
        if (!table) fail(ErrorCode::unknown_reference, "there is no table " + block.table.text, at + "/table");
        if (block.begin >= block.end) fail(ErrorCode::out_of_range, "must be after it begins", at + "/end");
        if (table && block.begin < block.end) occupancy_.take(*table, block.begin, block.end);
    }

    void check_reservation(std::size_t place) {
        const auto& reservation = contents_.reservations[place];
        const auto at = "/reservations/" + std::to_string(place);
        if (!ids_.insert(reservation.id.text).second) fail(ErrorCode::duplicate_id, "stands twice", at + "/id");
        hold(held_, reservation, at);
        hold_history(held_, reservation, at);
        held_.tell(errors_);
        const auto count = chairs(reservation.wish.party);
        if (!count || count->count() == 0) fail(ErrorCode::out_of_range, "must take 1 to 999 chairs", at + "/party");
        const bool has_time = reservation.begin < reservation.end;
        if (!has_time) fail(ErrorCode::out_of_range, "must be after it begins", at + "/end");
        const auto day = std::chrono::minutes{24 * 60};
        if (reservation.buffer < std::chrono::minutes{0} || reservation.buffer > day)
            fail(ErrorCode::out_of_range, "must be 0 to 1440 minutes", at + "/buffer");
        const bool waits = reservation.commitment == Commitment::waiting;
        if (!waits && (reservation.commitment == Commitment::held) != reservation.held_until.has_value())
            fail(ErrorCode::invalid_value, "is for what is held, and only for that", at + "/held_until");
        if (waits && !reservation.latest) fail(ErrorCode::missing_key, "needs \"latest\"", at + "/latest");
        if (reservation.latest && *reservation.latest < reservation.begin)
            fail(ErrorCode::out_of_range, "must not be before it begins", at + "/latest");
        if (waits && reservation.allocation != Allocation::unassigned)
            fail(ErrorCode::invalid_value, "is unassigned while it waits", at + "/allocation");
        check_tables(reservation, has_time, at);
    }

    void check_tables(const Reservation& reservation, bool has_time, const std::string& at) {
        if (has_table(reservation.allocation) != !reservation.tables.empty())
            return fail(ErrorCode::invalid_value, "does not go with the allocation", at + "/tables");
        if (reservation.tables.empty()) return;
        const auto seating = finder_.find(reservation.tables);
        if (!seating && is_at_table(reservation.presence)) return check_what_is_left(reservation, has_time, at);
        if (!seating) {
            return fail(ErrorCode::unknown_reference, "are not tables of the plan that can be joined", at + "/tables");
        }
        if (!has_time || !counts_at(reservation, Instant::min())) return;
        take(contents_.floor_plan.seatings()[*seating].tables, reservation, at);
    }

    /// Who sits stays where they sit, though the plan does not have their tables any more, or does not join them.
    void check_what_is_left(const Reservation& reservation, bool has_time, const std::string& at) {
        if (!has_time || !counts_at(reservation, Instant::min())) return;
        std::vector<std::size_t> tables;
        for (const auto& id : reservation.tables) {
            if (const auto table = finder_.table(id)) tables.push_back(*table);
        }
        take(tables, reservation, at);
    }

    void take(const std::vector<std::size_t>& tables, const Reservation& reservation, const std::string& at) {
        const int buffer = static_cast<int>(reservation.buffer.count());
        const auto until =
            clocks_ ? clocks_->shown_after(clocks_->elapsed(reservation.end) + buffer) : free_from(reservation);
        const bool all_free = std::all_of(tables.begin(), tables.end(), [&](std::size_t table) {
            return occupancy_.is_free(table, reservation.begin, until);
        });
        if (!all_free) return fail(ErrorCode::overlap, "are somebody else's at that time", at + "/tables");
        for (const auto table : tables) occupancy_.take(table, reservation.begin, until);
    }

    void check_receipts() {
        for (std::size_t place = 0; place < contents_.receipts.size(); ++place) {
            if (keys_.insert(contents_.receipts[place].key).second) continue;
            fail(ErrorCode::duplicate_key, "stands twice", "/receipts/" + std::to_string(place) + "/key");
        }
    }

    void check_sizes() {
        held_.count(contents_.reservations.size(), most_reservations, "", "reservations");
        held_.count(contents_.blocks.size(), most_reservations, "", "blocks");
        held_.count(contents_.receipts.size(), most_receipts, "", "receipts");
    }

    const DayBookContents& contents_;
    std::optional<ClockChange> clocks_;
    SeatingFinder finder_;
    Occupancy occupancy_;
    std::set<std::string_view> ids_;
    std::set<std::string_view> keys_;
    Holding held_;
    Errors errors_;
};

/// Writes books without looking for what is wrong: decisions keep what is right.
class BookKeeper {
public:
    [[nodiscard]] static DayBook write(DayBookContents contents) { return DayBook{std::move(contents)}; }
    /// Beside the same as another, by its clocks, and knowing the same.
    [[nodiscard]] static DayBook write(DayBookContents contents, const DayBook& before) {
        return around(write(std::move(contents)), before);
    }
    [[nodiscard]] static DayBook around(DayBook book, const DayBook& before) {
        book.elsewhere_ = before.elsewhere_;
        book.clock_change_ = before.clock_change_;
        book.of_one_ = before.of_one_;
        return book;
    }
};

}  // namespace detail

inline Expected<DayBook, Errors> DayBook::make(DayBookContents contents) {
    auto errors = detail::BookCheck{contents}.run();
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return DayBook{std::move(contents)};
}
inline Expected<DayBook, Errors> DayBook::make(DayBookContents contents, const TimeZone& clocks) {
    const auto change = ClockChange::of(clocks, contents.date);
    auto errors = detail::BookCheck{contents, change}.run();
    if (!errors.empty()) return Unexpected{std::move(errors)};
    DayBook book{std::move(contents)};
    book.clock_change_ = change;
    return book;
}

}  // namespace denwaban

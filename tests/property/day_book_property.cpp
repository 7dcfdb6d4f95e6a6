/// Whatever is done to a book, in whatever order: nobody sits at another's table, who was promised a table keeps it,
/// what is refused changes nothing, and what is offered is had. Beside it a model that tries every seating and counts
/// arrivals minute by minute.

#include <rapidcheck.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>

namespace day_book_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr auto day = make_date(2026, 11, 27);

int below(int most) { return *rc::gen::inRange(0, most); }
bool one_in(int count) { return below(count) == 0; }
Covers covers(int count) { return *Covers::make(count); }
MinuteOfDay minute(int minutes) { return *MinuteOfDay::make(minutes); }
template <class Enum>
Enum any() {
    return static_cast<Enum>(below(static_cast<int>(count_of<Enum>)));
}

FloorPlan some_plan() {
    std::vector<Table> tables;
    const int count = 2 + below(3);
    for (int number = 0; number < count; ++number) {
        Table table;
        table.id = {std::string(1, static_cast<char>('A' + number))};
        table.most = covers(1 + below(4));
        table.least = covers(1 + below(table.most.count()));
        table.rank = below(3);
        if (one_in(4)) table.kind = SeatKind::private_room;
        if (one_in(4)) table.seller = Seller::restaurant;
        tables.push_back(std::move(table));
    }
    std::vector<Combination> combinations;
    if (one_in(2)) combinations.push_back({{tables[0].id, tables[1].id}, covers(2), covers(2 + below(6)), below(3)});
    return *FloorPlan::make(std::move(tables), std::move(combinations));
}

Policy some_policy() {
    Policy policy;
    policy.start_grid = 30min;
    policy.turn_times = {{{}, {}, Covers::of(2), 60min + 30min * below(3)}};
    if (one_in(4)) policy.turn = UntilPeriodEnds{};
    policy.buffer = 15min * below(2);
    if (one_in(2)) policy.shortest_stay = 60min;
    if (one_in(2)) {
        Pacing pacing;
        if (one_in(2)) pacing.channels = {BookingChannel::phone};
        pacing.span = 15min * (1 + below(4));
        if (one_in(2)) pacing.covers = covers(3 + below(6));
        if (!pacing.covers || one_in(2)) pacing.parties = 1 + below(3);
        if (one_in(3)) pacing.from = minute(18 * 60);
        if (one_in(3)) pacing.until = minute(19 * 60);
        policy.pacing = {pacing};
    }
    policy.smallest_party = covers(below(2) + 1);
    policy.largest_party = covers(4 + below(4));
    policy.overbooking = covers(one_in(3) ? below(4) : 0);
    for (const auto& trait : limit_traits) {
        policy.on_limit.set(trait.limit, one_in(3) ? any<OnLimit>() : OnLimit::warn);
    }
    return policy;
}

DayBook some_book() {
    DayBookContents contents;
    contents.restaurant = {"r"};
    contents.date = day;
    contents.floor_plan = some_plan();
    contents.policy = some_policy();
    contents.periods = {
        {"lunch", minute(11 * 60), minute(14 * 60), minute(13 * 60), one_in(5) ? State::unknown : State::open},
        {"dinner", minute(17 * 60), minute(21 * 60), minute(20 * 60)}};
    return *DayBook::make(std::move(contents));
}

Wish some_wish(const DayBook& book) {
    Wish wish;
    wish.party.adults = covers(1 + below(4));
    wish.party.children = covers(one_in(4) ? below(3) : 0);
    wish.party.infants = covers(below(2));
    wish.channel = one_in(3) ? any<BookingChannel>() : BookingChannel::phone;
    if (one_in(5)) wish.needs.kinds = {SeatKind::private_room};
    if (one_in(6)) wish.turn = 30min * (1 + below(6));
    if (one_in(8)) {
        const auto& seatings = book->floor_plan.seatings();
        for (const auto table : seatings[static_cast<std::size_t>(below(static_cast<int>(seatings.size())))].tables) {
            wish.tables.push_back(book->floor_plan.tables()[table].id);
        }
    }
    return wish;
}

MinuteOfDay some_start() { return minute(30 * (one_in(6) ? 21 + below(8) : 33 + below(9))); }

By some_by(int step) {
    By by;
    by.actor = one_in(6) ? any<Actor>() : Actor::restaurant;
    // Time goes on from the noon before to the night.
    by.now = now_in(TimeZone::tokyo(), Instant{day.time_since_epoch() + 1h + 20min * step});
    if (one_in(4)) by.overrides = {any<Limit>(), Limit::tables};
    if (one_in(5)) by.key = "k" + std::to_string(below(10));
    return by;
}

/// Mostly one that is in the book.
BookingId some_id(const DayBook& book) {
    const auto& all = book->reservations;
    if (all.empty() || one_in(10)) return {"nobody"};
    return all[static_cast<std::size_t>(below(static_cast<int>(all.size())))].id;
}
/// Mostly one that is not.
BookingId new_id(const DayBook& book) {
    return one_in(20) ? some_id(book) : BookingId{"b" + std::to_string(book->reservations.size())};
}

Command some_command(const DayBook& book) {
    switch (below(14)) {
        case 12:
            return Swap{some_id(book), some_id(book)};
        case 13:
            return Undo{some_id(book)};
        case 0:
            return Change{some_id(book), {some_wish(book), some_start()}};
        case 1:
            return Follow{some_id(book), CommitmentEvent::cancel, {}};
        case 2:
            return Follow{some_id(book), any<CommitmentEvent>(), {}};
        case 3:
        case 4:
            return Attend{some_id(book), any<PresenceEvent>(),
                          one_in(3) ? some_wish(book).tables : std::vector<TableId>{},
                          one_in(3) ? std::optional{some_start()} : std::nullopt};
        case 5:
            return Allocate{some_id(book), any<AllocationEvent>(), some_wish(book).tables};
        case 6:
            if (one_in(2)) return WalkIn{new_id(book), some_wish(book), {}};
            return Unblock{{"A"}, minute(18 * 60)};
        case 7:
            return Block{{std::string(1, static_cast<char>('A' + below(5)))},
                         minute(18 * 60),
                         minute(18 * 60 + 30 * below(5)),
                         ""};
        default: {
            NewReservation wanted{new_id(book), {some_wish(book), some_start()}, {}, Confirmed{}};
            if (one_in(5)) wanted.terms = Requested{};
            if (one_in(5)) wanted.terms = HeldUntil{Instant{day.time_since_epoch() + 1h + 20min * below(40)}};
            return wanted;
        }
    }
}

/// Who sits where at each quarter of an hour, by what is written alone.
void check_tables(const DayBook& book, Instant now) {
    std::map<std::pair<std::string, int>, std::string> taken;
    const auto take = [&](const TableId& table, int begin, int end, const std::string& who) {
        for (int at = begin; at < end; ++at) RC_ASSERT(taken.emplace(std::pair{table.text, at}, who).second);
    };
    for (const auto& block : book->blocks) take(block.table, block.begin.count(), block.end.count(), "block");
    for (const auto& one : book->reservations) {
        if (!counts_at(one, now) && one.commitment != Commitment::held) RC_ASSERT(one.tables.empty());
        if (!counts_at(one, now)) continue;
        RC_ASSERT(has_table(one.allocation) == !one.tables.empty());
        const int end = one.end.count() + static_cast<int>(one.buffer.count());
        for (const auto& table : one.tables) take(table, one.begin.count(), end, one.id.text);
    }
}

/// Whether somebody said that a party sits where it does not suit it.
bool was_forced(const Reservation& one) {
    return std::any_of(one.history.begin(), one.history.end(), [](const Entry& entry) {
        return entry.deed == Deed::pin || entry.deed == Deed::swap || entry.deed == Deed::sit_down ||
               (entry.deed == Deed::change && entry.by == Actor::restaurant);
    });
}
/// Whether somebody sits on past their end, into what is somebody else's as soon as it is not theirs any more.
bool sits_on(const DayBook& book, const Now& now) {
    return std::any_of(book->reservations.begin(), book->reservations.end(), [&](const Reservation& one) {
        return one.presence == Presence::seated && now.local >= at(book->date, free_from(one));
    });
}

void check_capacity(const DayBook& book, Instant now) {
    for (std::size_t place = 0; place < book->reservations.size(); ++place) {
        const auto& one = book->reservations[place];
        if (!counts_at(one, now) || one.allocation != Allocation::assigned || is_at_table(one.presence)) continue;
        const auto& all = book.choices(place);
        RC_ASSERT((was_forced(one) || std::any_of(all.begin(), all.end(), [&](const SeatingChoice& choice) {
                       return choice.seating == book.seating(place);
                   })));
    }
}

/// Nobody moves but those who are said to, and none who was promised their table or sits.
void check_moves(const DayBook& before, const Command& command, const Decision& decision) {
    const auto* swapped = std::get_if<Swap>(&command);
    std::set<std::string> moved;
    for (const auto& move : decision.moved) {
        RC_ASSERT(moved.insert(move.booking.text).second);
        const auto* old = before.find(move.booking);
        RC_ASSERT((old != nullptr && old->allocation != Allocation::pinned && !is_at_table(old->presence)));
        RC_ASSERT((old->tables == move.from && move.from != move.to));
    }
    for (const auto& old : before->reservations) {
        const auto& now = *decision.book.find(old.id);
        const bool may = old.id == decision.booking || moved.count(old.id.text) > 0 ||
                         now.commitment == Commitment::lapsed || (swapped != nullptr && old.id == swapped->with);
        if (!may) RC_ASSERT(now.tables == old.tables);
    }
}

/// Tries every seating for everybody.
class Naive {
public:
    Naive(const DayBook& book, const Now& moment) : book_(book) {
        const auto now = moment.instant;
        for (const auto& block : book->blocks) {
            fixed_.push_back({{block.table}, block.begin.count(), block.end.count()});
        }
        for (const auto& one : book->reservations) {
            if (!counts_at(one, now) || one.allocation == Allocation::overbooked) continue;
            const int end = one.end.count() + static_cast<int>(one.buffer.count());
            const bool suits = one.tables.empty() || is_among(one.tables, seats(one.wish));
            const bool stays = one.allocation == Allocation::pinned || is_at_table(one.presence) || !suits;
            if (stays) {
                fixed_.push_back({one.tables, one.begin.count(), end});
            } else {
                waiting_.push_back({seats(one.wish), one.begin.count(), end});
            }
        }
        for (const auto& one : book->reservations) sit_on(one, moment);
    }

    [[nodiscard]] bool fits(const Wish& wish, int begin, int end) {
        auto own = seats(wish);
        if (wish.channel == BookingChannel::walk_in) {
            std::erase_if(own, [&](const Tables& tables) {
                return std::any_of(book_->reservations.begin(), book_->reservations.end(), [&](const Reservation& one) {
                    return one.presence == Presence::seated && shares(one.tables, tables);
                });
            });
        }
        if (!wish.tables.empty()) {
            std::erase_if(own, [&](const Tables& tables) {
                return std::set<TableId>(tables.begin(), tables.end()) !=
                       std::set<TableId>(wish.tables.begin(), wish.tables.end());
            });
        }
        waiting_.push_back({std::move(own), begin, end});
        const bool found = seat_from(0);
        waiting_.pop_back();
        return found;
    }

private:
    using Tables = std::vector<TableId>;

    /// Minute by minute, until somebody else has the table, or it is half an hour from now.
    void sit_on(const Reservation& one, const Now& now) {
        if (one.presence != Presence::seated) return;
        const int from = one.end.count() + static_cast<int>(one.buffer.count());
        const auto minutes = std::chrono::floor<std::chrono::minutes>(now.local - LocalTime{book_->date}).count();
        const int until = static_cast<int>(minutes) + 30 + static_cast<int>(one.buffer.count());
        if (minutes < from) return;
        const auto is_taken = [&](const TableId& table, int at) {
            const auto has = [&](const std::vector<TableId>& tables) {
                return std::find(tables.begin(), tables.end(), table) != tables.end();
            };
            return std::any_of(book_->reservations.begin(), book_->reservations.end(),
                               [&](const Reservation& other) {
                                   const int end = other.end.count() + static_cast<int>(other.buffer.count());
                                   return counts_at(other, now.instant) && has(other.tables) &&
                                          other.begin.count() <= at && at < end;
                               }) ||
                   std::any_of(book_->blocks.begin(), book_->blocks.end(), [&](const Block& block) {
                       return block.table == table && block.begin.count() <= at && at < block.end.count();
                   });
        };
        for (const auto& table : one.tables) {
            for (int at = from; at < until && !is_taken(table, at); ++at) fixed_.push_back({{table}, at, at + 1});
        }
    }
    struct Fixed {
        Tables tables;
        int begin;
        int end;
    };
    struct Waiting {
        std::vector<Tables> seats;
        int begin;
        int end;
    };

    [[nodiscard]] static bool shares(const Tables& a, const Tables& b) {
        return std::any_of(a.begin(), a.end(),
                           [&](const TableId& id) { return std::find(b.begin(), b.end(), id) != b.end(); });
    }
    [[nodiscard]] static bool is_among(const Tables& tables, const std::vector<Tables>& all) {
        return std::any_of(all.begin(), all.end(), [&](const Tables& one) {
            return std::set<TableId>(one.begin(), one.end()) == std::set<TableId>(tables.begin(), tables.end());
        });
    }

    [[nodiscard]] std::vector<Tables> seats(const Wish& wish) const {
        std::vector<Tables> all;
        const auto& plan = book_->floor_plan;
        const int count = wish.party.adults.count() + wish.party.children.count();
        const bool staff = wish.channel == BookingChannel::restaurant || wish.channel == BookingChannel::walk_in;
        const auto suits = [&](const Table& table) {
            return (wish.needs.kinds.empty() || table.kind == wish.needs.kinds[0]) &&
                   (staff || table.seller == Seller::anyone);
        };
        for (const auto& table : plan.tables()) {
            if (suits(table) && table.least.count() <= count && count <= table.most.count()) all.push_back({table.id});
        }
        for (const auto& one : plan.combinations()) {
            const bool good = suits(plan.tables()[0]) && suits(plan.tables()[1]);
            if (good && one.least.count() <= count && count <= one.most.count()) all.push_back(one.tables);
        }
        return all;
    }

    [[nodiscard]] bool seat_from(std::size_t next) {
        if (next == waiting_.size()) return true;
        for (const auto& tables : waiting_[next].seats) {
            const auto& [seats, begin, end] = waiting_[next];
            const bool free =
                std::none_of(fixed_.begin(), fixed_.end(), [&, from = begin, until = end](const Fixed& one) {
                    return one.begin < until && from < one.end && shares(one.tables, tables);
                });
            if (!free) continue;
            fixed_.push_back({tables, begin, end});
            const bool found = seat_from(next + 1);
            fixed_.pop_back();
            if (found) return true;
        }
        return false;
    }

    const DayBook& book_;
    std::vector<Fixed> fixed_;
    std::vector<Waiting> waiting_;
};

/// Whether pacing refuses an arrival, counted minute by minute.
bool paces_out(const DayBook& book, const Wish& wish, int begin, Instant now) {
    for (const auto& pacing : book->policy.pacing) {
        const auto heeds = [&](BookingChannel channel, int at) {
            const bool is_asked =
                (!pacing.from || pacing.from->count() <= at) && (!pacing.until || at < pacing.until->count());
            return is_asked && (pacing.channels.empty() || pacing.channels[0] == channel);
        };
        if (!heeds(wish.channel, begin)) continue;
        const int span = static_cast<int>(pacing.span.count());
        for (int from = begin - span + 1; from <= begin; ++from) {
            int people = wish.party.adults.count() + wish.party.children.count(), parties = 1;
            for (const auto& one : book->reservations) {
                const int at = one.begin.count();
                if (!counts_at(one, now) || !heeds(one.wish.channel, at) || at < from || at >= from + span) continue;
                people += chairs_of(one).count();
                ++parties;
            }
            if (pacing.covers && people > pacing.covers->count()) return true;
            if (pacing.parties && parties > *pacing.parties) return true;
        }
    }
    return false;
}

void check_availability(const DayBook& book, const By& by) {
    const auto wish = some_wish(book);
    const auto as_they_sit = *availability(book, wish, {}, by.now);
    const auto if_others_move = *availability(book, wish, {}, by.now, SearchBudget{});
    RC_ASSERT(as_they_sit.size() == if_others_move.size());
    const bool heeds_pacing = wish.channel != BookingChannel::walk_in;
    for (std::size_t slot = 0; slot < as_they_sit.size(); ++slot) {
        const auto& free = as_they_sit[slot];
        const auto& best = if_others_move[slot];
        const auto passes = [&](Limit limit) {
            return std::any_of(free.exceeded.begin(), free.exceeded.end(),
                               [&](const Exceeded& one) { return one.limit == limit; });
        };
        RC_ASSERT((passes(Limit::pacing_covers) || passes(Limit::pacing_parties)) ==
                  (heeds_pacing && paces_out(book, wish, free.begin.count(), by.now.instant)));
        RC_ASSERT((free.state == SlotState::limited) == (best.state == SlotState::limited));
        if (free.state == SlotState::limited) continue;
        if (free.state == SlotState::free) RC_ASSERT(best.state == SlotState::free);
        const int end = free.end.count() + static_cast<int>(book->policy.buffer.count());
        const bool fits = Naive{book, by.now}.fits(wish, free.begin.count(), end);
        RC_ASSERT((fits == (best.state == SlotState::free || best.state == SlotState::if_others_move)));
        auto asking = by;
        asking.key.clear();
        asking.overrides.clear();
        asking.actor = Actor::restaurant;
        const auto made = denwaban::book(book, {{"new"}, {wish, free.begin}, {}, Confirmed{}}, asking);
        if (fits) {
            RC_ASSERT(made.has_value());
            if (best.state == SlotState::free) RC_ASSERT(made->moved.empty());
        } else {
            RC_ASSERT((!made.has_value() || made->book.find({"new"})->allocation == Allocation::overbooked));
        }
    }
}

/// What is offered instead of what can't be had can be had.
void check_proposal(const DayBook& book, By by) {
    by.key.clear();
    by.actor = Actor::restaurant;
    const Request request{some_wish(book), some_start()};
    const auto proposal = *propose(book, request, by.now, {by.overrides, by.budget});
    const auto made = denwaban::book(book, {{"new"}, request, {}, Confirmed{}}, by);
    RC_ASSERT(made.has_value() == std::holds_alternative<Possible>(proposal.answer));
    if (made) {
        const auto& yes = std::get<Possible>(proposal.answer);
        RC_ASSERT((yes.moved == made->moved && yes.exceeded == made->exceeded));
        RC_ASSERT(yes.tables == made->book.find({"new"})->tables);
        RC_ASSERT(proposal.alternatives.empty());
    }
    for (const auto& one : proposal.alternatives) {
        auto wish = request.wish;
        if (one.without) wish = *detail::without(wish, *one.without);
        by.overrides.clear();
        auto changed = book;
        int part = 0;
        for (const auto& tables : one.tables) {
            const auto count = *chairs(request.wish.party);
            auto piece = wish;
            if (one.tables.size() == 2) {
                piece.party = {};
                piece.party.adults = covers(part == 0 ? count.count() - count.count() / 2 : count.count() / 2);
                piece.turn = std::chrono::minutes{one.end.count() - one.begin.count()};
                // Each half is smaller and they arrive together: what the whole passes is held against neither.
                by.overrides = {Limit::smallest_party, Limit::pacing_covers, Limit::pacing_parties};
            }
            RC_ASSERT(!tables.empty());
            auto contents = changed.contents();
            if (one.tables.size() == 2) {
                for (const auto limit : by.overrides) contents.policy.on_limit.set(limit, OnLimit::warn);
            }
            const auto taken = denwaban::book(
                *DayBook::make(contents), {{"part" + std::to_string(part++)}, {piece, one.begin}, {}, Confirmed{}}, by);
            RC_ASSERT(taken.has_value());
            RC_ASSERT(!taken->book->reservations.back().tables.empty());
            changed = taken->book;
        }
    }
}

/// Whether a reservation's tables are among those that suit it.
bool suits(const DayBook& book, std::size_t place) {
    const auto& all = book.choices(place);
    return std::any_of(all.begin(), all.end(),
                       [&](const SeatingChoice& choice) { return choice.seating == book.seating(place); });
}

/// Who cancels and books the same again is had again, and nobody else notices.
void check_cancelling(const DayBook& book, By by) {
    by.key.clear();
    by.actor = Actor::restaurant;
    for (std::size_t place = 0; place < book->reservations.size(); ++place) {
        const auto& one = book->reservations[place];
        if (one.allocation != Allocation::assigned || is_at_table(one.presence) || !counts_at(one, by.now.instant))
            continue;
        const auto freed = cancel(book, one.id, CancelReason::mistake, by);
        RC_ASSERT(freed.has_value());
        auto contents = freed->book.contents();
        for (const auto& trait : limit_traits) contents.policy.on_limit.set(trait.limit, OnLimit::warn);
        contents.policy.buffer = one.buffer;
        auto wish = one.wish;
        wish.turn = std::chrono::minutes{one.end.count() - one.begin.count()};
        if (wish.channel == BookingChannel::walk_in || !wish.tables.empty()) continue;
        const auto again =
            denwaban::book(*DayBook::make(contents), {{"again"}, {wish, one.begin}, {}, Confirmed{}}, by);
        RC_ASSERT(again.has_value());
        const auto had_room = !again->book.find({"again"})->tables.empty();
        RC_ASSERT((had_room || was_forced(one) || sits_on(book, by.now)));
        const auto owes =
            std::any_of(book->reservations.begin(), book->reservations.end(), [&](const Reservation& other) {
                return other.allocation == Allocation::unassigned && counts_at(other, by.now.instant);
            });
        // Who was sat at tables too small, as by a swap, is given others.
        if (!owes && had_room && suits(book, place)) RC_ASSERT(again->moved.empty());
    }
}

/// Of a change, what is offered is what is done.
void check_changing(const DayBook& book, By by) {
    by.key.clear();
    by.actor = Actor::restaurant;
    for (const auto& one : book->reservations) {
        if (!counts_at(one, by.now.instant) || one.presence == Presence::left) continue;
        const auto wish = one_in(2) ? one.wish : some_wish(book);
        if (!check(book, wish).empty()) continue;
        const auto slots = *availability(book, wish, {}, by.now, SearchBudget{}, one.id);
        auto strict = by;
        strict.overrides.clear();
        for (const auto& slot : slots) {
            const auto made = change(book, one.id, {wish, slot.begin}, strict);
            const bool is_seated = made && !made->book.find(one.id)->tables.empty();
            const bool is_offered = slot.state == SlotState::free || slot.state == SlotState::if_others_move;
            if (is_offered) RC_ASSERT(is_seated);
            if (slot.state == SlotState::full) RC_ASSERT(!is_seated);
            if (slot.state == SlotState::limited) RC_ASSERT(!made.has_value());
        }
        const Request request{wish, is_at_table(one.presence) ? one.begin : some_start()};
        const auto proposal = propose(book, request, by.now, {by.overrides, by.budget, one.id});
        const auto made = change(book, one.id, request, by);
        RC_ASSERT(proposal.has_value());
        RC_ASSERT(made.has_value() == std::holds_alternative<Possible>(proposal->answer));
        if (!made) continue;
        const auto& yes = std::get<Possible>(proposal->answer);
        RC_ASSERT((yes.moved == made->moved && yes.exceeded == made->exceeded));
        RC_ASSERT(yes.tables == made->book.find(one.id)->tables);
    }
}

/// What was a mistake is as it was, once it is undone.
void check_undoing(const DayBook& before, const Command& command, const Decision& decision, By by) {
    by.key.clear();
    by.actor = Actor::restaurant;
    const auto* follow = std::get_if<Follow>(&command);
    const auto* attend = std::get_if<Attend>(&command);
    if (follow == nullptr && attend == nullptr) return;
    const auto* old = before.find(decision.booking);
    if (old == nullptr) return;
    const auto undone = undo(decision.book, decision.booking, by);
    if (undone) RC_ASSERT(DayBook::make(undone->book.contents()).has_value());
    if (follow != nullptr) {
        const bool is_end = follow->event == CommitmentEvent::cancel || follow->event == CommitmentEvent::miss ||
                            follow->event == CommitmentEvent::decline;
        if (!is_end) return;
        if (old->commitment == Commitment::held) return RC_ASSERT(!undone.has_value());
        const auto place = *before.place_of(old->id);
        if (!has_table(old->allocation) || !suits(before, place) || sits_on(before, by.now)) return;
        RC_ASSERT(undone.has_value());
        auto again = *undone->book.find(old->id);
        again.history = old->history;
        RC_ASSERT(again == *old);
        return;
    }
    if (attend->event == PresenceEvent::undo) return;
    if (attend->event == PresenceEvent::leave && sits_on(before, by.now)) return;
    const auto& done = *decision.book.find(old->id);
    if (attend->event == PresenceEvent::sit_down && old->presence == Presence::seated) return;
    if (done.presence == old->presence) return;
    RC_ASSERT(undone.has_value());
    const auto& again = *undone->book.find(old->id);
    RC_ASSERT((again.presence == old->presence && again.begin == old->begin && again.end == old->end));
    if (attend->event == PresenceEvent::leave) RC_ASSERT(again.tables == old->tables);
}

}  // namespace

int run() {
    bool good = rc::check("whatever is done to a book, it stays right", [] {
        auto book = some_book();
        const int steps = 5 + static_cast<int>(*rc::gen::resize(100, rc::gen::inRange(0, 30)));
        int taken = 0;
        for (int step = 0; step < steps; ++step) {
            const auto by = some_by(step);
            const auto before = to_json(book);
            const auto command = some_command(book);
            const auto decision = decide(book, command, by);
            RC_ASSERT(to_json(book) == before);
            if (!decision) {
                RC_ASSERT(!decision.error().empty());
                continue;
            }
            ++taken;
            const auto made = DayBook::make(decision->book.contents());
            if (!made)
                RC_LOG() << to_string(made.error()[0].where) << " " << made.error()[0].message
                         << to_json(decision->book) << before << to_json(*decision);
            RC_ASSERT(made.has_value());
            RC_ASSERT(*day_book_from_json(to_json(decision->book)) == decision->book);
            check_tables(decision->book, by.now.instant);
            check_capacity(decision->book, by.now.instant);
            const bool was_answered = decision->book->version == book->version;
            if (!was_answered) {
                check_moves(book, command, *decision);
                check_undoing(book, command, *decision, by);
            }
            if (!by.key.empty()) {
                const auto again = decide(decision->book, command, by);
                RC_ASSERT((again.has_value() && again->book == decision->book));
                if (!was_answered)
                    RC_ASSERT((again->moved == decision->moved && again->exceeded == decision->exceeded));
            }
            book = decision->book;
        }
        RC_TAG(taken < 5 ? "few" : taken < 10 ? "some" : "many");
    });
    good &= rc::check("what is offered is had, and what can be had is offered", [] {
        auto book = some_book();
        const int steps = *rc::gen::resize(100, rc::gen::inRange(0, 20));
        By by = some_by(0);
        for (int step = 0; step < steps; ++step) {
            by = some_by(step);
            if (auto decision = decide(book, some_command(book), by)) book = decision->book;
        }
        check_availability(book, by);
        check_proposal(book, by);
        check_changing(book, by);
        check_cancelling(book, by);
    });
    good &= rc::check("an edit cancels nothing, and lists everybody whom it hurts", [] {
        auto book = some_book();
        By by = some_by(0);
        for (int step = 0; step < 10; ++step) {
            by = some_by(step);
            if (auto decision = decide(book, some_command(book), by)) book = decision->book;
        }
        const auto edited = replace_floor_plan(book, some_plan(), by);
        RC_ASSERT(DayBook::make(edited.book.contents()).has_value());
        std::set<std::string> hurt, moved;
        for (const auto& one : edited.hurt) hurt.insert(one.booking.text);
        for (const auto& one : edited.moved) moved.insert(one.booking.text);
        RC_ASSERT(edited.book->reservations.size() == book->reservations.size());
        for (std::size_t place = 0; place < book->reservations.size(); ++place) {
            const auto& old = book->reservations[place];
            const auto& now = edited.book->reservations[place];
            if (!counts_at(old, by.now.instant)) continue;
            RC_ASSERT((now.commitment == old.commitment && now.begin == old.begin && now.end == old.end));
            if (old.presence == Presence::left) continue;
            const bool is_moved = moved.count(old.id.text) == 1;
            const bool has_lost = now.tables.empty() && !old.tables.empty();
            const bool has_no_room =
                old.allocation == Allocation::unassigned && now.allocation == Allocation::overbooked;
            const bool is_gone = !now.tables.empty() && !edited.book.seating(place);
            RC_ASSERT((!is_gone || old.presence == Presence::seated));
            const bool is_ill_seated =
                is_gone || (suits(book, place) && !now.tables.empty() && !suits(edited.book, place));
            if (old.presence == Presence::seated) RC_ASSERT(now.tables == old.tables);
            if (has_lost || has_no_room || is_ill_seated) RC_ASSERT(hurt.count(old.id.text) == 1);
            if (now.tables != old.tables && !now.tables.empty()) RC_ASSERT(is_moved != (hurt.count(old.id.text) == 1));
            if (is_moved) RC_ASSERT((!edited.hurt.empty() && old.allocation == Allocation::assigned));
            const bool is_untouched = now.tables == old.tables && now.allocation == old.allocation;
            if (is_untouched && !is_ill_seated) RC_ASSERT(hurt.count(old.id.text) + moved.count(old.id.text) == 0);
        }
        by.actor = Actor::restaurant;
        const auto with_policy = replace_policy(book, some_policy(), by);
        RC_ASSERT(with_policy.has_value());
        for (const auto& one : with_policy->hurt) RC_ASSERT(!one.exceeded.empty());
    });
    return good ? 0 : 1;
}

}  // namespace day_book_property

/// Which booking came of which call: against a model that lays every call beside every booking, and as a stream against
/// all at once.

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include <denwaban/records/reconcile.hpp>

namespace reconcile_property {
using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant morning{std::chrono::seconds{1'796'000'400}};
constexpr ReconcileWindow window{3min, 20min, 5s, 10min};

/// Few numbers, few restaurants and little time, so that everything is near everything.
struct Days {
    explicit Days(std::uint32_t seed) : random(seed) {
        const auto span = 20min + 10min * below(60);
        const auto count = below(60);
        for (int place = 0; place < count; ++place) add_call(place, span);
        for (int place = 0; place < count; ++place) add_booking(place, span);
    }
    int below(int most) { return static_cast<int>(random() % static_cast<std::uint32_t>(most)); }
    bool is_one_in(int most) { return below(most) == 0; }
    PhoneNumber number() { return *PhoneNumber::parse("+8190123456" + std::to_string(10 + below(6))); }
    Duration within(Duration span) { return 1s * below(static_cast<int>(span / 1s) + 1); }

    void add_call(int place, Duration span) {
        CallTrace call;
        call.call = {"c" + std::to_string(place)};
        call.ended = morning + within(span);
        call.began = call.ended - within(is_one_in(8) ? 30min : 4min);
        call.contacts = {call.call};
        if (is_one_in(3)) call.contacts.push_back({"leg" + std::to_string(place)});
        if (!is_one_in(6)) call.customer = number();
        if (!is_one_in(4)) call.restaurant = RestaurantId{"r" + std::to_string(below(2))};
        if (is_one_in(6)) call.booking = BookingId{"b" + std::to_string(below(60))};
        calls.push_back(call);
    }
    void add_booking(int place, Duration span) {
        BookingTrace booking;
        booking.booking = {"b" + std::to_string(place)};
        booking.made = morning + within(span);
        booking.restaurant = {"r" + std::to_string(below(2))};
        if (!is_one_in(6)) booking.phone = number();
        if (is_one_in(6)) booking.contact = ContactId{(is_one_in(2) ? "c" : "leg") + std::to_string(below(60))};
        bookings.push_back(booking);
    }

    std::mt19937 random;
    std::vector<CallTrace> calls;
    std::vector<BookingTrace> bookings;
};

/// Every pair, the best first; each is taken or not by what is said of it alone.
class Model {
public:
    Model(const Days& days) : days_(days) {
        for (const auto& booking : days_.bookings) name(booking);
        const auto pairs = numbered();
        const auto nearest = [&](const auto& is_its) {
            const auto found = std::find_if(pairs.begin(), pairs.end(), is_its);
            return found == pairs.end() ? nullptr : &*found;
        };
        for (const auto& pair : pairs) {
            const auto& [gap, since, made, call, booking] = pair;
            const auto of_call = [&call = call](const Pair& one) { return std::get<3>(one) == call; };
            const auto of_booking = [&booking = booking](const Pair& one) { return std::get<4>(one) == booking; };
            near_calls_.insert(call);
            near_bookings_.insert(booking);
            if (nearest(of_call) == &pair && nearest(of_booking) == &pair) {
                call_of_[booking] = {call, booking, Reconciled::by_number, gap};
            }
        }
    }
    [[nodiscard]] std::multiset<Reconciliation> rows() const {
        std::multiset<Reconciliation> rows;
        std::set<ContactId> taken;
        for (const auto& [booking, row] : call_of_) taken.insert(*row.call);
        const auto nobody = [](bool near, bool numbered) {
            if (near) return Reconciled::nearer_to_another;
            return numbered ? Reconciled::none_near : Reconciled::no_number;
        };
        for (const auto& booking : days_.bookings) {
            const auto found = call_of_.find(booking.booking);
            if (found != call_of_.end()) {
                rows.insert(found->second);
            } else {
                const bool near = near_bookings_.contains(booking.booking);
                rows.insert({{}, booking.booking, nobody(near, booking.phone.has_value()), {}});
            }
        }
        for (const auto& call : days_.calls) {
            if (taken.contains(call.call)) continue;
            rows.insert({call.call, {}, nobody(near_calls_.contains(call.call), call.customer.has_value()), {}});
        }
        return rows;
    }

private:
    using Pair = std::tuple<Duration, Duration, Instant, ContactId, BookingId>;

    static Instant began(const CallTrace& call) { return std::max(call.began, call.ended - window.longest_call); }
    static bool is_within(const CallTrace& call, const BookingTrace& booking, Duration after) {
        return booking.made >= began(call) - window.skew && booking.made <= call.ended + after;
    }
    static bool may_be_there(const CallTrace& call, const BookingTrace& booking) {
        return !call.restaurant || call.restaurant == booking.restaurant;
    }
    static Pair pair_of(const CallTrace& call, const BookingTrace& booking) {
        const Duration gap = booking.made > call.ended ? booking.made - call.ended : Duration{0};
        return {gap, booking.made - began(call), booking.made, call.call, booking.booking};
    }
    void name(const BookingTrace& booking) {
        for (const auto why : {Reconciled::by_contact, Reconciled::by_booking}) {
            std::set<Pair> named;
            for (const auto& call : days_.calls) {
                const bool by_leg =
                    booking.contact && std::count(call.contacts.begin(), call.contacts.end(), *booking.contact) > 0;
                const bool by_attribute = call.booking == booking.booking && may_be_there(call, booking);
                const bool is_named = why == Reconciled::by_contact ? by_leg : by_attribute;
                if (is_named && is_within(call, booking, window.named)) named.insert(pair_of(call, booking));
            }
            if (named.empty()) continue;
            call_of_[booking.booking] = {std::get<3>(*named.begin()), booking.booking, why,
                                         std::get<0>(*named.begin())};
            return;
        }
    }
    std::set<Pair> numbered() const {
        std::set<ContactId> named;
        for (const auto& [booking, row] : call_of_) named.insert(*row.call);
        std::set<Pair> pairs;
        for (const auto& call : days_.calls) {
            for (const auto& booking : days_.bookings) {
                const bool are_free = !named.contains(call.call) && !call_of_.contains(booking.booking);
                const bool of_one_number = call.customer && call.customer == booking.phone;
                if (are_free && of_one_number && may_be_there(call, booking) &&
                    is_within(call, booking, window.after_call)) {
                    pairs.insert(pair_of(call, booking));
                }
            }
        }
        return pairs;
    }

    const Days& days_;
    std::map<BookingId, Reconciliation> call_of_;
    std::set<ContactId> near_calls_;
    std::set<BookingId> near_bookings_;
};

}  // namespace

int run() {
    const bool whole = rc::check("calls and bookings are one another's as a model says", [](std::uint32_t seed) {
        Days days{seed};
        const auto rows = reconcile(days.calls, days.bookings, window);
        RC_ASSERT((std::multiset<Reconciliation>{rows.begin(), rows.end()}) == Model{days}.rows());
        auto again = days;
        again.calls.insert(again.calls.end(), days.calls.begin(), days.calls.end());
        std::shuffle(again.calls.begin(), again.calls.end(), days.random);
        std::shuffle(again.bookings.begin(), again.bookings.end(), days.random);
        RC_ASSERT(reconcile(again.calls, again.bookings, window) == rows);
    });
    const bool streamed = rc::check("as a stream they are what they are at once", [](std::uint32_t seed) {
        Days days{seed};
        std::multimap<Instant, std::variant<CallTrace, BookingTrace>> stream;
        // As late as it may be.
        for (const auto& call : days.calls) stream.emplace(call.ended + days.within(20min), call);
        for (const auto& booking : days.bookings) stream.emplace(booking.made + days.within(20min), booking);
        Reconciler reconciler{window};
        std::vector<Reconciliation> rows;
        const auto take = [&](std::vector<Reconciliation> more) { rows.insert(rows.end(), more.begin(), more.end()); };
        for (const auto& [come, trace] : stream) {
            take(reconciler.advance(come - 20min));
            std::visit([&](const auto& one) { RC_ASSERT(reconciler.add(one)); }, trace);
        }
        take(reconciler.finish());
        RC_ASSERT(rows == reconcile(days.calls, days.bookings, window));
        RC_ASSERT(reconciler.size() == 0U);
    });
    return whole && streamed ? 0 : 1;
}

}  // namespace reconcile_property

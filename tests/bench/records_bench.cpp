/// 突合 as a stream: a centre's year of ten million calls and three million bookings (or as many calls as are asked
/// for), each from its number, some bookings naming their call. Prints seconds, and how much was held.

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/records/reconcile.hpp>

using namespace denwaban;
using namespace std::chrono_literals;

namespace {

constexpr Instant new_year{std::chrono::seconds{1'767'193'200}};

class Centre {
public:
    explicit Centre(std::int64_t calls) : step_(Duration{365 * 24h} / calls) {}

    [[nodiscard]] CallTrace call(std::int64_t number) {
        CallTrace call;
        call.call = {"4a573372-1f28-4e26-b97b-" + std::to_string(100'000'000'000 + number)};
        call.began = new_year + step_ * number;
        call.ended = call.began + Duration{60'000 + below(240'000)};
        call.contacts = {call.call};
        call.customer = *PhoneNumber::parse("+8190" + std::to_string(10'000'000 + below(3'000'000)));
        call.restaurant = RestaurantId{"r" + std::to_string(below(2'000))};
        return call;
    }
    [[nodiscard]] BookingTrace booking_of(const CallTrace& call, std::int64_t number) {
        BookingTrace booking;
        booking.booking = {"b" + std::to_string(number)};
        booking.made = call.began + Duration{below(300'000)};
        booking.restaurant = *call.restaurant;
        booking.phone = call.customer;
        if (below(3) == 0) booking.contact = call.call;
        return booking;
    }
    [[nodiscard]] std::int64_t below(std::int64_t most) {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(most));
    }

private:
    Duration step_;
    std::mt19937_64 random_{1};
};

}  // namespace

int main(int count, char** given) {
    const std::int64_t calls = count > 1 ? std::atoll(given[1]) : 10'000'000;
    Centre centre{calls};
    Reconciler reconciler;
    std::array<std::size_t, count_of<Reconciled>> rows{};
    std::size_t most_held = 0;
    std::int64_t bookings = 0;
    const auto take = [&](const std::vector<Reconciliation>& certain) {
        for (const auto& row : certain) ++rows[static_cast<std::size_t>(row.why)];
    };
    const auto begin = std::chrono::steady_clock::now();
    for (std::int64_t number = 0; number < calls; ++number) {
        auto call = centre.call(number);
        const auto now = call.began;
        if (centre.below(10) < 3) reconciler.add(centre.booking_of(call, bookings++));
        reconciler.add(std::move(call));
        if (number % 1'000 != 0) continue;
        most_held = std::max(most_held, reconciler.size());
        take(reconciler.advance(now - 10min));
    }
    take(reconciler.finish());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::cout << calls << " calls and " << bookings << " bookings reconciled in " << seconds.count()
              << " s, making them included; at most " << most_held << " held;";
    for (std::size_t why = 0; why < rows.size(); ++why)
        std::cout << ' ' << names_of<Reconciled>[why] << ' ' << rows[why];
    std::cout << '\n';
}

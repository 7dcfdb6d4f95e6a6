#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

#include <denwaban/core/random.hpp>

namespace random_test {
using namespace denwaban;
using namespace std::chrono_literals;

TEST_CASE("SplitMix64 gives what its authors' program gives") {
    SplitMix64 random{1234567};
    for (const std::uint64_t number :
         {6457827717110365317U, 3203168211198807973U, 9817491932198370423U, 4593380528125082431U}) {
        CHECK(random() == number);
    }
}

TEST_CASE("pauses grow to the longest, and end after so many attempts") {
    Backoff backoff{{6, 4ms, 10ms}, 1};
    for (int round = 0; round < 2; ++round) {
        for (const auto longest : {4ms, 8ms, 10ms, 10ms, 10ms}) {
            const auto pause = backoff.pause();
            REQUIRE(pause);
            CHECK(*pause <= longest);
        }
        CHECK_FALSE(backoff.pause());
        backoff.begin_anew();
    }
}

}  // namespace random_test

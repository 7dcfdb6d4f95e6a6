#include <algorithm>
#include <array>

#include "slots.hpp"

namespace denwaban::detail::talk {

namespace {

struct SeatNeed {
    Need need;
    std::optional<SeatKind> kind{};
    std::optional<Smoking> smoking{};
    Access access = Access::on_foot;
};
constexpr std::array<SeatNeed, 8> seat_needs{{
    {Need::private_room, SeatKind::private_room},
    {Need::tatami, SeatKind::tatami},
    {Need::counter, SeatKind::counter},
    {Need::table, SeatKind::table},
    {Need::terrace, SeatKind::terrace},
    {Need::non_smoking, {}, Smoking::forbidden},
    {Need::smoking, {}, Smoking::allowed},
    {Need::wheelchair, {}, {}, Access::wheelchair},
}};

[[nodiscard]] const SeatNeed* seat_need(Need need) noexcept {
    const auto found =
        std::find_if(seat_needs.begin(), seat_needs.end(), [&](const SeatNeed& one) { return one.need == need; });
    return found == seat_needs.end() ? nullptr : &*found;
}

}  // namespace

bool is_of_seats(Need need) noexcept { return seat_need(need) != nullptr; }

Needs needs_upon(Needs all, const std::vector<HeardNeed>& needs) {
    const bool is_kind_said = std::any_of(needs.begin(), needs.end(), [](const HeardNeed& heard) {
        const auto* one = seat_need(heard.need);
        return one != nullptr && one->kind;
    });
    if (is_kind_said) all.kinds.clear();
    for (const auto& heard : needs) {
        const auto* one = seat_need(heard.need);
        if (one == nullptr) continue;
        if (one->kind) all.kinds.push_back(*one->kind);
        if (one->smoking) all.smoking = one->smoking;
        if (one->access == Access::wheelchair) all.access = Access::wheelchair;
    }
    return all;
}

}  // namespace denwaban::detail::talk

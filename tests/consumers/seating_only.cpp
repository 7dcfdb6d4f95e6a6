// Wants to know who sits where and nothing else, and links nothing for it: compiled with DENWABAN_HEADER_ONLY.
#include <denwaban/seating/arrange.hpp>

using namespace denwaban;

int main() {
    const auto table = [](const char* id, Covers most) { return Table{.id = {id}, .most = most, .area = {}}; };
    const auto plan = FloorPlan::make({table("window", Covers::of(2)), table("corner", Covers::of(4))});
    if (!plan) return 1;
    const auto six = MinuteOfDay::clock(18, 0), eight = MinuteOfDay::clock(20, 0);
    const auto pair = choices_for(*plan, Covers::of(2), {}, Seller::anyone);
    const std::vector<Stay> two{{six, eight, pair, {}}, {six, eight, pair, {}}};
    const std::vector<Stay> three{{six, eight, pair, {}}, {six, eight, pair, {}}, {six, eight, pair, {}}};
    const bool has_room = std::holds_alternative<Arrangement>(arrange(*plan, two));
    const bool is_full = std::holds_alternative<NoArrangement>(arrange(*plan, three));
    return has_room && is_full ? 0 : 1;
}

/// Writes the tables of every zone below a directory of compiled zone files as C++: `generate <zoneinfo> <output>`.

#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "read_zone.hpp"

using denwaban::TimeZone;
namespace fs = std::filesystem;

namespace {

/// Offsets at 1970 and the changes since: what two names for one zone share.
using Table = std::pair<TimeZone::Offset, std::vector<std::pair<std::chrono::milliseconds, TimeZone::Offset>>>;

[[nodiscard]] bool is_zone_file(const fs::path& file) {
    std::ifstream stream{file, std::ios::binary};
    std::array<char, 4> magic{};
    return stream.read(magic.data(), magic.size()) && magic == std::array{'T', 'Z', 'i', 'f'};
}

/// Names of the database stand in the root or in folders of areas; the rest are copies with other leap seconds, or the
/// machine's own choice.
[[nodiscard]] bool is_zone_name(const std::string& name) {
    for (const char* other : {"posix/", "right/", "localtime", "posixrules", "Factory"}) {
        if (name.starts_with(other)) return false;
    }
    return true;
}

[[nodiscard]] Table table_of(const TimeZone& zone) {
    Table table{zone.initial_offset(), {}};
    for (const auto& change : zone.changes()) table.second.emplace_back(change.at.time_since_epoch(), change.offset);
    return table;
}

/// What `TimeZone` asks of its changes; the database has never broken it since 1970.
[[nodiscard]] bool is_regular(const Table& table) {
    auto offset = table.first;
    auto at = -std::chrono::milliseconds::max();
    for (const auto& [change, to] : table.second) {
        const bool far = at < std::chrono::milliseconds{0} || change - at >= std::chrono::hours{48};
        if (!far || std::chrono::abs(to - offset) > std::chrono::hours{24}) return false;
        at = change;
        offset = to;
    }
    return true;
}

[[noreturn]] void fail(const fs::path& file, std::string_view why) {
    std::cerr << file.string() << ' ' << why << '\n';
    std::exit(EXIT_FAILURE);
}

[[nodiscard]] std::map<std::string, Table> read_all(const fs::path& root) {
    std::map<std::string, Table> zones;
    for (const auto& entry : fs::recursive_directory_iterator{root}) {
        const auto name = entry.path().lexically_relative(root).generic_string();
        if (!entry.is_regular_file() || !is_zone_name(name) || !is_zone_file(entry.path())) continue;
        const auto zone = denwaban::zones::read_zone(name, entry.path());
        if (!zone) fail(entry.path(), "can't be read; if it is a slim file, this takes cctz 2.4 or a fat file");
        if (!is_regular(table_of(*zone))) fail(entry.path(), "changes more often, or by more, than TimeZone allows");
        zones.emplace(name, table_of(*zone));
    }
    return zones;
}

/// `# version 2026f` is how tzdata.zi, which stands beside the compiled files, begins.
[[nodiscard]] std::string release_of(const fs::path& root) {
    constexpr std::string_view before = "# version ";
    std::ifstream source{root / "tzdata.zi"};
    std::string line;
    return std::getline(source, line) && line.starts_with(before) ? line.substr(before.size()) : std::string{};
}

[[nodiscard]] long long seconds(std::chrono::milliseconds duration) {
    return std::chrono::duration_cast<std::chrono::seconds>(duration).count();
}

void write(const std::map<std::string, Table>& zones, std::ostream& out) {
    std::map<Table, std::size_t> tables;
    std::vector<const Table*> in_order;
    for (const auto& [name, table] : zones) {
        const auto [found, added] = tables.emplace(table, in_order.size());
        if (added) in_order.push_back(&found->first);
    }
    std::size_t first = 0;
    out << "DENWABAN_INLINE constexpr ChangeRow change_rows[] = {\n";
    for (const auto* table : in_order) {
        for (const auto& [at, offset] : table->second) out << '{' << seconds(at) << "U," << seconds(offset) << "},\n";
    }
    out << "};\nDENWABAN_INLINE constexpr TableRow table_rows[] = {\n";
    for (const auto* table : in_order) {
        out << '{' << seconds(table->first) << ',' << first << ',' << table->second.size() << "},\n";
        first += table->second.size();
    }
    out << "};\nDENWABAN_INLINE constexpr std::string_view names[] = {\n";
    for (const auto& [name, table] : zones) out << '"' << name << "\",\n";
    out << "};\nDENWABAN_INLINE constexpr std::uint16_t table_of_name[] = {\n";
    for (const auto& [name, table] : zones) out << tables.at(table) << ",\n";
    out << "};\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return EXIT_FAILURE;
    const auto zones = read_all(argv[1]);
    if (zones.size() < 300 || !zones.contains("Asia/Tokyo")) {
        fail(argv[1], "holds only " + std::to_string(zones.size()) + " zones");
    }
    std::ofstream out{argv[2]};
    out << "DENWABAN_INLINE constexpr std::string_view release = \"" << release_of(argv[1]) << "\";\n";
    write(zones, out);
    return out.flush() ? EXIT_SUCCESS : EXIT_FAILURE;
}

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include <denwaban/documents/rules_json.hpp>
#include <denwaban/formats/hours_formats.hpp>
#include <denwaban/formats/japanese_hours.hpp>

namespace rules_vectors_test {
using namespace denwaban;
using Json = nlohmann::json;

namespace {

RulesReading read(const Json& vector) {
    const auto format = *parse_hours_format(vector.at("format").get<std::string>());
    const auto& text = vector.at("text");
    if (format == HoursFormat::japanese) {
        return rules_from_japanese(text.at("open").get<std::string>(), text.at("close").get<std::string>());
    }
    return *read_rules(format, text.is_string() ? text.get<std::string>() : text.dump());
}

}  // namespace

TEST_CASE("the texts that all three languages read alike") {
    int files = 0;
    for (const auto& file : std::filesystem::directory_iterator{DENWABAN_TEST_DATA "/rules_vectors"}) {
        CAPTURE(file.path().filename().string());
        const auto vector = Json::parse(std::ifstream{file.path()});
        const auto reading = read(vector);
        CHECK(Json::parse(to_json(reading.rules)) == vector.at("rules"));
        auto findings = Json::array();
        for (const auto& finding : reading.findings) {
            findings.push_back({{"kind", to_string(finding.kind)},
                                {"weight", to_string(finding.weight)},
                                {"where", to_string(finding.where)},
                                {"part", finding.part}});
        }
        CHECK(findings == vector.at("findings"));
        ++files;
    }
    CHECK(files >= 6);
}

}  // namespace rules_vectors_test

#include <doctest/doctest.h>

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <denwaban/documents/agent_timeline_json.hpp>
#include <denwaban/documents/conversation_json.hpp>
#include <denwaban/documents/customers_json.hpp>
#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/documents/restaurant_json.hpp>
#include <denwaban/ledger/change.hpp>
#include <denwaban/ledger/run.hpp>
#include <denwaban/ledger/sqlite_ledger.hpp>
#include <denwaban/ledger/task_json.hpp>

#include "documents/agents/agent_shapes.hpp"
#include "documents/engine/unknown_word.hpp"
#include "documents/reservations/book_shapes.hpp"
#include "documents/reservations/customer_shapes.hpp"
#include "documents/restaurants/restaurant_shapes.hpp"
#include "documents/talk/conversation_shapes.hpp"
#include "ledger/errands/answers.hpp"
#include "ledger/errands/kept.hpp"
#include "ledger/errands/kept_book.hpp"
#include "ledger/errands/kept_call.hpp"
#include "ledger/errands/merge_record.hpp"
#include "ledger/tools/tool_shapes.hpp"
#include "told_errors.hpp"

namespace newer_words_test {
using namespace denwaban;
using shapes::Field;
using shapes::Shape;
using shapes::shape_of;
using shapes::Sort;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::string_view newer_word = "of_a_newer_version";

/// What is kept as a document, and how that is read.
struct Kept {
    std::string_view what;
    const Shape* shape;
    Errors (*read)(const Document&);
};
template <auto Read>
[[nodiscard]] Errors read_by(const Document& document) {
    const auto value = ledger::kept(document, [](std::string_view text) { return Read(text); });
    return value ? Errors{} : value.error();
}
template <class T>
[[nodiscard]] Errors read_as(const Document& document) {
    const auto value = ledger::kept_as<T>(document);
    return value ? Errors{} : value.error();
}
template <class T>
[[nodiscard]] Kept by_shape(std::string_view what) {
    return {what, &shape_of<T>, read_as<T>};
}
[[nodiscard]] std::vector<Kept> kept_as(DocumentNoun noun) {
    switch (noun) {
        case DocumentNoun::restaurant:
            return {{"restaurant", &shape_of<Restaurant>, read_by<kept_restaurant_from_json>}};
        case DocumentNoun::book_template:
            return {{"book_template", &shape_of<BookTemplate>, read_by<ledger::book_template_from_json>}};
        case DocumentNoun::day_book:
            return {{"day_book", &shapes::kept_book, read_by<kept_day_book_from_json>},
                    by_shape<DayBookAddress>("where a booking is")};
        case DocumentNoun::customer:
            return {{"customer", &shape_of<Customer>, read_by<kept_customer_from_json>}};
        case DocumentNoun::merged_customer:
            return {by_shape<ledger::MergeRecord>("who was merged")};
        case DocumentNoun::call:
            return {{"call", &shape_of<KeptCall>, read_by<kept_call_from_json>}};
        case DocumentNoun::follow_up:
            return {by_shape<OpenFollowUp>("follow_up")};
        case DocumentNoun::message:
            return {by_shape<Message>("message")};
        case DocumentNoun::agent:
            return {{"agent", &shape_of<AgentTimeline>, read_by<kept_agent_timeline_from_json>}};
        case DocumentNoun::contact_records:
            return {by_shape<ledger::KeptRecords>("contact_records")};
        case DocumentNoun::other:
            return {{"conversation", &shape_of<Conversation>, read_by<conversation_from_json>},
                    by_shape<ledger::KeptToolSession>("tool session"),
                    by_shape<ledger::KeptReadBack>("read-back")};
    }
    return {};
}

/// Something that a shape reads, with nothing that may be left out.
[[nodiscard]] Json some(const Shape& shape) {
    switch (shape.sort) {
        case Sort::label:
        case Sort::name:
        case Sort::text:
        case Sort::string:
            return "A";  // no word
        case Sort::date:
            return "2026-11-27";
        case Sort::minute:
            return "18:00";
        case Sort::month_day:
            return "12-31";
        case Sort::instant:
            return "2026-11-27T09:00:00Z";
        case Sort::phone_number:
            return "+81312345678";
        case Sort::whole:
        case Sort::span:
            return shape.least;
        case Sort::number:
            return 0;
        case Sort::boolean:
            return true;
        case Sort::word:
            return shape.words.front();
        case Sort::list: {
            auto list = Json::array();
            for (auto item = shape.least; item > 0; --item) list.push_back(some(*shape.of));
            return list;
        }
        case Sort::record: {
            auto record = Json::object();
            for (const auto& field : shape.fields) {
                if (field.presence <= shapes::nullable) record[field.key] = some(field.shape);
            }
            return record;
        }
        case Sort::forms: {
            const auto& form = shape.forms.front();
            if (shape.tag.empty()) return Json{{std::string{form.word}, some(form.shape)}};
            auto record = some(form.shape);
            record[shape.tag] = form.word;
            return record;
        }
        case Sort::either:
            return some(*shape.ways.front());
        case Sort::map:
        case Sort::open:
            return Json::object();
    }
    return nullptr;
}

using Within = std::function<Json(Json part)>;
/// A document, and where in it stands a word that nobody here knows.
using Take = std::function<void(const Json& document, const std::string& where)>;

/// Walks to every enumeration and every list of forms that a shape has in it.
class Words {
public:
    explicit Words(Take take) : take_(std::move(take)) {}

    void walk(const Shape& shape, const Within& within, const std::string& where) {
        if (depth_ > deepest) return;
        ++depth_;
        for (const auto word : shape.words) CHECK_MESSAGE(formats::is_like_our_words(word), word);
        if (shape.sort == Sort::word) take_(within(newer_word), where);
        if (shape.sort == Sort::list) {
            walk(
                *shape.of, [&](Json part) { return within(Json::array({std::move(part)})); }, where + "/0");
        }
        if (shape.sort == Sort::map) {
            const std::string key{shape.words.empty() ? "a" : shape.words.front()};
            walk(
                *shape.of,
                [&](Json part) {
                    return within(Json{{key, std::move(part)}});
                },
                where + "/" + key);
        }
        for (const auto* way : shape.ways) walk(*way, within, where);
        if (shape.sort == Sort::forms) walk_forms(shape, within, where);
        if (shape.sort == Sort::record) walk_fields(shape, some(shape), within, where);
        --depth_;
    }

private:
    static constexpr int deepest = 24;

    void walk_fields(const Shape& shape, const Json& others, const Within& within, const std::string& where) {
        for (const auto& field : shape.fields) {
            if (field.presence == shapes::told) continue;
            const auto with = [&](Json part) {
                auto record = others;
                record[field.key] = std::move(part);
                return within(std::move(record));
            };
            walk(field.shape, with, where + "/" + std::string{field.key});
        }
    }
    void walk_forms(const Shape& shape, const Within& within, const std::string& where) {
        const std::string tag{shape.tag};
        if (tag.empty()) {
            take_(within(Json{{std::string{newer_word}, Json::object()}}), where + "/" + std::string{newer_word});
        } else {
            take_(within(Json{{tag, newer_word}}), where + "/" + tag);
        }
        for (const auto& form : shape.forms) {
            CHECK_MESSAGE(formats::is_like_our_words(form.word), form.word);
            const std::string word{form.word};
            if (tag.empty()) {
                walk(
                    form.shape,
                    [&](Json part) {
                        return within(Json{{word, std::move(part)}});
                    },
                    where + "/" + word);
                continue;
            }
            auto others = some(form.shape);
            others[tag] = word;
            walk_fields(form.shape, others, within, where);
        }
    }

    Take take_;
    int depth_ = 0;
};

[[nodiscard]] Document kept_as_body(std::string body) { return {{"p", "s"}, {}, std::move(body), {}}; }
/// `code /where`
[[nodiscard]] std::string first_of(const Errors& errors) {
    if (errors.empty()) return "none";
    return std::string{to_string(errors.front().code)} + " " + to_string(errors.front().where);
}

}  // namespace

TEST_CASE("a word that a newer version kept is refused as such, wherever it stands") {
    std::size_t places = 0;
    for (std::size_t noun = 0; noun < count_of<DocumentNoun>; ++noun) {
        for (const auto& kept : kept_as(static_cast<DocumentNoun>(noun))) {
            Words words{[&](const Json& document, const std::string& where) {
                CAPTURE(kept.what);
                CAPTURE(document.dump());
                ++places;
                CHECK(first_of(kept.read(kept_as_body(document.dump()))) == "newer_version " + where);
            }};
            words.walk(
                *kept.shape, [](Json part) { return part; }, "");
        }
    }
    CHECK(places > 1000);
}

TEST_CASE("whoever asks for such a document is told so, as the shared vectors say") {
    const auto vectors = Json::parse(std::ifstream{DENWABAN_TEST_DATA "/newer_words.json"}).at("kept");
    REQUIRE(vectors.size() > 5);
    for (const auto& vector : vectors) {
        CAPTURE(vector.dump());
        auto ledger = SqliteLedger::open(":memory:");
        REQUIRE(ledger);
        const auto& document = vector.at("document");
        const Key key{document.at("partition"), document.at("sort")};
        REQUIRE(ledger->commit({.writes = {Put{key, {}, document.at("body").dump(), {}}}}));
        auto errand = errand_from_json(vector.at("ask").dump(), 1);
        if (!errand) {
            CHECK(told(errand.error()) == vector.at("errors"));
            continue;
        }
        const auto answer = run(*ledger, *std::move(errand));
        REQUIRE(!answer);
        CHECK(told(answer.error()) == vector.at("errors"));
    }
}

TEST_CASE("so is a new word for why a caller shows no number") {
    const Json records{{"replaced", Json::array()}, {"records", Json::array({{{"customer", newer_word}}})}};
    CHECK(first_of(read_as<ledger::KeptRecords>(kept_as_body(records.dump()))) == "newer_version /records/0/customer");
}

TEST_CASE("what is no word of ours is damage, and what is asked stays a mistake") {
    const auto book = [](std::string_view state) {
        auto json = some(shapes::kept_book);
        json["reservations"] = Json::array({{{"commitment", state}}});
        return json.dump();
    };
    CHECK(first_of(read_by<kept_day_book_from_json>(kept_as_body(book("Con firmed")))) == "corrupt ");
    CHECK(first_of(read_by<kept_day_book_from_json>(kept_as_body(book("")))) == "corrupt ");
    const auto asked = policy_from_json(R"({"on_limit": {"closing": "of_a_newer_version"}})");
    REQUIRE(!asked);
    CHECK(first_of(asked.error()) == "invalid_value /on_limit/closing");
}

}  // namespace newer_words_test

#include "errands.hpp"

#include <vector>

#include "documents/engine/rows.hpp"
#include "documents/engine/schema.hpp"
#include "ledger/errands/doors.hpp"
#include "ledger/tools/tool.hpp"

namespace denwaban::tools {

namespace {

using ledger::Door;
using shapes::Field;
using shapes::Form;
using shapes::Presence;
using shapes::Shape;
using shapes::snake;
using shapes::Sort;

[[nodiscard]] std::vector<Form> questions() {
    std::vector<Form> all;
    for (const auto& door : ledger::doors()) all.push_back({door.name, *door.question, door.about, {}, {}});
    return all;
}
[[nodiscard]] std::vector<Field> answers() {
    const auto* may_be_null = &shapes::detail::optional_ops<int>;
    std::vector<Field> all;
    for (const auto& door : ledger::doors()) {
        const auto* maybe = door.finds == ledger::Finds::if_there ? may_be_null : nullptr;
        all.push_back({door.name, Presence::told, *door.answer, door.about, nullptr, nullptr, maybe});
    }
    return all;
}

/// `a list of Slot`
[[nodiscard]] std::string words_for(const Shape& shape) {
    if (!shape.name.empty()) return snake(shape.name);
    switch (shape.sort) {
        case Sort::list:
            return "list of " + words_for(*shape.of);
        case Sort::map:
            return "map";
        case Sort::record:
            return "object";
        case Sort::forms:
        case Sort::either:
            return "one of several";
        case Sort::open:
            return "JSON";
        case Sort::whole:
            return std::to_string(shape.least) + " to " + std::to_string(shape.most);
        case Sort::span:
            return "milliseconds";
        case Sort::word: {
            std::string all;
            for (const auto word : shape.words) all += (all.empty() ? "" : ", ") + std::string{word};
            return all;
        }
        case Sort::label:
        case Sort::name:
        case Sort::text:
        case Sort::string:
            return "string";
        case Sort::date:
            return "date";
        case Sort::minute:
            return "minute of day";
        case Sort::month_day:
            return "month and day";
        case Sort::instant:
            return "instant";
        case Sort::phone_number:
            return "telephone number";
        case Sort::number:
            return "number";
        case Sort::boolean:
            return "boolean";
    }
    return {};
}

void write_row(std::string& page, const Field& field) {
    const bool must_be = field.presence <= Presence::nullable;
    page += "| `" + std::string{field.key} + "`" + (must_be ? "" : "?") + " | " + words_for(field.shape) + " | " +
            std::string{field.about} + " |\n";
}

void write_errand(std::string& page, const Door& door) {
    page += "\n## `" + std::string{door.name} + "`\n" + std::string{door.about} +
            " Answers: " + words_for(*door.answer) + (door.finds == ledger::Finds::if_there ? ", or null" : "") +
            ". Method: `" + std::string{door.method} + "`.\n\n| asked with | | |\n| --- | --- | --- |\n";
    for (const auto& field : door.question->fields) write_row(page, field);
}

}  // namespace

Noun errand() {
    static const auto all = questions();
    static const auto shape = shapes::forms("errand", "What is asked of a ledger as a whole.", all);
    return {"errand", &shape};
}
Noun errand_answer() {
    static const auto all = answers();
    static const Shape shape{
        .sort = Sort::record, .name = "errand_answer", .about = "What errands answer, by their names.", .fields = all};
    return {"errand_answer", &shape};
}

std::string errands_page() {
    std::string page =
        "# Errands\n"
        "What may be asked of a [ledger](ledger.md) as a whole, from the table of doors. In JSON an errand is an "
        "object "
        "with its\nname as the only key; C++, Python, `denwaban.aio` and Node have a method for each, in their own way "
        "of writing\nnames. JSON Schemas: [asked](schema/errand.schema.json), "
        "[answered](schema/errand_answer.schema.json).\n";
    for (const auto& door : ledger::doors()) write_errand(page, door);
    return page;
}

std::string tools_page(std::string page) {
    constexpr std::string_view mark = "<!-- tools -->\n";
    const auto begin = page.find(mark), end = page.rfind(mark);
    if (begin == end) return page;
    std::string table = "| tool | | asked with | |\n| --- | --- | --- | --- |\n";
    for (const auto& tool : ledger::tools()) {
        std::string fields;
        for (const auto& field : tool.question->fields) {
            const bool must_be = field.presence <= Presence::nullable;
            fields += (fields.empty() ? "`" : ", `") + std::string{field.key} + "`" + (must_be ? "" : "?");
        }
        const auto effect = std::string{name_of(tool.effect)} +
                            (tool.token_of.empty() ? "" : " what `" + std::string{tool.token_of} + "` read back");
        table += "| `" + std::string{tool.name} + "` | " + effect + " | " + fields + " | " + std::string{tool.about} +
                 " |\n";
    }
    return page.replace(begin + mark.size(), end - begin - mark.size(), table);
}

}  // namespace denwaban::tools

#include "lex_bot.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/connect/lex_hook.hpp>
#include <denwaban/talk/conversation.hpp>

#include "lex_intents.hpp"
#include "lex_vocabulary.hpp"
#include "talk/conversation/speech.hpp"

namespace denwaban::tools {

namespace {

using denwaban::detail::talk::Line;
using denwaban::talk::Word;
using formats::Json;

constexpr std::string_view bot_name = "denwaban";

struct Locale {
    std::string_view id;
    std::string_view name;
    std::string_view voice;
    Language language;
};
const std::array locales{
    Locale{"ja_JP", "Japanese (JP)", "Kazuha", Language::japanese},
    Locale{"en_US", "English (US)", "Joanna", Language::english},
};

/// How a slot is filled in Lex, and with which question we ask for it.
struct LexSlot {
    SlotKind kind;
    std::string_view type;
    Question question;
    Line prompt;
};
constexpr std::array lex_slots{
    LexSlot{SlotKind::day, "AMAZON.Date", Question::day, Line::ask_day},
    LexSlot{SlotKind::time, "AMAZON.Time", Question::time, Line::ask_time},
    LexSlot{SlotKind::party, "AMAZON.Number", Question::party, Line::ask_party},
    LexSlot{SlotKind::name, "AMAZON.LastName", Question::name, Line::ask_name},
    LexSlot{SlotKind::phone, "AMAZON.PhoneNumber", Question::phone, Line::ask_phone},
    LexSlot{SlotKind::needs, "Need", Question::needs, Line::ask_needs},
    LexSlot{SlotKind::allergies, "Allergen", Question::allergies, Line::ask_allergies},
    LexSlot{SlotKind::course, "AMAZON.FreeFormInput", Question::course, Line::ask_course},
    LexSlot{SlotKind::occasion, "Occasion", Question::occasion, Line::ask_occasion},
    LexSlot{SlotKind::budget, "AMAZON.Number", Question::budget, Line::ask_budget},
};
static_assert([] {
    for (std::size_t place = 0; place < lex_slots.size(); ++place) {
        if (index_of(lex_slots[place].kind) != place) return false;
    }
    return lex_slots.size() == count_of<SlotKind>;
}());

/// ask_last_order → AskLastOrder
[[nodiscard]] std::string lex_name(std::string_view word) {
    std::string name;
    bool begins = true;
    for (const char c : word) {
        if (c != '_') name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = c == '_';
    }
    return name;
}

/// Ten figures and capitals, as Lex has them, that follow from a name.
[[nodiscard]] std::string identifier_of(std::string_view name) {
    constexpr std::string_view figures = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    std::string identifier;
    for (int place = 0; place < 10; ++place, hash /= figures.size()) identifier += figures[hash % figures.size()];
    return identifier;
}

[[nodiscard]] std::vector<SlotKind> slots_in(const SampledIntent& sampled, Language language) {
    auto slots = sampled.slots;
    // Its words are known in Japanese alone.
    if (language == Language::english) std::erase(slots, SlotKind::allergies);
    return slots;
}

[[nodiscard]] Json step_to(std::string_view action) {
    return {{"dialogAction", {{"type", action}}}, {"intent", Json::object()}};
}

[[nodiscard]] Json message_groups(std::string_view text) {
    return Json::array({Json{{"message", {{"plainTextMessage", {{"value", text}}}}}}});
}

[[nodiscard]] std::string line(Line which, Language language) {
    return denwaban::detail::talk::say(which, language, Manner::formal, {}).text();
}

/// Whatever the intent, the code hook decides; where it can't, an agent takes over.
[[nodiscard]] Json after_the_hook(Language language) {
    const Json sorry{{"messageGroupsList", message_groups(line(Line::hand_over, language))}, {"allowInterrupt", false}};
    return {{"failureResponse", sorry},
            {"failureNextStep", step_to("EndConversation")},
            {"timeoutResponse", sorry},
            {"timeoutNextStep", step_to("EndConversation")},
            {"successNextStep", step_to("EndConversation")}};
}

[[nodiscard]] Json intent_file(std::string_view name, Language language) {
    Json intent{{"name", name}};
    intent["initialResponseSetting"] = Json{{"codeHook",
                                             {{"enableCodeHookInvocation", true},
                                              {"isActive", true},
                                              {"postCodeHookSpecification", after_the_hook(language)}}},
                                            {"nextStep", step_to("InvokeDialogCodeHook")}};
    intent["dialogCodeHook"] = Json{{"enabled", true}};
    intent["fulfillmentCodeHook"] =
        Json{{"enabled", true}, {"isActive", true}, {"postFulfillmentStatusSpecification", after_the_hook(language)}};
    return intent;
}

[[nodiscard]] Json slot_file(const LexSlot& slot, std::string_view owner, Language language) {
    const auto patience = lex_patience(slot.question);
    const auto name = lex_name(name_of(slot.kind));
    constexpr std::int64_t most_keys = 16;
    const Json attempt{
        {"allowInterrupt", true},
        {"allowedInputTypes", {{"allowAudioInput", true}, {"allowDTMFInput", true}}},
        {"audioAndDTMFInputSpecification",
         {{"startTimeoutMs", patience.start.count()},
          {"audioSpecification", {{"maxLengthMs", patience.longest.count()}, {"endTimeoutMs", patience.end.count()}}},
          {"dtmfSpecification",
           {{"maxLength", most_keys}, {"endTimeoutMs", 5000}, {"deletionCharacter", "*"}, {"endCharacter", "#"}}}}},
        {"textInputSpecification", {{"startTimeoutMs", 30'000}}}};
    return {{"name", name},
            {"identifier", identifier_of(std::string{owner} + "/" + name)},
            {"slotTypeName", slot.type},
            {"valueElicitationSetting",
             {{"slotConstraint", "Optional"},
              {"promptSpecification",
               {{"messageGroupsList", message_groups(line(slot.prompt, language))},
                {"maxRetries", 0},
                {"allowInterrupt", true},
                {"messageSelectionStrategy", "Random"},
                {"promptAttemptsSpecification", {{"Initial", attempt}}}}}}}};
}

[[nodiscard]] Json slot_type_file(std::string_view name, Json values) {
    return {{"name", name},
            {"identifier", identifier_of(name)},
            {"slotTypeValues", std::move(values)},
            {"valueSelectionSetting", {{"resolutionStrategy", "TOP_RESOLUTION"}}}};
}

class LexArchive {
public:
    [[nodiscard]] Json take() && {
        put("Manifest.json",
            {{"metaData", {{"schemaVersion", "1"}, {"fileFormat", "LexJson"}, {"resourceType", "BOT"}}}});
        put(in_bot("Bot.json"), {{"name", bot_name},
                                 {"version", "DRAFT"},
                                 {"description", "Takes a restaurant's calls: bookings, changes, questions."},
                                 {"identifier", identifier_of(bot_name)},
                                 {"dataPrivacy", {{"childDirected", false}}},
                                 {"idleSessionTTLInSeconds", 300}});
        for (const auto& locale : locales) put_locale(locale);
        return std::move(files_);
    }

private:
    [[nodiscard]] static std::string in_bot(std::string_view path) {
        return std::string{bot_name} + "/" + std::string{path};
    }
    void put(std::string_view path, Json file) { files_[path] = std::move(file); }

    void put_locale(const Locale& locale) {
        const auto root = in_bot("BotLocales/") + std::string{locale.id} + "/";
        put(root + "BotLocale.json", {{"name", locale.name},
                                      {"identifier", locale.id},
                                      {"voiceSettings", {{"voiceId", locale.voice}, {"engine", "neural"}}},
                                      {"nluConfidenceThreshold", 0.4}});
        const auto put_type = [&](std::string_view name, Json values) {
            put(root + "SlotTypes/" + std::string{name} + "/SlotType.json", slot_type_file(name, std::move(values)));
        };
        const bool is_japanese = locale.language == Language::japanese;
        put_type("Need", is_japanese ? japanese_values(Word::need) : english_values<Need>());
        put_type("Occasion", is_japanese ? japanese_values(Word::occasion) : english_values<Occasion>());
        if (is_japanese) put_type("Allergen", japanese_values(Word::allergen));
        for (const auto& sampled : sampled_intents()) put_intent(root, sampled, locale.language);
        auto fallback = intent_file("FallbackIntent", locale.language);
        fallback["identifier"] = "FALLBCKINT";
        fallback["parentIntentSignature"] = "AMAZON.FallbackIntent";
        put(root + "Intents/FallbackIntent/Intent.json", std::move(fallback));
    }

    void put_intent(const std::string& root, const SampledIntent& sampled, Language language) {
        const auto name = lex_name(name_of(sampled.intent));
        const auto folder = root + "Intents/" + name + "/";
        auto intent = intent_file(name, language);
        intent["identifier"] = identifier_of(name);
        intent["sampleUtterances"] = utterances_of(sampled, language);
        auto priorities = Json::array();
        for (const auto kind : slots_in(sampled, language)) {
            const auto& slot = lex_slots[index_of(kind)];
            const auto slot_name = lex_name(name_of(kind));
            priorities.push_back(Json{{"priority", priorities.size() + 1}, {"slotName", slot_name}});
            put(folder + "Slots/" + slot_name + "/Slot.json", slot_file(slot, name, language));
        }
        if (!priorities.empty()) intent["slotPriorities"] = std::move(priorities);
        put(folder + "Intent.json", std::move(intent));
    }

    Json files_ = Json::object();
};

}  // namespace

formats::Json lex_bot() { return LexArchive{}.take(); }

}  // namespace denwaban::tools

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/call/catalogue.hpp>
#include <denwaban/core/names.hpp>
#include <denwaban/hours/hours.hpp>
#include <denwaban/reservation/proposal.hpp>
#include <denwaban/talk/meaning.hpp>
#include <denwaban/talk/spoken.hpp>

namespace denwaban {

/// How one speaks to guests in Japanese.
enum class Manner : std::uint8_t {
    formal,    ///< でございます, 恐れ入りますが
    friendly,  ///< です, すみませんが
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<Manner>{"formal", "friendly"};

/// Whether a caller may speak before a sentence is over.
enum class BargeIn : std::uint8_t { allowed, refused };
template <>
inline constexpr std::array<std::string_view, 2> names_of<BargeIn>{"allowed", "refused"};

/// How firm what the machine takes is.
enum class BotTerms : std::uint8_t {
    confirmed,
    requested,  ///< the restaurant has yet to say yes
};
template <>
inline constexpr std::array<std::string_view, 2> names_of<BotTerms>{"confirmed", "requested"};

/// How a restaurant lets a machine speak for it.
struct TalkPolicy {
    std::string voice = "Kazuha";  ///< of Amazon Polly
    Manner manner = Manner::formal;
    BargeIn barge_in = BargeIn::allowed;
    /// What is asked for beside day, time and party, which always are, in this order. A number that is shown is not
    /// asked for.
    std::vector<SlotKind> asked{SlotKind::name, SlotKind::phone};
    /// What is offered where what was wanted is full, the dearest first.
    std::vector<AlternativeKind> offered{AlternativeKind::earlier, AlternativeKind::later, AlternativeKind::other_seat,
                                         AlternativeKind::other_day, AlternativeKind::split};
    std::size_t most_offers = 2;  ///< at once
    date::days other_days{1};     ///< how far around the day others are looked at
    BotTerms terms = BotTerms::confirmed;
    std::chrono::seconds hold{5 * 60};     ///< how long a table is held for who is read back to
    Covers largest_party = Covers::of(8);  ///< in chairs; a human takes more
    std::size_t most_allergies = 2;        ///< a human takes more
    /// What the machine may write down without asking the kitchen; empty for anything.
    std::vector<std::string> known_allergies{};
    int most_turns = 30;                 ///< of the caller
    int most_failures = 3;               ///< commands that the book refuses
    std::optional<Hours> humans{};       ///< when somebody can take over; always, if not said
    std::vector<std::string> courses{};  ///< names
    /// What is said to questions about directions, parking, the menu, prices, children, payment; to those that are not
    /// here, that one does not know.
    std::map<Intent, std::string> answers{};
    /// Under which code of the catalogue messages are taken: lost property, late arrival. Without one a human takes it.
    std::map<Intent, DispositionCode> messages{};
};

}  // namespace denwaban

#pragma once

#include "reading.hpp"

namespace denwaban::talk {

/// What was taken back of what was known.
struct Changes {
    bool slots = false;   ///< a value was replaced
    bool people = false;  ///< they are more or fewer
};

/// What is wanted, the strongest first, by a table of what words say together.
/// また今度にします, to no question: a goodbye, and no answer.
[[nodiscard]] bool takes_leave(const Reading& reading, const Meaning& meaning);
[[nodiscard]] std::vector<HeardIntent> intents_of(const Reading& reading, const Meaning& meaning,
                                                  const Changes& changes);

/// Yes or no, in the light of what was asked and of what else was said.
[[nodiscard]] Polarity polarity_of(const Reading& reading, const Meaning& meaning);

/// The same once all else is known: a yes to a read-back that goes on with a but agrees to nothing. Nobody else has to
/// ask whether a yes is one.
[[nodiscard]] Polarity agreed_to(const Reading& reading, const Meaning& meaning);

}  // namespace denwaban::talk

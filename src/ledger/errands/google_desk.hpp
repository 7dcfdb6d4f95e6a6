#pragma once

#include <string>
#include <utility>

#include <denwaban/ledger/google_errands.hpp>

/// What reading and writing for Google answer alike.
namespace denwaban::ledger {

[[nodiscard]] inline Errand<GoogleResponse> google_mistaken(Errors errors) {
    return {[errors = std::move(errors)](const Readings&) -> Verdict<GoogleResponse> { return errors; }};
}
[[nodiscard]] inline Told<GoogleResponse> google_told(std::string json) {
    return Told{GoogleResponse{std::move(json)}};
}

}  // namespace denwaban::ledger

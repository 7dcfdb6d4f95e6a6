#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <denwaban/documents/day_book_json.hpp>
#include <denwaban/ledger/reservation_desk.hpp>
#include <denwaban/zones.hpp>

/// What happened on a night, and whether it can have happened so. Each day book is a register that decisions read and
/// write; they must stand in one order that agrees with the clock, and give what the pure functions give in that order.
namespace storm {

using namespace denwaban;
using Json = nlohmann::ordered_json;

/// A request, and all that was heard of it under its key.
struct Asked {
    std::string key;
    Json command;
    std::int64_t begin = never;  ///< when it was first sent
    std::int64_t end = never;    ///< when it was first answered
    std::optional<std::string> answer;
    std::optional<std::string> refusal;  ///< its errors

    static constexpr auto never = std::numeric_limits<std::int64_t>::max();
};

struct Book {
    std::optional<DayBook> before;
    std::optional<DayBook> after;
    std::map<std::string, Asked> asked;
};

class History {
public:
    /// Reads a line: `{"before": book}`, `{"ask", "begin"}` as it is sent, `{"ask", "end", "answer" | "errors"}`,
    /// `{"after": book}`.
    void read(const std::string& line) {
        const auto json = Json::parse(line);
        for (const auto* when : {"before", "after"}) {
            if (!json.contains(when)) continue;
            auto book = *day_book_from_json(json.at(when).dump());
            auto& kept = books_[book->restaurant.text];
            if (json.contains("after")) kept.after = book;
            // Whoever plays the rest of a night looks at the books again.
            if (!kept.before) kept.before = std::move(book);
        }
        if (json.contains("ask")) take(json);
    }

    /// Nothing where it is right.
    [[nodiscard]] std::vector<std::string> faults() {
        for (auto& [restaurant, book] : books_) {
            if (book.before && book.after) {
                check(restaurant, book);
            } else {
                fault(restaurant, "was not looked at before and after");
            }
        }
        return faults_;
    }

    [[nodiscard]] std::string summary() const {
        return std::to_string(booked_) + " decisions and " + std::to_string(refused_) + " refusals of " +
               std::to_string(books_.size()) + " books, " + std::to_string(heard_) + " answers";
    }
    [[nodiscard]] std::size_t answers() const noexcept { return heard_; }

private:
    void fault(const std::string& where, const std::string& what) { faults_.push_back(where + ": " + what); }

    void take(const Json& json) {
        const auto& decide = json.at("ask").at("decide");
        const auto& command = decide.at("command");
        const std::string key = command.at("by").at("key");
        auto& known = books_[decide.at("restaurant")].asked[key];
        known.key = key;
        known.command = command;
        known.begin = std::min(known.begin, json.value("begin", Asked::never));
        if (!json.contains("end")) return;
        ++heard_;
        known.end = std::min(known.end, json.at("end").get<std::int64_t>());
        const auto said = [&](const char* word) {
            return json.contains(word) ? std::optional{json.at(word).dump()} : std::nullopt;
        };
        const auto answer = said("answer"), refusal = said("errors");
        const bool is_again = known.answer || known.refusal;
        if (is_again && (known.answer != answer || known.refusal != refusal))
            fault(key, "was answered otherwise again");
        known.answer = answer;
        known.refusal = refusal;
    }

    void check(const std::string& restaurant, const Book& book) {
        std::vector<std::pair<KeptDecision, const Asked*>> decisions;
        for (const auto& [key, asked] : book.asked) {
            if (!asked.answer && !asked.refusal) fault(key, "was never answered");
            if (asked.answer) decisions.emplace_back(*AnswerFormat<KeptDecision>::read(*asked.answer), &asked);
        }
        // Who asks for what is so already is answered the version that says so, and comes after whoever made it so.
        const auto place = [](const auto& one) {
            return std::pair{one.first.version, one.second->command.at("do") != "book"};
        };
        std::sort(decisions.begin(), decisions.end(), [&](const auto& a, const auto& b) {
            return place(a) < place(b) || (place(a) == place(b) && a.second->end < b.second->end);
        });
        booked_ += decisions.size();
        check_clock(restaurant, decisions);
        const auto states = replay(restaurant, *book.before, decisions);
        if (states.back() != *book.after) fault(restaurant, "is not what its decisions make of it");
        if (!DayBook::make(book.after->contents())) fault(restaurant, "is not a right book");
        check_refusals(book, decisions, states);
    }

    using Decisions = std::vector<std::pair<KeptDecision, const Asked*>>;

    /// Nobody who was answered before another asked comes after them.
    void check_clock(const std::string& restaurant, const Decisions& decisions) {
        auto first_end = Asked::never;
        for (auto one = decisions.rbegin(); one != decisions.rend(); ++one) {
            if (first_end < one->second->begin) fault(restaurant, one->second->key + " stands before what was past");
            first_end = std::min(first_end, one->second->end);
        }
    }

    [[nodiscard]] static Expected<Decision, Errors> decided(const DayBook& book, const Json& command) {
        auto given = *command_from_json(command.dump(), book, TimeZone::tokyo());
        given.by.key.clear();
        return decide(book, given.command, given.by);
    }

    /// The book after each decision, the first being that before any.
    [[nodiscard]] std::vector<DayBook> replay(const std::string& restaurant, const DayBook& before,
                                              const Decisions& decisions) {
        std::vector<DayBook> states{before};
        for (const auto& [said, asked] : decisions) {
            const auto decision = decided(states.back(), asked->command);
            if (!decision) {
                fault(restaurant, asked->key + " was taken where there was no room");
                return states;
            }
            const auto* reservation = decision->book.find(said.booking);
            const bool is_same = decision->book->version == said.version && reservation != nullptr &&
                                 said.reservation == *reservation && decision->moved == said.moved;
            if (!is_same) fault(restaurant, asked->key + " was answered what was not decided");
            states.push_back(decision->book);
        }
        return states;
    }

    /// Whoever was refused must have been by a book that stood while they asked.
    void check_refusals(const Book& book, const Decisions& decisions, const std::vector<DayBook>& states) {
        for (const auto& [key, asked] : book.asked) {
            if (!asked.refusal) continue;
            ++refused_;
            std::size_t first = 0, last = 0;
            for (std::size_t place = 0; place < decisions.size(); ++place) {
                if (decisions[place].second->end < asked.begin) first = place + 1;
                if (decisions[place].second->begin < asked.end) last = place + 1;
            }
            bool is_right = false;
            for (auto state = last + 1; !is_right && state-- > first;) {
                is_right = state < states.size() && is_refused(states[state], asked);
            }
            if (!is_right) fault(key, "was refused, and no book says so");
        }
    }

    [[nodiscard]] static bool is_refused(const DayBook& book, const Asked& asked) {
        const auto decision = decided(book, asked.command);
        if (decision) return false;
        auto errors = Json::array();
        for (const auto& error : decision.error()) {
            errors.push_back(std::string{to_string(error.code)} + " " + to_string(error.where));
        }
        return errors.dump() == *asked.refusal;
    }

    std::map<std::string, Book> books_;
    std::vector<std::string> faults_;
    std::size_t heard_ = 0;
    std::size_t booked_ = 0;
    std::size_t refused_ = 0;
};

}  // namespace storm

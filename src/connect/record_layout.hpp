#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Records of one producer are laid out alike: the same keys in the same order, and only their values differ. Where a
/// text has what a text before it had, character for character but for strings and numbers, it is JSON as that one was.
namespace denwaban::connect::fast {

/// What comes next, and then a value, or none.
struct LayoutStep {
    enum class Kind : std::uint8_t {
        member,         ///< of a row, whose value comes
        passed_text,    ///< a string that nobody wants comes
        passed_number,  ///< likewise
        entry,          ///< of texts by their keys, one comes
        item,           ///< of a list, one comes
        end,            ///< of an object or a list
    };
    Kind kind = Kind::end;
    std::uint8_t row = 0;
    std::uint16_t key_from = 0;  ///< of an entry, in its words
    std::uint16_t key_size = 0;
    std::uint32_t from = 0;  ///< where its words stand: that is all between the value before it and its own
    std::uint32_t size = 0;
    std::uint64_t present = 0;  ///< rows that had a value, at the end of an object
    std::uint32_t child = 0;    ///< of the steps behind it the first; 0 is none
    std::uint32_t sibling = 0;  ///< another that may come in its place

    [[nodiscard]] std::string_view words(const char* all) const noexcept { return {all + from, size}; }
    [[nodiscard]] std::string_view key(const char* all) const noexcept { return {all + from + key_from, key_size}; }
};

/// Writes down how a text is laid out while it is read.
class LayoutNotes {
public:
    /// Precondition: the text outlives the notes.
    void begin(std::string_view text, std::size_t most);
    /// Up to a value; of a string, its quote included.
    void note(LayoutStep::Kind kind, std::size_t row, const char* value);
    void note_entry(const char* value);
    void end(std::uint64_t present, const char* place);
    /// A value that was noted ends here.
    void go_on_behind(char first, const char* place) noexcept;
    /// Strings and numbers of a value that nobody wants.
    void pass(std::string_view value);

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// None where it was not to be noted, or is laid out as none else will be.
    [[nodiscard]] const std::vector<LayoutStep>& steps() const noexcept { return steps_; }

private:
    void add(LayoutStep step, const char* until);
    void give_up() noexcept;

    std::string_view text_;
    const char* at_ = nullptr;  ///< so far it is noted
    std::size_t most_ = 0;
    std::vector<LayoutStep> steps_;
};

/// How texts were laid out, so many as have room: what they begin with alike is kept once.
class Layouts {
public:
    Layouts() { forget(); }

    /// Whether to look for the next text among them: where few were found, few are looked for.
    [[nodiscard]] bool are_worth_a_try() noexcept;
    void tell_found() noexcept { ++found_; }
    /// So many steps of the next text, or none, are to be noted: of texts that are all laid out differently few.
    [[nodiscard]] std::size_t wanted() noexcept;
    /// Precondition: the text was read to its end. Its strings have no escapes.
    void learn(const LayoutNotes& notes);

    [[nodiscard]] const LayoutStep& operator[](std::uint32_t step) const noexcept { return steps_[step]; }
    [[nodiscard]] const char* words() const noexcept { return words_.data(); }

private:
    static constexpr std::size_t many = 256;

    void forget();
    [[nodiscard]] std::uint32_t find(std::uint32_t before, const LayoutStep& step, std::string_view words) const;
    [[nodiscard]] std::uint32_t add(std::uint32_t before, LayoutStep step, std::string_view words);

    std::vector<LayoutStep> steps_;  ///< the first is before all texts
    std::string words_;
    std::size_t asked_ = 0;
    std::size_t texts_ = 0;
    std::size_t tried_ = many / 2;  ///< of late
    std::size_t found_ = many / 2;  ///< of those; at first, that is what is hoped for
};

}  // namespace denwaban::connect::fast

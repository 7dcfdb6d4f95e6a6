#pragma once

#include <optional>
#include <vector>

#include <denwaban/talk/understand.hpp>

namespace denwaban::talk {

/// When a restaurant lets people in, in minutes of the business date; of a day, or of any of the seven to come.
class Openings {
public:
    explicit Openings(const Hearing& hearing) : hearing_(hearing) {}

    /// Of what day is asked from now on; nothing for any.
    void on(std::optional<Date> day);
    /// Whether hours are known.
    [[nodiscard]] bool known() const noexcept { return hearing_.hours != nullptr; }
    /// Whether a party can come then.
    [[nodiscard]] bool admits(int minute);
    /// Whether it is open then or closes then.
    [[nodiscard]] bool reaches(int minute);
    /// When it opens, each once, rising.
    [[nodiscard]] std::vector<int> begins();

private:
    struct Span {
        int begin;
        int end;
    };
    void load();
    void add(Date day);

    const Hearing& hearing_;
    std::optional<Date> day_;
    bool loaded_ = false;
    std::vector<Span> spans_;
};

}  // namespace denwaban::talk

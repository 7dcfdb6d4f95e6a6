#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <denwaban/core/error.hpp>
#include <denwaban/core/expected.hpp>

namespace denwaban {

/// A word or a mark of a transcript. What is stable does not change any more, although its sentence goes on.
struct TranscriptItem {
    /// Whether it may still change.
    enum class Stability : std::uint8_t { open, stable };
    /// A word, or a mark between words.
    enum class Sort : std::uint8_t { word, mark };
    std::string text{};
    Stability stability = Stability::open;
    Sort sort = Sort::word;
    friend bool operator==(const TranscriptItem&, const TranscriptItem&) = default;
};
/// What Amazon Transcribe hears of one stretch of speech, so far or for good; the same id again is the same stretch.
struct TranscriptResult {
    /// Whether more of it may come.
    enum class Progress : std::uint8_t { partial, whole };
    std::string id{};
    Progress progress = Progress::partial;
    std::vector<TranscriptItem> items{};
    friend bool operator==(const TranscriptResult&, const TranscriptResult&) = default;
};

/// Reads an event of a streaming transcription (`TranscriptEvent`), in which the first alternative counts. Unknown keys
/// pass. Errors: each with a JSON pointer, or a byte range where it is no JSON at all.
[[nodiscard]] Expected<std::vector<TranscriptResult>, Errors> transcript_from_json(std::string_view text);

/// What was heard of somebody who is still speaking. What `settled` has once given out is never given again nor
/// changed, whatever the recogniser makes of it later: what was read back to them stays as it was read.
class LiveTranscript {
public:
    /// Takes what was heard anew. A stretch that was whole already stays as it is.
    void apply(const TranscriptResult& result);
    /// What is settled since it was asked last: of a stretch that is whole all of it, else its stable words up to the
    /// last stable mark, since 7時 may go on as 7時半. Empty where nothing is.
    [[nodiscard]] std::string settled();
    /// What is heard beyond that, for who may not wait; it may change.
    [[nodiscard]] std::string unsettled() const;

    friend bool operator==(const LiveTranscript&, const LiveTranscript&) = default;

private:
    struct Stretch {
        TranscriptResult result;
        std::size_t given = 0;  ///< items of it
        friend bool operator==(const Stretch&, const Stretch&) = default;
    };
    std::vector<Stretch> stretches_;
};

}  // namespace denwaban

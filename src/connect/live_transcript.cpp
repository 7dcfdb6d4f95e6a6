#include <denwaban/connect/live_transcript.hpp>

#include <algorithm>
#include <utility>

#include "documents/json_document.hpp"
#include "lenient.hpp"

namespace denwaban {

namespace {

using Progress = TranscriptResult::Progress;
using Stability = TranscriptItem::Stability;
using Sort = TranscriptItem::Sort;

[[nodiscard]] bool has_latin_end(const std::string& text) {
    const auto last = text.empty() ? '\0' : text.back();
    return (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9');
}
[[nodiscard]] bool has_latin_begin(const std::string& text) {
    const auto first = text.empty() ? '\0' : text.front();
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
}

/// Words of Latin letters have a blank between them, others none.
void append_item(std::string& text, const TranscriptItem& item) {
    if (item.sort == Sort::word && has_latin_end(text) && has_latin_begin(item.text)) text += ' ';
    text += item.text;
}

/// How many of the items are settled.
[[nodiscard]] std::size_t settled_items(const TranscriptResult& result) {
    if (result.progress == Progress::whole) return result.items.size();
    std::size_t settled = 0;
    for (std::size_t place = 0; place < result.items.size(); ++place) {
        const auto& item = result.items[place];
        if (item.stability == Stability::open) break;
        if (item.sort == Sort::mark) settled = place + 1;
    }
    return settled;
}

[[nodiscard]] std::string heard_text(const formats::Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member ? connect::words_of(member->value()).value_or(std::string{}) : std::string{};
}
[[nodiscard]] bool is_set(const formats::Node& node, std::string_view key) {
    const auto member = node.if_any(key);
    return member && member->value().is_true();
}

template <class Read>
void each_of(const formats::Node& node, std::string_view key, Read&& read) {
    const auto all = node.if_any(key);
    if (all && all->value().is_array()) all->each(read);
}

[[nodiscard]] TranscriptResult read_transcript_result(const formats::Node& node) {
    TranscriptResult result;
    result.id = heard_text(node, "ResultId");
    result.progress = is_set(node, "IsPartial") ? Progress::partial : Progress::whole;
    bool is_first = true;
    each_of(node, "Alternatives", [&](const formats::Node& alternative) {
        if (!std::exchange(is_first, false)) return;
        each_of(alternative, "Items", [&](const formats::Node& item) {
            const bool is_mark = heard_text(item, "Type") == "punctuation";
            result.items.push_back({heard_text(item, "Content"),
                                    is_set(item, "Stable") ? Stability::stable : Stability::open,
                                    is_mark ? Sort::mark : Sort::word});
        });
        if (auto whole = heard_text(alternative, "Transcript"); result.items.empty() && !whole.empty()) {
            result.items.push_back({std::move(whole), Stability::open, Sort::word});
        }
    });
    return result;
}

}  // namespace

Expected<std::vector<TranscriptResult>, Errors> transcript_from_json(std::string_view text) {
    std::string mended;
    return formats::read_document(connect::without_half_pairs(text, mended), [](const formats::Node& node) {
        std::vector<TranscriptResult> results;
        if (!node.is_object()) return results;
        const auto transcript = node.required("Transcript");
        if (!transcript || !transcript->is_object()) return results;
        each_of(*transcript, "Results",
                [&](const formats::Node& one) { results.push_back(read_transcript_result(one)); });
        return results;
    });
}

void LiveTranscript::apply(const TranscriptResult& result) {
    const auto found = std::find_if(stretches_.begin(), stretches_.end(),
                                    [&](const Stretch& one) { return one.result.id == result.id; });
    if (found == stretches_.end()) {
        stretches_.push_back({result, 0});
    } else if (found->result.progress == Progress::partial) {
        // What was given out stays, in its words and in its place.
        const auto given = static_cast<std::ptrdiff_t>(found->given);
        auto items = std::move(found->result.items);
        items.resize(found->given);
        const auto kept = std::min(given, static_cast<std::ptrdiff_t>(result.items.size()));
        items.insert(items.end(), result.items.begin() + kept, result.items.end());
        found->result = {result.id, result.progress, std::move(items)};
    }
}

std::string LiveTranscript::settled() {
    std::string text;
    for (auto& [result, given] : stretches_) {
        const auto until = std::max(given, settled_items(result));
        for (; given < until; ++given) append_item(text, result.items[given]);
        // What comes behind a stretch that goes on has to wait for it.
        if (result.progress == Progress::partial) break;
    }
    return text;
}

std::string LiveTranscript::unsettled() const {
    std::string text;
    for (const auto& [result, given] : stretches_) {
        for (auto place = given; place < result.items.size(); ++place) append_item(text, result.items[place]);
    }
    return text;
}

}  // namespace denwaban

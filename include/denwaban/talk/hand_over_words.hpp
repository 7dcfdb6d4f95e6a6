#pragma once

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <denwaban/call/call.hpp>
#include <denwaban/core/detail/plain_text.hpp>
#include <denwaban/core/time_zone.hpp>
#include <denwaban/talk/japanese_time.hpp>

namespace denwaban::detail {

/// 11月23日（月）19:05
[[nodiscard]] inline std::string noted_time(Instant at, const TimeZone& zone) {
    const auto local = zone.local_time(at);
    const auto day = date::floor<date::days>(local);
    const date::year_month_day civil{day};
    const auto minutes = date::floor<std::chrono::minutes>(local - day).count();
    std::array<char, 8> clock{};
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", static_cast<int>(minutes / 60) % 24,
                  static_cast<int>(minutes % 60));
    return std::to_string(static_cast<unsigned>(civil.month())) + "月" +
           std::to_string(static_cast<unsigned>(civil.day())) + "日（" +
           std::string{japanese_weekdays[date::weekday{day}.c_encoding()]} + "）" + clock.data();
}

/// What is said of a call, each part in Japanese.
class HandOverWords {
public:
    HandOverWords(const Call& call, const Catalogue& catalogue, const TimeZone& zone)
        : call_(call), catalogue_(catalogue), zone_(zone) {}

    [[nodiscard]] std::string time() const {
        const auto at = answered_at(call_);
        if (at) return noted_time(*at, zone_);
        return call_.occurrences.empty() ? "不明" : noted_time(call_.occurrences.front().at, zone_);
    }

    [[nodiscard]] std::string number() const {
        if (const auto* number = std::get_if<PhoneNumber>(&call_.other)) return number->national();
        switch (std::get<Withheld>(call_.other).reason) {
            case WithheldReason::by_caller:
                return "非通知";
            case WithheldReason::payphone:
                return "公衆電話";
            case WithheldReason::out_of_area:
                return "表示圏外";
            case WithheldReason::not_given:
                break;
        }
        return "不明";
    }

    [[nodiscard]] std::string summary() const {
        std::string text;
        for (const auto& disposition : said()) text += (text.empty() ? "" : "、") + label(disposition.code);
        return text.empty() ? "ご用件不明" : text;
    }

    [[nodiscard]] std::string dispositions() const {
        std::string text;
        for (const auto& disposition : said()) {
            const auto group = group_of(disposition.code);
            text += (text.empty() ? "・" : "\n・") + (group ? label(*group) + "：" : "") + label(disposition.code);
            for (const auto& line : fields_of(disposition)) text += "\n　" + some_lines(line, "　");
            if (!disposition.note.empty()) text += "\n　" + some_lines(disposition.note, "　");
        }
        return text.empty() ? "・不明" : text;
    }

    [[nodiscard]] std::string follow_ups() const {
        if (!call_.record) return {};
        std::string text;
        for (const auto& due : denwaban::follow_ups(*call_.record, catalogue_)) {
            text += (text.empty() ? "・" : "\n・") + said_of(due) + "（" + label(due.code) + "）";
        }
        return text;
    }

    /// Each line that looks like a heading of ours is set off, so that nobody takes it for one.
    [[nodiscard]] std::string notes() const {
        constexpr std::string_view heading = "■", set_off = "　";
        auto text = some_lines(call_.notes);
        for (std::size_t line = 0; line < text.size();) {
            if (std::string_view{text}.substr(line).starts_with(heading)) text.insert(line, set_off);
            const auto end = text.find('\n', line);
            line = end == std::string::npos ? text.size() : end + 1;
        }
        return text;
    }

    [[nodiscard]] std::string callback() const {
        if (!call_.callback) return {};
        return noted_time(call_.callback->at, zone_) + "　" + call_.callback->number.national();
    }

private:
    /// What was recorded; before that, what was typed.
    [[nodiscard]] const std::vector<Disposition>& said() const noexcept {
        return call_.record ? call_.record->dispositions : call_.drafts;
    }

    [[nodiscard]] std::string label(const DispositionCode& code) const {
        const auto* entry = catalogue_.find(code);
        return one_line(entry != nullptr ? entry->label.japanese : code.text);
    }

    [[nodiscard]] std::string said_of(const DueFollowUp& due) const {
        const auto time = noted_time(due.due, zone_);
        if (std::holds_alternative<CallBackAt>(due.what)) return time + "に折り返しのお電話";
        if (const auto* escalate = std::get_if<Escalate>(&due.what))
            return time + "までに" + one_line(escalate->to) + "へ報告";
        return time + "までにご確認ください";
    }

    /// In the catalogue's order; what it does not know comes last, by its key.
    [[nodiscard]] std::vector<std::string> fields_of(const Disposition& disposition) const {
        std::vector<std::string> lines;
        const auto* entry = catalogue_.find(disposition.code);
        const auto known = [&](const std::string& key) {
            return entry != nullptr && std::any_of(entry->fields.begin(), entry->fields.end(),
                                                   [&](const Field& field) { return field.key == key; });
        };
        if (entry != nullptr) {
            for (const auto& field : entry->fields) {
                const auto found = disposition.fields.find(field.key);
                if (found == disposition.fields.end()) continue;
                lines.push_back(field.label.japanese + "：" + words_of(found->second, &field));
            }
        }
        for (const auto& [key, value] : disposition.fields) {
            if (!known(key)) lines.push_back(key + "：" + words_of(value, nullptr));
        }
        return lines;
    }

    [[nodiscard]] static std::string choice(const ChoiceCode& code, const Field* field) {
        if (field == nullptr) return code.text;
        for (const auto& one : field->choices) {
            if (one.code == code.text) return one.label.japanese;
        }
        return code.text;
    }

    [[nodiscard]] std::string words_of(const FieldValue& value, const Field* field) const {
        struct Words {
            const HandOverWords& of;
            const Field* field;
            std::string operator()(const std::string& text) const { return text; }
            std::string operator()(const ChoiceCode& code) const { return choice(code, field); }
            std::string operator()(const std::vector<ChoiceCode>& codes) const {
                std::string text;
                for (const auto& code : codes) text += (text.empty() ? "" : "、") + choice(code, field);
                return text;
            }
            std::string operator()(Instant at) const { return noted_time(at, of.zone_); }
            std::string operator()(const PhoneNumber& number) const { return number.national(); }
            std::string operator()(const BookingId& booking) const { return booking.text; }
            std::string operator()(const PhotoLink& photo) const { return photo.text; }
        };
        return std::visit(Words{*this, field}, value);
    }

    const Call& call_;
    const Catalogue& catalogue_;
    const TimeZone& zone_;
};

}  // namespace denwaban::detail

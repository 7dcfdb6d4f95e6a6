#include "ledger_lines.hpp"

#include <utility>

#include <denwaban/ledger/limits.hpp>

#include "ledger_words.hpp"

namespace denwaban::ledger {

namespace {

[[nodiscard]] LedgerLine read_line(const Node& node) {
    if (node.value().is_object() && node.value().contains("request")) return read_answer(node);
    return read_document(node);
}

[[nodiscard]] Errors wrong_in_line(const Document& one) {
    return check(Commit{{Put{one.key, {}, one.body, {}}}, {}, {}});
}
[[nodiscard]] Errors wrong_in_line(const RequestAnswer& one) { return check(Commit{{}, one, {}}); }

}  // namespace

Expected<LedgerLine, Errors> read_ledger_line(std::string_view line) {
    auto read = formats::read_document(line, read_line);
    if (!read) return read;
    auto errors = std::visit([](const auto& one) { return wrong_in_line(one); }, *read);
    if (!errors.empty()) return Unexpected{std::move(errors)};
    return read;
}

std::string written_line(const Document& document) { return formats::write_document(written(document)); }
std::string written_line(const RequestAnswer& answer) { return formats::write_document(written(answer)); }

Expected<bool, Errors> LineCheck::hear(std::string_view line) {
    ++number_;
    if (is_over_) return Unexpected{Errors{{ErrorCode::corrupt, "goes on after its last line", {}}}};
    if (number_ == 1) {
        auto sealed = Seal::is_first(line);
        if (!sealed.has_value()) return sealed;
        is_sealed_ = *sealed;
        if (is_sealed_) return false;
    }
    if (is_sealed_ && Seal::is_last(line)) {
        is_over_ = true;
        auto errors = seal_.wrong_with(std::string{line});
        if (!errors.empty()) return Unexpected{std::move(errors)};
        return false;
    }
    if (is_sealed_) seal_.add(line);
    return true;
}

Errors LineCheck::at_end() const {
    if (number_ == 0) return {{ErrorCode::corrupt, "is empty: nothing was exported to it", {}}};
    return is_sealed_ && !is_over_ ? seal_.wrong_with({}) : Errors{};
}

Errors LineCheck::placed(Errors errors) const {
    for (auto& error : errors) {
        const auto* place = std::get_if<JsonPointer>(&error.where);
        error.where = JsonPointer{"/" + std::to_string(number_) + (place != nullptr ? place->text : "")};
    }
    return errors;
}

}  // namespace denwaban::ledger

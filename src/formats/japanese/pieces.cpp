#include "pieces.hpp"

#include <algorithm>

namespace denwaban::formats::japanese {

namespace {

using PieceIt = std::vector<Piece>::iterator;

/// Follows the brackets that are open, token by token.
class Brackets {
public:
    explicit Brackets(const std::vector<Token>& tokens) : tokens_(tokens) {}

    [[nodiscard]] Gap go_to(std::size_t token) {
        Gap gap;
        for (; at_ < token; ++at_) {
            gap.spaced |= tokens_[at_].spaced;
            see(tokens_[at_].word, gap);
        }
        gap.spaced |= token < tokens_.size() && tokens_[token].spaced;
        return gap;
    }
    void pass(std::size_t end) { static_cast<void>(go_to(end)); }
    [[nodiscard]] std::optional<std::size_t> innermost() const {
        return open_.empty() ? std::nullopt : std::optional{open_.back()};
    }

private:
    void see(Word word, Gap& gap) {
        switch (word) {
            case Word::opening:
                open_.push_back(at_);
                break;
            case Word::closing:
                if (!open_.empty()) open_.pop_back();
                break;
            case Word::newline:
                open_.clear();
                gap.line = true;
                break;
            case Word::stop:
                // …午後5時までです。（日曜日を除く）: a bracket says more of the sentence before it.
                if (at_ + 1 < tokens_.size() && tokens_[at_ + 1].word == Word::opening && tokens_[at_ + 1].value != 0)
                    gap.clause = true;
                else
                    gap.line |= open_.empty();
                break;
            case Word::mark:
                gap.mark = gap.clause = true;
                break;
            case Word::separator:
            case Word::slash:
                gap.clause = true;
                break;
            case Word::colon:
            case Word::topic:
            case Word::of:
            case Word::filler:
            case Word::dash:
            case Word::until:
                break;
            default:
                gap.words = true;
        }
    }

    const std::vector<Token>& tokens_;
    std::vector<std::size_t> open_;
    std::size_t at_ = 0;
};

[[nodiscard]] bool is(const Piece& piece, ItemKind kind) { return piece.item->kind == kind; }
[[nodiscard]] bool is_one_of(const Piece& piece, ItemKind a, ItemKind b) { return is(piece, a) || is(piece, b); }

/// The pieces that say hours or days, in order, without what hangs on them.
[[nodiscard]] std::vector<Piece*> pieces_that_are(PieceIt first, PieceIt last, ItemKind a, ItemKind b) {
    std::vector<Piece*> found;
    for (auto piece = first; piece != last; ++piece) {
        const bool counts = is_one_of(*piece, a, b);
        const bool changes = is_one_of(*piece, ItemKind::until, ItemKind::since) ||
                             is_one_of(*piece, ItemKind::goes_through, ItemKind::pause);
        // 土日は15:00まで: these days say no hours of their own.
        if (changes && !found.empty() && is(*found.back(), ItemKind::days)) found.pop_back();
        if (counts) found.push_back(&*piece);
    }
    return found;
}

/// Where a bracket opens that ends before a token and holds nothing but words of something that nobody here knows.
[[nodiscard]] std::optional<std::size_t> begin_of_label(const std::vector<Token>& tokens, std::size_t end) {
    if (end < 3 || tokens[end - 1].word != Word::closing) return std::nullopt;
    auto first = end - 1;
    while (first > 0 && (tokens[first - 1].word == Word::prose || tokens[first - 1].aside)) --first;
    const bool bracketed = first > 0 && first + 1 < end && tokens[first - 1].word == Word::opening;
    const bool begins = first < 2 || tokens[first - 2].word == Word::newline || tokens[first - 2].word == Word::stop ||
                        tokens[first - 2].word == Word::mark || tokens[first - 1].spaced;
    return bracketed && begins ? std::optional{first - 1} : std::nullopt;
}

/// Of one line: days that follow its hours, when the line begins with hours.
void find_sides_of(PieceIt first, PieceIt last, ItemKind qualifier) {
    const auto said = pieces_that_are(first, last, qualifier, ItemKind::span);
    if (said.empty()) return;
    // 11/18 10:15～17:15、9:30～21:30（日～木）: a date and its hours tell nothing of what stands where.
    auto told = said.begin();
    while (said.end() - told > 2 && is(**told, ItemKind::days) && are_seasons((*told)->item->days) &&
           is(*told[1], ItemKind::span) && is(*told[2], ItemKind::span))
        told += 2;
    const bool hours_first = is(**told, ItemKind::span);
    const bool hours_last = is(*said.back(), ItemKind::span);
    const auto any_hours =
        std::any_of(said.begin(), said.end(), [](const Piece* piece) { return is(*piece, ItemKind::span); });
    if (!any_hours) return;
    const bool bracketed_first = (*told)->bracket.has_value();
    for (std::size_t i = 1; i < said.size(); ++i) {
        auto& piece = *said[i];
        if (is(piece, ItemKind::span) || !is(*said[i - 1], ItemKind::span)) continue;
        const bool before_hours = i + 1 < said.size() && is(*said[i + 1], ItemKind::span);
        const bool own_bracket = piece.bracket && piece.alone && piece.bracket != said[i - 1]->bracket;
        // 【昼】11:00～15:00【土日祝】11:00～20:00: headings, all of them.
        const bool heads = first->bracket && first->alone && !first->round && !piece.round && before_hours;
        // 昼 11:00～15:00　夜（平日のみ）17:00～22:00.
        const bool of_meal_before = own_bracket && before_hours && qualifier == ItemKind::days &&
                                    is(*(&piece - 1), ItemKind::meal) && (&piece - 1)->line == piece.line &&
                                    !(&piece - 1)->bracket && !piece.gap.spaced;
        if (of_meal_before) {
            piece.after = false;
        } else if (own_bracket && heads && piece.item->reach == Reach::these) {
            piece.after = false;
        } else if (own_bracket) {
            const bool narrows = qualifier == ItemKind::days && piece.item->reach != Reach::these;
            piece.after = hours_first || narrows || (!before_hours && piece.round) ||
                          (piece.round && !bracketed_first && !before_hours);
        } else if (!piece.bracket || piece.bracket == said[i - 1]->bracket) {
            const auto* next = &piece + 1;
            if (piece.item->leads) continue;
            // 夜営業は金土のみ 18:00～22:00: of the meal before it.
            const bool of_meal = qualifier == ItemKind::days && is(*(&piece - 1), ItemKind::meal) && before_hours &&
                                 (&piece - 1)->line == piece.line;
            if (of_meal && piece.item->reach != Reach::these) continue;
            // 11:00～15:00 土日祝のみ17:00～20:00: of what it is written with; a blank on both sides tells nothing.
            const bool narrows = qualifier == ItemKind::days && piece.item->reach != Reach::these && hours_first;
            const bool between = narrows && next != &*last && is(*next, ItemKind::span) && piece.gap.spaced &&
                                 !piece.gap.clause && !next->gap.clause;
            if (between) {
                piece.either = next->gap.spaced || piece.item->reach == Reach::except;
                continue;
            }
            // 11:00～15:00、土日祝のみ夜の部：17:00～20:00: of the meal that it is written with.
            const bool with_meal = narrows && (piece.gap.clause || piece.gap.spaced) && before_hours &&
                                   next != &*last && is(*next, ItemKind::meal) && !next->gap.spaced &&
                                   !next->gap.clause;
            if (with_meal) {
                // ランチ 11:00～14:00※平日のみディナー 17:00～21:00: a line may have ended there.
                piece.either = piece.gap.mark || (piece.gap.spaced && piece.gap.clause);
                continue;
            }
            // 11:30～14:30※水曜を除く 18:00～21:30; but 、水曜を除く18:00～21:30.
            const bool ends = next == &*last || is(*next, ItemKind::meal) ||
                              (is(*next, ItemKind::span) && (next->gap.spaced || next->gap.clause));
            const bool only =
                qualifier == ItemKind::days && piece.item->reach != Reach::these && (!piece.gap.clause || ends);
            const bool apart = qualifier == ItemKind::meal && piece.gap.clause;
            piece.after = (hours_first && !hours_last && !apart) || (only && hours_first);
            piece.either = hours_first && qualifier == ItemKind::days && piece.item->reach != Reach::these && !only;
        }
    }
}

/// 11:00～22:00 平日のみ電話受付10:00～17:00: days are of what they are written with.
void find_days_elsewhere(PieceIt first, PieceIt last) {
    for (auto piece = first; piece != last; ++piece) {
        const auto next = piece + 1;
        if (next == last || !is(*piece, ItemKind::days) || !is(*next, ItemKind::elsewhere) || next->gap.words) continue;
        const auto is_span = [](const Piece& each) { return is(each, ItemKind::span); };
        const bool after_hours = std::any_of(first, piece, is_span);
        // 昼 11:00～15:00（土日祝のみ）（テイクアウト 10:00～14:00）: of the hours before.
        if (after_hours && piece->round && piece->alone && piece->bracket != next->bracket) {
            piece->either = piece->gap.spaced && !next->bracket;
            continue;
        }
        const bool narrows = piece->item->reach == Reach::only;
        const bool glued = !next->gap.spaced && !next->gap.clause;
        if (!(narrows || (glued && after_hours && piece->gap.spaced))) continue;
        const bool others_follow = std::count_if(next, last, is_span) > 1;
        piece->elsewhere = glued || (!after_hours && !others_follow) || piece->gap.clause;
        piece->either = !piece->elsewhere;
    }
}

/// Days on lines of their own: after the hours, if the text begins with hours and ends with days.
void find_sides_of_lines(std::vector<Piece>& pieces) {
    std::vector<PieceIt> lines;
    for (auto piece = pieces.begin(); piece != pieces.end(); ++piece) {
        if (lines.empty() || lines.back()->line != piece->line) lines.push_back(piece);
    }
    if (lines.size() < 4) return;
    const auto only_of = [&](std::size_t line, ItemKind kind) {
        const auto end = line + 1 < lines.size() ? lines[line + 1] : pieces.end();
        return std::all_of(lines[line], end, [&](const Piece& piece) {
            return is(piece, kind) || (kind == ItemKind::span && is(piece, ItemKind::last_order));
        });
    };
    for (std::size_t line = 0; line < lines.size(); ++line) {
        if (!only_of(line, line % 2 == 0 ? ItemKind::span : ItemKind::days)) return;
    }
    if (lines.size() % 2 != 0) return;
    for (std::size_t line = 1; line < lines.size(); line += 2) lines[line]->after = true;
}

/// [平日]⏎8:00～17:00 [土日祝]⏎8:00～17:30: where days or a meal in a bracket come first and hours last, all such
/// brackets come first.
void let_brackets_lead(std::vector<Piece>& pieces, ItemKind qualifier) {
    const auto said = pieces_that_are(pieces.begin(), pieces.end(), qualifier, ItemKind::span);
    const auto is_bracket = [qualifier](const Piece& piece) {
        return is(piece, qualifier) && piece.bracket && piece.alone;
    };
    if (said.empty() || !is_bracket(*said.front()) || !is(*said.back(), ItemKind::span)) return;
    for (auto* piece : said) {
        if (is_bracket(*piece) && piece->item->reach == Reach::these) piece->after = false;
    }
}

}  // namespace

std::vector<Piece> pieces_of(const std::vector<HoursItem>& items, const std::vector<Token>& tokens) {
    std::vector<Piece> pieces;
    pieces.reserve(items.size());
    Brackets brackets{tokens};
    std::size_t line = 0;
    for (const auto& item : items) {
        Piece piece{&item};
        piece.gap = brackets.go_to(item.first);
        line += piece.gap.line || item.kind == ItemKind::heading ? 1U : 0U;
        piece.line = line;
        piece.bracket = brackets.innermost();
        auto before = item.first;
        while (before > 0 && (tokens[before - 1].word == Word::colon || tokens[before - 1].word == Word::topic))
            --before;
        // 【朝市】8:00～10:00.
        if (const auto bracket = begin_of_label(tokens, before)) before = *bracket + 2;
        // 予約は電話（午後2時～5時）で受け付ける.
        if (before > 1 && tokens[before - 1].word == Word::opening && tokens[before - 2].aside) --before;
        piece.labelled = before > 0 && (tokens[before - 1].aside ||
                                        (tokens[before - 1].word == Word::prose && !tokens[before - 1].harmless));
        if (piece.bracket) {
            const auto opens = *piece.bracket;
            piece.round = tokens[opens].value != 0;
            auto end = item.last;
            while (end < tokens.size() &&
                   (tokens[end].word == Word::topic || tokens[end].word == Word::of || tokens[end].word == Word::open ||
                    tokens[end].word == Word::filler || tokens[end].word == Word::mark))
                ++end;
            auto begin = opens + 1;
            while (begin < item.first && tokens[begin].word == Word::mark) ++begin;
            piece.alone = begin == item.first && end < tokens.size() && tokens[end].word == Word::closing;
        }
        brackets.pass(item.last);
        pieces.push_back(piece);
    }
    return pieces;
}

void find_sides(std::vector<Piece>& pieces) {
    for (auto first = pieces.begin(); first != pieces.end();) {
        auto last = first;
        while (last != pieces.end() && last->line == first->line) ++last;
        find_sides_of(first, last, ItemKind::days);
        find_sides_of(first, last, ItemKind::meal);
        find_days_elsewhere(first, last);
        first = last;
    }
    let_brackets_lead(pieces, ItemKind::days);
    let_brackets_lead(pieces, ItemKind::meal);
    find_sides_of_lines(pieces);
}

}  // namespace denwaban::formats::japanese

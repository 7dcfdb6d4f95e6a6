"""Writes include/denwaban/customer/detail/character_variants.hpp and character_spellings.hpp: what names are folded by.

    python3 src/tools/kanji_variants.py FOLDER

FOLDER holds the tables of https://github.com/cjkvi/cjkvi-variants (read at e4f1da2): joyo-variants.txt (常用漢字表,
with its 康熙字典体), jinmei-variants.txt (人名用漢字, 戸籍法施行規則別表第二), hyogai-variants.txt (表外漢字字体表) and
koseki-variants.txt (戸籍統一文字情報, 法務省). Compatibility ideographs and Latin letters with marks are decomposed as
the Unicode Standard has them, and so are characters that are others in a circle, in a square, small or side by side
(①, ㌔, Ⅷ, ﬁ). A character is never folded into one that is rarer. Characters that no Japanese character set has are
left out, but for つちよし.
"""

import pathlib
import sys
import unicodedata

TABLES = ("joyo", "jinmei", "hyogai", "koseki")
CHARSETS = ("shift_jis", "cp932", "euc_jis_2004", "euc_jp")
TYPED_ALL_THE_SAME = "\U00020bb7"
TARGET = pathlib.Path("include/denwaban/customer/detail/character_variants.hpp")
SPELLINGS = TARGET.with_name("character_spellings.hpp")
# Small and written together, letters as signs, numbers, in circles and squares.
SPELLED = ((0xAA, 0xBA), (0x2070, 0x209C), (0x2100, 0x2188), (0x2460, 0x24FF), (0x2776, 0x2793), (0x3220, 0x325F),
           (0x3280, 0x33FF), (0xFB00, 0xFB06), (0x1F100, 0x1F190), (0x1F200, 0x1F251))  # fmt: skip
# No standard spells these; passports and directories do.
SPELLED_BY_CUSTOM = {"ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "đ": "d",
                     "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ł": "l", "Ł": "l", "ı": "i", "ħ": "h", "Ħ": "h"}  # fmt: skip
# Companies' signs, which separate words.
COMPANIES = "㈱㈲㈳㈶㊑㊒㍿"
LATIN = ((0xC0, 0x250), (0x1E00, 0x1F00))


def rank(character: str) -> int:
    """How common it is, roughly: 第1水準, or else the place of the first Japanese character set that has it."""
    for place, charset in enumerate(CHARSETS, start=1):
        try:
            encoded = character.encode(charset)
        except UnicodeEncodeError:
            continue
        return 0 if place == 1 and encoded < b"\x98\x9f" else place
    return len(CHARSETS) + 1


def rows(folder: pathlib.Path):
    """(proper, variant), the tables' order."""
    for table in TABLES:
        for line in (folder / f"{table}-variants.txt").read_text("utf-8").splitlines():
            cells = [cell.strip() for cell in line.split(",")]
            if not line.startswith("#") and len(cells) > 2 and len(cells[0]) == len(cells[2]) == 1:
                yield cells[0], cells[2]


def compatibility():
    for code in [*range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)]:
        plain = unicodedata.normalize("NFC", chr(code))
        if plain != chr(code) and len(plain) == 1:
            yield plain, chr(code)


def latin():
    for first, end in LATIN:
        for code in range(first, end):
            base = unicodedata.normalize("NFD", chr(code))[0].lower()
            if base != chr(code) and base.isascii():
                yield code, ord(base)


def spelling(character: str) -> str:
    """What it is written as without its circle or bracket; nothing for itself, and for fractions."""
    number = unicodedata.numeric(character, None)
    if number is not None and number != int(number):
        return ""
    plain = "".join(one for one in unicodedata.normalize("NFKC", character) if one.isalnum())
    if plain not in ("", character):
        return plain
    return "" if number is None else str(int(number))


def spellings() -> dict[str, str]:
    signs = (chr(code) for first, last in SPELLED for code in range(first, last + 1))
    spelled = {sign: spelling(sign) for sign in signs if sign not in COMPANIES}
    return dict(sorted({**{sign: text for sign, text in spelled.items() if text}, **SPELLED_BY_CUSTOM}.items()))


def write_spellings() -> None:
    cells = [f'{{0x{ord(sign):X}, "{text}"}},' for sign, text in spellings().items()]
    lines = [" ".join(cells[first : first + 5]) for first in range(0, len(cells), 5)]
    SPELLINGS.write_text(
        "// Written by src/tools/kanji_variants.py.\n"
        "#pragma once\n\n#include <algorithm>\n#include <array>\n#include <string_view>\n\n"
        "namespace denwaban::detail {\n\n"
        "/// A character that is others in a circle, in a square, small or side by side.\n"
        "struct CharacterSpelling {\n    char32_t sign;\n    std::string_view text;\n};\n\n"
        "// clang-format off\n"
        f"inline constexpr std::array<CharacterSpelling, {len(cells)}> character_spellings{{{{\n    "
        + "\n    ".join(lines)
        + "\n}};\n// clang-format on\n\n"
        "/// 1 for ①, キロ for ㌔, VIII for Ⅷ; empty for what is no such sign. Cost: O(log signs).\n"
        "[[nodiscard]] constexpr std::string_view spelling_of(char32_t sign) noexcept {\n"
        "    if (sign < character_spellings.front().sign) return {};\n"
        "    const auto* const found = "
        "std::ranges::lower_bound(character_spellings, sign, {}, &CharacterSpelling::sign);\n"
        "    return found != character_spellings.end() && found->sign == sign ? found->text : std::string_view{};\n"
        "}\n\n}  // namespace denwaban::detail\n",
        "utf-8",
    )


def pairs(folder: pathlib.Path) -> dict[int, int]:
    parents: dict[str, str] = {}

    def root(character: str) -> str:
        while parents.setdefault(character, character) != character:
            character = parents[character]
        return character

    for proper, variant in [*rows(folder), *compatibility()]:
        old, new = root(variant), root(proper)
        # Two common characters are forms of one another only if a table says so of these two.
        strangers = rank(old) == rank(new) == 0 and (old, new) != (variant, proper)
        is_rarer = rank(variant) == 0 < rank(proper)
        if old != new and not is_rarer and not strangers:
            parents[old] = new
    classes: dict[str, list[str]] = {}
    for character in parents:
        if rank(character) <= len(CHARSETS) or character in TYPED_ALL_THE_SAME:
            classes.setdefault(root(character), []).append(character)
    folded = dict(latin())
    for proper, members in classes.items():
        common = min(members, key=lambda one: (rank(one), one != proper, ord(one)))
        folded.update({ord(one): ord(common) for one in members if one != common})
    return folded


def main() -> None:
    write_spellings()
    folded = sorted(pairs(pathlib.Path(sys.argv[1])).items())
    cells = [f"{{0x{variant:X}, 0x{common:X}}}," for variant, common in folded]
    lines = [" ".join(cells[first : first + 5]) for first in range(0, len(cells), 5)]
    TARGET.write_text(
        "// Written by src/tools/kanji_variants.py, which names the tables that this is of.\n"
        "#pragma once\n\n#include <algorithm>\n#include <array>\n\n"
        "namespace denwaban::detail {\n\n"
        "/// A character, and the one that it is another form of.\n"
        "struct CharacterVariant {\n    char32_t variant;\n    char32_t common;\n};\n\n"
        "// clang-format off\n"
        f"inline constexpr std::array<CharacterVariant, {len(folded)}> character_variants{{{{\n    "
        + "\n    ".join(lines)
        + "\n}};\n// clang-format on\n\n"
        "/// 高 for 髙, 辺 for 邊 and 邉, e for é: the common form, or the character itself. Cost: O(log variants).\n"
        "[[nodiscard]] constexpr char32_t common_form(char32_t character) noexcept {\n"
        "    const auto* const found = std::ranges::lower_bound(character_variants, character, {},"
        " &CharacterVariant::variant);\n"
        "    return found != character_variants.end() && found->variant == character ? found->common : character;\n"
        "}\n\n}  // namespace denwaban::detail\n",
        "utf-8",
    )


main()

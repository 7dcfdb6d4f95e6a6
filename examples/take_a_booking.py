"""An agent's evening at the keyboard: 予約を取る.

    python examples/take_a_booking.py [evening.svg] [book.json]

Takes what a caller says (`予約 19:00 6 山田 個室`), answers at once whether there is a table, and if not, what there is instead;
draws the evening in the terminal, and at the end as a picture. With `book.json` the book is kept from one run to the next.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from html import escape
from pathlib import Path
from typing import Any, Callable

from denwaban import By, DayBook, DenwabanError, Proposal

JST = timezone(timedelta(hours=9))
CALL = datetime(2026, 11, 27, 14, tzinfo=JST)  # the examples' moment; a desk would have datetime.now(JST)

HANAMARU: dict[str, Any] = {
    "restaurant": "hanamaru",
    "date": "2026-11-27",
    "floor_plan": {
        "tables": [
            *({"id": f"T{n}", "most": 2, "area": "窓側"} for n in (1, 2, 3)),
            *({"id": f"F{n}", "least": 2, "most": 4} for n in (1, 2)),
            {"id": "座敷", "least": 3, "most": 6, "kind": "tatami"},
            {"id": "個室", "least": 2, "most": 8, "kind": "private_room", "rank": 1},
            *({"id": f"C{n}", "most": 1, "kind": "counter"} for n in range(1, 5)),
        ],
        "chains": [{"tables": ["T1", "T2", "T3"]}, {"tables": ["C1", "C2", "C3", "C4"], "longest": 3}],
    },
    "policy": {
        "turn_times": [{"most": 2, "turn": 90}, {"most": 4, "turn": 105}],
        "turn": 120,
        "buffer": 15,
        "lead_time": 30,
    },
    "periods": [{"name": "dinner", "opens": "17:00", "closes": "24:00", "last_entry": "22:00"}],
}

NEEDS = {
    "個室": {"kinds": ["private_room"]},
    "カウンター": {"kinds": ["counter"]},
    "座敷": {"kinds": ["tatami"]},
    "窓側": {"areas": ["窓側"]},
}
LIMITS = {
    "not_open": "営業時間外です",
    "last_entry": "最終入店を過ぎています",
    "closing": "閉店までのお時間が足りません",
    "start_grid": "15分刻みでお願いします",
    "lead_time": "直前のご予約はお受けできません",
    "largest_party": "人数が多すぎます",
    "tables": "満席です",
}
OBSTACLES = {
    "kinds": "お席の種類",
    "areas": "場所",
    "length": "時間の長さ",
    "seller": "お店に残した席",
    "tables": "ご指定の卓",
}
ALTERNATIVES = {
    "earlier": "早ければ",
    "later": "遅ければ",
    "split": "分かれてなら",
    "other_seat": "ほかのお席なら",
    "other_day": "別の日なら",
}


def minutes(time: str) -> int:
    hours, rest = time.split(":")
    return int(hours) * 60 + int(rest)


def wide(text: str) -> int:
    """How many columns a terminal gives it."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def padded(text: str, columns: int) -> str:
    while wide(text) > columns:
        text = text[:-1]
    return text + " " * (columns - wide(text))


def stays(book: DayBook) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each table and a reservation that sits there."""
    for one in book.reservations:
        for table in one["tables"]:
            yield table, one


def label(one: dict[str, Any]) -> str:
    party = one["party"]
    return f"{party['adults'] + party['children']} {one['details'].get('name') or one['id']}"


def in_terminal(book: DayBook, first: int = 17 * 60, last: int = 24 * 60, step: int = 15) -> str:
    """The evening, a row for each table and a column for each quarter of an hour."""
    rows = [padded("", 6) + "".join(padded(f"{hour // 60}時", 60 // step) for hour in range(first, last, 60))]
    for table in book.to_dict()["floor_plan"]["tables"]:
        row, at = padded(table["id"], 6), first
        for _, one in sorted((s for s in stays(book) if s[0] == table["id"]), key=lambda s: minutes(s[1]["begin"])):
            begin, end = minutes(one["begin"]), minutes(one["end"])
            row += "·" * ((begin - at) // step)
            row += "▐" + padded(label(one), (end - begin) // step - 1)
            at = end
        rows.append(row + "·" * ((last - at) // step))
    return "\n".join(rows)


def as_svg(book: DayBook, first: int = 17 * 60, last: int = 24 * 60) -> str:
    """The same as a picture."""
    tables = [table["id"] for table in book.to_dict()["floor_plan"]["tables"]]
    scale, height, left, top = 2, 28, 70, 30
    width, bottom = left + (last - first) * scale, top + height * len(tables)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width + 10}" height="{bottom + 10}" font-family="sans-serif" font-size="13">',
        f"<title>{escape(book.restaurant)} {book.date}</title>",
    ]
    for hour in range(first, last + 1, 60):
        x = left + (hour - first) * scale
        parts.append(
            f'<path d="M{x} {top}V{bottom}" stroke="#ddd"/><text x="{x}" y="20" text-anchor="middle">{hour // 60}:00</text>'
        )
    for row, table in enumerate(tables):
        parts.append(f'<text x="8" y="{top + row * height + 19}">{escape(table)}</text>')
    for table, one in stays(book):
        x, y = left + (minutes(one["begin"]) - first) * scale, top + tables.index(table) * height + 2
        length = (minutes(one["end"]) - minutes(one["begin"])) * scale
        colour = "#f6c177" if one["allocation"] == "pinned" else "#9ccfd8"
        parts.append(
            f'<rect x="{x}" y="{y}" width="{length}" height="{height - 4}" rx="4" fill="{colour}"/>'
            f'<text x="{x + 6}" y="{y + 17}">{escape(label(one))}</text>'
        )
    return "\n".join([*parts, "</svg>", ""])


def why_not(proposal: Proposal) -> list[str]:
    said = [LIMITS.get(one.limit, one.limit) for one in proposal.exceeded]
    said += [f"（{OBSTACLES[one]}を変えれば空きがあります）" for one in proposal.obstacles if one in OBSTACLES]
    for one in proposal.alternatives:
        tables = " と ".join("+".join(part) for part in one.tables)
        said.append(f"  {ALTERNATIVES[one.kind]} {one.begin}〜{one.end} {tables}")
    return said


class Desk:
    """What is typed, and what is said to it."""

    def __init__(self, book: DayBook) -> None:
        self.book = book

    def by(self) -> By:
        return By(now=CALL, who="agent-1")

    def answer(self, line: str) -> str:
        words = unicodedata.normalize("NFKC", line).split()
        commands: dict[str, Callable[..., str]] = {
            "予約": self.take,
            "変更": self.change,
            "取消": self.cancel,
            "空き": self.free,
            "表": lambda: in_terminal(self.book),
        }
        command = commands.get(words[0]) if words else None
        if command is None:
            return (
                "予約 時刻 人数 名前 [個室|カウンター|座敷|窓側] ／ 変更 番号 時刻 人数 ／ 取消 番号 ／ 空き 人数 ／ 表"
            )
        try:
            return command(*words[1:])
        except DenwabanError as refused:
            return "できません: " + "、".join(f"{error.code} {error.message}" for error in refused.errors)
        except (TypeError, ValueError):
            return "読めませんでした: " + line

    def take(self, time: str, covers: str, name: str, *wishes: str) -> str:
        needs: dict[str, Any] = {}
        for wish in wishes:
            needs.update(NEEDS.get(wish, {}))
        asked = {"party": int(covers), "begin": time, "needs": needs}
        proposal = self.book.propose(now=CALL, **asked)
        if proposal.answer != "possible":
            return "\n".join(why_not(proposal) or ["わかりません"])
        id = f"b{len(self.book.reservations) + 1}"
        decision = self.book.book(id=id, by=self.by(), details={"name": name}, **asked)
        self.book = decision.book
        moved = "".join(f"（{move.booking}を{'+'.join(move.to)}へ）" for move in decision.moved)
        return f"{id}: {name}様 {covers}名様 {time}〜{proposal.end} {'+'.join(proposal.tables)}{moved}"

    def change(self, booking: str, time: str, covers: str) -> str:
        self.book = self.book.change(booking, self.by(), begin=time, party=int(covers)).book
        one = self.book.reservation(booking)
        return f"{booking}: {one['begin']}〜{one['end']} {'+'.join(one['tables'])}" if one else booking

    def cancel(self, booking: str) -> str:
        self.book = self.book.cancel(booking, self.by(), reason="guest").book
        return f"{booking}: 取り消しました"

    def free(self, covers: str) -> str:
        slots = self.book.availability(int(covers), now=CALL, moves=50_000)
        marks = {"free": "○", "if_others_move": "△"}
        return " ".join(f"{slot.begin}{marks[slot.state]}" for slot in slots if slot.state in marks) or "ありません"


def main() -> None:
    picture = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    desk = Desk(DayBook.from_json(kept.read_text() if kept and kept.exists() else HANAMARU))
    prompt = "> " if sys.stdin.isatty() else ""
    while True:
        try:
            line = input(prompt)
        except EOFError:
            break
        if not prompt:
            print("> " + line)
        print(desk.answer(line))
    print(in_terminal(desk.book))
    if picture:
        picture.write_text(as_svg(desk.book))
    if kept:
        kept.write_text(desk.book.to_json())


if __name__ == "__main__":
    main()

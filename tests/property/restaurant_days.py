"""Days of Japanese restaurants, made at random after published figures of what parties come, when, and for how long."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

# Per cent of parties, of a public subset of the Recruit restaurant visitor data (36,259 reservations, 2017).
PARTY_SIZES = {
    1: 1.6,
    2: 42.7,
    3: 16.7,
    4: 13.6,
    5: 6.3,
    6: 4.9,
    7: 2.7,
    8: 2.7,
    9: 1.3,
    10: 1.3,
    13: 3.2,
    18: 1.4,
    24: 1.5,
}
HOURS = {11: 3, 12: 3, 13: 2, 17: 10, 18: 27, 19: 24, 20: 14, 21: 8, 22: 3}
MINUTES = {0: 55, 15: 5, 30: 35, 45: 5}


def pick(chances: dict[int, float], chance: random.Random) -> int:
    return chance.choices(list(chances), weights=list(chances.values()))[0]


def turn_time(covers: int) -> int:
    """90, 105 and 120 minutes for two, four and six, as restaurants configure it."""
    return 90 if covers <= 2 else 105 if covers <= 4 else 120 if covers <= 6 else 150


@dataclass
class Plan:
    tables: list[dict[str, Any]] = field(default_factory=list)
    combinations: list[dict[str, Any]] = field(default_factory=list)
    chains: list[dict[str, Any]] = field(default_factory=list)

    def add(self, least: int, most: int, kind: str = "table", smoking: str = "forbidden") -> str:
        name = f"t{len(self.tables)}"
        self.tables.append({"id": name, "least": least, "most": most, "kind": kind, "smoking": smoking})
        return name


def some_plan(tables: int, chance: random.Random) -> Plan:
    """Tables for two and four in rows that can be joined, some for six, rooms that open into each other, a counter."""
    plan = Plan()
    rooms = [plan.add(2, chance.choice([4, 6, 8]), "private_room") for _ in range(max(1, tables // 10))]
    for left, right in zip(rooms[::2], rooms[1::2]):
        both = sum(table["most"] for table in plan.tables if table["id"] in (left, right))
        plan.combinations.append(
            {"tables": [left, right], "least": both // 2 + 1, "most": both + chance.choice([-2, 0, 2])}
        )
    counter = [plan.add(1, 1, "counter") for _ in range(min(12, tables // 5))]
    if len(counter) > 1:
        plan.chains.append({"tables": counter, "longest": min(4, len(counter))})
    while len(plan.tables) < tables:
        smoking = "allowed" if chance.random() < 0.2 else "forbidden"
        row: list[str] = []
        for _ in range(min(chance.randint(3, 6), tables - len(plan.tables))):
            least, most = chance.choices([(1, 2), (2, 4), (3, 6)], weights=[45, 40, 15])[0]
            row.append(plan.add(least, most, smoking=smoking))
        if len(row) > 1:
            plan.chains.append({"tables": row, "longest": chance.randint(2, len(row))})
    return plan


def some_party(chance: random.Random, largest: int) -> dict[str, Any]:
    covers = min(pick(PARTY_SIZES, chance), largest)
    begin = pick(HOURS, chance) * 60 + pick(MINUTES, chance)
    party: dict[str, Any] = {
        "covers": covers,
        "begin": begin,
        "end": begin + turn_time(covers) + chance.choice([0, 0, 15]),
    }
    wish = chance.random()
    if wish < 0.06 and covers > 1:
        party["kind"] = "private_room"
    elif wish < 0.12 and covers < 5:
        party["kind"] = "counter"
    elif wish < 0.30:
        party["smoking"] = "forbidden"
    return party


def some_day(tables: int, load: float, chance: random.Random) -> dict[str, Any]:
    """`load`: 1 is an evening about as full as it can be."""
    plan = some_plan(tables, chance)
    largest = 6 if tables < 20 else 10
    parties = [some_party(chance, largest) for _ in range(max(1, round(tables * 1.25 * load)))]
    return {"tables": plan.tables, "combinations": plan.combinations, "chains": plan.chains, "parties": parties}

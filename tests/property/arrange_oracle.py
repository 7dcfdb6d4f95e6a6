"""Compares what the core finds of generated days with what CP-SAT finds: whether everybody can be seated.

`arrange_oracle.py denwaban_arrange_cli [days [tables …]]`. Every arrangement is checked table by table; a day that CP-SAT
does not settle within a minute counts only then. Prints how many agree, and how long each took.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from typing import Any

from ortools.sat.python import cp_model
from restaurant_days import some_day

LOADS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)


def ways(day: dict[str, Any]) -> list[tuple[tuple[str, ...], int, int]]:
    """Every way of seating a party: tables, least, most. Written anew, as the plan's documentation has it."""
    by_id = {table["id"]: table for table in day["tables"]}
    found = {(table["id"],): (table["least"], table["most"]) for table in day["tables"]}
    for combination in day["combinations"]:
        found[tuple(sorted(combination["tables"]))] = (combination["least"], combination["most"])
    for chain in day["chains"]:
        for length in range(2, chain["longest"] + 1):
            for first in range(len(chain["tables"]) - length + 1):
                run = chain["tables"][first : first + length]
                seats = [by_id[name]["most"] for name in run]
                without_an_end = max(sum(seats[1:]), sum(seats[:-1]))
                found.setdefault(tuple(sorted(run)), (without_an_end + 1, sum(seats)))
    return [(tables, least, most) for tables, (least, most) in found.items()]


def suits(day: dict[str, Any], party: dict[str, Any], tables: tuple[str, ...]) -> bool:
    own = [table for table in day["tables"] if table["id"] in tables]
    return all(party.get(wish, table[wish]) == table[wish] for table in own for wish in ("kind", "smoking"))


def cp_sat(day: dict[str, Any]) -> bool | None:
    """None where it found out neither within its time. At each moment when a party begins, a table has one party at most:
    for intervals that says all, and as cliques of choices it says it to the linear relaxation too."""
    model = cp_model.CpModel()
    parties = day["parties"]
    at_table: list[dict[str, list[cp_model.IntVar]]] = []
    for party in parties:
        by_table: dict[str, list[cp_model.IntVar]] = {}
        options = []
        for tables, least, most in ways(day):
            if not least <= party["covers"] <= most or not suits(day, party, tables):
                continue
            sits = model.new_bool_var("")
            options.append(sits)
            for table in tables:
                by_table.setdefault(table, []).append(sits)
        model.add_exactly_one(options)
        at_table.append(by_table)
    for moment in sorted({party["begin"] for party in parties}):
        there = [n for n, party in enumerate(parties) if party["begin"] <= moment < party["end"]]
        for table in day["tables"]:
            model.add_at_most_one(sits for n in there for sits in at_table[n].get(table["id"], []))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = 60
    status = solver.solve(model)
    return {cp_model.OPTIMAL: True, cp_model.FEASIBLE: True, cp_model.INFEASIBLE: False}.get(status)


def check(day: dict[str, Any], seated: list[list[str]]) -> None:
    """That an arrangement is one."""
    known = {tables: (least, most) for tables, least, most in ways(day)}
    taken: dict[str, list[tuple[int, int]]] = {}
    for party, tables in zip(day["parties"], seated, strict=True):
        least, most = known[tuple(sorted(tables))]
        assert least <= party["covers"] <= most and suits(day, party, tuple(tables)), (party, tables)
        for table in tables:
            others = taken.setdefault(table, [])
            assert all(party["end"] <= begin or end <= party["begin"] for begin, end in others), (party, table)
            others.append((party["begin"], party["end"]))


def ask(process: subprocess.Popen[str], day: dict[str, Any]) -> dict[str, Any]:
    assert process.stdin and process.stdout
    process.stdin.write(json.dumps(day) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    if "tables" in answer:
        check(day, answer["tables"])
    return answer


def agree(answer: dict[str, Any], expected: bool | None) -> bool | None:
    """None where nobody can tell."""
    if expected is None and answer["found"] == "no_arrangement":
        return None
    return answer["found"] == ("no_arrangement" if expected is False else "arrangement")


def main() -> int:
    command, days = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 96
    sizes = [int(size) for size in sys.argv[3:]] or [8, 30, 60]
    chance = random.Random(20261123)
    process = subprocess.Popen([command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    outcomes: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    seated: dict[tuple[int, float], list[bool]] = {}
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(days):
        size, load = sizes[number % len(sizes)], LOADS[number // len(sizes) % len(LOADS)]
        day = some_day(size, load, chance)
        answer = ask(process, day)
        begin = time.perf_counter()
        expected = cp_sat(day)
        theirs.append((time.perf_counter() - begin) * 1e6)
        ours.append(answer["microseconds"])
        outcome = agree(answer, expected)
        outcomes[outcome] += 1
        if not outcome:
            print(f"day {number}, {size} tables, load {load}: {answer['found']}, CP-SAT {expected}")
        seated.setdefault((size, load), []).append(answer["found"] == "arrangement")
    process.communicate()
    for size in sizes:
        shares = (f"{sum(some) / len(some):4.0%} at {load:.0%}" for load in LOADS if (some := seated.get((size, load))))
        print(f"{size:4} tables seat everybody: " + ", ".join(shares))
    for name, taken in ("denwaban", ours), ("CP-SAT", theirs):
        print(f"{name}: {statistics.median(taken):.0f} µs median, {max(taken):.0f} at worst")
    print(f"{outcomes[None]} that CP-SAT did not settle, and nobody can tell")
    print(f"{outcomes[True]} passed, {outcomes[False]} failed")
    return 0 if outcomes[False] == 0 and outcomes[True] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())

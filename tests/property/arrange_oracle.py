"""Compares what the core finds of generated days with what OR-tools finds: whether everybody can be seated.

`arrange_oracle.py denwaban_arrange_cli [days [tables …]] [--first day] [--seconds limit]`. A day depends on its number and
the sizes only, so that parts of a long run can be run apart. Every arrangement is checked table by table. A spent budget
is a failure; a proof that OR-tools did not settle within its time is counted apart.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from typing import Any

from ortools.linear_solver import pywraplp
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


def cp_sat(day: dict[str, Any], seconds: float = 60) -> bool | None:
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
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    return {cp_model.OPTIMAL: True, cp_model.FEASIBLE: True, cp_model.INFEASIBLE: False}.get(status)


def fits_in_parts(day: dict[str, Any], moments: list[int]) -> bool:
    """Whether whoever is there at these moments could be seated if a party may sit at several tables in parts, as GLOP has
    it. Where not even that is so, they can't be seated."""
    solver = pywraplp.Solver.CreateSolver("GLOP")
    at_table: dict[tuple[str, int], list[Any]] = {}
    shares, count = [], 0
    for party in day["parties"]:
        present = [moment for moment in moments if party["begin"] <= moment < party["end"]]
        if not present:
            continue
        count += 1
        own = []
        for tables, least, most in ways(day):
            if least <= party["covers"] <= most and suits(day, party, tables):
                own.append(solver.NumVar(0, 1, ""))
                for table in tables:
                    for moment in present:
                        at_table.setdefault((table, moment), []).append(own[-1])
        solver.Add(solver.Sum(own) <= 1)
        shares += own
    for sharing in at_table.values():
        solver.Add(solver.Sum(sharing) <= 1)
    solver.Maximize(solver.Sum(shares))
    return solver.Solve() != pywraplp.Solver.OPTIMAL or solver.Objective().Value() > count - 1e-6


def settle(day: dict[str, Any], seconds: float) -> bool | None:
    """CP-SAT's word; where it has none after a while, GLOP's on each moment, then CP-SAT's again, then GLOP's on the whole
    evening. None where nobody has one."""
    found = cp_sat(day, min(seconds, 5))
    if found is not None:
        return found
    moments = sorted({party["begin"] for party in day["parties"]})
    if not all(fits_in_parts(day, [moment]) for moment in moments):
        return False
    found = cp_sat(day, seconds)
    return False if found is None and not fits_in_parts(day, moments) else found


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command")
    parser.add_argument("days", type=int, nargs="?", default=96)
    parser.add_argument("tables", type=int, nargs="*", default=[8, 30, 60])
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=60)
    asked = parser.parse_args()
    sizes = asked.tables
    process = subprocess.Popen([asked.command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    outcomes: dict[bool | None, int] = {True: 0, False: 0, None: 0}
    seated: dict[tuple[int, float], list[bool]] = {}
    ours: list[float] = []
    theirs: list[float] = []
    for number in range(asked.first, asked.first + asked.days):
        size, load = sizes[number % len(sizes)], LOADS[number // len(sizes) % len(LOADS)]
        day = some_day(size, load, random.Random(20261123 + number))
        answer = ask(process, day)
        begin = time.perf_counter()
        expected = settle(day, asked.seconds)
        theirs.append((time.perf_counter() - begin) * 1e6)
        ours.append(answer["microseconds"])
        outcome = agree(answer, expected)
        outcomes[outcome] += 1
        if not outcome:
            print(f"day {number}, {size} tables, load {load}: {answer['found']}, OR-tools {expected}", flush=True)
        seated.setdefault((size, load), []).append(answer["found"] == "arrangement")
    process.communicate()
    for size in sizes:
        shares = (f"{sum(some) / len(some):4.0%} at {load:.0%}" for load in LOADS if (some := seated.get((size, load))))
        print(f"{size:4} tables seat everybody: " + ", ".join(shares))
    for name, taken in ("denwaban", ours), ("OR-tools", theirs):
        print(f"{name}: {statistics.median(taken):.0f} µs median, {max(taken):.0f} at worst")
    print(f"{outcomes[None]} that OR-tools did not settle, and nobody can tell")
    print(f"{outcomes[True]} passed, {outcomes[False]} failed")
    return 0 if outcomes[False] == 0 and outcomes[True] > 0 else 1


if __name__ == "__main__":
    sys.exit(main())

"""Nights of calls that come one by one: how many get a table, beside first fit, CP-SAT and who knew all calls beforehand;
and what it costs.

`reservations_bench.py denwaban_reservations_bench [nights [nodes]]`. CP-SAT is asked about every call that denwaban turns
away, with all whom it has taken: would they have fitted? The offline optimum knows all calls of the night beforehand.
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "property"))
from arrange_oracle import cp_sat, suits, ways  # noqa: E402
from ortools.sat.python import cp_model  # noqa: E402
from restaurant_days import some_day  # noqa: E402

CHECKED = (8, 30, 60)
SIZES = (8, 30, 60, 120, 250, 500)
CALLS_A_TABLE = 2.5


def some_night(tables: int, chance: random.Random) -> dict[str, Any]:
    """More calls than there is room for."""
    return some_day(tables, CALLS_A_TABLE / 1.25, chance)


def replay(command: str, nights: list[dict[str, Any]], nodes: str) -> list[dict[str, Any]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.writelines(json.dumps(night) + "\n" for night in nights)
        file.flush()
        lines = subprocess.run([command, file.name, nodes], check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in lines.splitlines()]


def at_most(night: dict[str, Any], seconds: float) -> float:
    """How many of a night's calls could be taken by who knew them all: a bound, where the optimum is not found in time."""
    model = cp_model.CpModel()
    parties, at_table, taken = night["parties"], [], []
    for party in parties:
        by_table: dict[str, list[cp_model.IntVar]] = {}
        options = []
        for tables, least, most in ways(night):
            if least <= party["covers"] <= most and suits(night, party, tables):
                options.append(model.new_bool_var(""))
                for table in tables:
                    by_table.setdefault(table, []).append(options[-1])
        model.add_at_most_one(options)
        taken += options
        at_table.append(by_table)
    for moment in sorted({party["begin"] for party in parties}):
        there = [n for n, party in enumerate(parties) if party["begin"] <= moment < party["end"]]
        for table in night["tables"]:
            model.add_at_most_one(sits for n in there for sits in at_table[n].get(table["id"], []))
    model.maximize(sum(taken))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = seconds
    solver.solve(model)
    return float(solver.best_objective_bound)


def compare(size: int, nights: list[dict[str, Any]], results: list[dict[str, Any]]) -> None:
    missed = unsettled = turned_away = undecided = 0
    ours: list[float] = []
    theirs: list[float] = []
    for night, result in zip(nights, results, strict=True):
        taken: list[dict[str, Any]] = []
        for party, call in zip(night["parties"], result["calls"], strict=True):
            ours.append(call["propose"])
            if call["answer"] == "possible":
                taken.append(party)
                continue
            turned_away += 1
            undecided += call["answer"] == "undecided"
            begin = time.perf_counter()
            fits = cp_sat({**night, "parties": [*taken, party]})
            theirs.append((time.perf_counter() - begin) * 1e6)
            missed += fits is True
            unsettled += fits is None
    booked = sum(result["booked"] for result in results)
    fixed = sum(result["fixed"] for result in results)
    calls = sum(len(night["parties"]) for night in nights)
    bound = sum(int(at_most(night, 20)) for night in nights)
    print(f"{size:4} tables, {len(nights)} nights, {calls} calls: {booked} taken")
    print(f"     first fit, nobody moves: {fixed} ({booked / fixed - 1:+.1%} with moves)")
    print(f"     who knew all calls:      at most {bound} ({booked / bound:.1%} of it)")
    print(
        f"     CP-SAT would have taken  {missed} of {turned_away} turned away ({undecided} undecided, {unsettled} that "
        f"it did not settle): {booked / (booked + missed):.2%} of its acceptance"
    )
    print(f"     a call: {statistics.median(ours):.0f} µs median; CP-SAT {statistics.median(theirs):.0f} µs a refusal")


def speed(size: int, results: list[dict[str, Any]]) -> None:
    times = sorted(call["propose"] for result in results for call in result["calls"])
    books = [call["book"] for result in results for call in result["calls"] if call["answer"] == "possible"]
    booked = round(statistics.mean(result["booked"] for result in results))
    kilobytes = statistics.mean(result["bytes"] for result in results) / 1000
    as_json = statistics.mean(result["json"] for result in results) / 1000
    two, four = (statistics.mean(result["availability"][n] for result in results) for n in "24")
    print(
        f"{size:6} {booked:8} {two:8.1f} {four:8.1f} {times[len(times) // 2]:9.0f} {times[len(times) * 99 // 100]:9.0f} "
        f"{times[-1]:9.0f} {statistics.median(books):7.0f} {kilobytes:8.0f} {as_json:8.0f}"
    )


def main() -> None:
    command, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 4
    nodes = sys.argv[3] if len(sys.argv) > 3 else "50000"
    chance = random.Random(20261124)
    nights = {size: [some_night(size, chance) for _ in range(count)] for size in SIZES}
    results = {size: replay(command, nights[size], nodes) for size in SIZES}
    print(f"Microseconds, with {nodes} nodes; availability is that of an evening's starts for 2 and for 4, nobody moves.")
    print("tables bookings avail. 2 avail. 4  propose       p99     worst    book  book kB  JSON kB")
    for size in SIZES:
        speed(size, results[size])
    for size in CHECKED:
        compare(size, nights[size], results[size])


if __name__ == "__main__":
    main()

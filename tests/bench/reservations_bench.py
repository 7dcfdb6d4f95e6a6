"""Nights of calls that come one by one: how many get a table, beside first fit, CP-SAT and who knew all calls beforehand;
and what it costs, in processor time: what else runs on the machine does not count.

`reservations_bench.py denwaban_reservations_bench [nights [nodes]]`. CP-SAT takes the same calls in the same order, a
night of its own, and says yes whenever all whom it has taken could move; its time is beside ours to decide, and beside
ours to decide and to write the booking down. It takes minutes.
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
from arrange_oracle import cp_sat, suits, ways
from ortools.sat.python import cp_model
from restaurant_days import some_day

CHECKED = (8, 30, 60)
LOADS = (0.9, 1.1, 1.3)
SIZES = (8, 30, 60, 120, 250, 500)
BOOKINGS_A_TABLE = 2.5


def some_night(tables: int, chance: random.Random) -> dict[str, Any]:
    """Calls until there are as many bookings as a night can hold: most at the end want the hours that are full."""
    night = some_day(tables, 10, chance)
    night["enough"] = round(tables * BOOKINGS_A_TABLE)
    return night


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


def taken_by_cp_sat(night: dict[str, Any]) -> tuple[int, list[float]]:
    """How many of a night's calls it takes, and the microseconds of each."""
    taken: list[dict[str, Any]] = []
    times = []
    for party in night["parties"]:
        begin = time.process_time()
        if cp_sat({**night, "parties": [*taken, party]}):
            taken.append(party)
        times.append((time.process_time() - begin) * 1e6)
    return len(taken), times


def compare(command: str, size: int, load: float, count: int, nodes: str) -> None:
    chance = random.Random(5)
    nights = [some_day(size, load, chance) for _ in range(count)]
    results = replay(command, nights, nodes)
    calls = [call for result in results for call in result["calls"]]
    written = sum(call["book"] for call in calls)
    # A no costs the decision alone only where nothing else is asked for, as `book` does.
    decided = sum(call["propose" if call["answer"] == "possible" else "book"] for call in calls)
    theirs = [taken_by_cp_sat(night) for night in nights]
    booked = sum(result["booked"] for result in results)
    fixed = sum(result["fixed"] for result in results)
    cp_sat_took = sum(taken for taken, _ in theirs)
    bound = sum(int(at_most(night, 20)) for night in nights)
    its_time = sum(sum(times) for _, times in theirs)
    print(
        f"{size:6} {load:5.1f} {len(calls):6} {fixed:10} {booked:9} {cp_sat_took:7} {bound:8} {booked / cp_sat_took:13.1%} "
        f"{its_time / decided:9.0f}x {its_time / written:8.0f}x",
        flush=True,
    )


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
    command, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    nodes = sys.argv[3] if len(sys.argv) > 3 else "1500"
    chance = random.Random(20261124)
    nights = {size: [some_night(size, chance) for _ in range(count)] for size in SIZES}
    results = {size: replay(command, nights[size], nodes) for size in SIZES}
    print(
        f"Microseconds, with {nodes} nodes; availability is that of an evening's starts for 2 and for 4, nobody moves."
    )
    print("tables bookings avail. 2 avail. 4  propose       p99     worst    book  book kB  JSON kB")
    for size in SIZES:
        speed(size, results[size])
    print("tables  load  calls  first fit  denwaban  CP-SAT  at most  beside CP-SAT  to decide  to write")
    for size in CHECKED:
        for load in LOADS:
            compare(command, size, load, count, nodes)


if __name__ == "__main__":
    main()

"""Kills the process that writes a ledger, again and again, and has the checker look at all that was heard.

kills.py STORM ROUNDS
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

storm, rounds = sys.argv[1], int(sys.argv[2])
draw = random.Random(1)


def key_of(line: dict) -> str:
    return line["ask"]["decide"]["command"]["by"]["key"]


def play(ledger: str, lines: list[str], most: int | None) -> tuple[list[str], int]:
    """What was heard of the process, which is killed once it has said so many lines, if that is said."""
    command = [storm, "sqlite", ledger, "8"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as writer:
        assert writer.stdin and writer.stdout
        writer.stdin.write("".join(line + "\n" for line in lines).encode())
        writer.stdin.close()
        heard: list[bytes] = []
        for line in writer.stdout:
            heard.append(line)
            if len(heard) == most:
                writer.kill()
        # Of a process that was killed the last line may be half a line.
        return [line.decode() for line in heard if line.endswith(b"\n")], writer.wait()


def night(ledger: str) -> list[str]:
    """The history of a night on which the writer is killed, and asked again."""
    requests = ["requests", "20", str(rounds * 40), "7"]
    made = subprocess.run([storm, *requests], capture_output=True, check=True, text=True).stdout.splitlines()
    prepare = [line for line in made if "prepare" in json.loads(line)]
    asked = {line: key_of(json.loads(line)) for line in made if "ask" in json.loads(line)}
    history, _ = play(ledger, prepare, None)
    answered: set[str] = set()

    def left() -> list[str]:
        # Who lost an answer asks again; so do some of those who did not.
        return [line for line, key in asked.items() if key not in answered or draw.random() < 0.02]

    for _ in range(rounds):
        heard, _ = play(ledger, left()[:400], draw.randint(1, 80))
        history += heard
        answered |= {key_of(line) for line in map(json.loads, heard) if "end" in line}
    heard, status = play(ledger, prepare + left(), None)
    assert status == 0, f"the ledger did not open again: {status}"
    print(f"{rounds} kills, {len(answered)} requests answered between them")
    return history + heard


with tempfile.TemporaryDirectory() as folder:
    lines = night(str(Path(folder) / "ledger"))
checked = subprocess.run([storm, "check"], input="".join(lines), capture_output=True, text=True)
print(checked.stdout, end="")
sys.exit(checked.returncode)

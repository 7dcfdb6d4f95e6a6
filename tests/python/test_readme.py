"""The Python example of the README says what its comment promises."""

import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "hello.py"


def test_the_example_runs() -> None:
    output = subprocess.run([sys.executable, EXAMPLE], capture_output=True, check=True, encoding="utf-8").stdout
    assert output == "open 勤労感謝の日の前日 2026-11-23 02:00:00+09:00\n"
    assert EXAMPLE.read_text(encoding="utf-8").rstrip().endswith("# " + output.rstrip())

"""The Python programs of the guide say what their comments promise."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROMISE = re.compile(r"print\(.*\)  # (.*)")


def programs_of(page: str) -> list[str]:
    """Every block that imports the package is a whole program."""
    blocks = PROGRAM.findall((ROOT / page).read_text(encoding="utf-8"))
    return [text for text in blocks if "from denwaban import" in text]


@pytest.mark.parametrize(("page", "count"), [("README.md", 1), ("docs/ledger.md", 1)])
def test_programs_run_as_they_stand_where_there_is_nothing_yet(page: str, count: int, tmp_path: Path) -> None:
    programs = programs_of(page)
    assert len(programs) == count
    for text in programs:
        ran = subprocess.run([sys.executable, "-c", text], capture_output=True, cwd=tmp_path, encoding="utf-8")
        assert ran.stdout.splitlines() == PROMISE.findall(text), ran.stderr


def test_readme_names_the_packages_that_the_setup_installs_for_cpp() -> None:
    (setup,) = re.findall(r"^need_build='(.*?)'", (ROOT / "tests/setup.sh").read_text(encoding="utf-8"), re.M | re.S)
    (told,) = re.findall(r"^sudo apt install (.*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)
    assert told.split() == [name for name in setup.split() if not name.startswith("python3")]


def test_readme_shows_the_example() -> None:
    assert (ROOT / "examples/hello.py").read_text(encoding="utf-8").rstrip() in programs_of("README.md")[0]

"""Whatever may be asked of a ledger has a method in every language."""

import inspect
import re
from pathlib import Path

import pytest

import denwaban
from denwaban import aio

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/errands.md").read_text()
DOORS = re.findall(r"^## `(\w+)`\n.*?Method: `(\w+)\.(\w+)`", PAGE, re.MULTILINE)
HEADERS = "".join(path.read_text() for path in sorted((ROOT / "include/denwaban/ledger").glob("*.hpp")))
IN_CPP = {"replace_floor_plan": "edit"}


def test_there_are_doors():
    assert len(DOORS) == PAGE.count("\n## ") == 47


@pytest.mark.parametrize(("name", "desk", "method"), DOORS)
def test_python_has_a_method_that_waits_and_one_that_is_awaited(name, desk, method):
    blocking, awaited = getattr(getattr(denwaban, desk), method), getattr(getattr(aio, desk), method)
    assert inspect.iscoroutinefunction(awaited)
    assert inspect.signature(blocking).parameters.keys() == inspect.signature(awaited).parameters.keys()
    assert "Any" not in str(inspect.signature(blocking).return_annotation)


@pytest.mark.parametrize(("name", "desk", "method"), DOORS)
def test_cpp_has_a_typed_method(name, desk, method):
    body = re.search(rf"^class {desk} {{.*?^}};", HEADERS, re.MULTILINE | re.DOTALL)
    assert body
    assert re.search(rf"Expected<[\w:<>, ]+, Errors> {IN_CPP.get(method, method)}\(", body[0])


def test_every_method_of_a_desk_is_awaited_too():
    for desk in {desk for _, desk, _ in DOORS}:
        for method, _ in inspect.getmembers(getattr(denwaban, desk), inspect.isfunction):
            if not method.startswith("_"):
                assert hasattr(getattr(aio, desk), method), f"{desk}.{method}"

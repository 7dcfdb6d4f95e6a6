"""What is loaded once it is asked for is all there, and nothing is loaded before."""

import inspect
import json
import subprocess
import sys
import typing
from dataclasses import is_dataclass
from importlib import import_module

import pytest

import denwaban
from denwaban import aio
from denwaban.generated.homes import HOMES

AT_ONCE = """
import sys
before = set(sys.modules)
import denwaban
loaded = set(sys.modules) - before
import json
print(json.dumps([sorted(loaded), sorted(set(vars(denwaban)) & set(denwaban.__all__))]))
"""


def at_once():
    ran = subprocess.run([sys.executable, "-c", AT_ONCE], capture_output=True, text=True, check=True)
    return json.loads(ran.stdout)


def test_an_import_loads_the_core_and_nothing_else():
    loaded, _ = at_once()
    ours = {name for name in loaded if name.startswith("denwaban")}
    assert ours == {
        "denwaban",
        "denwaban._denwaban",
        "denwaban._interpreter",
        "denwaban.generated",
        "denwaban.generated.homes",
    }
    assert not {
        "asyncio",
        "dataclasses",
        "datetime",
        "enum",
        "json",
        "logging",
        "numpy",
        "re",
        "typing",
        "zoneinfo",
    } & set(loaded)


def test_every_public_name_is_there_at_once_or_has_a_home():
    _, names = at_once()
    assert sorted([*names, *HOMES]) == sorted(denwaban.__all__)


@pytest.mark.parametrize("name", sorted(HOMES))
def test_a_name_is_what_its_home_has(name):
    assert getattr(denwaban, name) is getattr(import_module(HOMES[name], "denwaban"), name)
    assert name in dir(denwaban)


def test_a_name_that_is_nowhere_is_an_error():
    with pytest.raises(AttributeError, match="'denwaban' has no attribute 'Ours'"):
        denwaban.Ours  # noqa: B018


def says_what_it_is(value):
    """Beyond what Python and pybind11 say of everything: how it is called."""
    said = inspect.getdoc(value) or ""
    return said != "" and (not said.startswith(f"{value.__name__}(") or "\n\n" in said)


def test_every_public_class_and_function_says_what_it_is():
    shown = [getattr(module, name) for module in (denwaban, aio) for name in module.__all__]
    ours = [value for value in shown if inspect.isclass(value) or inspect.isroutine(value)]
    assert len(ours) > 200
    assert [value.__name__ for value in ours if not says_what_it_is(value)] == []


def written_here(value):
    return inspect.getmodule(value) is not None and inspect.getmodule(value).__name__.startswith("denwaban")


def annotated():
    for name in denwaban.__all__:
        value = getattr(denwaban, name)
        if inspect.isfunction(value):
            yield name, value
        elif inspect.isclass(value) and written_here(value):
            yield name, value
            for member, function in vars(value).items():
                function = getattr(function, "fget", getattr(function, "__func__", function))
                made = member == "__init__" and is_dataclass(value)  # by Python, which knows not where its types are
                if inspect.isfunction(function) and not made and function.__annotations__:
                    yield f"{name}.{member}", function


@pytest.mark.parametrize(("name", "value"), [pytest.param(*one, id=one[0]) for one in annotated()])
def test_types_can_be_looked_up_while_a_program_runs(name, value):
    if sys.version_info < (3, 10):
        pytest.skip("`X | None` is no type before Python 3.10")
    assert isinstance(typing.get_type_hints(value), dict)

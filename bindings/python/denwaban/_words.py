"""Objects as JSON, for the core, which reads nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Union

from ._errors import DenwabanError, Problem

_DEEPEST = 64
"""Of documents, as the core has it."""
_PLAIN = (str, int, float, bool, type(None), datetime)


def json_of(source: Any) -> str:
    """As `json.dumps`, and a datetime as text. Raises `DenwabanError` for what is no JSON, at the first place of which that can be said: not the
    errors of a dictionary's own methods, nor of Python's stack.
    """
    try:
        return json.dumps(source, default=_text_of)
    except (KeyboardInterrupt, MemoryError):
        raise
    except Exception as error:
        raise DenwabanError([_first_wrong(source) or Problem("wrong_type", f"is no JSON: {error}", "")]) from error


def _text_of(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} is no JSON")


def _first_wrong(source: Any) -> Union[Problem, None]:
    """Without recursion: what is wrong may be how deep it is."""
    above: list[tuple[Any, str, Iterator[tuple[str, Any]]]] = []
    found: Union[tuple[str, Any], Problem, None] = ("", source)
    while found is not None or above:
        if isinstance(found, Problem):
            return found
        if found is None:
            above.pop()
        else:
            where, value = found
            problem = _wrong(value, where, [one for one, *_ in above])
            if problem is not None:
                return problem
            if not isinstance(value, _PLAIN):
                above.append((value, where, _parts(value, where)))
        found = _next(above[-1][2], above[-1][1]) if above else None
    return None


def _wrong(value: Any, where: str, above: list[Any]) -> Union[Problem, None]:
    if isinstance(value, _PLAIN):
        return None
    if any(one is value for one in above):
        return Problem("too_deep", "holds itself", where)
    if len(above) >= _DEEPEST:
        return Problem("too_deep", f"nested more than {_DEEPEST} deep", where)
    if not isinstance(value, (dict, list, tuple)):
        return Problem("wrong_type", f"is no JSON: {type(value).__name__}", where)
    return None


def _parts(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        if not isinstance(key, _PLAIN):
            raise TypeError(f"has a key that is no word: {type(key).__name__}")
        yield f"{where}/{str(key).replace('~', '~0').replace('/', '~1')}", part


def _next(parts: Iterator[tuple[str, Any]], where: str) -> Union[tuple[str, Any], Problem, None]:
    """What a subclass does when it is asked is anybody's guess."""
    try:
        return next(parts, None)
    except TypeError as error:
        return Problem("wrong_type", str(error), where)
    except Exception as error:
        return Problem("wrong_type", f"can't be read: {type(error).__name__}", where)

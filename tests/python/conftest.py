from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from denwaban import Hours, Restaurant

settings.register_profile("denwaban", deadline=None)
settings.load_profile("denwaban")

ROOT = Path(__file__).resolve().parents[2]
EVERY_DAY = {"when": "every_day", "services": [{"name": "dinner", "opens": "17:00", "closes": "23:00"}]}


def shared_data(place: str) -> Path:
    """Test data that is kept beside the repository, not in it."""
    path = ROOT.parent / "shared" / "data" / place
    if not path.exists():
        pytest.skip(f"no {place} beside the repository", allow_module_level=True)
    return path


def document(*rules: dict[str, Any], **others: Any) -> dict[str, Any]:
    """A restaurant's JSON form; `closings` and `choices` go to its hours."""
    hours = {key: others.pop(key) for key in ("closings", "choices") if key in others}
    return {"id": "r1", "name": "とりべえ", "hours": {"rules": list(rules or (EVERY_DAY,)), **hours}, **others}


def restaurant(*rules: dict[str, Any], **others: Any) -> Restaurant:
    return Restaurant.from_json(document(*rules, **others))


def hours(*rules: dict[str, Any], **others: Any) -> Hours:
    return restaurant(*rules, **others).hours

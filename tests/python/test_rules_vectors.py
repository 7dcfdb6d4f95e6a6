"""The texts that all three languages read alike."""

import json

import pytest
from conftest import ROOT

from denwaban import Rules

FILES = sorted((ROOT / "tests" / "data" / "rules_vectors").glob("*.json"))


def read(form, text):
    reader = getattr(Rules, f"from_{form}")
    return reader(text["open"], text["close"]) if form == "japanese" else reader(text)


def test_there_are_vectors():
    assert FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_vector(file):
    vector = json.loads(file.read_text(encoding="utf-8"))
    rules = read(vector["format"], vector["text"])
    assert rules.to_dict() == vector["rules"]
    assert [
        {"kind": found.kind, "weight": found.weight, "where": found.where, "part": found.part}
        for found in rules.findings
    ] == vector["findings"]

"""The notebooks run from top to bottom, and draw; run ones are kept in build/notebooks, for whoever makes pages of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples/notebooks").glob("*.ipynb"))
RUN = ROOT / "build/notebooks"


def test_there_are_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["a_month_of_calls", "a_nights_seating", "hours_of_a_chain"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_draws(path: Path) -> None:
    notebook: Any = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    programs = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in programs), "no answers are checked in"

    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    ).execute()

    outputs = [output for cell in programs for output in cell.outputs]
    assert [output.text for output in outputs if output.output_type == "stream" and output.name == "stderr"] == []
    assert any("image/svg+xml" in output.get("data", {}) for output in outputs)
    RUN.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, RUN / path.name)

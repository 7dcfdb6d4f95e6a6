"""Where published packages say that they come from."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def home(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "src/packages"))
    monkeypatch.setenv("GITHUB_REPOSITORY", "owner/repository")
    monkeypatch.delenv("GITHUB_SERVER_URL", raising=False)
    yield __import__("home")
    del sys.modules["home"]


@pytest.mark.parametrize("folder", ["", "bindings/browser"])
def test_a_manifest_names_the_repository_of_the_job_that_publishes_it(home, folder):
    ours = json.loads((ROOT / folder / "package.json").read_text(encoding="utf-8"))
    told = home.with_home(ours, folder)
    assert told["repository"]["url"] == "git+https://github.com/owner/repository.git"
    assert told["repository"].get("directory", "") == folder
    assert told["homepage"] == "https://github.com/owner/repository#readme"
    assert told["bugs"] == {"url": "https://github.com/owner/repository/issues"}
    assert {key: told[key] for key in ours} == ours


def test_a_wheel_has_its_links_among_its_headers(home):
    told = home.metadata_with_home("Metadata-Version: 2.2\nName: denwaban\n\n# denwaban\n\n")
    headers, readme = told.split("\n\n", 1)
    assert headers.splitlines() == [
        "Metadata-Version: 2.2",
        "Name: denwaban",
        "Project-URL: Homepage, https://github.com/owner/repository",
        "Project-URL: Issues, https://github.com/owner/repository/issues",
        "Project-URL: Changelog, https://github.com/owner/repository/blob/HEAD/CHANGELOG.md",
    ]
    assert readme == "# denwaban\n\n"


def test_nothing_is_said_where_nobody_knows(home, monkeypatch):
    monkeypatch.delenv("GITHUB_REPOSITORY")
    assert home.with_home({"name": "denwaban"}) == {"name": "denwaban"}
    assert home.metadata_with_home("Name: denwaban\n") == "Name: denwaban\n"

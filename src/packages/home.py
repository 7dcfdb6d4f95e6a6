"""Where the project lives. A checkout does not say: the job of a release knows it, and npm takes a package with its provenance only where both say the same."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any


def home() -> str | None:
    """https://github.com/OWNER/REPOSITORY; none outside of a job."""
    repository = os.environ.get("GITHUB_REPOSITORY")
    return f"{os.environ.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}" if repository else None


def with_home(manifest: dict[str, Any], folder: str = "") -> dict[str, Any]:
    """A package.json with what npm shows of its home; `folder` is the package's, in the repository."""
    there = home()
    if there is None:
        return manifest
    repository = {"type": "git", "url": f"git+{there}.git", **({"directory": folder} if folder else {})}
    return {**manifest, "homepage": f"{there}#readme", "repository": repository, "bugs": {"url": f"{there}/issues"}}


def metadata_with_home(metadata: str) -> str:
    """A wheel's METADATA with its links, among the headers."""
    there = home()
    if there is None:
        return metadata
    headers, blank, readme = metadata.partition("\n\n")
    links = {"Homepage": there, "Issues": f"{there}/issues", "Changelog": f"{there}/blob/HEAD/CHANGELOG.md"}
    said = "".join(f"\nProject-URL: {name}, {link}" for name, link in links.items())
    return headers + said + blank + readme


if __name__ == "__main__":
    import json

    for place in map(Path, sys.argv[1:]):
        manifest = place / "package.json"
        told = with_home(json.loads(manifest.read_text(encoding="utf-8")), place.as_posix())
        manifest.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

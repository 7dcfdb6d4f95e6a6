"""Runs every command of CONTRIBUTING's ```sh blocks as it stands, in order; after a failure the rest of its block is not run."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def is_done(command: str) -> bool:
    print(f"$ {command}", flush=True)
    return subprocess.run(["bash", "-c", command], cwd=ROOT, stderr=subprocess.STDOUT).returncode == 0


def main() -> None:
    passed = failed = 0
    for block in BLOCK.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for command in block.splitlines():
            if is_done(command):
                passed += 1
            else:
                failed += 1
                print(f"failed: {command}", flush=True)
                break
    print(f"{passed} passed, {failed} failed" if passed + failed else "no commands")


if __name__ == "__main__":
    main()

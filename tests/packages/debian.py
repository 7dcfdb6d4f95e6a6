"""What Debian has, into a folder: by apt, which knows the keys, with lists of its own; this machine's stay as they are."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

KEY = "/usr/share/keyrings/debian-archive-keyring.gpg"


def run(*command: object, cwd: Path, env: dict[str, str] | None = None) -> str:
    """What it prints; its complaint, and the end, where it fails."""
    told = subprocess.run([str(each) for each in command], cwd=cwd, capture_output=True, encoding="utf-8", env=env)
    if told.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{told.stdout}{told.stderr}"[-4000:])
    return told.stdout


@dataclass(frozen=True)
class Debian:
    """A suite for one kind of processor, by Debian's names."""

    suite: str
    processor: str
    folder: Path  # where apt keeps what it fetches

    def _apt(self, *words: str) -> None:
        for state in ("lists/partial", "archives/partial"):
            (self.folder / state).mkdir(parents=True, exist_ok=True)
        sources = (
            f"{kind} [signed-by={KEY}] http://deb.debian.org/debian {self.suite} main\n" for kind in ("deb", "deb-src")
        )
        (self.folder / "sources").write_text("".join(sources))
        of_its_own = {
            "Dir::Etc::sourcelist": self.folder / "sources",
            "Dir::Etc::sourceparts": "/dev/null",
            "Dir::State::lists": self.folder / "lists",
            "Dir::Cache": self.folder,
            "APT::Architecture": self.processor,
            "APT::Architectures": self.processor,
            "APT::Sandbox::User": "root",
            "Acquire::Languages": "none",
        }
        options = [word for name, value in of_its_own.items() for word in ("-o", f"{name}={value}")]
        run("apt-get", *options, "-qq", *words, cwd=self.folder)

    def unpack(self, packages: tuple[str, ...], into: Path) -> None:
        self._apt("update")
        self._apt("download", *packages)
        for package in sorted(self.folder.glob("*.deb")):
            run("dpkg-deb", "-x", package, into, cwd=self.folder)

    def source(self, package: str, into: Path) -> Path:
        """The folder of its source, as its authors released it."""
        self._apt("update")
        self._apt("source", "--download-only", package)
        into.mkdir(parents=True, exist_ok=True)
        run("tar", "-xf", next(self.folder.glob("*.orig.tar.[gx]z")), "-C", into, cwd=into)
        return next(into.iterdir())

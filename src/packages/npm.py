"""The packages for npm: one an addon, and denwaban itself, which names them."""

from __future__ import annotations

import json
import shutil
import tarfile
from pathlib import Path
from typing import Any

from compile import ROOT, readable, run, version
from components import bill, inside
from home import with_home
from targets import OUT, Target, WebAssembly

TARBALLS = OUT / "npm"


def package_of(target: Target) -> str:
    return f"@denwaban/{target.name}"


def manifest() -> dict[str, Any]:
    return json.loads((ROOT / "package.json").read_text(encoding="utf-8"))


def write(folder: Path, told: dict[str, Any]) -> None:
    (folder / "package.json").write_text(
        json.dumps(with_home(told), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def pack(folder: Path) -> Path:
    readable(folder)
    TARBALLS.mkdir(parents=True, exist_ok=True)
    told = run("npm", "pack", "--json", "--ignore-scripts", "--pack-destination", TARBALLS, cwd=folder)
    return TARBALLS / json.loads(told)[0]["filename"].replace("@", "").replace("/", "-")


def addon_package(target: Target, addon: Path) -> Path:
    folder = target.folder / "npm"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(addon, folder / "denwaban.node")
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md"):
        shutil.copy(ROOT / name, folder / name)
    ours = manifest()
    name = package_of(target)
    write(
        folder,
        {
            "name": name,
            "version": version(),
            "description": f"The addon of denwaban for {target.name}",
            "license": ours["license"],
            "os": [target.system],
            "cpu": [target.cpu],
            **({"libc": [target.libc]} if target.libc else {}),
            "engines": ours["engines"],
            "main": "denwaban.node",
            "files": ["denwaban.node", "sbom.cdx.json", "THIRD_PARTY_NOTICES.md"],
        },
    )
    (folder / "README.md").write_text(
        f"The addon of [denwaban](https://www.npmjs.com/package/denwaban) for {target.name}.\n"
    )
    (folder / "sbom.cdx.json").write_text(bill(name, f"pkg:npm/%40denwaban/{target.name}", inside(target, "node")))
    return pack(folder)


def published(ours: dict[str, Any], targets: list[Target]) -> dict[str, Any]:
    """What the registry gets: addons by platform, nothing that runs at an install, and nothing that only we need."""
    headers = ours["dependencies"]
    told = {key: value for key, value in ours.items() if key not in ("scripts", "dependencies", "prettier")}
    told["files"] = [*ours["files"], "sbom.cdx.json"]
    # build.mjs fetches these where somebody builds from source.
    told["devDependencies"] = headers
    told["optionalDependencies"] = {package_of(target): ours["version"] for target in targets}
    return told


def main_package(targets: list[Target]) -> Path:
    """Names the addons that are made with it: yarn wants each of them to exist. From what `npm pack` takes of our own folder, with the manifest written anew."""
    folder = OUT / "denwaban"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    told = run("npm", "pack", "--json", "--ignore-scripts", "--pack-destination", folder)
    tarball = folder / json.loads(told)[0]["filename"]
    with tarfile.open(tarball) as archive:
        archive.extractall(folder)
    package = folder / "package"
    write(package, published(manifest(), targets))
    (package / "sbom.cdx.json").write_text(bill("denwaban", "pkg:npm/denwaban", inside(WebAssembly(), "wasm")))
    return pack(package)

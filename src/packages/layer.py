"""The layer of AWS Lambda for Node: what lies in /opt/nodejs/node_modules there.

Its JavaScript is one file, which takes two thirds of the time to start.
"""

from __future__ import annotations

import re
import tarfile
import tempfile
import time
import zipfile
from pathlib import Path

from compile import SOURCES, epoch, run, version
from npm import TARBALLS, package_of
from targets import OUT, Target

LAYERS = OUT / "layers"
# What a function runs; sources, schemas, the guide and what is for pages stay behind.
SHIPPED = ("bindings/node/", "bindings/browser/", "package.json", "LICENSE", "THIRD_PARTY_NOTICES.md", "sbom.cdx.json")
LEFT_FOLDERS = ("bindings/node/src/", "bindings/node/windows/", "bindings/browser/wasm/")
LEFT_FILES = (".d.ts", ".d.mts", "CMakeLists.txt", "build.mjs", "exports.map")


def files_of(tarball: Path) -> dict[str, bytes]:
    with tarfile.open(tarball) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {member.name.removeprefix("package/"): archive.extractfile(member).read() for member in members}


def is_shipped(name: str) -> bool:
    return name.startswith(SHIPPED) and not name.startswith(LEFT_FOLDERS) and not name.endswith(LEFT_FILES)


MODULES = "bindings/node/"


def required_from_outside(others: dict[str, bytes]) -> set[str]:
    """What of our modules is required by files that stay as they are."""
    text = "\n".join(data.decode() for name, data in others.items() if name.startswith(MODULES))
    return {MODULES + name for name in re.findall(r"require\('\.\./(.+?\.js)'\)", text)}


def as_one_file(files: dict[str, bytes]) -> dict[str, bytes]:
    """With `index.js` in place of itself and of all that it requires."""
    parts = {name: data for name, data in files.items() if name.startswith(MODULES) and name.endswith(".js")}
    others = {name: data for name, data in files.items() if name not in parts}
    with tempfile.TemporaryDirectory() as place:
        for name, data in parts.items():
            path = Path(place) / name.removeprefix(MODULES)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        run(
            SOURCES / ".bin/esbuild",
            *("index.js", "--bundle", "--platform=node", "--target=node18", "--minify-whitespace", "--minify-syntax"),
            *("--external:@denwaban/*", "--external:*.node", "--log-level=error", "--outfile=one/index.js"),
            cwd=Path(place),
        )
        one = (Path(place) / "one/index.js").read_bytes()
    kept = {name: parts[name] for name in required_from_outside(others)}
    return others | kept | {f"{MODULES}index.js": one}


def layer(target: Target) -> Path:
    main = files_of(TARBALLS / f"denwaban-{version()}.tgz")
    addon = files_of(TARBALLS / f"denwaban-{target.name}-{version()}.tgz")
    folder = "nodejs/node_modules"
    shipped = as_one_file({name: data for name, data in main.items() if is_shipped(name)})
    files = {f"{folder}/denwaban/{name}": data for name, data in shipped.items()}
    files |= {f"{folder}/{package_of(target)}/{name}": data for name, data in addon.items()}
    LAYERS.mkdir(parents=True, exist_ok=True)
    made = LAYERS / f"denwaban-{version()}-lambda-{target.cpu}.zip"
    date = time.gmtime(int(epoch()))[:6]
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, date)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return made

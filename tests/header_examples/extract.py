"""Makes a test of the example in a header's opening comment.

extract.py HEADER TEST
"""

import re
import sys
from pathlib import Path

HEADER = """#include <doctest/doctest.h>

#include <cassert>
#include <chrono>

#include <denwaban/{header}>
{includes}
using namespace denwaban;
using namespace std::chrono_literals;

TEST_CASE("{header} opens with an example that holds") {{
{body}}}
"""


def main(header: Path, test: Path) -> None:
    text = header.read_text(encoding="utf-8")
    opening = re.match(r"#pragma once\n\n((?://.*\n)+)", text)
    blocks = (
        re.findall(r"^```cpp\n(.*?)^```$", re.sub(r"^// ?", "", opening[1], flags=re.M), re.M | re.S) if opening else []
    )
    if len(blocks) != 1:
        sys.exit(f"{header} has to open with an essay that has one example")
    lines = blocks[0].splitlines(keepends=True)
    includes = "".join(line for line in lines if line.startswith("#include"))
    body = "".join(line for line in lines if not line.startswith("#include"))
    name = header.as_posix().partition("/include/denwaban/")[2]
    test.write_text(HEADER.format(header=name, includes=includes, body=body), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]))

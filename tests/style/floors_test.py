"""What the check of floors finds, and what it lets pass."""

import tempfile
import unittest
from pathlib import Path

from floors import faults

TABLE = "| floor | what |\n| --- | --- |\n| `core/` | |\n| `hours/` | |\n| `formats/` | |\n"


class Floors(unittest.TestCase):
    def faults(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            for name, text in {"CONTRIBUTING.md": TABLE, **files}.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            return [fault.removeprefix(f"{root}/") for fault in faults(root)]

    def test_a_floor_may_use_itself_and_those_below(self):
        below = {
            "include/denwaban/hours/when.hpp": "#include <denwaban/core/time.hpp>\n#include <denwaban/hours/rules.hpp>\n",
            "include/denwaban/denwaban.hpp": "#include <denwaban/formats/osm.hpp>\n",
            "src/formats/osm.cpp": '#include "osm/reader.hpp"\n#include <denwaban/hours.hpp>\n#include <string>\n',
            "src/formats/osm/reader.hpp": "",
        }
        self.assertEqual(self.faults(below), [])

    def test_no_header_uses_a_higher_floor(self):
        above = {"include/denwaban/core/time.hpp": "\n#include <denwaban/hours.hpp>\n"}
        self.assertEqual(
            self.faults(above), ["include/denwaban/core/time.hpp:2: core includes denwaban/hours.hpp, of hours"]
        )

    def test_no_source_uses_a_higher_floor_by_a_path(self):
        for named in ("../formats/osm.hpp", "formats/osm.hpp"):
            above = {"src/hours/when.cpp": f'#  include "{named}"\n', "src/formats/osm.hpp": ""}
            self.assertEqual(self.faults(above), [f"src/hours/when.cpp:1: hours includes {named}, of formats"])

    def test_every_room_is_a_floor(self):
        unknown = {"src/attic/a.cpp": "", "src/hours/a.cpp": "#include <denwaban/attic/a.hpp>\n"}
        self.assertEqual(
            self.faults(unknown),
            [
                "src/attic/a.cpp: attic is no floor of CONTRIBUTING.md",
                "src/hours/a.cpp:1: hours includes denwaban/attic/a.hpp, of attic",
            ],
        )


if __name__ == "__main__":
    unittest.main()

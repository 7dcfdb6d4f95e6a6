"""Writes a Markdown page for each public header out of Doxygen's XML, and names what is public and says nothing.

    reference.py XML PAGES

Every type, alias, constant and function has to say something, and every member function. By others is said what the words
of an enumeration are (its own comment, for `to_string` and the array of names), what a constructor makes and an operator
compares, what overrides a function, and what an overload does beside one that says it. A field or an enumerator may be said by its name.
"""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

INCLUDE = Path(__file__).parents[2] / "include"
SECTIONS = {"typedef": "Aliases", "variable": "Constants", "function": "Functions"}
KINDS = {"friend": "function"}
COMPOUNDS = ("class", "struct", "concept", "namespace")
MARKUP = {"computeroutput": "`", "bold": "**", "emphasis": "*"}


@dataclass
class Name:
    """A public name: what it looks like in the source, what its comment says, and the names within."""

    kind: str
    name: str
    signature: str
    says: str
    place: str
    within: list[Name] = field(default_factory=list)

    @property
    def speaks_for_itself(self) -> bool:
        own = self.name.rpartition("::")[2]
        if self.kind == "function":
            is_override = self.signature.endswith("override")
            return is_override or bool(re.match(r"operator\b", own)) or own in ("to_string", "Unexpected")
        return self.kind in ("field", "enumerator") or own.endswith("_names") or own.startswith("names_of")


def flat(node: ET.Element | None) -> str:
    return "" if node is None else " ".join("".join(node.itertext()).split())


def prose(node: ET.Element | None) -> str:
    """A comment as Markdown."""
    if node is None:
        return ""
    if node.tag == "programlisting":
        lines = ("".join(" " if part.tag == "sp" else part.text or "" for part in line.iter()) for line in node)
        return "\n```cpp\n" + "\n".join(lines) + "\n```\n"
    inside = node.text or ""
    for part in node:
        inside += prose(part) + (part.tail or "")
    if node.tag == "para":
        return f"{inside.strip()}\n\n"
    if node.tag == "listitem":
        return f"- {inside.strip()}\n"
    mark = MARKUP.get(node.tag, "")
    return mark + inside + mark


def comment_of(node: ET.Element) -> str:
    parts = (prose(node.find(tag)) for tag in ("briefdescription", "detaileddescription", "inbodydescription"))
    return re.sub(r"\n{3,}", "\n\n", "\n\n".join(part.strip() for part in parts if part.strip()))


def place_of(node: ET.Element) -> str:
    location = node.find("location")
    assert location is not None
    return f"{location.get('file')}:{location.get('line')}"


def member_of(node: ET.Element, is_type: bool) -> Name:
    kind, name = KINDS.get(node.get("kind", ""), node.get("kind", "")), node.findtext("name", "")
    if kind == "variable" and is_type and node.get("static") == "no":
        kind = "field"
    if kind == "enum":
        signature = f"enum class {name}"
        within = [
            Name("enumerator", value.findtext("name", ""), value.findtext("name", ""), comment_of(value), "")
            for value in node.iter("enumvalue")
        ]
        return Name(kind, name, signature, comment_of(node), place_of(node), within)
    signature = f"{flat(node.find('type'))} {name}{node.findtext('argsstring', '')}".strip()
    if kind in ("field", "variable"):
        signature += f" {flat(node.find('initializer'))}".rstrip()
    if kind == "typedef":
        signature = f"using {name} = {flat(node.find('type'))}"
    return Name(kind, name, signature, comment_of(node), place_of(node))


def is_given_to_all(node: ET.Element, owner: str) -> bool:
    """Constructors that a class has of itself, and what is forbidden."""
    name, arguments = node.findtext("name", ""), node.findtext("argsstring", "").replace(" ", "")
    own = re.sub(r"<.*", "", owner).rpartition("::")[2]
    return bool(re.search(r"=(default|delete)$", arguments)) or name in (own, f"~{own}")


def pages_of(xml: Path) -> dict[str, list[Name]]:
    pages: dict[str, list[Name]] = defaultdict(list)
    listed = [entry for entry in ET.parse(xml / "index.xml").getroot() if entry.get("kind") in COMPOUNDS]
    compounds = [ET.parse(xml / f"{entry.get('refid')}.xml").getroot()[0] for entry in listed]
    inner = [one for compound in compounds for one in compound.iter("innerclass")]
    hidden = {one.get("refid") for one in inner if one.get("prot") == "private"}
    for compound in compounds:
        name, kind = compound.findtext("compoundname", ""), compound.get("kind", "")
        if not name.startswith("denwaban") or compound.get("id") in hidden:
            continue
        members = [
            node
            for node in compound.iter("memberdef")
            if node.get("prot") == "public" and not flat(node.find("type")).endswith("class")
        ]
        short = name.removeprefix("denwaban").removeprefix("::")
        if kind == "namespace":
            for node in members:
                member = member_of(node, is_type=False)
                member.name = f"{short}::{member.name}" if short else member.name
                pages[member.place.partition(":")[0]].append(member)
            continue
        within = [member_of(node, is_type=True) for node in members if not is_given_to_all(node, name)]
        made = Name("type", short, f"{kind} {short}", comment_of(compound), place_of(compound), within)
        pages[made.place.partition(":")[0]].append(made)
    return pages


def silent(names: list[Name], owner: str = "") -> list[str]:
    """Whoever says nothing, nor has a namesake here that does; `to_json` is the other way round of what is read."""
    speaking = {name.name for name in names if name.says}
    if any(name.endswith("from_json") for name in speaking):
        speaking.add("to_json")
    found = []
    for name in names:
        if not name.says and not name.speaks_for_itself and not (name.kind == "function" and name.name in speaking):
            found.append(f"include/{name.place}: {owner}{name.name} says nothing")
        found += silent(name.within, f"{name.name}::")
    return found


def essay_of(header: Path) -> str:
    """The comment that opens a header, as Markdown."""
    opening = re.match(r"#pragma once\n+((?://(?!/).*\n)+)", header.read_text(encoding="utf-8"))
    return re.sub(r"^// ?", "", opening[1], flags=re.MULTILINE).strip() if opening else ""


def listed(name: Name) -> str:
    return f"- `{name.signature}`" + (f": {' '.join(name.says.split())}" if name.says else "")


def page(header: str, names: list[Name]) -> str:
    parts = [f"# `{header}`", essay_of(INCLUDE / header)]
    for name in names:
        if name.kind in ("type", "enum"):
            parts += [f"## `{name.signature}`", name.says, "\n".join(listed(member) for member in name.within)]
    for kind, title in SECTIONS.items():
        lines = [listed(name) for name in names if name.kind == kind]
        parts += [f"## {title}", "\n".join(lines)] if lines else []
    return "\n\n".join(part for part in parts if part) + "\n"


def main(xml: Path, target: Path) -> int:
    pages = pages_of(xml)
    contents: dict[str, list[str]] = defaultdict(list)
    for header, names in sorted(pages.items()):
        path = target / Path(header).relative_to("denwaban").with_suffix(".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page(header, names), encoding="utf-8")
        floor = path.parent.relative_to(target).as_posix()
        contents[floor].append(f"- [{header}]({path.relative_to(target).as_posix()})")
    index = "\n\n".join(f"## {floor}\n\n" + "\n".join(lines) for floor, lines in contents.items())
    (target / "README.md").write_text(f"# The headers of denwaban\n\n{index}\n", encoding="utf-8")
    found = [line for header in sorted(pages) for line in silent(pages[header])]
    print("\n".join(found))
    print(f"{len(pages)} passed, {len(found)} failed")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

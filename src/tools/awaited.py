"""Writes the awaited desks of `denwaban.aio` from those that block: `awaited.py [--check] ROOT`."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

SOURCES = ["_asking.py", "_call_desk.py", "_kept.py", "_reservation_desk.py", "_talk_desk.py", "_tools.py"]
TARGET = "generated/awaited.py"
BLOCKING = "Asking"


def is_desk(node: ast.stmt) -> bool:
    return isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and base.id == BLOCKING for base in node.bases
    )


class Constructor(ast.NodeTransformer):
    """It takes a ledger of either kind."""

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name("AnyLedger", node.ctx) if node.id == "Ledger" else node


class Await(ast.NodeTransformer):
    """Every method but a constructor waits for what it asks, and commands give what is awaited."""

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        node.bases = [self.awaited(base) for base in node.bases]
        self.generic_visit(node)
        return node

    def awaited(self, base: ast.expr) -> ast.expr:
        if isinstance(base, ast.Name) and base.id == BLOCKING:
            return ast.Name(f"Awaited{BLOCKING}")
        if isinstance(base, ast.Subscript):
            given = ast.Tuple([ast.Name("Any"), ast.Name("Any"), base.slice])
            return ast.Subscript(base.value, ast.Subscript(ast.Name("Coroutine"), given))
        return base

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.stmt:
        if any(isinstance(one, ast.Name) and one.id == "staticmethod" for one in node.decorator_list):
            return node
        if node.name == "__init__":
            return Constructor().visit(node)
        self.generic_visit(node)
        return ast.AsyncFunctionDef(**{field: getattr(node, field, None) for field in node._fields})

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        of_self = isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
        return ast.Await(node) if of_self and node.func.value.id == "self" else node


def imports_of(tree: ast.Module) -> list[ast.stmt]:
    return [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]


def names_in(tree: ast.Module) -> list[str]:
    """What a module has that a desk may use."""
    names = []
    for node in tree.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)) and not is_desk(node):
            names.append(node.name)
        elif isinstance(node, ast.Assign):
            names += [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [name for name in names if name != BLOCKING]


def used_in(nodes: list[ast.stmt]) -> set[str]:
    return {name.id for node in nodes for name in ast.walk(node) if isinstance(name, ast.Name)}


def written(package: Path) -> str:
    trees = {source: ast.parse((package / source).read_text()) for source in SOURCES}
    desks = [Await().visit(node) for tree in trees.values() for node in tree.body if is_desk(node)]
    used = used_in(desks)
    imports: dict[str, set[str]] = {
        "collections.abc": {"Coroutine"},
        "._awaiting": {f"Awaited{BLOCKING}", *({"AnyLedger"} & used)},
    }
    for source, tree in trees.items():
        for node in imports_of(tree):
            if not isinstance(node, ast.ImportFrom) or node.module == "__future__":
                continue
            module = "." * node.level + (node.module or "")
            imports.setdefault(module, set()).update(name.name for name in node.names if name.name in used)
        imports.setdefault(f".{Path(source).stem}", set()).update(name for name in names_in(tree) if name in used)
    lines = [
        '"""Desks that are awaited. Written by src/tools/awaited.py from those that block."""',
        "from __future__ import annotations",
    ]
    for module, names in sorted(imports.items()):
        names.discard(BLOCKING)
        if names:
            lines.append(f"from {'.' + module if module.startswith('.') else module} import {', '.join(sorted(names))}")
    desks_text = "\n\n\n".join(ast.unparse(ast.fix_missing_locations(desk)) for desk in desks)
    names = ", ".join(f'"{desk.name}"' for desk in desks)
    return "\n".join(lines) + f"\n\n__all__ = [{names}]\n\n\n" + desks_text + "\n"


def formatted(text: str, path: Path) -> str:
    for command in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        ruff = ["ruff", *command, "--stdin-filename", str(path), "-"]
        text = subprocess.run(ruff, input=text, text=True, capture_output=True, check=True).stdout
    return text


def main(arguments: list[str]) -> int:
    package = Path(arguments[-1]) / "bindings/python/denwaban"
    target = package / TARGET
    text = formatted(written(package), target)
    if "--check" not in arguments:
        target.write_text(text)
        return 0
    if target.exists() and target.read_text() == text:
        return 0
    print(f"{target} is not as src/tools/awaited.py writes it")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

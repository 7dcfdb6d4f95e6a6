"""Where denwaban can't be: the extension would wait for ever in a sub-interpreter (mod_wsgi's, unless its
`WSGIApplicationGroup` is `%{GLOBAL}`)."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType


def _interpreters() -> "ModuleType | None":
    """The module of the standard library that knows them, whatever it is called; None before there was one."""
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            return __import__(name)
        except ImportError:
            continue
    return None


def _is_main() -> bool:
    known = _interpreters()
    return known is None or bool(known.get_current() == known.get_main())


if not _is_main():
    raise ImportError("denwaban works in Python's main interpreter alone, not in a sub-interpreter")

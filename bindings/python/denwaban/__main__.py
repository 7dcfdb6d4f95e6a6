"""`python -m denwaban mcp LEDGER RESTAURANT`: a restaurant's tools for a language model (docs/tools.md)."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import datetime, timezone
from pathlib import Path
from typing import Union

from . import SqliteLedger, ToolCaller, ToolDesk
from ._errors import DenwabanError
from .mcp import serve_http, serve_stdio

LIMITS = ("bookings", "covers", "days", "notes", "misses", "hold", "lapse")


def _arguments(words: Union[list[str], None]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m denwaban")
    commands = parser.add_subparsers(required=True, metavar="command")
    mcp = commands.add_parser("mcp", help="a restaurant's tools for a language model (Model Context Protocol)")
    mcp.add_argument("ledger")
    mcp.add_argument("restaurant")
    mcp.add_argument("--http", type=int, metavar="PORT", help="streamable HTTP at /mcp, in place of the own streams")
    mcp.add_argument("--host", default="127.0.0.1", help="to listen on")
    mcp.add_argument("--allow", action="append", default=[], metavar="HOST", help="a name by which it may be asked for")
    mcp.add_argument(
        "--actor", default="guest", choices=["guest", "agent", "restaurant"], help="for whom the model speaks"
    )
    mcp.add_argument("--who", default="", help="name of the agent or member of staff")
    mcp.add_argument("--phone", metavar="NUMBER", help="that the guest's call shows")
    for limit in LIMITS:
        mcp.add_argument(f"--{limit}", type=int, metavar="N", help="in place of the actor's")
    return parser.parse_args(words)


def main(words: Union[list[str], None] = None) -> int:
    given = _arguments(words)
    limits = {name: getattr(given, name) for name in LIMITS if getattr(given, name) is not None}
    caller = {"actor": given.actor, "who": given.who, "limits": limits, "phone": given.phone}
    try:
        if not Path(given.ledger).exists():
            raise SystemExit(f"denwaban: there is no ledger {given.ledger}")
        with SqliteLedger.open(given.ledger) as ledger:
            # What a call would be refused for, the start is.
            start = ToolCaller("start", **caller)
            ToolDesk(ledger).call(given.restaurant, "hours", {}, start, datetime.now(timezone.utc))
            if given.http is None:
                asyncio.run(serve_stdio(ledger, given.restaurant, **caller))
            else:
                http = {"host": given.host, "port": given.http, "allowed_hosts": given.allow}
                serve_http(ledger, given.restaurant, **http, **caller)
    except (DenwabanError, ImportError) as error:
        print(f"denwaban: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

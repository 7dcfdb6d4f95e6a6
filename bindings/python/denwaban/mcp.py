"""A restaurant's tools as a server of the Model Context Protocol, on its official SDK (`pip install denwaban[mcp]`), which
is loaded here alone: `python -m denwaban mcp LEDGER RESTAURANT`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Callable, Union
from uuid import uuid4

from . import __version__, aio
from ._awaiting import AnyLedger
from ._errors import DenwabanError
from ._tools import ToolCaller, ToolDesk

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from starlette.applications import Starlette

MISSING = "denwaban mcp needs the official SDK: pip install 'denwaban[mcp]'"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def _described(tool: Mapping[str, Any]) -> dict[str, Any]:
    words = {key: tool[key] for key in ("name", "title", "description", "inputSchema", "outputSchema")}
    annotations = {
        "title": tool["title"],
        "readOnlyHint": tool["effect"] != "writes",
        "destructiveHint": tool["destructive"],
        "idempotentHint": True,
        "openWorldHint": False,
    }
    return {**words, "annotations": annotations}


def _now() -> datetime:
    return datetime.now(timezone.utc)


def mcp_server(
    ledger: AnyLedger,
    restaurant: str,
    *,
    session: Union[str, None] = None,
    actor: str = "guest",
    who: str = "",
    limits: Union[Mapping[str, int], None] = None,
    phone: Union[str, None] = None,
    deadline: Union[float, None] = None,
    clock: Callable[[], datetime] = _now,
) -> Server[Any]:
    """What connects to it is one guest, or one agent; over HTTP, as many as there are sessions of the protocol. Clients
    that have none there share one. Raises ImportError without the SDK."""
    try:
        from mcp import types
        from mcp.server.lowlevel import Server
    except ImportError as error:
        raise ImportError(MISSING) from error

    desk = aio.ToolDesk(ledger, deadline=deadline)
    own_session = session or uuid4().hex
    tools = [types.Tool.model_validate(_described(tool)) for tool in ToolDesk.list()]

    def session_of(context: Any) -> str:
        headers = context.request.headers if context.request is not None else {}
        return str(headers.get("mcp-session-id", own_session))

    async def list_tools(_context: Any, _params: Any) -> types.ListToolsResult:
        return types.ListToolsResult(tools=tools)

    async def call_tool(context: Any, params: types.CallToolRequestParams) -> types.CallToolResult:
        caller = ToolCaller(session_of(context), actor, who, limits, phone)
        try:
            answer = await desk.call(restaurant, params.name, params.arguments or {}, caller, clock())
        except DenwabanError as error:
            told = {"errors": [problem._asdict() for problem in error.errors]}
            return types.CallToolResult(content=[_text(types, told)], is_error=True)
        return types.CallToolResult(content=[_text(types, answer)], structured_content=answer)

    return Server(
        "denwaban",
        version=__version__,
        instructions=ToolDesk.instructions(),
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _text(types: Any, words: Mapping[str, Any]) -> Any:
    return types.TextContent(type="text", text=json.dumps(words, ensure_ascii=False))


async def serve_stdio(ledger: AnyLedger, restaurant: str, **caller: Any) -> None:
    """Serves one session on the process's own streams, until they end. `caller` is that of `mcp_server`."""
    server = mcp_server(ledger, restaurant, **caller)
    from mcp.server.stdio import stdio_server

    async with stdio_server() as (reads, writes):
        await server.run(reads, writes, server.create_initialization_options())


def http_app(ledger: AnyLedger, restaurant: str, *, allowed_hosts: Sequence[str] = (), **caller: Any) -> Starlette:
    """Serves at `/mcp` whoever asks for the loopback by its names, or for one of `allowed_hosts`; what a browser sends
    from another's page is refused."""
    server = mcp_server(ledger, restaurant, **caller)
    from mcp.server.transport_security import TransportSecuritySettings

    hosts = [*LOOPBACK, *allowed_hosts]
    names = [*hosts, *(f"{host}:*" for host in hosts)]
    origins = [f"{scheme}://{name}" for scheme in ("http", "https") for name in names]
    security = TransportSecuritySettings(allowed_hosts=names, allowed_origins=origins)
    return server.streamable_http_app(transport_security=security)


def serve_http(
    ledger: AnyLedger,
    restaurant: str,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    allowed_hosts: Sequence[str] = (),
    **caller: Any,
) -> None:
    """Serves streamable HTTP at `/mcp`, on the loopback by default, until it is interrupted."""
    app = http_app(ledger, restaurant, allowed_hosts=allowed_hosts, **caller)
    import uvicorn

    uvicorn.run(app, host=host, port=port, log_level="warning")

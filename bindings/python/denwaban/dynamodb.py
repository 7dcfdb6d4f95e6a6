"""A ledger in a table of DynamoDB, through boto3 (`pip install denwaban[dynamodb]`). `docs/dynamodb.md` has the table's
items, what they cost, and the permissions that are needed.

    >>> ledger = DynamoDbLedger(boto3.client("dynamodb"), "denwaban")
    >>> denwaban.run(ledger, {"decide": ...})
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from typing import Any, Protocol, Union

from botocore.exceptions import BotoCoreError, ClientError

from . import _denwaban
from ._agents import Document
from ._errors import DenwabanError
from ._ledger import (
    CommitResult,
    LedgerCommit,
    LedgerDocument,
    LedgerKey,
    LedgerPage,
    LedgerQuery,
    _json_of,
    _milliseconds,
    _Until,
)

__all__ = ["DynamoDbClient", "DynamoDbLedger", "table_definition", "time_to_live"]


class DynamoDbClient(Protocol):
    """What a ledger calls of `boto3.client("dynamodb")`."""

    # boto3 makes its methods while it runs, and whoever types them does it more closely than we need.
    @property
    def batch_get_item(self) -> Any: ...
    @property
    def query(self) -> Any: ...
    @property
    def transact_get_items(self) -> Any: ...
    @property
    def transact_write_items(self) -> Any: ...


_METHODS = {
    "BatchGetItem": "batch_get_item",
    "Query": "query",
    "TransactGetItems": "transact_get_items",
    "TransactWriteItems": "transact_write_items",
}


def _failure_of(error: Union[ClientError, BotoCoreError]) -> dict[str, Any]:
    """What the core wants to know of an error."""
    if not isinstance(error, ClientError):
        return {"name": type(error).__name__, "message": str(error)}
    response: Mapping[str, Any] = error.response
    told = response.get("Error", {})
    return {
        "name": told.get("Code", ""),
        "message": told.get("Message"),
        "status": response.get("ResponseMetadata", {}).get("HTTPStatusCode"),
        "CancellationReasons": response.get("CancellationReasons"),
    }


class DynamoDbLedger:
    """Reads are consistent. Threads may share it, as they may share a client. How often boto3 retries, and how long it
    waits, is as the client's `botocore.config.Config` says: nothing is set here.

    Raises `DenwabanError`: `unavailable` where what was asked may be asked again, throttling and time-outs among them;
    `unknown_reference` where there is no such table, `not_allowed` without credentials or the permission, `corrupt` where
    an item is none of ours, `too_large` for a commit of more than 100 actions or 4 MB.
    """

    __slots__ = ("_client", "_deadline", "_table")

    def __init__(self, client: DynamoDbClient, table: str, *, deadline: float | None = None) -> None:
        """After `deadline` seconds, ten if it is left out, nothing more is sent, and `timed_out` is raised; what was sent
        last ends as the client's time-outs say, and a commit may have happened."""
        _milliseconds(deadline)
        self._client = client
        self._table = table
        self._deadline = deadline

    def read(self, keys: Sequence[LedgerKey]) -> list[Union[LedgerDocument, None]]:
        """Documents in the order of the keys, at most 100; None where there is none."""
        documents: list[Union[LedgerDocument, None]] = self._asked(_denwaban.DynamoDbExchangeCore.read, keys)
        return documents

    def query(self, query: LedgerQuery) -> LedgerPage:
        page: LedgerPage = self._asked(_denwaban.DynamoDbExchangeCore.query, query)
        return page

    def commit(self, commit: LedgerCommit) -> CommitResult:
        result: CommitResult = self._asked(_denwaban.DynamoDbExchangeCore.commit, commit)
        return result

    def run(self, errand: Document, *, deadline: float | None = None) -> Any:
        """As `denwaban.run`: only DynamoDB's own requests and answers cross from and to the core."""
        return self._asked(_denwaban.DynamoDbErrandCore.from_json, errand, deadline)

    def _asked(self, begin: Any, question: object, deadline: float | None = None) -> Any:
        exchange: Union[_denwaban.DynamoDbExchangeCore, _denwaban.DynamoDbErrandCore]
        time_left = self._deadline if deadline is None else deadline
        until = _Until(time_left)
        exchange = begin(self._table, _json_of(question), random.getrandbits(64))
        while (task := exchange.task()) is not None:
            exchange.give(json.dumps(self._done(json.loads(task), until), default=str))
            if exchange.task() is not None and until.is_over():
                late = f"was not done within {_milliseconds(time_left)} ms"
                raise DenwabanError([("timed_out", late, "")])
        return json.loads(exchange.result())

    def _done(self, task: Mapping[str, Any], until: _Until) -> Union[dict[str, Any], None]:
        if "pause" in task:
            time.sleep(until.within(task["pause"] / 1000))
            return None
        try:
            return {"output": getattr(self._client, _METHODS[task["operation"]])(**task["input"])}
        except (ClientError, BotoCoreError) as error:
            return {"error": _failure_of(error)}

    def __repr__(self) -> str:
        return f"<denwaban.dynamodb.DynamoDbLedger in {self._table}>"


def table_definition(name: str) -> dict[str, Any]:
    """For `create_table`: on demand, with the keys that the items have."""
    definition: dict[str, Any] = json.loads(_denwaban.dynamodb_table_definition(name))
    return definition


def time_to_live(name: str) -> dict[str, Any]:
    """For `update_time_to_live`, so that DynamoDB removes what has expired."""
    specification: dict[str, Any] = json.loads(_denwaban.dynamodb_time_to_live(name))
    return specification

"""A ledger in a table of DynamoDB, through boto3 (`pip install denwaban[dynamodb]`). `docs/dynamodb.md` has the table's
items, what they cost, and the permissions that are needed.

    >>> ledger = DynamoDbLedger(boto3.client("dynamodb"), "denwaban")
    >>> denwaban.run(ledger, {"decide": ...})
"""

from __future__ import annotations

import errno
import json
import os
import random
import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import IO, Any, Protocol, Union

from botocore.exceptions import BotoCoreError, ClientError

from . import _denwaban
from ._agents import Document
from ._errors import DenwabanError
from ._ledger import (
    CommitResult,
    FilePath,
    LedgerCommit,
    LedgerDocument,
    LedgerKey,
    LedgerPage,
    LedgerQuery,
    Observe,
    _Effort,
    _json_of,
    _milliseconds,
    _Until,
)
from .generated.words import ErrorCode

__all__ = ["DynamoDbClient", "DynamoDbLedger", "table_definition", "time_to_live"]


class DynamoDbClient(Protocol):
    """What a ledger calls of `boto3.client("dynamodb")`."""

    # boto3 makes its methods while it runs, and whoever types them does it more closely than we need.
    @property
    def batch_get_item(self) -> Any: ...
    @property
    def query(self) -> Any: ...
    @property
    def scan(self) -> Any: ...
    @property
    def transact_get_items(self) -> Any: ...
    @property
    def transact_write_items(self) -> Any: ...


_METHODS = {
    "BatchGetItem": "batch_get_item",
    "Query": "query",
    "Scan": "scan",
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


_CODES: dict[int, ErrorCode] = {
    errno.ENOSPC: "storage_full",
    errno.EDQUOT: "storage_full",
    errno.EACCES: "not_allowed",
    errno.EPERM: "not_allowed",
    errno.EROFS: "read_only",
}


def _in_our_words(error: OSError) -> DenwabanError:
    return DenwabanError([(_CODES.get(error.errno or 0, "invalid_value"), str(error), "")])


@contextmanager
def _whole_file(path: str) -> Iterator[IO[bytes]]:
    """A file of the user's alone, there whole or not at all. Only a file is replaced, and no device, pipe or folder."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise DenwabanError([("invalid_value", f"{path} is no file", "")])
    partial = f"{path}.partial-{secrets.token_hex(6)}"
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, path)
        folder = os.open(os.path.dirname(path) or ".", os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except BaseException as error:
        with suppress(OSError):
            os.unlink(partial)
        if isinstance(error, OSError):
            raise _in_our_words(error) from error
        raise


_LONGEST_LINE = 20_000_000
"""The longest body, every character escaped."""


def _lines_of(path: FilePath) -> Iterator[str]:
    """The lines of a file without their ends."""
    try:
        with open(path, "rb") as file:
            while line := file.readline(_LONGEST_LINE + 1):
                if len(line) > _LONGEST_LINE:
                    raise DenwabanError([("too_large", "a line is longer than any of a ledger", "")])
                yield line.removesuffix(b"\n").decode(errors="replace")
    except OSError as error:
        raise _in_our_words(error) from error


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

    def run(self, errand: Document, *, deadline: float | None = None, observe: Observe | None = None) -> Any:
        """As `denwaban.run`: only DynamoDB's own requests and answers cross from and to the core."""
        with _Effort(observe, errand) as effort:
            return self._asked(_denwaban.DynamoDbErrandCore.from_json, errand, deadline, effort)

    def export_to(self, path: FilePath) -> None:
        """Writes everything to a file of lines of JSON, as `SqliteLedger` has them, in place of what was there; it is there
        whole, or not at all. Documents come in no order, each as it was at some moment meanwhile. The deadline is each
        request's."""
        exporting = _denwaban.DynamoDbExportCore.begin(self._table, random.getrandbits(64))
        with _whole_file(os.fspath(path)) as file:
            while (task := exporting.task()) is not None:
                self._give(exporting, task)
                file.write(exporting.take().encode())
            exporting.result()

    def import_from(self, path: FilePath) -> None:
        """Writes down what stands in such a file, once all of it was read: one that was cut or changed is `corrupt`, and
        nothing is written. What is there already as the file has it stays, so that an import that was cut short is begun
        again; what is there otherwise is never written over: `duplicate_id`, at the line's number, and what came before it
        is written."""
        importing = _denwaban.DynamoDbImportCore.begin(self._table, random.getrandbits(64))
        for line in _lines_of(path):
            importing.check(line)
        importing.end_check()
        for line in _lines_of(path):
            importing.write(line)
            self._finish(importing)
        importing.end()
        self._finish(importing)

    def _finish(self, importing: _denwaban.DynamoDbImportCore) -> None:
        while (task := importing.task()) is not None:
            self._give(importing, task)
        importing.result()

    def _give(self, exchange: Union[_denwaban.DynamoDbExportCore, _denwaban.DynamoDbImportCore], task: str) -> None:
        exchange.give(json.dumps(self._done(json.loads(task), _Until(self._deadline)), default=str))

    def _asked(self, begin: Any, question: object, deadline: float | None = None, effort: _Effort | None = None) -> Any:
        exchange: Union[_denwaban.DynamoDbExchangeCore, _denwaban.DynamoDbErrandCore]
        time_left = self._deadline if deadline is None else deadline
        until = _Until(time_left)
        exchange = begin(self._table, _json_of(question), random.getrandbits(64))
        while (text := exchange.task()) is not None:
            task = json.loads(text)
            if effort is not None:
                effort.retries += "pause" in task
            exchange.give(json.dumps(self._done(task, until), default=str))
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

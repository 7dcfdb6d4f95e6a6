"""Keeping, as Python has it: what a ledger is asked and answers crosses as JSON, in the core's own words."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any, Callable, Literal, NamedTuple, Protocol, TypedDict, Union

from . import _denwaban
from ._agents import Document
from ._errors import DenwabanError
from ._words import json_of

if TYPE_CHECKING:
    from logging import Logger


def _log() -> Logger:
    from logging import getLogger  # takes longer to load than a ledger, and is needed where something fails

    return getLogger("denwaban")


FilePath = Union[str, "os.PathLike[str]"]
Expectation = Union[int, Literal["absent"], None]
"""What must be so at a key for a commit to happen: a version, or that there is none; `None` is anything."""


class LedgerKey(TypedDict):
    """Where a document is kept. What shares a partition is found together, in the order of the bytes of `sort`."""

    partition: str
    """1 to 2048 bytes of UTF-8 without control characters."""
    sort: str
    """1 to 1024 bytes."""


class _Expiring(TypedDict, total=False):
    expires: str
    """ISO 8601: may be gone some time after."""


class LedgerDocument(LedgerKey, _Expiring):
    """What is kept. The ledger does not look into its body."""

    version: int
    """How often it was written since it came to be: 1 at first."""
    body: str


class LedgerWrite(TypedDict, total=False):
    """One of them. A check writes nothing; the commit happens only if it is so."""

    put: dict[str, Any]
    """A key's `partition` and `sort`, `body`, and maybe `expected` (an `Expectation`) and `expires`."""
    erase: dict[str, Any]
    """A key's `partition` and `sort`, and maybe `expected`."""
    check: dict[str, Any]
    """As `erase`."""


class RequestAnswer(TypedDict):
    """A request that was answered, remembered until a time, so that it is answered once."""

    request: str
    """The key that whoever asks gave it."""
    about: str
    """What was asked, so that a key used twice is noticed."""
    answer: str
    keep_until: Union[datetime, str]


class _Answering(TypedDict, total=False):
    answer: RequestAnswer
    forget: Sequence[str]
    """Remembered answers that hold one of these are forgotten too; in DynamoDB they go with their time."""


class LedgerCommit(_Answering):
    """What is written together: all of it, or nothing."""

    writes: Sequence[LedgerWrite]
    """At most 99, no key twice, at most 3 MB."""
    now: Union[datetime, str]


class _Result(TypedDict):
    result: Literal["committed", "replayed", "conflict"]


class CommitResult(_Result, total=False):
    """`replayed`: the request was answered before. `conflict`: what was expected is not so. Nothing was written."""

    answer: RequestAnswer
    """Of a replay: what was answered."""
    keys: list[LedgerKey]
    """Of a conflict: where it is not so."""


class _Partition(TypedDict):
    partition: str


class LedgerQuery(_Partition, total=False):
    """Documents whose `sort` begins with `prefix`, or is between `first` and `last`, both included."""

    prefix: str
    first: str
    last: str
    order: Literal["ascending", "descending"]
    limit: int
    """1 to 1000; 100 if it is left out."""
    after: Union[str, None]
    """Where it goes on: after this `sort`."""


class LedgerPage(TypedDict):
    """Some of what a query asks for; there may be more although it holds fewer than the limit."""

    documents: list[LedgerDocument]
    next: Union[str, None]
    """None after the last."""


class _ChangeOf(TypedDict, total=False):
    version: int
    """That it has, or had before it went; missing where a stream has no old images."""
    restaurant: str
    """Whose restaurant, template or day book."""
    date: str
    """The day book's."""
    id: str
    """Of a customer, an agent, a message; a call's first contact; the contact where its records are."""


DocumentNoun = Literal[
    "restaurant",
    "book_template",
    "day_book",
    "customer",
    "merged_customer",
    "call",
    "follow_up",
    "message",
    "agent",
    "contact_records",
    "other",
]
"""What a document is of."""


class LedgerStatistics(TypedDict):
    """What a file holds, and how large it is."""

    documents: dict[DocumentNoun, int]
    """Those too whose time is over, until a commit clears them away."""
    notes: int
    """Documents that only lead to others, and notes of the ledger's own."""
    requests: int
    """Whose answers are remembered."""
    changes: int
    """That are still told of."""
    page_size: int
    """Bytes."""
    page_count: int
    """Of the database, whether they are in the file or in its log."""
    free_pages: int
    """Of them: room for what is to come, which `compact` gives back."""
    file_bytes: int
    """On the disk; 0 in memory."""
    wal_bytes: int
    """Of the log beside it."""


class LedgerChange(LedgerKey, _ChangeOf):
    """Something that was committed. A body is not in it: read it when you want it."""

    cursor: str
    """Where whoever has dealt with it goes on."""
    kind: Literal["put", "erase", "expire"]
    """`expire` is an erasure because its time was over."""
    noun: DocumentNoun


class ChangesPage(TypedDict):
    """Some of what changed, the oldest first."""

    changes: list[LedgerChange]
    next: str
    """Where to go on, also when there is nothing more as yet."""


class StreamedChanges(NamedTuple):
    """What a batch of a stream brought."""

    changes: list[LedgerChange]
    failed: Union[tuple[str, DenwabanError], None]
    """The cursor of the first record that can't be read, and why; nothing after it was."""


class Ledger(Protocol):
    """Keeps documents. Any object that does is a ledger: `run` works on it. What it raises is a `DenwabanError`, with
    the code `unavailable` where what was asked may be asked again. One that has a shorter way for a whole errand has a
    method `run(errand)` of its own.
    """

    def read(self, keys: Sequence[LedgerKey]) -> Sequence[Union[LedgerDocument, None]]:
        """Documents in the order of the keys, at most 100; None where there is none."""

    def query(self, query: LedgerQuery) -> LedgerPage:
        """Documents of one partition, in the order of their `sort`."""

    def commit(self, commit: LedgerCommit) -> CommitResult:
        """Writes all or nothing: nothing where what is expected is not so, or the request was answered before."""


def _json_of(words: object) -> Union[str, bytes]:
    return words if isinstance(words, (str, bytes)) else json_of(words)


_DEADLINE = 10.0


def _milliseconds(deadline: float | None) -> int:
    """Raises `out_of_range`."""
    time = _DEADLINE if deadline is None else deadline
    if not 0 <= time <= 365 * 24 * 60 * 60:
        raise DenwabanError([("out_of_range", "the deadline must be 0 to a year, in seconds", "")])
    return round(time * 1000)


def _seed() -> int:
    """Of an errand's pauses."""
    return random.getrandbits(64)


def _span(name: str, seconds: float) -> int:
    """As the core counts them: a thousand years are for ever."""
    if not 0 <= seconds:
        raise ValueError(f"{name} is seconds, 0 or more, not {seconds}")
    return round(min(seconds, 1000 * 365.25 * 24 * 60 * 60) * 1000)


class ErrandEffort(NamedTuple):
    """What an errand took, whatever came of it."""

    errand: str
    """Its key: `decide`."""
    retries: int
    """How often it waited and went on: others were faster, or the ledger was busy or throttled."""
    seconds: float
    """In all, pauses and locks included."""
    failed: Union[str, None]
    """The code of what it failed with."""


Observe = Callable[[ErrandEffort], object]


class _Effort:
    """Counts, for whoever observes an errand."""

    def __init__(self, observe: Observe | None, errand: Document) -> None:
        self.retries = 0
        self._observe = observe
        self._errand = errand
        self._begun = 0.0 if observe is None else time.monotonic()

    def __enter__(self) -> _Effort:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._observe is None:
            return
        (name,) = json.loads(_json_of(self._errand))
        raised = None if kind is None else kind.__name__
        failed = error.code if isinstance(error, DenwabanError) else raised
        try:
            self._observe(ErrandEffort(name, self.retries, time.monotonic() - self._begun, failed))
        except Exception:
            _log().exception("whoever observes errands failed")


class SqliteLedger:
    """A ledger in one file. What was acknowledged survives a crash of the process and of the machine. Any number of
    threads may use it, and any number of processes may have it open; the interpreter is free while one waits. Closed at
    the end of a `with`; what is asked afterwards raises `not_allowed`.
    """

    __slots__ = ("_core", "_path")
    _core: _denwaban.SqliteLedgerCore
    _path: str

    def __init__(self, core: _denwaban.SqliteLedgerCore, path: str) -> None:
        self._core = core
        self._path = path

    @classmethod
    def open(
        cls,
        path: FilePath,
        *,
        check: Literal["pages", "none"] = "pages",
        busy: float = 5.0,
        keep_changes: float = 7 * 24 * 60 * 60,
    ) -> SqliteLedger:
        """Opens a file, and makes it where there is none; `:memory:` is a ledger of its own, gone with it. Every page
        is looked at, which takes as long as there are pages, unless `check` is `none`. `busy` is for how many seconds
        one waits for a lock that another process holds, `keep_changes` for how many it is known what has changed:
        seven days if it is left out, and 100,000 changes at most.

        Raises `newer_version` for a file of a later denwaban, `invalid_value` for another application's and for a path
        that leads to no file, `corrupt`, also for an empty file, `read_only`, `unavailable`, and nothing was changed.
        """
        if check not in ("pages", "none"):
            raise ValueError(f"check is pages or none, not {check}")
        file = os.fspath(path)
        spans = _span("busy", busy), check == "pages", _span("keep_changes", keep_changes)
        return cls(_denwaban.SqliteLedgerCore.open(file, *spans), file)

    def read(self, keys: Sequence[LedgerKey]) -> list[Union[LedgerDocument, None]]:
        """Documents in the order of the keys, at most 100, all of one moment; None where there is none."""
        documents: list[Union[LedgerDocument, None]] = json.loads(self._core.read(_json_of(keys)))
        return documents

    def query(self, query: LedgerQuery) -> LedgerPage:
        page: LedgerPage = json.loads(self._core.query(_json_of(query)))
        return page

    def commit(self, commit: LedgerCommit) -> CommitResult:
        result: CommitResult = json.loads(self._core.commit(_json_of(commit)))
        return result

    def run(self, errand: Document, *, deadline: float | None = None, observe: Observe | None = None) -> Any:
        """As `denwaban.run`, in one piece, while the interpreter is free."""
        given = _json_of(errand), _seed(), _milliseconds(deadline)
        if observe is None:
            return json.loads(self._core.run(*given))
        with _Effort(observe, errand) as effort:
            words = json.loads(self._core.run_observed(*given))
            effort.retries = words["retries"]
            if "errors" in words:
                raise _error_of(words["errors"])
            return words["answer"]

    def changes(self, after: Union[str, None] = None, most: int = 100) -> ChangesPage:
        """What was committed to this file after a cursor, in the order of commits; `most` is 1 to 1000. Who asks twice
        is told the same. Raises `expired_cursor` where some of it is not kept any more: read everything anew, and go on
        from what `newest_change` was before."""
        page: ChangesPage = json.loads(self._core.changes(_json_of({"after": after, "most": most})))
        return page

    def newest_change(self) -> str:
        """The cursor after which everything is still to come."""
        return self._core.newest_change()

    def follow(self, after: Union[str, None] = None, *, every: float = 1.0) -> Iterator[LedgerChange]:
        """`changes` for ever: looks again every so many seconds. Raises `not_allowed` once the ledger is closed."""
        while True:
            page = self.changes(after)
            yield from page["changes"]
            after = page["next"]
            if not page["changes"]:
                time.sleep(every)

    def statistics(self) -> LedgerStatistics:
        """How many documents there are, and how large the file is. Takes as long as there are documents."""
        statistics: LedgerStatistics = json.loads(self._core.statistics())
        return statistics

    def compact(self) -> None:
        """Writes the file anew without what is free in it (`VACUUM`), and empties its log. Nobody commits meanwhile; it
        takes as long as the file is large, and as much room again on the disk, twice. Where somebody reads at that moment
        the file becomes shorter later."""
        self._core.compact()

    def backup(self, path: FilePath) -> None:
        """Writes all of it to a new ledger, as of one moment, while others go on writing. It is there whole, or not at
        all."""
        self._core.backup(os.fspath(path))

    def export_to(self, path: FilePath) -> None:
        """Writes everything to a file of lines of JSON, as of one moment, in place of what was there."""
        self._core.export_to(os.fspath(path))

    def import_from(self, path: FilePath) -> None:
        """Writes down what stands in such a file, all or none. A place in it begins with the line's number. Raises
        `corrupt` for one that was cut or changed."""
        self._core.import_from(os.fspath(path))

    def close(self) -> None:
        """Once what has begun in other threads is done."""
        self._core.close()

    def __enter__(self) -> SqliteLedger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<denwaban.SqliteLedger at {self._path}>"


def bookings_csv(bookings: Sequence[Mapping[str, Any]]) -> str:
    """Reservations as CSV (RFC 4180), in their order: `bookings` are of a list (`ReservationDesk.bookings`), or of its
    pages one after the other. What a spreadsheet would take for a formula has `'` before it. docs/reservations.md has
    the columns."""
    return _denwaban.bookings_csv(_json_of(list(bookings)))


def changes_from_stream(event: Document) -> StreamedChanges:
    """The changes in an event that a stream of DynamoDB invokes a Lambda with, or in what `get_records` answers: the same
    as those that SQLite tells of. The stream has new images, better old ones too (`NEW_AND_OLD_IMAGES`)."""
    words = json.loads(_denwaban.changes_from_stream(_stream_text(event)))
    failed = words["failed"]
    return StreamedChanges(words["changes"], failed and (failed["cursor"], _error_of(failed["errors"])))


def _stream_text(event: Document) -> object:
    """boto3's times are not looked at."""
    return json.dumps(event, default=str) if isinstance(event, Mapping) else event


def _error_of(problems: Sequence[Mapping[str, Any]]) -> DenwabanError:
    return DenwabanError([(one["code"], one["message"], one["where"]) for one in problems])


def deliver_changes(event: Document, deliver: Callable[[LedgerChange], object]) -> dict[str, list[dict[str, str]]]:
    """Hands `deliver` each change of such an event in turn. Where it raises, or a record can't be read, that is logged,
    and the answer asks for it and all after it again: a Lambda returns it, with `FunctionResponseTypes:
    [ReportBatchItemFailures]`."""
    changes, failed = changes_from_stream(event)
    for change in changes:
        try:
            deliver(change)
        except Exception:
            _log().exception("a change was not delivered: %s", change["cursor"])
            return {"batchItemFailures": [{"itemIdentifier": change["cursor"]}]}
    if failed is None:
        return {"batchItemFailures": []}
    _log().error("a record of the stream can't be read: %s", failed[1])
    return {"batchItemFailures": [{"itemIdentifier": failed[0]}]}


class _Work:
    """An errand, for whoever does its tasks here."""

    def __init__(self, errand: Document) -> None:
        self._core = _denwaban.ErrandCore.from_json(_json_of(errand), _seed())

    def task(self) -> tuple[str, Any] | None:
        """What to do with what: `read`, `query`, `commit`, or `pause` for seconds; None once there is an answer."""
        text = self._core.task()
        if text is None:
            return None
        ((what, about),) = json.loads(text).items()
        return (what, about / 1000) if what == "pause" else (what, about)

    def give(self, result: object) -> None:
        """What came of the task."""
        self._core.give(_json_of(result))

    def give_up(self, deadline: float | None) -> None:
        """A deadline has passed."""
        self._core.give_up(_milliseconds(deadline))

    def answer(self) -> Any:
        return json.loads(self._core.answer())


class _Until:
    """A deadline that has begun."""

    def __init__(self, deadline: float | None) -> None:
        self._until = time.monotonic() + _milliseconds(deadline) / 1000

    def is_over(self) -> bool:
        return time.monotonic() >= self._until

    def within(self, pause: float) -> float:
        """As much of a pause as there is left."""
        return max(0.0, min(pause, self._until - time.monotonic()))


def _failure(error: DenwabanError) -> dict[str, Any]:
    """What came of a task that failed."""
    return {"errors": [problem._asdict() for problem in error.errors]}


def _done(ledger: Ledger, what: str, about: Any, until: _Until) -> Any:
    if what == "pause":
        time.sleep(until.within(about))
        return None
    try:
        return getattr(ledger, what)(about)
    except DenwabanError as error:
        return _failure(error)


def _run_options(deadline: float | None, observe: Observe | None) -> dict[str, Any]:
    """Those that are given: a ledger of one's own need not know them."""
    options = {"deadline": deadline, "observe": observe}
    return {name: value for name, value in options.items() if value is not None}


def run(ledger: Ledger, errand: Document, *, deadline: float | None = None, observe: Observe | None = None) -> Any:
    """Asks something of a ledger as a whole: reads, decides, commits, and where others were faster, reads and decides
    again. The errand is a document with one key: `docs/ledger.md`. The same request key always gets the same answer.

    Raises `DenwabanError` where it can't be decided or is refused, with the code `contended` where others were faster
    every time; after `deadline` seconds, ten if it is left out, with `timed_out`: whether what was begun has happened
    nobody knows, and with a request key it is asked again, and happens once. And whatever else the ledger raises.
    `observe` is told what the errand took, once it is over, by the thread that asked; without one nothing is measured.
    """
    run_there: Union[Callable[..., Any], None] = getattr(ledger, "run", None)
    if run_there is not None:
        return run_there(errand, **_run_options(deadline, observe))
    until = _Until(deadline)
    work = _Work(errand)
    with _Effort(observe, errand) as effort:
        while task := work.task():
            effort.retries += task[0] == "pause"
            work.give(_done(ledger, *task, until))
            if work.task() and until.is_over():
                work.give_up(deadline)
        return work.answer()

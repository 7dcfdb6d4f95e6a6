"""Restaurants, customers and agents on a ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, Union

from ._agents import AgentNow, _agent_now
from ._asking import Asking, KeepRequest, When, _keeping, _without_none
from ._commands import Words, _date_text, _text_of
from ._denwaban import Restaurant
from ._records import CallFacts, _facts_of
from .generated.answers import (
    AgentState,
    Forgotten,
    ListedCustomers,
    ListedDuplicates,
    UnmergedCustomers,
    forgotten,
    listed_customers,
    listed_duplicates,
    unmerged_customers,
)
from .generated.nouns import Customer, FloorPlan, ReservationPolicy


class BookTemplate(NamedTuple):
    """What new day books of a restaurant begin with."""

    floor_plan: FloorPlan
    policy: ReservationPolicy


class ListedRestaurants(NamedTuple):
    """Some of the restaurants, by id."""

    restaurants: tuple[Words, ...]
    next: str | None
    """What the next page comes after; None after the last."""


def _words_of(restaurant: Union[Restaurant, Words, None]) -> Words | None:
    return restaurant.to_dict() if isinstance(restaurant, Restaurant) else restaurant


class KeptRestaurants(Asking):
    """Restaurants, found by id and by each of their lines, in the form that `Restaurant.from_json` reads."""

    __slots__ = ()

    def put(
        self,
        restaurant: Union[Restaurant, Words],
        request: KeepRequest,
        *,
        was: Union[Restaurant, Words, None] = None,
    ) -> Words:
        """In place of what was kept; with `was`, as it was read before, only what is otherwise is changed. Raises
        `duplicate_number` at a line that is another restaurant's, `stale` at what somebody else has changed since.
        """
        asked = _without_none(restaurant=_words_of(restaurant), was=_words_of(was))
        kept: Words = self._ask("put_restaurant", **asked, **request.to_dict())
        return kept

    def find(self, id: str) -> Words | None:
        found: Words | None = self._ask("find_restaurant", id=id)
        return found

    def by_number(self, number: str) -> Words | None:
        """The restaurant that answers on a number, however it is written."""
        found: Words | None = self._ask("find_restaurant", number=number)
        return found

    def all(self, *, limit: int = 50, after: str | None = None) -> ListedRestaurants:
        """A page of all that were put since denwaban lists them, by id. `after` is the `next` of the page before."""
        page = self._ask("list_restaurants", limit=limit, after=after)
        return ListedRestaurants(tuple(page["restaurants"]), page["next"])

    def put_book_template(
        self,
        restaurant: str,
        floor_plan: FloorPlan,
        request: KeepRequest,
        *,
        policy: ReservationPolicy | None = None,
        was: BookTemplate | None = None,
    ) -> BookTemplate:
        """With `was`, as it was read before, only what is otherwise is changed. Kept day books follow it, but for parts
        that were edited for their date.
        """
        made = _without_none(floor_plan=floor_plan, policy=policy, was=was and was._asdict())
        return BookTemplate(**self._ask("put_book_template", restaurant=restaurant, **made, **request.to_dict()))

    def book_template(self, restaurant: str) -> BookTemplate | None:
        words = self._ask("find_book_template", restaurant=restaurant)
        return words and BookTemplate(**words)


class KeptCustomers(Asking):
    """Customers, found by id, by each telephone number and by the beginning of each name. A customer is an object of
    JSON, with the keys of `docs/schema/customer.schema.json`.
    """

    __slots__ = ()

    def put(self, customer: Customer, request: KeepRequest, *, was: Customer | None = None) -> Customer:
        """In place of what was kept, but for visits, of which none is lost; with `was`, as it was read before, only what
        is otherwise is changed. Raises `stale` at what somebody else has changed since.
        """
        kept: Customer = self._ask("put_customer", **_without_none(customer=customer, was=was), **request.to_dict())
        return kept

    def merge(self, keep: str, absorb: str, request: KeepRequest, *, who: str | None = None) -> Customer:
        """Makes one record of two: both histories. `who` sees to it."""
        two = _without_none(keep_id=keep, absorb_id=absorb, who=who)
        kept: Customer = self._ask("merge_customers", **two, **request.to_dict())
        return kept

    def unmerge(self, id: str, request: KeepRequest) -> UnmergedCustomers:
        """Takes the last merge of a record back: two records, each with its own history. Raises `stale` where that can't
        be told any more."""
        return unmerged_customers(self._ask("unmerge_customers", id=id, **request.to_dict()))

    def duplicates(self, *, limit: int = 20, after: str | None = None) -> ListedDuplicates:
        """Pairs who share a number, or a name of more than one word or its reading: who may be one. `limit` is how many
        customers are looked at, 20 at most; what more than 20 share is `crowded`, and not compared. `after` is the `next`
        of the page before."""
        return listed_duplicates(self._ask("list_duplicates", limit=limit, after=after))

    def find(self, id: str) -> Customer | None:
        """Follows records that were merged."""
        found: Customer | None = self._ask("find_customer", id=id)
        return found

    def erase(self, id: str, now: When) -> Forgotten:
        """Forgets them, step by step until it is done: what they left in books, calls, messages, and the record itself.
        Says how much that was."""
        bookings = calls = messages = 0
        done = False
        while not done:
            step = self._ask("erase_customer", id=id, now=_text_of(now))
            bookings, calls = bookings + step["bookings"], calls + step["calls"]
            messages, done = messages + step["messages"], step["done"]
        return Forgotten(done, bookings, calls, messages, None)

    def export_data(self, id: str) -> Words:
        """All that is kept of them, as JSON: what `erase` would erase."""
        data: Words = self._ask("export_customer", id=id)
        return data

    def by_phone(self, number: str) -> list[Customer]:
        """Whoever has the number, however it is written: at most 100. `all` has all of them."""
        found: list[Customer] = self._ask("find_customers", phone=number)
        return found

    def by_name(self, beginning: str, most: int = 20) -> list[Customer]:
        """Those one of whose names, or readings, begins so, however it is written. `most` is 1 to 100."""
        found: list[Customer] = self._ask("find_customers", name=beginning, most=most)
        return found

    def all(
        self, *, phone: str | None = None, name: str | None = None, limit: int = 50, after: str | None = None
    ) -> ListedCustomers:
        """A page of all that were put since denwaban lists them; or of those who have a number, or one of whose names
        begins so. `after` is the `next` of the page before."""
        return listed_customers(
            self._ask("list_customers", limit=limit, after=after, **_without_none(phone=phone, name=name))
        )


class Retention(Asking):
    """Who sees to it that old business dates, calls and messages are nobody's."""

    __slots__ = ()

    def forget_before(self, before: Union[date, str], now: When, *, after: str | None = None) -> Forgotten:
        """One step, a commit at most, of forgetting the people of business dates, calls and messages before a date, which
        is left as it is: for whoever does it every night. Each restaurant begins where it was last done."""
        return forgotten(self._ask("forget_before", before=_date_text(before), now=_text_of(now), after=after))


class AppliedRecords(NamedTuple):
    """What became of each record, and the agent's state after the newest."""

    agent: str
    applied: tuple[str, ...]
    """`now`, `mended`, `duplicate`, `too_late` or `another_agent`."""
    state: AgentState


class AddedRecords(NamedTuple):
    """What became of contact records, each, and their call."""

    added: tuple[Literal["kept", "newer", "as_known"], ...]
    call: str
    replaced: tuple[str, ...]
    """Names that its rows ever had beside that: to be deleted."""
    facts: CallFacts
    """Of this call alone."""


class KeptCallFacts(Asking):
    """Calls, out of contact records that many readers of a stream get."""

    __slots__ = ()

    def add(self, records: Iterable[Mapping[str, object]], now: When, *, keep: timedelta | None = None) -> AddedRecords:
        """Adds records of one call, as `CallFacts.records_of` has them: in whatever order they come, and however often,
        the answers to the last of them are the same. `keep` is how long they are kept after the call's first: 731 days,
        since Amazon Connect sends records anew for 24 months. Raises `invalid_value` where they are of several calls,
        `too_large` where the call names more than 90 contacts."""
        words = self._ask("add_contact_records", records=list(records), now=_text_of(now), **_keeping(keep))
        facts = _facts_of(words["records"])
        return AddedRecords(tuple(words["added"]), words["call"], tuple(words["replaced"]), facts)


class KeptAgent(NamedTuple):
    """An agent at a moment, and how long in what until then."""

    agent: str
    state: AgentState
    latest: AgentNow | None
    times: dict[AgentState, timedelta]


class KeptAgents(Asking):
    """What agents do, out of the records of the agent event stream."""

    __slots__ = ()

    def follow(self, agent: str, records: Iterable[Mapping[str, object]], now: When) -> AppliedRecords:
        """Adds records of one agent; twice, late or out of order they change nothing."""
        words = self._ask("follow_agent", agent=agent, records=list(records), now=_text_of(now))
        return AppliedRecords(words["agent"], tuple(words["applied"]), words["state"])

    def find(self, agent: str, now: When) -> KeptAgent | None:
        """As of a time no earlier than the latest record."""
        words = self._ask("find_agent", agent=agent, now=_text_of(now))
        if words is None:
            return None
        times = {state: timedelta(milliseconds=time) for state, time in words["times"].items()}
        return KeptAgent(words["agent"], words["state"], words["latest"] and _agent_now(words["latest"]), times)

"""What is given and comes as a dictionary. Written by denwaban_tools from the shapes of src/documents."""

from typing import Any, Literal, TypedDict, Union

from .words import *


class _Period(TypedDict, total=False):
    name: str
    """lunch, ディナー"""
    last_entry: str
    """The last time to come."""
    state: Literal["open", "unknown"]


class Period(_Period):
    """A service of one business date. Times are from midnight of that date: 26:00 is two in the morning after."""

    opens: str
    closes: str


class _Table(TypedDict, total=False):
    least: int
    """Parties below are not seated there."""
    area: str
    kind: SeatKind
    smoking: Literal["forbidden", "allowed"]
    access: Literal["on_foot", "wheelchair"]
    seller: Literal["anyone", "restaurant"]
    """Who may sell it: restaurants keep some back."""
    rank: int
    """The restaurant's preference, lower first."""


class Table(_Table):
    """A table, a room, or one seat of a counter."""

    id: str
    most: int


class _TableChain(TypedDict, total=False):
    longest: int
    """Of a run, in tables."""
    rank: int


class TableChain(_TableChain):
    """Neighbours in a row, any run of which can be joined."""

    tables: list[str]


class _TableCombination(TypedDict, total=False):
    least: int
    rank: int


class TableCombination(_TableCombination):
    """Tables that can be joined, with a capacity of their own."""

    tables: list[str]
    most: int


class _FloorPlan(TypedDict, total=False):
    combinations: list[TableCombination]
    chains: list[TableChain]


class FloorPlan(_FloorPlan):
    """Tables, and what can be joined of them."""

    tables: list[Table]


class DaysBefore(TypedDict):
    """So many days before, at a time."""

    days: int
    at: str


class DeadlineDaysBefore(TypedDict):
    days_before: DaysBefore




class DeadlineMinutesBefore(TypedDict):
    minutes_before: int


Deadline = Union[DeadlineMinutesBefore, DeadlineDaysBefore]
"""Until when something may be done about a start."""


class CancelFee(TypedDict):
    """What a guest owes who cancels after a deadline."""

    after: Deadline
    percent: int
    """Of what was agreed to be paid."""


Pacing = TypedDict("Pacing", {"channels": list[BookingChannel], "span": int, "period": str, "covers": int, "parties": int, "from": str, "until": str}, total=False)
"""The most that may arrive in any stretch of time as long as the span."""
Turn = Union[int, Literal["until_period_ends"]]
"""Minutes, or to the end."""


class _TurnTime(TypedDict, total=False):
    most: int
    """Chairs of the party."""
    period: Union[str, None]
    course: Union[str, None]


class TurnTime(_TurnTime):
    """How long some parties keep their table."""

    turn: Turn


class ReservationPolicy(TypedDict, total=False):
    """How a restaurant takes reservations; spans of time in minutes, and furthest in days."""

    start_grid: int
    """Starts are at multiples of it from midnight."""
    turn_times: list[TurnTime]
    """The first that fits a party holds."""
    turn: Turn
    """Of parties that no turn time fits."""
    shortest_stay: Union[int, None]
    """A stay is cut at closing if this much is left of it."""
    buffer: int
    """To reset a table after a party."""
    pacing: list[Pacing]
    """All of them hold."""
    lead_time: int
    cut_offs: list[Deadline]
    """All of them hold."""
    furthest: Union[int, None]
    """Days from today; any date, if not said."""
    smallest_party: int
    """In chairs."""
    largest_party: int
    overbooking: int
    """How many may be taken without a seat on one day."""
    cancel_until: list[Deadline]
    """Until when guests may cancel; all of them hold."""
    on_limit: dict[Limit, OnLimit]
    """What happens at each limit."""
    grace: int
    """After booking, guests may change and cancel for so long even past `cancel_until`."""
    undo_within: int
    """How long after it a mistake can be undone."""
    overstay: int
    """Who sits on past their end is reckoned to sit for so long from now."""
    longest_hold: Union[int, None]
    """How long something may be held in all, from booking on, however often renewed."""
    cancel_fees: list[CancelFee]
    """What guests owe who cancel late; of those whose deadline is past the highest."""
    no_show_fee: Union[int, None]
    """What guests owe who never came."""


class PartyMembers(TypedDict, total=False):
    """Who comes together."""

    adults: int
    children: int
    """Each has a chair."""
    infants: int
    """On a lap or in a pram: no chair."""
    strollers: int
    """ベビーカー that come along, for whoever seats them to know."""


class _Guests(TypedDict, total=False):
    strollers: int
    """ベビーカー that come along, for whoever seats them to know."""


class Guests(_Guests):
    """Who comes together."""

    adults: int
    children: int
    """Each has a chair."""
    infants: int
    """On a lap or in a pram: no chair."""


class Needs(TypedDict, total=False):
    """What a seat must have."""

    kinds: list[SeatKind]
    """One of these; any, where there is none."""
    areas: list[str]
    """Likewise."""
    smoking: Union[Literal["forbidden", "allowed"], None]
    access: Literal["on_foot", "wheelchair"]
ReservationParty = Union[int, PartyMembers]
"""A number counts adults."""


class _Wish(TypedDict, total=False):
    needs: Needs
    channel: BookingChannel
    course: Union[str, None]
    turn: Union[int, None]
    """Minutes at the table, if it is not as the policy has it."""
    wanted_tables: list[str]
    """The very ones, joined."""


class Wish(_Wish):
    """What a party wants, whatever the time."""

    party: ReservationParty


class _Deposit(TypedDict, total=False):
    currency: str
    due: str
    terms: str
    state: Literal["due", "paid", "refunded", "kept", "waived"]
    """Where the money is."""


class Deposit(_Deposit):
    """What is paid beforehand."""

    amount: int
    """In the currency's smallest unit."""


class _OrderedItem(TypedDict, total=False):
    count: int


class OrderedItem(_OrderedItem):
    """料理・飲み放題など"""

    name: str


class ReservationDetails(TypedDict, total=False):
    """What the book keeps of a reservation and does not reckon with."""

    customer: str
    """Of whom the visit is."""
    name: str
    kana: str
    """The name's reading."""
    phone: str
    email: str
    items: list[OrderedItem]
    """What is ordered beforehand."""
    occasion: str
    allergies: list[str]
    high_chairs: int
    """For children."""
    for_restaurant: str
    for_centre: str
    taken_by: str
    """The agent who took it."""
    contact: str
    """The call in which it was taken."""
    deposit: Deposit


class _ReservationEntry(TypedDict, total=False):
    who: str
    overridden: list[Limit]
    """Limits that were passed knowingly."""
    note: str
    changes: list[dict[str, Any]]
    """What the deed itself does not say."""


class ReservationEntry(_ReservationEntry):
    """What was done to a reservation, and by whom."""

    deed: Deed
    by: Actor
    at: str


class _Reservation(TypedDict, total=False):
    course: str
    turn: int
    """Minutes at the table, if it is not as the policy has it."""
    wanted_tables: list[str]
    """The very ones, joined."""
    held_until: str
    cancel_reason: CancelReason
    fee: int
    """What its guest owes who cancelled late or never came, in percent."""
    expected_at: str
    """When guests who are late said to come."""
    latest: str
    """Of who waits: the last start that suits them."""
    group: str
    """Of those who belong together, each at a table of their own."""


class Reservation(_Reservation):
    """A party, when it comes, and where it sits."""

    id: str
    begin: str
    end: str
    buffer: int
    """Minutes to reset the table."""
    party: Guests
    needs: Needs
    channel: BookingChannel
    commitment: Commitment
    presence: Presence
    allocation: Allocation
    tables: list[str]
    details: ReservationDetails
    history: list[ReservationEntry]


class Exceeded(TypedDict):
    """A limit that is passed, and by how much; 0 where that can't be told."""

    limit: Limit
    by: int
    unit: Literal["minutes", "days", "covers", "parties"]
    """What it is by."""


TableMove = TypedDict("TableMove", {"booking": str, "from": list[str], "to": list[str]})
"""A party that gets another table."""


class _Visit(TypedDict, total=False):
    covers: int


class Visit(_Visit):
    """What became of a booking."""

    restaurant: str
    booking: str
    date: str
    """The business date."""
    outcome: Literal["waiting", "booked", "cancelled", "no_show", "visited"]


class _Customer(TypedDict, total=False):
    name: str
    kana: str
    """The name's reading."""
    aliases: list[str]
    phones: list[str]
    email: str
    other_emails: list[str]
    """Of records that were merged into this one."""
    visits: list[Visit]
    tags: list[str]
    allergies: list[str]
    preferences: list[str]
    notes: str
    merged: list[str]
    """Records that are this one now."""


class Customer(_Customer):
    """Somebody who calls, and what became of their bookings."""

    id: str


class _WrapUpTimer(TypedDict, total=False):
    extension: int
    extensions: int
    """How often the agent may extend it."""


class WrapUpTimer(_WrapUpTimer):
    """In seconds."""

    limit: int


class _WrapUpPolicy(TypedDict, total=False):
    timer: Union[WrapUpTimer, None]
    default_outcome: Union[str, None]
    """What is recorded when the time is up and what was typed is not fit to be; none, and it stays open."""


class WrapUpPolicy(_WrapUpPolicy):
    """A centre's rules for wrap-up (後処理); spans of time in seconds."""

    demand: Literal["not_allowed", "optional", "required", "required_with_data"]


class SpokenRange(TypedDict):
    """Bytes of the text as UTF-8."""

    begin: int
    end: int
    """Not included."""


TimeRange = TypedDict("TimeRange", {"from": str, "until": str}, total=False)
"""Any time from one to the other."""


class PartyChange(TypedDict, total=False):
    """あと一人増える"""

    adults: int
    children: int
    infants: int


class SpokenName(TypedDict, total=False):
    """A name as it was said."""

    kana: str
    """Katakana; none where the reading is not known."""
    written: str
    """As it stood in the words."""


class _HeardNeed(TypedDict, total=False):
    wanted: Literal["wanted", "asked", "unwanted"]
    words: SpokenRange


class HeardNeed(_HeardNeed):
    """個室がいいです"""

    need: Literal["private_room", "non_smoking", "smoking", "tatami", "sunken", "counter", "table", "sofa", "window", "terrace", "quiet", "back", "wheelchair", "stroller", "high_chair", "pet", "exclusive"]


class HeardAllergy(TypedDict, total=False):
    """What somebody can't eat."""

    what: str
    wanted: Literal["wanted", "asked", "unwanted"]
    """unwanted: アレルギーはありません"""
    words: SpokenRange


class Budget(TypedDict, total=False):
    """Yen."""

    least: int
    most: int
    of: Literal["each", "all"]


class _HeardDay(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardDay(_HeardDay):
    """What some words say."""

    readings: list[str]
    """All that stand, the likelier first."""


class TimeWishAt(TypedDict):
    at: str




class TimeWishBetween(TypedDict):
    between: TimeRange




class TimeWishPart(TypedDict):
    part: Literal["opening", "closing", "morning", "lunch", "afternoon", "evening", "night", "early", "late"]


TimeWish = Union[TimeWishAt, TimeWishBetween, TimeWishPart]
"""When a party comes."""


class _HeardTime(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardTime(_HeardTime):
    """What some words say."""

    readings: list[TimeWish]
    """All that stand, the likelier first."""


class PartyWishChange(TypedDict):
    change: PartyChange




class PartyWishParty(TypedDict):
    party: PartyMembers


PartyWish = Union[PartyWishParty, PartyWishChange]
"""Who comes."""


class _HeardParty(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardParty(_HeardParty):
    """What some words say."""

    readings: list[PartyWish]
    """All that stand, the likelier first."""


class _HeardName(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardName(_HeardName):
    """What some words say."""

    readings: list[SpokenName]
    """All that stand, the likelier first."""


class _HeardPhone(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardPhone(_HeardPhone):
    """What some words say."""

    readings: list[str]
    """All that stand, the likelier first."""


class _HeardDigits(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider


class HeardDigits(_HeardDigits):
    """What some words say."""

    readings: list[str]


class CourseWishNamed(TypedDict):
    named: str




class CourseWishSeatOnly(TypedDict):
    seat_only: bool


CourseWish = Union[CourseWishSeatOnly, CourseWishNamed]
"""席のみ, or a course."""


class _HeardCourse(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardCourse(_HeardCourse):
    """What some words say."""

    readings: list[CourseWish]
    """All that stand, the likelier first."""


class _HeardOccasion(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardOccasion(_HeardOccasion):
    """What some words say."""

    readings: list[Literal["birthday", "anniversary", "wedding", "proposal", "families_meet", "longevity", "memorial", "children", "business", "year_end", "new_year", "welcome", "reunion", "party", "date", "celebration"]]
    """All that stand, the likelier first."""


class _HeardBudget(TypedDict, total=False):
    words: SpokenRange
    precision: Literal["exact", "about"]
    decider: Decider
    """What would tell which was meant."""


class HeardBudget(_HeardBudget):
    """What some words say."""

    readings: list[Budget]
    """All that stand, the likelier first."""


class SpokenSlots(TypedDict, total=False):
    """What was said of a booking."""

    day: HeardDay
    time: HeardTime
    party: HeardParty
    name: HeardName
    phone: HeardPhone
    digits: HeardDigits
    """Of a number that is no whole one yet."""
    needs: list[HeardNeed]
    allergies: list[HeardAllergy]
    course: HeardCourse
    occasion: HeardOccasion
    budget: HeardBudget


class _HeardIntent(TypedDict, total=False):
    words: SpokenRange


class HeardIntent(_HeardIntent):
    """What is wanted."""

    intent: Intent


class _Meaning(TypedDict, total=False):
    booked_day: HeardDay
    """Of the booking that is to be changed, cancelled or told of."""
    booked_time: HeardTime
    """Of the same booking."""


class Meaning(_Meaning):
    """What somebody said."""

    intents: list[HeardIntent]
    """The strongest first."""
    polarity: Literal["none", "yes", "no", "unclear"]
    slots: SpokenSlots
    corrected: list[SlotKind]
    """Of which a value was taken back."""
    unread: list[SpokenRange]
    """Words with a figure in them that were not understood."""


class _HearingNote(TypedDict, total=False):
    zone: str
    """Of callers, where no hours are known."""
    asked: Union[Question, None]
    known: SpokenSlots
    offered: list[str]
    """The times of an offer."""
    courses: list[str]
    """The restaurant's names for them."""


class HearingNote(_HearingNote):
    """Under what words are understood."""

    now: str


class Spoken(TypedDict):
    """Something to say."""

    text: str
    """As one writes it."""
    ssml: str
    """A whole document for Amazon Polly."""


class Keypad(TypedDict):
    """Keys that are taken in place of speech."""

    most: int
    """Figures."""
    end: str
    """The key that ends."""


class Listening(TypedDict):
    """What to listen for."""

    asked: Union[Question, None]
    hints: list[str]
    """Words that a recogniser should expect."""
    keypad: Union[Keypad, None]
    barge_in: Literal["allowed", "refused"]


class Reply(TypedDict):
    """What to say, and then to listen for."""

    say: Spoken
    listen: Union[Listening, None]
    """Nothing where the conversation is over."""


class SaidLine(TypedDict):
    """A line of what was said."""

    who: Literal["caller", "machine"]
    text: str


class HeldTable(TypedDict):
    """A table that is kept free meanwhile."""

    date: str
    booking: str
    until: str


class HeardSlot(TypedDict):
    """One slot of what was heard."""

    slot: SlotKind
    value: str
    """As one writes it; the readings, while they are in doubt."""
    words: str
    """As they were said."""


class _VoiceStream(TypedDict, total=False):
    fragment: str
    """Its number, in which the caller begins."""


class VoiceStream(_VoiceStream):
    """Where a caller's voice is streamed."""

    arn: str
    """Of a stream of Kinesis Video."""


class _HandedOver(TypedDict, total=False):
    stream: VoiceStream
    """In which the caller can be heard again."""


class HandedOver(_HandedOver):
    """What the agent sees who takes a conversation over."""

    purpose: Union[Literal["book", "change", "cancel", "tell", "lost_property", "late_arrival"], None]
    reason: Union[HandOverReason, None]
    caller: str
    heard: list[HeardSlot]
    message: str
    held: list[HeldTable]
    unanswered: list[str]
    lines: list[SaidLine]
    notes: str
    """The same in lines."""


class _GreetedCaller(TypedDict, total=False):
    caller: str
    language: Literal["japanese", "english"]
    stream: Union[VoiceStream, None]


class GreetedCaller(_GreetedCaller):
    """Who calls."""

    id: str
    """Of the contact or the chat."""


class Utterance(TypedDict, total=False):
    """What the caller said, or keyed."""

    id: str
    """Of the turn: the same again is answered as before."""
    text: str
    keys: str
    """1930#; they are what counts, if there are any."""


class TalkPolicy(TypedDict, total=False):
    """How a restaurant lets a machine speak for it."""

    voice: str
    """Of Amazon Polly."""
    manner: Literal["formal", "friendly"]
    barge_in: Literal["allowed", "refused"]
    asked: list[SlotKind]
    """Beside day, time and party, in this order."""
    offered: list[Literal["earlier", "later", "split", "other_seat", "other_day"]]
    """Where what was wanted is full, dearest first."""
    most_offers: int
    """At once."""
    other_days: int
    """How far around the day others are looked at."""
    terms: Literal["confirmed", "requested"]
    hold: int
    """Seconds, of a table that is read back."""
    largest_party: int
    """In chairs; a human takes more."""
    most_allergies: int
    """A human takes more."""
    known_allergies: list[str]
    """What may be written down without asking the kitchen; empty for anything."""
    most_turns: int
    """Of the caller."""
    most_failures: int
    """Commands that the book refuses."""
    courses: list[str]
    """Names."""
    answers: dict[Intent, str]
    """To questions about directions, parking and the like."""
    messages: dict[Intent, str]
    """Under which code of the catalogue messages are taken; else a human takes them."""

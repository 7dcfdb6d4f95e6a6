"""The words of enumerations, apart from the nouns that have them: those take longer to load. Written by denwaban_tools
from the shapes of src/documents."""

from typing import Literal

SeatKind = Literal["table", "counter", "private_room", "tatami", "terrace"]
Limit = Literal["not_open", "hours_unknown", "last_entry", "closing", "start_grid", "comes_twice", "lead_time", "cut_off", "furthest_date", "smallest_party", "largest_party", "pacing_covers", "pacing_parties", "walk_in_time", "table_size", "same_guest", "tables"]
"""What a restaurant does not want to take a party past."""
OnLimit = Literal["refuse", "warn", "needs_override"]
"""What happens to who would pass a limit."""
BookingChannel = Literal["phone", "online", "partner", "bot", "restaurant", "walk_in"]
"""Where a reservation comes from."""
Commitment = Literal["held", "requested", "confirmed", "reconfirmed", "cancelled", "declined", "no_show", "lapsed", "waiting"]
Presence = Literal["expected", "late", "partly_arrived", "seated", "left"]
Allocation = Literal["unassigned", "overbooked", "assigned", "pinned"]
CancelReason = Literal["guest", "restaurant", "moved", "duplicate", "mistake", "unpaid"]
"""Who or what was the cause."""
Actor = Literal["guest", "agent", "restaurant", "system"]
Deed = Literal["book", "change", "change_details", "request", "confirm", "reconfirm", "cancel", "decline", "miss", "lapse", "run_late", "arrive_partly", "sit_down", "leave", "pin", "unpin", "unassign", "assign", "move", "lose_table", "block", "unblock", "change_date", "undo", "swap", "renew", "take_up"]
"""What was done to a reservation."""
ErrorCode = Literal["malformed_json", "too_deep", "too_large", "wrong_type", "missing_key", "unknown_key", "duplicate_key", "invalid_value", "out_of_range", "overlap", "never_ends", "duplicate_number", "duplicate_id", "not_a_phone_number", "unknown_zone", "beyond_horizon", "naive_datetime", "unknown_reference", "not_allowed", "beyond_limit", "no_seat", "undecided", "contended", "unavailable", "read_only", "storage_full", "corrupt", "newer_version", "timed_out", "stale", "no_such_time", "expired_cursor", "unknown_token", "foreign_token", "lapsed_token"]
"""Why there is no answer."""
Cause = Literal["unlisted", "any_day", "weekday", "nth_weekday", "day_after_holiday", "holiday_eve", "holiday", "season", "closing", "moved_closing", "dated"]
"""What kind of thing decided a day."""
Precedence = Literal["any_day", "weekday", "nth_weekday", "day_after_holiday", "holiday_eve", "holiday", "season", "dated"]
"""How narrowly a rule names a date: the narrowest of those that apply wins."""
ClosingFate = Literal["closes", "may_close", "overruled", "moved_here", "moved_away", "dropped"]
"""What became of a regular closing on a date."""
Phase = Literal["before_opening", "between_services", "after_closing", "closed_all_day"]
"""Where in its business date a closed moment lies; what is unknown counts as an opening."""
HolidayKind = Literal["statutory", "derived", "own"]
"""Whose holiday it is: by law, by what the law makes of others, or one's own."""
FindingKind = Literal["remark", "repetition", "assumption", "approximate", "unknowable", "contradiction", "not_understood", "not_expressible", "malformed"]
Weight = Literal["note", "doubt", "loss"]
"""How much a finding matters: note, nothing is lost; doubt, it may mean otherwise; loss, something is lost."""
WithheldReason = Literal["by_caller", "payphone", "out_of_area", "not_given"]
"""Why a call shows no number."""
CallerSource = Literal["choice", "last_called", "restaurant", "chain", "centre"]
"""Where a number to show may come from; last_called is only the restaurant's, its chain's or the centre's."""
PassedOverReason = Literal["none", "unknown_restaurant", "not_a_number", "not_claimed", "another_restaurants", "toll_free_abroad", "no_queue"]
"""Why a number to show was passed over."""
CallState = Literal["ringing", "talking", "held", "wrapping_up", "closed"]
Whom = Literal["booking", "group"]
"""The reservation alone, or all of its group or nobody."""
CallGroup = Literal["restaurant", "chain", "line", "queue", "agent", "disposition", "day_kind", "weekday", "quarter_hour", "channel"]
"""What calls can be counted by; restaurant, chain (系列) and day_kind (祝日, 祝前日, plain) need a directory."""
BigQueryTable = Literal["calls", "bookings", "reconciled", "legs", "states", "shifts"]
"""The tables that questions are asked of."""
Intent = Literal["book", "change", "cancel", "confirm", "ask_hours", "ask_last_order", "ask_vacancy", "ask_directions", "ask_parking", "ask_menu", "ask_allergy", "ask_price", "ask_children", "ask_payment", "lost_property", "late_arrival", "complaint", "sales_call", "human", "goodbye", "repeat", "slower", "silence", "noise", "something_else"]
"""What a caller wants, or does."""
SlotKind = Literal["day", "time", "party", "name", "phone", "needs", "allergies", "course", "occasion", "budget"]
"""What can be said of a booking."""
Question = Literal["wish", "day", "time", "party", "name", "phone", "needs", "allergies", "course", "occasion", "budget", "read_back", "offer", "anything_else"]
"""What the caller was just asked."""
Decider = Literal["half_of_day", "which_day", "which_week", "which_month", "which_time", "how_many", "who_counts", "spelling", "digits", "per_head", "which_words", "whether"]
"""What would tell which reading was meant."""
HandOverReason = Literal["asked_for", "not_understood", "not_heard", "too_many_turns", "complaint", "sales_call", "allergies", "large_party", "hours_unknown", "no_such_booking", "not_permitted", "not_offered", "refused", "unavailable"]
"""Why a human takes over."""
ConversationState = Literal["opened", "asking", "looking_up", "offering", "holding", "confirming", "letting_go", "acting", "closing", "handed_over", "ended"]

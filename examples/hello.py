from datetime import datetime
from zoneinfo import ZoneInfo

from denwaban import Restaurant

rules = [
    {"when": "every_day", "services": [{"name": "lunch", "opens": "11:30", "closes": "15:00"}]},
    {"when": "holiday_eve", "services": [{"name": "night", "opens": "17:00", "closes": "26:00"}]},
]
closed = {"when": {"weekdays": ["mon"]}, "on_holiday": "next_day"}
hours = Restaurant.from_json({"id": "r1", "name": "とりべえ", "hours": {"rules": rules, "closings": [closed]}}).hours
status = hours.status(datetime(2026, 11, 22, 18, tzinfo=ZoneInfo("Asia/Tokyo")))
print(status.state.value, status.reason, status.closes_at)  # open 勤労感謝の日の前日 2026-11-23 02:00:00+09:00

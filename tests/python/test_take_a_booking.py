import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from denwaban import DayBook

EXAMPLE = Path(__file__).parent.parent.parent / "examples/take_a_booking.py"
CALLS = """予約 19:00 2 山田
予約 19:00 6 佐藤 個室
予約 19:30 6 <田中>
予約 19:00 4 鈴木
予約 19:00 4 高橋
予約 19:00 8 伊藤
予約 １８：３０ ２ 木村
変更 b1 21:00 2
取消 b9
空き 2
犬
表
"""


def run(*files, calls=CALLS):
    made = subprocess.run(
        [sys.executable, EXAMPLE, *files], input=calls, capture_output=True, text=True, encoding="utf-8", check=True
    )
    return made.stdout


def test_an_agent_takes_bookings_by_keyboard(tmp_path):
    said = run(tmp_path / "evening.svg", tmp_path / "book.json")
    assert "b1: 山田様 2名様 19:00〜20:30 T1" in said
    assert "満席です\n  遅ければ 21:15" in said
    assert "できません: unknown_reference" in said
    assert "個室  ········▐6 佐藤 " in said
    picture = ElementTree.parse(tmp_path / "evening.svg")
    texts = [text.text for text in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"個室", "6 佐藤", "6 <田中>"} <= set(texts)
    book = DayBook.from_json((tmp_path / "book.json").read_text())
    assert [one["details"]["name"] for one in book.reservations] == ["山田", "佐藤", "<田中>", "鈴木", "高橋", "木村"]


def test_the_book_is_kept_from_one_run_to_the_next(tmp_path):
    run(tmp_path / "a.svg", tmp_path / "book.json", calls="予約 19:00 2 山田\n")
    assert "b2: 佐藤様" in run(tmp_path / "a.svg", tmp_path / "book.json", calls="予約 19:00 2 佐藤\n")

"""How much of listings that the reader was not made for it reads, and that it never gets less."""

import pytest
from fresh_listings import DAYS, expand, measure, readings, truth_line, weekday

# (understood completely, dates right: at least, in %; wrong without a finding: at most); `kinds` are hard on purpose.
KNOWN = {
    "fresh": (96, 97.8, 0),
    "held": (96, 97.1, 0),
    "kinds": (86.3, 94.8, 0),
    "unseen": (95, 97.4, 0),
    "street": (91.8, 93.1, 0),
    "assorted": (95, 95.7, 0),
    "put_aside": (85, 90.6, 0),
    "ordinary": (92, 93.5, 0),
    "last_read": (90, 95.3, 0),
    "manners": (93.5, 97.6, 0),
    "varied": (98.3, 97.9, 0),
    "posted": (98.4, 99.9, 0),
    "gathered": (76.2, 91.5, 0),
    "collected": (76.6, 90.6, 0),
    "common": (80.8, 80.3, 0),
    "relatives": (89.4, 98.1, 0),
    "mixed": (78.6, 85.7, 0),
    "plain": (86, 87.9, 0),
    "cousins": (89.2, 93.7, 0),
    "prose": (55.8, 69.2, 0),
    "everyday": (80, 87, 0),
    "daily": (88.5, 92, 0),
    "kindred": (90, 92.9, 0),
    "told": (40.8, 56.8, 0),
}


@pytest.mark.parametrize("name", KNOWN)
def test_listings_written_by_others(name):
    complete, right, wrong = measure(readings(name))
    least_complete, least_right, most_wrong = KNOWN[name]
    print(f"{name}: {complete:.0f}% complete, {right:.1f}% of dates right, {wrong} wrong without a finding")
    assert wrong <= most_wrong
    assert complete >= least_complete
    assert right >= least_right


def test_a_truth_says_the_spans_of_each_date():
    month = expand("Mon-Fri 17:00-26:00; PH,Sun off; 4 ?; 22 11:00-?")
    assert [month[day] for day in (1, 2, 3, 4, 22)] == ["off", "17:00-26:00", "off", "?", "11:00-?"]
    assert [weekday(day) for day in (DAYS[0], DAYS[-1])] == [6, 0]
    line, in_doubt = truth_line(month)
    assert in_doubt == {4}
    assert "".join(line[1440 + 17 * 60 - 1 : 1440 + 17 * 60 + 1]) == "-o"
    assert "".join(line[2880 + 2 * 60 - 1 : 2880 + 2 * 60 + 1]) == "o-"

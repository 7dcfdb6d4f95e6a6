"""How much of listings that the reader was not made for it reads, and that it never gets less."""

import pytest
from fresh_listings import DAYS, expand, measure, readings, truth_line, weekday

# (understood completely, dates right: at least, in %; wrong without a finding: at most); `kinds` are hard on purpose.
KNOWN = {
    "fresh": (93, 96.2, 0),
    "held": (93, 95.4, 0),
    "kinds": (73.2, 87.0, 0),
    "unseen": (92.5, 95.5, 0),
    "street": (86.8, 89.2, 0),
    "assorted": (90, 91.9, 0),
    "put_aside": (78.3, 85.2, 0),
    "ordinary": (88, 87.9, 0),
    "last_read": (48, 62.7, 0),
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

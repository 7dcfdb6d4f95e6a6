"""How much of listings that the reader was not made for it reads, and that it never gets less."""

import pytest
from fresh_listings import DAYS, expand, measure, readings, truth_line, weekday

# (understood completely, dates right: at least, in %; wrong without a finding: at most); `kinds` are hard on purpose.
KNOWN = {
    "fresh": (94, 97.3, 0),
    "held": (93, 95.4, 0),
    "kinds": (78, 90, 0),
    "unseen": (95, 97.4, 0),
    "street": (90, 91.8, 0),
    "assorted": (93.3, 94, 0),
    "put_aside": (83.3, 88.9, 0),
    "ordinary": (92, 93.5, 0),
    "last_read": (88, 94, 0),
    "manners": (91.9, 97.6, 0),
    "varied": (76.6, 79.8, 0),
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

"""What is counted of each runner's log."""

import unittest

from count import count

DOCTEST = (
    "[doctest] test cases:  12 |  11 passed | 1 failed | 2 skipped\n[doctest] assertions: 9 | 9 passed | 0 failed |\n"
)
TAP = "# tests 6\n# suites 0\n# pass 4\n# fail 0\n# cancelled 0\n# skipped 2\n# todo 0\n"
CTEST = "98% tests passed, 1 tests failed out of 60\n"


class Count(unittest.TestCase):
    def test_each_runner_is_understood(self):
        for log, told in (
            (DOCTEST, (11, 1, 2)),
            (TAP, (4, 0, 2)),
            (CTEST, (59, 1, 0)),
            ("..s\n===== 2 passed, 1 skipped in 0.10s =====\n", (2, 0, 1)),
            ("2 failed, 31 passed, 3 skipped, 1 warning in 4.20s\n", (31, 2, 3)),
            ("1 failed, 2 passed in 61.00s (0:01:01)\n", (2, 1, 0)),
            ("7 passed, 0 failed\n", (7, 0, 0)),
            ("7 passed, 1 failed, 3 skipped\n", (7, 1, 3)),
            ("\x1b[32m3 passed\x1b[0m in 0.01s\n", (3, 0, 0)),
        ):
            with self.subTest(log):
                self.assertEqual(count(log, 0), told)

    def test_who_fails_without_a_failed_test_has_failed(self):
        self.assertEqual(count(TAP, 139), (4, 1, 2))
        self.assertEqual(count(DOCTEST, 1), (11, 1, 2))

    def test_of_several_runners_the_last_counts(self):
        self.assertEqual(count(DOCTEST + TAP + "7 passed, 0 failed\n", 0), (7, 0, 0))
        self.assertEqual(count("7 passed, 0 failed\n" + TAP, 0), (4, 0, 2))

    def test_what_counts_nothing_is_one_test(self):
        self.assertEqual(count("made\n", 0), (1, 0, 0))
        self.assertEqual(count("", 1), (0, 1, 0))


if __name__ == "__main__":
    unittest.main()

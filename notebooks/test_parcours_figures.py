"""Tests how parcours_figures shows what a log says."""

import unittest

import matplotlib
import numpy
import pandas
from matplotlib.text import Text

matplotlib.use("agg")

import parcours_figures as figures


class FiguresTest(unittest.TestCase):
    def shown(self, text, **more):
        """What matplotlib makes of the label, and whether it takes it for a formula."""
        return Text()._preprocess_math(figures.label(text, **more))

    def test_dollars_are_no_formula(self):
        for text in ("$x^2$", "$", "$100", "\\$a$", "a_b $\\frac{$", "100 % $$"):
            self.assertEqual(self.shown(text), (text, False))

    def test_one_line_of_a_limited_length(self):
        self.assertEqual(figures.label("a\nb\tc\u202ed\x1b[31m"), "a\ufffdb\ufffdc\ufffdd\ufffd[31m")
        self.assertEqual(figures.label("x" * 50, 10), "x" * 9 + "\u2026")
        self.assertEqual(figures.label("x" * 10, 10), "x" * 10)

    def test_an_underscore_does_not_hide_from_a_legend(self):
        self.assertFalse(figures.label("_private").startswith("_"))

    def test_nothing_is_told(self):
        self.assertEqual(figures.labels([None, pandas.NA, ""]), ["(none)", "(none)", ""])

    def test_numbers_are_real(self):
        column = pandas.Series([1, None], dtype="Int64")
        numpy.testing.assert_array_equal(figures.numbers(column), [1.0, numpy.nan])

    def test_a_pivot_has_gaps_where_the_table_has_no_row(self):
        frame = pandas.DataFrame({"row": ["a", "b"], "column": ["x", "y"], "value": [0.5, 0.25]})
        grid = figures.pivot(frame, "row", "column", "value", ["a", "b"], ["x", "y"])
        numpy.testing.assert_array_equal(grid, [[0.5, numpy.nan], [numpy.nan, 0.25]])

    def test_durations(self):
        shown = [figures.duration(seconds) for seconds in (0, 50, 100, 5_000, 200_000)]
        self.assertEqual(shown, ["0 s", "50 s", "1.7 min", "1.4 h", "2.3 d"])
        self.assertEqual(figures.time_unit(7 * 86_400), ("days", 86_400))
        self.assertEqual(figures.time_unit(90), ("seconds", 1))


if __name__ == "__main__":
    unittest.main()

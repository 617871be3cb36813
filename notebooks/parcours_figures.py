"""What the notebooks' figures have in common: colours, labels that show any text as it is, marks for what is not sure."""

import matplotlib.pyplot as pyplot
import numpy
import pandas
from IPython.display import display
from matplotlib.ticker import FixedLocator, LogLocator, MaxNLocator, NullLocator, PercentFormatter

# Okabe's and Ito's colours, told apart with every kind of colour blindness; the hatching tells apart without colours.
REACHED = "#0072B2"
IN_PROGRESS = "#E69F00"
LOST = "#CC79A7"
OTHER = "#009E73"
PALE = "#999999"
SERIES = [REACHED, "#D55E00", OTHER, "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
# Behind numbers on hatched bars.
PLATE = {"facecolor": "white", "alpha": 0.85, "edgecolor": "none", "pad": 1}
HATCHES = {REACHED: "", IN_PROGRESS: "///", LOST: "..."}

# A rate on fewer is marked: a handful more or less would turn it. A limit of these figures, not of the tables.
FEW = 30


def prepare():
    """Sets how figures and tables look, in this notebook."""
    pyplot.rcParams.update(
        {
            "figure.dpi": 100,
            "figure.constrained_layout.use": True,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.titlelocation": "left",
            "axes.axisbelow": True,
            "hatch.linewidth": 0.6,
            "legend.frameon": False,
        }
    )
    pandas.set_option("display.max_columns", 40)
    pandas.set_option("display.precision", 4)
    # A log's texts are no formulas.
    pandas.set_option("display.html.use_mathjax", False)


def line(text):
    """A log's text in one line: what is no printable letter, or would turn the direction of writing, is replaced."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(text))


def label(text, width=36):
    """A log's text as an axis or a legend can show it: as it is, in one line, not as a formula."""
    if text is None or text is pandas.NA:
        return "(none)"
    shown = line(text)
    if len(shown) > width:
        shown = shown[: width - 1] + "\N{HORIZONTAL ELLIPSIS}"
    if shown.startswith("_"):
        # matplotlib leaves names that begin with an underscore out of legends.
        shown = "\N{NO-BREAK SPACE}" + shown
    return shown.replace("$", r"\$")


def labels(texts, width=36):
    """Each of these as `label` shows it."""
    return [label(text, width) for text in texts]


def path(stages):
    """A list of stages as one text."""
    return " > ".join(stages) if len(stages) else "(no stage)"


def numbers(column):
    """A column as matplotlib takes it: real numbers, NaN where there is none."""
    return column.to_numpy(dtype="float64", na_value=numpy.nan)


def table(frame, *columns, most=20):
    """Shows rows as a table, texts as texts; of many rows the first."""
    chosen = frame[list(columns)] if columns else frame
    if len(chosen) > most:
        print(f"the first {most} of {len(chosen):,} rows")
    display(chosen.head(most).reset_index(drop=True))


def rows_high(count):
    """A figure for that many rows."""
    return pyplot.subplots(figsize=(9, 1.4 + 0.38 * max(count, 2)))


def named_rows(axes, names, counts=None, width=36):
    """Names the rows 0, 1, 2 ... of a figure, the first on top, with how many stand behind each and a word where few do."""
    shown = labels(names, width)
    if counts is not None:
        shown = [f"{name} (n {int(count):,}{', few' if count < FEW else ''})" for name, count in zip(shown, counts)]
    axes.set_yticks(range(len(shown)), shown)
    axes.set_ylim(len(shown) - 0.4, -0.6)


def rates(axes, rate, low, high, base=None, color=REACHED, shift=0.0, name=None):
    """Values as dots with their 95 % intervals, one a row; hollow where the base is small."""
    rate, low, high = numbers(rate), numbers(low), numbers(high)
    few = numpy.zeros(len(rate), dtype=bool) if base is None else numbers(base) < FEW
    places = numpy.arange(len(rate)) + shift
    known = ~numpy.isnan(rate)
    sure = known & ~numpy.isnan(low) & ~numpy.isnan(high)
    if not known.any():
        return
    axes.hlines(places[sure], low[sure], high[sure], color=color, linewidth=2)
    axes.plot(rate[known & ~few], places[known & ~few], "o", color=color, label=name)
    axes.plot(rate[known & few], places[known & few], "o", color=color, markerfacecolor="white", markeredgewidth=1.6)


def as_shares(axis):
    """Ticks as percentages."""
    axis.set_major_formatter(PercentFormatter(1.0, symbol=" %"))


def as_odds(axis):
    """A logarithmic axis of ratios, with plain numbers."""
    axis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axis.set_major_formatter("{x:g}")
    axis.set_minor_locator(NullLocator())


def grid(axes, shares, counts, row_names, column_names, few=None):
    """A grid of shares, each with its number; hatched where there is none (yet), in brackets where few stand behind it."""
    axes.set_facecolor("#eeeeee")
    axes.patch.set_hatch("///")
    axes.patch.set_edgecolor("#bbbbbb")
    axes.imshow(shares, cmap="cividis", vmin=0, vmax=1, aspect="auto")
    for row, column in numpy.argwhere(~numpy.isnan(shares)):
        text = f"{shares[row, column]:.0%}\n{int(counts[row, column]):,}".replace("%", " %")
        axes.text(
            column,
            row,
            f"({text})" if few is not None and few[row, column] else text,
            ha="center",
            va="center",
            fontsize=8,
            color="black" if shares[row, column] > 0.55 else "white",
        )
    axes.set_xticks(range(len(column_names)), labels(column_names, 18), **_tilt(column_names))
    axes.set_yticks(range(len(row_names)), labels(row_names, 28))
    for side in ("left", "bottom"):
        axes.spines[side].set_visible(False)


def _tilt(names):
    return {} if max((len(str(name)) for name in names), default=0) < 4 else {"rotation": 30, "ha": "right"}


def pivot(frame, row, column, value, rows, columns):
    """Values of a table by two of its columns, NaN where it has no row."""
    found = {(a, b): c for a, b, c in zip(frame[row], frame[column], numbers(frame[value]))}
    return numpy.array([[found.get((a, b), numpy.nan) for b in columns] for a in rows], dtype=float).reshape(
        len(rows), len(columns)
    )


def time_unit(longest):
    """The unit that suits times up to so many seconds, and how many seconds it has."""
    for name, seconds in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if longest >= 3 * seconds:
            return name, seconds
    return "seconds", 1


def duration(seconds):
    """A number of seconds in words."""
    for name, size in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / size:.2g} {name}"
    return f"{seconds:g} s"


def curve(axes, rows, name, color, converted=False):
    """A Kaplan-Meier curve with its 95 % band, pale where fewer than FEW are watched still. With `converted` turned round:
    the part that has had the event."""
    time, survival = numbers(rows["time"]), numbers(rows["survival"])
    low, high = (numpy.where(numpy.isnan(numbers(rows[side])), survival, numbers(rows[side])) for side in ("low", "high"))
    if converted:
        survival, low, high = 1 - survival, 1 - high, 1 - low
    thin = numbers(rows["at_risk"]) < FEW
    axes.fill_between(time, low, high, step="post", color=color, alpha=0.2, linewidth=0)
    axes.step(time, survival, where="post", color=color, linewidth=1, linestyle=":")
    axes.step(time, numpy.where(thin, numpy.nan, survival), where="post", color=color, linewidth=2, label=label(name))
    as_shares(axes.yaxis)
    # Not from 0 to all where hardly anybody has converted: the curve would lie on the axis.
    axes.set_ylim(0, min(1.02, 1.2 * numpy.nanmax(high) + 0.02) if converted else 1.02)


def times(axes, longest):
    """A time axis from 0 on, of values in seconds."""
    unit, size = time_unit(longest)
    axes.xaxis.set_major_formatter(lambda seconds, place: f"{seconds / size:.3g}")
    steps = MaxNLocator(nbins=8, steps=[1, 2, 5, 10]).tick_values(0, longest / size)
    axes.xaxis.set_major_locator(FixedLocator([step * size for step in steps if step * size <= longest * 1.02]))
    axes.set_xlim(0, longest * 1.02)
    return unit

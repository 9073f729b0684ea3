"""Every family by name: a function from chance and a council's name to a made letter."""

from collections.abc import Callable
from functools import partial
from random import Random

from tests.letters_made.booklets import booklet_2009_2010, booklet_without_tables, document_2008
from tests.letters_made.older import letter_2006_2008, letter_2011_2012, letter_2013, letter_in_prose
from tests.letters_made.sentences import letter_2020_2024, letter_2025
from tests.letters_made.statistics_page import merged_page, overview_page, statistics_page
from tests.letters_made.tables import letter_2014, letter_2015_2018, letter_2019
from tests.letters_made.truth import Made

Make = Callable[[Random, str], Made]


def _merged(random: Random, council: str, year: int) -> Made:
    """A page of a council that took the place of others, whatever council was chosen."""
    return merged_page(random, year)


FAMILIES: dict[str, tuple[int, Make]] = {
    **{f"A-{year}": (year, partial(letter_2006_2008, year=year)) for year in (2006, 2007, 2008)},
    **{f"A-prose-{year}": (year, partial(letter_in_prose, year=year)) for year in (2006, 2007, 2008)},
    "A-document": (2008, document_2008),
    **{f"B-{year}": (year, partial(booklet_2009_2010, year=year)) for year in (2009, 2010)},
    **{f"B-web-{year}": (year, partial(booklet_without_tables, year=year)) for year in (2009, 2010)},
    **{f"C-{year}": (year, partial(letter_2011_2012, year=year)) for year in (2011, 2012)},
    "D-2013": (2013, letter_2013),
    "E-2014": (2014, letter_2014),
    **{f"E-{year}": (year, partial(letter_2015_2018, year=year)) for year in (2015, 2016, 2017, 2018)},
    "F-2019": (2019, letter_2019),
    **{f"G-{year}": (year, partial(letter_2020_2024, family="G", year=year)) for year in (2020, 2021)},
    **{f"H-{year}": (year, partial(letter_2020_2024, family="H", year=year)) for year in (2022, 2023, 2024)},
    "web-2": (2023, lambda random, council: statistics_page(random, 2, council)),
    "web-3": (2024, lambda random, council: statistics_page(random, 3, council)),
    "web-4": (2024, lambda random, council: statistics_page(random, 4, council)),
    "web-5": (2025, overview_page),
    "web-6": (2024, lambda random, council: statistics_page(random, 6, council)),
    **{f"web-merged-{year}": (year, partial(_merged, year=year)) for year in (2024, 2025)},
    "I": (2025, lambda random, council: letter_2025(random, council, with_page=False)),
    "I-with-page": (2025, lambda random, council: letter_2025(random, council, with_page=True)),
}
"""The year of its letters, to choose a council that existed, and how one is made."""

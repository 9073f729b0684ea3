from pathlib import Path

import pytest

from db.letters.definitions import find_definitions
from db.model import MeasureName

TEXT = """\
Dear Ms Smith

We look at three things:

**Complaints upheld** \u2013 We count what we found fault in. That is all
of them.

Compliance with recommendations - We see whether people were helped by what councils said they would put

right in the end. And when.

- Satisfactory remedies provided by the authority - We credit what was offered
before.

Yours sincerely

Complaints upheld

60% of complaints we investigated were upheld.
"""


def found(text: str) -> dict[MeasureName, str]:
    """The words of each definition, on one line; each stands where it is said to."""
    definitions = find_definitions(text)
    assert all(text[quote.start : quote.end] == quote.text for quote in definitions.values())
    return {name: " ".join(quote.text.split()) for name, quote in definitions.items()}


def test_a_paragraph_that_begins_with_a_figures_name_and_a_dash_defines_it() -> None:
    assert found(TEXT) == {
        MeasureName.UPHELD: "Complaints upheld** \u2013 We count what we found fault in. That is all of them.",
        MeasureName.COMPLIANCE: "Compliance with recommendations - We see whether people were helped by what councils "
        "said they would put right in the end. And when.",
        MeasureName.REMEDY: "- Satisfactory remedies provided by the authority - We credit what was offered before.",
    }


def test_the_notes_below_tables_define_too() -> None:
    text = "Notes\n\nOur uphold rate is calculated as we say. More.\nThe compliance rate is the proportion of those."
    assert found(text) == {
        MeasureName.UPHELD: "Our uphold rate is calculated as we say.",
        MeasureName.COMPLIANCE: "The compliance rate is the proportion of those.",
    }


@pytest.mark.parametrize("text", ["", "Complaints upheld\n\n60% were upheld.", "We heard Complaints upheld - twice."])
def test_what_is_no_definition_is_none(text: str) -> None:
    assert found(text) == {}


def test_the_real_letters_of_2020_and_2021_define_all_three(real_letters: Path) -> None:
    for name in ("000_abf8e9db55790b7f.txt", "001_2136178941eb4955.txt", "004_906c1b837bde5254.txt"):
        text = (real_letters / name).read_text(encoding="utf-8")
        definitions = found(text)
        assert set(definitions) == {MeasureName.UPHELD, MeasureName.COMPLIANCE, MeasureName.REMEDY}
        assert all(words.endswith((".", ")")) and len(words) > 80 for words in definitions.values())

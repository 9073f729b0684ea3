import os
import signal
import time
from pathlib import Path

import pytest

from db.councils.order import EntryOrder
from db.errors import LibraryGone
from db.known_libraries import find_known, keep_known
from db.library import Library
from tests.tui.driving import WIDE, Browser
from tui.app import Upheld
from tui.screens.first_question import FirstAnswer, FirstQuestion, ask_beforehand, ask_first
from tui.second_process import CAN_FORK

pytestmark = pytest.mark.skipif(not CAN_FORK, reason="this system is not asked by a second process")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of settings, in which the second process looks by itself."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "upheld").mkdir(parents=True)
    return tmp_path / "config" / "upheld" / "settings.json"


def asked(library: Path, wanted: str | None = None) -> FirstQuestion:
    question = ask_beforehand(library, wanted)
    assert question is not None
    assert question.is_ready()
    return question


async def shown(library: Path, question: FirstQuestion, settings: Path, words: str, wanted: str | None = None) -> None:
    app = Upheld(library, wanted, settings=settings)
    app.ask_ahead(question)
    async with app.run_test(size=WIDE) as pilot:
        browser = Browser(app, pilot)
        await browser.until(lambda: words in browser.text)
    question.end()


@pytest.mark.parametrize("wanted", [None, "oadby", "zzzz"])
@pytest.mark.parametrize("order", EntryOrder)
def test_the_answer_is_that_of_the_library_asked_here(
    library: Path, settings: Path, wanted: str | None, order: EntryOrder
) -> None:
    settings.write_text(f'{{"sort": "{order.value}"}}', encoding="utf-8")
    question = asked(library, wanted)
    answer = question.take()
    assert question.still_holds()
    assert answer == ask_first(library, wanted, order)
    assert len(answer.entries) > 1


def test_a_library_that_is_not_there_yet_has_no_councils(tmp_path: Path) -> None:
    question = asked(tmp_path / "none" / "library.db")
    assert question.take() == FirstAnswer((), None, (), True, (), None)
    assert question.still_holds()
    assert not (tmp_path / "none").exists()


async def test_what_was_asked_beforehand_is_shown(library: Path, settings: Path) -> None:
    await shown(library, asked(library), settings, "Upheld")


async def test_where_no_answer_comes_the_library_is_asked_here(
    library: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("tui.screens.first_question.ask_first", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        question = asked(library)
    await shown(library, question, settings, "Upheld")


async def test_what_another_program_changes_meanwhile_is_shown_soon(library: Path, settings: Path) -> None:
    question = asked(library, "oadby")
    with Library.open(library) as other:
        entry = next(each for each in other.councils() if "Oadby" in each.council.name)
        other.correct(other.letters_of(entry.id)[0].id, None, 2011)
    # Read before the change or after it, it is told of the council sooner or later.
    await shown(library, question, settings, "2011", wanted="oadby")


def test_the_answer_holds_no_more_once_somebody_has_written(library: Path) -> None:
    question = asked(library)
    answer = question.take()
    with Library.open(library) as other:
        other.correct(answer.letters[0].id, None, 2011)
    assert not question.still_holds()


def test_the_answer_that_there_is_no_library_holds_no_more_once_there_is_one(tmp_path: Path) -> None:
    question = asked(tmp_path / "library.db")
    question.take()
    Library.open(tmp_path / "library.db").close()
    assert not question.still_holds()


def test_where_the_library_cannot_be_opened_whoever_asks_has_to_say_why(tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"no library at all")
    question = ask_beforehand(tmp_path / "broken.db", None)
    assert question is not None
    assert not question.is_ready()


def test_nothing_is_left_beside_a_library_that_was_asked(library: Path) -> None:
    before = set(library.parent.iterdir())
    question = asked(library)
    question.take()
    assert question.still_holds()
    assert set(library.parent.iterdir()) == before


def test_what_the_second_process_saw_of_the_library_is_known_here(library: Path, tmp_path: Path) -> None:
    question = asked(library)
    known = question.take().known
    assert question.still_holds()
    assert known is not None
    assert find_known(library) is None
    keep_known(library, known)
    library.unlink()
    with pytest.raises(LibraryGone):
        Library.ask(library)


async def test_whoever_quits_before_there_is_an_answer_waits_for_none(
    library: Path, settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("tui.screens.first_question.ask_first", lambda *_: time.sleep(3600))
        question = asked(library)
    app = Upheld(library, None, settings=settings)
    app.ask_ahead(question)
    async with app.run_test(size=WIDE):
        pass
    question.end()
    assert not question.still_holds()

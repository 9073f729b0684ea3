"""What is kept for the next letter changes nothing in it, whatever was read before."""

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from db.letters.kept_answers import (
    LONGEST_KEPT,
    LONGEST_WORD,
    MOST_WORDS,
    WordAnswers,
    forget_answers,
    keep_answers,
)

_ROOT = Path(__file__).parents[3]
_READ = """
import sys
from random import Random
from db.councils.register import Register
from db.letters.parse import parse
from db.text.clean import clean
from tests.letters_made.councils import councils_of
from tests.letters_made.families import FAMILIES
from tests.letters_made.manglings import choose, mangle

def make(number):
    random = Random(f"order {number}")
    year, make = FAMILIES[random.choice(sorted(FAMILIES))]
    made = make(random, random.choice(councils_of(year)))
    return clean(mangle(made, choose(random, 3) if number % 2 else (), random))

numbers = list(range(80))
texts = {number: make(number) for number in numbers}
Random(sys.argv[1]).shuffle(numbers)
read = {number: repr(parse(texts[number], Register.load())) for number in numbers}
sys.stdout.reconfigure(encoding="utf-8")
print([read[number] for number in sorted(read)])
"""


def read_in_order(seed: str) -> str:
    """What a new process reads in some letters, in an order of its own."""
    command = [sys.executable, "-c", _READ, seed]
    environment = {"PYTHONPATH": str(_ROOT), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env=environment, cwd=_ROOT)
    return done.stdout


def test_a_letter_is_read_alike_whatever_was_read_before_it() -> None:
    first, second, third = (read_in_order(seed) for seed in ("one", "two", "three"))
    assert first.count("Letter(") >= 80
    assert first == second == third


@given(st.lists(st.text(max_size=4) | st.integers(LONGEST_KEPT - 1, LONGEST_KEPT + 1).map("a".__mul__)))
def test_an_answer_that_is_kept_is_the_one_worked_out(texts: list[str]) -> None:
    answer = keep_answers(lambda text: (len(text), text[-1:]))
    assert [answer(text) for text in texts] == [(len(text), text[-1:]) for text in texts]


def test_a_short_text_is_worked_out_once_and_a_long_one_each_time() -> None:
    asked: list[int] = []
    answer = keep_answers(lambda text: asked.append(len(text)))
    for text in ("a", "a" * (LONGEST_KEPT + 1)) * 2:
        answer(text)
    assert sorted(asked) == [1, LONGEST_KEPT + 1, LONGEST_KEPT + 1]


def test_a_word_is_worked_out_once_and_few_are_kept() -> None:
    asked: list[str] = []

    def work_out(word: str) -> str:
        asked.append(word)
        return word.upper()

    answers = WordAnswers(work_out)
    long = "a" * (LONGEST_WORD + 1)
    assert [answers[word] for word in ("late", long) * 2] == ["LATE", long.upper()] * 2
    assert asked == ["late", long, long]
    assert [answers[str(number)] for number in range(MOST_WORDS)] == [str(number) for number in range(MOST_WORDS)]
    assert len(answers) <= MOST_WORDS
    assert answers["late"] == "LATE"


def test_what_is_let_go_of_is_worked_out_again() -> None:
    asked: list[str] = []
    answer, words = keep_answers(lambda text: asked.append(text)), WordAnswers(lambda word: asked.append(word))
    for _ in range(2):
        answer("a"), words["b"]
    assert asked == ["a", "b"]
    forget_answers()
    assert not words
    answer("a"), words["b"]
    assert asked == ["a", "b"] * 2

"""The library: one SQLite file of letters, and the one door to it.

Asking needs nothing but `sqlite3`; what a question needs, and what makes and changes a library, is imported where that
begins: the browser's first picture is asked for by a process of its own.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from db.errors import LetterGone
from db.library_file import LibraryFile
from db.model import Council, CouncilEntry, Letter, Source, StoredLetter
from db.store.sqlite_errors import translate_errors
from db.store.untrusted import UntrustedSchema

if TYPE_CHECKING:
    from db.councils.coverage import CoverageLetter
    from db.figures.year_table import YearLetter
    from db.letters.boilerplate.own_words import OwnWords
    from db.reread.report import RereadReport
    from db.review.findings import ReviewItems
    from db.store.council_sets import CouncilSets
    from db.store.entries import LibraryCounts
    from db.store.new_file import NewFile, SavedFile
    from db.store.removal import RemovedFiles
    from db.words.hits import SearchPage
    from db.words.query import HitOrder

_BATCH = 200
"""Letters read at once where all are: few enough to hold, and to be cancelled between them."""


class Library(LibraryFile):
    """What is in a library, and every change of it.

    Raises:
        LibraryError: by every question, where the file cannot be read or written; it says what to do.
    """

    def councils(self, names: Collection[str] | None = None) -> tuple[CouncilEntry, ...]:
        """The councils that have letters, by name; where `names` are given, those of them alone, which is soon told.

        What an entry says of upheld is that of the latest shown letter that says anything of it, unquoted.
        """
        from db.store.entries import read_entries

        with self._reading() as connection:
            return read_entries(connection, names)

    def letters_of(self, council_id: int) -> tuple[StoredLetter, ...]:
        """A council's letters, newest year first, of one year the shown one first; those without a year last.

        A shown letter also has a doubt for each figure that another of its year prints otherwise.
        """
        from db.review.conflicts import with_conflicts
        from db.store.read import find_letters_of_council, read_letters

        with self._reading() as connection:
            return with_conflicts(read_letters(connection, find_letters_of_council(connection, council_id)))

    def first_letters_of(self, council_id: int) -> tuple[tuple[StoredLetter, ...], bool]:
        """The same, but of very many only what a first picture tells of; and whether they are all.

        That is each letter of the newest year, the shown one of each other, which lacks the doubts that the others of
        its year make, and those without a year.
        """
        from db.review.conflicts import with_conflicts
        from db.store.read import find_first_letters_of_council, read_letters

        with self._reading() as connection:
            ids, are_all = find_first_letters_of_council(connection, council_id)
            return with_conflicts(read_letters(connection, ids)), are_all

    def letter(self, letter_id: int) -> StoredLetter:
        """One letter, with the doubts it has in `letters_of`.

        Raises:
            LetterGone: it is not in the library, or no longer.
        """
        from db.review.conflicts import with_conflicts
        from db.store.read import find_letters_of_year, read_letters

        with self._reading() as connection:
            letters = with_conflicts(read_letters(connection, find_letters_of_year(connection, letter_id)))
        for stored in letters:
            if stored.id == letter_id:
                return stored
        raise LetterGone

    def all_letters(self) -> Iterator[tuple[StoredLetter, ...]]:
        """Every letter, in batches in which each council is whole, with the doubts they have in `letters_of`.

        All of one moment: until it is read to its end, or closed, this library answers nothing else.
        """
        from db.review.conflicts import with_conflicts
        from db.store.read import find_all_letters, read_letters

        with self._reading() as connection:
            for ids in find_all_letters(connection, _BATCH):
                yield with_conflicts(read_letters(connection, ids))

    def own_words(self, letter_id: int) -> "OwnWords":
        """Which of a letter's sentences councils in general were told that year, by its letters here and what is known.

        What this needs of an older upheld's letters is made, and kept where the library can be written.

        Raises:
            LetterGone: it is not in the library, or no longer.
        """
        from db.letters.boilerplate.tell_apart import make_fingerprints, tell_apart
        from db.letters.kept_answers import forget_answers
        from db.store.sentence_rows import read_letters_of_year, save_fingerprints

        with self._reading() as connection:
            letters = read_letters_of_year(connection, letter_id)
        if letters is None:
            raise LetterGone
        made = {unread: make_fingerprints(text) for unread, text in letters.unread.items()}
        if made:
            # Protected, busy, or with a part that would run with it: next time.
            with translate_errors(self.path), suppress(sqlite3.OperationalError, UntrustedSchema):
                save_fingerprints(self._open_connection(), made)
        own_words = tell_apart(letters.text, letters.year, (*letters.others, *made.values()))
        forget_answers()
        return own_words

    def year(
        self,
        year: int,
        *,
        on_letter: Callable[[int, int], None] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple["YearLetter", ...]:
        """The shown letter of each council that a letter of that year names, by the council's name.

        `on_letter` is told now and then how many are read, of how many; none come when `cancelled` says so.
        """
        from db.review.findings import find_first_reasons
        from db.store.year_rows import read_year

        with self._reading() as connection:
            letters = read_year(connection, year, on_letter, cancelled)
            reasons = find_first_reasons(connection, [letter.letter_id for letter in letters])
        return tuple(letter._replace(doubt=reasons.get(letter.letter_id)) for letter in letters)

    def coverage(self) -> tuple["CoverageLetter", ...]:
        """Of which council and year there is a letter that names both, and whether it has figures; in no order."""
        from db.store.coverage_rows import read_coverage

        with self._reading() as connection:
            return read_coverage(connection)

    def search(
        self,
        words: str,
        council_id: int | None = None,
        year: int | None = None,
        limit: int | None = None,
        offset: int = 0,
        order: "HitOrder | None" = None,
    ) -> "SearchPage":
        """The letters that `words` ask for, each once, at the first place that matches: the best first, unless said.

        At most `limit` of them, from the one at `offset` on; None gives all. What the language of `words` is,
        `db.words.parse` says: any text is safe, and what has no word in it finds nothing.

        Raises:
            BadQuery: a part of `words` means nothing, or names no one council with letters here.
        """
        from db.store.fulltext import search_letters
        from db.words.query import HitOrder

        with self._reading() as connection:
            return search_letters(connection, words, council_id, year, limit, offset, order or HitOrder.BEST)

    def places_of(self, letter_id: int, words: str) -> tuple[tuple[int, int], ...]:
        """The start and end of every place in a letter's text that `words`, as in `search`, ask for; in order."""
        from db.store.fulltext import find_places

        with self._reading() as connection:
            return find_places(connection, letter_id, words)

    def counts(self) -> "LibraryCounts":
        """How many letters, councils and files there are, and their first and last year."""
        from db.store.entries import count_contents

        with self._reading() as connection:
            return count_contents(connection)

    def review_items(self) -> "ReviewItems":
        """The letters that need a person's eye, as `check` finds them too, and those dismissed; the worst first.

        Those without a council of the register, without a year or any figure, or with doubts (of what was left
        out, or does not agree), but for what has been corrected or dismissed.

        Those dismissed are the letters that would need a look had they not been dismissed, with the reasons; `check`
        tells the number of them. One that has been dismissed and now has a further reason needs a look again, and is
        not among them; nor is one of which nothing is to be said any more.
        """
        from db.review.findings import list_review_items

        with self._reading() as connection:
            return list_review_items(connection)

    def count_review_items(self) -> int:
        """How many letters need a look, as `review_items` has them."""
        from db.review.findings import count_review_items

        with self._reading() as connection:
            return count_review_items(connection)

    def correct(self, letter_id: int, council: Council | None, year: int | None) -> None:
        """Sets whose letter it is and of which year, kept apart from what was read; None leaves it as read.

        It takes the place of whatever was set before, so None for both undoes that.

        Raises:
            LetterGone: it is not in the library, or no longer.
            CouncilUnknown: the council is not the register's.
            YearImpossible: no letter can be of that year (1974 to the next).
        """
        from db.review.corrections import correct

        with translate_errors(self.path):
            correct(self._open_connection(), letter_id, council, year)

    def dismiss(self, letter_id: int) -> None:
        """Takes a letter off the list of those that need a look, until there is another reason for it.

        Raises:
            LetterGone: it is not in the library, or no longer.
        """
        from db.review.corrections import dismiss

        with translate_errors(self.path):
            dismiss(self._open_connection(), letter_id)

    def restore(self, letter_id: int) -> None:
        """Puts a letter back on the list; if it was not taken off, nothing happens.

        Raises:
            LetterGone: it is not in the library, or no longer.
        """
        from db.review.corrections import restore

        with translate_errors(self.path):
            restore(self._open_connection(), letter_id)

    def reread(
        self, *, on_file: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] = lambda: False
    ) -> "RereadReport":
        """Reads the kept bytes of every file again, as a better upheld may understand more; what that changed.

        All in one transaction: until it ends, other programs go on reading what was there before, and can change
        nothing. When `cancelled` says so, or anything goes wrong, nothing is changed. Letters keep their ids and
        what was corrected. `on_file` is called in this thread with how many files are read, of how many: before
        the first file, and after each.

        Raises:
            LibraryError: the library could not be read or written; nothing was changed.
        """
        from db.reread.reread import reread

        with translate_errors(self.path):
            return reread(self._open_connection(), on_file or (lambda done, total: None), cancelled)

    def original(self, sha256: str) -> bytes:
        """The bytes of a file as it was imported.

        Raises:
            FileGone: there is no such file here.
            Damaged: its bytes are not as they were.
        """
        from db.store.originals import read_original

        with self._reading() as connection:
            return read_original(connection, sha256)

    def find_known(self, sha256s: Sequence[str]) -> frozenset[str]:
        """Which of these files are here, byte for byte."""
        from db.store.new_file import find_known

        with self._reading() as connection:
            return find_known(connection, sha256s)

    def letters_in(self, sha256s: Sequence[str]) -> dict[str, tuple[Letter, ...]]:
        """The letters of these files, in the order they have in the file; files not here are left out."""
        from db.store.read import find_letters_of_files, read_letters

        letters: dict[str, tuple[Letter, ...]] = {}
        with self._reading() as connection:
            for stored in read_letters(connection, find_letters_of_files(connection, sha256s)):
                sha256 = stored.source.sha256
                letters[sha256] = (*letters.get(sha256, ()), stored.letter)
        return letters

    def letters_of_files(self, sha256s: Sequence[str]) -> tuple[StoredLetter, ...]:
        """The letters of these files, file after file; of files not here, none."""
        from db.store.read import find_letters_of_files, read_letters

        with self._reading() as connection:
            return read_letters(connection, find_letters_of_files(connection, sha256s))

    def sources(self, beginning: str) -> tuple[Source, ...]:
        """The files with a letter whose text begins with these characters, in the order in which they came."""
        from db.store.removal import find_sources

        with self._reading() as connection:
            return find_sources(connection, beginning)

    def add_files(self, files: Sequence["NewFile"]) -> tuple["SavedFile", ...]:
        """Adds a batch of files in one transaction, each whole or not at all; what became of each.

        Raises:
            LibraryError: nothing of the batch was added.
        """
        from db.store.write import add_files

        with translate_errors(self.path):
            return add_files(self._open_connection(), files)

    def remove_files(self, sha256s: Sequence[str]) -> int:
        """Takes these files out, with their letters and councils that then have none; how many there were.

        All in one transaction. This undoes an import; the user's own files are never touched.
        """
        from db.store.removal import remove_files

        with translate_errors(self.path):
            return remove_files(self._open_connection(), sha256s)

    def take_out_files(self, sha256s: Sequence[str]) -> "RemovedFiles":
        """Takes these files out as `remove_files` does; what comes back is for `put_back_files`.

        Raises:
            FileGone: none of them is here, or no longer.
        """
        from db.store.removal import take_out_files

        with translate_errors(self.path):
            return take_out_files(self._open_connection(), sha256s)

    def put_back_files(self, removed: "RemovedFiles") -> int:
        """Puts files back that were taken out, with what a person settled about their letters; how many.

        All in one transaction. Letters have the ids they had. A file that has come in again meanwhile stays as it is.
        """
        from db.store.removal import put_back_files

        with translate_errors(self.path):
            return put_back_files(self._open_connection(), removed)

    @property
    def council_sets(self) -> "CouncilSets":
        """The sets of councils that a person keeps under a name: to read, save, rename and remove."""
        from db.store.council_sets import CouncilSets

        return CouncilSets(self._open_connection(may_make=False), self.path)

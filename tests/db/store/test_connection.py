import os
import sqlite3
import stat
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from db.errors import Damaged, LibraryUnreadable, NewerLibrary, NotALibrary
from db.library import Library
from db.store import connection as opening
from db.store.migrations import steps as migrations
from db.store.schema import APPLICATION_ID, VERSION
from db.text.limits import FEW_FILES
from tests.db.builders import add, folder_of_letters, letter
from tests.db.store import programs
from tests.marks import slow


def text_file(path: Path) -> None:
    path.write_text("Dear Mrs Court, this is a letter and not a database.\n" * 100)


def almost_a_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 32)


def cut_off_database(path: Path) -> None:
    path.write_bytes(b"SQLite for")


def another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def another_programs_database_with_a_log(path: Path) -> None:
    # The log must outlive its program, as after a crash: a child process that does not close the database.
    script = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode = WAL');"
        "c.execute('CREATE TABLE bookmarks (url TEXT)'); c.commit(); os._exit(0)"
    )
    programs.run(script, path)
    assert path.with_name(path.name + "-wal").stat().st_size > 0


def database_marked_by_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 42")


def database_with_a_version_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 3")


def library_of_a_newer_upheld(path: Path) -> None:
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def everything_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.mark.parametrize(
    "made",
    [
        text_file,
        almost_a_database,
        cut_off_database,
        another_programs_database,
        another_programs_database_with_a_log,
        database_marked_by_another_program,
        database_with_a_version_alone,
        library_of_a_newer_upheld,
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_left_as_it_was(tmp_path: Path, made: Callable[[Path], None]) -> None:
    path = tmp_path / "library.db"
    made(path)
    before = everything_in(tmp_path)
    with pytest.raises(
        NewerLibrary if made is library_of_a_newer_upheld else NotALibrary, match=r"left as it (is|was)"
    ):
        Library.open(path)
    assert everything_in(tmp_path) == before


def test_a_newer_library_is_refused_with_what_to_do(tmp_path: Path) -> None:
    library_of_a_newer_upheld(tmp_path / "library.db")
    with pytest.raises(NewerLibrary, match="newer upheld"):
        Library.open(tmp_path / "library.db")


def test_a_newer_library_is_refused_while_the_newer_program_still_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")  # in the log, not yet in the file's own first bytes
        with pytest.raises(NewerLibrary, match="newer upheld"):
            Library.open(path)


def test_a_folder_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(NotALibrary, match="is a folder"):
        Library.open(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_library_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotALibrary, match="is not a file"):
        Library.open(tmp_path / "pipe")


def test_a_path_below_a_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnreadable, match=r"library\.db"):
        Library.open(tmp_path / "file" / "library.db")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody stands in")
def test_a_library_in_a_folder_that_has_gone_is_refused_with_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(LibraryUnreadable, match=r"library\.db"):
        Library.open(Path("library.db"))


def test_a_message_holds_no_escape_sequence_from_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mred\nname"
    path.mkdir()
    with pytest.raises(NotALibrary) as refused:
        Library.open(path)
    assert str(refused.value).isprintable()


def test_a_new_library_says_whose_it_is_and_of_which_schema(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Library.open(path).close()
    header = path.read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == VERSION
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_folders_on_the_way_are_made_for_the_owner_alone_and_others_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Library.open(tmp_path / "a" / "b" / "library.db").close()
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == 0o700
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


@pytest.mark.parametrize("name", [":memory:", "file:x?mode=memory", "50% #1?.db", "bücher 📚"])
@pytest.mark.skipif(os.name == "nt", reason="Windows forbids these names")
def test_a_library_may_have_any_name(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Library.open(Path(name)) as library:
        add(library, letter())
    assert (tmp_path / name).stat().st_size > 0
    with Library.open(Path(name)) as library:
        assert library.counts().letters == 1


def test_an_empty_file_and_an_empty_database_become_libraries(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with closing(sqlite3.connect(tmp_path / "vacuumed.db")) as connection:
        connection.execute("VACUUM")
    assert (tmp_path / "vacuumed.db").stat().st_size > 0
    for name in ("empty.db", "vacuumed.db"):
        with Library.open(tmp_path / name) as library:
            assert library.counts().letters == 0


@pytest.mark.slow
def test_a_library_that_another_program_is_just_making_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    script = (
        "import sys; from pathlib import Path; from db.library import Library;"
        "sys.stdin.readline(); Library.open(Path(sys.argv[1])).close(); print('made')"
    )
    waiting = [programs.start(script, path) for _ in range(4)]
    for program in waiting:
        assert program.stdin is not None
        program.stdin.write("now\n")
        program.stdin.flush()
    assert [program.communicate() for program in waiting] == [("made\n", "")] * 4
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_there_is_a_version_for_each_migration(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "new.db")) as connection:
        assert len(migrations.MIGRATIONS.pending(Database(connection))) == VERSION


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Migrations:
    """An upheld that knows one schema more than this one; a test adds the step that leads there."""
    steps = Migrations("upheld")
    steps(name="m001_letters")(migrations.m001_letters)
    steps(name="m002_set_by_hand")(migrations.m002_set_by_hand)
    steps(name="m003_codes")(migrations.m003_codes)
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    return steps


def test_an_older_library_is_brought_up_to_date_with_its_letters(tmp_path: Path, next_schema: Migrations) -> None:
    path = tmp_path / "library.db"
    with pytest.MonkeyPatch.context() as older:
        older.setattr(opening, "VERSION", VERSION)
        with Library.open(path) as library:
            add(library, letter())

    @next_schema(name="m004_note")
    def note(db: Database) -> None:
        db.execute("ALTER TABLE letter ADD COLUMN note TEXT")
        db.execute(f"PRAGMA user_version = {VERSION + 1}")

    with Library.open(path) as library:
        assert library.counts().letters == 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT note FROM letter").fetchall() == [(None,)]
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION + 1,)


def test_a_step_that_fails_leaves_the_older_library_whole(tmp_path: Path, next_schema: Migrations) -> None:
    path = tmp_path / "library.db"
    with pytest.MonkeyPatch.context() as older:
        older.setattr(opening, "VERSION", VERSION)
        with Library.open(path) as library:
            add(library, letter())

        @next_schema(name="m004_broken")
        def broken(db: Database) -> None:
            db.execute("ALTER TABLE letter ADD COLUMN note TEXT")
            db.execute("ALTER TABLE no_such_table ADD COLUMN note TEXT")

        with pytest.MonkeyPatch.context() as newer:
            newer.setattr(opening, "VERSION", VERSION + 1)
            with pytest.raises(LibraryUnreadable, match="no_such_table"):
                Library.open(path)
        with Library.open(path) as library:
            assert library.counts().letters == 1
    with closing(sqlite3.connect(path)) as connection:
        assert "note" not in {row[1] for row in connection.execute("PRAGMA table_info(letter)")}


READ_ONLY_SCRIPT = """
import os, sys
from pathlib import Path
import sqlite_utils
from db.review import integrity
from db.store import write
from db.errors import LibraryProtected
from db.library import Library
from tests.db.store import programs
from tests.db.builders import file_of, letter
if os.geteuid() == 0:
    os.setuid(65534)  # rights do not bind the one who runs everything
with Library.open(Path(sys.argv[1])) as library:
    print(library.counts().letters, library.search("figures").total, [f.kind.value for f in library.check()])
    try:
        library.add_files([file_of(letter("More."), name="more.txt")])
    except LibraryProtected as error:
        print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("protected", ["file", *slow("folder", "both")])
def test_a_write_protected_library_can_be_read_and_says_why_it_cannot_be_changed(protected: str) -> None:
    # Not below pytest's own folder, into which nobody else may look.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            add(library, letter("A letter without figures."))
        path.chmod(0o666 if protected == "folder" else 0o444)
        Path(folder).chmod(0o777 if protected == "file" else 0o555)
        try:
            answers = programs.run(READ_ONLY_SCRIPT, path).splitlines()
        finally:
            Path(folder).chmod(0o700)
    assert answers[0].startswith("1 1 [")
    assert "unchecked" in answers[0]
    assert "write-protected" in answers[1]


def test_a_damaged_library_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, *(letter("word " * 500, year=year) for year in range(2000, 2020)))
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(Damaged, match="is damaged"), Library.open(path) as library:
        library.councils()


def test_reading_needs_no_sqlite_utils_and_no_screen(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("A letter without figures."))
    script = (
        "import sys; from pathlib import Path; from db.library import Library\n"
        "with Library.open(Path(sys.argv[1])) as library:\n"
        "    [library.letters_of(entry.id) for entry in library.councils()]\n"
        "    library.search('letter'), library.counts(), library.letter(1), library.check(), library.review_items()\n"
        "print(sorted({'sqlite_utils', 'click', 'textual', 'rich', 'rapidfuzz', 'zipfile'} & set(sys.modules)))"
    )
    assert programs.run(script, path).strip() == "[]"


def test_a_letter_is_shown_with_its_own_words_without_openssl(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("A letter without figures."))
    script = (
        "import sys; from pathlib import Path; from db.library import Library\n"
        "with Library.ask(Path(sys.argv[1])) as library:\n"
        "    print(len(library.own_words(library.letter(1).id).sentences), '_hashlib' in sys.modules)"
    )
    assert programs.run(script, path).strip() == "1 False"


def test_importing_many_files_loads_what_reads_letters_only_in_the_processes_that_do(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library.open(path) as library:
        add(library, letter("A letter without figures."))
    folder = folder_of_letters(tmp_path / "in", FEW_FILES + 1)
    script = (
        "import sys; from pathlib import Path; from db.importer import import_paths\n"
        "print(import_paths(Path(sys.argv[1]), [Path(sys.argv[2])]).added)\n"
        "print('db.letters.parse' in sys.modules)"
    )
    assert programs.run(script, path, folder).split("\n")[:2] == [str(FEW_FILES + 1), "False"]

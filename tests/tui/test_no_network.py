"""Nothing of upheld asks a network for anything: commands and a walk through the browser, under Python's audit."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.tui.asked import OADBY, SAMPLES
from tests.tui.terminal import Terminal

AUDIT = """\
import sys

def note(event, arguments):
    if event.startswith(("socket.connect", "socket.bind", "socket.get", "socket.send", "urllib", "http", "ftplib")):
        with open({noted!r}, "a") as noted:
            print(event, arguments, file=noted)

sys.addaudithook(note)
"""

PAGE = """<html><head><link rel="stylesheet" href="http://example.org/a.css"><script src="//example.org/b.js"></script>
<base href="http://example.org/"></head><body><img src="http://example.org/c.png"><iframe src="https://example.org">
</iframe>{paragraphs}</body></html>"""
"""A page that asks a browser for several things."""

COMMANDS = [
    "councils",
    "show leeds",
    "read leeds",
    "search ombudsman",
    "year 2024",
    "compare leeds, birmingham",
    "brief leeds --format html",
    "check --read-again",
]


@pytest.fixture(name="noted")
def _noted(tmp_path: Path) -> Path:
    """Where the audit notes what it saw."""
    return tmp_path / "noted.txt"


@pytest.fixture(name="audited")
def _audited(tmp_path: Path, noted: Path) -> Mapping[str, str]:
    """The environment in which every Python that is started, a reading process too, notes what asks a network."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(AUDIT.format(noted=str(noted)), encoding="utf-8")
    path = os.pathsep.join(filter(None, [str(site), os.environ.get("PYTHONPATH")]))
    return {**os.environ, "PYTHONPATH": path, "UPHELD_LIBRARY": str(tmp_path / "library.db")}


def test_no_command_asks_a_network(tmp_path: Path, noted: Path, audited: Mapping[str, str]) -> None:
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>{line}</p>" for line in OADBY.read_text(encoding="utf-8").splitlines())
    page.write_text(PAGE.format(paragraphs=paragraphs), encoding="utf-8")
    commands = [["import", str(SAMPLES), str(page)], *map(str.split, COMMANDS), ["export", str(tmp_path / "all")]]
    for words in commands:
        command = [sys.executable, "-m", "tui.cli.main", *words]
        done = subprocess.run(command, env=dict(audited), capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
    assert not noted.exists(), noted.read_text(encoding="utf-8")


@pytest.mark.slow
def test_no_screen_asks_a_network(noted: Path, audited: Mapping[str, str]) -> None:
    with Terminal("--sample", "leeds", env=audited) as terminal:
        terminal.wait_for(b"Leeds")
        for key in ["\t", "m", "\x1b", "a", "p", "\x1b", "w", "delay", "\r", "\x1b", "\x1b", "B", "\x1b", "?", "\x1b"]:
            terminal.send(key.encode())
            terminal.read(0.4)
        terminal.send(b"\x11")
        assert terminal.wait() == 0
    assert not noted.exists(), noted.read_text(encoding="utf-8")


def test_the_audit_sees_what_asks(noted: Path, audited: Mapping[str, str]) -> None:
    asking = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass"
    subprocess.run([sys.executable, "-c", asking], env=dict(audited), check=True)
    assert "socket.connect" in noted.read_text(encoding="utf-8")

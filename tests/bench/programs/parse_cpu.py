"""Parses some of a folder's letters by the upheld on the path, and prints the milliseconds of CPU that one took."""

import sys
import time
from pathlib import Path

from db.councils.register import Register
from db.letters.parse import parse


def main(folder: Path, count: int) -> None:
    """Take letters evenly from the whole folder, so that every family is among them."""
    paths = sorted(folder.iterdir())
    texts = [path.read_text(encoding="utf-8") for path in paths[:: max(len(paths) // count, 1)]]
    register = Register.load()
    parse(texts[0], register)
    begun = time.process_time()
    for text in texts:
        parse(text, register)
    sys.stdout.write(str((time.process_time() - begun) / len(texts) * 1000))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

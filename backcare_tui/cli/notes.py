"""A note that is not typed as a word of the command: `--note -` reads standard input."""

import os
import sys

from backcare_tui.cli import passphrases
from backcare_tui.cli.terminal import CannotDo, WrongWords, complain

INPUT = "-"
MOST_BYTES = 400_000
"""Far more than a note is; whoever pipes a whole film in means something else."""
_NOTHING = "Nothing was recorded."
_END = "ctrl+z and enter" if sys.platform == "win32" else "ctrl+d"


def note_of_input() -> str:
    """What standard input holds up to its end, without the space around it; lines stay lines.

    Raises:
        WrongWords: If it holds no words, too many, or is no text in UTF-8.
        CannotDo: If it cannot be read.
    """
    if os.environ.get(passphrases.VARIABLE) == INPUT:
        raise WrongWords(f"note: {passphrases.VARIABLE} has the passphrase there; type the note.")
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise CannotDo("note: there is no standard input to read it from.")
    if sys.stdin.isatty():
        complain(f"Type the note; {_END} on a line of its own ends it.")
    try:
        data: bytes = stream.read(MOST_BYTES + 1)
    except OSError:
        raise CannotDo(f"note: standard input cannot be read. {_NOTHING}") from None
    if len(data) > MOST_BYTES:
        raise WrongWords(f"note: standard input is longer than {MOST_BYTES} bytes. {_NOTHING}")
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").strip()
    except UnicodeDecodeError:
        raise WrongWords(f"note: standard input is not text in UTF-8. {_NOTHING}") from None
    if not text:
        raise WrongWords(f"note: standard input holds no words. {_NOTHING}")
    return text

"""The keys of a routine that is led line by line, and what typed lines do.

They are those of the full screen, which a test holds; its commands stand with Textual, and no command
of the shell loads that.
"""

import re
from collections.abc import Iterator

KEYS = {
    " ": "pause",
    "\r": "begin",
    "\n": "begin",
    "<": "back",
    ">": "skip",
    "+": "longer",
    "=": "longer",
    "-": "shorter",
    "y": "ask_pain",
    "l": "leg",
    "x": "stop",
    "q": "stop",
    "v": "change_sound",
    "r": "restart",
    "?": "help",
    **{str(digit): str(digit) for digit in range(10)},
}
"""What a character does."""
SEQUENCES = {
    "\x1b[D": "back",
    "\x1bOD": "back",
    "\x1b[C": "skip",
    "\x1bOC": "skip",
    "\xe0K": "back",
    "\x00K": "back",
    "\xe0M": "skip",
    "\x00M": "skip",
    "\x1b": "stop",
    "\x03": "stop",
}
"""What other keys do, as a terminal, and the console of Windows, send them."""
WORDS = {
    "": "pause",
    "pause": "pause",
    "go on": "pause",
    "begin": "begin",
    "back": "back",
    "skip": "skip",
    "next": "skip",
    "longer": "longer",
    "more": "longer",
    "shorter": "shorter",
    "less": "shorter",
    "pain": "ask_pain",
    "leg": "leg",
    "stop": "stop",
    "sound": "change_sound",
    "restart": "restart",
    "help": "help",
    "10": "10",
}
"""What a typed line does, besides one of `KEYS`."""
KEYS_HINT = (
    "Space pauses and goes on. Enter begins at once.",
    "Right arrow: the next one. Left arrow: back. r: from the beginning.",
    "Plus and minus: more or less of this.",
    "A digit: your pain now; y for a 10. l: it goes down a leg, and it ends.",
    "x stops. v: the voice. ? names the keys.",
)
LINES_HINT = (
    "Type a word and enter: pause, begin, skip, back, restart, longer, shorter.",
    "A number: your pain now. leg: it goes down a leg, and it ends.",
    "stop ends it. sound: the voice. help names the words.",
)
_ONE = re.compile(r"\x1b[\[O][0-9;]*[A-Za-z~]|[\x00\xe0][A-Z]|\x1b.|.", re.DOTALL)


def commands(typed: str) -> Iterator[str]:
    """What keys do, one by one, as a terminal sends them; an unknown character is given as it is."""
    for key in _ONE.findall(typed):
        if key in SEQUENCES:
            yield SEQUENCES[key]
        elif len(key) == 1 and (command := KEYS.get(key.lower(), key if key.isprintable() else "")):
            yield command


def command_of_line(typed: str) -> str:
    """What a typed line does: a word, a key, or a number for pain; unknown words as they are."""
    words = " ".join(typed.lower().split())
    return WORDS.get(words) or KEYS.get(words) or words.removeprefix("pain ")

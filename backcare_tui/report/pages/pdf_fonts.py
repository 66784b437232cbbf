"""The letters of a PDF: a font of the system that has many, else the one that comes with reportlab."""

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from backcare_tui.report.own_words import FROM_RIGHT, unmarked
from backcare_tui.text import clean

PLAIN, BOLD = "backcare", "backcare-bold"
_FOLDERS = (
    Path("/usr/share/fonts/truetype/dejavu"),
    Path("/usr/share/fonts/dejavu-sans-fonts"),
    Path("/usr/share/fonts/truetype/noto"),
    Path("/usr/share/fonts/truetype/liberation"),
    Path("/usr/share/fonts/liberation-sans-fonts"),
    Path("/usr/share/fonts/TTF"),
    Path("/Library/Fonts"),
    Path("/System/Library/Fonts/Supplemental"),
    Path("C:/Windows/Fonts"),
)
_NAMES = (
    ("DejaVuSansCondensed.ttf", "DejaVuSansCondensed-Bold.ttf"),
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    ("Arial Unicode.ttf", "Arial Bold.ttf"),
    ("Arial.ttf", "Arial Bold.ttf"),
    ("segoeui.ttf", "segoeuib.ttf"),
    ("arial.ttf", "arialbd.ttf"),
)
_OWN = ("Vera.ttf", "VeraBd.ttf")
"""What comes with reportlab: Latin letters."""
MISSING = "?"
_SCRIPTS = {
    "CJK": "Chinese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
}
"""What letters are called whose own names say it less plainly."""
_UNSEEN = frozenset(("Cf", "Mn"))
"""What joins letters or stands on them: joiners, selectors, accents."""


class Letters:
    """The characters that can be printed; what cannot is shown as a question mark, and remembered."""

    def __init__(self) -> None:
        """Take the first font that there is."""
        self._known = _known()
        self._missing: dict[str, None] = {}

    @property
    def missing(self) -> tuple[str, ...]:
        """Of which scripts characters were asked for that cannot be shown: `Hebrew`, `emoji`."""
        return tuple(self._missing)

    def shown(self, words: str) -> str:
        """The words in letters that the font has, safe to print; line ends stay."""
        safe = clean(unmarked(words), lines=True)
        return safe if safe.isascii() else "".join(map(self._shown, safe))

    def _shown(self, character: str) -> str:
        if self._has(character):
            return character
        if unicodedata.category(character) in _UNSEEN:
            return ""
        self._missing[script_of(character)] = None
        return MISSING

    def _has(self, character: str) -> bool:
        """Whether it comes out right: what is written from the right would stand the wrong way round."""
        is_from_right = unicodedata.bidirectional(character) in FROM_RIGHT
        return character == "\n" or (ord(character) in self._known and not is_from_right)


def script_of(character: str) -> str:
    """What people call the letters that it is one of; signs and pictures are `emoji`."""
    if not unicodedata.category(character).startswith("L"):
        return "emoji"
    first = unicodedata.name(character, "other").split()[0]
    return _SCRIPTS.get(first, first.capitalize())


@cache
def _known() -> frozenset[int]:
    """The characters of the first font that there is; it takes a while to read."""
    plain, bold = next(filter(None, map(_loaded, _pairs())))
    registerFont(plain)
    registerFont(bold)
    return frozenset(plain.face.charToGlyph) & frozenset(bold.face.charToGlyph)


def _pairs() -> Iterable[tuple[str, str]]:
    for folder in _FOLDERS:
        for plain, bold in _NAMES:
            if (folder / plain).is_file() and (folder / bold).is_file():
                yield str(folder / plain), str(folder / bold)
    yield _OWN


def _loaded(pair: tuple[str, str]) -> tuple[TTFont, TTFont] | None:
    try:
        return TTFont(PLAIN, pair[0]), TTFont(BOLD, pair[1])
    except (TTFError, OSError):
        return None

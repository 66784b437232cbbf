"""The letters of a PDF: a font of the system that has many, else the one that comes with reportlab."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

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
FROM_RIGHT = ("R", "AL")
"""The writing directions of Hebrew and of Arabic letters."""


class Letters:
    """The characters that can be printed; what cannot is shown as a question mark, and remembered."""

    def __init__(self) -> None:
        """Take the first font that there is."""
        plain, bold = next(filter(None, map(_loaded, _pairs())))
        registerFont(plain)
        registerFont(bold)
        self._known = frozenset(plain.face.charToGlyph) & frozenset(bold.face.charToGlyph)
        self.is_missing = False
        """Whether a character was asked for that the font does not have."""

    def known(self, words: str) -> str:
        """The words in letters that the font has; line ends stay."""
        said = "".join(c if self._has(c) else MISSING for c in words)
        self.is_missing = self.is_missing or said != words
        return said

    def _has(self, character: str) -> bool:
        """Whether it comes out right: what is written from the right would stand the wrong way round."""
        is_from_right = unicodedata.bidirectional(character) in FROM_RIGHT
        return character == "\n" or (ord(character) in self._known and not is_from_right)


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

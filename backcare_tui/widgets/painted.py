"""What stands on the terminal, so that only the cells that are different now are sent to it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip

Cell = tuple[str, Style | None]
"""A character and its look; the second half of a wide character is an empty one."""
Piece = tuple[int, int, Strip]
"""A part of a line: its column, its line, and what stands there."""
_PARTS = re.compile(r"\x1b\[(?P<codes>[\d;]*)m|(?P<move>\x1b\[[\d;]*H)|\x1b|[^\x1b]+")
_CODES = re.compile(r"[34]8;(?:2;\d+;\d+;\d+|5;\d+)|\d+")
_FORE, _BACK = re.compile(r"3\d|9\d"), re.compile(r"4\d|10\d")
"""How the codes of letters and of their ground begin; `3` and `4` alone are slant and underline."""
NEAR = 8
"""Cells that are sent again rather than skipped: to move the cursor costs about as much."""


class Painted:
    """Remembers what was sent to a terminal, cell by cell, and gives what an update changes of it.

    Textual sends the whole screen whenever something of it is laid out anew: 20 kB at 80x24 for an
    arrow key, which one feels over a slow line.

        painted = Painted()
        app._display(screen, Changes(painted, update))
    """

    def __init__(self) -> None:
        """Nothing is known of the terminal."""
        self._lines: dict[int, Strip | list[Cell | None]] = {}
        """Each line as it was sent; its cells only once something else is to stand in some of them."""
        self._size: Size | None = None

    def forget(self) -> None:
        """The terminal may show anything: all of the next update is sent."""
        self._lines.clear()

    def take(self, update: CompositorUpdate) -> Iterator[Piece]:
        """What is to be sent of an update; from now on it counts as sent."""
        if isinstance(update, LayoutUpdate) and update.region.size != self._size:
            # What was painted of the old size while the terminal changed may stand anywhere.
            self.forget()
            self._size = update.region.size
        for x, y, strip in _pieces(update):
            if x == 0 and strip == (held := self._lines.setdefault(y, strip)):
                if held is strip:  # nothing was known of the line
                    yield x, y, strip
                continue
            line, new = self._cells_of(y), _cells(strip)
            end = x + strip.cell_length
            line += [None] * (end - len(line))
            if len(new) != strip.cell_length:
                # A sign made of several, whose width terminals do not agree on: sent whole.
                line[x:end] = [None] * strip.cell_length
                yield x, y, strip
                continue
            old, line[x:end] = line[x:end], new
            for start, stop in _runs(old, new):
                yield x + start, y, _strip(new[start:stop])

    def _cells_of(self, y: int) -> list[Cell | None]:
        line = self._lines.setdefault(y, [])
        if isinstance(line, Strip):
            cells = _cells(line)
            is_sure = len(cells) == line.cell_length
            self._lines[y] = line = [*cells] if is_sure else [None] * line.cell_length
        return line


class Changes(CompositorUpdate):
    """An update of which only what is different is sent. It is looked at when it is written.

    So what Textual leaves unwritten, as while an app goes down, does not count as sent.
    """

    def __init__(self, painted: Painted, update: CompositorUpdate) -> None:
        """Send an update to what is painted already."""
        self._painted = painted
        self._update = update

    def render_segments(self, console: Console) -> str:
        """The text for the terminal."""
        return lean(
            "".join(
                Control.move_to(x, y).segment.text + strip.render(console)
                for x, y, strip in self._painted.take(self._update)
            )
        )


def lean(text: str) -> str:
    r"""The same on a terminal, without looks that are taken off and put on again at once.

    >>> lean("\x1b[1mpain\x1b[0m\x1b[1m 4\x1b[0m")
    '\x1b[1mpain 4\x1b[0m'
    """
    said: list[str] = []
    look = shown = ""
    for found in _PARTS.finditer(text):
        part, codes, move = found.group(), found["codes"], found["move"]
        if codes is not None:
            look = "" if codes == "0" else codes
            continue
        if look != shown and not move:
            said.append(_change_of_look(shown, look))
            shown = look
        said.append(part)
    return "".join((*said, _change_of_look(shown, "") if shown else ""))


@lru_cache(maxsize=1024)
def _change_of_look(before: str, after: str) -> str:
    """What gives one look after another, in as few codes as it takes."""
    was, now = _looks(before), _looks(after)
    if was.keys() - now.keys():  # what is no longer there goes only with all the rest
        return f"\x1b[{';'.join(['0', *now.values()])}m" if now else "\x1b[0m"
    new = ";".join(code for name, code in now.items() if was.get(name) != code)
    return f"\x1b[{new}m" if new else ""  # no code at all would take every look off


def _looks(codes: str) -> dict[str, str]:
    """The codes of a look under what they are of: the letters, their ground, or itself."""
    found = _CODES.findall(codes)
    return {
        "fg" if _FORE.match(code) else "bg" if _BACK.match(code) else code: code for code in found
    }


def _pieces(update: CompositorUpdate) -> Iterator[Piece]:
    """The parts of lines that an update is made of."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            yield update.region.x, y, Strip.join(line)
    elif isinstance(update, ChopsUpdate):
        for y, first, last in update.spans:
            ends = update.chop_ends[y]
            for end, (x, strip) in zip(ends, update.chops[y].items(), strict=False):
                if strip is not None and x <= last and end > first:
                    yield x, y, strip.crop(0, min(end, last) - x)


def _cells(strip: Strip) -> list[Cell]:
    """The cells of a strip; what has no width belongs to the character before it."""
    cells: list[Cell] = []
    for text, style, _ in strip:
        if text.isascii():
            cells += ((character, style) for character in text)
            continue
        for character in text:
            width = cell_len(character)
            if width:
                cells += [(character, style), *[("", style)] * (width - 1)]
            elif cells:
                head = -1 if cells[-1][0] else -2
                cells[head] = (cells[head][0] + character, cells[head][1])
    return cells


def _strip(cells: list[Cell]) -> Strip:
    """Cells as a strip again, with as few changes of look as there are."""
    looks = groupby(cells, key=lambda cell: cell[1])
    return Strip([Segment("".join(text for text, _ in each), look) for look, each in looks])


def _runs(old: list[Cell | None], new: list[Cell]) -> Iterator[tuple[int, int]]:
    """Where they differ, from and to; never from or to the middle of a wide character."""
    start = stop = -1
    for place, (was, now) in enumerate(zip(old, new, strict=True)):
        if was == now:
            continue
        if start >= 0 and place - stop > NEAR:
            yield _whole(new, start, stop)
            start = -1
        start, stop = (start if start >= 0 else place), place + 1
    if start >= 0:
        yield _whole(new, start, stop)


def _whole(new: list[Cell], start: int, stop: int) -> tuple[int, int]:
    while start > 0 and not new[start][0]:
        start -= 1
    while stop < len(new) and not new[stop][0]:
        stop += 1
    return start, stop

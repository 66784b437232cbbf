"""Only what is different is sent to a terminal, and it shows the same as if all were."""

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from backcare_tui.widgets.painted import Changes, Painted, Piece, lean

WIDTH = 30
LOOKS = (None, Style.parse("bold red"), Style.parse("on blue"))
words = st.tuples(
    st.text(st.sampled_from("a b·漢字🙂e\u0301"), min_size=1, max_size=12), st.sampled_from(LOOKS)
)
frames = st.lists(words, min_size=1, max_size=6)
Terminal = list[tuple[str, Style | None]]


def strip_of(frame: list[tuple[str, Style | None]]) -> Strip:
    """A line of the screen, cut or filled to its width."""
    return Strip([Segment(text, look) for text, look in frame]).adjust_cell_length(WIDTH)


def update(strip: Strip) -> LayoutUpdate:
    return LayoutUpdate([[strip]], Region(0, 0, strip.cell_length, 1))


def write(terminal: Terminal, piece: Piece) -> None:
    """As terminals do: half of a wide character that is written over leaves a space."""
    x, _, strip = piece
    for text, look, _ in strip:
        for character in text:
            width = cell_len(character)
            if not width:
                if x:
                    head = x - 1 if terminal[x - 1][0] else x - 2
                    terminal[head] = (terminal[head][0] + character, terminal[head][1])
                continue
            if not terminal[x][0]:
                terminal[x - 1] = (" ", None)
            if x + width < WIDTH and not terminal[x + width][0]:
                terminal[x + width] = (" ", None)
            terminal[x : x + width] = [(character, look), *[("", look)] * (width - 1)]
            x += width


@given(st.lists(frames, min_size=1, max_size=5))
def test_the_terminal_shows_what_it_would_show_if_all_were_sent(
    told: list[list[tuple[str, Style | None]]],
) -> None:
    painted = Painted()
    terminal: Terminal = [(" ", None)] * WIDTH
    for frame in told:
        whole: Terminal = [(" ", None)] * WIDTH
        write(whole, (0, 0, strip_of(frame)))
        for piece in painted.take(update(strip_of(frame))):
            write(terminal, piece)
        assert terminal == whole


looks = st.sampled_from(
    (
        "",
        "bold",
        "italic underline red",
        "bright_blue on color(200)",
        "#102030 on #405060",
        "dim on red",
    )
)
SENT = re.compile(r"\x1b\[([\d;]*)([mH])|.")


def shown(text: str) -> list[tuple[str, object]]:
    """Each character and move of the cursor, with the look that a terminal gives it."""
    look: dict[str, str] = {}
    seen: list[tuple[str, object]] = []
    for found in SENT.finditer(text):
        if found[2] != "m":
            seen.append((found[0], found[2] or dict(look)))
            continue
        codes = iter(found[1].split(";"))
        for code in codes:
            if code in {"38", "48"}:
                kind = next(codes)
                color = tuple(next(codes) for _ in range(3 if kind == "2" else 1))
                look["letters" if code == "38" else "ground"] = ";".join((code, kind, *color))
            elif code == "0":
                look.clear()
            elif (code[0] in "349" and len(code) > 1) or code.startswith("10"):
                look["ground" if code[0] in "41" else "letters"] = code
            else:
                look[code] = code
    return seen


@given(
    st.lists(st.tuples(looks, st.sampled_from(("pain", " 4 ", ""))), max_size=9),
    st.sampled_from((ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD)),
)
def test_looks_are_said_once_and_show_the_same(
    told: list[tuple[str, str]], colors: ColorSystem
) -> None:
    whole = "".join(
        Style.parse(look).render(text, color_system=colors) if text else "\x1b[2;3H"
        for look, text in told
    )
    assert shown(lean(whole)) == shown(whole)
    assert len(lean(whole)) <= len(whole)


def test_the_same_look_said_in_another_order_is_not_taken_off() -> None:
    assert lean("\x1b[1;31mpain\x1b[31;1m 4") == "\x1b[1;31mpain 4\x1b[0m"


def test_nothing_is_sent_twice_until_the_terminal_may_show_anything() -> None:
    painted, line = Painted(), strip_of([("pain 4", None)])
    assert [piece[0] for piece in painted.take(update(line))] == [0]
    assert list(painted.take(update(line))) == []
    painted.forget()
    assert [piece[2].text for piece in painted.take(update(line))] == [line.text]


def test_what_is_different_is_sent_alone_at_its_place() -> None:
    painted = Painted()
    list(painted.take(update(strip_of([("pain 4 · slept 7 h", None)]))))
    sent = list(painted.take(update(strip_of([("pain 5 · slept 7 h", None)]))))
    assert [(x, y, strip.text) for x, y, strip in sent] == [(5, 0, "5")]


def test_an_update_that_is_never_written_does_not_count_as_sent() -> None:
    painted, line = Painted(), strip_of([("pain 4", None)])
    Changes(painted, update(line))
    text = Changes(painted, update(line)).render_segments(Console(file=io.StringIO()))
    assert "pain 4" in text


def test_a_line_with_a_sign_whose_width_is_not_known_is_sent_whole_when_it_changes() -> None:
    painted, heart = Painted(), Segment("\u2764\ufe0f")
    lines = [Strip([heart, Segment(text)], cell_length=3) for text in "aab"]
    texts = [[piece[2].text for piece in painted.take(update(line))] for line in lines]
    assert texts == [[lines[0].text], [], [lines[2].text]]


def test_at_another_size_all_is_sent_whatever_was_painted_while_the_terminal_changed() -> None:
    painted, line = Painted(), strip_of([("pain 4", None)])
    list(painted.take(update(line)))
    wider = line.adjust_cell_length(WIDTH + 5)
    assert [piece[2].text for piece in painted.take(update(wider))] == [wider.text]

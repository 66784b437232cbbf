"""Pictures that move: what is always there is drawn once, all else when it is its time, and the same each time."""

import re
from pathlib import Path

import pytest

from tests.pictures.assets import ASSETS, PICTURES, draw
from tests.pictures.drawing import drawn
from tests.pictures.moving import moving

BEGINS = """<svg class="rich-terminal" viewBox="0 0 99 99">
<style>
.terminal-{id}-r1 {{ fill: {one} }}
.terminal-{id}-r2 {{ fill: {two} }}
</style>
<g transform="translate(9, 41)" clip-path="url(#terminal-{id}-clip-terminal)">
<rect fill="#14191b" x="0" y="1.5" width="99" height="24.65"/><g class="terminal-{id}-matrix">
<text class="terminal-{id}-r1" x="0" y="20" textLength="12.2">{text}</text><text class="terminal-{id}-r2" x="9" y="20" textLength="12.2">⠁</text>
</g>
</g>
</svg>
"""


def frame(id_: int, one: str, two: str, text: str) -> str:
    return drawn(BEGINS.format(id=id_, one=one, two=two, text=text))


def test_what_stands_in_all_frames_is_drawn_once_and_the_rest_in_its_own_time() -> None:
    red, blue = "#ff0000", "#0000ff"
    svg = moving(
        [frame(1, red, blue, "a"), frame(2, red, blue, "b"), frame(3, red, blue, "a")], 0.5
    )
    assert svg.count("<rect") == svg.count('class="dots') == 1
    first, second = re.findall(r'<g class="t (\w+)"([^>]*)><text[^>]*>([ab])<', svg)
    assert (first[1:], second[1:]) == (("", "a"), (' visibility="hidden"', "b"))
    assert ".t { animation: 1.5s step-end infinite }" in svg
    assert (
        f"@keyframes {second[0]} "
        "{0%{visibility:hidden}33.33%{visibility:visible}66.67%{visibility:hidden}}" in svg
    )
    assert "prefers-reduced-motion: reduce" in svg


def test_a_style_is_told_by_how_it_looks_since_each_frame_numbers_its_own() -> None:
    red, blue = "#ff0000", "#0000ff"
    svg = moving([frame(1, red, blue, "a"), frame(2, blue, red, "a")], 0.5)
    drawn_in = dict(re.findall(r"^\.(s\d) \{ fill: (#\w+);", svg, re.MULTILINE))
    letters = re.findall(r'<text class="(s\d)"', svg)
    assert [drawn_in[name] for name in letters] == [red, blue]


@pytest.mark.thorough
@pytest.mark.parametrize("name", ["move", "player"])
async def test_a_picture_of_a_figure_that_moves_is_the_one_that_was_kept(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a change that was looked at: `python -m tests.pictures.assets`."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    assert await draw(PICTURES[name], tmp_path) == (ASSETS / f"{name}.svg").read_text("utf-8")

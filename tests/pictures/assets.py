"""The pictures of the README, drawn by the program itself: `python -m tests.pictures.assets`."""

import asyncio
import os
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from textual.app import App
from textual.pilot import Pilot

from backcare_tui.app import BackcareApp
from backcare_tui.demo.diary import demo_diary
from backcare_tui.library.routines import routine
from backcare_tui.store import open_repository
from backcare_tui.widgets.player.figure_view import FigureView
from tests.conftest import MONDAY, FrozenClock
from tests.pictures.drawing import drawn
from tests.pictures.moving import moving
from tests.screens.player.playing import Seconds, begin, wait
from tests.screens.seen import painted, press, settle
from tests.zone import in_zone

ASSETS = Path(__file__).parents[2] / "assets"
EVENING = MONDAY.replace(hour=20)
FRAME_S = 0.2
"""How long each picture of one that moves is seen."""


class Asset(msgspec.Struct, frozen=True):
    """One picture: its size in cells, and the keys that lead to it."""

    keys: str
    size: tuple[int, int]
    plays: tuple[str, float] | None = None
    """A routine that is begun after the keys, and for how many seconds it is played."""
    lasts_s: float = 0
    """How long it moves from then on; 0 stands still."""
    is_new: bool = False
    """Whether the diary is empty, and its first questions are answered by the keys."""


PICTURES = {
    "my-week": Asset("enter 4 1 9 escape 2 4 1 0 1 8", (100, 30), is_new=True),
    "today": Asset("n 3 enter w w w", (112, 30)),
    "check-in": Asset(
        "n 5 tab space right space tab tab space right space tab space tab right space tab tab 3",
        (100, 34),
    ),
    "night": Asset("tab end d s", (100, 34)),
    "diary": Asset("2 down down down tab end", (100, 30)),
    "trends": Asset("6 left_square_bracket", (120, 38)),
    "longer": Asset("6 plus plus left left", (112, 30)),
    "year": Asset("6 plus plus plus", (120, 26)),
    "findings": Asset("6 i", (112, 32)),
    "trial": Asset("6 t", (100, 30)),
    "massage": Asset("4", (112, 30)),
    "visit": Asset("4 a 5 3 r", (100, 34)),
    "diet": Asset("5", (112, 34)),
    "advice": Asset("f2 down", (100, 24)),
    "understand": Asset("L enter", (100, 24)),
    "move": Asset("3", (112, 32)),
    "player": Asset("3", (100, 30), ("morning-loosen-up", 234), lasts_s=12),
    "program": Asset("3 end up up enter", (100, 26)),
    "history": Asset("3 h", (100, 26)),
}


async def draw(asset: Asset, folder: Path) -> str:
    """The picture as SVG that asks nobody for a font."""
    clock = FrozenClock(EVENING)
    repository = open_repository(folder / "diary.json", clock)
    if not asset.is_new:
        repository.add(*demo_diary(clock=clock), summary="four months")
        repository.set("boundaries_seen", EVENING.date().isoformat())
    app = BackcareApp(repository, clock)
    async with app.run_test(size=asset.size) as pilot:
        await painted(pilot)
        await press(pilot, asset.keys)
        await settle(pilot)
        if asset.plays:
            return await played(pilot, asset)
        for figure in app.screen.query(FigureView):
            await hold(pilot, figure)
        return pictured(app)


async def played(pilot: Pilot[None], asset: Asset) -> str:
    """A routine under way, as long as it is to be seen."""
    name, begins_s = asset.plays or ("", 0)
    seconds = Seconds()
    await begin(pilot, seconds, "4", routine(name))
    await wait(pilot, seconds, begins_s)
    frames = [pictured(pilot.app)]
    while len(frames) * FRAME_S < asset.lasts_s:
        await wait(pilot, seconds, FRAME_S)
        frames.append(pictured(pilot.app))
    return moving(frames, FRAME_S) if asset.lasts_s else frames[0]


async def hold(pilot: Pilot[None], figure: FigureView) -> None:
    """Have a figure that goes round by itself stand at one moment, however long the drawing took."""
    figure.is_looping = False
    if figure.figure:
        figure.at = figure.figure.held
    await painted(pilot)


def pictured(app: App[Any]) -> str:
    return drawn(app.export_screenshot(title="backcare"))


def main() -> None:
    """Write all of them anew, in the colors of a terminal that has all, whatever this one has."""
    os.environ["COLORTERM"] = "truecolor"
    for name, asset in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder, in_zone():
            svg = asyncio.run(draw(asset, Path(folder)))
        (ASSETS / f"{name}.svg").write_text(svg, "utf-8", newline="\n")


if __name__ == "__main__":
    main()

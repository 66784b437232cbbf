"""The moving figure on the screen: it moves when it may, and stands still when it should."""

from collections.abc import Callable

import pytest
from textual import constants
from textual.app import App, ComposeResult
from textual.color import Color
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.theme import Theme

from backcare_tui.library.figures import figure
from backcare_tui.player.figure import draw
from backcare_tui.player.glyphs import HELD_SIGN
from backcare_tui.themes import DEFAULT_VARIABLES, DUSK
from backcare_tui.widgets.player.figure_view import EMPTY, STEPS, FigureView


class Seconds:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Figures(App[None]):
    def __init__(self, view: FigureView) -> None:
        super().__init__()
        self.register_theme(Theme(**DUSK.as_theme()))
        self.theme = DUSK.name
        self.view = view

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield self.view


def text(view: FigureView) -> str:
    return "\n".join(view.render_line(y).text for y in range(view.size.height))


def looping(exercise: str, seconds: Callable[[], float]) -> FigureView:
    return FigureView(figure(exercise), is_looping=True, now=seconds)


@pytest.fixture
def calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is to move."""
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")


@pytest.mark.parametrize("size", [(80, 24), (30, 10), (120, 40)])
async def test_it_shows_the_figure_as_large_as_the_room(size: tuple[int, int]) -> None:
    view = FigureView(figure("bird-dog"))
    async with Figures(view).run_test(size=size):
        view.side, view.at, view.is_marked = "left", 1, True
        assert text(view) == draw(figure("bird-dog"), 1, "left", *size, is_marked=True).text


async def test_no_figure_is_a_quiet_sentence() -> None:
    view = FigureView()
    async with Figures(view).run_test(size=(60, 20)):
        assert text(view).strip() == EMPTY
        view.figure = figure("bridge")
        assert EMPTY not in text(view)
        view.figure = None
        assert text(view).strip() == EMPTY


async def test_every_line_is_as_wide_as_the_widget() -> None:
    view = FigureView(figure("walk-easy"))
    async with Figures(view).run_test(size=(61, 17)) as pilot:
        for width, height in ((61, 17), (20, 4), (150, 50), (1, 1)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            assert {view.render_line(y).cell_length for y in range(height)} == {width}


async def test_a_looping_figure_is_where_the_clock_says() -> None:
    seconds = Seconds()
    view = looping("bridge", seconds)
    async with Figures(view).run_test(size=(60, 20)):
        places = []
        for seconds.now in (0, 1, 3, 4, 6.5, 8, 12):
            view._move()
            places.append(view.at)
        assert places[0] == places[5] == 0
        assert 0 < places[1] < 1
        assert places[2] == places[3] == places[6] == 1
        assert 1 < places[4] < 2


async def test_a_new_figure_begins_with_its_first_pose() -> None:
    seconds = Seconds()
    view = looping("bridge", seconds)
    async with Figures(view).run_test(size=(60, 20)):
        seconds.now = 3
        view._move()
        assert view.at == 1
        view.figure = figure("cat-cow")
        assert view.at == 0
        view._move()
        assert view.at == 0


async def test_it_rests_while_another_screen_is_in_front() -> None:
    seconds = Seconds()
    view = looping("bridge", seconds)
    async with Figures(view).run_test(size=(60, 20)) as pilot:
        await pilot.app.push_screen(Screen())
        await pilot.pause()
        seconds.now = 3
        view._move()
        assert view.at == 0
        pilot.app.pop_screen()
        await pilot.pause()
        view._move()
        assert view.at == 1


async def test_it_stops_when_it_is_no_longer_to_loop() -> None:
    view = looping("bridge", Seconds())
    async with Figures(view).run_test(size=(60, 20)):
        moves: list[bool] = []
        for view.is_looping in (True, False, True):
            assert view._timer
            moves.append(view._timer._active.is_set())
        assert moves == [True, False, True]


async def test_only_a_picture_that_changed_is_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    view = FigureView(figure("bridge"))
    async with Figures(view).run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        painted: list[tuple[Region, ...]] = []
        monkeypatch.setattr(view, "refresh", lambda *regions, **_: painted.append(regions))
        view.at = 0.1 / STEPS
        assert painted == []
        view.at = 0.5
        [(region,)] = painted
        assert 0 < region.y < region.bottom <= 20


@pytest.mark.usefixtures("calm")
async def test_where_nothing_is_to_move_the_key_poses_stand_side_by_side_with_their_words() -> None:
    seconds = Seconds()
    view = looping("prone-press-up", seconds)
    async with Figures(view).run_test(size=(100, 20)):
        still = text(view)
        words = [word for word in still.splitlines()[-1].split("  ") if word.strip()]
        assert [word.strip() for word in words] == [
            "Hands by shoulders",
            "Halfway",
            "Arms long, pause",
        ]
        seconds.now = 3
        view._move()
        assert text(view) == still


@pytest.mark.usefixtures("calm")
async def test_where_there_is_no_room_for_all_only_the_held_pose_is_shown() -> None:
    view = FigureView(figure("prone-press-up"))
    async with Figures(view).run_test(size=(60, 20)):
        assert text(view).splitlines()[-1].strip() == "Arms long, pause"
        assert text(view).startswith(
            draw(figure("prone-press-up"), 2, None, 60, 19, is_marked=False).text
        )


@pytest.mark.usefixtures("calm")
async def test_a_still_figure_points_to_the_pose_of_the_moment_and_marks_what_is_held() -> None:
    view = FigureView(figure("bridge"))
    async with Figures(view).run_test(size=(100, 20)):
        assert "▸ Hips down" in text(view)
        assert HELD_SIGN not in text(view)
        view.at, view.is_marked = 1, True
        assert "▸ Hips up, hold" in text(view)
        assert "▸ Hips down" not in text(view)
        assert text(view).count(HELD_SIGN) == 1


@pytest.mark.usefixtures("calm")
async def test_a_still_figure_changes_only_with_its_pose() -> None:
    view = FigureView(figure("bridge"))
    async with Figures(view).run_test(size=(100, 20)):
        first = text(view)
        view.at = 0.4
        assert text(view) == first


async def test_parts_have_the_colors_of_the_theme() -> None:
    view = FigureView(figure("hip-flexor-lunge"))
    async with Figures(view).run_test(size=(60, 24)):
        view.side, view.is_marked, view.at = "left", True, 1
        wanted = {
            "near": DUSK.foreground,
            "far": DUSK.quiet,
            "held": DUSK.here,
            "ground": DUSK.line,
        }
        for part, color in wanted.items():
            style = view.get_component_styles(f"figure-view--{part}")
            assert style.color == Color.parse(color)
        bold = [
            segment.text
            for y in range(24)
            for segment in view.render_line(y)
            if segment.style and segment.style.bold
        ]
        assert any("L" in part for part in bold)
        assert any(HELD_SIGN in part for part in bold)


async def test_without_color_the_marks_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    view = FigureView(figure("hip-flexor-lunge"))
    async with Figures(view).run_test(size=(60, 24)) as pilot:
        view.side, view.at = "left", 1
        plain = shown(pilot)
        view.is_marked = True
        await pilot.pause()
        marked = shown(pilot)
        assert "L" in plain
        assert HELD_SIGN in marked
        assert marked != plain


def shown(pilot: Pilot[None]) -> str:
    return "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())

"""The bar of the whole routine."""

from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.player.progress import Progress, Stretch, draw_progress
from tests.screens.seen import lines

STRETCHES = st.lists(
    st.builds(Stretch, st.integers(1, 600), st.floats(0, 1), st.booleans()), max_size=300
)


@given(stretches=STRETCHES, width=st.integers(0, 250))
def test_it_fills_its_width_and_no_more(stretches: list[Stretch], width: int) -> None:
    drawn = draw_progress(stretches, width)
    assert len(drawn) == (width if stretches else 0)


def test_each_exercise_has_its_share_and_a_gap_to_the_next() -> None:
    stretches = [Stretch(10, 1.0), Stretch(20, 0.5), Stretch(10)]
    assert draw_progress(stretches, 24) == "▀▀▀▀▀ ▀▀▀▀▀▀▔▔▔▔▔ ▔▔▔▔▔▔"


def test_what_was_skipped_is_told_from_what_was_done() -> None:
    assert draw_progress([Stretch(10, 1.0), Stretch(10, 0.0, is_skipped=True)], 11) == "▀▀▀▀▀ ░░░░░"


def test_three_hundred_exercises_go_without_gaps() -> None:
    drawn = draw_progress([Stretch(10, 1.0)] * 150 + [Stretch(10)] * 150, 60)
    assert drawn == "▀" * 30 + "▔" * 30


def test_nothing_done_is_nothing_filled_and_all_done_is_full() -> None:
    assert set(draw_progress([Stretch(9), Stretch(9)], 40)) == {"▔", " "}
    assert set(draw_progress([Stretch(9, 1.0), Stretch(9, 1.0)], 40)) == {"▀", " "}


class Shown(App[None]):
    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield Progress()


async def test_it_follows_what_is_done() -> None:
    async with Shown().run_test(size=(20, 2)) as pilot:
        bar = pilot.app.query_exactly_one(Progress)
        for done in (0.0, 0.5, 1.0):
            bar.stretches = (Stretch(60, done),)
            await pilot.pause()
            assert lines(pilot)[0].count("▀") == round(done * 20)

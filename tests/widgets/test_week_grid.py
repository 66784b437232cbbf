"""Plans against the days of the week: what a click on a day does."""

from textual.app import App, ComposeResult

from backcare_tui.themes import DEFAULT_VARIABLES
from backcare_tui.widgets.week_grid import GridLine, WeekGrid


class Planning(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.toggled: list[tuple[str, int]] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(DEFAULT_VARIABLES)

    def compose(self) -> ComposeResult:
        yield WeekGrid("MTWTFSS")

    def on_mount(self) -> None:
        lines = (GridLine(name, name, "", "", ("",) * 7) for name in ("walk", "swim"))
        self.query_one(WeekGrid).show(tuple(lines))

    def on_week_grid_toggled(self, event: WeekGrid.Toggled) -> None:
        self.toggled.append((event.key, event.day))


async def test_a_click_on_any_day_plans_it_and_a_double_click_is_meant_once() -> None:
    app = Planning()
    async with app.run_test(size=(80, 10)) as pilot:
        lines = [strip.text for strip in map(app.query_one(WeekGrid).render_line, range(3))]
        at = lines[2].index("·"), 2
        await pilot.click(WeekGrid, offset=at)
        assert app.toggled == [("swim", 0)]
        await pilot.click(WeekGrid, offset=at, times=2)
        assert app.toggled == [("swim", 0)] * 2

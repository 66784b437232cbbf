"""Settings on one page: each line says what it does, and holds at once."""

import asyncio
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import structs
from textual import events, on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from backcare_tui.commands.command import bindings
from backcare_tui.commands.hints import hint
from backcare_tui.commands.pages import CLOSE_PAGE
from backcare_tui.commands.settings import ON_SETTINGS
from backcare_tui.screens.frame.desk import Desk
from backcare_tui.screens.frame.finding import OffersSearch
from backcare_tui.screens.frame.page import Page
from backcare_tui.screens.frame.reminder import say_shortly
from backcare_tui.screens.settings.row import AsItStands, SettingRow
from backcare_tui.screens.settings.rows import GROUPS, ROWS
from backcare_tui.screens.settings.search import found_settings
from backcare_tui.widgets.columns import ListColumn, ListRow
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine
from backcare_tui.wording.choices import SettingChoice

NAME, VALUE = ListColumn(18), ListColumn(30)
WIDE_VALUE, WIDE_FROM = ListColumn(48), 150
"""A path of a file needs more, where the screen has so many columns."""
SAYS_ALL_FROM = 118
"""Columns of the screen from which each row has its sentence beside it; else that of the cursor's stands below."""
PARTED_FROM = 40
"""Lines of the screen from which a line is left free over each group."""
NOTHING = "No setting has these words. Press esc to see all of them."


class SettingsPage(Page[None], OffersSearch):
    """Every setting; none of them can hide a warning."""

    CSS_PATH = ["../frame/page.tcss", "settings.tcss"]
    AUTO_FOCUS = "#settings"
    BINDINGS = bindings(structs.replace(CLOSE_PAGE, keys="escape,q,comma"), *ON_SETTINGS)
    HELP = (
        "All settings. Enter takes the next value of a line, or opens what it is changed by; esc leads "
        "back here. What is changed holds at once and is saved, and undo takes it back."
    )

    def __init__(self, desk: Desk) -> None:
        """Read and keep settings in the diary."""
        super().__init__(desk)
        self._held = AsItStands(desk, desk.repository.settings())

    def compose_page(self) -> Iterable[Widget]:
        """The search over the list, and a line for what the one under the cursor does."""
        self.list = Rows(columns=(NAME, ListColumn()), empty=NOTHING, id="settings", classes="tile")
        self.list.border_subtitle = hint("enter changes")
        self.search = SearchLine(self.list, "search: colors, week, backups, …", id="search")
        self.does = Static(id="does", markup=False)
        yield self.search
        yield self.list
        yield self.does

    def on_mount(self) -> None:
        """Show what holds; what takes a moment is looked up beside."""
        self.entitle("Settings")
        self.search.display = False
        self.desk.changed.subscribe(self, lambda _: self._show())
        self._show()

    def on_screen_resume(self) -> None:
        """A reminder or a backup may be another one by now."""
        self._look()

    @work(exclusive=True, group="looking")
    async def _look(self) -> None:
        """In threads, as the system and the folder of backups are asked."""
        desk = self.desk
        if desk.upkeep.reminding:
            stands = await asyncio.to_thread(desk.upkeep.reminding().standing)
            self._held = structs.replace(self._held, reminder=partial(say_shortly, stands))
            self._show()
        if desk.upkeep.custody:
            self._held = structs.replace(
                self._held, custody=await asyncio.to_thread(desk.upkeep.custody)
            )
            self._show()

    def on_resize(self, event: events.Resize) -> None:
        """Each line says what it does where there is room for it."""
        is_wide = event.size.width >= SAYS_ALL_FROM
        self.does.display = not is_wide
        value = WIDE_VALUE if event.size.width >= WIDE_FROM else VALUE
        self.list.columns = (NAME, value, ListColumn()) if is_wide else (NAME, ListColumn())
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the arrow keys on what they turn."""
        if action == "turn":
            return self.is_mounted and self._row() is not None
        return super().check_action(action, parameters)

    @on(SearchLine.Typed)
    def search_settings(self) -> None:
        """Search as one types; the cursor is on the best."""
        self._show()
        self.list.cursor = 0

    def on_rows_highlighted(self, event: Rows.Highlighted) -> None:
        """Say what it does."""
        event.stop()
        self.does.update(ROWS[event.row.key].does)
        self.refresh_bindings()

    def on_rows_chosen(self, event: Rows.Chosen) -> None:
        """Take the next value, or open what it is changed by."""
        event.stop()
        row = ROWS[event.row.key]
        if row.choice:
            self._keep(row.choice, 1)
        elif row.opens:
            row.opens(self, self.desk)

    def action_turn(self, step: int) -> None:
        """Take the value before or after; a line that is opened is opened by the way on."""
        row = self._row()
        if row is None:
            return
        if row.choice:
            self._keep(row.choice, step)
        elif step > 0 and row.opens:
            row.opens(self, self.desk)

    def _keep(self, choice: SettingChoice, step: int) -> None:
        value = choice.beside(self.desk.repository.settings(), step)
        words = f"{choice.label.lower()}: {value.words}"
        self.desk.set_all({choice.name: value.kept or None}, words=words)

    def _row(self) -> SettingRow | None:
        return ROWS[self.list.row.key] if self.list.row else None

    def _show(self) -> None:
        self._held = structs.replace(self._held, settings=self.desk.repository.settings())
        typed = self.search.value.strip()
        there = (row for row in ROWS.values() if row.is_there(self.desk))
        self.list.rows = tuple(
            map(self._line, found_settings(typed, there)) if typed else self._by_group()
        )
        if not self.list.row:
            self.does.update(Content(""))

    def _by_group(self) -> Iterator[ListRow]:
        is_parted = self.size.height >= PARTED_FROM
        for n, group in enumerate(GROUPS):
            if n and is_parted:
                yield ListRow(f"#{n}", ("",), enabled=False)
            yield ListRow(f"#{group.name}", (group.name,), enabled=False, style="heading")
            yield from (self._line(row) for row in group.rows if row.is_there(self.desk))

    def _line(self, row: SettingRow) -> ListRow:
        # Plain where enter takes the next value, quiet where it opens what is changed there.
        value = Content.styled(row.says(self._held), "" if row.choice else "$quiet")
        return ListRow(row.key, (row.label, value, Content.styled(row.does, "$quiet")))

"""Finding in a list as one types: one way for every list that is longer than a screen."""

from collections.abc import Callable, Iterator

from textual import on
from textual.content import Content

from backcare_tui.screens.frame.leading_back import LeadsBack
from backcare_tui.widgets.columns import ListRow, RowSource
from backcare_tui.widgets.rows import Rows
from backcare_tui.widgets.search_line import SearchLine

NOTHING = "Nothing here has these words. Press esc to see all."


class OffersSearch(LeadsBack[None]):
    """A screen with a line to search in, which is there while one searches.

    It stands after what else the screen is, as style sheets follow the first base alone.
    """

    search: SearchLine

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the way to the search where there is something to search, and back where one does."""
        if action in {"find", "show_all"}:
            if not (self.is_mounted and hasattr(self, "search")):
                return False
            is_searching = bool(self.search.display)
            return (
                is_searching if action == "show_all" else not is_searching and self.search.has_rows
            )
        return super().check_action(action, parameters)

    def action_find(self) -> None:
        """Search as one types."""
        self.search.appear()

    def action_show_all(self) -> None:
        """Search no more."""
        self.end_search()

    def end_search(self) -> bool:
        """Search no more; False where nothing is searched."""
        is_searching = bool(self.search.display)
        if is_searching:
            self.search.vanish()
        return is_searching

    def action_leave(self) -> None:
        """End the search, or back to where one came from."""
        if not self.end_search():
            super().action_leave()


class Searching(OffersSearch):
    """A screen with a list, and a line over it that narrows the list to the rows with the typed words.

    It hands its rows to `show_rows` rather than to the list, and has `FIND_IN_LIST` among its commands.
    """

    _rows_of_all: RowSource = ()
    _searched: Rows
    _empty = ""

    def make_search(self, rows: Rows, words: str) -> SearchLine:
        """The line, to be shown over the list; `words` say what may be typed."""
        self._searched, self._empty = rows, rows.empty
        self.search = SearchLine(rows, f"search: {words}, …", id="search", classes="search-line")
        self.search.display = False
        return self.search

    def say_empty(self, words: str) -> None:
        """What the list says while there is nothing in it."""
        self._empty = words

    def show_rows(self, rows: RowSource) -> None:
        """List these, or those of them that are searched for."""
        self._rows_of_all = rows
        typed = self.search.value.strip()
        self._searched.empty = NOTHING if typed else self._empty
        self._searched.rows = rows_with(rows, typed, self.words_of) if typed else rows
        self.refresh_bindings()

    def words_of(self, row: ListRow) -> str:
        """What is searched of a row: what its cells say."""
        return words_in_cells(row)

    @on(SearchLine.Typed)
    def find_rows(self) -> None:
        """Search as one types; the cursor is on the first."""
        self.show_rows(self._rows_of_all)
        self._searched.cursor = 0


def words_in_cells(row: ListRow) -> str:
    """What the cells of a row say."""
    return " ".join(map(_plain, row.cells))


def rows_with(
    rows: RowSource, typed: str, words_of: Callable[[ListRow], str] = words_in_cells
) -> tuple[ListRow, ...]:
    """The rows in whose words every typed word stands, each under the heading that it had."""
    return tuple(_found(rows, typed.casefold().split(), words_of))


def _found(
    rows: RowSource, sought: list[str], words_of: Callable[[ListRow], str]
) -> Iterator[ListRow]:
    heading: ListRow | None = None
    for row in (rows[at] for at in range(len(rows))):
        text = words_of(row).casefold()
        if not row.enabled:
            heading = row if row.style == "heading" else heading
        elif all(word in text for word in sought):
            if heading:
                yield heading
                heading = None
            yield row


def _plain(cell: Content | str) -> str:
    return cell if isinstance(cell, str) else cell.plain

"""The screens, as factories: each imports its screen when it is first opened."""

from textual.screen import Screen

from backcare_tui.screens.desk import Desk


def open_today(desk: Desk) -> Screen[None]:
    """What is worth doing now."""
    from backcare_tui.screens.today import Today

    return Today(desk)


def open_diary(desk: Desk) -> Screen[None]:
    """Pain and sleep, day by day."""
    from backcare_tui.screens.diary import Diary

    return Diary(desk)


def open_move(desk: Desk) -> Screen[None]:
    """Routines done."""
    from backcare_tui.screens.records import Move

    return Move(desk)


def open_massage(desk: Desk) -> Screen[None]:
    """Course, visits and people."""
    from backcare_tui.screens.records import Massage

    return Massage(desk)


def open_diet(desk: Desk) -> Screen[None]:
    """Meals and drinks."""
    from backcare_tui.screens.records import Diet

    return Diet(desk)


def open_trends(desk: Desk) -> Screen[None]:
    """The week, and the weeks before it."""
    from backcare_tui.screens.trends import Trends

    return Trends(desk)


def open_welcome(desk: Desk) -> Screen[None]:
    """The boundary text, once."""
    from backcare_tui.screens.welcome import Welcome

    return Welcome(desk)

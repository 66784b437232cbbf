"""A change that was taken back, in words."""

from backcare_tui.diary.repository import Change
from backcare_tui.wording.changes import say_change
from tests.conftest import MONDAY
from tests.for_each import for_each


@for_each(
    ("summary", "said"),
    [
        ("added pain 4 moderate", "adding pain 4 moderate"),
        ("ended the trial: a walk", "ending the trial: a walk"),
        ("answered: is a pool all right?", "answering: is a pool all right?"),
        ("stated conditions", "stating conditions"),
        ("the check for warning signs", "the check for warning signs"),
        ("", ""),
    ],
)
def test_what_is_taken_back_is_not_said_to_hold(summary: str, said: str) -> None:
    assert say_change(Change(summary, MONDAY, ())) == said

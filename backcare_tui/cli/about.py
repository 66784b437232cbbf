"""`about`: what a person states about themselves, told and changed as FIELD=VALUE."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import WrongWords, json_text, say, say_done
from backcare_tui.cli.values import answer
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.about import ABOUT, find_stated
from backcare_tui.guidance.stated import NONE, Stated, kept
from backcare_tui.guidance.week_answers import WEEK_ANSWERS
from backcare_tui.text import with_times

STATED = (*ABOUT, *WEEK_ANSWERS)
"""All rows: what describes a person, and what their week is made from."""
HOW = (
    "backcare about FIELD=VALUE states one, backcare about FIELD says what it may be. All of it is "
    "optional."
)


def about(args: Namespace, path: Path, clock: Clock) -> int:
    """Say what is stated, what a field may be, or keep what is stated now.

    Raises:
        BadValue: For a field that there is not, and for a value that it cannot take.
        CannotKeep: If it could not be made durable.
    """
    repository = open_repository(path, clock)
    if edits := [word for word in args.words if "=" in word]:
        if len(edits) < len(args.words):
            raise WrongWords("Each word is of the form FIELD=VALUE, such as birth_year=1950.")
        rows = tuple(_state(edits, clock))
        values: dict[SettingName, Any] = {}
        for row, value in rows:
            values |= kept(row, value, repository.settings())
        named = ", ".join(row.label.lower() for row, _ in rows)
        repository.set_all(values, f"stated {named}")
    settings = repository.settings()
    asked = [_row(word) for word in args.words if "=" not in word]
    tell = say_done if edits else say
    if args.json:
        tell(json_text(_document(settings)))
    elif edits:
        tell(*(f"{_done(value)} {_line(row, settings)}" for row, value in rows))
    elif asked:
        tell(*(line for row in asked for line in _explained(row, settings)))
    else:
        tell(*(_line(row, settings) for row in STATED), HOW)
    return 0


def _state(edits: Iterable[str], clock: Clock) -> Iterator[tuple[Stated, Any]]:
    """Each row with its value; None where nothing stands after the sign, which takes it back."""
    seen: set[str] = set()
    for edit in edits:
        called, _, text = edit.partition("=")
        row = _row(called)
        if row.setting in seen:
            raise BadValue(called.strip(), text, "possible: it is stated twice")
        seen.add(row.setting)
        yield row, answer(row, text, clock, called.strip()) if text else None


def _row(called: str) -> Stated:
    row = find_stated(called, STATED)
    if row is None:
        raise BadValue("field", called.strip(), f"one of {', '.join(r.setting for r in STATED)}")
    return row


def _done(value: Any) -> str:
    return "Taken back" if value is None else "Saved"


def _line(row: Stated, settings: Settings) -> str:
    return f"{row.setting}: {row.say(settings)}"


def _explained(row: Stated, settings: Settings) -> Iterator[str]:
    """What it is, why it is asked, how it stands, and what it may be."""
    yield f"{row.label}. {row.why}"
    yield f"Now {_line(row, settings)}"
    if row.question:
        yield f"Several with commas between, or {NONE}:"
        yield from (f"{id_.replace('_', '-')}: {words}" for id_, words in row.choices())
    else:
        yield f"{row.setting}=VALUE, {with_times(row.hint)}"


def _document(settings: Settings) -> dict[str, Any]:
    """Each setting as the file has it; null is what was not stated, an empty list is none."""
    held: dict[str, Any] = {row.setting: _plain(getattr(settings, row.setting)) for row in STATED}
    if not settings.conditions and not settings.conditions_asked:
        held["conditions"] = None
    return {**held, "conditions_asked": _plain(settings.conditions_asked)}


def _plain(value: Any) -> Any:
    return sorted(value) if isinstance(value, frozenset) else None if value == "" else value


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"about": about}

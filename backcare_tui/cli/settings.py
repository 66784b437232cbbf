"""`settings`: how backcare looks, sounds and counts, told and changed as NAME=VALUE."""

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import WrongWords, json_text, say, say_done
from backcare_tui.diary.settings import SettingName, Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.text import say_list
from backcare_tui.wording.choices import CHOICES, SettingChoice, SettingValue, find_choice

HOW = (
    "backcare settings NAME=VALUE changes one, backcare settings NAME says what it may be. "
    "What you state about yourself: backcare about."
)


def settings_command(args: Namespace, path: Path, clock: Clock) -> int:
    """Say how they stand, what one may be, or keep what is set now.

    Raises:
        BadValue: For a setting that there is not, and for a value that it cannot take.
        CannotKeep: If it could not be made durable.
    """
    repository = open_repository(path, clock)
    edits = [word for word in args.words if "=" in word]
    if edits and len(edits) < len(args.words):
        raise WrongWords("Each word is of the form NAME=VALUE, such as theme=day.")
    changed = tuple(_read(edits))
    asked = [find_choice(word) for word in args.words if "=" not in word]
    if changed:
        values: dict[SettingName, Any] = {
            choice.name: value.kept or None for choice, value in changed
        }
        named = ", ".join(f"{choice.label.lower()}: {value.words}" for choice, value in changed)
        repository.set_all(values, named)
    settings = repository.settings()
    tell = say_done if changed else say
    if args.json:
        tell(json_text({each.name: each.value(settings).name for each in CHOICES}))
    elif changed:
        tell(*(f"Saved {_line(choice, settings)}" for choice, _ in changed))
    elif asked:
        tell(*(line for choice in asked for line in _explained(choice, settings)))
    else:
        tell(*(_line(choice, settings) for choice in CHOICES), HOW)
    return 0


def _read(edits: Iterable[str]) -> Iterator[tuple[SettingChoice, SettingValue]]:
    seen: set[str] = set()
    for edit in edits:
        called, _, text = edit.partition("=")
        choice = find_choice(called)
        if choice.name in seen:
            raise BadValue(choice.name, text, "possible: it is set twice")
        seen.add(choice.name)
        yield choice, choice.read(text)


def _line(choice: SettingChoice, settings: Settings) -> str:
    value = choice.value(settings)
    return f"{choice.name}: {value.name} ({choice.label}: {choice.say(settings)})"


def _explained(choice: SettingChoice, settings: Settings) -> Iterator[str]:
    yield f"{choice.label}. {choice.does}"
    yield f"Now {_line(choice, settings)}"
    yield f"{choice.name}=VALUE, {say_list([each.name for each in choice.values], 'or')}"


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"settings": settings_command}

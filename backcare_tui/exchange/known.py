"""The formats that are known: every module of `formats` that offers one."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from backcare_tui.exchange import formats
from backcare_tui.exchange.formats import own
from backcare_tui.exchange.formats.base import ExportFormat, ImportFormat
from backcare_tui.text import say_list


def _offered(name: str) -> Iterator[Any]:
    """What the modules have under this name."""
    for module in pkgutil.iter_modules(formats.__path__, f"{formats.__name__}."):
        if offer := getattr(import_module(module.name), name, None):
            yield offer


IMPORTS: tuple[ImportFormat, ...] = tuple(
    sorted(_offered("IMPORT"), key=lambda each: (each.turn, each.name))
)
EXPORTS: tuple[ExportFormat, ...] = tuple(
    sorted(_offered("EXPORT"), key=lambda each: (each.turn, each.name))
)


def say_understood() -> str:
    """What can be read, in words: `backcare's own JSON and the CSV exports of ...`."""
    programs: dict[str, list[str]] = {}
    for each in IMPORTS:
        programs.setdefault(each.files, []).append(each.program)
    return say_list([files.format(say_list(names)) for files, names in programs.items()])


def say_others() -> str:
    """The programs whose files can be read: `Daylio or Bearable`."""
    return say_list([each.program for each in IMPORTS if each is not own.IMPORT], "or")

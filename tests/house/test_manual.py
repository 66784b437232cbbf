"""The manual that is shipped says what is built: every table, field, command and option."""

import argparse
import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

import msgspec

from backcare_tui.cli.parser import build_parser
from backcare_tui.cli.parsing import Parser, every
from backcare_tui.commands.grammar import GRAMMAR, PICKS
from backcare_tui.commands.keymap import OF_WIDGETS, all_commands, key_of
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS
from backcare_tui.diary.records.setting import Setting
from backcare_tui.diary.settings import SettingName
from backcare_tui.diary.values import allowed_in, field_types
from tests.house.source import PACKAGE

Rows = dict[str, list[str]]
"""The cells of a table of the page, by what its first cell names."""


@cache
def sections(page: str) -> dict[str, str]:
    """The text under each heading of a page, by what the heading names in backticks, or by itself."""
    text = (PACKAGE / "manual" / page).read_text("utf-8")
    parts = re.split(r"^##+ (.*)$", text, flags=re.MULTILINE)
    named = (re.search(r"`([^`]+)`", heading) for heading in parts[1::2])
    headings = zip(named, parts[1::2], strict=True)
    names = [found[1] if found else heading for found, heading in headings]
    return dict(zip(names, parts[2::2], strict=True))


def rows(section: str) -> Rows:
    """The rows under a heading."""
    found = (
        [cell.strip() for cell in line.strip("| ").split(" | ")]
        for line in section.splitlines()
        if line.startswith("| `")
    )
    return {name: cells[1:] for cells in found for name in re.findall(r"`([^`]+)`", cells[0])}


def fields(kind: type[Record]) -> Iterator[tuple[str, str]]:
    """The own fields of a record as the file names them, each with what is allowed."""
    named = zip(kind.__struct_encode_fields__, kind.__struct_fields__, strict=True)
    types = field_types(kind)
    common = Record.__struct_fields__
    return ((name, allowed_in(types[field])) for name, field in named if field not in common)


def test_the_page_on_the_file_has_every_field_of_every_table_and_what_is_allowed() -> None:
    page = sections("diary-file.md")
    wrong = {
        kind.table: found
        for kind in KINDS
        if kind is not Setting
        and (
            found := dict(fields(kind)).items()
            ^ {(n, c[0]) for n, c in rows(page[kind.table]).items()}
        )
    }
    assert not wrong


def test_the_page_on_the_file_names_every_setting() -> None:
    said = set(rows(sections("diary-file.md")["setting"]))
    assert said == {*get_args(SettingName), "draft.NAME"}


def test_the_page_on_the_file_says_what_is_needed() -> None:
    page = sections("diary-file.md")
    for kind in KINDS:
        if kind is not Setting:
            said = {name for name, cells in rows(page[kind.table]).items() if "needed" in cells[1]}
            assert said == needed(kind), kind.table


def test_the_page_on_the_command_line_has_every_command_with_its_words_and_no_other() -> None:
    page = sections("command-line.md")
    built = {parser.prog: words(parser) for parser in every(build_parser())}
    said = {name: set(rows(text)) for name, text in page.items() if name.startswith("backcare")}
    assert said == built


def needed(kind: type[Record]) -> set[str]:
    """The fields that a document must have."""
    return {each.encode_name for each in msgspec.structs.fields(kind) if each.required}


def words(parser: Parser) -> set[str]:
    """The options of a command with their values, and what stands without an option."""
    return {
        " ".join(filter(None, (each.option_strings[-1], _value(each))))
        if each.option_strings
        else _value(each)
        for each in parser.own_actions()
    }


def _value(action: argparse.Action) -> str:
    return "" if action.nargs == 0 else str(action.metavar or action.dest.upper())


def test_the_page_on_the_keys_has_every_command_with_its_key_and_every_letter() -> None:
    page = sections("keys.md")
    named = rows(page["A key of your own"])
    picks = tuple(PICKS)
    commands = {id_: each for id_, each in all_commands().items() if not id_.startswith(picks[:4])}
    assert named.keys() == commands.keys() | OF_WIDGETS.keys()
    keys = {id_: key_of(each) if each.keys else "none" for id_, each in commands.items()}
    assert {id_: named[id_][0].strip("`") for id_ in keys} == keys
    letters = [rows(section) for section in page.values()]
    told = {key: cells[0] for found in letters[:-1] for key, cells in found.items()}
    assert told == {meaning.key: meaning.words for meaning in GRAMMAR}

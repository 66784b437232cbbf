"""What a person reads: nothing that frightens or blames, and no word of one country alone."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.for_each import for_each
from tests.house.source import PACKAGE, ROOT, modules

OF_ONE_COUNTRY = re.compile(
    r"""\b(?:
    911 | 988 | emergency\ rooms? | nurse\ lines? | urgent\ care | drug\ ?stores? | primary\ care
  | tylenol | advil | motrin | aleve | (?<!paracetamol\ \()acetaminophen
  | miles?(?!\ \(1\.6\ km\)) | inch(?:es)? | ounces? | pounds? | lbs? | fahrenheit
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What `library/data/regions.json` has a brace for, or what is said without a measure."""
FRIGHTENS = re.compile(
    r"""\b(?:
    damag\w* | degenerat\w* | wear\ and\ tear | worn(?:\ out)? | postures? | slipped | crumbl\w*
  | fragile | brittle | bone\ on\ bone | weak\ back | (?:pinched|trapped)\ nerves? | ruin\w*
  | out\ of\ (?:place|alignment) | misalign\w* | pull(?:s|ing)?\ on\ the\ back
  | abnormal\w* | deteriorat\w*
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""What makes pain worse by the word alone, or puts the blame on how one stands."""
NOT_SAID = {"figures.json", "food_words.json", "regions.json", "references.json", "paper.json"}
"""Data that nobody reads, the table of places itself, and the titles of papers."""
UNREAD = {"id", "names", "when", "source", "concern", "org", "exercise", "mask", "code"}
"""Fields that nobody reads, or that are what others call a thing."""


def data_texts() -> Iterator[tuple[str, str]]:
    """Every text of the content that a person reads, with the file it stands in."""
    for path in sorted(PACKAGE.rglob("data/*.json")):
        if path.name not in NOT_SAID:
            held = json.loads(path.read_text("utf-8"))
            held.pop("note", None)
            yield from ((path.name, text) for text in texts_in(held))


def texts_in(held: Any) -> Iterator[str]:
    match held:
        case str():
            yield held
        case list():
            for each in held:
                yield from texts_in(each)
        case {"org": _}:
            return
        case dict():
            for key, value in held.items():
                if key not in UNREAD or (key == "when" and "steps" in held):
                    yield from texts_in(value)


def program_texts() -> Iterator[tuple[str, str]]:
    """Every text of the program with a space in it, which is no id; docstrings aside."""
    for module in modules():
        docs = {id(doc) for node in ast.walk(module.tree) for doc in docstrings(node)}
        for each in module.strings:
            if id(each) not in docs and " " in str(each.value):
                yield str(module.path.relative_to(ROOT)), str(each.value)


def docstrings(node: ast.AST) -> Iterator[ast.expr]:
    """The texts of a body that stand for themselves, which explain and are not shown."""
    body = getattr(node, "body", None)
    for each in body if isinstance(body, list) else ():
        if isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant):
            yield each.value


TEXTS = sorted({*data_texts(), *program_texts()})


def test_there_is_much_to_read() -> None:
    assert len(TEXTS) > 3000


def test_braces_stand_only_where_a_region_is_known() -> None:
    held = {where for where, text in data_texts() if "{" in text}
    assert held == {
        "advice.json",
        "boundaries.json",
        "flare_plan.json",
        "lessons.json",
        "reading.json",
    }


@for_each(("where", "text"), TEXTS)
def test_no_word_is_of_one_country_alone(where: str, text: str) -> None:
    assert not OF_ONE_COUNTRY.search(text), where


@for_each(("where", "text"), TEXTS)
def test_no_word_frightens_or_blames(where: str, text: str) -> None:
    assert not FRIGHTENS.search(text) or is_of_the_file(text), where


def is_of_the_file(text: str) -> bool:
    """A file may be damaged, and says so."""
    return bool(re.search(r"\b(?:file|diary|backup|copy|JSON)\b", text))


@pytest.mark.parametrize(
    "text", ["Call 911.", "two inches", "Tylenol PM", "a nurse line", "1 mile"]
)
def test_a_word_of_one_country_would_be_seen(text: str) -> None:
    assert OF_ONE_COUNTRY.search(text)


@pytest.mark.parametrize("text", ["bad posture", "wear and tear", "A damaged disc", "worn joints"])
def test_a_word_that_frightens_would_be_seen(text: str) -> None:
    assert FRIGHTENS.search(text)

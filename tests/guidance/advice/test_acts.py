"""What advice leads to; and whatever words name a routine, a page or the check, lead there."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.guidance.advice.acts import THE_CHECK, act_of, say_act
from backcare_tui.guidance.advice.table import Act, Advice, Rule, rules
from backcare_tui.guidance.now_table import is_safe
from backcare_tui.guidance.reading import reading_pages
from backcare_tui.library.routines import Program, is_of_library, programs, routine, routines
from backcare_tui.library.taxonomy import words
from tests.for_each import for_each
from tests.house.source import PACKAGE, modules

SAID = {
    "flare-up-gentle": r"flare-up routine",
    "desk-break": r"desk break|three-minute routine",
    "walk": r"\b(?:a walk|walking) (?:on the days|several times|is as good)",
}
"""What routines are also called in sentences."""
LISTED: tuple[Routine | Program, ...] = (*routines(), *programs())
NAMED = {
    each.id: [
        *([re.compile(rf"\b{re.escape(each.name)}\b")] if each.id != "walk" else ()),
        *([re.compile(SAID[each.id], re.IGNORECASE)] if each.id in SAID else ()),
    ]
    for each in LISTED
}
THE_CHECK_NAMED = re.compile(
    r"warning-sign check|check (?:for|the) warning signs|take the check", re.IGNORECASE
)
LIBRARY = {"routines.json", "exercises.json", "figures.json"}
"""Where routines are themselves: each of their names is a line that enter starts."""
ROOMS = tuple(f"backcare_tui.{room}." for room in ("guidance", "insight", "wording", "report"))
"""The rooms whose sentences a person reads."""
ASKS_OTHERWISE = {"course-checkup-open"}
"""Names the check-up, which is another thing."""


def named_in_words(text: str) -> set[str]:
    """The ids of the routines and programs that a text names."""
    return {id_ for id_, patterns in NAMED.items() if any(each.search(text) for each in patterns)}


def spoken_things() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Everything with an id in the data that people read: where it stands, itself, its own words."""
    for path in sorted(PACKAGE.rglob("data/*.json")):
        if path.name not in LIBRARY:
            held = json.loads(path.read_text("utf-8"))
            held.pop("note", None)
            yield from ((path.name, *found) for found in things_in(held))


def things_in(held: Any) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each thing with an id and the words that belong to it, not to a thing within it."""
    if isinstance(held, list):
        for each in held:
            yield from things_in(each)
    elif isinstance(held, dict):
        if "id" in held and "kind" not in held:
            yield held, list(own_words(held))
        for each in held.values():
            yield from things_in(each)


def own_words(held: Any) -> Iterator[str]:
    match held:
        case str():
            yield held
        case list():
            for each in held:
                yield from () if isinstance(each, dict) and "id" in each else own_words(each)
        case dict():
            for key, value in held.items():
                if key not in {"id", "act", "when", "source", "names", "over"}:
                    is_thing = isinstance(value, dict) and "id" in value
                    yield from () if is_thing else own_words(value)


def test_every_routine_that_words_name_has_its_action() -> None:
    found = 0
    for place, thing, texts in spoken_things():
        if named := named_in_words(" ".join(texts)):
            leads = {(thing.get("act") or {}).get("id"), thing.get("routine")}
            assert leads & named, f"{place}: {thing['id']} names {named} without an act"
            found += 1
    assert found >= 6


def test_no_sentence_in_the_code_names_a_routine_past_the_table() -> None:
    """There a name is filled in from the diary, and stands on a line that opens it."""
    for module in modules():
        if module.name.startswith(ROOMS):
            docs = {id(each) for each in docstrings(module.tree)}
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    is_doc = id(node) in docs
                    assert is_doc or not named_in_words(node.value), (module.name, node.value)


def docstrings(tree: ast.Module) -> Iterator[ast.Constant]:
    """The strings that stand alone: the docstrings of all that is in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def test_every_rule_that_names_the_check_leads_to_it() -> None:
    naming = {rule.id for rule in rules().values() if THE_CHECK_NAMED.search(rule.text)}
    leading = {rule.id for rule in rules().values() if rule.act and rule.act.kind == "check"}
    assert naming - ASKS_OTHERWISE == leading


def acting() -> list[Rule]:
    return [rule for rule in rules().values() if rule.act]


@for_each("rule", acting(), ids=lambda rule: rule.id)
def test_what_a_rule_leads_to_is_there(rule: Rule) -> None:
    assert rule.act
    match rule.act:
        case Act("routine", id_):
            assert is_of_library(id_)
        case Act("page", id_):
            assert id_ in reading_pages()
        case Act("check", id_):
            assert id_ == "warning-signs"


def advice(act: Act | None) -> Advice:
    return Advice("x", "info", "", "", "", act=act)


def test_nobody_is_led_to_what_they_stated_rules_out() -> None:
    for rule in acting():
        for condition in words("conditions"):
            act = act_of(advice(rule.act), {condition.id})
            assert act, (rule.id, condition.id)
            if act.kind == "routine":
                assert is_safe(routine(act.id), {condition.id})


def test_an_act_is_called_by_what_it_opens() -> None:
    settings = Settings()
    assert say_act(Act("routine", "flare-up-gentle"), settings) == "Flare-Up Gentle, 5 min"
    assert say_act(Act("check", "warning-signs"), settings) == THE_CHECK
    page = Act("page", "massage-when-not")
    assert say_act(page, settings) == "When not to have a massage"
    assert act_of(advice(Act("page", "gone")), ()) is None
    assert act_of(advice(None), ()) is None

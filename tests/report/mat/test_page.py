"""The page for the mat: small, shut against the network, harmless whatever a name says, true to what was stated."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser

import pytest

from backcare_tui.commands.player import PLAYING
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.guidance.safety import STOP_RULE, fitted, gentler_today, say_fit, stop_advice
from backcare_tui.library.routines import routine, routines
from backcare_tui.report.mat.around import routine_word
from backcare_tui.report.mat.page import FOLDER, mat_file_name, mat_page
from backcare_tui.report.routine_paper import say_signs
from backcare_tui.themes import DAY, DUSK
from tests.for_each import for_each
from tests.report.mat.mats import ATTACK, HEBREW, OWN

LARGEST = 200_000


class Read(HTMLParser):
    """The elements of a page, and the text in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.tags[-1][0] if self.tags else "", []).append(data)


@for_each("of", (max(routines(), key=lambda each: each.minutes or 0), OWN), ids=repr)
def test_the_longest_routine_is_a_small_page(of: Routine) -> None:
    assert len(mat_page(of, Settings()).encode()) < LARGEST


@pytest.mark.thorough
@for_each("of", routines(), ids=lambda each: str(each.id))
def test_every_routine_is_a_small_page(of: Routine) -> None:
    assert len(mat_page(of, Settings()).encode()) < LARGEST


@pytest.mark.parametrize(
    "of", [routine("morning-loosen-up"), OWN, ATTACK], ids=lambda each: each.id
)
def test_it_asks_nobody_and_runs_nothing_but_its_own_script(of: Routine) -> None:
    page = mat_page(of, Settings())
    read = Read(page)
    policies = [made["content"] for tag, made in read.tags if "http-equiv" in made]
    (policy,) = policies
    assert policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (script,), (style,) = scripts, re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    for own in (script, style):
        assert f"'sha256-{b64encode(sha256(own.encode()).digest()).decode()}'" in unescape(policy)
    for tag, made in read.tags:
        assert tag not in {"link", "img", "iframe", "object", "base", "form", "audio", "video"}
        assert not {"src", "href", "style", "action", "srcset"} & set(made), tag
        assert not [name for name in made if name.startswith("on")]
    assert sorted(tag for tag, _ in read.tags if tag == "script") == ["script", "script"]


def test_what_conditions_ask_for_is_on_it_and_the_conditions_are_not() -> None:
    stated = Settings(conditions=frozenset({"osteoporosis"}))
    plan = routine("core-basics")
    page = mat_page(plan, stated)
    fits = fitted(plan, stated.conditions)[1]
    assert fits
    for fit in fits:
        assert f"{say_fit(fit)}." in unescape(page)
    assert "steoporosis" not in page


def test_it_says_what_the_player_says_before_while_and_after() -> None:
    settings, hard = Settings(region="uk"), routine("core-progress")
    page = unescape(mat_page(hard, settings)).replace("\\u0026", "&")
    assert STOP_RULE in page
    assert all(words in page for words in say_signs(settings))
    for reason in ("pain-up-2", "leg-symptoms", "chest-pain", "dizziness"):
        assert stop_advice(reason, settings).text in page
    advice = gentler_today(hard, 8)
    assert advice
    assert advice.text in page
    assert "999" in page


def test_letters_from_the_right_stand_by_themselves() -> None:
    page = mat_page(OWN, Settings())
    assert f"<bdi>{OWN.name}</bdi>" in page
    assert f'<li dir="auto"><bdi>{HEBREW}</bdi></li>' in page
    assert 'id="name" dir="auto"' in page
    assert 'id="cue" dir="auto"' in page


def test_it_has_its_colors_from_the_app() -> None:
    page = mat_page(OWN, Settings())
    assert DAY.background in page
    assert DUSK.background in page.partition("prefers-color-scheme: dark")[2]


def test_a_routine_of_which_nothing_is_left_is_no_page() -> None:
    with pytest.raises(BadValue):
        mat_page(Routine(id="none", name="None", steps=()), Settings())


@pytest.mark.parametrize(
    ("routine_id", "word"),
    [
        ("morning-loosen-up", "morning-loosen-up"),
        (OWN.id, "cd613e30"),
        ("sheet $(reboot)", "sheet"),
        ("a; rm -rf ~", '"a rm -rf"'),
        ('"`x`', '"x"'),
    ],
)
def test_no_shell_can_take_the_name_in_the_line_for_more_than_a_name(
    routine_id: str, word: str
) -> None:
    assert routine_word(routine_id) == word


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Morning Loosen-Up", "morning-loosen-up.html"),
        ("../../etc/passwd", "etc-passwd.html"),
        ("…", "routine.html"),
        ("x" * 200, f"{'x' * 60}.html"),
    ],
)
def test_the_file_is_called_by_the_routine(name: str, file: str) -> None:
    assert mat_file_name(Routine(id="own", name=name)) == file


def test_its_letters_are_those_of_the_player() -> None:
    lead = (FOLDER / "lead.js").read_text("utf-8")
    letters = {key for each in PLAYING for key in each.keys.split(",") if len(key) == 1}
    named = set(re.findall(r"^      ([a-zA-Z]): \(\) =>", lead, re.MULTILINE))
    assert named == {letter for letter in letters if letter.isalpha()}

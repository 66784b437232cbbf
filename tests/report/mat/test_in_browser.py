"""The page for the mat in a real browser, second by second beside the player: at the size of a phone and of a tablet."""

import json
import random
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.library.routines import routine
from backcare_tui.player.engine import Engine, Finished
from backcare_tui.player.introduction import room
from backcare_tui.player.script import breath_at
from backcare_tui.player.telling import Telling
from backcare_tui.player.timeline import timeline
from backcare_tui.report.mat.page import mat_page
from tests.browser import IS_HERE, Tab, browser
from tests.report.mat.mats import ATTACK, OWN, moments, seen, state_of

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not IS_HERE, reason="there is no chromium here"),
]
SIZES = [(390, 844), (1180, 820)]
HOLDS, LOOSEN, BREATHS = map(
    routine, ("hips-and-hamstrings", "morning-loosen-up", "breathing-calm")
)
VOICE = """
window.said = [];
window.SpeechSynthesisUtterance = function (words) { this.words = words; };
Object.defineProperty(window, "speechSynthesis", { configurable: true, value: {
  speaking: false, cancel() {}, speak(each) { said.push(each.words); } } });
"""
NO_VOICE = "delete Window.prototype.speechSynthesis; delete window.speechSynthesis;"
SEEN = """(() => {
  const words = id => document.getElementById(id).textContent, all = [];
  for (;;) {
    pass(0.5);
    backcare.look();
    if (document.body.dataset.view !== "playing") return all;
    const visible = document.getElementById("count").getBoundingClientRect();
    all.push([["name", "side", "work", "cue", "next", "count", "status"].map(words), visible.width > 0]);
  }
})()"""
STATE = """(() => { const e = backcare.engine; return [e.state, e.at,
  Math.round(e.elapsed * 1000) / 1000, Math.round(e.played * 1000) / 1000,
  e.segments.map(s => [s.kind, s.block, s.length, s.rep]), e.outcomes,
  e.spent.map(s => Math.round(s * 1000) / 1000)]; })()"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """One browser for all of these tests."""
    with browser(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.fixture
def opened(tab: Tab, tmp_path: Path) -> Any:
    """Opens the page of a routine, in the stead of the one before."""

    def open_page(of: Routine, settings: Settings | None = None, script: str = VOICE) -> Tab:
        file = tmp_path / "mat.html"
        file.write_text(mat_page(of, settings or Settings()), "utf-8")
        added = tab.call("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"]
        tab.asked.clear()
        tab.complaints.clear()
        tab.resize(*SIZES[0])
        tab.open(file)
        tab.call("Page.removeScriptToEvaluateOnNewDocument", identifier=added)
        return tab

    return open_page


def click(tab: Tab, what: str) -> None:
    """Touch a button, by its id or its words."""
    is_there = tab.run(
        f"(() => {{ const found = document.getElementById({what!r}) || [...document.querySelectorAll("
        f"'button')].find(b => b.textContent === {what!r} && b.getClientRects().length);"
        " if (found) found.click(); return Boolean(found); })()"
    )
    assert is_there, what


def number(tab: Tab, scale: str, severity: int) -> None:
    """Touch a number of a scale."""
    tab.run(f"document.getElementById({scale!r}).children[{severity}].click()")


def silently(tab: Tab) -> None:
    """Begin without a voice, so that no time is made for words."""
    while tab.run("backcare.sound.kind") != "silent":
        tab.run("document.querySelector('.sound').click()")
    click(tab, "begin")


def line_of(tab: Tab) -> list[str]:
    """The words of the line for the diary."""
    return shlex.split(tab.run("document.getElementById('line').textContent"))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("of", [HOLDS, OWN, BREATHS], ids=lambda each: str(each.id))
def test_it_shows_the_same_as_the_player_at_each_half_second(
    opened: Any, of: Routine, size: tuple[int, int]
) -> None:
    tab = opened(of)
    tab.resize(*size)
    silently(tab)
    shown = tab.run(SEEN)
    meant = [list(seen(engine)) for engine in moments(Engine(timeline(of)), 0.5)]
    assert [words for words, _ in shown] == meant
    assert all(is_visible for _, is_visible in shown)
    assert tab.complaints == []


@pytest.mark.parametrize("of", [LOOSEN, HOLDS, BREATHS], ids=lambda each: str(each.id))
def test_it_says_the_same_as_the_voice(opened: Any, of: Routine) -> None:
    tab = opened(of)
    click(tab, "begin")
    tab.run("while (document.body.dataset.view === 'playing') pass(1)")
    engine, telling, said, now = Engine(timeline(of)), Telling(), [], 0.0
    engine.make_room(room(engine.timeline))
    engine.go_on(now)
    while engine.state == "playing":
        said += [line.words for line in telling.due(engine)]
        now += 0.07
        for event in engine.tick(now):
            if isinstance(event, Finished):
                said.append(str(telling.of(event, engine)))
    assert " ".join(tab.run("said")) == " ".join(said)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_pressed_the_page_stands_where_the_player_stands(
    opened: Any, seed: int
) -> None:
    of, choose = (HOLDS, OWN, LOOSEN)[seed % 3], random.Random(seed)
    tab, engine, now = opened(of), Engine(timeline(of)), 1_795_000_000.0
    silently(tab)
    engine.go_on(now)
    ways = {"skip": engine.skip, "back": engine.back, "longer": engine.longer,
            "shorter": engine.shorter, "start": engine.begin}  # fmt: skip
    for _ in range(120):
        passed = choose.choice((0.5, 1.0, 2.5, 4.0, 4.5))
        tab.run(f"sleep({passed})")
        now += passed
        way = choose.choice((*ways, "longer", "shorter", "pause", "look"))
        if way == "pause":
            click(tab, "pause")
            engine.pause(now) if engine.state == "playing" else engine.go_on(now)
        elif way == "look":
            tab.run("backcare.look()")
            engine.tick(now)
        else:
            # A button that is of no use now is not to be pressed: then both only look.
            tab.run(f"backcare.lead({'begin' if way == 'start' else way!r})")
            ways[way](now)
        assert tab.run(STATE) == json.loads(json.dumps(state_of(engine))), way
        if engine.state == "over":
            break


def test_a_locked_screen_pauses_it_where_it_was(opened: Any) -> None:
    tab = opened(LOOSEN)
    silently(tab)
    tab.run("pass(3); sleep(600); document.dispatchEvent(new Event('visibilitychange'))")
    assert tab.run("[backcare.engine.state, Math.round(backcare.engine.elapsed)]") == ["paused", 3]
    assert "slept" in tab.run("document.getElementById('next').textContent")
    click(tab, "Go on")
    tab.run("pass(1)")
    assert tab.run("[backcare.engine.state, Math.round(backcare.engine.elapsed)]") == ["playing", 4]


def test_nothing_is_asked_of_anybody_and_a_hostile_name_is_only_a_name(opened: Any) -> None:
    tab = opened(ATTACK)
    click(tab, "begin")
    tab.run("pass(60)")
    click(tab, "skip")
    tab.run("pass(2)")
    assert tab.run("document.getElementById('name').textContent") == ATTACK.steps[1].own.name  # type: ignore[union-attr]
    click(tab, "leg")
    assert tab.run("window.harmed") is None
    assert tab.run("document.querySelectorAll('img, b').length") == 0
    assert {url.partition("://")[0] for url in tab.asked} == {"file"}
    assert len(tab.asked) == 1
    assert tab.complaints == []
    refused = "fetch('https://example.org/x').then(() => 'asked', () => 'refused')"
    assert tab.run(refused) == "refused"


def test_a_rise_of_two_points_ends_it_and_says_what_the_player_says(opened: Any) -> None:
    tab = opened(LOOSEN)
    number(tab, "pain-before", 3)
    silently(tab)
    tab.run("pass(20)")
    click(tab, "pain")
    number(tab, "pain-now", 4)
    assert tab.run("backcare.engine.state") == "playing"
    click(tab, "pain")
    number(tab, "pain-now", 5)
    assert tab.run("document.body.dataset.view") == "after"
    assert "Pain is up by 2 or more" in tab.run(
        "document.getElementById('advice-text').textContent"
    )
    words = line_of(tab)
    assert words[words.index("--stopped") + 1] == "pain-up-2"
    assert words[words.index("--after") + 1] == "5"


def test_on_a_day_of_much_pain_a_gentler_routine_is_named_once(opened: Any) -> None:
    tab = opened(routine("core-progress"))
    number(tab, "pain-before", 8)
    click(tab, "begin")
    assert "gentle flare-up routine" in tab.run(
        "document.querySelector('dialog[open]').textContent"
    )
    click(tab, "Not today")
    assert tab.run("document.body.dataset.view") == "before"
    click(tab, "begin")
    click(tab, "Begin all the same")
    assert tab.run("document.body.dataset.view") == "playing"


def test_why_one_stops_is_asked_with_the_reasons_of_the_exercise(opened: Any) -> None:
    tab = opened(HOLDS)
    silently(tab)
    click(tab, "stop")
    assert tab.run("backcare.engine.state") == "paused"
    click(tab, "Chest pain or severe breathlessness")
    assert "emergency" in tab.run("document.getElementById('advice-text').textContent")
    assert tab.run("document.getElementById('advice').className") == "rule urgent"
    assert "--stopped chest-pain" in " ".join(line_of(tab))


def test_without_a_voice_it_rings_and_offers_none(opened: Any) -> None:
    tab = opened(LOOSEN, script=NO_VOICE)
    assert tab.run("backcare.sound.kind") == "bell"
    tab.run("document.querySelector('.sound').click()")
    assert tab.run("backcare.sound.kind") == "silent"
    tab.run("document.querySelector('.sound').click()")
    assert tab.run("backcare.sound.kind") == "bell"


def test_the_screen_is_kept_awake_while_it_plays(opened: Any) -> None:
    lock = (
        VOICE
        + "window.locks = []; Object.defineProperty(navigator, 'wakeLock', { value: { request(kind) {"
        " locks.push(kind); return Promise.resolve({ addEventListener() {}, release() { locks.pop();"
        " return Promise.resolve(); } }); } } });"
    )
    tab = opened(LOOSEN, script=lock)
    click(tab, "begin")
    assert tab.run("locks") == ["screen"]
    click(tab, "leg")
    assert tab.run("locks") == []


def test_where_nothing_is_to_move_the_figure_stands_still(opened: Any) -> None:
    tab = opened(LOOSEN)
    tab.resize(*SIZES[0], still=True)
    silently(tab)
    drawn = "document.getElementById('picture').innerHTML"
    tab.run("pass(8); pass(1)")
    before = tab.run(drawn)
    tab.run("pass(1.3)")
    assert tab.run(drawn) == before
    assert before.count("<svg") == 2


def test_a_breath_is_paced_as_in_the_player(opened: Any) -> None:
    tab = opened(BREATHS)
    breath = next(b.exercise.breath for b in timeline(BREATHS).blocks if b.exercise.breath)
    phases = "backcare.script.blocks.find(each => each.breath).breath"
    for tenth in range(0, breath.length_s * 20, 7):
        now = tab.run(f"breathAt({phases}, {tenth / 10})")
        meant = breath_at(breath, tenth / 10)
        assert (now["phase"], now["left"]) == (meant.phase, meant.left_s)
        assert now["fill"] == pytest.approx(meant.fill, abs=1e-9)


def test_every_button_is_large_enough_and_inside_the_screen(opened: Any) -> None:
    tab = opened(HOLDS)
    small = """[...document.querySelectorAll("button")].filter(b => b.getClientRects().length)
      .map(b => [b.textContent, b.getBoundingClientRect()])
      .filter(([_, r]) => r.width < 48 || r.height < 48 || r.left < 0 || r.right > innerWidth + 0.5)
      .map(([words, r]) => [words, r.width, r.height])"""
    for size in (*SIZES, (844, 390), (360, 640)):
        tab.resize(*size)
        tab.run("backcare.face.view('before')")
        assert tab.run(small) == [], size
        silently(tab)
        tab.run("pass(9)")
        assert tab.run(small) == [], size
        assert tab.run("document.getElementById('stop').getBoundingClientRect().bottom") <= size[1]
        for dialog in ("pain", "stop"):
            click(tab, dialog)
            assert tab.run(small) == [], (size, dialog)
            tab.run("document.querySelector('dialog[open] .close').click()")
        click(tab, "leg")
        assert tab.run(small) == [], size


def test_it_is_led_by_keys_and_tells_a_screen_reader_names_and_no_seconds(opened: Any) -> None:
    tab = opened(LOOSEN)
    silently(tab)

    def press(key: str) -> None:
        tab.run(
            f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: {key!r}, bubbles: true}}))"
        )

    live = "document.getElementById('live').textContent"
    assert tab.run(live) == "Ankle Pumps"
    press("ArrowRight")
    assert tab.run(live) == "Pelvic Tilt"
    told = tab.run(live)
    tab.run("pass(4)")
    assert tab.run(live) == told
    press(" ")
    assert (tab.run("backcare.engine.state"), tab.run(live)) == ("paused", "Paused")
    press(" ")
    press("x")
    assert tab.run("document.querySelector('dialog[open]').id") == "ask-stop"


def test_the_line_takes_the_session_down_as_the_player_would(opened: Any, tmp_path: Path) -> None:
    from backcare_tui import cli
    from backcare_tui.diary.records.session import Session
    from backcare_tui.diary.when import Clock
    from backcare_tui.player.session import steps_done
    from backcare_tui.store import open_repository

    tab, engine, now = opened(HOLDS), Engine(timeline(HOLDS)), 0.0
    number(tab, "pain-before", 4)
    silently(tab)
    engine.go_on(now)
    for passed, way in ((150, ""), (0, "skip"), (60, ""), (0, "skip"), (0, "skip"), (30, "")):
        for _ in range(passed * 2):
            tab.run("pass(0.5); backcare.look()")
            now += 0.5
            engine.tick(now)
        if way:
            click(tab, way)
            engine.skip(now)
    click(tab, "stop")
    click(tab, "Done for now")
    number(tab, "pain-after", 3)
    number(tab, "effort", 2)
    words = line_of(tab)
    diary = tmp_path / "diary.json"
    assert words[0] == "backcare"
    at = words.index("--at") + 1
    assert re.fullmatch(r"2026-11-18T\d\d:\d\d", words[at])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BACKCARE_BACKUPS", str(tmp_path / "backups"))
        patch.setenv("BACKCARE_DIARY", str(diary))
        assert cli.run(words[1:]) == 0
    (session,) = open_repository(diary, Clock()).entries(Session)
    assert session.routine == HOLDS.id
    assert session.done_s == round(engine.played_s)
    assert (session.pain_before, session.pain_after, session.effort) == (4, 3, 2)
    assert session.stopped is None
    # How long is known of what was done to its end alone: a hold that was longer is as planned.
    done = steps_done(engine.timeline, engine)
    taken = [msgspec.structs.replace(each, done_s=None) for each in session.steps]
    assert taken == [msgspec.structs.replace(each, done_s=None) for each in done]
    assert {each.outcome for each in done} == {"done", "skipped", "stopped"}

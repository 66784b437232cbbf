"""The whole program in a real browser, at the size of a tablet, by touch alone."""

import signal
from typing import Any

import pytest

from backcare_tui.store.locked import places_of
from tests.browser import IS_HERE
from tests.serving.conftest import Start
from tests.serving.tablet import Tablet
from tests.shell.conftest import Shell
from tests.store.locks import WORDS, locked

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(not IS_HERE, reason="there is no chromium here"),
]
SIZES = [(1180, 820), (820, 1180)]
NOTE = "Größer als gestern, 走"


def removed(documents: list[dict[str, Any]]) -> list[bool]:
    return ["removed" in each for each in documents]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_day_by_touch_alone(
    shell: Shell, tablet: Tablet, serving: Start, size: tuple[int, int]
) -> None:
    step = {"exercise": "pelvic-tilt", "dose": {"reps": 1, "rep_s": 3}}
    shell.write({"routine": [{"name": "A Short One", "steps": [step]}]})
    shell.says("log", "pain", "4", "--at", "yesterday 20:00")
    shell.says("about", "conditions=none")
    _, address = serving()
    tablet.open(address, size)
    columns, rows = tablet.cells
    assert columns >= 80
    assert rows >= 24
    tablet.touch("enter begins", until="6 Trends")
    tablet.touch("Check-in", until="enter save")
    tablet.touch("  5  ", until="hard to ignore")
    tablet.touch("enter save", until="6 Trends")
    assert sorted(each["severity"] for each in shell.documents("pain")) == [4, 5]
    tablet.touch("w Water", until="water 250 ml")
    tablet.touch("u undoes", until="undone")
    assert removed(shell.documents("meal")) == [True]

    tablet.touch("3 Move", until="enter starts it")
    tablet.touch("A Short One", until="1 Pelvic Tilt")
    tablet.touch("enter start ", until="Pain 5, as you just said")
    tablet.touch("enter start ", until="space pause")
    tablet.touch("space pause", until="Space goes on.")
    tablet.rest(1000)
    assert "Stand still" not in tablet.text, "a finger that was lifted points at nothing"
    tablet.once("space go on")
    tablet.sees("How is your back now?")
    tablet.touch("  3  ", until="6 Trends")
    (session,) = shell.documents("session")
    assert (session["pain_before"], session["pain_after"]) == (5, 3)

    is_wide = "q quit" in tablet.text
    tablet.touch(", settings" if is_wide else "  ,  ", until="Colors")
    for _ in range(2):  # a row is gone to, and then changed
        tablet.once("Colors")
        tablet.rest(1000)
    tablet.until(lambda: b'"theme"' in shell.diary.read_bytes())
    tablet.touch("esc back", until="6 Trends")
    tablet.once("q quit" if is_wide else "  q  ")
    tablet.says("backcare is closed in this tab")
    assert tablet.tab.complaints == [] or all("WebGL" in each for each in tablet.tab.complaints)
    assert {each.split("/")[2] for each in tablet.tab.asked} == {address.split("/")[2]}


def test_a_note_is_typed_by_the_tablets_keyboard_and_kept_over_a_reload_and_in_two_tabs(
    shell: Shell, tablet: Tablet, serving: Start
) -> None:
    shell.says("log", "pain", "4", "--at", "yesterday 20:00")
    process, address = serving()
    tablet.open(address, SIZES[0])
    tablet.touch("enter begins", until="6 Trends")
    tablet.touch("n check-in", until="enter save")
    tablet.touch("  6  ", until="6 moderate")
    tablet.touch("Note", until="▌Note")
    tablet.button("keys")
    assert tablet.tab.run("document.activeElement.inputMode") == "text"
    tablet.compose(NOTE)
    tablet.sees("gestern, 走")

    tablet.anew(lambda: tablet.tab.call("Page.reload"))
    tablet.touch("n check-in", until="gestern, 走")
    tablet.touch("enter save", until="6 Trends")
    assert [each.get("note") for each in shell.documents("pain")] == [None, NOTE]

    other = Tablet(tablet.tab.beside())
    other.open(address.partition("#")[0], SIZES[1])
    other.touch("w Water", until="water 250 ml")
    tablet.sees("250 ml")
    other.touch("n check-in", until="enter save")
    other.touch("  2  ", until="2 mild")
    other.once("enter save")
    other.tab.call("Page.close")
    tablet.until(lambda: len(shell.documents("pain")) == 3)
    process.send_signal(signal.SIGINT)
    _, complained = process.communicate()
    assert (process.returncode, complained) == (0, "Ended. What was under way is kept.\n")


def test_a_finger_scrolls_and_a_connection_that_is_lost_is_a_sentence_and_comes_back(
    shell: Shell, tablet: Tablet, serving: Start
) -> None:
    shell.says("log", "pain", "4", "--at", "yesterday 20:00")
    process, address = serving()
    tablet.open(address, SIZES[0])
    tablet.touch("enter begins", until="6 Trends")
    tablet.touch("3 Move", until="enter starts it")
    tablet.drag("Desk Break", 6)
    tablet.until(lambda: "Up and Out of Bed" not in tablet.text)
    tablet.touch("n check-in", until="enter save")
    tablet.touch("  7  ", until="7 severe")
    process.send_signal(signal.SIGSTOP)
    tablet.says("The connection was lost.")
    tablet.button("again")
    tablet.says("cannot be reached")
    process.send_signal(signal.SIGCONT)
    tablet.anew(lambda: tablet.button("again"))
    tablet.touch("n check-in", until="7 severe")


def test_a_code_is_for_one_and_three_wrong_ones_close_it(tablet: Tablet, serving: Start) -> None:
    process, address = serving()
    page, _, code = address.partition("#")
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    tablet.show(page, SIZES[1])
    for answer in ("2 tries are left", "1 try is left", "has ended"):
        tablet.says("The code of six digits")
        tablet.enter("code", wrong)
        tablet.tab.run("document.querySelector('button').click()")
        tablet.says(answer)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "entered three times, so it has ended" in complained


def test_a_code_that_was_used_lets_nobody_else_in(tablet: Tablet, serving: Start) -> None:
    _, address = serving()
    tablet.open(address, SIZES[0])
    tablet.tab.call("Network.clearBrowserCookies")
    tablet.show("about:blank", SIZES[0])
    tablet.show(address, SIZES[0])
    tablet.says("The code was used already.")


def test_a_locked_diary_asks_for_its_passphrase_there(
    shell: Shell, tablet: Tablet, serving: Start
) -> None:
    shell.says("log", "pain", "4")
    locked(shell.diary)
    assert places_of(shell.diary).is_locked
    _, address = serving()
    tablet.open(address, SIZES[0])
    tablet.sees("The diary is locked")
    tablet.tab.call("Input.insertText", text=WORDS)
    tablet.touch("enter opens", until="Welcome to backcare")

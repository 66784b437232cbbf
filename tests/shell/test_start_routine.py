"""`backcare start`: the player at once, and the plain one that leads line by line."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
import pytest

from backcare_tui.app import BackcareApp
from backcare_tui.cli.plain import lead
from backcare_tui.cli.plain_conditions import HOW_TO_ANSWER, HOW_TO_STATE, OTHERWISE
from backcare_tui.cli.plain_questions import PAIN_NOW
from backcare_tui.cli.plain_world import World
from backcare_tui.cli.terminal import CannotDo
from backcare_tui.diary.records.routine import DoseChange, Routine, RoutineStep
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.guidance.safety import conditions_that_matter, stop_advice
from backcare_tui.library.routines import routine, routines
from backcare_tui.player.engine import Engine
from backcare_tui.player.introduction import room as room_for_words
from backcare_tui.player.session import UnderWay, read_under_way
from backcare_tui.player.timeline import timeline
from backcare_tui.screens.player.before import Before
from backcare_tui.screens.today.welcome import Welcome
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.player.playing import told
from tests.screens.seen import painted
from tests.shell.conftest import Shell
from tests.shell.test_start import loaded
from tests.stored import stored

SHORT = Routine(
    id="short",
    name="Short",
    steps=(
        RoutineStep("knee-to-chest", dose=DoseChange(hold_s=20, reps=1)),
        RoutineStep("cat-cow", dose=DoseChange(reps=2)),
    ),
)
QUICK: dict[str, Any] = {
    "id": "quick",
    "name": "Quick",
    "steps": [{"exercise": "belly-breathing", "dose": {"hold_s": 1}, "ready_s": 1}],
}


class Room:
    """A world in which a second is over at once, and a person who answers from a list."""

    def __init__(
        self,
        *answers: str | BaseException,
        has_person: bool = True,
        conditions: Iterable[str] = ("0",),
    ) -> None:
        self.seconds = 1000.0
        self.said: list[str] = []
        self.spoken: list[str] = []
        self.is_hushed = False
        self._answers = iter(answers)
        self._at: dict[float, Callable[[], None]] = {}
        self._has_person = has_person
        self._conditions = iter(conditions)

    def world(self, *, has_voice: bool = False) -> World:
        """It, as the plain player sees it."""
        ask = self._ask if self._has_person else None
        return World(lambda: self.seconds, self._sleep, self._say, ask, self if has_voice else None)

    def at(self, seconds: float, do: Callable[[], None]) -> None:
        """Have something happen once so many seconds are over."""
        self._at[1000.0 + seconds] = do

    def say(self, text: str) -> None:
        """The voice."""
        self.spoken.append(text)

    def hush(self) -> None:
        """The voice ends."""
        self.is_hushed = True

    def part(self) -> None:
        """The voice has said all."""

    def _say(self, *lines: str) -> None:
        self.said += lines

    def _ask(self, question: str) -> str:
        self.said.append(question)
        answers = self._conditions if question == HOW_TO_ANSWER else self._answers
        answer = next(answers, "")
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def _sleep(self, length_s: float) -> None:
        self.seconds += length_s
        for due in [each for each in self._at if each <= self.seconds]:
            self._at.pop(due)()


def interrupt() -> None:
    """Ctrl+C."""
    raise KeyboardInterrupt


def led_s(routine: Routine) -> int:
    """How long a routine takes by ear: what is said before each exercise has the time that it needs."""
    engine = Engine(timeline(routine))
    engine.make_room(room_for_words(engine.timeline))
    return engine.planned_s


@pytest.mark.parametrize("one", routines(), ids=lambda one: one.id)
def test_every_routine_plays_to_its_end_on_time_and_says_all(
    one: Routine, repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room(has_person=False)
    session = lead(one, repository, clock, room.world(has_voice=True))
    assert room.seconds - 1000 == pytest.approx(led_s(one), abs=0.1)
    assert session
    assert session.planned_s == session.done_s == led_s(one)
    assert {step.outcome for step in session.steps} == {"done"}
    assert repository.entries(Session) == (session,) or one.id == session.routine
    lines = [each.words for each in told(one)]
    assert room.spoken[:-1] == lines
    assert [each for each in room.said if each in lines] == lines


def test_it_says_what_to_do_a_line_an_event(repository: TinyRepository, clock: FrozenClock) -> None:
    room = Room("5", "4")
    lead(SHORT, repository, clock, room.world())
    starts = (
        "First: Knee to Chest, left side, on the back. Exercise 1 of 2, about 2 minutes left.",
        "One hold of 20 seconds on each side.",
        "Knee in.",
        "Hold, 20 seconds.",
        "3.",
        "Ease out. Now the right side.",
        "Ease out. The last one: Cat and Cow, on hands and knees. ",
        "1. Cat, round.",
        "Cow, sink.",
        "2, last one. Cat, round.",
        "Done. ",
    )
    for start in starts:
        assert any(line.startswith(start) for line in room.said), start
    assert room.said[-1].startswith("Saved Short 2 min · 5 → 4, Mon 23 Nov 08:12 · ")
    (session,) = repository.entries(Session)
    assert (session.pain_before, session.pain_after, session.stopped) == (5, 4, None)
    assert room.said[-1].endswith(session.id[:8])
    assert "player" not in stored(repository)


def test_nobody_is_asked_where_nobody_is_there(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room(has_person=False)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert (session.pain_before, session.pain_after) == (None, None)
    assert not [line for line in room.said if line.endswith("?")]


def test_a_wrong_number_is_a_sentence_and_asked_again(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room("eleven", "11", "3", "")
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert (session.pain_before, session.pain_after) == (3, None)
    assert room.said.count(PAIN_NOW) == 4
    assert '"eleven" is not a whole number from 0 to 10.' in room.said


def test_two_points_more_are_answered_with_the_stop_rule(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room("4", "6")
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert session.stopped == "pain-up-2"
    advice = stop_advice("pain-up-2", repository.settings())
    assert advice.text in room.said
    assert f"Source: {advice.source}" in room.said


def test_ctrl_c_keeps_what_was_done(repository: TinyRepository, clock: FrozenClock) -> None:
    room = Room("4", "", "3")
    room.at(45, interrupt)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert [(step.side, step.outcome) for step in session.steps] == [("left", "stopped")]
    assert session.done_s == pytest.approx(45, abs=1)
    assert (session.stopped, session.pain_after) == (None, 3)
    assert "Stopped." in room.said
    assert repository.entries(Session) == (session,) or repository.entries(Session)[0].updated
    assert "player" not in stored(repository)


def test_who_stops_may_say_why_and_is_told_what_to_heed(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("emergency_number", "01 2345")
    room = Room("", "9", "3", "")
    room.at(45, interrupt)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert session.stopped == "chest-pain"
    assert '"9" is not a whole number from 1 to 5.' in room.said
    assert stop_advice("chest-pain", repository.settings()).text in room.said
    assert any("call 01 2345." in line for line in room.said)


def test_ctrl_c_at_the_last_questions_is_no_answer(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room("4", KeyboardInterrupt(), KeyboardInterrupt())
    room.at(45, interrupt)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert session.pain_after is None
    assert len(repository.entries(Session)) == 1


def test_where_nothing_was_done_nothing_is_kept(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room("4")
    room.at(2, interrupt)
    assert lead(SHORT, repository, clock, room.world()) is None
    assert repository.entries(Session) == ()
    assert room.said[-1] == "Nothing was done yet, so nothing is kept."


def test_the_state_is_kept_on_the_way(repository: TinyRepository, clock: FrozenClock) -> None:
    room = Room(has_person=False)
    seen: list[UnderWay | None] = []
    look = lambda: seen.append(read_under_way(stored(repository).get("player")))  # noqa: E731
    for seconds in (2, 70, 100):
        room.at(seconds, look)
    lead(SHORT, repository, clock, room.world())
    blocks = [each.snapshot.block if each else None for each in seen]
    assert blocks == [None, 1, 2]
    assert seen[1]
    assert seen[1].routine == SHORT


def test_a_machine_that_slept_waits_for_a_key(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    def sleep_long() -> None:
        room.seconds += 3600

    room = Room("", "", "")
    room.at(20, sleep_long)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert session.done_s == pytest.approx(led_s(SHORT), abs=2)
    slept = room.said.index("Paused while the computer slept.")
    assert room.said[slept + 1] == "Enter goes on."


def test_the_voice_says_the_same_as_the_lines(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room(has_person=False)
    lead(SHORT, repository, clock, room.world(has_voice=True))
    assert {"3.", "2.", "1.", "Hold, 20 seconds."} <= set(room.spoken) & set(room.said)
    assert not room.is_hushed
    again = Room()
    again.at(45, interrupt)
    lead(SHORT, repository, clock, again.world(has_voice=True))
    assert again.is_hushed


def test_what_a_condition_rules_out_is_left_out_and_said_first(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("conditions", ["hip_replacement"])
    room = Room(has_person=False)
    session = lead(SHORT, repository, clock, room.world())
    assert session
    assert "knee-to-chest" not in {step.exercise for step in session.steps}
    (care,) = [line for line in room.said if "Hip replacement: " in line]
    assert not [line for line in room.said if "otherwise with: " in line and "Hip" in line]
    first = next(line for line in room.said if line.startswith("First: "))
    assert room.said.index(care) < room.said.index(first)


def test_what_a_condition_changes_is_said_first_and_as_the_step_comes_up(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("conditions", ["osteoporosis"])
    room = Room(has_person=False)
    bending = msgspec.structs.replace(SHORT, steps=(RoutineStep("cat-cow"),))
    lead(bending, repository, clock, room.world())
    assert any(
        line.startswith("Cat and Cow is adapted for you. Osteoporosis or thin bones: smaller")
        for line in room.said
    )
    first = next(n for n, line in enumerate(room.said) if line.startswith("First: "))
    assert "For you: smaller and slow, not to the end of either way." in room.said[first + 1]


def test_before_the_first_time_on_the_floor_it_names_the_way_down(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    told = "New to the floor? `backcare start down-and-up` leads down to it and up again."
    room, again = Room(has_person=False), Room(has_person=False)
    lead(SHORT, repository, clock, room.world())
    assert told in room.said
    lead(SHORT, repository, clock, again.world())
    assert told not in again.said


def test_where_nobody_can_answer_it_is_said_with_which_and_how_to_state_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    room = Room(has_person=False)
    lead(SHORT, repository, clock, room.world())
    at = room.said.index(OTHERWISE)
    assert "Hip replacement" in room.said[at + 1 : room.said.index(HOW_TO_STATE)]
    assert not {"conditions", "conditions_asked"} & stored(repository).keys()
    repository.set("conditions_asked", list(conditions_that_matter(SHORT)))
    again = Room(has_person=False)
    lead(SHORT, repository, clock, again.world())
    assert not {OTHERWISE, HOW_TO_STATE} & set(again.said)


def test_what_was_never_asked_is_asked_and_the_routine_fits_itself_to_it(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    asked = conditions_that_matter(SHORT)
    number = 1 + asked.index("hip_replacement")
    room = Room(conditions=["99", f"0 {number}", "hip", str(number)])
    session = lead(SHORT, repository, clock, room.world())
    assert f"{number} Hip replacement" in room.said
    assert "0 None of these" in room.said
    assert f'"99" is not numbers from 1 to {len(asked)}, or 0 alone.' in room.said
    assert "Saved: Hip replacement." in room.said
    assert session
    assert "knee-to-chest" not in {step.exercise for step in session.steps}
    assert repository.settings().conditions == {"hip_replacement"}
    assert repository.settings().conditions_asked == set(asked)
    again = Room()
    lead(SHORT, repository, clock, again.world())
    assert HOW_TO_ANSWER not in again.said


def test_none_of_these_is_an_answer_and_an_empty_line_is_not(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    left = Room(conditions=[""])
    assert lead(SHORT, repository, clock, left.world())
    assert any(line.startswith("Not stated yet: ") for line in left.said)
    assert not {"conditions", "conditions_asked"} & stored(repository).keys()
    denied = Room(conditions=["0"])
    lead(SHORT, repository, clock, denied.world())
    assert "Saved: none of these." in denied.said
    assert not any(line.startswith("Not stated yet: ") for line in denied.said)
    assert repository.settings().conditions == frozenset()
    assert repository.settings().conditions_asked == set(conditions_that_matter(SHORT))


def test_where_nothing_fits_it_is_not_played(
    repository: TinyRepository, clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = msgspec.structs.replace(SHORT, steps=())
    monkeypatch.setattr("backcare_tui.cli.plain.fitted", lambda *_: (empty, ()))
    with pytest.raises(CannotDo, match="No exercise of it is advised with what you stated"):
        lead(SHORT, repository, clock, Room().world())


def test_much_pain_before_a_hard_routine_is_asked_about(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    hard = msgspec.structs.replace(SHORT, level=3)
    room = Room("8", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        lead(hard, repository, clock, room.world())
    assert "Enter begins all the same; Ctrl+C leaves it for today." in room.said
    assert repository.entries(Session) == ()
    assert lead(hard, repository, clock, Room("8").world())


def test_what_a_crash_left_behind_is_kept_first(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    plan = timeline(routine("desk-break"))
    engine = Engine(plan)
    engine.go_on(0)
    for second in range(60):
        engine.tick(second)
    left = UnderWay(routine=routine("desk-break"), at=MONDAY, snapshot=engine.snapshot())
    repository.set("player", left)
    room = Room(has_person=False)
    lead(SHORT, repository, clock, room.world())
    assert {each.routine for each in repository.entries(Session)} == {"desk-break", "short"}
    assert room.said[0] == "A session was interrupted; what was done of it is kept."
    assert repository.undo()
    assert {each.routine for each in repository.entries(Session)} == {"desk-break"}


@pytest.mark.parametrize("value", [7, {"routine": 1}, {"snapshot": {}}])
def test_a_damaged_state_is_no_hindrance(
    value: object, repository: TinyRepository, clock: FrozenClock
) -> None:
    repository.set("player", value)
    assert lead(SHORT, repository, clock, Room(has_person=False).world())
    assert len(repository.entries(Session)) == 1


def test_a_disk_that_is_full_is_said_once_and_playing_goes_on(
    repository: TinyRepository,
    clock: FrozenClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise CannotKeep("The disk is full.")

    monkeypatch.setattr(repository, "set", refuse)
    monkeypatch.setattr(repository, "put", refuse)
    room = Room(has_person=False)
    with pytest.raises(CannotKeep):
        lead(SHORT, repository, clock, room.world())
    assert any(line.startswith("Done. ") for line in room.said)
    assert capsys.readouterr().err == "The disk is full.\n"


def test_a_reader_that_had_enough_ends_it_and_what_was_done_is_kept(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    def close() -> None:
        raise BrokenPipeError

    room = Room(has_person=False)
    room.at(45, close)
    with pytest.raises(BrokenPipeError):
        lead(SHORT, repository, clock, room.world())
    assert len(repository.entries(Session)) == 1


def test_it_plays_in_a_pipe_without_anything_of_the_full_screen(shell: Shell) -> None:
    shell.write({"routine": [QUICK]})
    heavy = {"textual", "rich", "asyncio", "platformdirs"}
    assert not loaded(shell, "start", "quick", "--plain") & heavy
    session = shell.entry("session")
    assert (session["routine"], session["name"], session["done_s"]) == ("quick", "Quick", 2)
    assert "outcome" not in session["steps"][0]  # done, as it is where nothing is stated


@pytest.fixture
def heeded() -> Iterator[None]:
    """Ctrl+C is heeded here and so by a child: whoever runs in the background begins deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.usefixtures("heeded")
def test_ctrl_c_ends_kindly(shell: Shell) -> None:
    with subprocess.Popen(
        shell.command("start", "desk-break", "--plain"),
        env=shell.env(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stderr
        for line in process.stdout:
            if line.startswith("First: "):
                break
        process.send_signal(signal.SIGINT)
        assert process.stdout.read() == "Stopped.\nNothing was done yet, so nothing is kept.\n"
        assert process.stderr.read() == ""
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_in_a_terminal_it_asks_before_and_after(shell: Shell) -> None:
    shell.write({"routine": [QUICK]})
    shell.says("about", "conditions=none")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        shell.command("start", "quick", "--plain"),
        env=shell.env(),
        stdin=theirs,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        answers = iter((b"5\n", b"4\n"))
        said = []
        for line in process.stdout:
            said.append(line)
            if line.startswith("Pain now"):
                os.write(ours, next(answers))
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0
    assert said[-1].startswith("Saved Quick 0 min · 5 → 4, ")


REFUSED = {
    "start desk-break": (
        "The full screen needs a terminal; `backcare start ROUTINE --plain` does without."
    ),
    "start nothing-such --plain": (
        'There is no routine "nothing-such"; `backcare routines` lists them.'
    ),
    "start six-week-back-care --plain": "Six-Week Back Care is a program of 6 weeks; ",
    "start desk-break --voice": (
        "--voice goes with --plain; in the full screen `backcare settings sound=voice` has it spoken."
    ),
    "start": "Missing: ROUTINE. See backcare start --help.",
}


@pytest.mark.parametrize(("words", "sentence"), REFUSED.items())
def test_a_wrong_word_is_a_sentence(shell: Shell, words: str, sentence: str) -> None:
    ended = shell.run(*words.split())
    assert (ended.returncode, ended.stdout, ended.stderr.count("\n")) == (2, "", 1)
    assert ended.stderr.startswith(sentence)
    assert not shell.diary.exists()


def test_a_routine_that_cannot_be_played_says_why(shell: Shell) -> None:
    shell.write({"routine": [{"id": "empty", "name": "Empty"}]})
    ended = shell.run("start", "empty", "--plain")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr.startswith("Empty cannot be played: steps: nothing is not ")


def test_without_a_voice_on_this_machine_the_words_are_written(shell: Shell) -> None:
    shell.write({"routine": [QUICK]})
    ended = subprocess.run(
        shell.command("start", "quick", "--plain", "--voice"),
        env=shell.env(PATH=""),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ended.stderr == "There is no speech program here; the words are only written.\n"
    assert "First: " in ended.stdout


@pytest.fixture
def seen(repository: TinyRepository) -> TinyRepository:
    """A diary in which the welcome was read."""
    repository.set("boundaries_seen", "2026-11-23")
    return repository


async def test_the_app_begins_with_the_routine(seen: TinyRepository, clock: FrozenClock) -> None:
    app = BackcareApp(seen, clock, start=SHORT)
    async with app.run_test(size=(80, 24)) as pilot:
        await painted(pilot)
        assert [type(screen) for screen in app.screen_stack].count(Before) == 1


async def test_on_the_first_run_the_welcome_comes_before_the_routine(
    repository: TinyRepository, clock: FrozenClock
) -> None:
    app = BackcareApp(repository, clock, start=SHORT)
    async with app.run_test(size=(80, 24)) as pilot:
        await painted(pilot)
        assert isinstance(app.screen, Welcome)
        await pilot.press("enter")
        await painted(pilot)
        assert Before in [type(screen) for screen in app.screen_stack]

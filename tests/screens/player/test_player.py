"""The player: what it shows, how it is led, and what it leaves in the diary."""

import pytest

from backcare_tui.diary.records.routine import DoseChange, RoutineStep
from backcare_tui.diary.repository import CannotKeep
from backcare_tui.library.exercises import Exercise, exercise
from backcare_tui.player import voice
from backcare_tui.player.engine import Engine
from backcare_tui.player.introduction import room
from backcare_tui.player.timeline import timeline
from backcare_tui.screens.player.after import After
from backcare_tui.screens.player.player import SLEPT, Player
from backcare_tui.store.tiny import TinyRepository
from backcare_tui.widgets.player.breath import BreathPacer
from backcare_tui.widgets.player.countdown import Countdown
from backcare_tui.widgets.player.figure_view import FigureView
from backcare_tui.widgets.player.letters import draw_words
from tests.conftest import AppAt
from tests.screens.player.conftest import Playing
from tests.screens.player.playing import (
    EASE,
    WHOLE_S,
    Seconds,
    begin,
    outcomes,
    player_of,
    sessions,
    under_way,
    wait,
    with_steps,
)
from tests.screens.seen import click, flowing, line_with, lines, painted, press, seen
from tests.stored import stored


def count(player: Player) -> str:
    return player.query_exactly_one(Countdown).text


async def test_a_routine_is_played_whole_and_saved_as_it_ends(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(WHOLE_S) as pilot:
        assert "All 3 exercises, 2 min 10." in seen(pilot)
        (saved,) = sessions(repository)
        assert (saved.pain_before, saved.pain_after, saved.done_s) == (3, None, WHOLE_S)
        await press(pilot, "2 enter")
        assert "saved 08:12" in seen(pilot)
    (saved,) = sessions(repository)
    assert (saved.pain_before, saved.pain_after) == (3, 2)
    assert saved.planned_s == timeline(EASE).length_s == WHOLE_S
    assert outcomes(saved) == [
        ("knee-to-chest", "left", "done"),
        ("knee-to-chest", "right", "done"),
        ("pelvic-tilt", None, "done"),
        ("belly-breathing", None, "done"),
    ]
    assert under_way(repository) is None


async def test_each_moment_says_what_where_how_long_and_what_comes(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing() as pilot:
        player = player_of(pilot)
        assert "Knee to Chest" in seen(pilot)
        assert "left side · get ready" in seen(pilot)
        assert "Lie on your back" in seen(pilot)
        assert count(player) == "8"
        await wait(pilot, seconds, 8)
        assert count(player) == "4"
        await wait(pilot, seconds, 4)
        assert "left side · hold" in seen(pilot)
        assert count(player) == "10"
        assert "Next: right side" in seen(pilot)
        assert "1 min 58 left · exercise 1 of 3 · bell · pain 3" in seen(pilot)
        await wait(pilot, seconds, 10)
        assert "Now the right side" in seen(pilot)
        assert "Next: Pelvic Tilt" in seen(pilot)


@pytest.mark.thorough
async def test_repetitions_are_counted_and_the_figure_moves_through_each(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(42 + 8) as pilot:
        player = player_of(pilot)
        places = set()
        for shown in ("1", "1", "2", "2", "3"):
            assert count(player) == shown
            places.add(player.query_exactly_one(FigureView).at)
            await wait(pilot, seconds, 2)
        assert "repetition 3 of 3" in seen(pilot)
        assert len(places) > 1


@pytest.mark.thorough
async def test_the_figure_leaves_a_hold_before_it_turns_to_the_other_side(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing() as pilot:
        player = player_of(pilot)
        picture = player.query_exactly_one(FigureView)
        await wait(pilot, seconds, 12)
        assert [picture.side, picture.is_marked] == ["left", True]
        held = picture.at
        await wait(pilot, seconds, 11)
        assert [picture.side, picture.is_marked] == ["left", False]
        await wait(pilot, seconds, 4)
        assert picture.side == "right"
        assert picture.at != held


@pytest.mark.thorough
async def test_breathing_is_paced_by_a_shape_in_place_of_the_figure(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing() as pilot:
        player = player_of(pilot)
        breath = player.query_exactly_one(BreathPacer)
        picture = player.query_exactly_one(FigureView)
        assert [breath.size.width > 0, picture.size.width > 0] == [False, True]
        await wait(pilot, seconds, 42 + 20 + 8)
        assert [breath.size.width > 0, picture.size.width > 0] == [True, False]
        assert "breathe in · 4" in seen(pilot)
        assert count(player) == "1:00"
        await wait(pilot, seconds, 4)
        assert "breathe out · 6" in seen(pilot)
        assert breath.fill == pytest.approx(1.0)
        await wait(pilot, seconds, 5)
        assert breath.fill < 0.3
        assert count(player) == "0:51"


async def test_space_and_a_click_pause_for_as_long_as_one_likes(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(15) as pilot:
        player = player_of(pilot)
        before, cue = count(player), player.stage.cue.words
        await press(pilot, "space")
        assert count(player) == "PAUSED"
        assert "Space goes on." in seen(pilot)
        assert "space go on" in lines(pilot)[-1]
        assert cue in flowing(pilot)
        await wait(pilot, seconds, 3600)
        assert player.engine.played_s == 15
        await press(pilot, "space")
        assert count(player) == before
        assert "space pause" in lines(pilot)[-1]
        await pilot.click(Countdown)
        await painted(pilot)
        assert count(player) == "PAUSED"


async def test_arrows_skip_and_go_back_and_what_was_skipped_is_kept_as_such(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(15) as pilot:
        await press(pilot, "right right")
        assert "Pelvic Tilt" in line_with(pilot, "Pelvic Tilt")
        await press(pilot, "left")
        assert "right side" in seen(pilot)
        await wait(pilot, seconds, 10)
        await press(pilot, "left")
        assert "Now the right side" in seen(pilot)
        await press(pilot, "right right right")
        assert "Begun, 25 s." in seen(pilot)
    (saved,) = sessions(repository)
    assert {outcome for *_, outcome in outcomes(saved)} == {"skipped"}
    assert saved.done_s == 25


@pytest.mark.thorough
async def test_plus_and_minus_change_the_time_and_the_repetitions(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(12) as pilot:
        player = player_of(pilot)
        await press(pilot, "plus")
        assert count(player) == "15"
        await press(pilot, "equals_sign minus minus")
        assert count(player) == "10"
        await press(pilot, "right right")
        await wait(pilot, seconds, 8)
        await press(pilot, "plus")
        assert "repetition 1 of 4" in seen(pilot)


@pytest.mark.thorough
async def test_restart_begins_anew_and_what_was_done_stays_done(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(30) as pilot:
        player = player_of(pilot)
        await press(pilot, "r")
        assert "left side · get ready" in seen(pilot)
        assert player.engine.outcomes[0] == "done"


async def test_two_points_more_end_it_kindly_and_are_kept_also_without_a_number_before(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds
) -> None:
    async with app_at() as pilot:
        for before, goes_on, said, stops in (
            ("3", "4", "pain 3 → 4", "5"),
            ("0", "1", "pain 0 → 1", "2"),
            ("enter", "3", "pain 3", "6"),
            ("enter", "3 4", "pain 4", "5"),
        ):
            await begin(pilot, seconds, before)
            await wait(pilot, seconds, 20)
            await press(pilot, goes_on)
            assert said in seen(pilot)
            assert isinstance(pilot.app.screen, Player), (before, goes_on)
            await press(pilot, stops)
            assert "Pain is up by 2 or more. Stop here." in flowing(pilot), (before, stops)
            assert "Farrar 2001" in flowing(pilot), (before, stops)
            (saved,) = sessions(repository)
            known = None if before == "enter" else int(before)
            assert (saved.pain_before, saved.pain_after) == (known, int(stops))
            assert saved.stopped == "pain-up-2", (before, stops)
            await press(pilot, "enter u")
            assert sessions(repository) == ()


@pytest.mark.thorough
async def test_what_is_skipped_while_it_is_paused_is_kept(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing() as pilot:
        await press(pilot, "space right right")
        held = under_way(repository)
        assert held is not None
        assert held.snapshot.block == 2


async def test_l_ends_it_for_symptoms_in_a_leg(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(20) as pilot:
        await press(pilot, "l")
        assert "spreading down means stop now" in flowing(pilot)
    (saved,) = sessions(repository)
    assert saved.stopped == "leg-symptoms"
    assert outcomes(saved) == [("knee-to-chest", "left", "stopped")]


@pytest.mark.thorough
async def test_leaving_early_asks_why_and_keeps_what_was_done(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds
) -> None:
    async with app_at() as pilot:
        for key, stopped in {
            "d": None,
            "1": "pain-up-2",
            "2": "leg-symptoms",
            "4": "dizziness",
            "5": "hip-pinch",
        }.items():
            await begin(pilot, seconds)
            await wait(pilot, seconds, 30)
            await press(pilot, f"x {key}")
            assert "Begun, 30 s." in seen(pilot), key
            (saved,) = sessions(repository)
            assert (saved.stopped, saved.done_s) == (stopped, 30)
            assert outcomes(saved) == [
                ("knee-to-chest", "left", "done"),
                ("knee-to-chest", "right", "stopped"),
            ]
            await press(pilot, "enter")
            if isinstance(pilot.app.screen, After):
                await press(pilot, "enter")
            await press(pilot, "u")
            assert sessions(repository) == (), key


@pytest.mark.thorough
async def test_thinking_better_of_it_goes_on_as_before(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(14) as pilot:
        player = player_of(pilot)
        shown = count(player)
        await press(pilot, "x")
        await wait(pilot, seconds, 60)
        await press(pilot, "escape")
        assert count(player) == shown
        await press(pilot, "space x escape")
        assert count(player) == "PAUSED"
        await press(pilot, "space x enter")
        assert count(player) == "PAUSED", "enter alone neither ends it nor goes on"


@pytest.mark.thorough
async def test_pain_is_told_by_mouse_too(playing: Playing, repository: TinyRepository) -> None:
    async with playing(14) as pilot:
        player = player_of(pilot)
        await click(pilot, "0-9")
        assert "How is your back now?" in seen(pilot)
        await press(pilot, "4")
        assert player_of(pilot) is player
        assert "pain 3 → 4" in seen(pilot)
        assert player.engine.state == "playing"
        await press(pilot, "y minus")
    assert sessions(repository)[0].pain_after == 10


async def test_nothing_played_is_nothing_saved(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(3) as pilot:
        await press(pilot, "x d")
        assert "nothing was played, so nothing is saved" in seen(pilot)
    assert sessions(repository) == ()
    assert under_way(repository) is None


async def test_a_closed_laptop_pauses_where_it_fell_asleep(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing(14) as pilot:
        player = player_of(pilot)
        seconds.now += 7200
        player.look()
        await painted(pilot)
        assert SLEPT in seen(pilot)
        assert count(player) == "PAUSED"
        assert player.engine.played_s == 14
        await press(pilot, "space")
        assert SLEPT not in seen(pilot)


@pytest.mark.thorough
async def test_any_size_at_any_moment_loses_nothing(
    playing: Playing, repository: TinyRepository, seconds: Seconds
) -> None:
    large, *_ = draw_words("Knee to Chest", 60, 4)
    huge, *_ = draw_words("Knee to Chest", 120, 8, is_huge=True)
    sizes = ((40, 12), (36, 10), (200, 60), (40, 24), (80, 16), (120, 40))
    async with playing(14) as pilot:
        player = player_of(pilot)
        for left_s, size in zip(range(7, 1, -1), sizes, strict=True):
            before = seen(pilot)
            await pilot.resize_terminal(*size)
            await wait(pilot, seconds, 1)
            assert count(player) == str(left_s), size
            assert any(each in seen(pilot) for each in ("Knee to Chest", large, huge)), size
            assert "left side · hold" in seen(pilot), size
            assert any(sign in seen(pilot) for sign in "█▀▄"), size
            await pilot.resize_terminal(80, 24)
            assert seen(pilot).split("\n")[-5] == before.split("\n")[-5], size


@pytest.mark.thorough
async def test_forty_by_twelve_shows_name_side_count_cue_next_and_progress(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(14, size=(40, 12)) as pilot:
        player = player_of(pilot)
        shown = seen(pilot)
        for words in ("Knee to Chest", "left side · hold", "Next: right side", "1 min 56 left"):
            assert words in shown
        assert "▔" in shown
        assert player.stage.cue.words in flowing(pilot)
        assert not player.query_exactly_one(FigureView).size


async def test_the_state_is_kept_at_each_block_and_every_half_minute(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    async with playing() as pilot:
        for passed_s, block in ((1, 0), (21, 1), (20, 2)):
            await wait(pilot, seconds, passed_s)
            held = under_way(repository)
            assert held is not None
            assert held.snapshot.block == block
        await wait(pilot, seconds, 20 + 40)
        held = under_way(repository)
        assert held is not None
        assert held.snapshot.played_s >= 92


class Recorder:
    """A voice that writes down what it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)

    def hush(self) -> None:
        self.said.append("")

    def part(self) -> None:
        self.said.append("over")


@pytest.mark.thorough
async def test_the_sound_is_changed_by_a_key_and_stays(
    playing: Playing, seconds: Seconds, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    monkeypatch.setattr(voice, "find_voice", lambda: recorder)
    async with playing() as pilot:
        await wait(pilot, seconds, 5)
        await press(pilot, "V")
        assert "· voice ·" in seen(pilot)
        await wait(pilot, seconds, 3)
        assert recorder.said[-1].startswith("First: Knee to Chest, left side, on the back.")
        await press(pilot, "enter")
        await wait(pilot, seconds, 5)
        assert recorder.said[-2:] == ["Knee in.", "Hold, 10 seconds."]
        await press(pilot, "V")
        assert "· silent ·" in seen(pilot)
    assert stored(repository)["sound"] == "silent"


@pytest.mark.thorough
async def test_the_voice_says_each_cue_and_leads_the_breath_and_ends_its_last_sentence(
    playing: Playing, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    monkeypatch.setattr(voice, "find_voice", lambda: recorder)
    repository.set("sound", "voice")
    engine = Engine(timeline(EASE))
    engine.make_room(room(engine.timeline))
    async with playing(engine.planned_s + 1):
        heard = " ".join(recorder.said)
        for each in EASE.steps:
            for cue in exercise(each.exercise).cues:
                assert f"{cue}." in heard
        assert recorder.said.count("Out.") == 4
        assert recorder.said[-2:] == ["Done. Rest a moment before you get up.", "over"]
    (session,) = sessions(repository)
    assert session.planned_s == session.done_s == engine.planned_s


@pytest.mark.thorough
async def test_after_a_pause_the_voice_says_where_one_goes_on(
    playing: Playing, seconds: Seconds, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    monkeypatch.setattr(voice, "find_voice", lambda: recorder)
    repository.set("sound", "voice")
    async with playing() as pilot:
        await press(pilot, "enter")
        await wait(pilot, seconds, 6)
        await press(pilot, "space")
        assert recorder.said[-1] == ""
        await press(pilot, "space")
        await wait(pilot, seconds, 1)
        assert recorder.said[-1] == "Going on. Hold, 8 seconds left."


@pytest.mark.thorough
async def test_without_a_speech_program_it_is_silent_and_goes_on(
    app_at: AppAt, repository: TinyRepository, seconds: Seconds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(voice, "find_voice", lambda: None)
    async with app_at() as pilot:
        for held in ("bell", "voice"):
            repository.set("sound", held)
            player = await begin(pilot, seconds)
            await wait(pilot, seconds, 14)
            assert ("no voice here" in seen(pilot)) is (held == "voice")
            await press(pilot, "V")
            assert "· silent ·" in seen(pilot), held
            assert player.engine.state == "playing", held
            await press(pilot, "x d enter")


@pytest.mark.thorough
async def test_the_bell_rings_at_the_marks_alone(
    playing: Playing, seconds: Seconds, repository: TinyRepository
) -> None:
    rung: list[float] = []
    async with playing() as pilot:
        player = player_of(pilot)
        player.sounds._ring = lambda: rung.append(seconds.now - 1000)
        await wait(pilot, seconds, 42)
        assert 0 < len(rung) < 10
        before = len(rung)
        await press(pilot, "V V" if player.sounds.voice else "V")
        await wait(pilot, seconds, 30)
        assert len(rung) == before


async def test_what_cannot_be_kept_is_said_and_playing_goes_on(
    playing: Playing, seconds: Seconds, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotKeep("The disk is full; nothing was saved.")

    async with playing() as pilot:
        player = player_of(pilot)
        with monkeypatch.context() as broken:
            broken.setattr(repository, "set", full)
            broken.setattr(repository, "put", full)
            await wait(pilot, seconds, 24)
            assert "! The disk is full" in seen(pilot)
            assert player.engine.state == "playing"
            await wait(pilot, seconds, WHOLE_S)
            assert "! The disk is full" in seen(pilot)
        await press(pilot, "2")
    (saved,) = sessions(repository)
    assert (saved.pain_after, saved.done_s) == (2, WHOLE_S)


@pytest.mark.thorough
async def test_help_pauses_and_names_every_key(
    playing: Playing, repository: TinyRepository
) -> None:
    async with playing(size=(100, 60)) as pilot:
        player = player_of(pilot)
        await press(pilot, "question_mark")
        for words in ("space pause", "l leg", "V sound"):
            assert words in flowing(pilot)
        await press(pilot, "escape")
        assert count(player) == "PAUSED"


@pytest.mark.thorough
async def test_an_exercise_without_a_figure_still_leads(
    playing: Playing, repository: TinyRepository, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_exercise: Exercise) -> None:
        return None

    monkeypatch.setattr("backcare_tui.screens.player.stage.figure_of", gone)
    async with playing(14) as pilot:
        player = player_of(pilot)
        assert count(player) == "8"


@pytest.mark.thorough
async def test_three_hundred_steps_are_played(app_at: AppAt, repository: TinyRepository) -> None:
    steps = [RoutineStep("pelvic-tilt", dose=DoseChange(reps=1, rep_s=1), ready_s=1)] * 300
    seconds = Seconds()
    async with app_at((120, 40)) as pilot:
        await begin(pilot, seconds, routine=with_steps(*steps))
        await wait(pilot, seconds, 300)
        assert "exercise 151 of 300" in seen(pilot)
        await wait(pilot, seconds, 300)
        assert "All 300 exercises, 10 min." in seen(pilot)
    assert len(sessions(repository)[0].steps) == 300


async def test_name_side_and_cue_are_large_from_100_by_30_on(app_at: AppAt) -> None:
    seconds = Seconds()
    async with app_at((100, 30)) as pilot:
        await begin(pilot, seconds, "4")
        words = ("Knee to Chest", "left side")
        for large in words:
            (first, *_) = draw_words(large, 90, 4)
            assert first in seen(pilot)
        assert player_of(pilot).stage.cue.size.height == 8
        await pilot.resize_terminal(99, 30)
        await painted(pilot)
        assert line_with(pilot, words[0])

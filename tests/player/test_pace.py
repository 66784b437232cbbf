"""More time before each exercise, and fewer repetitions said: in the player, the plain lines and on the mat alike."""

from backcare_tui.diary.settings import Settings
from backcare_tui.library.routines import routines
from backcare_tui.player.introduction import room
from backcare_tui.player.pace import paced
from backcare_tui.player.telling import lines_of
from backcare_tui.player.timeline import timeline
from backcare_tui.report.mat.page import mat_page
from backcare_tui.report.mat.script import mat_script


def test_the_time_to_get_ready_grows_and_nothing_else_does() -> None:
    for routine in routines():
        usual, twice = timeline(routine), timeline(paced(routine, "twice"))
        assert paced(routine, "") is routine
        for before, after, step in zip(
            usual.segments,
            twice.segments,
            (usual.blocks[each.block].step for each in usual.segments),
            strict=True,
        ):
            is_own = routine.steps[step].ready_s is not None
            is_longer = before.kind == "ready" and not is_own
            assert after.length_s == before.length_s * (2 if is_longer else 1), routine.id
        assert room(usual).keys() == room(twice).keys(), "the voice has the room that it had"


def test_of_repetitions_the_first_the_middle_and_the_last_are_said() -> None:
    quieter = 0
    for routine in routines():
        plan = timeline(routine)
        for at, segment in enumerate(plan.segments):
            each, ends = (lines_of(plan.blocks, plan.segments, at, c) for c in ("", "ends"))
            last = plan.blocks[segment.block].dose.reps
            is_kept = segment.kind != "rep" or segment.rep in {1, last}
            is_kept |= any("alfway" in line.words for line in each)
            assert ends == (each if is_kept else ()), (routine.id, at)
            quieter += each != ends
        told = mat_script(plan, "ends").segments
        assert [bool(each.lines) for each in told] == [
            bool(lines_of(plan.blocks, plan.segments, at, "ends")) for at in range(len(told))
        ]
    assert quieter > 50


def test_the_page_for_the_mat_keeps_the_pace() -> None:
    routine = routines()[0]
    pages = {mat_page(routine, Settings(getting_ready=each)) for each in ("", "longer", "twice")}
    assert len(pages) == 3

"""What can be done at once, as commands: the routine that fits now, and what advice names."""

from collections.abc import Iterator

from backcare_tui.diary.records.pain import Pain
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.acts import act_of, say_act
from backcare_tui.guidance.advice.table import Act, Advice
from backcare_tui.guidance.now import JUST_SAID, SomethingNow, pain_within, something_now
from backcare_tui.library.routines import routine as routine_of_library

THE_CHECK, SEE_ADVICE = "backcare log check", "backcare advice"


def say_lead(of: Advice, settings: Settings) -> Iterator[str]:
    """The command for what advice names, in a line; none where it names nothing."""
    if act := act_of(of, settings.conditions):
        yield f"  Do it: {command_of(act)} ({say_act(act, settings)})"


def command_of(act: Act) -> str:
    """The command that does it: `backcare start flare-up-gentle`."""
    commands = {"routine": f"backcare start {act.id}", "page": f"backcare learn {act.id}"}
    return commands.get(act.kind, THE_CHECK)


def say_something_now(found: SomethingNow) -> str:
    """`For now: backcare start flare-up-gentle (Flare-Up Gentle, 5 min)`; or what comes first."""
    if found.stops:
        return f"First: {THE_CHECK if found.asks_check else SEE_ADVICE}"
    if (best := found.best) is None:
        return ""
    is_whole = best.routine == routine_of_library(best.routine.id)
    when = "After the check" if found.asks else "For now"
    return f"{when}: backcare start {best.routine.id if is_whole else 'now'} ({best.words})"


def after_check_in(
    repository: Repository, clock: Clock, pain: Pain, *, is_care_said: bool
) -> Iterator[str]:
    """What there is for a pain that was just taken down, in a line; of an earlier moment nothing.

    Where what is said of the entry already asks for the check, that is not said again.
    """
    if not pain_within((pain,), clock.now(), JUST_SAID):
        return
    found = something_now(repository, clock)
    if not (found.stops and is_care_said):
        yield from filter(None, [say_something_now(found)])

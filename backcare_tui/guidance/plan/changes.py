"""What is not as in the week before, each with its reason. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import PlanChange, PlanLine
from backcare_tui.guidance.plan.parts import is_active
from backcare_tui.guidance.plan.progress import line_name
from backcare_tui.guidance.plan.table import say_why
from backcare_tui.text import say_list, say_minutes, say_times, sentence_case

SAME = "Nothing changes"


def changes_of(
    before: Iterable[PlanLine],
    after: Iterable[PlanLine],
    whys: Mapping[str, str],
    own: Iterable[Routine] = (),
) -> tuple[PlanChange, ...]:
    """Each difference of the active lines of two weeks.

    Args:
        before: The lines of the week before.
        after: Those of the next one.
        whys: The reason by the id of a line; under an empty id that of all others, under
            `days` that of what moved to other days alone.
        own: The person's own routines.
    """
    mine = tuple(own)
    old = {line.id: line for line in before if is_active(line)}
    new = {line.id: line for line in after if is_active(line)}
    found = []
    for id_, line in new.items():
        name = line_name(line, mine)
        if id_ not in old:
            words = f"{name} is new: {_amount(line)}"
            found.append(PlanChange(f"{words}.", whys.get(id_, line.why)))
        elif said := say_list(list(_differences(old[id_], line))):
            is_day_alone = replace(line, days=old[id_].days, why="") == replace(old[id_], why="")
            of_days = whys.get("days") or say_why("fits-day")
            why = of_days if is_day_alone else whys.get(id_, whys[""])
            found.append(PlanChange(f"{name}: {said}.", why))
    for id_, line in old.items():
        if id_ not in new:
            name = line_name(line, mine)
            found.append(PlanChange(f"{name} is left out.", whys.get(id_, whys[""])))
    return tuple(found) or (PlanChange(f"{SAME}.", whys[""]),)


def _amount(line: PlanLine) -> str:
    return f"{say_minutes(line.minutes or 0)}, {say_times(line.times)}"


def _differences(old: PlanLine, new: PlanLine) -> Iterator[str]:
    if old.minutes != new.minutes:
        was, now = say_minutes(old.minutes or 0), say_minutes(new.minutes or 0)
        yield f"{now} instead of {was}"
    if old.times != new.times:
        yield f"{say_times(new.times)} a week instead of {say_times(old.times)}"
    if (old.level or 1) != (new.level or 1):
        yield "a level up" if (new.level or 1) > (old.level or 1) else "a level down"
    elif old.steps != new.steps and old.minutes == new.minutes:
        yield "other steps"
    if old.days != new.days and old.times == new.times:
        yield f"on {say_list([sentence_case(day) for day in new.days])}"
    if old.time != new.time and new.time:
        yield f"at {new.time}"

"""`plan`: the week of one's own; `plan new` makes one, `plan renew` the next."""

import datetime as dt
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from backcare_tui.cli.advice import HOW_ON, say_advice
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.terminal import CannotDo, json_text, say, say_done
from backcare_tui.cli.values import answer, made
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.week_plan import WeekAnswer, WeekPlan
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.settings import SettingName
from backcare_tui.diary.when import Clock, week_of
from backcare_tui.guidance.about import stated
from backcare_tui.guidance.advice.current import what_stops
from backcare_tui.guidance.plan.current import plan_to_renew, week_plan_now
from backcare_tui.guidance.plan.intake import answers_as_records
from backcare_tui.guidance.plan.make import new_week
from backcare_tui.guidance.plan.progress import LineProgress, line_progress, playable
from backcare_tui.guidance.plan.renew import renewed_week
from backcare_tui.guidance.plan.weeks_kept import answer_of, plan_up_to, weeks_kept
from backcare_tui.guidance.safety import fitted
from backcare_tui.guidance.stated import kept
from backcare_tui.guidance.week_answers import WEEK_ANSWERS
from backcare_tui.library.exercises import exercise_name
from backcare_tui.store.retrying import anew
from backcare_tui.text import (
    clean,
    say_day,
    say_list,
    say_minutes,
    say_time,
    sentence_case,
    with_times,
)

NONE_YET = (
    "There is no plan yet. backcare plan new makes a week of your own; every answer is optional, "
    "such as --minutes 10."
)
RENEW = "This week is over: backcare plan renew --felt right makes the next one (or easy, or hard)."
OPTIONS: dict[SettingName, str] = {
    "minutes_a_day": "minutes",
    "usual_bed": "bed",
    "usual_up": "up",
    "course_wish": "course",
}
"""The words of the command for answers that have another name in the file."""


def plan(args: Namespace, path: Path, clock: Clock) -> int:
    """Say the week, make one, or make the next.

    Raises:
        BadValue: For an answer that cannot be taken; nothing is changed.
        CannotDo: If there is no plan to renew.
        CannotKeep: If it could not be made durable.
    """
    repository = open_repository(path, clock)
    if args.action == "new":
        answers = dict(_answers(args, repository, clock))
        week = anew(lambda: _made(repository, clock, answers))
        _tell(repository, clock, week, args, say_done)
    elif args.action == "renew":
        week = anew(lambda: _renewed(repository, clock, args))
        _tell(repository, clock, week, args, say_done)
    else:
        _tell(repository, clock, week_plan_now(repository, clock), args, say)
    return 0


def _made(repository: Repository, clock: Clock, answers: dict[SettingName, Any]) -> WeekPlan:
    """Keep the answers and the week that follows from them, as one change."""
    with repository.alone():
        as_answered = repository.snapshot()
        as_answered.set_all(answers)
        week = new_week(as_answered, clock)
        records = answers_as_records(repository, answers)
        repository.put(*records, week, summary="made a plan of the week")
    return week


def _renewed(repository: Repository, clock: Clock, args: Namespace) -> WeekPlan:
    """Keep what was said of a week and the next one, as one change."""
    with repository.alone():
        last = plan_up_to(weeks_kept(repository), clock.today())
        if last is None:
            raise CannotDo("There is no plan to renew yet; backcare plan new makes one.")
        answer = _answer(repository, last, args)
        week = renewed_week(repository, clock, answer)
        repository.put(answer, week, summary="renewed the plan of the week")
    return week


def _answer(repository: Repository, last: WeekPlan, args: Namespace) -> WeekAnswer:
    """What is said of the week now; what was said before and is not said anew stays."""
    there = answer_of(repository, last.week)
    said: dict[str, Any] = {
        "felt": args.felt,
        "given_up": args.given_up,
        "barriers": tuple(dict.fromkeys(args.barrier or ())) or None,
        "days_off": args.days_off,
    }
    stated = {name: value for name, value in said.items() if value is not None}
    if there:
        return replace(there, **stated)
    return made(WeekAnswer, {"week": last.week, **stated})


def _answers(
    args: Namespace, repository: Repository, clock: Clock
) -> Iterator[tuple[SettingName, Any]]:
    """The settings that hold what was answered, and that the questions were gone through."""
    yield "introduced", clock.today()
    for row in WEEK_ANSWERS:
        option = OPTIONS.get(row.setting, row.setting)
        if (text := getattr(args, option) or "").strip():
            yield row.setting, answer(row, text, clock, f"--{option.replace('_', '-')}")
    if args.limit:
        yield from _limits(args.limit, repository, clock).items()


def _limits(limits: list[str], repository: Repository, clock: Clock) -> dict[SettingName, Any]:
    """The conditions that were stated, as `about` keeps them; those of before stay."""
    row, settings = stated("conditions"), repository.settings()
    named = answer(row, ",".join(limits), clock, "--limit")
    return kept(row, named | (settings.conditions if named else frozenset()), settings)


def _tell(
    repository: Repository,
    clock: Clock,
    week: WeekPlan | None,
    args: Namespace,
    tell: Callable[..., None],
) -> None:
    if args.json:
        tell(json_text(_document(repository, clock, week)))
    elif week is None:
        tell(NONE_YET)
    else:
        tell(*_lines(repository, clock, week))


def _lines(repository: Repository, clock: Clock, week: WeekPlan) -> Iterator[str]:
    for advice in what_stops(repository, clock):
        yield from say_advice(advice)
        yield HOW_ON
    first = say_day(week.week, clock.today())
    yield f"Week of {first}, up to {say_minutes(week.minutes_a_day)} a day"
    own, conditions = repository.entries(Routine), repository.settings().conditions
    for each in line_progress(repository, clock, week):
        yield ""
        yield _line(each)
        if each.line.steps:
            names = say_list([exercise_name(id_) for id_ in _steps(each, own, conditions)])
            yield f"  {names}"
        if each.line.why:
            yield f"  Why: {clean(each.line.why)}"
    if week.changes:
        yield ""
        yield "What changed"
    for change in week.changes:
        yield f"- {with_times(clean(change.what))}"
        yield f"  Why: {clean(change.why)}"
    if plan_to_renew(repository, clock):
        yield ""
        yield RENEW


def _line(of: LineProgress) -> str:
    line = of.line
    parts = [of.name]
    if line.minutes:
        parts.append(say_minutes(line.minutes))
    if line.days:
        parts.append(say_list([sentence_case(day) for day in line.days]))
    if line.time:
        parts.append(say_time(line.time))
    if line.kind != "read":
        parts.append(f"{of.done} of {line.times} done")
    return " · ".join(parts)


def _steps(of: LineProgress, own: Iterable[Routine], conditions: frozenset[str]) -> tuple[str, ...]:
    """The exercises of a line as they are played for the person."""
    played = playable(of.line, own) if of.line.kind == "routine" else None
    if played is None:
        return ()
    return tuple(step.exercise for step in fitted(played, conditions)[0].steps)


def _document(repository: Repository, clock: Clock, week: WeekPlan | None) -> dict[str, Any]:
    """The week for programs; without a plan the running week, with no minutes and no lines."""
    if week is None:
        first = week_of(clock.today(), repository.settings().first_weekday)[0]
        return _head(first, None, [], []) | {"verdict": "no", "stands": [], "renew": False}
    own, conditions = repository.entries(Routine), repository.settings().conditions
    lines = [
        {
            "kind": each.line.kind,
            "id": each.line.id,
            "name": each.name,
            "minutes": each.line.minutes,
            "days": list(each.line.days),
            "time": each.line.time,
            "times": each.line.times,
            "done": each.done,
            "level": each.line.level,
            "steps": list(_steps(each, own, conditions)),
            "why": each.line.why,
        }
        for each in line_progress(repository, clock, week)
    ]
    changes = [{"what": each.what, "why": each.why} for each in week.changes]
    stands = [each.id for each in what_stops(repository, clock)]
    head = _head(week.week, week.minutes_a_day, lines, changes)
    is_over = plan_to_renew(repository, clock) is not None
    return head | {"verdict": "yes", "stands": stands, "renew": is_over}


def _head(
    first: dt.date, minutes: int | None, lines: list[Any], changes: list[Any]
) -> dict[str, Any]:
    return {
        "week": first.isoformat(),
        "minutes_a_day": minutes,
        "lines": lines,
        "changes": changes,
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"plan": plan}

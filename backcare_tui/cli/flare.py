"""`flare`: one's own flare plan, printed, on paper, or written anew."""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import to_builtins

from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.targets import tell_unlocked
from backcare_tui.cli.terminal import WrongWords, say, say_done, say_json
from backcare_tui.cli.written import target_of, write_or_complain
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.records.team import Person
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.flare_plan import FlarePlan, flare_plan, say_kept, written_plan
from backcare_tui.guidance.flare_plan_pieces import PlanPiece, plan_pieces, say_written
from backcare_tui.guidance.past_flares import PastFlares, past_flares
from backcare_tui.guidance.reading import UNCITED
from backcare_tui.report.flare_paper import ON_IT, TITLE, flare_paper
from backcare_tui.text import sentence_case

WRITE = "write"
NOT_WRITTEN = {
    "own": "No lines of your own yet: backcare flare write --line TEXT, up to three times.",
    "call": "Nobody yet: backcare flare write --call TEXT.",
}


def flare(args: Namespace, path: Path, clock: Clock) -> int:
    """Print the plan, write it to a file, or keep what the person wrote for a bad day.

    Raises:
        WrongWords: If there is nothing to keep, or an option belongs to another way.
        BadValue: If a line or the routine cannot be taken.
        CannotDo: If the file is the diary, or a PDF where none can be made.
        CannotWrite: If the file is there already, or cannot be written.
    """
    written = {
        name: value
        for name, value in (("lines", args.line), ("call", args.call), ("routine", args.routine))
        if value is not None
    }
    if args.what == WRITE:
        return _write(written, path, clock)
    if written:
        raise WrongWords("--line, --call and --routine go with write: backcare flare write.")
    target = target_of(args.what, path) if args.what is not None else None
    repository = open_repository(path, clock)
    past = past_flares(repository, clock)
    plan = flare_plan(repository, clock, past)
    if target:
        args.file = args.what
        paper = flare_paper(plan, clock.today(), repository.settings().region)
        write_or_complain(paper, target, ON_IT, _verdict(past), args)
        tell_unlocked(path)
    elif args.json:
        say_json(_document(plan))
    else:
        say(*_lines(plan, clock))
    return 0


def _verdict(past: PastFlares) -> str:
    return "yes" if past.is_enough else "too-few-flares"


def _write(written: Mapping[str, str | Sequence[str]], path: Path, clock: Clock) -> int:
    """Keep what was stated; what was not stays as it is."""
    if not written:
        raise WrongWords("write: nothing to keep; name --line, --call or --routine.")
    repository = open_repository(path, clock)
    with repository.alone():
        kept = written_plan(
            repository.settings().flare_plan,
            written,
            repository.entries(Person),
            repository.entries(Routine),
            clock.today(),
        )
        words = say_kept(kept)
        repository.set_all({"flare_plan": kept}, words)
    say_done(sentence_case(words))
    return 0


def _lines(plan: FlarePlan, clock: Clock) -> Iterator[str]:
    written = say_written(plan)
    yield f"{TITLE}{f', {written}' if written else ''}"
    for piece in plan_pieces(plan, clock.today()):
        yield ""
        yield piece.title
        yield from _points(piece, plan)
    yield ""
    yield UNCITED


def _points(piece: PlanPiece, plan: FlarePlan) -> Iterator[str]:
    if not piece.points:
        yield NOT_WRITTEN[piece.kind]
    for point in piece.points:
        yield f"- {point.says}"
        if point.cited:
            yield f"  From: {point.cited}"
    if piece.kind == "begin" and plan.routine:
        yield f"  backcare start {plan.routine.id}"
    if piece.kind == "stands":
        yield "  The check for warning signs: backcare log check"


def _document(plan: FlarePlan) -> Mapping[str, Any]:
    past = plan.past or PastFlares()
    return {
        "verdict": _verdict(past),
        "flares": len(past.lengths),
        "unfinished": past.unfinished,
        "days": _days(past),
        "helped": [to_builtins(each) for each in past.marked],
        "done": [to_builtins(each) for each in past.done],
        "last": to_builtins(past.last) if past.last else None,
        "now": past.now.first.isoformat() if past.now else None,
        "own": to_builtins(plan.own),
        "call": plan.call,
        "routine": plan.routine.id if plan.routine else None,
        "stands": [each.id for each in plan.stands],
        "general": to_builtins(plan.general) if plan.is_general else None,
        "worry": [to_builtins(each) for each in plan.worry],
    }


def _days(past: PastFlares) -> Mapping[str, float] | None:
    if past.median is None:
        return None
    return {"median": past.median, "least": min(past.lengths), "most": max(past.lengths)}


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"flare": flare}

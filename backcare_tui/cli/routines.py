"""`routines`: what there is to do; and routines out to a file, and in from one."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from backcare_tui.cli import lookup as chosen
from backcare_tui.cli import plain_pages as pages
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.targets import refuse_to_overwrite, tell_unlocked
from backcare_tui.cli.terminal import (
    CannotDo,
    WrongWords,
    columns,
    complain,
    say,
    say_done,
    say_json,
)
from backcare_tui.diary.codec import write_document
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.routine import OwnExercise, Routine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.files import write_whole
from backcare_tui.guidance.safety import fitted
from backcare_tui.insight.movement.programs import ProgramProgress, progress, say_week, under_way
from backcare_tui.library.routines import Program
from backcare_tui.library.routines import programs as library_programs
from backcare_tui.library.routines import routines as library_routines
from backcare_tui.player.timeline import length_s, say_length, timeline
from backcare_tui.text import clean, say_count, say_near_day, say_times
from backcare_tui.wording.therapy.write import text_of


def routines(args: Namespace, path: Path, clock: Clock) -> int:
    """The routines and programs, or one with all that is in it; and the files they are shared by.

    Raises:
        WrongWords: For a routine that there is not.
        CannotDo: If a file cannot be read, written or taken in.
        CannotKeep: If what it holds could not be made durable; nothing is added.
    """
    _refuse_mixtures(args)
    repository = open_repository(path, clock)
    if args.paper:
        _print(args, repository, path)
    elif args.bring:
        _import(args, repository)
    elif args.export:
        _export(args, repository, path)
    elif args.id:
        _show_one(args, repository, clock)
    else:
        _show_all(args, repository, clock)
    return 0


def _refuse_mixtures(args: Namespace) -> None:
    """Words that do not go together.

    Raises:
        WrongWords: Saying which.
    """
    if args.bring and (args.export or args.id):
        raise WrongWords("--import takes in all that a file holds; nothing else goes with it.")
    if (args.text or args.paper) and (args.export or args.bring or not args.id or args.json):
        raise WrongWords("--text and --print are for one routine; name it, and nothing else.")
    if args.dry_run and not args.bring:
        raise WrongWords("--dry-run goes with --import.")
    if args.force and not (args.export or args.paper):
        raise WrongWords("--force goes with --export and --print.")
    if args.json and (args.export or args.bring):
        raise WrongWords("--json is for showing routines; files are JSON in any case.")
    if len(args.id) > 1 and not args.export:
        raise WrongWords("One routine at a time is shown; only --export takes several.")


def _show_all(args: Namespace, repository: Repository, clock: Clock) -> None:
    known = _known(repository)
    done = repository.entries(Session)
    where = _progress(repository, clock)
    if args.json:
        say_json(
            {
                "routines": [_routine_facts(each, done) for each in known],
                "programs": [_program_facts(each, where) for each in library_programs()],
            }
        )
        return
    last = {session.routine: session.day for session in done}
    rows = [
        (
            chosen.shown_id(each.id),
            clean(each.name),
            say_length(each),
            say_near_day(last[each.id], clock.today()) if each.id in last else "",
        )
        for each in known
    ]
    for program in library_programs():
        at = say_week(where).lower() if where and where.program.id == program.id else ""
        rows.append((program.id, program.name, say_count(len(program.weeks), "week"), at))
    say(*columns(rows))


def _show_one(args: Namespace, repository: Repository, clock: Clock) -> None:
    own = _own(repository)
    meant = chosen.routine_or_program(args.id[0], own)
    conditions = repository.settings().conditions
    if isinstance(meant, Program):
        where = _progress(repository, clock)
        here = where if where and where.program.id == meant.id else None
        if args.json:
            say_json(msgspec.to_builtins(meant) | _program_facts(meant, here))
        else:
            say(*map(clean, pages.program_page(meant, here)))
        return
    if args.text:
        say(*text_of(meant, repository.entries(OwnExercise)).splitlines())
        return
    done = repository.entries(Session)
    if args.json:
        fits = fitted(meant, conditions)[1]
        facts = {**_routine_facts(meant, done), "changed_for_you": msgspec.to_builtins(fits)}
        say_json(write_document(meant) | facts)
        return
    say(*map(clean, pages.routine_page(meant, conditions)))
    if times := [session.day for session in done if session.routine == meant.id]:
        say(f"Done: {say_times(len(times))}, last {say_near_day(times[-1], clock.today())}")


def _import(args: Namespace, repository: Repository) -> None:
    from backcare_tui.exchange.routines import bring_in_routines, read_routines
    from backcare_tui.exchange.source import CannotImport

    try:
        given = read_routines(Path(args.bring), lambda each: timeline(each).length_s)
    except CannotImport as error:
        raise CannotDo(str(error)) from error
    taken = bring_in_routines(repository, given, dry_run=args.dry_run)
    added = "would be added" if args.dry_run else "added"
    tell = say if args.dry_run else say_done
    tell(
        f"{len(taken.added)} {added}, {taken.known} known",
        *columns(
            (chosen.shown_id(each.id), clean(each.name), say_length(each)) for each in taken.added
        ),
    )


def _export(args: Namespace, repository: Repository, diary: Path) -> None:
    from backcare_tui.exchange.routines import export_routines

    own = _own(repository)
    meant = [chosen.routine(text, own) for text in args.id] if args.id else own
    if not meant:
        raise CannotDo(
            "There are no routines of your own yet; name one of the library's to export it."
        )
    to_output = args.export == "-"
    if not to_output:
        refuse_to_overwrite(Path(args.export), diary, force=args.force)
    once = {each.id: each for each in meant}
    data = export_routines(once.values())
    if to_output:
        say_json(json.loads(data))
        return
    write_whole(Path(args.export), data)
    say_done(f"Exported {say_count(len(once), 'routine')} to {clean(args.export)}")


def _print(args: Namespace, repository: Repository, diary: Path) -> None:
    from backcare_tui.cli.written import target_of
    from backcare_tui.report.routine_paper import routine_paper
    from backcare_tui.report.writing import not_shown, write_page

    target = target_of(args.paper, diary, (".pdf", ".html"))
    routine = chosen.routine(args.id[0], _own(repository))
    paper = routine_paper(routine, repository.settings())
    write_page(paper, target, force=args.force)
    say_done(f"Written to {clean(args.paper)}")
    if trouble := not_shown(paper, target):
        complain(f"{trouble} HTML can show them.")
    tell_unlocked(diary)


def _own(repository: Repository) -> tuple[Routine, ...]:
    return tuple(sorted(repository.entries(Routine), key=lambda each: each.name.casefold()))


def _known(repository: Repository) -> tuple[Routine, ...]:
    """One's own routines, then those of the library."""
    own = _own(repository)
    taken = {each.id for each in own}
    return (*own, *(each for each in library_routines() if each.id not in taken))


def _progress(repository: Repository, clock: Clock) -> ProgramProgress | None:
    """Where one is in the program that is under way."""
    found = under_way(repository.entries(Plan), clock.today())
    return progress(*found, repository.entries(Session)) if found else None


def _routine_facts(routine: Routine, done: Iterable[Session]) -> dict[str, Any]:
    days = [session.day.isoformat() for session in done if session.routine == routine.id]
    return {
        "id": routine.id,
        "name": routine.name,
        "own": all(routine is not each for each in library_routines()),
        "level": routine.level,
        "length_s": length_s(routine),
        "times_done": len(days),
        "last_done": days[-1] if days else None,
    }


def _program_facts(program: Program, where: ProgramProgress | None) -> dict[str, Any]:
    is_here = where is not None and where.program.id == program.id
    return {
        "id": program.id,
        "name": program.name,
        "length_weeks": len(program.weeks),
        "under_way": _progress_facts(where) if where and is_here else None,
    }


def _progress_facts(where: ProgramProgress) -> dict[str, Any]:
    return {
        "week": where.week.week,
        "time": where.time,
        "is_over": where.is_over,
        "parts": [
            {"routine": part.routine, "done": part.done, "times": part.times}
            for part in where.parts
        ],
    }


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"routines": routines}

"""A page that a command made: printed or written, with what is on it, and told to programs."""

import re
from argparse import Namespace
from collections.abc import Collection
from pathlib import Path
from shlex import quote
from typing import Any

from backcare_tui.cli.targets import refuse_own
from backcare_tui.cli.terminal import (
    CannotDo,
    WrongWords,
    complain,
    json_text,
    say,
    say_done,
    say_json,
)
from backcare_tui.files import refuse_to_write_over
from backcare_tui.report.hand_over import HandOverData
from backcare_tui.report.paper import Paper
from backcare_tui.report.writing import PAGE, RENDERED, NoPdf, not_shown, read_target, write_page
from backcare_tui.text import clean

SHEET = re.compile(rb"/Type\s*/Page\b")
"""What stands once in a PDF for each of its sheets."""


def target_of(text: str, diary: Path, endings: tuple[str, ...] = PAGE) -> Path:
    """The file that is meant, which is never the diary.

    Raises:
        WrongWords: If its name ends in none of the endings.
        CannotDo: If it is the diary, or a PDF where none can be made.
    """
    try:
        target = read_target(text, endings)
    except NoPdf as error:
        raise CannotDo(str(error)) from error
    except ValueError as error:
        raise WrongWords(str(error)) from error
    refuse_own(target, diary)
    return target


def parts_of(stated: str | None, known: Collection[str]) -> tuple[str, ...]:
    """The parts of a page that are meant: all of them where none is named.

    Raises:
        WrongWords: If one is none of those that there are.
    """
    if stated is None:
        return tuple(known)
    names = [name.strip() for name in stated.split(",")]
    for name in names:
        if name not in known:
            raise WrongWords(f'parts: "{name}" is none of {", ".join(known)}.')
    return tuple(part for part in known if part in names)


def say_page(paper: Paper, ending: str, on_it: str, verdict: str, args: Namespace) -> None:
    """Print a page; what is on it is said beside it."""
    page = RENDERED[ending](paper)
    if args.json:
        say_json(page_as_json(page, ending, None, verdict=verdict, on_it=on_it))
    else:
        complain(on_it)
        say(*page.decode().splitlines())


def write_or_complain(
    paper: Paper, target: Path, on_it: str, verdict: str, args: Namespace
) -> None:
    """Say what is on a page, write it, and say where it is and what of it could not be shown.

    Raises:
        CannotWrite: If the file is there already, or cannot be written.
    """
    refuse_to_write_over(target, force=args.force)
    if not args.json:
        say(on_it)
    page = write_page(paper, target, force=args.force)
    trouble = not_shown(paper, target)
    if args.json:
        ending = target.suffix.lower()
        facts = page_as_json(page, ending, target, verdict=verdict, on_it=on_it)
        facts["trouble"] = trouble or None
        say_done(json_text(facts))
        return
    say_done(f"Written to {clean(args.file)}")
    if trouble:
        html = quote(str(Path(args.file).with_suffix(".html")))
        complain(f"{trouble} HTML can show them: backcare {args.command} {html}")


def of_data(about: HandOverData) -> str:
    """The verdict of a page: `yes` where anything was taken down in its time, else `no`."""
    is_anything = about.pain or about.sleep or about.visits or about.sessions.count
    return "yes" if is_anything else "no"


def page_as_json(
    page: bytes, ending: str, target: Path | None, *, verdict: str, on_it: str
) -> dict[str, Any]:
    """What was made.

    Args:
        page: The whole of it.
        ending: What kind of file it is: `.pdf`.
        target: Where it was written to; None where it was not, and so is in the answer itself.
        verdict: As the command says it.
        on_it: What is on the page and what is not, in a sentence.
    """
    return {
        "verdict": verdict,
        "file": None if target is None else str(target),
        "format": ending.removeprefix("."),
        "pages": len(SHEET.findall(page)) if ending == ".pdf" else None,
        "bytes": len(page),
        "on_it": on_it,
        **({"text": page.decode()} if target is None else {}),
    }

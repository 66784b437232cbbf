"""`log check` and `log check-up`: warning signs, and that a professional has looked at them."""

from argparse import Namespace

from backcare_tui.cli.advice import say_advice
from backcare_tui.cli.log import said
from backcare_tui.cli.typed import moment, value
from backcare_tui.diary.care import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.facts import gather
from backcare_tui.guidance.now import answers_check
from backcare_tui.guidance.table import advise
from backcare_tui.library.taxonomy import red_flags, words

NONE_MARKED = "If any of the warning signs begins, make the check again."


def check(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down the marks, and say what to do now; none are marked where no flag is named.

    Raises:
        BadValue: For what is no warning sign.
    """
    marked = [_flag(text) for text in args.flags]
    record = Check(
        at=moment(args.at, clock),
        red_flags=tuple(each.id for each in red_flags() if each.id in marked),
        mood_flags=tuple(each.id for each in words("mood_flags") if each.id in marked),
        note=value(Check, "note", args.note),
    )
    repository.add(record, summary="the check for warning signs")
    advice = filter(answers_check, advise(gather(repository, clock)))
    lines = [line for each in advice for line in say_advice(each)] if marked else [NONE_MARKED]
    return "\n".join([said("Saved", record, clock), *lines])


def check_up(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down that a professional has looked at it."""
    at, note = moment(args.at, clock), value(Check, "note", args.note)
    record = Check(at=at, is_check_up=True, note=note)
    repository.add(record, summary="a check-up")
    return said("Saved", record, clock)


def _flag(text: str) -> str:
    known = {each.id for each in red_flags()} | {each.id for each in words("mood_flags")}
    id_ = text.strip().casefold().replace("-", "_").replace(" ", "_")
    if id_ not in known:
        raise BadValue("flag", text, "a warning sign, as log check --help lists them")
    return id_

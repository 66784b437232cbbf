"""`log check` and `log check-up`: warning signs, and that a professional has looked at them."""

from argparse import Namespace

from backcare_tui.cli.advice import say_advice
from backcare_tui.cli.entry_line import said
from backcare_tui.cli.values import mark, moment, value, warning_signs
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import answers_check
from backcare_tui.guidance.advice.evaluation import advise
from backcare_tui.guidance.facts import gather

NONE_MARKED = "If any of the warning signs begins, make the check again."


def check(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down the marks, and say what to do now; none are marked where no flag is named.

    Raises:
        BadValue: For what is no warning sign.
    """
    asked = warning_signs()
    marked = {mark(text, [id_ for ids in asked.values() for id_ in ids]) for text in args.flags}
    record = Check(
        at=moment(args.at, clock),
        red_flags=tuple(id_ for id_ in asked["red_flags"] if id_ in marked),
        mood_flags=tuple(id_ for id_ in asked["mood_flags"] if id_ in marked),
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

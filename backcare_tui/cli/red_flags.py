"""`log check` and `log check-up`: warning signs, and that a professional has looked at them."""

from argparse import Namespace

from backcare_tui.cli.advice import say_advice
from backcare_tui.cli.entry_line import said
from backcare_tui.cli.values import made, stated
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import said_after_check
from backcare_tui.guidance.facts import gather
from backcare_tui.wording.fields.care import warning_signs
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.read import sign

NONE_MARKED = "If any of the warning signs begins, make the check again."


def check(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down the marks, and say what to do now; none are marked where no flag is named.

    Raises:
        BadValue: For what is no warning sign.
    """
    asked, context = warning_signs(), FieldContext(clock)
    read = sign(lambda: tuple(id_ for ids in asked.values() for id_ in ids))
    marked = {read(text.strip(), context) for text in args.flags}
    typed = stated(Check, args, context, "red_flags")
    typed |= {field: tuple(id_ for id_ in ids if id_ in marked) for field, ids in asked.items()}
    record = made(Check, {"at": clock.now(), **typed})
    repository.add(record, summary="the check for warning signs")
    advice = said_after_check(gather(repository, clock))
    lines = [line for each in advice for line in say_advice(each)]
    lines += [] if marked else [NONE_MARKED]
    return "\n".join([said("Saved", record, clock), *lines])


def check_up(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down that a professional has looked at it."""
    typed = stated(Check, args, FieldContext(clock), "red_flags")
    record = made(Check, {"at": clock.now(), **typed, "is_check_up": True})
    repository.add(record, summary="a check-up")
    return said("Saved", record, clock)

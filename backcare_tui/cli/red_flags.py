"""`log check` and `log check-up`: warning signs, and that a professional has looked at them.

Without a sign the check only asks: what nobody answered must not count as none.
"""

from argparse import Namespace

from backcare_tui.cli.advice import say_advice
from backcare_tui.cli.entry_line import said
from backcare_tui.cli.terminal import WrongWords, say, say_json
from backcare_tui.cli.values import made, stated
from backcare_tui.diary.records.check import Check
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.advice.current import said_after_check
from backcare_tui.guidance.gathering import gather
from backcare_tui.guidance.red_flags import questions, say_marked_since, standing
from backcare_tui.text import say_list, sentence_case
from backcare_tui.wording.fields.care import warning_signs
from backcare_tui.wording.fields.context import FieldContext
from backcare_tui.wording.fields.read import sign

NONE = "none"
ASKS = "Do you have any of these, begun or with you now?"
HOW_TO_ANSWER = (
    "Nothing was recorded. backcare log check and the words before the colon of what you have, "
    "several if need be, records that; backcare log check none records that there is none."
)
ONLY_ASKS = (
    "--json is for the questions alone, so that no flag stands beside it. Nothing was recorded."
)
UNANSWERED = "Nothing was recorded: state a warning sign, or none; `backcare log check` lists them."
STAYS = (
    "Marked before, and so marked still: {}. backcare log check none says that none of them is "
    "there any more."
)
NONE_MARKED = "If any of the warning signs begins, make the check again."


def ask(args: Namespace) -> int:
    """Print the questions, one a line; nothing is recorded by that.

    Raises:
        WrongWords: Where something else was stated of a check that nobody answered.
    """
    if args.flags:
        raise WrongWords(ONLY_ASKS)
    if args.note is not None or args.at is not None:
        raise WrongWords(UNANSWERED)
    if args.json:
        say_json(_questions_as_json())
        return 0
    say(ASKS)
    for title, asked in questions().items():
        say(f"{title}:", *(f"{_word(id_)}: {words}" for id_, words in asked))
    say(HOW_TO_ANSWER)
    return 0


def _questions_as_json() -> dict[str, object]:
    """The questions for programs; what nobody answered is unknown."""
    groups = [
        {"title": title, "flags": [{"flag": _word(id_), "text": words} for id_, words in asked]}
        for title, asked in questions().items()
    ]
    return {"verdict": "unknown", "asks": ASKS, "questions": groups, "none": NONE}


def _word(id_: str) -> str:
    """How a sign is typed."""
    return id_.replace("_", "-")


def check(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down the marks, and say what to do now; `none` says that there is none.

    What stands from before and is not named stands on: a sign that nobody asked of is not gone.

    Raises:
        BadValue: For what is no warning sign.
    """
    asked, context = warning_signs(), FieldContext(clock)
    read = sign(lambda: tuple(id_ for ids in asked.values() for id_ in ids))
    flags = [text.strip() for text in args.flags]
    is_none = NONE in map(str.casefold, flags)
    if is_none and len(flags) > 1:
        raise BadValue("flag", NONE, "possible beside a sign: it says that there is none of them")
    marked = set() if is_none else {read(text, context) for text in flags}
    typed = {"at": clock.now(), **stated(Check, args, context, "red_flags")}
    held = standing(each for each in repository.entries(Check) if each.at <= typed["at"])
    stays = set() if is_none else (held.flags | held.moods) - marked
    marked |= stays
    typed |= {field: tuple(id_ for id_ in ids if id_ in marked) for field, ids in asked.items()}
    record = made(Check, typed)
    repository.add(record, summary="the check for warning signs")
    advice = said_after_check(gather(repository, clock))
    lines = [line for each in advice for line in say_advice(each)]
    lines += [] if marked else [NONE_MARKED]
    lines += [STAYS.format(say_list(sorted(_word(id_) for id_ in stays)))] if stays else []
    return "\n".join([said("Saved", record, clock), *lines])


def check_up(args: Namespace, repository: Repository, clock: Clock) -> str:
    """Take down that a professional has looked at it."""
    typed = stated(Check, args, FieldContext(clock), "red_flags")
    record = made(Check, {"at": clock.now(), **typed, "is_check_up": True})
    repository.add(record, summary="a check-up")
    since = say_marked_since(repository.entries(Check), record, clock.today())
    return "\n".join(
        [said("Saved", record, clock), *([f"{sentence_case(since)}."] if since else [])]
    )

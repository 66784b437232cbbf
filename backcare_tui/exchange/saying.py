"""What an import did, or would do, in sentences: the same in the shell and on the page."""

from collections.abc import Iterator

import msgspec

from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.bring_in import ImportOutcome
from backcare_tui.exchange.complaints import say_alike
from backcare_tui.exchange.plan import Wishes
from backcare_tui.text import say_count

DIFFERENCES_SAID = 10


class WaysToAsk(msgspec.Struct, frozen=True):
    """How one asks for more than what is new, as the ends of sentences."""

    changes: str
    """For what reads otherwise in the file."""
    removed: str
    """For what was removed here."""
    all: str
    """For the differences that are not named one by one."""


IN_THE_SHELL = WaysToAsk(
    changes="--take-changes takes the file's",
    removed="--with-removed takes such in again",
    all="--json has all",
)


def say_outcome(
    batch: Batch,
    outcome: ImportOutcome,
    *,
    dry_run: bool,
    wishes: Wishes,
    ways: WaysToAsk = IN_THE_SHELL,
) -> Iterator[str]:
    """What was done, how the file was understood, and what did not come in.

    Args:
        batch: What was understood of the file.
        outcome: What became of it.
        dry_run: Whether it was only looked at.
        wishes: What was asked for besides what is new.
        ways: How one asks for more.
    """
    yield ", ".join(_counts(outcome, dry_run=dry_run))
    yield from batch.notes
    yield from say_alike(batch.complaints)
    for sentence in say_alike(batch.dropped):
        yield f"{sentence} Left out; the rest of the entry was taken."
    if outcome.differences:
        yield from _changes(outcome, wishes, ways, dry_run=dry_run)
    if outcome.removed:
        each = say_count(outcome.removed, "entry", "entries")
        yield f"{each} that you removed stayed away; {ways.removed}."
    yield from outcome.notes


def _counts(outcome: ImportOutcome, *, dry_run: bool) -> Iterator[str]:
    yield f"{outcome.added} {'would be added' if dry_run else 'added'}"
    yield f"{outcome.known} known"
    yield f"{len(outcome.refused)} refused"
    if outcome.filled:
        yield f"{outcome.filled} filled in"
    if outcome.changed:
        yield f"{outcome.changed} changed"
    if outcome.removed:
        yield f"{outcome.removed} removed here"


def _changes(
    outcome: ImportOutcome, wishes: Wishes, ways: WaysToAsk, *, dry_run: bool
) -> Iterator[str]:
    count = len(outcome.differences)
    reads = f"{say_count(count, 'entry reads', 'entries read')} otherwise in the file;"
    if wishes.changes:
        yield f"{reads} what it says {'would be' if dry_run else 'was'} taken:"
    else:
        yield f"{reads} what stands here stays, and {ways.changes}:"
    yield from (f"  {each}" for each in outcome.differences[:DIFFERENCES_SAID])
    if count > DIFFERENCES_SAID:
        yield f"  and {count - DIFFERENCES_SAID} more; {ways.all}."

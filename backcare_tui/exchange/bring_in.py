"""How what a file holds comes into the diary: all of it in one change, or nothing."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field

from backcare_tui.diary.repository import Change, Repository
from backcare_tui.exchange.batch import OWN, Batch, SayProgress, say_nothing
from backcare_tui.exchange.changes import Difference
from backcare_tui.exchange.held import Held
from backcare_tui.exchange.plan import ONLY_NEW, Fate, ImportPlan, Wishes
from backcare_tui.text import say_count


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What was, or in a dry run would be, done; every entry of the file is in one of the counts."""

    added: int
    filled: int
    """Nights of the diary that got what they lacked."""
    known: int
    """Entries that the diary had already, or that the file has twice; they stay as they are."""
    changed: int
    """Entries that read otherwise in the file; the diary's were kept unless one asked for them."""
    removed: int
    """Entries that were removed here, and stay away."""
    refused: tuple[str, ...]
    """A sentence for each row that cannot be taken."""
    differences: tuple[Difference, ...] = ()
    """How those that read otherwise differ."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    """How many were added to each table."""
    notes: tuple[str, ...] = ()
    """What else is worth knowing of what stands here and there."""
    change: Change | None = field(default=None, compare=False)
    """What was kept; None where nothing was."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all of the file could be taken, or was there before."""
        counts = (self.added, self.filled, self.known, self.changed, self.removed)
        return not any(counts)


def bring_in(
    repository: Repository,
    batch: Batch,
    *,
    dry_run: bool,
    wishes: Wishes = ONLY_NEW,
    progress: SayProgress = say_nothing,
) -> ImportOutcome:
    """Add what the diary does not know yet, in one change that one undo takes back.

    Known is an entry with the same id, or that came from the same place of the same program and
    says the same. No entry that stands here is altered, but for what a night lacks, and for what
    `wishes` ask for; what differs is named.

        outcome = bring_in(repository, read(path, None, clock), dry_run=True)
        outcome.added, outcome.known, [str(each) for each in outcome.differences]

    Args:
        repository: The diary.
        batch: What `read` made of a file.
        dry_run: Only say what would happen.
        wishes: What to take besides what is new.
        progress: Is told how far it is.

    Raises:
        BadValue: If an entry cannot be taken; nothing is added.
        CannotKeep: If it could not be made durable; nothing is added.
    """
    change = None
    with nullcontext() if dry_run else repository.alone():
        held = Held.of(repository.documents())
        plan = ImportPlan(held, wishes, is_own=batch.format == OWN)
        plan.decide(batch, progress)
        if plan.edit and not dry_run:
            progress("entries to be saved", len(plan.edit))
            summary = (
                f"imported {say_count(len(plan.edit), 'entry', 'entries')} from {batch.format}"
            )
            change = repository.take_in(plan.documents(), summary)
    fates = plan.fates
    return ImportOutcome(
        added=fates[Fate.ADDED],
        filled=fates[Fate.FILLED],
        known=fates[Fate.KNOWN] + batch.repeated,
        changed=fates[Fate.CHANGED],
        removed=fates[Fate.REMOVED],
        refused=batch.refused,
        differences=tuple(plan.differences),
        kinds=plan.kinds,
        notes=_notes(plan, batch),
        change=change,
    )


def _notes(plan: ImportPlan, batch: Batch) -> tuple[str, ...]:
    notes = []
    if plan.kept_as_changed:
        count = say_count(plan.kept_as_changed, "entry", "entries")
        them = "it" if plan.kept_as_changed == 1 else "them"
        notes.append(f"{count} that you changed here stayed as you left {them}.")
    if plan.settings_kept:
        differ = say_count(plan.settings_kept, "setting differs", "settings differ")
        notes.append(f"In the file {differ}; what holds here was kept.")
    if plan.moved:
        count = say_count(plan.moved, "new entry says", "new entries say")
        notes.append(
            f"{count} the same as one of that day that the file does not have any more. "
            "If its time was corrected there, remove the older one here."
        )
    here = plan.held.by_id
    gone = sum(1 for table, m in batch.marks if (k := here.get((table, m["id"]))) and not k.is_mark)
    if gone:
        count = say_count(gone, "entry that was", "entries that were")
        notes.append(f"{count} removed where the file comes from stayed here.")
    return tuple(notes)

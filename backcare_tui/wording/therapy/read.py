"""Reads a sheet, a line for each exercise; what it does not know it asks about, and never assumes. Pure."""

import re
from collections.abc import Collection, Iterable, Sequence

import msgspec
from msgspec.structs import replace

from backcare_tui.diary.records.base import new_id
from backcare_tui.diary.records.routine import DoseChange, OwnExercise, Routine, RoutineStep
from backcare_tui.diary.values import BadValue
from backcare_tui.library.exercises import (
    UNLIKE_DOSE,
    Exercise,
    own_exercise,
)
from backcare_tui.library.routine_editing import with_dose
from backcare_tui.text import clean, say_list, sentence_case, shortened
from backcare_tui.wording.therapy.amount import (
    HOW_OFTEN,
    Amount,
    has_broken_amount,
    say_unread,
    says_how_often,
)
from backcare_tui.wording.therapy.dose import dose_as_written
from backcare_tui.wording.therapy.likeness import CHECKED, LIKE, NOTHING
from backcare_tui.wording.therapy.names import ExerciseNames, NamedExercise
from backcare_tui.wording.therapy.parted import cue_of, parted
from backcare_tui.wording.therapy.write import line_of

UNNAMED = "My sheet"
"""What a sheet is called that says no name."""
LONGEST_NAME = 60
MOST_LINES = 200
"""A choice of ours: a routine lasts four hours at most."""
TOO_MUCH = f"A sheet has up to {MOST_LINES} exercises; what stands from here on was not read."

_BULLET = re.compile(r"^\s*(?:[-*•·]\s+|\d{1,2}[.)]\s+)?")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


class Misread(BadValue):
    """A line that is not understood; its sentence names no field, but the line."""

    def __init__(self, sentence: str) -> None:
        super().__init__("sheet", sentence, "lines that are understood")
        self.sentence = sentence

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence

    def named(self, name: str) -> BadValue:  # noqa: ARG002 - the line is named already
        """The same complaint."""
        return self


class SheetLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line as it was understood, or why it was not."""

    number: int
    """From 1, as the text has it."""
    text: str
    step: RoutineStep | None = None
    trouble: str = ""
    """What is not understood and what would be, as a sentence without its number."""
    near: tuple[str, ...] = ()
    """The ids of what an unknown exercise may be like; empty where nothing comes near."""
    unknown: str = ""
    """The name of an exercise that nobody knows yet: it has to be said what it is like."""


class TherapySheet(msgspec.Struct, frozen=True):
    """A whole sheet, as it was understood."""

    name: str
    """After the first `#`; empty where nothing stands there."""
    lines: tuple[SheetLine, ...]
    """Of each exercise one, also of those not understood."""
    own: tuple[OwnExercise, ...] = ()
    """The exercises of one's own that are new or said otherwise, to be kept with the routine."""

    @property
    def steps(self) -> tuple[RoutineStep, ...]:
        """What is understood, in its order."""
        return tuple(line.step for line in self.lines if line.step)

    @property
    def troubles(self) -> tuple[str, ...]:
        """What is not, a sentence for each line: `Line 3: …`."""
        return tuple(f"Line {each.number}: {each.trouble}" for each in self.lines if each.trouble)


def read_sheet(
    text: str,
    own: Iterable[OwnExercise] = (),
    before: Sequence[RoutineStep] = (),
    conditions: Collection[str] = (),
) -> TherapySheet:
    """What a text says, line by line; nothing of it is lost unsaid, and no line stops the others.

    Args:
        text: Lines such as `Bird dog  3 x 8 each side, hold 5 s  "slow"`; one that begins with `#` is
            the name of the whole, empty ones say nothing.
        own: The person's own exercises.
        before: The steps that the text was written from: a line that was left as it was is the step
            that it was, with all that a line cannot say.
        conditions: Those that are stated now, for an exercise that is said to be checked.
    """
    reader = _Reader(tuple(own), before, conditions)
    name = ""
    lines: list[SheetLine] = []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("#"):
            name = name or " ".join(bare.lstrip("#").split())
        elif bare and len(lines) == MOST_LINES:
            lines.append(SheetLine(number=number, text=line, trouble=TOO_MUCH))
            break
        elif bare:
            lines.append(reader.line(number, line))
    return TherapySheet(name, tuple(lines), reader.new)


def routine_of(
    sheet: TherapySheet, name: str | None = None, before: Routine | None = None
) -> Routine:
    """The routine of a sheet; its level and its length are still to be counted.

    Args:
        sheet: As it was read.
        name: What it is called; else what the sheet says, else as before.
        before: One's own that it takes the place of.
    """
    called = " ".join((name or sheet.name or (before.name if before else UNNAMED)).split())
    if before:
        return replace(before, name=called, steps=sheet.steps)
    return Routine(name=called, steps=sheet.steps)


class _Reader:
    """Reads lines, and learns the exercises that they bring."""

    def __init__(
        self,
        own: tuple[OwnExercise, ...],
        before: Sequence[RoutineStep],
        conditions: Collection[str],
    ) -> None:
        self._names = ExerciseNames(own)
        self._conditions = tuple(sorted(conditions))
        self._new: dict[str, OwnExercise] = {}
        self._before: dict[str, list[RoutineStep]] = {}
        for step in before:
            self._before.setdefault(line_of(step, self._names), []).append(step)

    @property
    def new(self) -> tuple[OwnExercise, ...]:
        """The exercises that the lines brought."""
        return tuple(self._new.values())

    def line(self, number: int, text: str) -> SheetLine:
        """One line."""
        if kept := self._before.get(text.strip()):
            step = kept.pop(0) if len(kept) > 1 else kept[0]
            return SheetLine(number=number, text=text, step=step)
        try:
            return self._read(number, text)
        except BadValue as error:
            return SheetLine(number=number, text=text, trouble=clean(str(error)))

    def _read(self, number: int, text: str) -> SheetLine:
        words = clean(text.expandtabs(4)).translate(_QUOTES)
        bare, cue = cue_of(_BULLET.sub("", words, count=1))
        found = LIKE.search(bare)
        like = found[1].strip() if found else None
        bare = LIKE.sub("  ", bare, count=1)
        if says_how_often(bare):
            return SheetLine(number=number, text=text, trouble=f"{sentence_case(HOW_OFTEN)}.")
        name, amount, rest = parted(bare, self._names)
        if len(name) > LONGEST_NAME or not name:
            trouble = (
                f"A line begins with the name of an exercise, of up to {LONGEST_NAME} letters."
            )
            return SheetLine(number=number, text=text, trouble=trouble)
        if rest and (cue or has_broken_amount(rest)):
            return SheetLine(
                number=number, text=text, trouble=f"{sentence_case(say_unread(rest))}."
            )
        said = _Said(name, amount, cue or rest or None)
        named = self._names.meant(name)
        if like is not None and (named.exercise is None or named.exercise.own):
            return self._own_line(number, text, said, like)
        if named.exercise is None:
            return _unknown(number, text, name, named)
        return SheetLine(number=number, text=text, step=self._step(named.exercise, said))

    def _step(self, of: Exercise, said: "_Said") -> RoutineStep:
        amount, sides = said.amount, said.amount.sides
        if sides and of.sides == "none":
            raise BadValue(of.name, sides, "done by sides; leave that out, or give it another name")
        cue = None if of.own and said.cue == of.own.cue else said.cue
        own = replace(of.own, updated=None, imported=None) if of.own else None
        step = RoutineStep(
            of.id,
            sides=None if sides == "each" else sides,
            ready_s=amount.ready_s,
            note=cue,
            own=own,
        )
        return with_dose(step, dose_as_written(of, amount))

    def _own_line(self, number: int, text: str, said: "_Said", like: str) -> SheetLine:
        """A line that says what its exercise is like: one's own, new or said otherwise."""
        words = [part.strip().casefold() for part in like.split(",")]
        is_unlike, is_checked = words[0] == NOTHING, CHECKED in words[1:]
        alike = None if is_unlike else self._names.of_library(like)
        if alike and alike.exercise is None:
            near = say_list([f'"{each.name}"' for each in alike.near], "or")
            hint = f"; perhaps {near}" if near else ""
            trouble = f'The library has no exercise "{shortened(like, 30)}"{hint}.'
            ids = tuple(each.id for each in alike.near)
            return SheetLine(number=number, text=text, trouble=trouble, near=ids, unknown=said.name)
        base = alike.exercise if alike else None
        if base is None and not said.amount.says_how_much and not self._is_own(said.name):
            trouble = f'Say how much of "{said.name}", such as 10 reps or 30 s.'
            return SheetLine(number=number, text=text, trouble=trouble)
        own = self._made(said, base, is_checked=is_checked)
        return SheetLine(number=number, text=text, step=self._step(self._names.add(own), said))

    def _is_own(self, name: str) -> bool:
        known = self._names.exactly(name)
        return known is not None and known.own is not None

    def _made(self, said: "_Said", base: Exercise | None, *, is_checked: bool) -> OwnExercise:
        """The exercise that a line brings; one that is known keeps its id and its dose."""
        known = self._names.exactly(said.name)
        checked: tuple[bool, tuple[str, ...]]
        checked = (True, self._conditions) if is_checked and base is None else (False, ())
        like = base.id if base else None
        if known and known.own:
            of_old = (known.own.is_checked, known.own.checked_for)
            checked = checked if is_checked or base else of_old
            made = replace(known.own, like=like, is_checked=checked[0], checked_for=checked[1])
            has_dose = like == known.own.like
        else:
            sides = "each" if said.amount.sides else base.sides if base else "none"
            made = OwnExercise(
                id=new_id(),
                name=said.name,
                like=like,
                sides=sides,
                cue=said.cue,
                is_checked=checked[0],
                checked_for=checked[1],
            )
            has_dose = False
        if not has_dose:
            made = replace(made, dose=_dose_said(made, base, said.amount))
        self._new[made.id] = made
        return made


class _Said(msgspec.Struct, frozen=True):
    """The parts of a line."""

    name: str
    amount: Amount
    cue: str | None


def _dose_said(own: OwnExercise, base: Exercise | None, amount: Amount) -> DoseChange:
    """What a line says of the dose of one's own, over that of what it is like."""
    plain = replace(own, dose=DoseChange())
    usual = replace(own_exercise(plain), dose=base.dose if base else UNLIKE_DOSE)
    step = with_dose(RoutineStep(own.id, own=plain), dose_as_written(usual, amount))
    return step.dose or DoseChange()


def _unknown(number: int, text: str, name: str, named: NamedExercise) -> SheetLine:
    near = say_list([each.name for each in named.near], "or")
    hint = f"perhaps (like {named.near[0].name})" if named.near else "(like nothing)"
    ask = (
        f": is it like {near}? Say so behind its name, {hint}"
        if near
        else f". Say {hint} behind it"
    )
    return SheetLine(
        number=number,
        text=text,
        trouble=f'"{shortened(name, 30)}" is not known{ask}.',
        near=tuple(each.id for each in named.near),
        unknown=name,
    )

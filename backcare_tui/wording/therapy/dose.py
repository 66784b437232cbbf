"""The dose that an amount on a sheet asks for, and whether a dose may have it. Pure."""

from typing import Any

import msgspec

from backcare_tui.diary.records.routine import DoseChange, ModeWord, RoutineStep
from backcare_tui.diary.values import BadValue, allowed_in, field_types
from backcare_tui.library.exercises import Dose, Exercise
from backcare_tui.wording.routines import say_seconds
from backcare_tui.wording.therapy.amount import Amount

REP_S = 4
"""Seconds of one repetition of what else goes on for a time; a choice of ours."""
LONGEST_REP_S = 60
"""What is held longer is no repetition: it goes on for that time."""


def dose_as_written(of: Exercise, said: Amount) -> Dose:
    """The dose of an exercise as a line asks for it; what the line does not say is as usual.

    A number of times without sets is one set. Beside what is counted, a length alone is how long it goes
    on, and with a number how long each is held.

    Raises:
        BadValue: If a number is none that a dose may have.
    """
    _check(said)
    base = of.dose
    mode = said.mode or _mode(base, said)
    changes: dict[str, Any] = {"mode": mode}
    changes |= _counted(base, said)
    held = said.hold_s if said.hold_s is not None else said.each_s
    if held is not None:
        changes["hold_s"] = held
    if mode == "reps":
        changes |= _repeated(of, said, held)
    if said.rest_s is not None:
        changes["rest_s"] = said.rest_s
    return msgspec.structs.replace(base, **changes)


def _counted(base: Dose, said: Amount) -> dict[str, int]:
    """How many sets of how many; what is held several times with a rest between is as many sets."""
    is_stated = said.count is not None or said.each_s is not None
    if not is_stated and said.sets is None:
        return {}
    sets, reps = said.sets or 1, said.count or (1 if is_stated else base.reps)
    if said.rest_s and said.sets is None and said.each_s is not None:
        sets, reps = reps, 1
    if said.rest_s and sets == 1:
        raise BadValue("Rest", say_seconds(said.rest_s), "between sets, as in 3 x 10, rest 30 s")
    return {"sets": sets, "reps": reps, **({"rest_s": 0} if sets == 1 else {})}


def _mode(base: Dose, said: Amount) -> ModeWord:
    held = said.hold_s if said.hold_s is not None else said.each_s
    if base.mode == "reps":
        is_length = said.each_s is not None and said.count is None
        is_long = held is not None and base.rep_s - base.hold_s + held > LONGEST_REP_S
        return "time" if is_length or is_long else "reps"
    if base.mode == "time" and said.count is not None and held is None:
        return "reps"
    return base.mode


def _repeated(of: Exercise, said: Amount, held: int | None) -> dict[str, int]:
    """One repetition is longer where it is held longer."""
    base = of.dose
    if base.mode == "reps":
        longer = 0 if held is None else held - base.hold_s
        return {"rep_s": said.rep_s or max(base.rep_s + longer, 1)}
    usual = of.breath.length_s if of.breath else REP_S
    hold_s = held or 1
    return {"rep_s": said.rep_s or usual - 1 + hold_s, "hold_s": hold_s}


def _check(said: Amount) -> None:
    named = {
        "sets": ("Sets", "sets"),
        "count": ("Times", "reps"),
        "each_s": ("Length", "hold_s"),
        "hold_s": ("Hold", "hold_s"),
        "rest_s": ("Rest", "rest_s"),
        "rep_s": ("One takes", "rep_s"),
    }
    for field, (name, of_dose) in named.items():
        _fit(name, getattr(said, field), field_types(DoseChange)[of_dose])
    _fit("Ready", said.ready_s, field_types(RoutineStep)["ready_s"])


def _fit(name: str, number: int | None, kind: Any) -> None:
    if number is None:
        return
    try:
        msgspec.convert(number, kind)
    except msgspec.ValidationError:
        raise BadValue(name, number, allowed_in(kind)) from None

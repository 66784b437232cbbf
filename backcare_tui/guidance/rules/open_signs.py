"""Signs that stand in the diary itself, and that no check has answered: each leads to the check."""

from backcare_tui.guidance import concerns
from backcare_tui.guidance.advice.table import Reason
from backcare_tui.guidance.concerns import Concern
from backcare_tui.guidance.facts import Facts
from backcare_tui.guidance.risks import frailty
from backcare_tui.guidance.rules.exercise import about_stop

WEAK_LEG = ("leg-weak",)
"""The stop reasons of a session that may be of a nerve that gives way."""


def fall(facts: Facts) -> Reason | None:
    """A fall with pain since; where bones may be thin, that is answered as a trauma."""
    return None if frailty(facts) else _of(concerns.fall(facts))


def numbness(facts: Facts) -> Reason | None:
    """Numbness about the seat, or both legs at once, new."""
    return _of(concerns.numbness(facts))


def numb_after_visit(facts: Facts) -> Reason | None:
    """Numbness that a treatment left behind."""
    return _of(concerns.numb_after_visit(facts))


def fever(facts: Facts) -> Reason | None:
    """Fever; any illness where the body fights infections less well."""
    return _of(concerns.illness(facts))


def after_cancer(facts: Facts) -> Reason | None:
    """Pain of a new kind, by what was taken down of it, after cancer."""
    return _of(concerns.after_cancer(facts))


def weak_leg(facts: Facts) -> Reason | None:
    """A session was stopped because a leg felt weak, or a leg went numb in one."""
    session = concerns.stopped(facts, WEAK_LEG)
    return Reason(about_stop(session, facts)) if session else _of(concerns.numb_leg(facts))


def _of(concern: Concern | None) -> Reason | None:
    return Reason(concern.because) if concern else None


LOOKS = {
    "rf-fall": fall,
    "rf-numbness": numbness,
    "visit-numb": numb_after_visit,
    "rf-fever": fever,
    "rf-after-cancer": after_cancer,
    "rf-weak-leg": weak_leg,
}

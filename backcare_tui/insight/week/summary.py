"""The week in one sentence that a person would say."""

from backcare_tui.insight.comparison import Weight
from backcare_tui.insight.week.change import change_of
from backcare_tui.insight.week.look import WeekLook
from backcare_tui.text import (
    say_count,
    say_minutes,
    say_number,
    sentence_case,
    whole_minutes,
    within,
)

ALIKE_MIN = 10
"""Minutes asleep that differ by less are called as long as those of the week before (our own rule)."""


def say_summary(look: WeekLook) -> str:
    """Pain, sleep and movement, against the week before; empty for a week without any of them."""
    parts = tuple(filter(None, (_pain(look), _sleep(look), _moved(look))))
    if not parts:
        return ""
    said = f"{'; '.join(filter(None, (parts[0], ' and '.join(parts[1:]))))}."
    return sentence_case(said) if look.is_over else f"So far {within(said)}"


def _pain(look: WeekLook) -> str:
    pain = look.week.pain
    if pain.mean is None:
        return ""
    now = f"pain {say_number(pain.mean)}"
    change = change_of(pain)
    if change is None and look.bad_days:
        return f"{say_count(pain.days, 'day')} noted, mostly bad ones"
    if change is None:
        return f"{now} on average on {say_count(pain.days, 'day')}"
    against = f"{now} against {say_number(pain.previous_mean or 0)}"
    return _PAIN[change.weight].format(
        against=against,
        better="better" if change.points < 0 else "harder",
        calmer="calmer" if change.points < 0 else "harder",
    )


_PAIN: dict[Weight, str] = {
    "as-before": "a week like the one before: {against}",
    "unknown": "{against} the week before",
    "within": "a week within your usual swing: {against}",
    "small": "a little {calmer}, beyond your usual swing: {against}",
    "matters": "a {better} week: {against}, which matters",
}


def _sleep(look: WeekLook) -> str:
    now, before = look.sleep.mean_min, look.sleep_before.mean_min
    if now is None:
        return ""
    if before is None:
        return f"you slept {say_minutes(now)} a night"
    change = whole_minutes(now) - whole_minutes(before)
    if abs(change) < ALIKE_MIN:
        return f"you slept as long as before, {say_minutes(now)}"
    return f"you slept {say_minutes(abs(change))} {'longer' if change > 0 else 'less'} a night"


def _moved(look: WeekLook) -> str:
    days = look.days_moved
    if not days:
        return ""
    return f"{'' if look.sleep.mean_min is not None else 'you '}moved on {say_count(days, 'day')}"

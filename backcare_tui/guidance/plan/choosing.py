"""What each row of the table that chooses looks for."""

import re
from collections.abc import Callable, Mapping

from backcare_tui.diary.derived import areas_that_hurt
from backcare_tui.diary.settings import PainLasts
from backcare_tui.guidance.averages import FORTNIGHT, MONTH, WEEK
from backcare_tui.guidance.concerns import NARROW
from backcare_tui.guidance.floor import ON_A_BED, is_new_to_floor
from backcare_tui.guidance.levels import HIGH_PAIN
from backcare_tui.guidance.plan.situation import WeekSituation
from backcare_tui.guidance.rules.sleep import SHORT_MIN
from backcare_tui.guidance.safety import HALF_WITH
from backcare_tui.guidance.symptoms import DOWN_THE_LEG, UPPER_BACK, areas_in
from backcare_tui.library.routines import routine

Holds = Callable[[WeekSituation], bool]

BALANCE_FROM = 65
"""Years from which balance is asked for on three days (WHO 2020)."""
FLOOR_UNTIL = 75
"""Years from which the floor is not asked for before one was on it (our own rule)."""
POOR_NIGHT = 2
"""The rating, 1 to 5, up to which a night is a poor one (our own rule)."""
POOR_NIGHTS = 4
"""Of a week, from which sleep is poor: most of them (our own rule)."""
LEG_DAYS = 2
"""Days of a fortnight with pain down a leg from which the week minds it (our own rule)."""
FEW_MINUTES = 5
"""Minutes a day up to which routines are done in parts (our own rule)."""
OF_BENDING = re.compile(
    r"bend|lift|stoop|damag|harm|break|disc|disk|move|moving|twist", re.IGNORECASE
)
"""What a worry holds that graded bending answers."""
NO_COURSE_NOW = ("later", "never")
"""Wishes that ask for no course now."""
NEW_FOR_DAYS = 28
"""Days after which a pain that was new then no longer is: it had begun before (our own rule)."""
SUBACUTE_DAYS, LASTING_DAYS = 42, 84
"""Days from six weeks of pain to twelve, and from which any lasts (NICE NG59; WHO 2023)."""
MILD = 3
"""Mean pain of a week up to which a new pain is settling (our own rule)."""
_NECK = ("neck", "shoulder", "head")
_HIPS = ("buttock", "hip", "sacrum", "si-")


def stands(now: WeekSituation) -> bool:
    """A warning sign that allows nothing."""
    return now.stops_all


def stands_light(now: WeekSituation) -> bool:
    """A warning sign that allows what is light."""
    return bool(now.stopping) and not now.stops_all


def under_age(now: WeekSituation) -> bool:
    """Under 18, by the year of birth."""
    return now.facts.is_under_age


def flare_now(now: WeekSituation) -> bool:
    """A flare-up goes on."""
    return now.facts.flare is not None


def severe_now(now: WeekSituation) -> bool:
    """Pain of 7 or more on average; where a week is not known, in the last entry of today."""
    usual = now.facts.mean7(now.facts.pain_by_day)
    if usual is None and now.facts.pain_now is not None:
        return now.facts.pain_now.severity >= HIGH_PAIN
    return usual is not None and usual >= HIGH_PAIN


def stated(*conditions: str) -> Holds:
    """Whether one of these conditions was stated."""
    return lambda now: bool(now.intake.conditions & frozenset(conditions))


def leg_pain(now: WeekSituation) -> bool:
    """Pain down a leg lately, where that is not a narrow spine's."""
    if NARROW in now.intake.conditions:
        return False
    days = {
        entry.day
        for entry in now.facts.pains
        if entry.severity
        and (now.today - entry.day).days < FORTNIGHT
        and areas_in(entry, DOWN_THE_LEG)
    }
    return len(days) >= LEG_DAYS or "disc_leg_pain" in now.intake.conditions


def balance(now: WeekSituation) -> bool:
    """65 years or older."""
    return now.facts.age is not None and now.facts.age >= BALANCE_FROM


def no_floor(now: WeekSituation) -> bool:
    """The floor is hard to reach, or far for somebody of 75 who was not on it yet."""
    if ON_A_BED in now.intake.conditions:
        return True
    age = now.facts.age
    is_old = age is not None and age >= FLOOR_UNTIL
    return is_old and is_new_to_floor(
        routine("morning-loosen-up"), now.facts.sessions, now.intake.conditions
    )


def worries_about_bending(now: WeekSituation) -> bool:
    """The worry names bending, lifting or damage."""
    return bool(OF_BENDING.search(now.intake.worry))


def worries(now: WeekSituation) -> bool:
    """The worry is another."""
    return bool(now.intake.worry) and not worries_about_bending(now)


def worst_area(*groups: str) -> Holds:
    """Whether most of the places that hurt lately belong to these groups."""

    def holds(now: WeekSituation) -> bool:
        lately = [each for each in now.facts.pains if (now.today - each.day).days < MONTH]
        of_all = sum(len(areas_that_hurt(each)) for each in lately)
        return 2 * sum(len(areas_in(each, groups)) for each in lately) > of_all

    return holds


def lasts(now: WeekSituation) -> PainLasts:
    """For how long it hurts by now: what was stated, and the time since."""
    said, since = now.intake.pain_lasts, now.settings.introduced
    gone = (now.today - since).days if since else 0
    if said == "under-6-weeks" and gone >= LASTING_DAYS:
        return "over-12-weeks"
    if said == "under-6-weeks" and (gone >= NEW_FOR_DAYS or _is_settling(now, gone)):
        return "6-to-12-weeks"
    if said == "6-to-12-weeks" and gone >= SUBACUTE_DAYS:
        return "over-12-weeks"
    return said


def _is_settling(now: WeekSituation, gone: int) -> bool:
    """Whether a new pain is mild by now, some weeks after it was first asked about."""
    usual = now.facts.mean7(now.facts.pain_by_day)
    return gone >= FORTNIGHT - 1 and usual is not None and usual <= MILD


def sleeps_poorly(now: WeekSituation) -> bool:
    """Most nights of a week were short or poor."""
    days = now.facts.days(WEEK)
    short = {day for day in days if now.facts.asleep_by_day.get(day, SHORT_MIN) < SHORT_MIN}
    nights = now.facts.nights
    poor = {
        day
        for day in days
        if day in nights and (nights[day].quality or POOR_NIGHT + 1) <= POOR_NIGHT
    }
    return len(short | poor) >= POOR_NIGHTS


def deconditioned(now: WeekSituation) -> bool:
    """No session in four weeks."""
    return not any((now.today - each.day).days < MONTH for each in now.facts.sessions)


def has_own_plan(now: WeekSituation) -> bool:
    """Own plans name routines for days of the week."""
    return bool(now.planned_ids)


def has_program(now: WeekSituation) -> bool:
    """A program is under way."""
    return now.program_week is not None


def program_walks(now: WeekSituation) -> bool:
    """The program asks for walks itself."""
    return now.program_week is not None and now.program_week.walk.days > 0


def visit_due(now: WeekSituation) -> bool:
    """An open course has a visit due by the end of the week."""
    return any(
        each.status == "active" and each.due and each.due <= now.days[-1] for each in now.courses
    )


def wants_course(now: WeekSituation) -> bool:
    """A course is wanted of which there was none yet."""
    wish = now.intake.course_wish
    known = {each.course.treatment for each in now.courses}
    return bool(wish) and wish not in NO_COURSE_NOW and wish not in known


def _days_are(word: str) -> Holds:
    return lambda now: now.intake.days_are == word


def _lasts(word: PainLasts) -> Holds:
    return lambda now: lasts(now) == word


LOOKS: Mapping[str, Holds] = {
    "sign-stands": stands,
    "sign-stands-light": stands_light,
    "under-age": under_age,
    "flare-now": flare_now,
    "severe-now": severe_now,
    "pregnant": stated("pregnancy"),
    "stenosis": stated(NARROW),
    "leg-pain": leg_pain,
    "thin-bones": stated("osteoporosis", "fracture_recent"),
    "age-65": balance,
    "no-floor": no_floor,
    "fibromyalgia": stated(HALF_WITH),
    "worry-bending": worries_about_bending,
    "worry-other": worries,
    "area-neck": worst_area(*_NECK),
    "area-upper": worst_area(*UPPER_BACK),
    "area-hips": worst_area(*_HIPS),
    "lasting": _lasts("over-12-weeks"),
    "weeks-6-to-12": _lasts("6-to-12-weeks"),
    "under-6-weeks": _lasts("under-6-weeks"),
    "lasts-unknown": _lasts(""),
    "days-sitting": _days_are("sitting"),
    "days-standing": _days_are("standing"),
    "days-lifting": _days_are("lifting"),
    "days-mixed": _days_are("mixed"),
    "sleep-poor": sleeps_poorly,
    "deconditioned": deconditioned,
    "few-minutes": lambda now: now.intake.minutes_a_day <= FEW_MINUTES,
    "half-share": lambda _: True,
    "walks": lambda _: True,
    "own-plan": has_own_plan,
    "program": has_program,
    "program-walks": program_walks,
    "course-open": visit_due,
    "course-wish": wants_course,
    "page-timely": lambda _: True,
    "page": lambda _: True,
    "check-up": lambda now: bool(now.stopping),
}
"""What looks for each row that chooses, by its id."""

"""A diary in which each part of a page has words and numbers that no other part has."""

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Feeling, Interference, Medicine
from backcare_tui.diary.records.plan import Plan
from backcare_tui.diary.records.session import Session, SessionStep
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from backcare_tui.diary.records.trial import Trial
from backcare_tui.diary.records.week_plan import WeekAnswer
from backcare_tui.diary.settings import FlareWords
from backcare_tui.library.routines import programs
from tests.report.page_of import DANA, MARCUS, ago, pain, visit

KIM = Person(id="kim", name="Kim Sorel", role="psychologist")
ROSA = Person(id="rosa", name="Rosa Lind")
"""Whom one sees for one thing alone, which says what she is."""
CONDITIONS = frozenset(("osteoporosis", "injected_drugs"))
FOR_LONG = frozenset(("antidepressant", "opioid", "blood_thinner"))
FLARE_PLAN = FlareWords(lines=("my cat first",), call="Marcus Bell", person="marcus")
HAND_OVER_WORDS = {
    "take-care": ("conditions that", "osteoporosis", "age:", "of the last 60 days", "psoriasis"),
    "goals": ("rake leaves", "pull on socks", "my activities"),
    "impact": ("pain impact", "krebs", "days off work", "the allotment"),
    "pain": (
        "burning",
        "left knee",
        "flare-up",
        "in this time: mean",
        "at the start: mean",
        "pain began in",
        "stiff on waking",
    ),
    "trials": ("turmeric", "periods"),
    "movement": ("movement on", "23 min", "desk break"),
    "sleep": ("6 h 17", "sleep", "storm at night"),
    "care": ("massage", "acupuncture", "pressure", "zebra", "walrus", "no longer listed"),
    "medicines": ("ibuprofen", "417 mg", "opioid", "pain medicine", "medicines"),
    "questions": ("may i swim", "questions to ask"),
    "plan": ("go gently", "stretch daily", "agreed on wed", "drive to the sea"),
    "checks": ("ortiz", "checked"),
    "flare": ("my cat first", "flare plan", "whom to call"),
}
REPORT_WORDS = {
    "take-care": ("conditions that", "osteoporosis", "of the last 60 days", "psoriasis"),
    "trials": ("turmeric", "periods"),
    "summary": ("days with pain noted", "pain, lowest to highest entry"),
    "pain": (
        "flare-up",
        "pain, mean of the days",
        "days with pain noted",
        "line: each day's",
        "at the start: mean",
        "pain began in",
    ),
    "movement": ("movement on", "sessions on", "program"),
    "sleep": (*HAND_OVER_WORDS["sleep"], "asleep"),
    "care": (*HAND_OVER_WORDS["care"], "other visit", "course", "visits"),
    "medicines": ("ibuprofen", "417 mg", "pain medicine", "medicines"),
    "areas": ("left knee", "where it hurt", "burning", "stiff on waking"),
    "impact": ("pain impact", "krebs", "days off work", "the allotment"),
    "goals": ("rake leaves", "pull on socks", "my activities"),
    "questions": HAND_OVER_WORDS["questions"],
    "plan": HAND_OVER_WORDS["plan"],
    "checks": ("ortiz",),
    "flare": HAND_OVER_WORDS["flare"],
}
PRIVATE_WORDS = (
    *("cognitive", "sorel", "divorce", "sertraline", "103 mg", "amitriptyline", "antidepressant"),
    *(
        "pelvic",
        "lind",
        "leaking",
        "tell my wife",
        "weekly talks",
        "less panic",
        "counselling hour",
    ),
)
ROWS = {
    "care": ("Course begun", "Massage", "Other visit"),
    "medicines": ("Medicine begun",),
    "movement": ("Program begun",),
    "pain": ("Flare-up",),
}
"""The rows of the chart, by the part that they tell of."""


def full_records() -> tuple[Record, ...]:
    """Six weeks and more in which everything happened."""
    pills = (Medicine("ibuprofen + sertraline", "417 mg"), Medicine("sertraline", "103 mg"))
    return (
        DANA,
        MARCUS,
        KIM,
        ROSA,
        *(pain(days, 3 + days % 3, areas=("knee-l",)) for days in range(11, 100, 2)),
        pain(14, 5, is_flare=True),
        pain(10, 4, stiffness_min=45),
        Trial(
            name="turmeric",
            outcome="pain",
            started=ago(60).date(),
            period_days=2,
            schedule=("with", "without") * 6,
        ),
        pain(9, 5, qualities=("burning",), triggers=("poor-sleep", "skipped-routine")),
        pain(8, 5, medicines=pills, relievers=("medicine", "massage", "exercise", "sleep")),
        pain(7, 4, interference=Interference(enjoyment=5, activity=6), note="on the bus"),
        pain(30, 4, interference=Interference(enjoyment=7, activity=6)),
        Feeling(at=ago(6), mood=2, medicines=(Medicine("amitriptyline"), Medicine("warfarin"))),
        *(Night(night=ago(days).date(), asleep_min=377) for days in range(90) if days != 14),
        Night(night=ago(14).date(), asleep_min=377, note="storm at night"),
        Session(at=ago(5), routine="desk-break", done_s=23 * 60, note="went well"),
        Session(
            at=ago(4),
            routine="desk-break",
            stopped="pain-up",
            leg="farther-down",
            steps=(SessionStep("cat-cow", outcome="stopped"),),
        ),
        Plan(routine=programs()[0].id, since=ago(20).date()),
        Course(treatment="massage", started=ago(21).date(), person="dana", goal="rake leaves"),
        Course(treatment="cbt", started=ago(22).date(), person="kim", goal="less panic"),
        visit(
            10, pressure=2, pain_before=6, pain_after=3, note="zebra", inflammation=("swelling",)
        ),
        visit(9, MARCUS, treatment="acupuncture", note="walrus"),
        visit(8, Person(id="gone", name="x"), treatment="yoga"),
        visit(6, KIM, treatment="cbt", note="about the divorce"),
        visit(5, ROSA, treatment="Pelvic floor therapy", note="leaking less"),
        visit(3, KIM, treatment="other", note="the divorce again"),
        Ability(at=ago(3), ratings={"pull on socks": 7}),
        Agreement(
            agreed=ago(12).date(),
            goals=("drive to the sea",),
            parts=(
                PlanPart("dana", "go gently"),
                PlanPart("kim", "weekly talks"),
                PlanPart("me", "stretch daily"),
            ),
        ),
        Question(at=ago(4), text="may I swim?"),
        Question(at=ago(3), text="what to tell my wife?", person="kim"),
        Check(at=ago(7)),
        Check(at=ago(6), is_check_up=True, seen_by="Dr. Ortiz"),
        Check(at=ago(2), is_check_up=True, seen_by="Kim Sorel"),
        Signs(at=ago(2)),
        WeekAnswer(week=ago(14).date(), updated=ago(8), days_off=2, given_up="the allotment"),
        WeekAnswer(week=ago(21).date(), updated=ago(15), given_up="the counselling hour"),
    )

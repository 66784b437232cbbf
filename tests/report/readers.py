"""Five made-up people, and what a doctor and a massage therapist ask of each at a first visit, with where that is from.

The questions are from published guidance on a first visit. What is to be found for a question is a fact of the diary,
in the fewest words that only it has, so that the test reads the paper as a person would.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from backcare_tui.diary.records.ability import Ability
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.check import Check, Signs
from backcare_tui.diary.records.course import Course
from backcare_tui.diary.records.night import Night
from backcare_tui.diary.records.pain import Interference, Medicine
from backcare_tui.diary.records.session import Session
from backcare_tui.diary.records.team import Agreement, Person, PlanPart, Question
from tests.report.page_of import DANA, ago, pain, visit

VERHAGEN = "Verhagen 2016, Eur Spine J 25:2788, red flags in 16 guidelines"
GLOS = "NHS Gloucestershire, red flags for spinal conditions (g-care.glos.nhs.uk/pathway/71)"
RCEM = "RCEM Learning 2021, Lower back pain, history: PQRST"
KEELE = "Keele STarT Back Screening Tool, 9 items (Hill 2008)"
NICE = "NICE NG193 (2021), person-centred assessment"
BMJ = "Bernstein 2017, BMJ 356:i6748, summary of NICE NG59"
NURSE = "Practice Nurse, back pain: inflammatory disorders in the assessment"
INTAKE = "Templateez 2026, massage therapy intake forms: what to ask"
SCREEN = "Templateez 2026, intake forms for massage therapists: health screening"
WALTON = "Walton 2009, Massage Today, intake forms and questions"
MAGAZINE = "MASSAGE Magazine, intake forms for pregnant clients"
RECHARGE = "Recharge Yourself Massage, why an intake form"

DOCTOR: Mapping[str, str] = {
    "Is there a sign of cauda equina or of a serious cause?": VERHAGEN,
    "Cancer, thin bones, steroids, weak defense?": VERHAGEN,
    "Was there a fall or an injury?": GLOS,
    "Since when?": GLOS,
    "Where, and does it go down a leg?": KEELE,
    "How does it feel?": RCEM,
    "What makes it worse, what eases it?": RCEM,
    "How bad is it, and is it getting better?": RCEM,
    "Stiff in the morning, an inflammatory pattern?": NURSE,
    "What can the person no longer do?": KEELE,
    "How is sleep?": NICE,
    "Which medicines, how much, and do they help?": BMJ,
    "What was tried, and what came of it?": BMJ,
    "What does the person want, and want to know?": NICE,
    "What of work?": NICE,
}
THERAPIST: Mapping[str, str] = {
    "Which conditions change how I work?": WALTON,
    "A blood thinner, or a clot?": INTAKE,
    "Pregnant?": MAGAZINE,
    "Cancer, now or before?": SCREEN,
    "Which medicines?": RECHARGE,
    "Signs of inflammation of late?": INTAKE,
    "An operation or a fracture of late?": SCREEN,
    "A warning sign, and who has seen it?": WALTON,
    "Where is it to be worked on?": INTAKE,
    "Where is it not to be touched?": INTAKE,
    "How firm?": INTAKE,
    "How did the body answer the last time?": RECHARGE,
    "Sore or bruised after it?": RECHARGE,
    "What is it for?": RECHARGE,
    "What do others of the care team do?": INTAKE,
}


class Reading(NamedTuple):
    """A person's diary, what they stated, and which facts answer which question; a question that is not here has none."""

    records: tuple[Record, ...]
    settings: Mapping[str, Any]
    doctor: Mapping[str, str]
    therapist: Mapping[str, str]


KIM = Person(id="kim", name="Kim Sorel", role="psychologist")
FIRST_ASKED = ("blood_thinner", "clot_history", "osteoporosis", "pregnancy", "cancer_now")


def _nights(asleep: int) -> tuple[Record, ...]:
    return tuple(Night(night=ago(n).date(), asleep_min=asleep) for n in range(40))


ADA = Reading(
    (
        DANA,
        *(pain(n, 6, areas=("lower-back-c",), qualities=("aching",)) for n in range(30)),
        pain(3, 8, triggers=("fall",), medicines=(Medicine("warfarin", "3 mg"),)),
        Check(at=ago(2), red_flags=("foot_drop",)),
        *_nights(310),
        visit(9, pressure=1, pressure_next="lighter", sore_next_day=6, response="tensed"),
        Question(at=ago(4), text="Is a bone broken?"),
    ),
    {
        "birth_year": 1950,
        "conditions": frozenset(("osteoporosis", "cancer_history")),
        "conditions_asked": frozenset((*FIRST_ASKED, "cancer_history")),
        "medicines": frozenset(("blood_thinner", "steroid")),
    },
    {
        "Is there a sign of cauda equina or of a serious cause?": "foot that drags or slaps",
        "Cancer, thin bones, steroids, weak defense?": "Cancer in the past; Osteoporosis",
        "Was there a fall or an injury?": "fall",
        "Where, and does it go down a leg?": "no place on a leg",
        "How does it feel?": "aching (30 days)",
        "How bad is it, and is it getting better?": "mean pain 6",
        "How is sleep?": "5 h 10",
        "Which medicines, how much, and do they help?": "Warfarin (3 mg)",
        "What was tried, and what came of it?": "muscle tensed up",
        "What does the person want, and want to know?": "Is a bone broken?",
    },
    {
        "Which conditions change how I work?": "Osteoporosis",
        "A blood thinner, or a clot?": "Blood thinner: warfarin",
        "Pregnant?": "not stated: blood clot, now or before; pregnancy",
        "Cancer, now or before?": "Cancer in the past",
        "Which medicines?": "Steroid",
        "A warning sign, and who has seen it?": "not yet seen by a professional",
        "Where is it to be worked on?": "lower back center",
        "How firm?": "Pressure wanted next time: lighter",
        "How did the body answer the last time?": "muscle tensed up",
        "Sore or bruised after it?": "soreness the next day 6|sore 6",
    },
)
BEN = Reading(
    (
        DANA,
        *(pain(n, 5 - n // 3, areas=("lower-back-l",), qualities=("stiff",)) for n in range(10)),
        pain(2, 4, triggers=("sitting-long",), relievers=("walking",)),
        Session(at=ago(1), routine="desk-break", done_s=300),
        *_nights(430),
        Check(at=ago(8)),
    ),
    {"birth_year": 1998, "conditions_asked": frozenset(FIRST_ASKED), "pain_since": 2026},
    {
        "Is there a sign of cauda equina or of a serious cause?": "none stands",
        "Cancer, thin bones, steroids, weak defense?": "Asked, and not stated",
        "Since when?": "Pain began in 2026",
        "Where, and does it go down a leg?": "no place on a leg",
        "How does it feel?": "stiff (10 days)",
        "What makes it worse, what eases it?": "walking (1 day)",
        "How bad is it, and is it getting better?": "cannot be told yet",
        "How is sleep?": "7 h 10",
    },
    {
        "Which conditions change how I work?": "none stated",
        "A blood thinner, or a clot?": "Asked, and not stated: blood thinner",
        "Pregnant?": "pregnancy",
        "Cancer, now or before?": "cancer in treatment",
        "Which medicines?": "Medicines taken for long: none stated",
        "Signs of inflammation of late?": "not looked for",
        "A warning sign, and who has seen it?": "none stands",
        "Where is it to be worked on?": "lower back left",
    },
)
CARL = Reading(
    (
        DANA,
        *(
            pain(
                n,
                7 if n > 20 else 5,
                areas=("lower-back-l", "calf-l"),
                qualities=("shooting", "numb"),
                triggers=("lifting",),
                medicines=(Medicine("ibuprofen", "400 mg"), Medicine(f"remedy{n % 9}")),
                relief={"ibuprofen": "a-little"},
            )
            for n in range(60)
        ),
        Check(at=ago(20), is_check_up=True, seen_by="Dr. Ortiz"),
        visit(20, pressure=3, response="relaxed", areas=("lower-back-l",)),
        visit(6, pressure=3, response="painful", side_effects=("bruise",), areas=("calf-l",)),
        *_nights(360),
        Ability(at=ago(50), ratings={"tie shoes": 2}),
        Ability(at=ago(3), ratings={"tie shoes": 6}),
    ),
    {
        "birth_year": 1980,
        "conditions": frozenset(("disc_leg_pain",)),
        "conditions_asked": frozenset((*FIRST_ASKED, "disc_leg_pain")),
        "medicines": frozenset(),
    },
    {
        "Is there a sign of cauda equina or of a serious cause?": "seen by Dr. Ortiz",
        "Where, and does it go down a leg?": "Legs: left calf",
        "How does it feel?": "shooting (60 days)",
        "What makes it worse, what eases it?": "lifting|bending",
        "How bad is it, and is it getting better?": "lower: more than the usual swing|lower: within",
        "What can the person no longer do?": "tie shoes: 6 of 10",
        "How is sleep?": "6 h",
        "Which medicines, how much, and do they help?": "a little 60 times",
        "What was tried, and what came of it?": "painful",
    },
    {
        "Which conditions change how I work?": "leg pain|Disc",
        "A blood thinner, or a clot?": "not stated: blood thinner",
        "Pregnant?": "pregnancy",
        "Cancer, now or before?": "cancer in treatment",
        "Which medicines?": "Ibuprofen (400 mg)",
        "Where is it to be worked on?": "left calf",
        "How firm?": "firm",
        "How did the body answer the last time?": "painful",
        "Sore or bruised after it?": "bruise",
    },
)
DORA = Reading(
    (
        DANA,
        KIM,
        *(pain(n, 5, areas=("lower-back-r",), relievers=("heat",), mood=2) for n in range(84)),
        *(pain(n, 5, interference=Interference(enjoyment=7, activity=6)) for n in range(2, 80, 7)),
        Course(
            treatment="massage", started=ago(30).date(), person="dana", goal="sit through a film"
        ),
        visit(15, pressure=2, response="relaxed", sore_next_day=1),
        visit(10, KIM, treatment="cbt", note="the divorce"),
        Agreement(
            agreed=ago(20).date(),
            goals=("walk the dog",),
            parts=(PlanPart("dana", "light strokes"), PlanPart("me", "walk daily")),
        ),
        Question(at=ago(5), text="May I swim?"),
        *_nights(330),
    ),
    {
        "birth_year": 1969,
        "pain_since": 2009,
        "conditions": frozenset(("fibromyalgia",)),
        "conditions_asked": frozenset((*FIRST_ASKED, "fibromyalgia")),
        "medicines": frozenset(("antidepressant",)),
    },
    {
        "Cancer, thin bones, steroids, weak defense?": "Asked, and not stated",
        "Since when?": "Pain began in 2009",
        "Where, and does it go down a leg?": "no place on a leg",
        "What makes it worse, what eases it?": "heat",
        "How bad is it, and is it getting better?": "as it was at the start",
        "What can the person no longer do?": "enjoyment 7, activity 6",
        "How is sleep?": "5 h 30",
        "What was tried, and what came of it?": "muscle relaxed",
        "What does the person want, and want to know?": "May I swim?",
    },
    {
        "Which conditions change how I work?": "Fibromyalgia",
        "A blood thinner, or a clot?": "not stated: blood thinner",
        "Pregnant?": "pregnancy",
        "Cancer, now or before?": "cancer in treatment",
        "Which medicines?": "not listed here",
        "Where is it to be worked on?": "lower back right",
        "How firm?": "medium",
        "How did the body answer the last time?": "muscle relaxed",
        "Sore or bruised after it?": "soreness the next day 1|sore 1",
        "What is it for?": "sit through a film",
        "What do others of the care team do?": "light strokes",
    },
)
EVE = Reading(
    (
        DANA,
        *(pain(n, 4, areas=("si-l",), stiffness_min=50, relievers=("walking",)) for n in range(40)),
        Signs(at=ago(2), inflammation=("swelling",)),
        visit(12, pressure=1, response="relaxed"),
        *_nights(380),
    ),
    {
        "birth_year": 1996,
        "pain_since": 2022,
        "conditions": frozenset(("pregnancy", "pelvic_girdle_pain")),
        "conditions_asked": frozenset((*FIRST_ASKED, "pelvic_girdle_pain")),
        "inflammatory_signs": frozenset(("psoriasis",)),
    },
    {
        "Cancer, thin bones, steroids, weak defense?": "Asked, and not stated",
        "Since when?": "Pain began in 2022",
        "Where, and does it go down a leg?": "sacroiliac joint (40 days)",
        "What makes it worse, what eases it?": "walking (40 days)",
        "How bad is it, and is it getting better?": "as it was at the start",
        "Stiff in the morning, an inflammatory pattern?": "Stiff on waking: 50 min",
        "How is sleep?": "6 h 20",
        "What was tried, and what came of it?": "muscle relaxed",
    },
    {
        "Which conditions change how I work?": "Pelvic",
        "A blood thinner, or a clot?": "not stated: blood thinner",
        "Pregnant?": "Pregnancy",
        "Cancer, now or before?": "cancer in treatment",
        "Signs of inflammation of late?": "swelling",
        "Where is it to be worked on?": "sacroiliac joint",
        "How firm?": "light",
        "How did the body answer the last time?": "muscle relaxed",
    },
)
PEOPLE = {"Ada": ADA, "Ben": BEN, "Carl": CARL, "Dora": DORA, "Eve": EVE}
"""An older woman with a warning sign and a blood thinner; a young man in his first episode; a man whose leg hurts since
he lifted, with many medicines; a woman with long-standing pain and a psychologist; a pregnant woman with an inflammatory
pattern."""

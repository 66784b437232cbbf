"""Forty small faults, and which test catches each: `python -m tests.faults [NAME ...]`.

A fault is one small expression of the program made wrong, as a slip of the hand would. Each is made
alone, in a copy, and the tests that stand nearest are run until one of them fails. So a leaner set of
tests, or a program put in another order, can be shown to protect what was protected before.

`--marks EXPR` runs only tests with these marks, as `pytest -m` does; `--all-tests` runs all of them
instead of the nearest; `--sound` makes no fault, and says whether the same tests pass. The exit status
is 0 where every fault is caught, 1 where one is not, 2 where one can no longer be made.
"""

import argparse
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
PACKAGE = "backcare_tui"
NEEDED = (
    PACKAGE,
    "tests",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "assets",
)
"""What the tests read."""
FAILED = re.compile(r"^(?:FAILED|ERROR) ([^\[\n]+?(?:\[.*?\])?)(?: - .*)?$", re.MULTILINE)
"""The id of a test that failed, with the words in brackets that tell it from its like."""
NONE_SELECTED = 5
"""The exit status of pytest where no test has the marks."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One expression made wrong."""

    name: str
    """What goes wrong, in a few words."""
    file: str
    """Below the package."""
    before: str
    """As it is; it stands once in the file."""
    after: str
    """As the fault has it."""
    tests: tuple[str, ...]
    """Files or folders of tests in which it should be caught."""


FAULTS = (
    Fault(
        "pain-of-eleven-is-taken",
        "diary/values.py",
        "Severity = Annotated[int, Meta(ge=0, le=10,",
        "Severity = Annotated[int, Meta(ge=0, le=11,",
        ("tests/diary/test_values.py", "tests/shell/test_wrong_words.py"),
    ),
    Fault(
        "field-of-a-newer-version-is-lost",
        "diary/codec.py",
        "if field not in known or (field in new",
        "if (field in new",
        ("tests/diary/test_codec.py", "tests/contract/test_documents.py"),
    ),
    Fault(
        "undo-forgets-what-was-there",
        "store/journal.py",
        "before.get((table, id_))] for",
        "None] for",
        ("tests/contract/test_undo.py", "tests/shell/test_entries.py"),
    ),
    Fault(
        "two-processes-write-at-once",
        "store/lock.py",
        "fcntl.LOCK_EX | fcntl.LOCK_NB",
        "fcntl.LOCK_SH | fcntl.LOCK_NB",
        ("tests/store/test_writers.py", "tests/shell/test_log.py"),
    ),
    Fault(
        "diary-is-not-synced",
        "files.py",
        "_sync(stream.fileno())",
        "stream.fileno()",
        ("tests/test_files.py", "tests/store/test_faults.py"),
    ),
    Fault(
        "control-character-is-printed",
        "text.py",
        '{"Cc", "Cs", "Zl", "Zp"}',
        '{"Cs", "Zl", "Zp"}',
        ("tests/test_text.py", "tests/shell/test_show.py", "tests/screens/diary/test_checkin.py"),
    ),
    Fault(
        "misspelled-word-finds-nothing",
        "library/search.py",
        "NEARNESS = 0.74",
        "NEARNESS = 0.99",
        ("tests/library/test_search.py", "tests/screens/move/test_exercises.py"),
    ),
    Fault(
        "fall-at-seventy-is-no-sign",
        "guidance/risks.py",
        "age >= OLD_FOR_A_FALL",
        "age > OLD_FOR_A_FALL",
        ("tests/guidance/rules/test_warning_signs.py",),
    ),
    Fault(
        "visits-of-a-course-come-too-close",
        "guidance/care/course.py",
        "return days // max(visits - 1, 1)",
        "return days // max(visits, 1)",
        ("tests/guidance/care/test_course.py", "tests/screens/care/test_course.py"),
    ),
    Fault(
        "advice-rests-a-day-too-long",
        "guidance/advice/current.py",
        "(today - shown).days < rest if rest",
        "(today - shown).days <= rest if rest",
        ("tests/guidance/advice/test_current.py", "tests/screens/today/test_advice.py"),
    ),
    Fault(
        "week-from-sunday-is-ignored",
        "insight/week/entries.py",
        "week_of(day, repository.settings().first_weekday)",
        "week_of(day)",
        ("tests/insight/week/test_ready.py", "tests/shell/test_show.py"),
    ),
    Fault(
        "tick-answers-for-its-own-day",
        "insight/findings/pairings.py",
        '"ticked": (1,)',
        '"ticked": (0,)',
        ("tests/insight/findings/test_permutation.py",),
    ),
    Fault(
        "routine-counts-twice-a-day",
        "insight/movement/programs.py",
        "part.left > 0 and part.last != session.day",
        "part.left > 0",
        ("tests/insight/movement/test_programs.py", "tests/screens/move/test_program.py"),
    ),
    Fault(
        "sleeping-computer-leads-on",
        "player/engine.py",
        "if gap > ASLEEP_S:",
        "if gap > 1000 * ASLEEP_S:",
        ("tests/player/test_engine.py", "tests/screens/player/test_player.py"),
    ),
    Fault(
        "bell-rings-at-every-repetition",
        "player/script.py",
        'return segment.kind != "rep" or segment.rep == 1',
        "return True",
        ("tests/player/test_script.py",),
    ),
    Fault(
        "scale-of-a-hundred-is-pain",
        "exchange/formats/daylio.py",
        'not in {None, "10"}',
        'not in {None, "10", "100"}',
        ("tests/exchange/test_daylio.py",),
    ),
    Fault(
        "time-asleep-is-all-the-night",
        "exchange/formats/bearable_night.py",
        'spans.get("in bed"), spans.get("asleep")',
        'spans.get("in bed", spans.get("asleep")), spans.get("asleep")',
        ("tests/exchange/test_bearable.py",),
    ),
    Fault(
        "second-import-doubles-entries",
        "exchange/matching.py",
        "pairs.append((each, kept))",
        "pairs.append((each, None))",
        ("tests/exchange/test_bring_in.py",),
    ),
    Fault(
        "private-note-is-handed-over",
        "report/notes.py",
        "NOTED[notes]",
        'NOTED["all"]',
        ("tests/report/test_hand_over.py", "tests/shell/test_hand_over.py"),
    ),
    Fault(
        "word-is-html",
        "report/pages/html.py",
        "escape(clean(words, lines=True))",
        "clean(words, lines=True)",
        ("tests/report/test_pages.py",),
    ),
    Fault(
        "word-parts-a-markdown-cell",
        "report/pages/markdown.py",
        "<>#|~&!])",
        "<>#~&!])",
        ("tests/report/test_pages.py", "tests/report/test_report.py"),
    ),
    Fault(
        "failure-exits-well",
        "cli/__init__.py",
        "complain(str(error))\n        return 1",
        "complain(str(error))\n        return 0",
        ("tests/shell/test_entries.py", "tests/shell/test_files.py"),
    ),
    Fault(
        "dry-run-adds-entries",
        "cli/bring_in.py",
        "dry_run=args.dry_run,\n",
        "dry_run=False,\n",
        ("tests/shell/test_files.py", "tests/shell/test_import.py"),
    ),
    Fault(
        "stop-rule-is-silent-in-plain-lines",
        "cli/plain.py",
        "rise_stops(session.pain_before, after)",
        "rise_stops(after, session.pain_before)",
        ("tests/shell/test_start_routine.py",),
    ),
    Fault(
        "name-of-a-routine-is-markup",
        "commands/palette.py",
        'Content(f"{word} {clean(name)}")',
        'Content.from_markup(f"{word} {clean(name)}")',
        ("tests/screens/move/test_place.py",),
    ),
    Fault(
        "welcome-never-comes",
        "greeting.py",
        "elif not settings.boundaries_seen:",
        "elif settings.boundaries_seen is None:",
        ("tests/screens/frame/test_places.py",),
    ),
    Fault(
        "typed-word-is-lost-on-leaving",
        "widgets/chips/chips.py",
        '"""Leaving takes what is typed."""\n        self.settle()',
        '"""Leaving takes what is typed."""',
        ("tests/widgets/chips/test_chips.py", "tests/screens/diary/test_checkin.py"),
    ),
    Fault(
        "left-and-right-are-swapped",
        "widgets/body/body_figure.py",
        '("L", "R") if view == "back"',
        '("L", "R") if view == "front"',
        ("tests/widgets/body/test_body_map.py",),
    ),
    Fault(
        "draft-is-lost-on-closing",
        "screens/frame/draft.py",
        "await self._put(self._dated(values) | waiting)",
        "self._dated(values)",
        ("tests/screens/frame/test_drafts.py",),
    ),
    Fault(
        "change-is-said-and-not-made",
        "screens/frame/desk.py",
        "with_edits(found, opened, record), summary=words",
        "found, summary=words",
        ("tests/screens/frame/test_desk.py",),
    ),
    Fault(
        "night-lands-on-another-day",
        "screens/diary/night.py",
        "record.night if record else day or desk.clock.today()",
        "record.night if record else desk.clock.today()",
        ("tests/screens/diary/test_place.py", "tests/screens/diary/test_night.py"),
    ),
    Fault(
        "undo-is-made-and-not-shown",
        "screens/frame/everywhere.py",
        "take_back(self, self.desk)",
        "self.desk.repository.undo()",
        ("tests/screens/today/test_place.py",),
    ),
    Fault(
        "leg-pain-plays-on",
        "screens/player/player.py",
        "self._end(LEG)",
        "self._pause()",
        ("tests/screens/player/test_player.py",),
    ),
    Fault(
        "marked-sign-is-not-kept",
        "screens/guidance/red_flags.py",
        "for each in red_flags() if each.id in marked",
        "for each in red_flags() if each.id in self._begun",
        ("tests/screens/guidance/test_red_flags.py",),
    ),
    Fault(
        "caught-up-day-is-the-next-one",
        "screens/diary/catch_up.py",
        "dt.datetime.combine(day, NOON)",
        "dt.datetime.combine(day, NOON) + dt.timedelta(days=1)",
        ("tests/screens/diary/test_catch_up.py",),
    ),
    Fault(
        "changed-visit-leaves-its-course",
        "screens/care/visit.py",
        "replace(visit, course=before.course,",
        "replace(visit, course=None,",
        ("tests/screens/care/test_visit.py",),
    ),
    Fault(
        "liter-is-a-tenth",
        "library/measures.py",
        "LITER_ML = 1000",
        "LITER_ML = 100",
        ("tests/wording/test_fields.py",),
    ),
    Fault(
        "kept-to-leaving-out-is-done",
        "screens/trends/trial_answer.py",
        'did=value == "did"',
        'did=value == "left-out"',
        ("tests/screens/trends/test_trials.py",),
    ),
    Fault(
        "forgotten-session-comes-again",
        "screens/player/go_on.py",
        "forget_session(self.desk, self._under_way.session)",
        "self.desk.say(value)",
        ("tests/screens/player/test_go_on.py",),
    ),
    Fault(
        "form-keeps-read-only-to-itself",
        "screens/frame/drafted_form.py",
        "self.complain(reason)",
        "reason.strip()",
        ("tests/screens/frame/test_trouble.py",),
    ),
)


@dataclass(frozen=True, slots=True)
class Run:
    """What came of some tests."""

    status: int
    """As pytest ends."""
    failed: str
    """The id of the first test that failed; empty where none did."""
    seconds: float

    @property
    def is_caught(self) -> bool:
        """Whether a test failed; that none ran, or that pytest could not begin, is no catch."""
        return self.status in {1, 2} and bool(self.failed)

    @property
    def said(self) -> str:
        """Which test caught it, or that none did."""
        if self.is_caught:
            return f"caught by {self.failed}"
        if self.status == NONE_SELECTED:
            return "NOT CAUGHT (no test was selected)"
        return "NOT CAUGHT" if not self.status else f"NOT CAUGHT (pytest ended with {self.status})"


def wrongs(faults: Iterable[Fault]) -> Iterator[str]:
    """Why faults can no longer be made, a sentence each."""
    for fault in faults:
        source = ROOT / PACKAGE / fault.file
        count = source.read_text("utf-8").count(fault.before) if source.is_file() else 0
        if count != 1:
            yield f"{fault.name}: what it changes stands {count} times in {fault.file}, not once."
        for path in fault.tests:
            if not (ROOT / path).exists():
                yield f"{fault.name}: there is no {path}."


def copy_into(folder: Path) -> None:
    """Copy what the tests need."""
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)


@contextmanager
def made(fault: Fault, folder: Path) -> Iterator[None]:
    """The fault in the copy, for as long as it is looked at."""
    file = Path(PACKAGE) / fault.file
    text = (ROOT / file).read_text("utf-8")
    (folder / file).write_text(text.replace(fault.before, fault.after), "utf-8")
    try:
        yield
    finally:
        # With the time of the original too: by that Python tells which bytecode is of which text.
        shutil.copy2(ROOT / file, folder / file)


def run(folder: Path, tests: Iterable[str], marks: str) -> Run:
    """Run tests in the copy until one fails; all of them where none are named."""
    chosen = ("-m", marks) if marks else ()
    words = ("-x", "-q", "-n", "0", "-p", "no:cacheprovider", *chosen, *tests)
    start = time.monotonic()
    done = subprocess.run(
        (sys.executable, "-m", "pytest", *words),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = FAILED.search(done.stdout)
    return Run(done.returncode, found[1] if found else "", time.monotonic() - start)


def is_sound(folder: Path, tests: Iterable[str], marks: str) -> bool:
    """Whether tests pass without a fault, which is said."""
    came = run(folder, tests, marks)
    said = "pass" if came.status == 0 else came.failed or f"pytest ended with {came.status}"
    print(f"without a fault: {said}, {came.seconds:.0f} s")
    return came.status == 0


def are_caught(faults: Sequence[Fault], folder: Path, marks: str, *, by_all: bool) -> bool:
    """Whether each fault is caught, which is said line by line."""
    caught = 0
    for fault in faults:
        with made(fault, folder):
            came = run(folder, () if by_all else fault.tests, marks)
        caught += came.is_caught
        print(f"{fault.name:34} {came.said}, {came.seconds:.0f} s", flush=True)
    print(f"{caught} of {len(faults)} caught")
    return caught == len(faults)


def main() -> int:
    """Make the faults that are named, or all; gives the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = [fault.name for fault in FAULTS]
    parser.add_argument("names", nargs="*", metavar="NAME", help="the faults; all by default")
    parser.add_argument("--marks", default="", metavar="EXPR", help="only tests with these marks")
    parser.add_argument("--all-tests", action="store_true", help="not only the nearest tests")
    parser.add_argument("--sound", action="store_true", help="the tests without a fault")
    options = parser.parse_args()
    if unknown := [name for name in options.names if name not in names]:
        parser.error(f"there is no fault {unknown[0]}; there are {', '.join(names)}")
    faults = [each for each in FAULTS if not options.names or each.name in options.names]
    if found := list(wrongs(faults)):
        print(*found, sep="\n", file=sys.stderr)
        return 2
    with TemporaryDirectory() as name:
        folder = Path(name)
        copy_into(folder)
        if options.sound:
            nearest = dict.fromkeys(path for fault in faults for path in fault.tests)
            is_well = is_sound(folder, () if options.all_tests else nearest, options.marks)
        else:
            is_well = are_caught(faults, folder, options.marks, by_all=options.all_tests)
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())

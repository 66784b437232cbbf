"""`mat`: a routine as one page that leads it on a phone or tablet, without a network."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from backcare_tui.cli import lookup as chosen
from backcare_tui.cli.advice import say_stops
from backcare_tui.cli.opening import open_repository
from backcare_tui.cli.plain_conditions import caution
from backcare_tui.cli.targets import tell_unlocked
from backcare_tui.cli.terminal import CannotDo, json_text, say_done
from backcare_tui.cli.written import page_as_json, target_of
from backcare_tui.diary.records.routine import Routine
from backcare_tui.diary.settings import Settings
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.guidance.profile import conditions_to_ask
from backcare_tui.guidance.safety import fitted
from backcare_tui.report.mat.page import ENDING, ON_IT, mat_file_name, write_mat
from backcare_tui.text import clean


def mat(args: Namespace, path: Path, clock: Clock) -> int:
    """Write the page.

    Raises:
        WrongWords: For a routine that there is not, or a file of another kind.
        CannotDo: While a warning sign stands, if nothing of the routine is to be done, or if the file is
            there already or cannot be written.
    """
    repository = open_repository(path, clock)
    routine = chosen.routine(args.routine, repository.entries(Routine))
    name = mat_file_name(routine) if args.file is None else args.file
    target = target_of(name, path, (ENDING,))
    if stops := say_stops(repository, clock, routine):
        raise CannotDo(stops)
    settings = repository.settings()
    try:
        page = write_mat(routine, settings, target, force=args.force)
    except BadValue as error:
        raise CannotDo(f"{clean(routine.name)} cannot be played: {error}") from error
    cautions = caution(routine, settings, was_asked=False)
    if args.json:
        verdict = _fits(routine, settings)
        facts = page_as_json(page, ENDING, target, verdict=verdict, on_it=ON_IT)
        say_done(json_text({**facts, "routine": routine.id, "cautions": cautions}))
    else:
        say_done(f"Written to {clean(name)}", ON_IT, *map(clean, cautions))
    tell_unlocked(path)
    return 0


def _fits(routine: Routine, settings: Settings) -> str:
    """Whether it is led as it is; unknown where conditions that matter to it were not stated."""
    if conditions_to_ask(settings, routine):
        return "unknown"
    return "no" if fitted(routine, settings.conditions)[1] else "yes"


COMMANDS: dict[str, Callable[[Namespace, Path, Clock], int]] = {"mat": mat}

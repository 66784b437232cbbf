"""The recovery sheet: paragraphs for a screen that wraps them, lines for paper."""

from pathlib import Path

from backcare_tui.store.locked import places_of
from backcare_tui.store.recovery_sheet import PAPER, on_paper, recovery_sheet
from tests.conftest import FrozenClock
from tests.store.locks import KEY


def test_a_screen_gets_whole_sentences_and_paper_lines_that_fit(
    tmp_path: Path, clock: FrozenClock
) -> None:
    sheet = tuple(recovery_sheet(places_of(tmp_path / "diary.json"), KEY, clock))
    prose = [each for each in sheet[2:] if each and not each.startswith(" ")]
    assert [each for each in prose if not each[0].isupper()] == [], "none is the rest of another"
    lines = tuple(on_paper(sheet))
    assert max(len(each) for each in lines[2:] if not each.startswith(" ")) <= PAPER
    assert " ".join(lines).split() == " ".join(sheet).split()
    assert f"    {KEY.secret}" in lines

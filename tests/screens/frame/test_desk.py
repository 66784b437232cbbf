"""The desk: each change is made, said and announced once; what cannot be is said, and nothing else."""

import errno

import msgspec
import pytest
from textual.app import App

from backcare_tui.diary.records.meal import Meal
from backcare_tui.diary.records.pain import Pain
from backcare_tui.screens.frame.desk import Desk, DiaryChanged
from backcare_tui.store.tiny import TinyRepository
from tests.conftest import MONDAY, FrozenClock
from tests.store.faults import failing

PAIN = Pain(id="p", at=MONDAY, severity=4)
SOUP = Meal(id="m", at=MONDAY, text="soup")


@pytest.fixture
def desk(repository: TinyRepository, clock: FrozenClock) -> Desk:
    """A desk over an empty diary."""
    return Desk(repository, clock, App())


@pytest.fixture
def announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[DiaryChanged]:
    """What the desk told the screens."""
    told: list[DiaryChanged] = []
    monkeypatch.setattr(desk.changed, "publish", told.append)
    return told


def said(desk: Desk) -> tuple[str, str]:
    return desk.said.kind, desk.said.text


async def test_what_was_kept_is_said_and_announced_with_its_id(
    desk: Desk, announced: list[DiaryChanged]
) -> None:
    assert await desk.add(PAIN, words="pain 4")
    assert said(desk) == ("saved", "saved 08:12 · pain 4")
    assert await desk.put(SOUP, msgspec.structs.replace(PAIN, severity=7), words="pain 7")
    assert [(each.reason, each.saved_id) for each in announced] == [("saved", "p"), ("saved", "p")]
    await desk.undo()
    assert said(desk) == ("undone", "undone: pain 7")
    assert (announced[-1].reason, announced[-1].saved_id) == ("undone", "")
    assert desk.repository.entries(Meal) == ()


async def test_a_removal_is_one_thing_for_the_notice_and_another_for_undo(desk: Desk) -> None:
    await desk.add(PAIN, SOUP, words="two")
    assert await desk.remove("p", "m", words="deleted both", said="deleted: both")
    assert said(desk) == ("saved", "saved 08:12 · deleted: both")
    await desk.undo()
    assert said(desk) == ("undone", "undone: deleting both")


async def test_a_setting_is_announced_and_said_only_where_there_are_words(
    desk: Desk, announced: list[DiaryChanged]
) -> None:
    assert await desk.set("theme", "dark", words="theme: dark")
    assert await desk.set("calm", value=True)
    assert said(desk) == ("news", "theme: dark")
    assert [each.reason for each in announced] == ["setting", "setting"]
    await desk.undo()
    assert said(desk) == ("news", "nothing left to undo")
    assert len(announced) == 2


async def test_what_another_process_changed_of_an_entry_stays(desk: Desk) -> None:
    await desk.add(PAIN, words="pain 4")
    desk.repository.change(msgspec.structs.replace(PAIN, note="stiff"))
    assert await desk.revise(PAIN, msgspec.structs.replace(PAIN, severity=7), SOUP, words="pain 7")
    (entry,) = desk.repository.entries(Pain)
    assert (entry.severity, entry.note) == (7, "stiff")
    await desk.undo()
    assert (desk.repository.entries(Pain)[0].severity, desk.repository.entries(Meal)) == (4, ())


async def test_an_entry_that_was_deleted_elsewhere_comes_back_with_what_was_typed(
    desk: Desk,
) -> None:
    assert await desk.revise(PAIN, msgspec.structs.replace(PAIN, severity=7), words="pain 7")
    assert "pain 7 (it was deleted elsewhere, now it is back)" in desk.said.text
    assert desk.repository.entries(Pain)[0].severity == 7
    assert not await desk.revise(SOUP, SOUP, words="soup", brings_back=False)
    assert said(desk) == ("trouble", 'id: "m" is not the beginning of an entry\'s id.')


async def test_what_cannot_be_done_is_said_once_and_changes_nothing(
    desk: Desk, announced: list[DiaryChanged]
) -> None:
    complaints: list[str] = []
    with failing("replace", errno.ENOSPC):
        assert not await desk.add(PAIN, words="pain 4", complain=complaints.append)
        assert not await desk.set("theme", "dark", complain=complaints.append)
    assert (len(complaints), said(desk)) == (2, ("news", ""))
    assert not await desk.change(PAIN, words="pain 4")
    assert said(desk) == ("trouble", 'id: "p" is not an entry of this diary.')
    assert desk.find("p") is None
    assert {each.reason for each in announced} == {"elsewhere"}
    assert desk.repository.entries(Pain) == ()

"""The front door, and the pages behind it: short, and each link, picture and figure is there."""

import re
from pathlib import Path

from backcare_tui.library.exercises import exercises
from backcare_tui.library.manual import manual_pages, slug
from tests.for_each import for_each
from tests.house.source import PACKAGE, ROOT
from tests.pictures.assets import PICTURES

README = ROOT / "README.md"
GALLERY = ROOT / "assets" / "README.md"
PAGES = (README, ROOT / "CONTRIBUTING.md", GALLERY, *sorted((PACKAGE / "manual").glob("*.md")))
LINK = re.compile(r"\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)")


def words(markdown: str) -> list[str]:
    """What is read: no code block, no picture's name, no mark, no address of a link."""
    text = re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|(?<=\])\([^)]*\)", "", text)
    return re.findall(r"\w[\w.,:'-]*", text)


def test_the_readme_has_700_words_at_most_its_table_among_them_its_code_blocks_not() -> None:
    assert len(words(README.read_text("utf-8"))) <= 700


@for_each("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_link_leads_to_a_file_and_a_heading_that_are_there(page: Path) -> None:
    text = page.read_text("utf-8")
    for file, heading in LINK.findall(re.sub(r"`[^`]*`", "", text)):
        target = page.parent / file if file else page
        assert target.exists(), file
        headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
        assert not heading or heading in map(slug, headings), (file, heading)


def test_every_picture_is_shown_and_every_picture_that_is_shown_is_drawn() -> None:
    shown = re.findall(r"!\[.+\]\((\w[\w-]*)\.svg\)", GALLERY.read_text("utf-8"))
    assert sorted(shown) == sorted(PICTURES)
    assert {file.stem for file in GALLERY.parent.glob("*.svg")} == set(PICTURES)


def test_every_page_of_the_manual_has_its_place_in_the_list() -> None:
    from backcare_tui.library.manual import ORDER

    assert sorted(ORDER) == sorted(page.id for page in manual_pages())


def test_the_readme_and_the_manual_say_the_same_of_how_it_is_installed() -> None:
    readme = README.read_text("utf-8")
    page = (PACKAGE / "manual" / "installing.md").read_text("utf-8")
    look, keep = re.findall(r"^```sh\n(.*?)```", readme, re.DOTALL | re.MULTILINE)[:2]
    assert look in page
    assert keep in page
    weights = re.search(
        r"(\d+) MB, of which (\d+) are numpy.*?PDF is (\d+) more", readme, re.DOTALL
    )
    assert weights
    together, numpy, pdf = weights.groups()
    assert f"| **together** | **{together}** |" in page
    assert f"| numpy | {numpy} |" in page
    assert f"reportlab and Pillow | {pdf} |" in page


def test_the_manual_counts_what_there_is() -> None:
    page = (PACKAGE / "manual" / "on-the-mat.md").read_text("utf-8")
    assert f"the library: {len(exercises())} exercises" in page

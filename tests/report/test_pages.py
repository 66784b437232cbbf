"""A page as text and as HTML: nothing lost, nothing that a reader of either would stumble over."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from backcare_tui.diary.settings import RegionId
from backcare_tui.report.drawing import Drawing
from backcare_tui.report.own_words import own
from backcare_tui.report.pages.html import html_page
from backcare_tui.report.pages.markdown import markdown_page
from backcare_tui.report.pages.text import WIDTH, text_page
from backcare_tui.report.paper import Numbers, Paper, PaperTable, Section, SheetSize, sheet_of

TABLE = PaperTable(
    ("Day", "With", ""), (("Mon", "Dana", ""), ("Tue", "", "")), ("Mon: Dana.", "Tue.")
)
PAPER = Paper(
    "A page", ("For Dana.",), "No diagnosis.", (Section("Care", ("Fine.",), TABLE, ("a", "b")),)
)

PAGES = (html_page, markdown_page)


class Seen(HTMLParser):
    """The tags and the words of a page; it refuses one that is not closed as it was opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in {"meta", "br", "wbr"}:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] != "style":
            self.words.append(data)


def of(words: str) -> Paper:
    """A page with these words everywhere."""
    table = PaperTable((words, words), ((words, words),), (words,))
    section = Section(words, (words,), table, (words,))
    return Paper(words, (words,), words, (section,))


def test_html_has_what_a_screen_reader_needs() -> None:
    text = html_page(PAPER)
    seen = Seen(text)
    assert ("lang", "en") in seen.attributes
    assert [tag for tag in seen.tags if tag in {"main", "h1", "h2", "caption"}] == [
        "main",
        "h1",
        "h2",
        "caption",
    ]
    heads = re.findall(r'<th scope="col" role="columnheader">(\w+)</th>', text)
    assert heads == ["Day", "With"]
    assert re.search(r'<th scope="row"[^>]*>Tue</th><td [^>]*></td>', text)


def test_html_is_one_file_without_script_that_fetches_nothing() -> None:
    seen = Seen(html_page(PAPER))
    assert not {"script", "link", "img", "a", "iframe"} & set(seen.tags)
    assert not {"src", "href", "style"} & {name for name, _ in seen.attributes}
    assert "url(" not in html_page(PAPER)
    assert "@import" not in html_page(PAPER)


@given(st.text())
def test_no_word_becomes_a_tag_or_gets_lost(words: str) -> None:
    plain = Seen(html_page(of("x"))).tags
    seen = Seen(html_page(of(f"x{words}")))
    assert [tag for tag in seen.tags if tag not in {"br", "wbr", "bdi"}] == plain


def test_words_that_look_like_tags_are_shown_as_they_are() -> None:
    sharp = "<script>alert(1)</script> [/] & \"'\x1b[31m\u202e"
    text = html_page(of(sharp))
    assert "<script" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "<script>alert(1)</script> [/] & \"'\ufffd[31m\ufffd" in Seen(text).words


def test_line_ends_of_a_note_stay() -> None:
    assert "one<br>two" in html_page(of("one\ntwo"))
    assert "\n- one\n  two\n" in text_page(
        Paper("p", (), "b", (Section("s", items=("one\ntwo",)),))
    )


def test_text_says_each_row_in_a_line_of_its_own() -> None:
    assert text_page(PAPER) == (
        "A page\nFor Dana.\n\nCare\n  Fine.\n- Mon: Dana.\n- Tue.\n- a\n- b\n\nNo diagnosis.\n"
    )


def test_a_column_in_which_no_row_says_anything_is_on_no_page() -> None:
    unsaid = replace(TABLE, headings=("Day", "With", "Pressure"))
    pages = [write(replace(PAPER, sections=(Section("Care", table=unsaid),))) for write in PAGES]
    assert all("With" in page and "Pressure" not in page for page in pages)


def test_a_drawing_without_numbers_is_said_in_words_where_nothing_is_drawn() -> None:
    drawing = Drawing(10, 10, "First week", "left hip 2 days.", ())
    section = Section("Where it hurt", drawings=(drawing,))
    with_numbers = replace(section, numbers=Numbers(("Area",), (("left hip",),)))
    assert "First week: left hip 2 days." in text_page(Paper("p", (), "b", (section,)))
    assert "First week: left hip 2 days." in markdown_page(Paper("p", (), "b", (section,)))
    assert "First week" not in markdown_page(Paper("p", (), "b", (with_numbers,)))


@given(st.text(st.characters(codec="ascii"), max_size=400))
def test_text_keeps_to_its_width_and_has_no_control_character(words: str) -> None:
    text = text_page(Paper("p", (words,), words, (Section("s", (words,), items=(words,)),)))
    assert all(line.isprintable() and len(line) <= WIDTH for line in text.split("\n"))


def test_a_long_word_can_be_broken_but_only_a_word_gets_a_hyphen() -> None:
    name, address = "Hohenstein-Waldburgzeil", "https://example.org/" + "a" * 180
    table = PaperTable(("Day", "With"), (("Mon", f"{name} {address}"),), ("",))
    text = html_page(Paper("p", (), "b", (Section("s", table=table),)))
    assert "Hohenste&shy;in-Waldb&shy;urgzeil https://<wbr>" in text
    assert name + " " + address in html_page(Paper("p", (f"{name} {address}",), "b", ()))


def test_what_was_written_from_the_right_stands_by_itself() -> None:
    name, note = own("\u05d3\u05e0\u05d4"), own("\u05db\u05d0\u05d1 3 (6).")
    paper = Paper("p", (f"With {name}: {note}",), "b", ())
    assert "With <bdi>\u05d3\u05e0\u05d4</bdi>: <bdi>\u05db\u05d0\u05d1 3 (6).</bdi>" in html_page(
        paper
    )
    for page in (text_page, markdown_page):
        assert not {"\u2068", "\u2069", "\ufffd"} & set(page(paper))


def test_whose_it_is_stands_on_it_and_what_is_not_said_is_a_line_for_the_pen() -> None:
    paper = Paper("p", (), "b", (), whose=(("Name", "Ada <Kim>"), ("Born", "")), made="made today")
    text = html_page(paper)
    assert "Name: <b>Ada &lt;Kim&gt;</b>" in text
    assert '<span class="blank">Born:</span>' in text
    assert "Name: Ada <Kim>" in text_page(paper)
    assert "Born" not in text_page(paper)


@given(st.text())
def test_a_name_never_leaves_its_string_in_the_style(words: str) -> None:
    text = html_page(Paper("p", (), "b", (), whose=(("Name", f"x{words}"),)))
    style = text[text.index("<style>") : text.index("</style>")]
    (content,) = re.findall(r'@bottom-left \{ content: "([^"]*)"; \}', style)
    assert not set(content) & set("<>{};'\n\r\f")
    assert re.sub(r"\\[0-9a-f]{6}", "", content).count("\\") == 0


def test_the_numbers_of_a_chart_stand_beside_it() -> None:
    numbers = Numbers(("Week from", "Pain"), (("Mon 2 Nov", "4.3"),))
    text = html_page(Paper("p", (), "b", (Section("Pain", ("x",), numbers=numbers),)))
    assert re.search(r"<details><summary>.*</summary>\s*<table>", text)
    assert re.search(r'<th scope="row"[^>]*>Mon 2 Nov</th><td[^>]*>4.3</td>', text)


@pytest.mark.parametrize(
    ("region", "size"), [("us", "Letter"), ("ca", "Letter"), ("uk", "A4"), ("", "A4")]
)
def test_the_sheet_is_that_of_the_region(region: RegionId, size: SheetSize) -> None:
    assert sheet_of(region) == size
    assert f"@page {{ size: {size};" in html_page(Paper("p", (), "b", (), sheet=sheet_of(region)))

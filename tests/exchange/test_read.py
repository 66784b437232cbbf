"""Finding out what a file is, and saying so when it is nothing that is understood."""

import codecs
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from backcare_tui.diary.records.pain import Feeling
from backcare_tui.diary.when import Clock
from backcare_tui.exchange import FORMATS, CannotImport, read
from backcare_tui.text import clean
from tests.examples import tried
from tests.exchange.reading import BEARABLE, DAYLIO, FILES, read_text, told

ROW = '2026-11-20,November 20,Friday,20:00,good,"","","a note"'
FEELING = {"at": "2026-11-20T20:00:00+01:00", "mood": 4, "note": "a note"}

same_folder = settings(tried(60), suppress_health_check=[HealthCheck.function_scoped_fixture])


def sentence_about(path: Path, name: str | None, clock: Clock) -> str:
    """What is said of a file: why it cannot be read, or its days."""
    try:
        return read(path, name, clock).notes[0]
    except CannotImport as error:
        return str(error)


@pytest.mark.parametrize(
    "text",
    [
        f"\ufeff{DAYLIO}\n{ROW}\n",
        f"{DAYLIO}\r\n{ROW}\r\n",
        f"{DAYLIO}\r{ROW}\r",
        f"{DAYLIO},\n{ROW},\n",
        f"sep=,\n\n{DAYLIO}\n{ROW}\n\n",
        f"{DAYLIO}\n{DAYLIO}\n{ROW}\n",
        f"{DAYLIO.upper()}\n{ROW}",
        f"{DAYLIO}\n{ROW}".replace(",", ";"),
        f"{DAYLIO}\n{ROW}".replace(",", "\t"),
    ],
    ids=["BOM", "CRLF", "CR", "trailing", "preamble", "repeated", "capitals", "semicolon", "tab"],
)
def test_a_table_is_read_in_whichever_form(tmp_path: Path, clock: Clock, text: str) -> None:
    batch = read_text(tmp_path, text, clock)
    assert told(batch, Feeling) == [FEELING]
    assert batch.refused == ()


def test_text_in_utf_16_is_read(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(codecs.BOM_UTF16_LE + f"{DAYLIO}\n{ROW}\n".encode("utf-16-le"))
    assert told(read(path, None, clock), Feeling) == [FEELING]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "export.csv is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0", "export.csv is not text in UTF-8"),
        (b"a\0b", "export.csv is not a text file"),
        ("Schmerz: groß".encode("latin-1"), "export.csv is not text in UTF-8"),
        (b"one,two\n1,2\n", "export.csv is of no known format"),
        (b'{"backcare": 1, "tables": {', "export.csv is cut short or damaged"),
        (b'{"backcare": 2, "tables": {}}', "export.csv has form 2"),
        (b'{"backcare": 1}', "export.csv is not an export of backcare"),
    ],
)
def test_a_file_that_is_not_understood_is_a_sentence(
    tmp_path: Path, clock: Clock, data: bytes, sentence: str
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(data)
    with pytest.raises(CannotImport) as caught:
        read(path, None, clock)
    assert str(caught.value).startswith(sentence)
    assert str(caught.value).endswith(".")


def test_a_file_that_is_not_there_or_a_folder_is_a_sentence(tmp_path: Path, clock: Clock) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(CannotImport, match=r"cannot be read: .+\."):
            read(path, None, clock)


def test_a_file_too_large_is_a_sentence(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backcare_tui.exchange.LARGEST_BYTES", 1024)
    with pytest.raises(CannotImport, match="is larger than"):
        read_text(tmp_path, "x" * 1025, clock)


def test_a_stated_format_must_be_known_and_must_fit(clock: Clock) -> None:
    with pytest.raises(CannotImport, match='"fitbit" is not one of backcare, daylio, bearable'):
        read(FILES / "daylio-2019.csv", "fitbit", clock)
    with pytest.raises(CannotImport, match="no header with the columns of bearable"):
        read(FILES / "daylio-2019.csv", "bearable", clock)
    assert read(FILES / "daylio-2019.csv", "daylio", clock).records


def test_a_row_with_quotes_that_do_not_match_is_left_out_and_the_rest_goes_on(
    tmp_path: Path, clock: Clock
) -> None:
    broken = '2026-11-19,November 19,Thursday,20:00,good,"a"b,"",""'
    batch = read_text(tmp_path, f"{DAYLIO}\n{broken}\n{ROW}\n", clock)
    assert told(batch, Feeling) == [FEELING]
    assert batch.refused[0].startswith("Line 2: the quotes in this row do not match")


@pytest.mark.parametrize(
    ("broken", "lines"),
    [
        ('2026-11-19,x,Thursday,20:00,good,"","","open', 1),
        ('2026-11-19,x,Thursday,20:00,good,"","","open\nand a second line\n3 more', 3),
    ],
)
def test_an_open_quote_swallows_nothing_but_its_row(
    tmp_path: Path, clock: Clock, broken: str, lines: int
) -> None:
    rows = [ROW.replace('""', "").replace('"a note"', f"day {day}") for day in range(3)]
    batch = read_text(tmp_path, "\n".join([DAYLIO, broken, *rows]), clock)
    assert len(told(batch, Feeling)) == 3
    (why,) = batch.refused
    assert why.startswith("Line 2: the quotes in this row do not match")
    assert why.endswith(f" It takes {lines} lines with it.") is (lines > 1)


def test_rows_that_the_file_has_once_more_further_down_count_once(
    tmp_path: Path, clock: Clock
) -> None:
    other = ROW.replace("a note", "another")
    batch = read_text(tmp_path, "\n".join([DAYLIO, ROW, ROW, other, ROW, ROW, other]), clock)
    notes = [feeling["note"] for feeling in told(batch, Feeling)]
    assert sorted(notes) == ["a note", "a note", "another"]
    assert batch.repeated == 3
    assert "3 rows come once more further down in the file; each counts once." in batch.notes


def test_a_file_cut_within_a_note_loses_only_that_entry(tmp_path: Path, clock: Clock) -> None:
    batch = read_text(tmp_path, f"{DAYLIO}\n{ROW}\n{ROW[:-4]}", clock)
    assert told(batch, Feeling) == [FEELING]
    assert len(batch.refused) == 1


def test_a_note_may_be_long_and_one_that_nobody_wrote_is_left_out_of_its_entry(
    tmp_path: Path, clock: Clock
) -> None:
    long, longer = "a long day " * 9_000, "a long day " * 10_000
    rows = (ROW.replace("a note", note) for note in (long, longer))
    batch = read_text(tmp_path, "\n".join([DAYLIO, *rows]), clock)
    notes = {feeling.get("note") for feeling in told(batch, Feeling)}
    assert notes == {None, long.strip()}
    (dropped,) = map(str, batch.dropped)
    assert dropped.startswith('Line 3: note: "a long day')
    assert "110,000 characters" in dropped


def test_a_row_with_more_cells_than_columns_is_refused(tmp_path: Path, clock: Clock) -> None:
    batch = read_text(tmp_path, f"{DAYLIO}\n{ROW},more\n", clock)
    assert batch.records == ()
    assert batch.refused == ('Line 2: "more" is one cell more than the header has columns.',)


def test_control_characters_in_notes_stay_data_and_in_sentences_become_harmless(
    tmp_path: Path, clock: Clock
) -> None:
    row = '2026-11-20,x,Friday,20:00,good,"","","\x1b[2Jred"'
    wrong = '2026-11-20,x,Friday,\x1b[2J,good,"","",""'
    batch = read_text(tmp_path, f"{DAYLIO}\n{row}\n{wrong}\n", clock)
    assert told(batch, Feeling)[0]["note"] == "\x1b[2Jred"
    assert all("\x1b" not in sentence for sentence in (*batch.refused, *batch.notes))
    assert len(batch.refused) == 1


@same_folder
@given(data=st.binary(max_size=400))
@example(data=b"\xff\xfe\x00")
@example(data=b'{"backcare":1,"tables":' + b"[" * 5000)
def test_any_bytes_are_read_or_refused_with_a_sentence(
    tmp_path: Path, clock: Clock, data: bytes
) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(data)
    for name in (None, *FORMATS):
        assert sentence_about(path, name, clock).endswith(".")


_TELLING = """2026-11-20|1st Mar 2026|0001-01-01|08:00|am|5|good|Mood|Sleep|Sleep quality|Symptom
Health measurements|Pain (0-10)|Back (x) pain (Mild)|Asleep 1:00 - 1:00|Nap 99h|Food Diary
Meals: a. Snacks: b|Meds/Supplements"""
_CELL = st.text(
    st.characters(codec="utf-8", exclude_characters='"\0'), max_size=12
) | st.sampled_from(_TELLING.replace("\n", "|").split("|"))


@same_folder
@given(
    header=st.sampled_from([DAYLIO, DAYLIO.replace("mood", "scales,mood"), BEARABLE]),
    rows=st.lists(st.lists(_CELL, min_size=6, max_size=9), max_size=6),
)
def test_any_cells_become_entries_or_sentences(
    tmp_path: Path, clock: Clock, header: str, rows: list[list[str]]
) -> None:
    lines = [",".join(f'"{cell}"' for cell in row) for row in rows]
    batch = read_text(tmp_path, "\n".join([header, *lines]), clock)
    assert all(sentence.startswith("Line ") for sentence in batch.refused)
    assert all(clean(sentence) == sentence for sentence in (*batch.refused, *batch.notes))


@same_folder
@given(share=st.floats(0, 1), name=st.sampled_from(sorted(p.name for p in FILES.iterdir())))
def test_a_file_cut_anywhere_is_read_or_refused(
    tmp_path: Path, clock: Clock, share: float, name: str
) -> None:
    data = (FILES / name).read_bytes()
    path = tmp_path / name
    path.write_bytes(data[: int(len(data) * share)])
    assert sentence_about(path, None, clock).endswith(".")

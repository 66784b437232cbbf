"""The diary as one readable JSON document, and back."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import is_removed, read_record, write_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import KINDS, RECORDS
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock
from backcare_tui.exchange.batch import Batch
from backcare_tui.exchange.formats.base import ExportFormat, ImportFormat, of_text
from backcare_tui.exchange.routines import ROUTINES
from backcare_tui.exchange.source import CannotImport, SourceFile
from backcare_tui.text import say_count, say_day, shortened

FORM = 1
"""The form of the document; a higher number is one that this version does not know."""


def export_json(repository: Repository, clock: Clock) -> bytes:
    """Everything in the diary as JSON in UTF-8: the documents of each table, as in its file."""
    tables = {kind.table: [write_document(r) for r in repository.entries(kind)] for kind in KINDS}
    whole = {
        "backcare": FORM,
        "exported": clock.now().isoformat(timespec="seconds"),
        "tables": {table: documents for table, documents in tables.items() if documents},
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def is_own(text: str) -> bool:
    """Whether a text looks like what `export_json` writes."""
    return text.lstrip().startswith("{") and '"backcare"' in text


def say_json(data: bytes) -> str:
    """The export in ASCII, as a terminal may read it."""
    return json.dumps(json.loads(data), indent=2)


def read_own(file: SourceFile, _: Clock) -> Batch:
    """What an export of this program holds.

    Raises:
        CannotImport: If it is not whole, or not of this form.
    """
    name = file.name
    try:
        whole = msgspec.json.decode(file.text)
    except (msgspec.DecodeError, RecursionError):
        raise CannotImport(f"{name} is cut short or damaged: it is not whole JSON.") from None
    if isinstance(whole, Mapping) and whole.get("backcare") == ROUTINES:
        raise CannotImport(f"{name} holds routines; `backcare routines --import` takes them in.")
    tables = whole.get("tables") if isinstance(whole, Mapping) else None
    if not isinstance(tables, Mapping):
        raise CannotImport(f"{name} is not an export of backcare: it has no tables.")
    if whole.get("backcare") != FORM:
        form = shortened(str(whole.get("backcare")), 20)
        raise CannotImport(f"{name} has form {form}; this version of backcare reads form {FORM}.")
    records: dict[tuple[str, str], Record] = {}
    refused: list[str] = []
    for table, place, document in _documents(tables):
        try:
            record = _record(table, document, records)
        except BadValue as error:
            refused.append(f"{table}, entry {place}: {error}")
        else:
            records[table, record.id] = record
    return Batch("backcare", tuple(records.values()), tuple(refused), _notes(tables, records))


def _documents(tables: Mapping[str, Any]) -> Iterator[tuple[str, int, Any]]:
    """Every document that is not the mark of a removed one, with its table and its place."""
    for table, documents in tables.items():
        if table in RECORDS and isinstance(documents, list):
            for place, document in enumerate(documents, start=1):
                if not (isinstance(document, Mapping) and is_removed(document)):
                    yield table, place, document


def _record(table: str, document: Any, before: Mapping[tuple[str, str], Record]) -> Record:
    if not isinstance(document, Mapping):
        raise BadValue("entry", document, "a document with fields")
    record = read_record(RECORDS[table], document)
    write_document(record)
    if (table, record.id) in before:
        raise BadValue("id", record.id, "an id that comes only once")
    return record


def _notes(tables: Mapping[str, Any], records: Mapping[tuple[str, str], Record]) -> tuple[str, ...]:
    notes = [
        f'Table "{shortened(table, 40)}" is not known here and was left out.'
        for table in tables
        if table not in RECORDS
    ]
    days = [record.day for record in records.values() if record.day != dt.date.min]
    count = say_count(len(records), "entry", "entries")
    if days:
        first, last = (say_day(day, dt.date.min) for day in (min(days), max(days)))
        return (f"{count}, from {first} to {last}.", *notes)
    return (f"{count}.", *notes)


IMPORT = ImportFormat(
    name="backcare",
    program="backcare",
    files="{}'s own JSON",
    recognizes=of_text(is_own),
    read=read_own,
    turn=0,
)
EXPORT = ExportFormat(name="json", ending=".json", write=export_json, say=say_json, turn=0)

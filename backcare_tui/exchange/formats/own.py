"""The diary as one readable JSON document, and back: every field and table, known here or not."""

import datetime as dt
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from backcare_tui.diary.codec import Document, is_removed, read_record
from backcare_tui.diary.documents import check_document
from backcare_tui.diary.records.base import Record
from backcare_tui.diary.records.kinds import RECORDS
from backcare_tui.diary.repository import Repository
from backcare_tui.diary.values import BadValue
from backcare_tui.diary.when import Clock, iso_moment
from backcare_tui.exchange.batch import OWN, PROGRESS_EVERY, Batch
from backcare_tui.exchange.complaints import Complaint, complaint
from backcare_tui.exchange.formats.base import ExportFormat, ImportFormat
from backcare_tui.exchange.routines import ROUTINES
from backcare_tui.exchange.source import CannotImport, SourceFile
from backcare_tui.text import say_count, say_date, say_list, shortened

FORM = 1
"""The form of the document; a higher number is one that this version does not know."""
OF_THE_STORE = frozenset({"meta", "undo", "redo"})
"""Tables of a diary file that are no part of what it says."""
_NUMBERED = re.compile(r'\s*\{\s*"\w+"\s*:\s*\{\s*(?:\}|"\d+"\s*:\s*\{)')
_NOT_ASCII = re.compile(r"[^\n\x20-\x7e]")


def export_json(repository: Repository, clock: Clock) -> bytes:
    """Everything in the diary as JSON in UTF-8: the documents of each table as its file has them.

    Marks of removal are among them, and fields and tables that this version does not know; what
    `undo` takes back is not.
    """
    tables = repository.documents()
    order = {name: place for place, name in enumerate(RECORDS)}
    whole = {
        "backcare": FORM,
        "exported": clock.now().isoformat(timespec="seconds"),
        "tables": {
            name: tables[name]
            for name in sorted(tables, key=lambda name: order.get(name, len(order)))
            if tables[name]
        },
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def is_own(file: SourceFile) -> bool:
    """Whether a file looks like what `export_json` writes, or like a diary file itself."""
    if not file.head.lstrip().startswith("{"):
        return False
    is_named = '"backcare"' in file.head or b'"backcare"' in file.data
    return is_named or bool(_NUMBERED.match(file.head))


def say_json(data: bytes) -> str:
    """The export in ASCII, as a terminal may read it."""
    return _NOT_ASCII.sub(lambda char: json.dumps(char[0])[1:-1], data.decode()).rstrip("\n")


def read_own(file: SourceFile, clock: Clock) -> Batch:
    """What an export of this program holds, or another diary file of it.

    Raises:
        CannotImport: If it is not whole, or not of this form.
    """
    tables = _tables(file)
    documents: dict[tuple[str, str], Document] = {}
    marks: list[tuple[str, Document]] = []
    complaints: list[Complaint] = []
    made: Counter[str] = Counter()
    ahead = 0
    for number, (table, place, given) in enumerate(_documents(tables), start=1):
        if number % PROGRESS_EVERY == 0:
            file.progress("entries read", number)
        try:
            document = _checked(table, given, made)
            if (table, document["id"]) in documents:
                raise BadValue("id", document["id"], "an id that comes only once")  # noqa: TRY301
        except BadValue as error:
            complaints.append(complaint(f"{table}, entry {place}", error, number))
            continue
        if _is_ahead(document, clock):
            ahead += 1
            document.pop("updated")
        if is_removed(document):
            marks.append((table, document))
        else:
            documents[table, document["id"]] = document
    records = tuple(
        read_record(RECORDS[table], document)
        for (table, _), document in documents.items()
        if table in RECORDS
    )
    return Batch(
        OWN,
        records,
        tuple(complaints),
        _notes(tables, records, len(documents), ahead),
        documents=tuple((table, document) for (table, _), document in documents.items()),
        marks=tuple(marks),
    )


def _tables(file: SourceFile) -> Mapping[str, Any]:
    """The tables of an export, or those of a diary file."""
    name = file.name
    whole = _decoded(file)
    if not isinstance(whole, Mapping):
        raise CannotImport(f"{name} is not an export of backcare: it has no tables.")
    if whole.get("backcare") == ROUTINES:
        raise CannotImport(f"{name} holds routines; `backcare routines --import` takes them in.")
    if "backcare" not in whole and whole.keys() & {"meta", *RECORDS}:
        return whole
    tables = whole.get("tables")
    if not isinstance(tables, Mapping):
        raise CannotImport(f"{name} is not an export of backcare: it has no tables.")
    if whole.get("backcare") != FORM:
        form = shortened(str(whole.get("backcare")), 20)
        raise CannotImport(f"{name} has form {form}; this version of backcare reads form {FORM}.")
    return tables


def _decoded(file: SourceFile) -> Any:
    """The whole JSON; with a value in it that no file may hold too, which is then named."""
    try:
        return msgspec.json.decode(file.text)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(file.text, parse_int=_whole_number)
    except (ValueError, RecursionError):
        raise CannotImport(f"{file.name} is cut short or damaged: it is not whole JSON.") from None


def _whole_number(digits: str) -> float:
    return int(digits) if len(digits) < 300 else float("inf")


def _documents(tables: Mapping[str, Any]) -> Iterator[tuple[str, int, Any]]:
    """Every document, with its table and its place."""
    for table, held in tables.items():
        documents = list(held.values()) if isinstance(held, Mapping) else held
        if table not in OF_THE_STORE and isinstance(documents, list):
            yield from ((table, place, each) for place, each in enumerate(documents, start=1))


def _checked(table: str, given: Any, made: Counter[str]) -> Document:
    """One document as it can be kept; of an unknown table it may have no id yet."""
    if not isinstance(given, Mapping):
        raise BadValue("entry", given, "a document with fields")
    document = dict(given)
    if table not in RECORDS and "id" not in document:
        document = {"id": _id_of(document, made), **document}
    check_document(table, document)
    return document


def _id_of(document: Document, made: Counter[str]) -> str:
    """An id that follows from what the document says, so that it is known when it comes again."""
    try:
        said = json.dumps(document, sort_keys=True).encode()
    except (ValueError, RecursionError):
        raise BadValue("entry", "a list within lists", "less deep than that") from None
    digest = hashlib.sha256(said).hexdigest()[:32]
    made[digest] += 1
    return digest if made[digest] == 1 else f"{digest}-{made[digest]}"


def _is_ahead(document: Document, clock: Clock) -> bool:
    """Whether its clock went ahead: it would be the newer one of any two until then."""
    updated = iso_moment(document.get("updated"))
    return updated is not None and updated > clock.now()


def _notes(
    tables: Mapping[str, Any], records: tuple[Record, ...], count: int, ahead: int
) -> tuple[str, ...]:
    strange = [
        f'"{shortened(t, 40)}"' for t in tables if t not in RECORDS and t not in OF_THE_STORE
    ]
    notes = []
    if strange:
        notes.append(f"Not known here, and kept as it is: {say_list(strange)}.")
    if ahead:
        were = say_count(ahead, "entry was", "entries were")
        notes.append(f"{were} changed by a clock that was ahead: dated as changed now.")
    said = say_count(count, "entry", "entries")
    days = [record.day for record in records if record.day != dt.date.min]
    if days:
        first, last = (say_date(day) for day in (min(days), max(days)))
        return (f"{said}, from {first} to {last}.", *notes)
    return (f"{said}.", *notes)


IMPORT = ImportFormat(
    name=OWN,
    program="backcare",
    files="{}'s own JSON",
    recognizes=is_own,
    read=read_own,
    turn=0,
)
EXPORT = ExportFormat(name="json", ending=".json", write=export_json, say=say_json, turn=0)

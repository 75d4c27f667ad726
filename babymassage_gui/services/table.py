"""Tables as text with commas: written so that no cell is a formula, read as spreadsheets save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

# Excel takes UTF-8 for what it is only behind this mark; LibreOffice and this program pass it by.
BYTE_ORDER_MARK = "\ufeff"
_FORMULA = "=+-@＝＋－＠"
_DELIMITERS = ",;\t"
_LONGEST_CELL = 1_000_000
_DAYS = ("%Y-%m-%d", "%d.%m.%Y")
_HOURS = ("%H:%M", "%H:%M:%S")


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it if need be."""
    return f"'{text}" if _may_be_formula(text) else text


def as_meant(cell: str) -> str:
    """The text of a cell that was made neutral."""
    return cell[1:] if cell.startswith("'") and _may_be_formula(cell[1:]) else cell


def _may_be_formula(text: str) -> bool:
    inside = text.lstrip(" '\t\r\n\u00a0")
    return (inside[:1] in _FORMULA and bool(inside)) or text[:1] in ("\t", "\r", "\n")


def write(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table as text, every text in it neutral."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    for row in rows:
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in row])
    return BYTE_ORDER_MARK + out.getvalue()


def text_of(data: bytes) -> str:
    """The text of a file as spreadsheets and other programs save it. Any bytes are text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def head_of(text: str) -> tuple[frozenset[str], str]:
    """The names of a table's columns, in small letters, and what stands between them."""
    first = text.partition("\n")[0].strip("\r\n")
    delimiter = max(_DELIMITERS, key=first.count)
    return frozenset(name.strip().strip('"').lower() for name in first.split(delimiter)), delimiter


def rows_of(text: str, delimiter: str) -> Iterator[tuple[int, Mapping[str, str] | None]]:
    """Each row by its line number, its cells by the name of their column; None for a row that cannot be taken apart."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.replace("\0", "\ufffd"), newline=""), delimiter=delimiter)
    head: list[str] | None = None
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, None
            continue
        if head is None:
            head = [name.strip().lower() for name in cells]
        elif any(cell.strip() for cell in cells):
            yield line, dict(zip(head, cells, strict=False))


def moment_of(day: str, hour: str) -> datetime:
    """Day and hour as a wall shows them, without a zone. ValueError if they are none."""
    for day_format in _DAYS:
        for hour_format in _HOURS:
            try:
                return datetime.strptime(f"{day.strip()} {hour.strip()}", f"{day_format} {hour_format}")  # noqa: DTZ007
            except ValueError:
                continue
    raise ValueError(f"{day} {hour} is no day and hour")

"""Where the copy of another device goes once it is merged: beside the backups, for a month at the least.

It is no backup of this diary: its generation may be ahead of it.
"""

import datetime as dt
import gzip
from hashlib import sha256
from pathlib import Path

from backcare_tui.diary.repository import CannotKeep
from backcare_tui.files import CannotWrite, make_folder, write_whole
from backcare_tui.store.places import backups_root

KEPT_FOR = dt.timedelta(days=30)
LEAST = 10
"""How many are kept however old they are, as a clock may be wrong."""
_STAMP = "%Y-%m-%d-%H%M%S"


def put_by(diary: str, data: bytes, now: dt.datetime) -> Path:
    """Keep the bytes of a diary, compressed, in its backups on this device; the same bytes are kept once.

    Where there are many, one that is older than a month goes for it.

    Args:
        diary: The id of the diary, which names its folder.
        data: All of its file.
        now: When.

    Raises:
        CannotKeep: If they could not be made durable.
    """
    mark = sha256(data).hexdigest()[:12]
    try:
        folder = backups_root() / diary
        make_folder(folder)
        if kept := next(folder.glob(f"merged-*-{mark}.json.gz"), None):
            return kept
        path = folder / f"merged-{now.strftime(_STAMP)}-{mark}.json.gz"
        write_whole(path, gzip.compress(data, 6, mtime=0))
        if gzip.decompress(path.read_bytes()) != data:
            raise CannotKeep(f"{path} does not read as it was written.")
        _let_one_go(folder, now)
    except (CannotWrite, OSError, RuntimeError) as error:
        raise CannotKeep(f"The copy could not be moved beside the backups: {error}") from error
    return path


def _let_one_go(folder: Path, now: dt.datetime) -> None:
    """Take out the oldest one, where there are enough of them and it is old enough."""
    kept = sorted(folder.glob("merged-*.json.gz"))
    oldest = f"merged-{(now - KEPT_FOR).strftime(_STAMP)}"
    if len(kept) > LEAST and kept[0].name < oldest:
        kept[0].unlink()

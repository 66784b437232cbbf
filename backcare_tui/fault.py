"""A fault of the program as it is told to a person: never with what was written."""

import traceback
from pathlib import Path

from textual.worker import WorkerFailed


def cause_of(error: Exception) -> Exception:
    """What broke, where it broke in a worker."""
    if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
        return error.error
    return error


def say_fault(error: BaseException | None) -> str:
    """A fault of the program in a sentence, with its place in the code and nothing of the diary."""
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    ours = [frame for frame in frames if "backcare_tui" in frame.filename] or list(frames)
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return (
        f"backcare stopped because of a fault of its own ({type(error).__name__}{place}). "
        "What was saved is safe; what was being typed is kept as a draft."
    )

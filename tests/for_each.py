"""One test over many things, which names every one that fails: for rules of content, and for tables of examples."""

import inspect
from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from typing import Any

Test = Callable[..., None]


def for_each(
    names: str | tuple[str, ...],
    values: Iterable[Any],
    ids: Callable[[Any], str] | Sequence[str] = repr,
) -> Callable[[Test], Test]:
    """As `pytest.mark.parametrize`, but one item: thousands of them cost more to collect than to run.

    Args:
        names: the parameter of the test that takes a value, or those that take the parts of one.
        values: what the test must hold for; all are tried, also where one fails.
        ids: what a value is called where it fails.

    """
    given = (names,) if isinstance(names, str) else names
    tried = tuple(values)
    assert tried, "what holds for nothing is no test"

    def over_all(test: Test) -> Test:
        @wraps(test)
        def looped(**fixtures: Any) -> None:
            failed: list[str] = []
            errors: list[Exception] = []
            for at, value in enumerate(tried):
                parts = (value,) if isinstance(names, str) else value
                try:
                    test(**dict(zip(given, parts, strict=True)), **fixtures)
                except Exception as error:  # all of them are raised below
                    failed.append(ids(value) if callable(ids) else ids[at])
                    errors.append(error)
            if errors:
                raise ExceptionGroup(f"not for {', '.join(failed)}", errors)

        own = inspect.signature(test)
        left = [one for name, one in own.parameters.items() if name not in given]
        vars(looped)["__signature__"] = own.replace(parameters=left)
        return looped

    return over_all

"""What is written, printed or copied of a visit of the records: their list of who did what hears of it."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING

from hipmap.desktop.records.vault_words import vault_words
from hipmap.desktop.reports.kinds import KIND_BY_ID
from hipmap.model.problems import BadInput
from hipmap.storage.records.problems import NotSaved, VaultProblem
from hipmap.storage.records.visits import visit_leaves

if TYPE_CHECKING:
    from hipmap.desktop.main_window import MainWindow

PATIENCE_S = 20.0
"""A share that does not answer for so long is taken for gone."""
Leaving = Callable[[str], None]
"""Tells the records as what a visit leaves, and waits for it; BadInput where they cannot be told."""


def leaving_visit(window: "MainWindow") -> Leaving | None:
    """Gives how that is told of the visit that is open, beside the window; None where none is."""
    records = window.records
    if records is None or records.visit.visit is None:
        return None
    keeper, visit = records.keeper, records.visit.visit.uid
    vault, thread = keeper.vault, keeper.thread_of_records

    def leaves(kind: str) -> None:
        told: Future[None] = Future()

        def work() -> None:
            try:
                visit_leaves(vault, visit, kind)
            except BaseException as problem:  # it belongs to whoever waits
                told.set_exception(problem)
            else:
                told.set_result(None)

        thread.ask(work, lambda _nothing: None, lambda _problem: None)
        try:
            told.result(PATIENCE_S)
        except VaultProblem as problem:
            raise BadInput(vault_words(problem)) from None
        except OSError as problem:
            raise BadInput(vault_words(_not_reached(problem))) from None

    return leaves


def _not_reached(problem: OSError) -> NotSaved:
    if isinstance(problem, TimeoutError):
        return NotSaved("no_answer")
    return NotSaved("unreachable", why=str(problem.strerror))


def tell_copied(window: "MainWindow", kind: str) -> None:
    """Tells the records what was copied of the visit that is open, if one is; a copy does not wait for it."""
    records = window.records
    if records is None or records.visit.visit is None or not KIND_BY_ID[kind].is_of_case:
        return
    visit = records.visit.visit.uid
    records.keeper.ask(
        window,
        lambda vault: visit_leaves(vault, visit, kind),
        lambda _nothing: None,
        lambda problem: window.tell(vault_words(problem)),
    )

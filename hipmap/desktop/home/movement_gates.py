"""Which movements must be left out in a case, and what to mind where the case does not say."""

from collections.abc import Mapping

from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.library import Library
from hipmap.model.self_care import Gate, HomeMovement
from hipmap.reasoning.flag_statements import compiled
from hipmap.reasoning.red_flags import flag_table


def allowed_movements(case: Case, library: Library, knowledge: Knowledge) -> frozenset[str]:
    """Gives the findings whose movement no gate certainly closes."""
    held = _values(case, library, knowledge)
    return frozenset(
        one.finding for one in library.movements if not any(held.get(gate) is True for gate in one.gates)
    )


def cautions_of(
    movement: HomeMovement, case: Case, library: Library, knowledge: Knowledge
) -> tuple[Gate, ...]:
    """Gives the gates of a movement of which the case does not say whether they hold."""
    held = _values(case, library, knowledge)
    return tuple(gate for gate in library.gates if gate.id in movement.gates and held.get(gate.id) is None)


def _values(case: Case, library: Library, knowledge: Knowledge) -> Mapping[str, bool | None]:
    table = flag_table(knowledge)
    facts = table.facts(case)
    return {gate.id: compiled(gate.when, table.bits).value(facts) for gate in library.gates}

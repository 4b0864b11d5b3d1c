"""What the panels of a result share: the knowledge, the voice, and the assessment of the case."""

from hipmap.model.assessment import Assessment
from hipmap.model.case import Case
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice


class CaseView:
    """Stands before the Qt class of a panel, which draws itself by `_show` whenever something is new."""

    _voice: Voice
    _knowledge: Knowledge | None = None
    _seen: Assessment | None = None

    def show_knowledge(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def show_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._show()

    def show_case(self, case: Case, assessment: Assessment) -> None:
        self._seen = assessment
        self._show()

    def _show(self) -> None:
        raise NotImplementedError

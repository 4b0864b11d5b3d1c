"""Why a question is asked, and how far one has come, in words that promise nothing."""

from PySide6.QtCore import QCoreApplication

from hipmap.model.assessment import NextFinding
from hipmap.model.findings import Finding
from hipmap.model.knowledge import Knowledge
from hipmap.model.voice import Voice, in_sentence, said


def why_asked(finding: Finding, proposal: NextFinding | None, knowledge: Knowledge, voice: Voice) -> str:
    """Gives between which two origins the answer helps to tell, or that it is asked for safety."""
    tr = QCoreApplication.translate
    if finding.kind == "safety" and proposal is None:
        return tr("Home", "We ask this so that nothing serious is missed.")
    if proposal is None:
        return tr("Home", "Your answer helps to weigh where the pain comes from.")
    one, two = (said(knowledge.origin_by_id[name], voice) for name in proposal.separates)
    return tr(
        "Home", "Of what is still possible, your answer helps most to tell these two apart: {one}; {two}."
    ).format(one=in_sentence(one), two=in_sentence(two))


def question_progress(number: int, left: int) -> str:
    """Gives the number of a question, and how many there can be at most."""
    tr = QCoreApplication.translate
    if not left:
        return tr("Home", "Question {number}, the last one").format(number=number)
    return tr("Home", "Question {number}. At most {left} more, often fewer.").format(number=number, left=left)


def movement_progress(number: int, most: int) -> str:
    """Gives the number of a movement."""
    tr = QCoreApplication.translate
    return tr("Home", "Movement {number} of at most {most}").format(number=number, most=most)


def list_progress(number: int, count: int) -> str:
    """Gives which of the safety lists this is."""
    tr = QCoreApplication.translate
    return tr("Home", "Safety, page {number} of {count}").format(number=number, count=count)

"""What each field of the SOAP note stands for, in the present language."""

from PySide6.QtCore import QCoreApplication


def field_words() -> dict[str, str]:
    """Gives every field that a template may name with its meaning, in the order of a note."""
    return {**_around(), **_subjective(), **_safety(), **_assessed(), **_planned()}


def _around() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "day": tr("Note", "the day of the visit, else today"),
        "name": tr("Note", "name, of a visit in the records"),
        "number": tr("Note", "own number, of a visit in the records"),
        "note": tr("Note", "the note of a visit in the records"),
        "question": tr("Note", "the question of a letter"),
        "who": tr("Note", "age and sex"),
    }


def _subjective() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "sites": tr("Note", "painful places with their side"),
        "own_words": tr("Note", "what the person calls the place"),
        "intensity": tr("Note", "how strong: now, usually, at worst"),
        "quality": tr("Note", "how it feels, and when it is there"),
        "spread": tr("Note", "where it spreads to"),
        "numbness": tr("Note", "where it is numb or tingles"),
        "pain_free": tr("Note", "places said to be free of pain"),
        "onset": tr("Note", "how it began"),
        "history": tr("Note", "all of the history that was told"),
        "aggravating": tr("Note", "what makes it worse"),
        "not_aggravating": tr("Note", "what does not make it worse"),
        "easing": tr("Note", "what eases it"),
        "not_easing": tr("Note", "what does not ease it"),
    }


def _safety() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "red_flags_told": tr("Note", "safety questions answered yes"),
        "red_flags_negative": tr("Note", "safety questions answered no"),
        "red_flags_not_known": tr("Note", "safety questions asked, not known"),
        "red_flags_not_asked": tr("Note", "safety questions still open"),
        "red_flags_open": tr("Note", "how many safety questions were not asked"),
        "tests": tr("Note", "tests with side and result"),
        "imaging_results": tr("Note", "scans that were told"),
    }


def _assessed() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "urgency": tr("Note", "how urgent it is, and why"),
        "origins": tr("Note", "likely origins with their range"),
        "combined": tr("Note", "two origins together"),
        "first_origin": tr("Note", "the likeliest origin alone"),
        "reasons_for": tr("Note", "what points to it"),
        "reasons_against": tr("Note", "what points away from it"),
        "enough": tr("Note", "whether the answers settle it"),
        "conflicts": tr("Note", "what does not fit together"),
    }


def _planned() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "action": tr("Note", "what to do now, where it is urgent"),
        "next": tr("Note", "what to ask or test next"),
        "imaging_advice": tr("Note", "scans to discuss"),
        "safety_net": tr("Note", "when to come back or call"),
        "passport": tr("Note", "versions, digest, what was not asked"),
    }

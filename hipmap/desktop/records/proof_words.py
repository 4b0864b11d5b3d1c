"""What the proof tells of things that were changed past hipmap."""

from PySide6.QtCore import QCoreApplication


def past_hipmap_words() -> dict[str, str]:
    """Gives the words by the id of each sentence."""
    tr = QCoreApplication.translate
    return {
        "object_changed": tr(
            "Vault",
            "Something other than hipmap changed “{object}” after entry {number} of the list of who did "
            "what. Compare it with a backup.",
        ),
        "object_gone": tr(
            "Vault",
            "Something other than hipmap took “{object}” away after entry {number} of the list of who did "
            "what. Look for it in a backup.",
        ),
        "object_back": tr(
            "Vault",
            "“{object}” was deleted by entry {number} of the list of who did what, and something other than "
            "hipmap put it back.",
        ),
        "object_put_in": tr(
            "Vault",
            "Something other than hipmap put in “{object}”: the list of who did what never told of it.",
        ),
        "step_changed": tr(
            "Vault",
            "Something other than hipmap changed, moved or put in step {step} of “{object}”. Compare it with "
            "a backup.",
        ),
        "content_changed": tr(
            "Vault", "The bytes of “{object}” are not those that were taken in. Look for it in a backup."
        ),
        "search_changed": tr(
            "Vault",
            "The search does not hold the words of the records, so that somebody may not be found by it. "
            "Compare it with a backup.",
        ),
        "objects_more": tr("Vault", "Further things that were changed past hipmap: {count}."),
    }

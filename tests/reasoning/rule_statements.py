"""A rule of a red flag as one statement, written apart from the program's own reading of rules."""

from hipmap.model.red_flags import FlagRule, RedFlag, When


def rule_as_statement(flag: RedFlag, rule: FlagRule) -> When:
    """Gives the statement that holds exactly when the rule does."""
    when = {feature.id: feature.when for feature in flag.features}
    parts = [when[name] for name in rule.all_of]
    if rule.any_of:
        parts.append(When(any_of=tuple(when[name] for name in rule.any_of)))
    if rule.at_least:
        of = tuple(when[name] for name in rule.at_least.of)
        parts.append(When.model_validate({"at_least": {"n": rule.at_least.n, "of": of}}))
    return When(all_of=tuple(parts))

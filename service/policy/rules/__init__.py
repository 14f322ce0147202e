"""The rules, one file each: nothing in, RULES in the order of their ids out. Pure."""

from typing import Final

from service.policy.rule import Rule
from service.policy.rules import (
    sp101_quote_altered,
    sp102_elision_changes_meaning,
    sp103_quote_not_found,
    sp104_wrong_speaker,
    sp105_quote_found_in_another_source,
    sp201_contradicted,
    sp202_not_found_in_source,
    sp203_partially_supported,
    sp204_number_differs,
    sp205_date_differs,
    sp206_name_differs,
    sp207_could_not_check,
    sp301_dead_link,
    sp302_source_unreadable,
    sp303_hidden_from_readers,
    sp304_paywalled_for_readers,
    sp305_source_newer_than_article,
    sp306_source_is_the_article_itself,
    sp307_archived_copy_only,
    sp308_source_changed_since_last_check,
    sp401_no_source_given,
    sp402_named_but_not_linked,
    sp403_anonymous_without_reason,
    sp404_vague_plural_sources,
    sp405_single_origin,
    sp501_sources_promised_but_withheld,
    sp502_ai_image_unlabelled,
    sp503_ai_authorship_undisclosed,
    sp504_review_status_unclear,
)

RULES_VERSION: Final = "1"

RULES: Final[tuple[Rule, ...]] = (
    sp101_quote_altered.RULE,
    sp102_elision_changes_meaning.RULE,
    sp103_quote_not_found.RULE,
    sp104_wrong_speaker.RULE,
    sp105_quote_found_in_another_source.RULE,
    sp201_contradicted.RULE,
    sp202_not_found_in_source.RULE,
    sp203_partially_supported.RULE,
    sp204_number_differs.RULE,
    sp205_date_differs.RULE,
    sp206_name_differs.RULE,
    sp207_could_not_check.RULE,
    sp301_dead_link.RULE,
    sp302_source_unreadable.RULE,
    sp303_hidden_from_readers.RULE,
    sp304_paywalled_for_readers.RULE,
    sp305_source_newer_than_article.RULE,
    sp306_source_is_the_article_itself.RULE,
    sp307_archived_copy_only.RULE,
    sp308_source_changed_since_last_check.RULE,
    sp401_no_source_given.RULE,
    sp402_named_but_not_linked.RULE,
    sp403_anonymous_without_reason.RULE,
    sp404_vague_plural_sources.RULE,
    sp405_single_origin.RULE,
    sp501_sources_promised_but_withheld.RULE,
    sp502_ai_image_unlabelled.RULE,
    sp503_ai_authorship_undisclosed.RULE,
    sp504_review_status_unclear.RULE,
)

RULES_BY_ID: Final = {rule.id: rule for rule in RULES}

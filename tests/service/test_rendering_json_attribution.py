"""The law of attributions in report.json: what is written is what is read."""

import json

from service.domain import Attribution, AttributionClass, ChainLink, Quotation
from service.rendering.json_attribution import attribution_from_dict, attribution_to_dict
from service.schemas.report_statement import AttributionOut

ROE = Attribution(
    AttributionClass.NAMED_PERSON,
    speaker="Jane Roe",
    cue="told",
    chain=(ChainLink("Jane Roe", AttributionClass.NAMED_PERSON),),
    content=((0, 12), (30, 41)),
    is_direct=True,
    spoken_at=(14, 22),
    quotations=(Quotation(1, 11, "Jane Roe"), Quotation(50, 60)),
    further=(Attribution(AttributionClass.ROLE_ONLY, speaker="police", content=((62, 70),)),),
)


def test_an_attribution_survives_the_way_through_json():
    assert attribution_from_dict(json.loads(json.dumps(attribution_to_dict(ROE)))) == ROE


def test_an_attribution_of_an_older_report_is_read_without_the_later_fields():
    older = {"class": "role_only", "speaker": "police", "cue": "said", "chain": []}
    assert attribution_from_dict(older) == Attribution(AttributionClass.ROLE_ONLY, "police", "said")


def test_an_attribution_is_what_the_schema_says():
    AttributionOut.model_validate(attribution_to_dict(ROE))

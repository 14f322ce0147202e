"""Past verifications are found by words of their titles, in SQLite as in PostgreSQL."""

from record_samples import add

from service.domain import Article, Reading
from service.store import Wanted, open_store


def test_each_word_must_be_in_the_title_in_any_case_and_signs_of_like_are_letters(engine):
    """As people look for it: half a word, another case, another order, a per cent sign."""
    titles = ("Harbour opens at 100% cost", "Мост открыт", "Harbour_closed\\again", None)
    made = {title: add(engine).id for title in titles}
    with open_store(engine) as store:
        for title, id_ in made.items():
            store.save_reading(id_, Reading(Article("Words.", title=title)))
    wanted = {
        "harbour": {titles[0], titles[2]},
        "COST harb": {titles[0]},
        "мост": {titles[1]},
        "%": {titles[0]},
        "r_c": {titles[2]},
        "d\\a": {titles[2]},
        "harbour tram": set(),
        "": set(titles),
    }
    with open_store(engine) as store:
        for words, found in wanted.items():
            ids = {each.id for each in store.list("t", wanted=Wanted(title=words))}
            assert ids == {made[title] for title in found}, words

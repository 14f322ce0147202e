"""Two sets of counted nouns in, whether what they count is never the same out. Pure.

Amounts that agree say nothing where one counts hospitals and the other schools. Only words of
one closed class are told apart so: "54 people" may well be "54 passengers". Own compilation.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from workers.language.words import read_word

# Folded. What becomes of people, by language; groups parted by commas.
_FATES = {
    "en": """dead deaths killed killing kill kills died dying fatalities, injured injuring injures
    wounded wounding hurt injuries, missing, arrested arresting arrests detained detaining""",
    "de": """tote toten getotet tot starben gestorben todesopfer, verletzte verletzten verletzt,
    vermisste vermissten vermisst, festgenommen festnahmen""",
    "fr": """morts mort tués tuées tué tuant décédées décédés, blessés blessées blessé blessant,
    disparus disparues, arrestations arrêtées arrêtés interpellés interpellées""",
    "it": """morti morto vittime uccisi, feriti ferito, dispersi, arrestati""",
    "nl": """doden dode gedood, gewonden gewond, vermisten, arrestaties""",
    "pt": """mortos mortes mortas, feridos feridas, desaparecidos, detidos""",
    "ru": """погибли погиб убиты, ранены пострадали, пропали, задержаны""",
    "zh": "死亡, 受伤, 失踪",
    "es": """muertos muertas muertes fallecidos fallecidas murieron mató matando, heridos heridas
    hirió hiriendo, desaparecidos desaparecidas, detenidos detenidas detenciones""",
}
# What those words are told by where words are not parted.
_FATE_SIGNS = {
    "死亡": re.compile(r"死亡|遇难|遇難|丧生|喪生|身亡|亡くな"),
    "受伤": re.compile(r"受伤|受傷|負傷|けが|怪我"),
    "失踪": re.compile(r"失踪|失蹤|行方不明"),
}
# Each class: groups parted by commas; words of one group may stand for each other. What can be
# both at once (a nurse who is a woman, a farmer who protests) is in no class together.
_CLASSES = {
    "en": """hospitals hospital clinics clinic, schools school, churches church, mosques mosque,
    temples, synagogues, prisons prison jails, libraries library, museums museum, hotels hotel,
    airports airport, banks bank, factories factory plants, farms farm, pharmacies pharmacy,
    theatres theaters theatre, restaurants restaurant, universities university, bridges bridge,
    homes houses home house dwellings households apartments flats, tunnels tunnel, dams dam,
    shelters shelter, stadiums stadium, wells well

    cars car, buses bus, trains train, trams tram, lorries lorry trucks truck, planes plane
    aircraft aeroplanes airplanes jets jet, helicopters helicopter, submarines submarine,
    ships ship vessels vessel boats boat ferries ferry frigates frigate, tanks tank,
    bicycles bicycle bikes bike, motorcycles motorcycle, drones drone, missiles missile,
    satellites satellite

    sheep ewes lambs, goats goat, cows cow cattle, pigs pig, horses horse, dogs dog, cats cat,
    chickens chicken hens hen, ducks duck, geese goose, camels camel, bees, elephants elephant,
    wolves wolf, bears bear, whales whale, sharks shark

    doctors doctor physicians, nurses nurse, patients patient, teachers teacher,
    pupils pupil students student, soldiers soldier troops, firefighters firefighter,
    judges judge, pilots pilot, priests

    men man, women woman, boys boy, girls girl

    villages village, towns town, cities city, provinces province, countries country nations

    paintings painting, sculptures sculpture, films film movies movie, books book novels novel,
    songs song, albums album, episodes episode, photographs photos

    votes vote, seats seat, amendments amendment

    tax taxes, profit profits, revenue sales turnover, debt debts, losses, damages compensation,
    fines fine, aid grants

    people person migrants refugees passengers engineers workers staff employees residents
    witnesses protesters demonstrators soldiers nurses patients pupils students officers voters
    prisoners hostages tourists visitors children fans players guests sailors miners farmers
    police teachers doctors, cars vehicles trucks lorries buses boats ships vessels planes trains
    bikes motorcycles helicopters drones, homes houses buildings hospitals schools shops stores
    factories churches hotels flats apartments clinics offices barns, sheep hens cattle cows
    goats pigs horses dogs animals chickens birds, documents letters emails pages files tickets
    books reports petitions leaflets contracts, shirts jerseys coats uniforms shoes, coins
    banknotes stamps medals, paintings drawings sculptures photographs statues, trees shrubs vines
    saplings, rifles guns pistols bombs missiles shells rockets mines

    goals goal, assists assist, cards card bookings, wins win victories,
    defeats defeat losses, draws draw

    computers computer laptops, phones phone smartphones, televisions television

    rifles rifle, pistols pistol, grenades grenade, knives knife""",
    "de": """Krankenhäuser Krankenhäusern Krankenhaus Kliniken Klinik, Schulen Schule, Kirchen,
    Museen Museum, Hotels, Banken, Bibliotheken, Gefängnisse, Universitäten, Brücken Brücke,
    Wohnungen Häuser Häusern Haushalte Haushalten, Kitas Kindergärten

    Autos Auto Wagen, Busse Bussen Bus, Züge Zügen Zug, Lastwagen Lkw, Flugzeuge Flugzeugen,
    Schiffe Schiffen Boote, Hubschrauber, Panzer, Fahrräder

    Schafe Schafen, Ziegen, Kühe Kühen Rinder Rindern, Schweine Schweinen, Pferde Pferden

    Ärzte Ärzten, Pfleger Pflegekräfte Krankenschwestern, Lehrer Lehrern Lehrkräfte, Schüler
    Schülern, Soldaten, Richter Richtern

    Männer Männern, Frauen

    Dörfer Dörfern, Städte Städten, Länder Ländern

    Stimmen, Sitze Sitzen Mandate""",
    "fr": """hôpitaux hôpital, écoles école, églises église, musées, hôtels, banques, prisons,
    universités, ponts, logements maisons appartements foyers, lycées, collèges

    voitures, bus autobus, trains, camions, avions, bateaux navires, hélicoptères, chars, vélos

    moutons brebis, chèvres, vaches bovins, cochons porcs, chevaux

    médecins, infirmiers infirmières, professeurs enseignants, élèves, soldats militaires

    hommes, femmes

    villages, villes, pays

    voix, sièges""",
    "es": """hospitales hospital, escuelas colegios escuela, iglesias, museos, hoteles, bancos,
    cárceles, universidades, puentes, viviendas casas hogares pisos

    coches automóviles, autobuses, trenes, camiones, aviones, barcos buques, helicópteros,
    tanques, bicicletas

    ovejas, cabras, vacas reses, cerdos, caballos

    médicos, enfermeras enfermeros, profesores maestros docentes, alumnos, soldados militares

    hombres, mujeres

    pueblos, ciudades, países

    votos, escaños""",
}
_Place = tuple[str, int]  # the class of a word, by language and number, and its group in it


def count_others(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether the two have words of one class, and none of one group of it."""
    mine = _groups(ours)
    if not mine:
        return False
    other = _groups(theirs)
    return any(groups.isdisjoint(other[name]) for name, groups in mine.items() if name in other)


def is_counted(stems: Iterable[str]) -> bool:
    """Whether one of the words is of a class."""
    return any(stem in _table() for stem in stems)


def _groups(stems: Iterable[str]) -> Mapping[str, set[int]]:
    table, found = _table(), dict[str, set[int]]()
    for stem in stems:
        for name, group in table.get(stem, ()):
            found.setdefault(name, set()).add(group)
    return found


@cache
def _table() -> Mapping[str, tuple[_Place, ...]]:
    """Give of each stem, of whichever language, its places."""
    places: dict[str, set[_Place]] = {}
    for language, told in _FATES.items():
        classes = _CLASSES.get(language, "").split("\n\n")
        for number, members in enumerate([told, *classes]):
            for group, words in enumerate(members.split(",")):
                for word in words.split():
                    places.setdefault(read_word(word, language).stem, set()).add(
                        (f"{language}{number}", group)
                    )
    return {stem: tuple(sorted(found)) for stem, found in places.items()}


@cache
def fates(language: str) -> frozenset[str]:
    """Give the stems of what becomes of people: killed, injured, missing, arrested."""
    words = _FATES.get(language, "").replace(",", " ").split()
    return frozenset(read_word(word, language).stem for word in words)


def fate_by_sign(run: str) -> frozenset[str]:
    """Give the stems of what becomes of people as told in a run of Han signs or kana."""
    told = (word for word, signs in _FATE_SIGNS.items() if signs.search(run))
    return frozenset(read_word(word, "zh").stem for word in told)

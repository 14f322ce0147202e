"""Pairs of our own writing: what an article states, what its source states, the right result.

Each line reads ``article | source | result``; the result is that of the article's first value.
"""

import pytest

from workers.assessing.values import compare_values, read_values

_FLOOR = 0.97

_PAIRS = {
    "en": """
The storm killed 54 people. | The storm killed 54 people. | equal
The storm killed fifty-four people. | The storm killed 54 people. | equal
The storm killed 54 people. | The storm killed 53 people. | different
The storm killed 54 people. | The storm left many homeless. | absent
The storm killed 54 people. | The storm damaged 12 bridges. | absent
Some 400 workers walked out. | About 400 workers walked out. | equal
Nearly 400 workers walked out. | A total of 397 workers walked out. | rounded_ok
Nearly 400 workers walked out. | A total of 340 workers walked out. | different
About 400 workers walked out. | A total of 412 workers walked out. | rounded_ok
More than 50 schools closed. | In all, 53 schools closed. | rounded_ok
More than 50 schools closed. | In all, 41 schools closed. | different
More than 50 schools closed. | Fewer than 50 schools closed. | different
At least 12 houses burned down. | At least 12 houses burned down overnight. | equal
At least 12 houses burned down. | Only 9 houses burned down overnight. | different
Up to 300 jobs will go at the plant. | The plant will cut 280 jobs. | rounded_ok
Up to 300 jobs will go at the plant. | The plant will cut 900 jobs. | different
The firm lost $3.4 million last quarter. | The firm lost $3,412,000 last quarter. | rounded_ok
The firm lost $3.4m last quarter. | The firm lost $3.4 million last quarter. | equal
The firm lost $3.4m last quarter. | The firm lost $4.3 million last quarter. | different
The firm lost $3.4m last quarter. | The firm lost €3.4 million last quarter. | absent
The firm lost $3.4m last quarter. | The firm lost US$3.4 million last quarter. | equal
The firm lost $3.4m last quarter. | The firm lost $3.4 billion last quarter. | different
The bridge cost £1.2bn. | The bridge cost 1.2 billion pounds. | equal
The bridge cost £1.2bn. | The bridge cost £1.25bn. | rounded_ok
The bridge cost £1.2bn. | The bridge cost £2.1bn. | different
The bridge cost 1,500 euros. | The bridge cost €1,500. | equal
The bridge cost EUR 1,500. | The bridge cost €1,500. | equal
The bridge cost half a million dollars. | The bridge cost $500,000. | equal
The grant is worth a million euros. | The grant is worth €1m. | equal
The grant is worth $54 million. | The grant is worth $53.3 million. | different
The grant is worth $53 million. | The grant is worth $53.3 million. | rounded_ok
Turnout was 61%. | Turnout was 61 percent. | equal
Turnout was 61 per cent. | Turnout was 61.3%. | rounded_ok
Turnout was 61 per cent. | Turnout was 16%. | different
Turnout rose 5 percentage points. | Turnout rose 5 points, or 5 percentage points. | equal
Turnout rose 5 percentage points. | Turnout rose 5 percent. | absent
Turnout rose 5 percentage points. | Turnout rose 8 percentage points. | different
The bank raised rates by 25 basis points. | The bank raised rates by 0.25 percentage points. | equal
The bank raised rates by 25 basis points. | The bank raised rates by 50 basis points. | different
More than a third of voters stayed home. | Some 36% of voters stayed home. | rounded_ok
A third of voters stayed home. | Some 33 percent of voters stayed home. | rounded_ok
A third of voters stayed home. | Some 52 percent of voters stayed home. | different
Half of voters stayed home. | Exactly 50% of voters stayed home. | equal
Two-thirds of voters stayed home. | Some 66% of voters stayed home. | rounded_ok
Three quarters of voters stayed home. | Exactly 75% of voters stayed home. | equal
Nearly half of voters stayed home. | Some 48% of voters stayed home. | rounded_ok
The runner covered 10 km. | The runner covered 10 kilometres. | equal
The runner covered 10 km. | The runner covered 6.2 miles. | rounded_ok
The runner covered 10 km. | The runner covered 10 miles. | different
The runner covered 10 km. | The runner covered 10,000 metres. | equal
The parcel weighed 5 kg. | The parcel weighed 5 kilograms. | equal
The parcel weighed 5 kg. | The parcel weighed 11 lbs. | rounded_ok
The parcel weighed 5 kg. | The parcel weighed 7 kg. | different
The field covers 20 hectares. | The field covers 200,000 square metres. | equal
The field covers 20 hectares. | The field covers 30 hectares. | different
It was 100 degrees Fahrenheit in the shade. | It was 38°C in the shade. | rounded_ok
It was 30°C in the shade. | It was 30 degrees Celsius in the shade. | equal
It was -5°C at dawn. | It was 5°C at dawn. | different
The truck was doing 100 km/h. | The truck was doing 62 mph. | rounded_ok
The turbine makes 3 MW. | The turbine makes 3 megawatts. | equal
The plant makes 3 GW. | The plant makes 3 MW. | different
The talks lasted two weeks. | The talks lasted 14 days. | equal
The talks lasted two weeks. | The talks lasted three weeks. | different
The talks lasted 24 hours. | The talks lasted one day. | equal
The sentence is 12 months. | The sentence is a term of 1 year. | equal
The sentence is five years. | The sentence is eight years. | different
The sentence is five years. | The sentence is five months. | different
The project took two decades. | The project took 20 years. | equal
The 54-year-old was arrested. | The suspect, aged 54, was arrested. | equal
The 54-year-old was arrested. | John Smith, 54, was arrested. | equal
The 54-year-old was arrested. | The 45-year-old was arrested. | different
The woman is 54 years old. | The 54-year-old woman spoke. | equal
The city won 3-1. | The city won 3-1 on Saturday. | equal
The city won 3-1. | The city won 2-1 on Saturday. | different
The court split in a 5-4 vote. | The court split in a 5-4 ruling. | equal
The court split in a 5-4 vote. | The court split in a 6-3 vote. | different
The law passed on 12 March 2019. | The law passed on March 12, 2019. | equal
The law passed on 12 March 2019. | The law passed on 2019-03-12. | equal
The law passed on 12 March 2019. | The law passed on 13 March 2019. | different
The law passed on 12 March 2019. | The law passed on 12 May 2019. | different
The law passed on 12 March. | The law passed on 12 March 2019. | equal
The law passed on 12 March 2019. | The law passed in March 2019. | absent
The law passed in March 2019. | The law passed on 12 March 2019. | equal
The law passed in 2019. | The law passed on 12 March 2019. | equal
The law passed in 2019. | The law passed on 12 March 2018. | different
The law passed in 2019. | The law passed in 2021. | different
The law passed in 2019. | The law passed long ago. | absent
The law passed on Tuesday. | The law passed on Tuesday. | equal
The law passed on Tuesday. | The law passed on Thursday. | different
The law passed on Tuesday. | The law passed on Tuesday, 12 March. | equal
The law passed in May. | The law may pass. | absent
The law passed in May 2019. | The law passed on May 3, 2019. | equal
The law passed on 03/04/2019. | The law passed on 3 April 2019. | equal
The law passed on 03/04/2019. | The law passed on 4 March 2019. | equal
The law passed on 25/04/2019. | The law passed on 25 April 2019. | equal
The session opens at 10:30 a.m. | The session opens at 10.30am. | equal
The session opens at 3 p.m. | The session opens at 15:00. | equal
The session opens at 3 p.m. | The session opens at 4 p.m. | different
The band formed in the 1990s. | The band formed in the 1990s. | equal
The band formed in the 1990s. | The band formed in the 1980s. | different
It was the third attempt. | It was the 3rd attempt. | equal
It was the third attempt. | It was the fourth attempt. | different
It was the 21st century. | It was the 20th century. | different
Between 10 and 20 houses flooded. | Some 10 to 20 houses flooded. | equal
Between 10 and 20 houses flooded. | In all, 15 houses flooded. | rounded_ok
Between 10 and 20 houses flooded. | In all, 45 houses flooded. | different
The tax will bring 3-4 million euros. | The tax will bring €3 million to €4 million. | equal
The tax will bring 3-4 million euros. | The tax will bring 3.5 million euros. | rounded_ok
The tax will bring 3-4 million euros. | The tax will bring 7 million euros. | different
Dozens of fans waited. | Dozens of fans waited. | equal
Dozens of fans waited. | In all, 60 fans waited. | rounded_ok
Hundreds of fans waited. | In all, 5,000 fans waited. | different
Thousands of fans waited. | Tens of thousands of fans waited. | different
The town has 12,000 residents. | The town has 12000 residents. | equal
The town has 12,000 residents. | The town has 11,987 residents. | rounded_ok
The town has 12,000 residents. | The town has 21,000 residents. | different
The town has twelve thousand residents. | The town has 12,000 residents. | equal
The town has 1.2 million residents. | The town has 1,230,000 residents. | rounded_ok
The town has 1.2 million residents. | The town has 12 million residents. | different
The ship carries a hundred sailors. | The ship carries 100 sailors. | equal
The ship carries two hundred and five sailors. | The ship carries 205 sailors. | equal
The ship carries two and a half thousand sailors. | The ship carries 2,500 sailors. | equal
The ship carries a dozen sailors. | The ship carries 12 sailors. | equal
The ship carries 2.5k sailors. | The ship carries 2,500 sailors. | equal
The treaty's Article 5 was invoked. | The treaty's Article 5 was invoked. | equal
The treaty's Article 5 was invoked. | Only 5 members invoked it. | absent
The treaty's Article 5 was invoked. | The treaty's Article 4 was invoked. | different
Of 54 soldiers, 12 died. | The unit had 54 soldiers. | equal
The oil price rose to 80 dollars a barrel. | The oil price rose to $80 a barrel. | equal
The oil price rose to 80 dollars a barrel. | The oil price rose to $90 a barrel. | different
Exports fell by 3.2 percent. | Exports fell by 2.3 percent. | different
Exports fell by 3.2 percent. | Unemployment reached 7 percent. | absent
She paid 50,000 rupees. | She paid ₹50,000. | equal
She paid 5 crore rupees. | She paid ₹50 million. | equal
She paid 5 lakh rupees. | She paid ₹500,000. | equal
The fund holds $1.5tn. | The fund holds $1.5 trillion. | equal
The fund holds $1.5tn. | The fund holds $1.5bn. | different
The house burned for six hours. | The house burned for 360 minutes. | equal
The pool is 50 metres long. | The pool is 50m long. | equal
The file is 3 GB. | The file is 3 gigabytes. | equal
Over 1,000 letters arrived. | More than 1,000 letters arrived. | equal
Around one in ten arrived, or 10%. | Only 10% arrived. | absent
It sold 5,000+ tickets. | It sold more than 5,000 tickets. | equal
""",
    "de": """
Bei dem Brand starben 54 Menschen. | Bei dem Brand starben vierundfünfzig Menschen. | equal
Bei dem Brand starben 54 Menschen. | Bei dem Brand starben 45 Menschen. | different
Das Werk kostet 3,5 Millionen Euro. | Das Werk kostet 3.500.000 Euro. | equal
Das Werk kostet 3,5 Mio. Euro. | Das Werk kostet 3,5 Millionen Euro. | equal
Das Werk kostet 3,5 Mrd. Euro. | Das Werk kostet 3,5 Millionen Euro. | different
Rund 400 Arbeiter streikten. | Insgesamt streikten 412 Arbeiter. | rounded_ok
Mehr als 50 Schulen schlossen. | Insgesamt schlossen 53 Schulen. | rounded_ok
Mehr als 50 Schulen schlossen. | Insgesamt schlossen 31 Schulen. | different
Die Quote lag bei 12,5 Prozent. | Die Quote lag bei 12,5 %. | equal
Die Quote lag bei 12,5 Prozent. | Die Quote lag bei 15,2 %. | different
Das Gesetz gilt seit dem 12. März 2019. | Das Gesetz gilt seit 12.03.2019. | equal
Das Gesetz gilt seit dem 12. März 2019. | Das Gesetz gilt seit dem 12. Mai 2019. | different
Der Ort hat 1.234 Einwohner. | Der Ort hat 1234 Einwohner. | equal
Der Ort hat zweihundertfünfzig Einwohner. | Der Ort hat 250 Einwohner. | equal
Der Ort hat dreitausend Einwohner. | Der Ort hat 3000 Einwohner. | equal
Die Sitzung beginnt um 10.30 Uhr. | Die Sitzung beginnt um 10:30 Uhr. | equal
Die Strecke misst 10 Kilometer. | Die Strecke misst 12 km. | different
""",
    "fr": """
L'incendie a tué 97 personnes. | L'incendie a tué quatre-vingt-dix-sept personnes. | equal
L'incendie a tué 97 personnes. | L'incendie a tué 79 personnes. | different
L'usine coûte 3,5 millions d'euros. | L'usine coûte 3 500 000 euros. | equal
L'usine coûte 3,5 milliards d'euros. | L'usine coûte 3,5 millions d'euros. | different
Le taux atteint 12,5 %. | Le taux atteint 12,5 pour cent. | equal
Le taux atteint 12,5 %. | Le taux atteint 15 %. | different
La loi date du 12 mars 2019. | La loi date du 12/03/2019. | equal
La loi date du 12 mars 2019. | La loi date du 12 mai 2019. | different
Plus de 50 écoles ont fermé. | Au total, 53 écoles ont fermé. | rounded_ok
La ville compte deux mille habitants. | La ville compte 2 000 habitants. | equal
La ville compte soixante et onze habitants. | La ville compte 71 habitants. | equal
""",
    "es": """
El incendio mató a 35 personas. | El incendio mató a treinta y cinco personas. | equal
El incendio mató a 35 personas. | El incendio mató a 53 personas. | different
La planta cuesta 3,5 millones de euros. | La planta cuesta 3.500.000 euros. | equal
La planta cuesta mil millones de euros. | La planta cuesta 1.000 millones de euros. | equal
La tasa llegó al 12,5 por ciento. | La tasa llegó al 12,5%. | equal
La tasa llegó al 12,5 por ciento. | La tasa llegó al 21%. | different
La ley es del 12 de marzo de 2019. | La ley es del 12/03/2019. | equal
La ley es del 12 de marzo de 2019. | La ley es del 12 de mayo de 2019. | different
Más de 50 escuelas cerraron. | En total cerraron 53 escuelas. | rounded_ok
El pueblo tiene quinientos habitantes. | El pueblo tiene 500 habitantes. | equal
El pueblo tiene dos mil treinta y cinco habitantes. | El pueblo tiene 2.035 habitantes. | equal
""",
    "it": """
Il ponte costa 3,5 milioni di euro. | Il ponte costa 3.500.000 euro. | equal
La legge è del 12 marzo 2019. | La legge è del 13 marzo 2019. | different
""",
    "ru": """
Закон принят 12 марта 2019 года. | Закон принят 12.03.2019. | equal
Завод стоит 3,5 млн рублей. | Завод стоит 3 500 000 рублей. | equal
""",
    "ja": """
大会は2019年3月12日に開かれた。 | 大会は3月12日に開かれた。 | equal
会場には5万人が集まった。 | 会場には50,000人が集まった。 | equal
""",
    "ar": """
قتل ٣٤ شخصا في الحريق. | قتل 34 شخصا في الحريق. | equal
""",
}


def _rows():
    for language, block in _PAIRS.items():
        for line in block.strip().splitlines():
            article, source, result = (part.strip() for part in line.split(" | "))
            yield language, article, source, result


def _first_result(language, article, source):
    checks = compare_values(read_values(article, language), read_values(source, language))
    return checks[0].result.value if checks else None


def test_at_least_97_in_100_pairs_are_judged_right():
    """The pairs as a whole hold the accuracy floor; each wrong one is named."""
    rows = list(_rows())
    wrong = [
        (article, source, result, found)
        for language, article, source, result in rows
        if (found := _first_result(language, article, source)) != result
    ]
    assert len(rows) >= 150
    assert 1 - len(wrong) / len(rows) >= _FLOOR, "\n".join(map(str, wrong))


@pytest.mark.parametrize(("language", "article", "source", "result"), list(_rows()))
def test_no_true_value_is_called_different(language, article, source, result):
    """What agrees, or cannot be compared, never reads as a contradiction."""
    if result in {"equal", "rounded_ok", "absent"}:
        assert _first_result(language, article, source) != "different"

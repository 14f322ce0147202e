"""Units and currencies by the words and signs that name them, with their worth. Pure data.

Factors: the International System of Units and the international yard and pound (1959);
US gallon and 42-gallon oil barrel; a year is 12 months and a month is not made of days.
"""

from dataclasses import dataclass

from service.domain import ValueKind
from workers.language.folding import fold


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its kind, its base, and amount-in-base = amount * factor + offset."""

    kind: ValueKind
    base: str
    factor: float = 1.0
    offset: float = 0.0


_QUANTITIES: dict[tuple[str, float], str] = {
    ("m", 1): "m metre metres meter meters metro metros metre mètres",
    ("m", 1000): "km kilometre kilometres kilometer kilometers kilomètre kilomètres kilómetro "
    "kilómetros chilometri kms км километров",
    ("m", 0.01): "cm centimetre centimetres centimeter centimeters zentimeter",
    ("m", 0.001): "mm millimetre millimetres millimeter millimeters",
    ("m", 1609.344): "mile miles meile meilen milla millas",
    ("m", 0.3048): "foot feet ft fuß",
    ("m", 0.0254): "inch inches",
    ("m", 0.9144): "yard yards yd yds",
    ("kg", 1): "kg kilogram kilograms kilogramme kilogrammes kilo kilos kilogramm kilogramos",
    ("kg", 0.001): "gram grams gramme grammes gramm gramos",
    ("kg", 1e-6): "mg milligram milligrams milligramm",
    ("kg", 1000): "tonne tonnes tonnen tonelada toneladas",
    ("kg", 0.45359237): "lb lbs",
    ("ton", 1): "ton tons",
    ("ounce", 1): "ounce ounces oz",
    ("m2", 1): "m2 quadratmeter sqm",
    ("m2", 1e6): "km2 quadratkilometer",
    ("m2", 10_000): "hectare hectares hektar ha hectárea hectáreas",
    ("m2", 4046.8564224): "acre acres",
    ("litre", 1): "litre litres liter liters litro litros",
    ("litre", 1000): "kubikmeter kubikmetern m3",
    ("litre", 0.001): "ml millilitre millilitres milliliter milliliters",
    ("litre", 3.785411784): "gallon gallons",
    ("litre", 158.987294928): "barrel barrels barril barriles fass",
    ("W", 1): "watt watts",
    ("W", 1e3): "kw kilowatt kilowatts",
    ("W", 1e6): "mw megawatt megawatts",
    ("W", 1e9): "gw gigawatt gigawatts",
    ("Wh", 1e3): "kwh",
    ("Wh", 1e6): "mwh",
    ("Wh", 1e9): "gwh",
    ("Wh", 1e12): "twh",
    ("byte", 1e6): "megabyte megabytes mb",
    ("byte", 1e9): "gigabyte gigabytes gb",
    ("byte", 1e12): "terabyte terabytes tb",
    ("m/s", 1 / 3.6): "kph kmh stundenkilometer stundenkilometern",
    ("m/s", 0.44704): "mph",
    ("knot", 1): "knot knots knoten",
    ("year of age", 1): "year-old",
}
_DURATIONS: dict[tuple[str, float], str] = {
    ("second", 1): "second seconds sekunde sekunden seconde secondes segundo segundos sec secs",
    ("second", 60): "minute minutes min mins minuten minuto minutos minuti",
    ("second", 3600): "hour hours hr hrs stunde stunden heure heures hora horas",
    ("second", 86_400): "day days tag tage tagen jour jours día días dia dias giorni dagen",
    ("second", 1_209_600): "fortnight fortnights",
    ("second", 604_800): "week weeks woche wochen semaine semaines semana semanas settimane weken",
    ("month", 1): "month months monat monate monaten mois mes meses mesi maanden",
    ("month", 12): "year years yr yrs jahr jahre jahren ans année années año años ano anos "
    "anni jaar",
    ("month", 120): "decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década "
    "décadas",
    ("month", 1200): "century centuries jahrhundert jahrhunderte jahrhunderten siècle siècles",
}
_CURRENCIES: dict[tuple[str, float], str] = {
    ("$", 1): "$ dollar dollars dólar dólares dolar dolares",
    ("USD", 1): "us$ usd",
    ("EUR", 1): "€ eur euro euros",
    ("GBP", 1): "£ gbp sterling",
    ("¥", 1): "¥ 円",
    ("JPY", 1): "jpy yen",
    ("CNY", 1): "cny rmb yuan renminbi 元",
    ("INR", 1): "₹ inr rupee rupees rs",
    ("KRW", 1): "₩ krw 원",
    ("RUB", 1): "₽ rub rouble roubles ruble rubles rubel рублей руб",
    ("TRY", 1): "₺ try lira liras",
    ("ILS", 1): "₪ ils shekel shekels",
    ("UAH", 1): "₴ uah hryvnia hryvnias",
    ("BRL", 1): "r$ brl reais reales",
    ("CAD", 1): "c$ cad ca$",
    ("AUD", 1): "a$ aud au$",
    ("NZD", 1): "nz$ nzd",
    ("HKD", 1): "hk$ hkd",
    ("SGD", 1): "s$ sgd",
    ("CHF", 1): "chf franken",
    ("franc", 1): "franc francs",
    ("PLN", 1): "pln zł złoty zlotys zloty",
    ("SEK", 1): "sek kronor",
    ("krone", 1): "kroner kr crowns",
    ("NOK", 1): "nok",
    ("DKK", 1): "dkk",
    ("CZK", 1): "czk",
    ("peso", 1): "peso pesos",
    ("MXN", 1): "mxn",
    ("ZAR", 1): "zar rand",
    ("bitcoin", 1): "bitcoin bitcoins btc",
}
_COUNTRIES = {
    "australian": ("dollar", "AUD"), "canadian": ("dollar", "CAD"), "singapore": ("dollar", "SGD"),
    "hong": ("dollar", "HKD"), "american": ("dollar", "USD"), "swiss": ("franc", "CHF"),
    "norwegian": ("krone", "NOK"), "danish": ("krone", "DKK"), "swedish": ("krone", "SEK"),
    "czech": ("krone", "CZK"), "mexican": ("peso", "MXN"), "indian": ("rupee", "INR"),
    "japanese": ("yen", "JPY"), "chinese": ("yuan", "CNY"), "british": ("pound", "GBP"),
    "schweizer": ("franken", "CHF"),
}  # fmt: skip
_INFLECTED = {"krone": "krone kroner kronor crowns koruna", "yen": "yen", "yuan": "yuan",
              "franken": "franken"}  # fmt: skip
# "Swiss francs", "Norwegian kroner".
NATIONAL = {
    (country, word): code
    for country, (name, code) in _COUNTRIES.items()
    for word in _INFLECTED.get(name, f"{name} {name}s").split()
}
# What a bare sign may stand for: "$5m" of a Canadian paper is no contradiction of "C$5m".
SAME_SIGN = {
    "$": frozenset(["USD", "CAD", "AUD", "NZD", "HKD", "SGD"]),
    "¥": frozenset({"JPY", "CNY"}),
    "franc": frozenset({"CHF"}),
    "cent": frozenset({"$", "USD", "EUR", "CAD", "AUD", "NZD"}),
    "degree": frozenset({"°C"}),
    "krone": frozenset({"NOK", "DKK", "SEK", "CZK"}),
    "peso": frozenset({"MXN"}),
}
PERCENT = frozenset(
    {"%", "٪", "percent", "pct", "prozent", "procent", "procents", "percento", "процентов",
     "процента", "процент", "퍼센트", "パーセント", "%の"}
)  # fmt: skip
# "per cent", "pour cent", "por ciento", "per cento", "por cento".
PERCENT_PAIRS = frozenset(
    {("per", "cent"), ("pour", "cent"), ("por", "ciento"), ("per", "cento"), ("por", "cento")}
)
POINTS = frozenset({"point", "points", "punkte", "punkten", "puntos", "pp"})


def _table(kind: ValueKind, rows: dict[tuple[str, float], str]) -> dict[str, Unit]:
    return {
        fold(word): Unit(kind, base, factor)
        for (base, factor), words in rows.items()
        for word in words.split()
    }


UNITS = {**_table(ValueKind.QUANTITY, _QUANTITIES), **_table(ValueKind.DURATION, _DURATIONS)}
CURRENCIES = _table(ValueKind.MONEY, _CURRENCIES)
CELSIUS = Unit(ValueKind.QUANTITY, "°C")
FAHRENHEIT = Unit(ValueKind.QUANTITY, "°C", 5 / 9, -160 / 9)
CUBIC = frozenset({"cubic", "kubik", "cubes", "cube", "cubicos", "cubi", "cubico"})
SQUARE = frozenset({"square", "sq", "quadrat", "carres", "cuadrados", "quadrati", "quadrados"})

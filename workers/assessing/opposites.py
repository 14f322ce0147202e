"""English words that exclude each other: opposites, members of one closed class. Data.

Two words of a pair, or two of a class, are not both true of one thing at one time. Steps of one
matter and words for more and less stand in ``ladders.py`` and ``quantities.py``. Own compilation.
"""

OPPOSITES = """\
rise fall; rose fell; risen fallen; rising falling; increase decrease; increase drop;
increased decreased; increased reduced; increase reduce; increasing decreasing; gain lose;
gained lost; gain loss; gains losses; grow shrink; grew shrank; growth decline; grew declined;
climbed dropped; climbed slipped; climbed fell; climb slide; soar plunge; soared plunged;
surge slump; surged slumped; jumped dropped; rose dropped; rose slipped; increased fell;
increased slipped; up down; upward downward; more fewer; more less; most least; higher lower;
highest lowest; high low; above below; over under; exceed miss; expand contract;
expanded contracted; widen narrow; widened narrowed; strengthen weaken; strengthened weakened;
accelerate slow; accelerated slowed; speed delay; improve worsen; improved worsened;
improvement deterioration; heat cool; warm cold; warmer colder; hot cold; warming cooling;
add remove; added removed; raise lower; raised lowered; raise cut; raised cut; lift impose;
lifted imposed; ease tighten; eased tightened; inflow outflow; profit loss; profits losses;
earnings losses; surplus deficit; asset liability; credit debit; lend borrow; lender borrower;
buyer seller; buy sell; bought sold; import export; imported exported; creditor debtor;
employer employee; landlord tenant; win lose; won lost; winner loser; winners losers;
victory defeat; success failure; succeed fail; succeeded failed;
successful unsuccessful; pass fail; passed failed; before after; first last; start end;
started ended; began ended; begin end; beginning end; begins ends; opening closing; open close;
opened closed; opens closes; opener finale; arrive leave; arrived left; arrival departure;
arrive depart; enter exit; entered left; join leave; joined left; join quit; joined quit;
stay leave; stayed left; remain leave; remained left; return leave; appoint dismiss;
appointed dismissed; hire fire; hired fired; hired sacked; promote demote; promoted demoted;
promoted relegated; accept reject; accepted rejected; accept refuse; accepted refused;
accepted declined; approve reject; approved rejected; approval rejection; approve veto;
approved vetoed; adopt reject; adopted rejected; support oppose; supported opposed;
supporter opponent; supporters opponents; supporters critics; back oppose; backed opposed;
favour oppose; favor oppose; agree disagree; agreed refused; agreed disagreed;
agreement disagreement; allow ban; allowed banned; allow forbid; allow prohibit;
allowed prohibited; permit ban; permitted banned; permit forbid; legal illegal;
lawful unlawful; legalise ban; legalize ban; encourage discourage; encouraged discouraged;
enable prevent; enabled prevented; help hinder; helped hindered; cause prevent;
caused prevented; protect endanger; protected exposed; save destroy; saved destroyed;
build demolish; built demolished; create destroy; created destroyed; found dissolve;
founded dissolved; restore abolish; extend shorten; extended shortened; renew cancel;
renewed cancelled; renewed canceled; confirm deny; confirmed denied; admit deny;
admitted denied; affirm overturn; affirmed overturned; upheld overturned; uphold overturn;
upheld quashed; uphold strike; true false; guilty innocent; guilty acquitted;
convicted acquitted; convicted cleared; conviction acquittal; plaintiff defendant;
prosecution defence; prosecution defense; prosecutor defendant; suspect victim; arrest release;
arrested released; detain free; detained freed; imprisoned freed; jailed freed;
jailed released; victim attacker; victim perpetrator; attack defend; attacked defended;
attacker defender; invade withdraw; invaded withdrew; advance retreat; advanced retreated;
war peace; ally enemy; allies enemies; friend enemy; friend foe; hostile friendly;
praise criticise; praise criticize; praised criticised; praised criticized; praise condemn;
praised condemned; welcome condemn; welcomed condemned; love hate; loved hated; like dislike;
liked disliked; trust distrust; optimistic pessimistic; happy sad; happy unhappy;
satisfied dissatisfied; calm angry; alive dead; living dead; born died; birth death;
survive die; survived died; healthy sick; healthy ill; positive negative; benign malignant;
mild severe; minor serious; acute chronic; infected uninfected; vaccinated unvaccinated;
best worst; better worse; good bad; early late; earlier later; earliest latest; young old;
younger older; youngest oldest; new old; newer older; ancient modern; junior senior;
male female; man woman; men women; boy girl; boys girls; father mother; son daughter;
sons daughters; brother sister; brothers sisters; husband wife; uncle aunt; nephew niece;
king queen; prince princess; actor actress; left right; major minor;
majority minority; maximum minimum; include exclude; included excluded; including excluding;
safe dangerous; safe unsafe; easy difficult; easy hard; simple complex; strong weak;
stronger weaker; cheap expensive; cheaper costlier; rich poor; wealthy poor; full empty;
presence absence; present absent; public private; urban rural; temporary permanent;
voluntary mandatory; voluntary compulsory; optional mandatory; optional compulsory; free paid;
formal informal; official unofficial; direct indirect; active inactive; active passive;
visible hidden; known unknown; common rare; usual unusual; similar different; same different;
equal unequal; identical different; complete incomplete; finished unfinished;
certain uncertain; likely unlikely; possible impossible; able unable; necessary unnecessary;
relevant irrelevant; reliable unreliable; stable unstable; fair unfair; clear unclear;
consistent inconsistent; effective ineffective; efficient inefficient; dependent independent;
married divorced; married single; all none; always never; often rarely; frequently rarely;
everyone nobody; everybody nobody; everything nothing; everywhere nowhere; many few;
large small; larger smaller; largest smallest; big small; bigger smaller; biggest smallest;
long short; longer shorter; longest shortest; tall short; wide narrow; deep shallow;
thick thin; heavy light; fast slow; faster slower; fastest slowest; near far; close distant;
upper lower; top bottom; front rear; inside outside; indoor outdoor; internal external;
domestic foreign; domestic international; national local; native foreign; onshore offshore;
day night; morning evening; dawn dusk; sunrise sunset; teacher student; doctor patient;
host guest; home away; parent child; amateur professional; civilian military; manned unmanned;
wet dry; light dark; loud quiet; sharp blunt; asleep awake; lead trail; led trailed;
ahead behind; predecessor successor; precede follow; preceded followed; ancestor descendant;
liberal conservative; progressive conservative; republican democrat; government opposition"""

# Two different members exclude each other where the rest is the same.
CLASSES = (
    "january february march april june july august september october november december",
    "monday tuesday wednesday thursday friday saturday sunday",
    "north south east west",
    "northern southern eastern western",
    "northeast northwest southeast southwest",
    "spring summer autumn winter",
    "gold silver bronze",
    "red orange yellow green blue purple black white brown pink grey gray",
    "daily weekly monthly quarterly yearly",
    "hourly daily weekly monthly annual",
    "hour day week month year decade century",
    "christian muslim jewish hindu buddhist sikh",
    # Not beside them: what is both, as English and British, or more than one, as Korean.
    """american canadian mexican cuban brazilian argentine argentinian chilean peruvian colombian
    venezuelan bolivian british irish french german italian spanish portuguese dutch belgian swiss
    austrian polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian
    belarusian georgian armenian swedish norwegian danish finnish icelandic estonian latvian
    lithuanian serbian croatian slovenian bosnian albanian egyptian moroccan algerian tunisian
    libyan nigerian ghanaian kenyan ethiopian ugandan tanzanian senegalese zimbabwean israeli
    palestinian lebanese syrian iraqi iranian saudi kuwaiti yemeni afghan pakistani indian
    bangladeshi nepalese chinese taiwanese japanese mongolian vietnamese thai cambodian malaysian
    singaporean indonesian filipino australian""",
    "english scottish welsh",
    "primary secondary tertiary",
)

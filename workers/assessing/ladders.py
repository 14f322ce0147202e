"""Steps of one matter by language, from the least that is said of it to the most. Data.

Who is charged is not yet convicted, what is tabled is not yet passed, and who is asked is not
ordered. On one ladder a higher step claims more of the same deed than a lower one; words of one
step stand for each other. Own compilation.

How a line is written stands in ``scales.py``; with "~" a lower step excludes a higher one as
well: what was ordered was not merely asked for, and who was hurt was not killed.
"""

LADDERS = {
    "en": """\
suspected, suspicion, suspicions, suspects, investigated, investigating, inquiry, questioned, \
look into, looking into < accused, alleged, allegations, allegedly < \
=charged, charged with, facing charges, face charges, faces charges, indicted, prosecuted < \
on trial, stand trial, stood trial < convicted, conviction, guilty, admitted < \
sentenced, jailed, imprisoned, =given years, =get years
~ interested, consider, weigh, mull, study, explore < in talks, talks, negotiate, negotiations, \
discuss, discussions, =drafts < offered, bid, proposed, proposal < \
agreed, agreement, accord, accepted, struck, settled, granted, sign, signed, \
signature < completed
~ considered, considering, urged, called for, demanded < drafted, drafting, drawing up < \
=proposed, =proposes, tabled, submitted, unveiled, presented < \
debated, examined, before a committee, first reading < \
passed, approved, adopted, voted for, voted in favour, =cleared, backed, agreed, ratified < \
in force, into force, took effect, take effect, takes effect, taken effect, enacted
~ considering, considered, weighing, proposed < planned, planning, plans < \
approved, agreed < begun, began, started, starts, launched, under way, underway < \
finished, completed, ended
=proposed, planned, plans, considering < =introduced, imposed, launched, brought in
=introduced < passed, adopted, approved
proposed, planned, plans, considering < built, opened, launched, completed, finished
~ applied, apply, lodged, filed, sought, seek, seeking, requested, demanding, demanded, asked for \
< granted, awarded, won, obtained, secured, received
promised, pledged, offered, proposed, vowed < paid, gave, delivered, handed over, transferred
agreed < paid, handed over, transferred, delivered
~ rumoured, rumored, rumour, reportedly, said to be < confirmed, signed
alleged, allege, allegations, claimed, claims, suggested, suggests, thought, believed, suspect, \
suspected, suspects, feared, fears, estimated, appeared, seemed, hinted, speculated, \
may have, might have, could have < \
showed, shows, shown, found, established, proved, proven, proof, demonstrated, confirmed, \
confirms, confirmation, known, upheld
linked, associated, tied to, correlated < caused, causes, =causing, led to, leads to
~ advised, advises, recommended, suggested, encouraged < \
asked, urged, invited, requested, called on, appealed, calls on, demanded, insisted < \
ordered, instructed, required, forced, obliged, compelled, made to
threatened, considered, discussed, debated < refused, resigned, left, sued, quit
~ injured, hurt, wounded < killed, died
~ warned, cautioned, reprimanded < suspended < dismissed, sacked, fired, expelled, struck off
~ warned, cautioned, booked < banned, suspended, disqualified, sent off
warned < confirmed
candidate, nominated, nominee, running for, standing for, shortlisted, favourite < elected, won
threatened, authorised, authorise, ballot, vote, voted < on strike, walked out, stopped work
~ expected, likely, probable, probably, possible, possibly, hoped < certain, definite, definitely, \
guaranteed, inevitable, sure to
considering, considered, discussing, discussed, thinking about, weighing < \
decided, decision, resolved, chose
~ criticised, condemned, opposed < banned, forbade, outlawed
""",
    "de": """\
Verdacht, verdächtigt, ermittelt, Ermittlungen < beschuldigt, Vorwurf, vorgeworfen, wirft vor < \
angeklagt, Anklage < vor Gericht < verurteilt, schuldig, gestand, gab zu, gestanden < Haftstrafe
~ erwägt, erwägen, prüft, prüfen, überlegt < Gespräche, verhandelt, verhandeln, Verhandlungen < \
Angebot, bietet, bot, vorgeschlagen, schlägt vor < vereinbart, einigten, einigen, geeinigt, \
zugesagt, beschlossen < unterschrieben, unterzeichnet
~ schlägt vor, vorgeschlagen, Vorschlag, Entwurf < beraten, berät < beschlossen, verabschiedet, \
gebilligt, genehmigt, zugestimmt < in Kraft
~ beantragt, Antrag < genehmigt, bewilligt, erhalten, erhielt
~ empfehlen, empfiehlt, empfohlen, rät, raten < bitten, bat, gebeten < fordern, fordert, \
gefordert, verlangt, verlangen < anordnen, angeordnet, ordnete an, verpflichtet, zwingt
~ verletzt, Verletzte, Verletzten < getötet, tot, Tote, Toten, starb, starben, gestorben
~ freigestellt, suspendiert < entlassen, gekündigt
""",
    "fr": """\
soupçonné, soupçonnée, soupçons, enquête < accusé, accusée < mis en examen, mise en examen, \
inculpé, inculpée < jugé, procès < condamné, condamnée, coupable, avoué < écroué, emprisonné
~ envisage, étudie, réfléchit < discute, discussions, négocie, négociations, pourparlers < \
propose, proposé, offre, offert < accepté, accord, conclu, décidé < signé
~ proposé, propose, proposition < examiné, débattu < adopté, voté, approuvé < en vigueur
~ proposé, propose, promis, promet, offert < versé, payé, accordé
~ demandé, demande, sollicité < obtenu, reçu, accordé
~ conseillé, recommande, recommandé < demandé, appelé, invité < exigé, exige < ordonné, obligé, \
contraint
~ blessé, blessés, blessée < tué, tués, mort, morts, décédé
~ envisage, envisagé < décidé, décide
~ suspendu, suspendue < licencié, licenciée, révoqué
""",
    "es": """\
sospecha, sospechoso, investigado, investiga, investigada < acusado, acusada, imputado < \
procesado, procesada < juzgado, juicio < condenado, condenada, culpable, confesó < encarcelado
~ estudia, considera, baraja < negocia, negociaciones, conversaciones < propone, propuso, ofrece, \
ofreció < acordó, acuerdo, aceptó, pactó < firmó, firmado
~ propuesta, propone, propuso, proyecto < debatió, debatido < aprobó, aprobado, aprobada < \
en vigor
~ solicitó, solicita, pidió < obtuvo, recibió, concedió
~ aconsejó, recomienda, recomendó < pidió, pide, instó < exigió, exige < ordenó, obligó, obliga
~ herido, heridos, herida < muerto, muertos, murió, murieron, fallecido, fallecidos
amenazan, amenaza, amenazó < iniciaron, inició, comenzaron
~ suspendido, suspendida < despedido, despedida, destituido
""",
}

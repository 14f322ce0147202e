"""The wording of own reporting, prediction and opinion, and the verbs of headlines. Pure data."""

import re

from workers.language.patterns import LatePattern


def _cue(text: str) -> LatePattern:
    return LatePattern(rf"(?<![\w'’-])(?:{text})(?![\w-])", re.IGNORECASE)


URL_OR_REFERENCE = LatePattern(
    r"^\W*(?:\d{1,3}[.)\]]\s*)?(?:https?://|www\.|doi:|ibid\b|see\s+\w+\b)"
)

OWN_REPORTING = {
    "en": _cue(
        r"told (?:this (?:newspaper|paper|magazine|site|reporter|outlet|publication)|us|our "
        r"(?:reporters?|correspondents?))"
        r"|in an? (?:\w+ )?interview with (?:this (?:newspaper|paper|magazine|site|outlet)|us|me)"
        r"|I (?:contacted|reached out|interviewed)|we (?:asked|contacted|reached out|"
        r"approached|emailed|interviewed|"
        r"obtained|reviewed|"
        r"verified|analy[sz]ed|found|spoke)"
        r"|(?:did|has|have|had) not (?:immediately )?(?:respond(?:ed)?|repl(?:y|ied)|"
        r"return(?:ed)?)\b"
        r".{0,60}\b(?:request|comment|question|inquir|email|message|call|asked|publication)\w*"
        r"|declined (?:to comment|to be interviewed|comment|an interview|our request)"
        r"|could not be reached"
        r"|(?:seen|reviewed|obtained|verified) by (?:this (?:newspaper|paper|site|outlet)|us)"
    ),
    "de": _cue(
        r"(?:sagte|sagten|erklärte|bestätigte) (?:dieser (?:Zeitung|Redaktion)|uns|unserer "
        r"(?:Zeitung|Redaktion))|(?:im Gespräch|im Interview) mit (?:dieser Zeitung|uns)"
        r"|auf (?:unsere )?Anfrage (?:nicht|keine)|ließ(?:en)? (?:eine|unsere) Anfrage"
        r"|wir haben .{0,40}(?:gefragt|kontaktiert|angefragt|gesprochen)|liegt (?:uns|"
        r"dieser Zeitung)"
        r"|nach Informationen dieser (?:Zeitung|Redaktion)"
        r"|(?:wollte|wollten) sich (?:dazu |auf Anfrage )?nicht äußern"
    ),
    "fr": _cue(
        r"(?:a|ont) (?:déclaré|confié|expliqué|répondu) à (?:notre|ce) (?:journal|rédaction)"
        r"|(?:nous a|nous ont) (?:déclaré|confié|expliqué|répondu|dit)|"
        r"contactée?s? par (?:nos soins|"
        r"notre rédaction)|n['’](?:a|ont) pas (?:répondu|donné suite) à (?:nos|notre|nos)"
        r"|nous avons (?:contacté|interrogé|demandé|rencontré)|que nous avons pu consulter"
        r"|n['’](?:a|ont) pas souhaité (?:répondre|s['’]exprimer|commenter|réagir)"
    ),
    "es": _cue(
        r"(?:dijo|declaró|explicó|confirmó) a (?:este (?:diario|periódico|medio)|esta redacción)"
        r"|en (?:conversación|entrevista) con (?:este (?:diario|periódico|medio)|nosotros)"
        r"|no (?:respondió|respondieron|ha respondido|han respondido) a (?:las|la|"
        r"nuestras|nuestra|una)"
        r"|(?:nos|le) preguntamos|consultad[oa]s? por este (?:diario|periódico|medio)"
        r"|hemos (?:contactado|preguntado|hablado)"
        r"|(?:ha tenido|tuvo) acceso (?:este (?:diario|periódico|medio)|esta redacción)"
        r"|no (?:quiso|quisieron|ha querido|han querido) (?:hacer declaraciones|comentar|responder)"
    ),
}

PREDICTIONS = {
    "en": _cue(
        r"will (?:likely|probably|almost certainly|inevitably|surely|undoubtedly|eventually)"
        r"|(?:is|are) (?:likely|unlikely|bound|certain|sure|poised) to"
        r"|(?:could|may|might) (?:soon|eventually|one day|ultimately)"
        r"|(?:by|in|before) 20[3-9]\d,? .{0,80}\bwill|will .{1,80}\b(?:by|in|before) 20[3-9]\d"
        r"|looks set to|remains to be seen|only time will tell"
    ),
    "de": _cue(
        r"(?:wird|werden|dürfte|dürften) (?:wohl|vermutlich|wahrscheinlich|voraussichtlich|"
        r"sicherlich|bald)|dürften?"
        r"|(?:bis|ab|im jahr) 20[3-9]\d\b.{0,80}\b(?:wird|werden)\b"
        r"|(?:wird|werden) .{1,80}\b(?:bis|ab|im jahr) 20[3-9]\d"
        r"|könnte[n]? (?:schon )?bald|bleibt abzuwarten"
    ),
    "fr": _cue(
        r"(?:devrait|devraient|pourrait|pourraient) (?:bientôt|sans doute|prochainement|"
        r"probablement)"
        r"|(?:va|vont) (?:sans doute|probablement|certainement)"
        r"|(?:en|avant|d['’]ici(?: à)?) 20[3-9]\d\b.{0,80}\w(?:ra|ront)\b"
        r"|il est (?:probable|à prévoir) que"
        r"|reste à (?:savoir|voir)"
    ),
    "es": _cue(
        r"(?:probablemente|seguramente|previsiblemente) .{0,40}\w+(?:rá|rán)"
        r"|(?:en|para|antes de) 20[3-9]\d\b.{0,80}\w(?:rá|rán)\b"
        r"|es (?:probable|previsible|de esperar) que|(?:podría|podrían) (?:pronto|acabar|terminar)"
        r"|está por ver(?:se)?"
    ),
}

# A sentence adverb ("unfortunately", "leider") colours a fact and leaves it one.
OPINIONS = {
    "en": _cue(
        r"(?:I|we) (?:think|believe|feel|hope|fear|suspect|doubt|urge|support|oppose|love|hate)"
        r"|in (?:my|our) (?:view|opinion)|it seems to (?:me|us)|to my mind|frankly"
        r"|(?:we|you|nobody|everyone|congress|voters|politicians|(?:the|this|that|our) (?:\w+ )?"
        r"(?:government|president|minister|mayor|council|parliament|senate|court|country|world)) "
        r"(?:should|ought to)"
        r"|(?<!who )(?<!which )(?<!that )(?:is|are|was|were|(?:has|have|had) been) "
        r"(?:simply |utterly |plainly |truly |deeply |a |an |the )*"
        r"(?:shameful|outrageous|absurd|disgrace(?:ful)?|disgusting|ridiculous|wonderful|terrible|"
        r"brilliant|brave|bold|foolish|cowardly|awful|appalling|pathetic|unforgivable|inexcusable|scandal|farce|betrayal|"
        r"beautiful|stupid|embarrassing|heartbreaking)"
        r"|(?:is|are|was|were) (?:far|much|way) too \w+"
        r"|what a (?:shame|disgrace|farce|pity)|it is (?:high )?time (?:to|for|that)"
    ),
    "de": _cue(
        r"(?:ich|wir) (?:glaube|glauben|meine|meinen|finde|finden|denke|denken|hoffe|"
        r"hoffen|fürchte)"
        r"|meines Erachtens|meiner Meinung nach|unserer Meinung nach"
        r"|(?:ist|sind|war) (?:einfach |schlicht |ein |eine )*(?:Skandal|Schande|"
        r"unerträglich|lächerlich|absurd|empörend|großartig|peinlich|beschämend)|"
        r"es ist höchste Zeit|(?:ist|sind|war|waren) (?:viel|einfach) zu \w+"
    ),
    "fr": _cue(
        r"(?:je|nous) (?:pense|pensons|crois|croyons|trouve|trouvons|espère|espérons|crains)"
        r"|à mon avis|selon moi|à mes yeux"
        r"|(?:(?:c['’])?est|sont|(?:c['’])?était) (?:beaucoup|bien) trop"
        r"|(?:(?:c['’])?est|sont|(?:c['’])?était) (?:tout simplement |un |une )*"
        r"(?:scandale|honte|honteux|absurde|"
        r"ridicule|scandaleux|inacceptable|magnifique|odieux)|il est (?:grand )?temps (?:de|que)"
    ),
    "es": _cue(
        r"(?:creo|creemos|pienso|pensamos|opino|espero|esperamos|temo) que|en mi opinión|"
        r"a mi juicio"
        r"|a nuestro juicio"
        r"|(?:es|son|fue) (?:simplemente |un |una )*(?:vergüenza|escándalo|vergonzoso|absurdo|"
        r"ridículo|inaceptable|indignante|maravilloso)|ya es hora de"
        r"|(?:es|son) demasiado(?=\W*$)"
    ),
}

# Verbs by which a headline claims something. English headlines leave the auxiliary out
# ("in talks to", "set to", "accused of"), so these count as well.
_EN_VERBS = (
    r"is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|can|could|may|might|must|"
    r"shall|should|isn['’]t|aren['’]t|won['’]t|doesn['’]t|didn['’]t|can['’]t|\w+['’](?:re|ve|ll)|"
    r"(?:in talks|set|due|poised|ready|about|likely|unlikely|expected|forced|to|plans|bid|deal|"
    r"vote|urged|asked) to \w+|"
    r"\w{3,}(?:ed|ises|izes|ates|ifies)|"
    r"(?:say|find|show|kill|win|lose|rise|fall|hit|cut|back|block|ban|beat|call|face|get|give|go|"
    r"hold|keep|launch|lead|leave|make|meet|open|order|pay|plan|push|quit|raise|reach|reject|"
    r"report|return|reveal|rule|run|seek|sell|send|shape|shut|sign|slam|slow|spark|split|stand|"
    r"start|stop|sue|take|target|tell|test|threaten|top|turn|urge|use|vow|want|warn|weigh|"
    r"accuse|admit|agree|aim|announce|appear|approve|arrest|arrive|ask|attack|become|begin|blame|"
    r"boost|break|bring|build|buy|cancel|claim|clash|climb|close|come|confirm|consider|defend|"
    r"demand|deny|die|double|drop|earn|emerge|end|enter|escape|expand|expect|explain|explode|fail|"
    r"fear|fight|file|fire|flee|force|gain|grow|halt|head|help|hire|hope|increase|investigate|"
    r"issue|join|jump|know|land|learn|let|lift|like|limit|look|mark|move|need|offer|oppose|oust|"
    r"overtake|plunge|pull|question|recall|release|remain|replace|resign|resume|save|see|set|sink|"
    r"soar|spend|spread|strike|struggle|suffer|support|surge|suspect|suspend|swear|tackle|talk|"
    r"think|trigger|try|unveil|visit|vote|wait|walk|work)(?:s|es)?|"
    r"tries|dies|flies|carries|denies|says|won|lost|rose|fell|told|said|found|shot|met|led|left|"
    r"made|took|went|came|gave|got|held|kept|knew|paid|ran|saw|sold|sent|stood|struck|sued|thought|"
    r"threw|wrote|began|became|broke|brought|built|bought|caught|chose|drew|drove|fled|fought|grew"
)
VERBS = {
    "en": _cue(_EN_VERBS),
    "de": _cue(
        r"ist|sind|war|waren|hat|haben|hatte|hatten|wird|werden|wurde|wurden|kann|können|"
        r"konnte|muss|"
        r"müssen|soll|sollen|sollte|will|wollen|wollte|darf|dürfen|gibt|gab|geht|ging|kommt|kam|"
        r"bleibt|blieb|steht|stand|liegt|lag|macht|nimmt|sieht|hält|fällt|fiel|steigt|stieg|sinkt|"
        r"(?-i:[a-zäöüß]{3,}(?:t|te|ten|en))"
    ),
    "fr": _cue(
        r"est|sont|était|étaient|a|ont|avait|sera|seront|va|vont|peut|peuvent|doit|"
        r"doivent|fait|font|"
        r"veut|veulent|dit|met|prend|reste|(?-i:[a-zàâçéèêëîïôûù]{3,}(?:ent|era|eront|ait))|"
        r"(?:annonce|accuse|appelle|arrive|cherche|condamne|demande|dénonce|donne|gagne|lance|"
        r"menace|monte|perd|propose|quitte|refuse|rejette|remporte|tombe|trouve|baisse|augmente)"
    ),
    "es": _cue(
        r"es|son|era|eran|fue|fueron|está|están|ha|han|había|será|serán|va|van|puede|pueden|debe|"
        r"deben|tiene|tienen|hace|hacen|quiere|quieren|dice|dicen|hay|queda|sigue|"
        r"(?-i:[a-záéíóúñ]{2,}(?:ó|aron|ieron|rá|rán|aba|aban|ía|ían))|"
        r"(?:anuncia|acusa|pide|busca|gana|pierde|sube|baja|cae|rechaza|aprueba|lanza|llega|deja|"
        r"denuncia|exige|defiende|niega|amenaza|condena|propone|investiga|muere|detiene|cierra)n?"
    ),
}

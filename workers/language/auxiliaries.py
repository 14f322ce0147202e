"""Words of grammar by language: forms of be, have and become, pronouns, prepositions. Data.

Own compilation of closed classes. What may, must, will or would be stays a word with content, and
so do words of number, time and degree ("all", "never", "before"): a change of one changes
the fact, and in other languages than English it is told only by the word that a source lacks.
"""

AUXILIARIES: dict[str, str] = {
    "de": """bin bist ist sind seid war warst waren wart gewesen sein habe hast hat haben habt
        hatte hattest hatten hattet gehabt werde wirst wird werden werdet wurde wurden wurdest
        worden geworden zufolge laut gemäß nebst samt wegen mittels bezüglich hinsichtlich seitens
        sowie sowohl sondern jedoch allerdings zudem außerdem dabei dafür dagegen daher dahin daran
        darauf daraus darin darüber darum darunter davon dazu deshalb deswegen dennoch deren dessen
        diejenigen denen dich dir euch euer eure mich mir unser unsere unseren unserem ihres seines
        obwohl falls sobald sofern indem wobei wodurch womit wofür welche welcher welches welchen
        wem wen wessen jener jene jenes man je hin her dran ebenso""",
    "fr": """suis es est sommes êtes sont étais était étions étiez étaient fus fut furent sois soit
        soyons soient fût été étant ai as a avons avez ont avais avait avions avaient eus eut
        eurent aie ait aient eût eu ayant vas aille fait font faisait tel telle tels telles lequel
        laquelle lesquels lesquelles auquel duquel desquels celui celle celles ceci moi toi soi eux
        lorsque puisque quoique tandis jusque jusqu dès parmi envers outre voire afin cependant
        toutefois pourtant néanmoins certes quant dont""",
    "es": """soy eres es somos son era eran fui fue fuimos fueron sea sean fuera fueran fuese sido
        siendo estoy está están estaba estaban estuvo estuvieron esté estén estado estando he has
        ha hemos han había habían hubo hubieron haya hayan hubiera hubieran hay haber vaya tiene
        tienen tenía tenían tuvo tuvieron tenga tengan cuyo cuya cuyos cuyas quienes cuales cuánto
        cuantos tal tales aquella aquellos aquellas mediante pues sino pese aunque ante hacia unos
        unas ello así unas dicho dicha""",
    "it": """sono sei è siamo siete era eri erano fui fu furono sia siano fosse fossero stato stata
        stati state essendo ho hai ha abbiamo avete hanno avevo aveva avevano ebbe ebbero avrò
        abbia abbiano avesse avessero avuto avendo viene vengono veniva verranno fa fanno stesso
        stessa stessi stesse tale tali quali quegli quei quella quelle colui coloro ciò essi esse
        egli lei loro presso verso finché affinché poiché benché sebbene però tuttavia inoltre nei
        negli sull sulle sugli dagli dai coi col""",
    "pt": """sou és é somos são era eram fui foi fomos foram seja sejam fosse fossem sido sendo
        estou está estão estava estavam esteve esteja estado hei há havia houve haja tenho tem têm
        tinha tinham teve tiveram tenha tenham tido ter tal tais outro outra outros outras quais
        cujo cuja cujos aquele aquela aqueles aquilo disso nisso num numa duns dum deste desta
        desse dessa neste nesta nesse nessa àquele mediante conforme segundo perante sob sobre
        desde então pois porém contudo todavia embora sua seu""",
    "nl": """ben bent is zijn was waren geweest heb hebt heeft hebben had hadden gehad word wordt
        worden werd werden geworden zulke zo'n onze jouw jullie hen hun welke wier wiens waarin
        waarop waarvan waarbij waardoor waarmee daarin daarop daarvan daarbij daardoor daarmee
        hiervan hierbij volgens vanaf sinds tussen onder wegens vanwege al dus echter bovendien
        toch terwijl zodat indien hoewel zodra zonder""",
    "pl": """a aby ale ani aż bez bo by być był była było byli były ci cię co czy czyli dla dlatego
        do gdy gdyby gdzie go i ich ile im iż ja jak jako jaki jakie jednak jej jego jemu jest
        jestem jeśli jeżeli kiedy kto która które którego której który których którym którzy lub ma
        mają miał miała mieli mu na nad nam nas nasz nią nie niego niej nich nim niż o ob od on ona
        one oni ono oraz pod ponieważ przede przez przy sam są się sobie swoją swoich swój ta tak
        także tam te tego tej ten też to tu tych tym u w we według z za zaś ze został została
        zostało zostali zostały że żeby wobec dzięki""",
    "uk": """а або але б без був була було бути були в від він вона вони воно ви г де для до є її
        їх його і із за з зі й коли ми мав мала мали має мають між на над нас нам не ні о об он під
        по при про проти та так також там те ти то тоді тому той ту у хоча це цей ця ці цього цієї
        цих чи що щоб як який яка яке які якого якої яких через серед""",
    "ru": """быть является являются стал стала стало стали этих этим этому эту этой который которая
        которое которых которого которой которым которому свой своя свое своих своего своей своим
        свою наш нам нами ваш себя себе собой ним ними ними ней неё нем чем также однако поэтому
        потому через самый самая её своё при том чтобы из-за""",
    "tr": """acaba ama ancak aslında bana belki ben beni benim bile bir biri biz bize bu buna bunda
        bundan bunlar bunu bunun çünkü da de diğer diye dolayı gibi göre için ile ise işte kadar
        karşı kendi kez ki kim kimse mi mı mu mü nasıl ne neden nerede o olan olarak oldu olduğu
        olduğunu olması olmak olur on ona ondan onlar onu onun pek rağmen sana sen siz son şey şu
        tarafından üzere var ve veya ya yani yine yok zaten edildi edilen etti eden etmek""",
    "he": """של את על הוא היא הם הן עם גם זה זו זאת אלה כי אם או אך אבל בין היה הייתה היו יש כך כדי
        אשר מה מי איך כאשר עד אל אני אנו אנחנו אתה שלו שלה שלהם אותו אותה אותם לו לה להם בו בה בהם
        ידי""",
    "hi": """का के की को से में पर ने है हैं था थे थी थीं हो होना होने होता होती होते हुआ हुई हुए
        और या एक यह ये वह वे इस उस इन उन इसके उसके इसकी उसकी इसका उसका उनके उनकी उनका अपने अपनी
        अपना जो जिस जिसके जिन कि तो भी ही कर करना करने करता करती करते किया की गया गई गए जा जाता
        जाती जाते रहा रही रहे सकता सकती सकते चाहिए लिए साथ द्वारा कोई जब तब""",
    "ar": """إلى أن إن أنه أنها إنه إنها هؤلاء تلك اللذان اللتان اللواتي كانوا يكون تكون أو أم أي
        أيضا ضمن عبر لدى حين حيث بينما مما عما إذا إذ لذلك كذلك فقد وقد لقد وهو وهي وهم ولا ولم وفي
        وعلى ومن وأن وإن وكان وكانت كما بأن لأن عليه عليها فيه فيها منه منها له لها لهم به بها بهم
        نفس فيما بحسب حسب وفق وفقا بشأن""",
}

"""Given names that are nearly always a woman's or a man's, for "he" and "she". Pure data.

Names borne by both (Alex, Andrea, Jean, Jordan, Kim, Robin, Sasha, Taylor) are left out.
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


FEMALE = _names(
    "Adriana Agnes Alice Alicia Amanda Amy Ana Angela Anita Anna Anne Annalena Annegret Annie "
    "Antonia Aurore Barbara Beatrice Beatriz Bettina Betty Birgit Brenda Brigitte Camila "
    "Carla Carly Carmen Carol Caroline Catherine Cécile Charlotte Christina Christine Claire "
    "Clara Claudia Cristina Cynthia Deborah Debbie Diana Diane Dolores Donna Dorothy Elena "
    "Eleanor Elisabeth Elizabeth Élisabeth Ellen Emily Emma Erica Esther Eva Evelyn Fatima "
    "Florence Franziska Gabriela Geneviève Ginni Gloria Grace Greta Hannah Heather Heidi "
    "Helen Helena Hélène Hillary Huma Ida Inés Ines Inge Ingrid Irene Isabel Isabelle Ivanka "
    "Jane Janet Jeanne Jennifer Jenny Jessica Jill Joanna Josephine Juana Judith Julia "
    "Juliana Julie Karen Karin Kate Katharina Katherine Kathleen Katie Katrin Kellyanne "
    "Kirsten Kirstjen Kristen Laura Lena Linda Lisa Lori Louise Lucía Lucy Luisa Lydia "
    "Madeleine Manuela Margaret Margarita María Maria Marie Marina Marine Marion Marta Martha "
    "Martina Mary Mathilde Megan Melania Melanie Melissa Mercedes Michelle Mireille Monica "
    "Monika Monique Nancy Natalia Nathalie Nicole Nikki Nina Nora Olga Olivia Pamela Patricia "
    "Paula Penny Petra Pilar Rachel Rebecca Renate Roberta Rosa Rosario Ruth Sabine Sally "
    "Samantha Sandra Sara Sarah Ségolène Sharon Silvia Simone Sofia Sonia Sophie Stephanie "
    "Susan Susana Susanne Suzanne Sylvie Teresa Theresa Tiffany Ursula Valérie Vanessa Vera "
    "Verónica Victoria Virginia Wendy Yolanda Yvonne"
)
MALE = _names(
    "Adam Adrian Alan Albert Alberto Alejandro Alexander Alfred Alfredo Álvaro André Andreas "
    "Andrew Ángel Anthony Antoine Antonio Armin Arnaud Arnold Arthur Barack Ben Benjamin "
    "Bernard Bernd Bernhard Bernie Bill Bob Boris Brad Brian Bruce Bruno Carl Carlos César "
    "Charles Christian Christoph Christopher Chuck Cory Craig Daniel David Dennis Diego "
    "Dieter Dietmar Donald Douglas Edgar Eduardo Edward Emilio Emmanuel Enrique Eric Ernesto "
    "Evan Felipe Felix Fernando Florian Franck François Frank Franz Frédéric Fred Friedrich "
    "Gabriel Gary Gavin Geoffrey Georg George Gerald Gérard Gerhard Gilles Glenn Greg "
    "Gregory Guillaume Guillermo Günter Günther Gustavo Hans Harold Harry Heinrich Heinz "
    "Helmut Henri Henry Herbert Horst Howard Hugo Ignacio Jack Jacob Jacques Jaime Jakob "
    "James Jared Jason Javier Jeb Jeff Jeffrey Jens Jeremy Jerome Jim Joachim Joe Joaquín "
    "Joel Johannes John Jonathan Jorge José Josef Joseph Joshua Juan Julien Jürgen Justin "
    "Karl Keith Kenneth Kevin Klaus Konrad Kurt Larry Laurent Lawrence Leonard Lothar Louis "
    "Lucas Luis Lukas Manfred Manuel Marc Marco Marcos Mario Mark Markus Martin Matthew "
    "Matthias Matthieu Maurice Max Michael Michel Miguel Mike Mitch Mitt Mohammed Neil Newt "
    "Nicholas Nicolas Norbert Olaf Oliver Olivier Oscar Otto Pablo Pascal Patrick Paul Pedro "
    "Peter Philip Philippe Pierre Rafael Ralf Ralph Ramón Randy Raymond Raúl Reince Reinhard "
    "René Ricardo Richard Rick Robert Roberto Rodrigo Roger Roland Rolf Ron Ronald Roy "
    "Rudolf Rudy Russell Ryan Samuel Santiago Scott Sean Sebastian Sergio Simon Stefan "
    "Stephen Steve Steven Ted Theodor Thierry Thilo Thomas Tim Timothy Todd Tom Tomás Ulrich "
    "Uwe Vicente Victor Vincent Vladimir Volker Walter Werner Wilhelm William Wolfgang "
    "Xavier Yves Zachary"
)

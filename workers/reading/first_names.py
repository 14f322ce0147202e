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

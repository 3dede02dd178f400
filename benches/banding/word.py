"""The template for docxtpl, made here rather than kept as a binary file."""

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Liberation Sans"


def template():
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(11)
    paper(document.sections[0], 215, 330)
    say(document, "{{ judul }}", bold=True)
    say(document, "{%p for bagian in narasi %}")
    say(document, "{%p if bagian.tingkat %}")
    say(document, "{{ bagian.teks }}", bold=True)
    say(document, "{%p else %}")
    say(document, "{{ bagian.teks }}")
    say(document, "{%p endif %}")
    say(document, "{%p endfor %}")
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    paper(section, 330, 215)
    say(document, "{%p for t in tabel %}")
    say(document, "{{ t.judul }}", bold=True)
    rows(document)
    say(document, "{%p endfor %}")
    return document


def paper(section, width, height):
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Mm(15))


def say(place, text, bold=False, size=None):
    paragraph = place.add_paragraph()
    write(paragraph, text, bold, size)


def write(paragraph, text, bold=False, size=None):
    run = paragraph.add_run(text)
    run.bold = bold
    if size:
        run.font.size = Pt(size)
        paragraph.paragraph_format.space_after = Pt(0)


def rows(document):
    """A heading of as many cells as there are columns, then a row for each."""
    table = document.add_table(rows=4, cols=3)
    table.style = "Table Grid"
    fill(table.rows[0], ("{%tc for k in t.kolom %}", "{{ k }}", "{%tc endfor %}"), bold=True)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    fill(table.rows[1], ("{%tr for b in t.baris %}", "", ""))
    fill(table.rows[2], ("{%tc for s in b %}", "{{ s }}", "{%tc endfor %}"))
    fill(table.rows[3], ("{%tr endfor %}", "", ""))


def fill(row, texts, bold=False):
    for cell, text in zip(row.cells, texts):
        write(cell.paragraphs[0], text, bold, 5.5)

"""The contenders that are Python: `worker.py KIND OUT CONTENT…`, a process of its own."""

import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main():
    kind, out, *names = sys.argv[1:]
    work = {"docx": docx, "html": html, "weasyprint": weasyprint}[kind]
    work(Path(out), [Path(name) for name in names])


def load(path):
    return json.loads(path.read_text())


def page():
    import jinja2

    loader = jinja2.FileSystemLoader(HERE)
    return jinja2.Environment(loader=loader, autoescape=True).get_template("dokumen.html")


def html(out, documents):
    template = page()
    for path in documents:
        (out / f"{path.stem}.html").write_text(template.render(load(path)))


def weasyprint(out, documents):
    from weasyprint import HTML

    template = page()
    for path in documents:
        HTML(string=template.render(load(path))).write_pdf(out / f"{path.stem}.pdf")


def docx(out, documents):
    from docxtpl import DocxTemplate

    import word

    template = out / "templat.docx"
    word.template().save(template)
    for path in documents:
        document = DocxTemplate(template)
        document.render(load(path), autoescape=True)
        document.save(out / f"{path.stem}.docx")
    template.unlink()


if __name__ == "__main__":
    main()

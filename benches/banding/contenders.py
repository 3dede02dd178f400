"""Who is compared, what each needs, and its commands for all documents."""

import shutil
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "templates" / "fonts"


@dataclass
class Contender:
    name: str
    commands: list
    # How to install what is not there.
    missing: str = ""


def contenders(renstra, city, out, documents):
    results = lambda ending: [str(out / f"{path.stem}.{ending}") for path in documents]
    batch = [renstra, "batch", str(city), "-o", str(out), "-q"]
    return [
        Contender("renstra batch -j1", [[*batch, "-j1"]]),
        Contender("renstra batch", [batch]),
        typst(documents, results("pdf")),
        word(out, documents, results("docx")),
        weasyprint(out, documents),
        chromium(out, documents, results("html"), results("pdf")),
    ]


def typst(documents, results):
    compile = ["typst", "compile", "--root", "/", "--font-path", str(FONTS)]
    template = str(HERE / "dokumen.typ")
    commands = [
        [*compile, "--input", f"isi={path}", template, pdf]
        for path, pdf in zip(documents, results)
    ]
    install = "cargo install typst-cli --version 0.15.1 --locked"
    return Contender("typst compile per dokumen", commands, lacking(["typst"], [], install))


def word(out, documents, results):
    profile = f"-env:UserInstallation=file://{out}/profil"
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(out)]
    commands = [work("docx", out, documents), convert + results]
    install = "python3 -m pip install docxtpl; apt-get install libreoffice-writer-nogui"
    missing = lacking(["soffice"], ["docxtpl"], install)
    return Contender("docxtpl + LibreOffice", commands, missing)


def weasyprint(out, documents):
    install = "python3 -m pip install weasyprint jinja2"
    missing = lacking([], ["weasyprint", "jinja2"], install)
    return Contender("WeasyPrint", [work("weasyprint", out, documents)], missing)


def chromium(out, documents, pages, results):
    names = ("chromium", "chromium-browser", "google-chrome")
    browser = next((name for name in names if shutil.which(name)), names[0])
    # Root, in whose name CI machines work, cannot have Chromium's sandbox.
    show = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    prints = [
        [*show, f"--print-to-pdf={pdf}", f"file://{page}"]
        for page, pdf in zip(pages, results)
    ]
    install = "python3 -m pip install jinja2; apt-get install chromium"
    missing = lacking([browser], ["jinja2"], install)
    return Contender("Chromium per dokumen", [work("html", out, documents), *prints], missing)


def work(kind, out, documents):
    return [sys.executable, str(HERE / "worker.py"), kind, str(out), *map(str, documents)]


def lacking(programs, modules, install):
    there = all(map(shutil.which, programs)) and all(map(find_spec, modules))
    return "" if there else f"pasang dengan: {install}"

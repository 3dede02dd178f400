"""Sets `renstra batch` beside other ways from data to PDF: the same content, in one run.

    python3 benches/banding/banding.py [KOTA] [--renstra PROGRAM] [--ulang 3]

The content is what `renstra data` says of each workbook of the city's folder, brought into
paragraphs and rows once (`content.py`), before the clock starts: the others read no workbook.
Each prints the narrative and every table with all rows and columns, the heading repeated on
every page; where a contender can do many documents in one process, it does. One that is not
installed is passed over, with a line that tells how to get it. Linux only: memory is read from
/proc.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import measure
from content import flatten
from contenders import contenders

ROOT = Path(__file__).resolve().parent.parent.parent
ROW = "{:<30} {:>8} {:>10} {:>6} {:>8}"


def main():
    arguments = parse()
    renstra = shutil.which(arguments.renstra)
    if renstra is None:
        sys.exit(f"{arguments.renstra} tidak ada; bangun dengan: cargo build --release")
    renstra = str(Path(renstra).resolve())
    city = arguments.kota.resolve()
    skipped = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = prepare(renstra, city, folder)
        count = len(documents)
        print(f"{count} dokumen dari {city.name}, terbaik dari {arguments.ulang}\n")
        print(ROW.format("", "detik", "detik CPU", "MiB", "halaman"), flush=True)
        for contender in contenders(renstra, city, folder / "hasil", documents):
            if contender.missing:
                skipped.append(f"dilewati: {contender.name}; {contender.missing}")
                continue
            best = run(contender, folder / "hasil", arguments.ulang)
            each = [f"{best.seconds / count:.2f}", f"{best.cpu / count:.2f}"]
            line = ROW.format(contender.name, *each, f"{best.mebibytes:.0f}", best.pages)
            print(line, flush=True)
    print("\ndetik dan detik CPU: per dokumen; MiB: puncak semua prosesnya bersama")
    print("\n".join(skipped))


def parse():
    parser = argparse.ArgumentParser(description="Membandingkan renstra dengan cara lain")
    sample = ROOT / "fixtures" / "kota-pasuruan"
    parser.add_argument("kota", nargs="?", type=Path, default=sample, help="folder kota")
    program = ROOT / "target" / "release" / "renstra"
    parser.add_argument("--renstra", default=str(program), help="program renstra")
    parser.add_argument("--ulang", type=int, default=3, help="berapa kali masing-masing")
    return parser.parse_args()


def prepare(renstra, city, folder):
    """The content of every workbook that gets a document, as a file."""
    documents = []
    for workbook in sorted((city / "opd").glob("*.xlsx")):
        command = [renstra, "data", str(workbook), "-q"]
        data = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
        path = folder / f"{workbook.stem}.json"
        path.write_text(json.dumps(flatten(json.loads(data))))
        documents.append(path)
    return documents


def run(contender, out, times):
    """The least that each column was; the memory is the most that any run took."""
    costs = []
    for _ in range(times):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        cost = measure.Cost()
        for command in contender.commands:
            measure.run(command, cost)
        own = [path for path in out.glob("*.pdf") if path.name != "rekap.pdf"]
        cost.pages = sum(map(measure.pages, own))
        costs.append(cost)
    best = costs[-1]
    best.seconds = min(cost.seconds for cost in costs)
    best.cpu = min(cost.cpu for cost in costs)
    best.mebibytes = max(cost.mebibytes for cost in costs)
    return best


if __name__ == "__main__":
    main()

"""`renstra data` as headings, paragraphs and tables of texts: what every contender prints."""


def flatten(data):
    """The narrative first, then the tables in their order, the funding table among them."""
    return {
        "judul": data["judul_pendek"],
        "narasi": [part for bab in data["bab"] for part in chapter(bab)],
        "tabel": [table(value) for value in data["tabel"].values() if not value["kosong"]],
    }


def chapter(bab):
    yield {"tingkat": 1, "teks": f"BAB {bab['romawi']} {bab['judul']}"}
    yield from parts(bab["isi"])
    for subbab in bab["subbab"]:
        yield from section(subbab)


def section(subbab):
    yield {"tingkat": 2, "teks": f"{subbab['nomor']} {subbab['judul']}"}
    yield from parts(subbab["isi"])
    for below in subbab["subbab"]:
        yield from section(below)


def parts(isi):
    for part in isi:
        for blok in part.get("blok", []):
            yield from block(blok)


def block(blok):
    if "isi" in blok:
        yield {"tingkat": 0, "teks": "".join(run.get("teks") or "" for run in blok["isi"])}
    for butir in blok.get("butir", []):
        inner = butir if isinstance(butir, list) else butir.get("blok", [])
        for below in inner:
            yield from block(below)


def table(value):
    columns, rows = matrix(value["matriks"])
    title = f"Tabel {value['nomor']} {value['judul']}"
    return {"judul": title, "kolom": columns, "baris": rows}


def matrix(value):
    width = len(value["lebar"])
    heading = spread(value["kepala"], width)
    columns = [" ".join(dict.fromkeys(filter(None, words))) for words in zip(*heading)]
    return columns, spread([row["sel"] for row in value["baris"]], width)


def spread(rows, width):
    """Rows of cells that may span others, as rows with a text in every column."""
    taken = set()
    result = []
    for at, cells in enumerate(rows):
        row = [""] * width
        for cell in cells:
            first = next((col for col in range(width) if (at, col) not in taken), None)
            if first is None:
                break
            down, right = (range(cell.get(key, 1)) for key in ("baris", "kolom"))
            taken.update((at + y, first + x) for y in down for x in right)
            row[first] = text(cell["teks"])
        result.append(row)
    return result


def text(value):
    """A cell's text without the marks at which its lines may end."""
    said = "" if value is None or isinstance(value, bool) else str(value)
    return said.replace("\u00ad", "").replace("\u200b", "")

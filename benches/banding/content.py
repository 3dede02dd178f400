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
    title = f"Tabel {value['nomor']} {value['judul']}"
    if "matriks" in value:
        columns, rows = matrix(value["matriks"])
    elif value["kode"] == "T-C.27":
        columns, rows = funding(value)
    else:
        columns, rows = records(value)
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
            down, right = range(cell["baris"]), range(cell["kolom"])
            taken.update((at + y, first + x) for y in down for x in right)
            row[first] = text(cell["teks"])
        result.append(row)
    return result


def funding(value):
    """T-C.27 with its twenty columns, a row for each indicator."""
    columns = ["Tujuan", "Sasaran", "Kode", "Program, Kegiatan, dan Sub Kegiatan"]
    columns += ["Indikator Kinerja", f"Capaian {value['tahun_awal']}"]
    for year in [*value["tahun"], "akhir periode"]:
        columns += [f"{year} target", f"{year} Rp"]
    columns += ["Unit Kerja Penanggung Jawab", "Lokasi"]
    rows = []
    for row in value["baris"]:
        kind = row["jenis"]
        aim = value[kind][row[kind]] if kind in ("tujuan", "sasaran") else None
        name = f"{aim['no']}. {row['uraian']}" if aim else row["uraian"]
        for at, indicator in enumerate(row["indikator"]):
            first = at == 0
            say = lambda words: text(words) if first else ""
            cells = [say(name if kind == column else None) for column in ("tujuan", "sasaran")]
            cells += [say(row["kode"]), say(None if aim else name)]
            cells += [f"{text(indicator['uraian'])} ({text(indicator['satuan'])})"]
            cells += [text(indicator["target_awal"])]
            targets = [*indicator["target"], indicator["target_akhir"]]
            for target, money in zip(targets, [*row["pagu"], row["pagu_akhir"]]):
                cells += [text(target), say(money)]
            rows.append([*cells, say(row["unit"]), say(row["lokasi"])])
    total = value["jumlah"]
    cells = ["JUMLAH", *[""] * 5]
    for money in [*total["pagu"], total["pagu_akhir"]]:
        cells += ["", text(money)]
    return columns, [*rows, [*cells, "", ""]]


# What a table says of itself, besides its rows.
ABOUT = {"nomor", "kode", "lembar", "judul", "tahun", "kosong", "tahun_awal", "jumlah"}
ABOUT |= {"rasio_satuan", "pertumbuhan_satuan", "kepala_kolom"}


def records(value):
    rows = branch({key: own for key, own in value.items() if key not in ABOUT}, "")
    if isinstance(value.get("jumlah"), dict):
        rows += branch(value["jumlah"], "")
    columns = list(dict.fromkeys(key for row in rows for key in row))
    columns = [key for key in columns if any(row.get(key) for row in rows)]
    named = [label(key, value["tahun"]) for key in columns]
    return named, [[row.get(key) or "" for key in columns] for row in rows]


def branch(node, prefix):
    """The rows of a record: its own texts stand in the first of those below it."""
    own, below = {}, []
    for key, value in node.items():
        if isinstance(value, list) and any(isinstance(item, dict) for item in value):
            below.append((key, value))
        elif isinstance(value, list):
            for at, item in enumerate(value):
                own[prefix + key, at] = text(item)
        else:
            own[prefix + key, None] = text(value)
    rows = [
        row
        for key, items in below
        for item in items
        for row in branch(item, prefix if key == "baris" else f"{key} ")
    ]
    if not rows:
        return [own]
    rows[0] = {**own, **rows[0]}
    return rows


def text(value):
    return "" if value is None or isinstance(value, bool) else str(value)


def label(key, years):
    name, at = key
    if at is not None and at < len(years):
        name = f"{name} {years[at]}"
    return name.replace("_", " ")

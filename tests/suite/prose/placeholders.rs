//! Placeholders, and the sandbox around them.

use super::{HOSTILE, clean, finding, render, short, text};

#[test]
fn placeholders_filled() {
    for (isi, printed) in [
        (
            "{{ opd.nama }} tahun {{ periode.awal }}–{{periode.akhir}}",
            "P(Dinas Kesehatan tahun 2021–2026)",
        ),
        (
            "{{ jumlah.program }} ({{ jumlah.program | terbilang }}) program",
            "P(7 (tujuh) program)",
        ),
        ("{{ jumlah.pegawai }} orang", "P(1.234 orang)"),
        (
            "{{ pagu_total() | rupiah }}",
            "P(Rp9.007.199.254.740.993,50)",
        ),
        ("{{ pagu_total(2023) | rupiah }}", "P(Rp1.250.000.000)"),
        (
            "{{ pagu_total(periode.akhir) | rupiah }}",
            "P(Rp1.250.000.000)",
        ),
        ("{{ pagu_total(2023) }}", "P(1.250.000.000)"),
        (
            "{{ pagu_program(\"1.02.02\", 2023) | terbilang }} rupiah",
            "P(satu miliar dua ratus lima puluh juta rupiah)",
        ),
        (
            "{{ jumlah.rata | angka }} {{ jumlah.rata | angka(2) }} {{ jumlah.rata | persen }} {{ jumlah.rata | persen(0) }}",
            "P(66,5 66,50 66,5% 67%)",
        ),
        ("{{ 2 / 3 }}", "P(0,666667)"),
        ("{{ kepala.tanggal | tanggal }}", "P(20 September 2021)"),
        (
            "{{ opd.nama | upper }} {{ opd.nama | length }}",
            "P(DINAS KESEHATAN 15)",
        ),
        (
            "lihat {{ tabel(\"T-C.27\") }} dan {{ gambar('struktur') }}",
            "P(lihat Tabel 6.1 dan Gambar 2.1)",
        ),
        (
            "{% if jumlah.program > 5 %}banyak{% else %}sedikit{% endif %}",
            "P(banyak)",
        ),
        (
            "{% for t in tujuan %}\n{{ loop.index }}. {{ t.uraian }}\n{% endfor %}",
            "P(1. Naik) P(2. Turun)",
        ),
        (
            "{% for t in tujuan %}\n- {{ t.uraian }}\n{% endfor %}",
            "L•(P(Naik) | P(Turun))",
        ),
        (
            "{% set n = opd.nama %}**{{ n }}**.",
            "P(**Dinas Kesehatan**.)",
        ),
        ("{{ \"}}\" }} {{ '{{' }}", "P(}} {{)"),
        ("{# bukan komentar #} a", "P({# bukan komentar #} a)"),
    ] {
        assert_eq!(clean(isi), printed, "{isi}");
    }
}

#[test]
fn values_are_data() {
    for isi in [
        "{{ jahat.teks }}",
        "a {{ jahat.teks }} b",
        "- {{ jahat.teks }}",
        "{{ jahat.teks ~ '' }}",
        "**{{ jahat.teks }}**",
    ] {
        let (blok, out) = render(isi);
        assert!(out.is_empty(), "{out:?}");
        assert!(text(&blok).contains(HOSTILE), "{isi}: {}", text(&blok));
    }
    assert_eq!(clean("{{ jahat.butir }}"), "P(- bukan daftar)");
    assert_eq!(
        clean("{{ jahat.nomor }}\n{{ jahat.baris }}"),
        "P(1. bukan⏎satu⏎dua)"
    );
}

#[test]
fn undefined_names_always_fail() {
    // Case C69, and the ways around it that minijinja's own strictness leaves.
    for isi in [
        "{{ typo }}",
        "{{ typo | upper }}",
        "{% if typo %}a{% endif %}",
        "{% if typo == 1 %}a{% endif %}",
        "{% if not typo %}a{% endif %}",
        "{{ typo or 'x' }}",
        "{{ typo ~ 'x' }}",
        "{{ [typo] | length }}",
        "{{ 1 in typo }}",
        "{{ typo | rupiah }}",
        "{% for t in typo %}a{% endfor %}",
        "{% set a = typo %}",
        "{{ typo[0] }}",
        "{{ 'a' if typo else 'b' }}",
        "{{ pagu_total(typo) }}",
    ] {
        let found = finding(isi);
        assert_eq!(found.len(), 1, "{isi}: {found:?}");
        assert!(
            found[0].starts_with("N301: nama `typo` tidak dikenal"),
            "{isi}: {found:?}"
        );
    }
    for isi in [
        "{{ opd.typo }}",
        "{{ opd.typo | upper }}",
        "{% if opd.typo %}a{% endif %}",
        "{{ opd['typo'] }}",
    ] {
        let found = finding(isi);
        assert!(
            found.len() == 1 && found[0].starts_with("N301: nama `opd.typo` tidak dikenal"),
            "{isi}: {found:?}"
        );
    }
    for isi in [
        "{{ typo | default('x') }}",
        "{% if typo is defined %}a{% endif %}",
        "{{ typo() }}",
        "{{ opd.typo() }}",
        "{{ tujuan[9].uraian }}",
        "{{ tujuan[9] }}",
    ] {
        let found = finding(isi);
        assert!(
            found.len() == 1 && found[0].starts_with("N301"),
            "{isi}: {found:?}"
        );
    }
}

#[test]
fn suggestions() {
    for (isi, wanted) in [
        (
            "{{ opd.nmaa }}",
            "N301: nama `opd.nmaa` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ opd.Nama }}",
            "N301: nama `opd.Nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp.nama }}",
            "N301: nama `odp.nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp.nama | upper }}",
            "N301: nama `odp.nama` tidak dikenal (maksud Anda `opd.nama`?)",
        ),
        (
            "{{ odp['nama'] }}",
            "N301: nama `odp` tidak dikenal (maksud Anda `opd`?)",
        ),
        (
            "{{ singkatan }}",
            "N301: nama `singkatan` tidak dikenal (maksud Anda `opd.singkatan`?)",
        ),
        (
            "{{ zzzzzz }}",
            "N301: nama `zzzzzz` tidak dikenal (periksa penulisan nama itu)",
        ),
        (
            "{{ loop.index }}",
            "N301: nama `loop.index` tidak dikenal (periksa penulisan nama itu)",
        ),
        (
            "{{ opd.typo() }}",
            "N301: fungsi `typo` tidak dikenal (periksa penulisan fungsi itu)",
        ),
        (
            "{{ range(5) }}",
            "N301: fungsi `range` tidak dikenal (periksa penulisan fungsi itu)",
        ),
        (
            "{{ pagu_totl() }}",
            "N301: fungsi `pagu_totl` tidak dikenal (maksud Anda `pagu_total`?)",
        ),
        (
            "{{ pagu_total() | rupia }}",
            "N301: filter `rupia` tidak dikenal (maksud Anda `rupiah`?)",
        ),
        (
            "{% for t in tujuan %}{{ t.urain }}{% endfor %}",
            "N301: nama `t.urain` tidak dikenal (maksud Anda `t.uraian`?)",
        ),
    ] {
        assert_eq!(finding(isi), [wanted], "{isi}");
    }
}

#[test]
fn other_failures() {
    for (isi, wanted) in [
        ("{{ opd.alias }}", "N306: nilai `opd.alias` belum diisi"),
        (
            "{{ opd.kosong | upper }}",
            "N306: nilai `opd.kosong` belum diisi",
        ),
        (
            "{% if opd.alias %}a{% endif %}",
            "N306: nilai `opd.alias` belum diisi",
        ),
        (
            "{{ tujuan[1].catatan }}",
            "N306: nilai `tujuan[1].catatan` belum diisi",
        ),
        (
            "{{ pagu_total(2021) | rupiah }}",
            "N306: nilai `pagu_total(2021)` belum diisi",
        ),
        (
            "{{ tabel('T-C.23') }}",
            "N306: nilai `tabel(\"T-C.23\")` belum diisi",
        ),
        (
            "{{ pagu_total(2031) }}",
            "N307: tahun 2031 tidak termasuk periode Renstra",
        ),
        (
            "{{ pagu_program('1.02.02', 2031) }}",
            "N307: tahun 2031 tidak termasuk periode Renstra",
        ),
        (
            "{{ pagu_program('1.02.99', 2023) }}",
            "N307: program \"1.02.99\" tidak ada",
        ),
        (
            "{{ pagu_program('1.2.2') }}",
            "N304: kode program \"1.2.2\" tidak sah: bagian ke-2",
        ),
        (
            "{{ pagu_program(1.02) }}",
            "N304: pagu_program(1,02) memerlukan kode di antara tanda petik",
        ),
        ("{{ pagu_total('dua') }}", "N304: \"dua\" bukan tahun"),
        ("{{ tabel('T-C.99') }}", "N307: tabel \"T-C.99\" tidak ada"),
        (
            "{{ opd.nama | rupiah }}",
            "N304: filter rupiah memerlukan angka, sedangkan \"Dinas Kesehatan\" bukan angka",
        ),
        (
            "{{ opd.nama | tanggal }}",
            "N304: filter tanggal memerlukan tanggal",
        ),
        (
            "{{ jumlah.rata | angka(99) }}",
            "N304: filter angka paling banyak 10",
        ),
        (
            "{{ jumlah.rata | rupiah(2) }}",
            "N304: filter rupiah tidak memakai nilai",
        ),
        (
            "{{ pagu_total(2023, 1) }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ tabel() }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ opd.nama - 1 }}",
            "N304: nilai di dalam placeholder ini tidak dapat dipakai",
        ),
        (
            "{{ opd }}",
            "N304: nilai di dalam placeholder ini tidak dapat dicetak begitu saja",
        ),
        (
            "{{ tujuan }}",
            "N304: nilai di dalam placeholder ini tidak dapat dicetak begitu saja",
        ),
        ("{{ opd.nama", "N302: placeholder tidak ditutup dengan }}"),
        ("{{ 'a }}", "N302: placeholder tidak ditutup dengan }}"),
        ("{{ }}", "N302: penulisan placeholder tidak benar"),
        ("{{ a b }}", "N302: penulisan placeholder tidak benar"),
        ("{% if opd.nama %}a", "N302: if atau for tidak ditutup"),
        (
            "a{% endif %}",
            "N302: bagian ini tidak didahului if atau for",
        ),
        (
            "{% if %}a{% endif %}",
            "N302: penulisan placeholder tidak benar",
        ),
        (
            "{% include 'a' %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% macro m() %}a{% endmacro %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% raw %}{% endraw %}",
            "N302: perintah ini tidak dikenal dalam narasi",
        ),
        (
            "{% for a in 'abcdefghij' * 9 %}{% for b in 'abcdefghij' * 99 %}{% for c in 'abcdefghij' %}x{% endfor %}{% endfor %}{% endfor %}",
            "N303: narasi ini terlalu panjang",
        ),
    ] {
        let found = finding(isi);
        assert!(
            found.first().is_some_and(|first| first.starts_with(wanted)),
            "{isi}: {found:?}"
        );
    }
}

#[test]
fn every_failure_of_a_cell_is_reported_and_marked() {
    let isi = "Satu {{ opd.nmaa }} dua.\n\n{{ opd.alias }} tiga {{ opd.nama }}\n{{ typo | upper }} {{ 5 5 }}\n{% if tipo %}x {{ opd.zzzz }}{% endif %} akhir";
    let (blok, out) = render(isi);
    let found: Vec<String> = out
        .iter()
        .map(|d| {
            format!(
                "{} {} | {}",
                d.origin,
                d.message,
                d.note
                    .iter()
                    .map(|(l, t)| format!("{l}: {t}"))
                    .collect::<Vec<_>>()
                    .join("; ")
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            "dinas.xlsx › Narasi!B5 penulisan placeholder tidak benar | baris: 4 di dalam sel; tertulis: {{ 5 5 }}",
            "dinas.xlsx › Narasi!B5 nama `opd.nmaa` tidak dikenal | baris: 1 di dalam sel; tertulis: {{ opd.nmaa }}",
            "dinas.xlsx › Narasi!B5 nilai `opd.alias` belum diisi pada buku kerja | baris: 3 di dalam sel; tertulis: {{ opd.alias }}",
            "dinas.xlsx › Narasi!B5 nama `typo` tidak dikenal | baris: 4 di dalam sel; tertulis: {{ typo | upper }}",
            "dinas.xlsx › Narasi!B5 nama `tipo` tidak dikenal | baris: 5 di dalam sel; tertulis: {% if tipo %}",
        ]
    );
    assert_eq!(
        short(&blok),
        "P(Satu [{{ opd.nmaa }}] dua.) P([{{ opd.alias }}] tiga Dinas Kesehatan⏎[{{ typo | upper }}] [{{ 5 5 }}]⏎[{% if tipo %} …] akhir)"
    );
    // A mark inside a loop stands in the loop; the text around an open brace is kept.
    assert_eq!(
        short(&render("{% for t in tujuan %}{{ t.typo }},{% endfor %} a {{ b\nc").0),
        "P([{{ t.typo }}],[{{ t.typo }}], a [{{ b]⏎c)"
    );
}

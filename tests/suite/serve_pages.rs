//! What the page shows of a plan besides its pictures: their text with its cells, who answers
//! for what, and the settings of the city.

use std::fs;

use serde_json::{Value, json};

use crate::serve::{City, has_pages};
use crate::support::http;

const OWN: [(&str, &str); 2] = [("X-Renstra", "1"), ("Content-Type", "application/json")];

/// Lines of a page's text.
fn lines(city: &City, page: u64) -> Vec<Value> {
    let path = format!("/api/opd/dinas-galat.xlsx/halaman/{page}/teks");
    let answer = city.get(&path).json();
    answer["baris"].as_array().unwrap().clone()
}

#[test]
fn text_of_a_page_leads_to_its_cell_and_a_finding_to_its_row() {
    let city = City::start();
    let state = city.until("dinas-galat.xlsx", has_pages);
    let finding = &state["temuan"][0];
    assert_eq!(finding["kode"], "R012");
    let (cell, row) = (&finding["sel"], &finding["baris"]);
    let number = |area: &Value, key: &str| area[key].as_f64().unwrap();
    assert!(
        number(row, "width") > 3.0 * number(cell, "width"),
        "{finding}"
    );
    assert!(number(row, "y") <= number(cell, "y"));

    // The amount that is marked is printed there, and leads to the cell that the finding names.
    let page = finding["halaman"].as_u64().unwrap();
    let lines_of_table = lines(&city, page);
    let marked: Vec<&Value> = lines_of_table
        .iter()
        .filter(|line| line["sel"] == finding["alamat"])
        .collect();
    assert_eq!(marked.len(), 1, "{marked:?}");
    let (x, y) = (number(marked[0], "x"), number(marked[0], "y"));
    let inside = |from: f64, size: f64, at: f64| (from - 0.5..=from + size + 0.5).contains(&at);
    assert!(inside(number(cell, "x"), number(cell, "width"), x));
    assert!(inside(number(cell, "y"), number(cell, "height"), y));
    let amount = marked[0]["teks"].as_str().unwrap();
    let said = finding["rincian"].to_string();
    assert!(said.contains(amount), "{amount} is not in {said}");

    // Running text leads to its cell too; a heading of the regulation to none.
    let chapter = state["bab"].as_array().unwrap().iter();
    let body = chapter
        .clone()
        .find(|bab| bab["judul"].as_str().unwrap().starts_with("BAB I "));
    let text = lines(&city, body.unwrap()["awal"].as_u64().unwrap());
    let narasi = text.iter().filter(|line| {
        let cell = line["sel"].as_str().unwrap_or_default();
        cell.starts_with("Narasi!")
    });
    assert!(narasi.count() > 3, "{text:?}");
    let heading = text
        .iter()
        .find(|line| line["teks"].as_str().unwrap().starts_with("PENDAHULUAN"));
    assert_eq!(heading.unwrap()["sel"], Value::Null);
    assert_eq!(
        city.get("/api/opd/dinas-galat.xlsx/halaman/999/teks")
            .status,
        204
    );
    city.running.stop();
}

#[test]
fn each_unit_sees_what_it_answers_for() {
    let city = City::start();
    city.until("dinas%20bersih.xlsx", |state| state["terbaca"] == true);
    let answer = city
        .get("/api/opd/dinas%20bersih.xlsx/tanggung-jawab")
        .json();
    assert_eq!(answer["nama"], "Dinas Contoh");
    let duties = &answer["tugas"];
    assert_eq!(duties["tahun"], json!([2022, 2023, 2024, 2025, 2026]));
    assert_eq!(duties["kepala"]["jabatan"], "Kepala Dinas Contoh");
    assert_eq!(
        duties["kepala"]["butir"][0]["indikator"][0]["target"][0],
        "80"
    );
    let unit = |name: &str| {
        let mut all = duties["unit"].as_array().unwrap().iter();
        all.find(|unit| unit["unit"] == name).unwrap().clone()
    };
    let terminal = unit("UPT Terminal");
    assert_eq!(terminal["jabatan"], "Kepala UPT Terminal");
    assert_eq!(terminal["jumlah"], "sub kegiatan");
    assert_eq!(terminal["pagu"][0], "300.000.000");
    // Money of other units in the rows above is not its own.
    assert_eq!(unit("Bidang Angkutan")["pagu"][0], "200.000.000");
    let page = city.get("/tanggung-jawab?opd=dinas%20bersih.xlsx");
    assert!(page.text().contains("duties.js"));
    assert_eq!(
        city.get("/api/opd/tidak-ada.xlsx/tanggung-jawab").status,
        404
    );
    city.running.stop();
}

#[test]
fn what_follows_on_a_plan_is_taken_away() {
    let city = City::start();
    city.until("dinas%20bersih.xlsx", |state| state["terbaca"] == true);
    for (wanted, name, head) in [
        (
            "jenis=renja&tahun=2023&bentuk=pdf",
            "dinas%20bersih-renja-2023.pdf",
            b"%PDF",
        ),
        (
            "jenis=perjanjian-kinerja-semua&tahun=2023&bentuk=pdf",
            "dinas%20bersih-perjanjian-kinerja-semua-2023.pdf",
            b"%PDF",
        ),
        (
            "jenis=iku&bentuk=xlsx",
            "dinas%20bersih-iku.xlsx",
            b"PK\x03\x04",
        ),
    ] {
        let answer = city.get(&format!("/api/opd/dinas%20bersih.xlsx/turunan?{wanted}"));
        assert_eq!(answer.status, 200, "{}", answer.text());
        let disposition = answer.header("content-disposition").unwrap();
        assert!(disposition.ends_with(name), "{disposition}");
        assert!(answer.body.starts_with(head), "{wanted}");
    }
    // Of a plan with errors nothing is made that could be signed.
    let draft = city.get("/api/opd/dinas-galat.xlsx/turunan?jenis=iku&bentuk=pdf");
    let disposition = draft.header("content-disposition").unwrap();
    assert!(
        disposition.ends_with("dinas-galat-iku-rancangan.pdf"),
        "{disposition}"
    );
    let without = city.get("/api/opd/dinas-galat.xlsx/turunan?jenis=renja&bentuk=pdf");
    assert_eq!(without.status, 409, "{}", without.text());
    city.running.stop();
}

#[test]
fn a_workbook_is_compared_with_what_was_before_it() {
    let city = City::start();
    city.until("dinas%20bersih.xlsx", |state| state["terbaca"] == true);
    let earlier = || city.get("/api/opd/dinas%20bersih.xlsx/semula").json();
    let copies = |list: &serde_json::Value| {
        let list = list.as_array().unwrap().iter();
        list.filter(|one| one["jenis"] == "cadangan")
            .map(|one| one["semula"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(copies(&earlier()), [""; 0]);
    let folder = city.folder.path();
    std::fs::create_dir_all(folder.join("cadangan")).unwrap();
    let other = folder.join("opd/dinas-galat.xlsx");
    for copy in ["dinas bersih-001.xlsx", "dinas-galat-001.xlsx"] {
        std::fs::copy(&other, folder.join("cadangan").join(copy)).unwrap();
    }
    // Those of another workbook are none of it.
    assert_eq!(copies(&earlier()), ["dinas bersih-001.xlsx"]);
    let compare = |semula: &str, bentuk: &str| {
        city.get(&format!(
            "/api/opd/dinas%20bersih.xlsx/perbandingan?semula={semula}&bentuk={bentuk}"
        ))
    };
    for (bentuk, head) in [("pdf", b"%PDF".as_slice()), ("xlsx", b"PK\x03\x04")] {
        let answer = compare("dinas%20bersih-001.xlsx", bentuk);
        assert_eq!(answer.status, 200, "{}", answer.text());
        let disposition = answer.header("content-disposition").unwrap();
        let name = format!("dinas%20bersih-perbandingan.{bentuk}");
        assert!(disposition.ends_with(&name), "{disposition}");
        assert!(answer.body.starts_with(head), "{bentuk}");
    }
    // Nothing but what was listed is opened.
    for semula in ["dinas-galat-001.xlsx", "../opd/dinas-galat.xlsx", ""] {
        assert_eq!(compare(semula, "pdf").status, 404, "{semula}");
    }
    let broken = folder.join("cadangan/dinas bersih-002.xlsx");
    std::fs::write(broken, "bukan buku kerja").unwrap();
    let refused = compare("dinas%20bersih-002.xlsx", "pdf");
    assert_eq!(refused.status, 409);
    let why = refused.text();
    assert!(
        why.contains("tidak dapat dibandingkan; dinas bersih-002.xlsx: "),
        "{why}"
    );
    city.running.stop();
}

#[test]
fn settings_are_changed_and_the_rest_of_the_file_stays() {
    let city = City::start();
    let file = city.folder.path().join("renstra.toml");
    let before = "# Kota kami\n[daerah]\nnama = \"Kota Pasuruan\"   # nama resmi\n\n[dokumen]\nkertas = \"a4\"\n\n[subbab]\n\"2.1.5\" = false\n";
    fs::write(&file, before).unwrap();
    let post = |body: &Value| {
        http::ask(
            city.address(),
            "POST",
            "/api/pengaturan",
            &OWN,
            body.to_string().as_bytes(),
        )
    };
    let mut wanted = city.get("/api/pengaturan").json();
    assert_eq!(wanted["nama"], "Kota Pasuruan");
    wanted["nama"] = json!("Kota Baru");
    wanted["kertas"] = json!("f4-215x330");
    wanted["batas_hari"] = json!(30);
    assert_eq!(post(&wanted).status, 200);
    let text = fs::read_to_string(&file).unwrap();
    let expected = before
        .replace("Kota Pasuruan", "Kota Baru")
        .replace("\"a4\"", "\"f4-215x330\"");
    assert!(text.starts_with(&expected), "{text}");
    assert!(text.contains("[jadwal]\nbatas_hari = 30"), "{text}");
    // The one before is kept, and comes back.
    let kept = city.get("/api/cadangan").json();
    assert_eq!(kept[0]["nama"], "renstra-001.toml", "{kept}");
    let wide =
        |state: &Value| has_pages(state) && state["halaman"][0]["lebar"].as_f64().unwrap() > 600.0;
    city.until("dinas-galat.xlsx", wide);

    // What the program could not use is refused, and nothing is written.
    for (key, value) in [
        ("warna", "merah"),
        ("kertas", "folio"),
        ("rpjmd_ditetapkan", "besok"),
    ] {
        let mut wrong = wanted.clone();
        wrong[key] = json!(value);
        let refused = post(&wrong);
        assert_eq!(refused.status, 422, "{key}: {}", refused.text());
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    let body = wanted.to_string();
    let strange = http::ask(
        city.address(),
        "POST",
        "/api/pengaturan",
        &OWN[1..],
        body.as_bytes(),
    );
    assert_eq!(strange.status, 403);
    let back = http::ask(
        city.address(),
        "POST",
        "/api/cadangan/renstra-001.toml/pulih",
        &OWN,
        b"{}",
    );
    assert_eq!(back.status, 200, "{}", back.text());
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
    city.running.stop();
}

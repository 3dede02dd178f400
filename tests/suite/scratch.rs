#[test]
fn write_small() {
    let grid = crate::support::source::read(&crate::support::path("fixtures/sample-opd"), None);
    std::fs::write(
        "/tmp/dinas-contoh.xlsx",
        crate::support::to_xlsx::xlsx(&grid),
    )
    .unwrap();
}

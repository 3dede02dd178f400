//! What the system says when a file cannot be had, in Indonesian: its own words
//! are English or of the system's language, and no user's.

use std::io::{Error, ErrorKind};

/// Why the system refused, for people.
pub fn system_cause(why: &Error) -> String {
    if is_held(why) {
        return "sedang dibuka program lain".to_owned();
    }
    let said = match why.kind() {
        ErrorKind::NotFound => "tidak ditemukan",
        ErrorKind::PermissionDenied => "tidak ada izin, atau sedang dibuka program lain",
        ErrorKind::AlreadyExists => "sudah ada",
        ErrorKind::NotADirectory => "bagian jalurnya bukan folder",
        ErrorKind::IsADirectory => "itu folder, bukan berkas",
        ErrorKind::DirectoryNotEmpty => "foldernya tidak kosong",
        ErrorKind::ReadOnlyFilesystem => "folder hanya dapat dibaca",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => {
            "ruang penyimpanan penuh"
        }
        ErrorKind::FileTooLarge => "berkas terlalu besar untuk tempat itu",
        ErrorKind::InvalidFilename => "namanya tidak dapat dipakai sebagai nama berkas",
        ErrorKind::InvalidData => "isinya bukan teks UTF-8",
        ErrorKind::InvalidInput => "namanya tidak sah",
        ErrorKind::TimedOut => "terlalu lama tidak menjawab",
        ErrorKind::Interrupted => "terputus",
        ErrorKind::UnexpectedEof => "isinya terpotong",
        ErrorKind::BrokenPipe => "penerimanya sudah menutup",
        ErrorKind::OutOfMemory => "memori komputer habis",
        ErrorKind::ResourceBusy
        | ErrorKind::ExecutableFileBusy
        | ErrorKind::Deadlock
        | ErrorKind::AddrInUse => "sedang dipakai program lain",
        ErrorKind::CrossesDevices => "terletak pada penyimpanan lain",
        ErrorKind::TooManyLinks => "tautannya berputar-putar",
        ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => "folder jaringan tidak terjangkau",
        _ => return number(why),
    };
    said.to_owned()
}

/// What has no word of its own is told by the system's number, for whoever is asked.
fn number(why: &Error) -> String {
    match why.raw_os_error() {
        // Too many symbolic links, as Linux counts them.
        Some(40) if cfg!(target_os = "linux") => "tautannya berputar-putar".to_owned(),
        Some(5) if cfg!(unix) => "penyimpanannya rusak atau terlepas".to_owned(),
        Some(24 | 23) if cfg!(unix) => "terlalu banyak berkas terbuka".to_owned(),
        Some(code) => format!("ditolak sistem (kode {code})"),
        None => "ditolak sistem".to_owned(),
    }
}

/// Windows has no kind for a file that another program holds.
fn is_held(why: &Error) -> bool {
    cfg!(windows) && matches!(why.raw_os_error(), Some(32 | 33))
}

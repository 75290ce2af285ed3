//! The files that keep a book of orders, which holds customers' details as the orders do, and how far was read.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;
use tillwire_core::lifecycle::{BookLimits, OrderBook};
use tillwire_core::poll::Poller;

use crate::failure::Failure;
use crate::input;

/// An empty book. No order ever leaves it: how much a book keeps is for the till to say.
pub(crate) fn empty() -> OrderBook {
    OrderBook::new(BookLimits { orders: usize::MAX, remembered_seconds: i64::MAX, remembered: usize::MAX })
}

/// The book in a file.
pub(crate) fn read(path: &Path) -> Result<OrderBook, Failure> {
    let text = input::file(path)?;
    let mut book = empty();
    match book.import(&text) {
        Ok(_) => Ok(book),
        Err(error) => Err(Failure::no_book(&error, &text).about(&path.display().to_string())),
    }
}

/// The book in a file; an empty one where there is no such file yet.
pub(crate) fn read_if_there(path: &Path) -> Result<OrderBook, Failure> {
    match path.try_exists() {
        Ok(false) => Ok(empty()),
        _ => read(path),
    }
}

/// Puts the book in the place of the file: whole, or not at all.
pub(crate) fn write(path: &Path, book: &OrderBook) -> Result<(), Failure> {
    let text = book.export().ok_or_else(|| Failure::usage("memory for the book could not be had"))?;
    replaced(path, &text)
}

/// Lets a poller go on where the one was that the file is of; it begins where there is no such file yet.
pub(crate) fn read_cursor_if_there(path: &Path, poller: &mut Poller) -> Result<(), Failure> {
    if matches!(path.try_exists(), Ok(false)) {
        return Ok(());
    }
    // What is no UTF-8 is no export either.
    let text = input::file(path)?;
    poller.import(&String::from_utf8_lossy(&text)).map_err(|error| {
        Failure::usage(error.to_string())
            .about(&path.display().to_string())
            .note("code", error.code_name())
            .hint(error.hint())
            .note("use", "another --cursor PATH, or the --label NAME that it is of")
    })
}

/// Puts how far a poller has read in the place of the file: whole, or not at all.
pub(crate) fn write_cursor(path: &Path, poller: &Poller) -> Result<(), Failure> {
    let text = poller.export().ok_or_else(|| Failure::usage("memory for the cursor could not be had"))?;
    replaced(path, &text)
}

fn replaced(path: &Path, text: &str) -> Result<(), Failure> {
    replace(path, text.as_bytes())
        .map_err(|error| Failure::usage(format!("{} cannot be written: {error}", path.display())))
}

fn replace(path: &Path, text: &[u8]) -> io::Result<()> {
    // Where a link leads, so that the link stays.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.into());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    if let Ok(before) = fs::metadata(&path) {
        file.as_file().set_permissions(before.permissions())?;
    }
    file.write_all(text)?;
    file.as_file().sync_all()?;
    file.persist(&path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_is_replaced_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.json");
        assert!(read(&path).is_err());
        assert_eq!(read_if_there(&path).unwrap().counts().orders, 0);
        fs::write(&path, "{").unwrap();
        assert!(read_if_there(&path).is_err());
        write(&path, &empty()).unwrap();
        assert_eq!(read(&path).unwrap().counts().orders, 0);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        assert!(write(&folder.path().join("no/such/book.json"), &empty()).is_err());
    }

    #[test]
    #[cfg(unix)]
    fn a_new_book_is_for_its_owner_and_a_link_stays_one() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (path, link) = (folder.path().join("book.json"), folder.path().join("link.json"));
        write(&path, &empty()).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&path), 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&path, &link).unwrap();
        write(&link, &empty()).unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(mode(&path), 0o640);
    }
}

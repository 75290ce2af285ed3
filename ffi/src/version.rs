//! Versions
//!
//! Two numbers: the ABI number says which header and library fit together (from version 1.0 on, functions and
//! constants are only ever added under the same number), the version text says which release this is.

use core::ffi::c_char;

/// The ABI number of this header. Compare with tillwire_abi_version() when loading the library at run time.
pub const TILLWIRE_ABI_VERSION: i32 = 1;

/// The ABI number of the library that is linked. Equal to TILLWIRE_ABI_VERSION where header and library fit.
///
/// Never fails. Any number of threads. Since 0.1.
#[unsafe(no_mangle)]
pub extern "C" fn tillwire_abi_version() -> i32 {
    TILLWIRE_ABI_VERSION
}

/// The release of the library that is linked, for example "0.1.0". Static text, never NULL.
///
/// Never fails. Any number of threads. Since 0.1.
#[unsafe(no_mangle)]
pub extern "C" fn tillwire_version() -> *const c_char {
    const TEXT: &str = concat!(env!("CARGO_PKG_VERSION"), "\0");
    TEXT.as_ptr().cast()
}

//! Gives the shared library its soname (the ABI number, since a plain `cdylib` has none) and keeps it loaded.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let os = std::env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if os == "linux" || os == "android" {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-soname,libtillwire.so.{}", tillwire_abi());
        // Rust's thread-locals outlive an unloaded library and crash; so it cannot be unloaded.
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}

/// The ABI number, read from where it is defined, so that it is written once.
fn tillwire_abi() -> String {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/version.rs");
    println!("cargo:rerun-if-changed={file}");
    let text = std::fs::read_to_string(file).expect("ffi/src/version.rs is readable");
    let (_, rest) = text.split_once("TILLWIRE_ABI_VERSION: i32 = ").expect("the ABI number is defined there");
    let (number, _) = rest.split_once(';').expect("the definition ends");
    number.to_owned()
}

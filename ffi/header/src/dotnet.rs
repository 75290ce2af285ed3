//! The C# files of `bindings/dotnet` that say what the header says: declarations, codes, fields, operations.

mod codes;
mod fields;
mod names;
mod native;
mod operations;
mod settings;

use crate::Result;
use crate::chapters::Chapter;
use names::Names;

/// Each file to write: its path below the root of the repository, and its text.
pub fn files(chapters: &[Chapter]) -> Result<Vec<(&'static str, String)>> {
    let names = Names::of(chapters)?;
    Ok(vec![
        ("bindings/dotnet/src/Native.cs", native::text(chapters)?),
        ("bindings/dotnet/src/Codes.cs", codes::text(chapters, &names)),
        ("bindings/dotnet/src/Fields.cs", fields::text(chapters, &names)?),
        ("bindings/dotnet/src/Settings.cs", settings::text(chapters, &names)?),
        ("bindings/dotnet/src/Operations.cs", operations::text()),
    ])
}

/// The opening of a file: what it is, and what it uses.
fn opening(idea: &str, uses: &[&str]) -> String {
    let uses: String = uses.iter().map(|name| format!("using {name};\n")).collect();
    format!(
        "// {idea}\n// Generated from ffi/src by `cargo run -p tillwire-header`; do not edit.\n{uses}\nnamespace Tillwire\n{{\n"
    )
}

/// A property with its accessors: on one line where it fits.
fn property(kind: &str, name: &str, accessors: &[&str]) -> String {
    let line = format!("        public {kind} {name} {{ {} }}\n\n", accessors.join(" "));
    if line.trim_end().len() <= 120 {
        return line;
    }
    let accessors: String = accessors.iter().map(|accessor| format!("            {accessor}\n")).collect();
    format!("        public {kind} {name}\n        {{\n{accessors}        }}\n\n")
}

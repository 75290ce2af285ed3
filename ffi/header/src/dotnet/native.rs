//! `Native.cs`: every function, struct and constant of the header for P/Invoke, and a safe handle for each type that has to
//! be freed.

use super::opening;
use crate::Result;
use crate::chapters::Chapter;
use crate::declarations::{Function, Type};

pub fn text(chapters: &[Chapter]) -> Result<String> {
    let uses = ["System", "System.Runtime.InteropServices"];
    let mut text =
        opening("The declarations of tillwire.h for P/Invoke; that header is their manual.", &uses);
    let types: Vec<&Type> = chapters.iter().flat_map(|chapter| &chapter.declarations.types).collect();
    let functions: Vec<&Function> =
        chapters.iter().flat_map(|chapter| &chapter.declarations.functions).collect();
    for kind in types.iter().filter(|kind| !kind.fields.is_empty()) {
        text.push_str(&structure(kind));
    }
    let owned: Vec<&str> =
        types.iter().map(|kind| kind.name.as_str()).filter(|name| is_owned(name, &functions)).collect();
    for name in &owned {
        text.push_str(&handle(name));
    }
    text.push_str(
        "    internal static partial class Native\n    {\n        const string Library = \"libtillwire\";\n        \
         const CallingConvention Cdecl = CallingConvention.Cdecl;\n\n",
    );
    for constant in chapters.iter().flat_map(|chapter| &chapter.declarations.constants) {
        text.push_str(&format!("        internal const int {} = {};\n", constant.name, constant.value));
    }
    for function in &functions {
        text.push_str(&declaration(function, &owned)?);
    }
    Ok(text + "    }\n}\n")
}

/// Errors are read and freed at once; everything else that has a function to free it is held by a safe handle.
fn is_owned(name: &str, functions: &[&Function]) -> bool {
    name != "tillwire_error" && functions.iter().any(|function| function.name == format!("{name}_free"))
}

/// `EventHandle` for `tillwire_event`.
pub fn handle_name(kind: &str) -> String {
    super::names::pascal(kind.trim_start_matches("tillwire_")) + "Handle"
}

fn structure(kind: &Type) -> String {
    let mut text =
        format!("    [StructLayout(LayoutKind.Sequential)]\n    internal struct {}\n    {{\n", kind.name);
    for field in &kind.fields {
        let (c, name) = field.declaration.split_once(' ').unwrap_or_default();
        let member = match name.split_once('[') {
            Some((name, size)) => {
                let size = size.trim_end_matches(']');
                format!("[MarshalAs(UnmanagedType.ByValArray, SizeConst = {size})] public byte[] {name}")
            }
            None => format!("public {} {name}", if c == "int64_t" { "long" } else { "int" }),
        };
        text.push_str(&format!("        {member};\n"));
    }
    text + "    }\n\n"
}

fn handle(kind: &str) -> String {
    let name = handle_name(kind);
    format!(
        "    internal sealed partial class {name} : Handle\n    {{\n        protected override bool ReleaseHandle()\n        \
         {{\n            Native.{kind}_free(handle);\n            return true;\n        }}\n    }}\n\n"
    )
}

fn declaration(function: &Function, owned: &[&str]) -> Result<String> {
    let Function { result, name, parameters, .. } = function;
    let result = match result.as_str() {
        "void" => "void",
        "int32_t" => "int",
        "size_t" => "UIntPtr",
        pointer if pointer.ends_with('*') => "IntPtr",
        other => return Err(format!("{name}: no C# form for {other}")),
    };
    let freed = name.strip_suffix("_free").is_some();
    let mut written = Vec::new();
    for parameter in parameters.iter().filter(|parameter| *parameter != "void") {
        let start = parameter.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_').map_or(0, |at| at + 1);
        let (c, parameter) = parameter.split_at(start);
        let form = form(c.trim(), freed, owned).ok_or_else(|| format!("{name}: no C# form for {c}"))?;
        written.push(format!("{form} {}", super::names::camel(parameter)));
    }
    let line = format!("        internal static extern {result} {name}({});\n", written.join(", "));
    let line = if line.len() <= 120 {
        line
    } else {
        format!("        internal static extern {result} {name}(\n            {});\n", written.join(", "))
    };
    Ok(format!("\n        [DllImport(Library, CallingConvention = Cdecl)]\n{line}"))
}

/// What P/Invoke writes for the C type of a parameter.
fn form(c: &str, freed: bool, owned: &[&str]) -> Option<String> {
    let kind = c.trim_start_matches("const ").trim_end_matches('*').trim();
    let own = owned.contains(&kind);
    Some(match c {
        "int32_t" => "int".to_owned(),
        "int64_t" => "long".to_owned(),
        "size_t" => "UIntPtr".to_owned(),
        "const char *" | "const uint8_t *" => "byte[]".to_owned(),
        "const int32_t *" => "int[]".to_owned(),
        "char *" => if freed { "IntPtr" } else { "[Out] byte[]" }.to_owned(),
        "int32_t *" => "out int".to_owned(),
        "int64_t *" => "out long".to_owned(),
        "size_t *" => "out UIntPtr".to_owned(),
        "tillwire_money *" | "tillwire_time *" => format!("out {kind}"),
        "const tillwire_money *" => format!("ref {kind}"),
        // An array may be null.
        "const tillwire_time *" => format!("[In] {kind}[]"),
        _ if c.ends_with("**") && own && kind != "tillwire_call" => format!("out {}", handle_name(kind)),
        _ if c.ends_with("**") => "out IntPtr".to_owned(),
        _ if own && !freed && kind != "tillwire_call" => handle_name(kind),
        _ if kind.starts_with("tillwire_") => "IntPtr".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_its_form() {
        let owned = ["tillwire_event", "tillwire_call"];
        let form = |c| form(c, false, &owned).unwrap();
        assert_eq!(form("tillwire_event **"), "out EventHandle");
        assert_eq!(form("const tillwire_event *"), "EventHandle");
        assert_eq!(form("const tillwire_order *"), "IntPtr");
        assert_eq!(form("tillwire_error **"), "out IntPtr");
        assert_eq!(form("const char **"), "out IntPtr");
        assert_eq!(form("tillwire_money *"), "out tillwire_money");
        assert!(super::form("float", false, &owned).is_none());
    }
}

//! What C sees of one source file: cbindgen's declarations, taken apart and held against the rules of the ABI.

use std::path::Path;

use cbindgen::{Builder, Config, DocumentationLength, DocumentationStyle, Language, Layout, Style};

use crate::Result;

/// An integer constant.
#[derive(Debug, PartialEq)]
pub struct Constant {
    pub doc: Vec<String>,
    pub name: String,
    pub value: i32,
}

/// A handle (no fields to see) or a frozen struct.
#[derive(Debug, PartialEq)]
pub struct Type {
    pub doc: Vec<String>,
    pub name: String,
    pub fields: Vec<Field>,
}

/// A field, declared as in `char currency[4]`.
#[derive(Debug, PartialEq)]
pub struct Field {
    pub doc: Vec<String>,
    pub declaration: String,
}

/// A function; `result` and `parameters` are written as C writes them.
#[derive(Debug, PartialEq)]
pub struct Function {
    pub doc: Vec<String>,
    pub result: String,
    pub name: String,
    pub parameters: Vec<String>,
}

impl Function {
    /// The names of handles and structs that it mentions.
    pub fn types(&self) -> impl Iterator<Item = &str> {
        let mentioned = std::iter::once(&self.result).chain(&self.parameters);
        mentioned.flat_map(|text| words(text)).filter(|word| word.starts_with("tillwire_"))
    }
}

/// The declarations of one source file, each kind in the order of the source.
#[derive(Debug, Default, PartialEq)]
pub struct Declarations {
    pub constants: Vec<Constant>,
    pub types: Vec<Type>,
    pub functions: Vec<Function>,
}

impl Declarations {
    /// Runs cbindgen on one file. `types` are declared even where no function of the file mentions them.
    pub fn of_file(file: &Path, types: &[String]) -> Result<Self> {
        let mut config = Config {
            language: Language::C,
            no_includes: true,
            usize_is_size_t: true,
            style: Style::Type,
            line_length: usize::MAX,
            // A line each: what the text holds cannot end such a comment.
            documentation_style: DocumentationStyle::C99,
            documentation_length: DocumentationLength::Full,
            ..Config::default()
        };
        config.function.args = Layout::Horizontal;
        config.export.include = types.to_vec();
        let bindings = Builder::new()
            .with_config(config)
            .with_src(file)
            .generate()
            .map_err(|error| error.to_string())?;
        let mut text = Vec::new();
        bindings.write(&mut text);
        Self::parse(&String::from_utf8_lossy(&text))
    }

    fn parse(text: &str) -> Result<Self> {
        let mut found = Self::default();
        let mut doc = Vec::new();
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        while let Some(line) = lines.next() {
            if let Some(text) = line.strip_prefix("//") {
                doc.push(text.strip_prefix(' ').unwrap_or(text).to_owned());
                continue;
            }
            let doc = std::mem::take(&mut doc);
            if let Some(definition) = line.strip_prefix("#define ") {
                found.constants.push(constant(doc, definition)?);
            } else if line == "typedef struct {" {
                found.types.push(structure(doc, &mut lines)?);
            } else if let Some(names) = line.strip_prefix("typedef struct ") {
                let name = names.split_whitespace().next().unwrap_or_default().to_owned();
                found.types.push(Type { doc, name, fields: Vec::new() });
            } else if let Some(declaration) = line.strip_suffix(");") {
                found.functions.push(function(doc, declaration)?);
            } else {
                return Err(format!("the header has no place for: {line}"));
            }
        }
        Ok(found)
    }
}

fn constant(doc: Vec<String>, definition: &str) -> Result<Constant> {
    let (name, value) = definition.split_once(' ').unwrap_or((definition, ""));
    let value = value.parse().map_err(|_| format!("{name} must be a literal i32, not {value}"))?;
    Ok(Constant { doc, name: name.to_owned(), value })
}

fn structure<'a>(doc: Vec<String>, lines: &mut impl Iterator<Item = &'a str>) -> Result<Type> {
    let mut fields = Vec::new();
    let mut field_doc = Vec::new();
    for line in lines {
        if let Some(text) = line.strip_prefix("//") {
            field_doc.push(text.strip_prefix(' ').unwrap_or(text).to_owned());
        } else if let Some(name) = line.strip_prefix("} ") {
            return Ok(Type { doc, name: name.trim_end_matches(';').to_owned(), fields });
        } else {
            let declaration = line.trim_end_matches(';').to_owned();
            let plain = ["int64_t ", "int32_t ", "char "].iter().any(|kind| declaration.starts_with(kind));
            if !plain || declaration.contains('*') {
                return Err(format!("a frozen struct cannot have the field: {declaration}"));
            }
            name_for_c(&declaration)?;
            fields.push(Field { doc: std::mem::take(&mut field_doc), declaration });
        }
    }
    Err("a struct does not end".to_owned())
}

fn function(doc: Vec<String>, declaration: &str) -> Result<Function> {
    let odd = || format!("the header has no place for: {declaration}");
    let (head, parameters) = declaration.split_once('(').ok_or_else(odd)?;
    let start = head.rfind(|c| !is_word(c)).ok_or_else(odd)?;
    let (result, name) = head.split_at(start + 1);
    let function = Function {
        doc,
        result: result.trim().to_owned(),
        name: name.to_owned(),
        parameters: parameters.split(", ").map(str::to_owned).collect(),
    };
    in_rules(&function).map_err(|error| format!("{name}: {error}"))?;
    Ok(function)
}

/// Holds a function against what may cross the ABI, and its documentation against what it must say.
fn in_rules(function: &Function) -> Result<()> {
    if function.result != "void" {
        crosses(&function.result, words(&function.result).collect())?;
    }
    if function.parameters != ["void"] {
        for parameter in &function.parameters {
            name_for_c(parameter)?;
            let mut kind: Vec<&str> = words(parameter).collect();
            kind.pop();
            crosses(parameter, kind)?;
        }
    }
    let doc = function.doc.join(" ");
    for (word, what) in [("thread", "which threads may call it"), ("Since ", "since which version it exists")]
    {
        if !doc.contains(word) {
            return Err(format!("the documentation must say {what} (\"{word}...\")"));
        }
    }
    Ok(())
}

/// Integers cross by value, text, bytes, integers and our own types by pointer; nothing else does.
fn crosses(declaration: &str, mut kind: Vec<&str>) -> Result<()> {
    kind.retain(|word| *word != "const");
    let pointer = declaration.contains('*');
    let fine = match kind.as_slice() {
        ["int32_t" | "int64_t" | "size_t"] => true,
        ["char" | "uint8_t"] => pointer,
        [name] => pointer && name.starts_with("tillwire_"),
        _ => false,
    };
    if fine && !declaration.contains(['(', '[', '.']) {
        return Ok(());
    }
    Err(format!("this cannot cross the C ABI: {declaration}"))
}

/// Refuses names that are keywords or common macros where the header is read.
fn name_for_c(declaration: &str) -> Result<()> {
    // C keywords that C++ lacks, macros of <windows.h>, and names that gcc defines outside the strict modes.
    const TAKEN: [&str; 14] = [
        "restrict",
        "typeof",
        "near",
        "far",
        "huge",
        "pascal",
        "cdecl",
        "interface",
        "small",
        "hyper",
        "min",
        "max",
        "unix",
        "linux",
    ];
    let kept = declaration.split('[').next().unwrap_or(declaration);
    let name = words(kept).last().unwrap_or_default();
    // cbindgen appends the underscore to C++ keywords.
    if name.ends_with('_') || TAKEN.contains(&name) {
        return Err(format!("a keyword or macro cannot be a name: {declaration}"));
    }
    Ok(())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_taken_apart() {
        let text = "\
// Too many.
//
// More */ text.
#define TILLWIRE_E_X -12

typedef struct tillwire_order tillwire_order;

// An amount.
typedef struct {
  // Units.
  int64_t units;
  char currency[4];
} tillwire_money;

// Any thread. Since 0.1.
const char *tillwire_order_text(const tillwire_order *order, int32_t field, size_t *len);

// Any thread. Since 0.1.
int32_t tillwire_abi_version(void);
";
        let found = Declarations::parse(text).unwrap();
        let doc = ["Too many.", "", "More */ text."].map(str::to_owned).to_vec();
        assert_eq!(found.constants, [Constant { doc, name: "TILLWIRE_E_X".to_owned(), value: -12 }]);
        let [order, money] = found.types.as_slice() else { panic!("{:?}", found.types) };
        assert_eq!((order.name.as_str(), order.fields.len()), ("tillwire_order", 0));
        assert_eq!((money.name.as_str(), money.fields.len()), ("tillwire_money", 2));
        assert_eq!(money.fields[0].doc, ["Units."]);
        assert_eq!(money.fields[1].declaration, "char currency[4]");
        let [text, version] = found.functions.as_slice() else { panic!("{:?}", found.functions) };
        assert_eq!(text.result, "const char *");
        assert_eq!(text.name, "tillwire_order_text");
        assert_eq!(text.parameters, ["const tillwire_order *order", "int32_t field", "size_t *len"]);
        assert_eq!(text.types().collect::<Vec<_>>(), ["tillwire_order"]);
        assert_eq!((version.result.as_str(), version.parameters.join("")), ("int32_t", "void".to_owned()));
    }

    #[test]
    fn what_may_not_cross_is_refused() {
        for declaration in [
            "bool tillwire_x(void);",
            "void tillwire_x(tillwire_money money);",
            "void tillwire_x(void (*call)(int32_t));",
            "void tillwire_x(int32_t count, ...);",
            "void tillwire_x(double *amount);",
            "void tillwire_x(int32_t class_);",
            "void tillwire_x(int32_t near);",
        ] {
            let text = format!("// Any thread. Since 0.1.\n{declaration}\n");
            assert!(Declarations::parse(&text).is_err(), "{declaration}");
        }
    }

    #[test]
    fn an_undocumented_function_is_refused() {
        assert!(Declarations::parse("void tillwire_x(void);\n").is_err());
        assert!(Declarations::parse("// Any thread.\nvoid tillwire_x(void);\n").is_err());
    }

    #[test]
    fn computed_and_wide_constants_and_conditions_are_refused() {
        for line in
            ["#define TILLWIRE_X (1 << 4)", "#define TILLWIRE_X 5000000000", "#if defined(X)", "enum x {"]
        {
            assert!(Declarations::parse(line).is_err(), "{line}");
        }
    }
}

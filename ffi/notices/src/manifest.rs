//! What a crate's Cargo.toml says of its licence. A published one is complete: it takes nothing from a workspace.

use std::path::{Component, Path, PathBuf};

use toml::de::Error;
use toml::{Table, Value};

use crate::Result;
use crate::built::Crate;

/// The fields about licence and origin.
#[derive(Debug, Default)]
pub struct Manifest {
    pub license: Option<String>,
    pub license_file: Option<PathBuf>,
    pub authors: Vec<String>,
    pub repository: Option<String>,
    pub homepage: Option<String>,
}

impl Manifest {
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join("Cargo.toml");
        let document: Table = crate::read(&path)?
            .parse()
            .map_err(|error: Error| format!("{}: {}", path.display(), error.message()))?;
        let field = |name: &str| document.get("package")?.get(name);
        let text = |name: &str| field(name)?.as_str().map(str::to_owned);
        let authors = field("authors").and_then(Value::as_array).into_iter().flatten();
        Ok(Self {
            license: text("license"),
            license_file: text("license-file").map(PathBuf::from),
            authors: authors.filter_map(Value::as_str).map(str::to_owned).collect(),
            repository: text("repository"),
            homepage: text("homepage"),
        })
    }

    /// The file that the manifest names as the licence, where it is one of the crate's own.
    pub fn own_license_file(&self) -> Option<&Path> {
        let file = self.license_file.as_deref()?;
        file.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)).then_some(file)
    }

    /// Where the sources of a crate are: what it was fetched from by git, else the repository that it names. A registry may
    /// be a mirror of this machine's own, so it is not named.
    pub fn address(&self, of: &Crate) -> String {
        let fetched = of.source.strip_prefix("git+").map(str::to_owned);
        let named = fetched.or_else(|| self.repository.clone()).or_else(|| self.homepage.clone());
        named.unwrap_or_else(|| "the registry of Rust's crates".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(source: &str) -> Crate {
        let (name, version) = ("a".to_owned(), "1.0.0".to_owned());
        Crate { name, version, source: source.to_owned(), folder: PathBuf::new() }
    }

    #[test]
    fn sources_are_where_the_crate_says_and_not_where_this_machine_has_them_from() {
        let manifest = Manifest { repository: Some("https://x.org/a".to_owned()), ..Manifest::default() };
        assert_eq!(manifest.address(&of("registry+https://mirror.example/index")), "https://x.org/a");
        assert_eq!(manifest.address(&of("git+https://y.org/a?rev=1#1")), "https://y.org/a?rev=1#1");
        let unnamed = Manifest::default().address(&of("registry+https://mirror.example/index"));
        assert_eq!(unnamed, "the registry of Rust's crates");
    }

    #[test]
    fn a_licence_outside_of_the_crate_is_not_its_own() {
        let file = |path: &str| Manifest { license_file: Some(path.into()), ..Manifest::default() };
        assert_eq!(file("docs/terms.txt").own_license_file(), Some(Path::new("docs/terms.txt")));
        assert_eq!(file("../terms.txt").own_license_file(), None);
        assert_eq!(file("/terms.txt").own_license_file(), None);
    }
}

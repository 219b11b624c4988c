//! `tellmore new`: a scenario to begin from.

use std::path::Path;

use super::args::{Global, New, NewTemplate};
use super::exit::Exit;
use super::out::Out;
use super::read;
use crate::library::{self, Origin, Template};
use crate::visible::visible;

/// Writes the file, and says what to do with it.
pub(super) fn run(global: &Global, asked: &New, out: &mut Out) -> anyhow::Result<Exit> {
    let template = match asked.template {
        NewTemplate::FirstCall => Template::FirstCall,
        NewTemplate::ReferenceCall => Template::ReferenceCall,
        NewTemplate::Story => Template::Story,
    };
    let begun = library::begin(&read::roots(global), &asked.name, template)?;
    let file = typed(&begun.path);
    let (watch, check) = (format!("tellmore watch {file}"), format!("tellmore check {file}"));
    out.say(&format!(
        "{} is there. It can be practised as it is, and changed piece by piece.\n\n  \
         {watch}  shows the conversation while you write\n  {check}  tells what is wrong, and how to mend it\n",
        visible(&begun.path.display().to_string())
    ))?;
    out.flush()?;
    let stem = visible(&begun.stem);
    if let Some(other) = begun.behind.as_ref().map(place) {
        out.tell(&format!(
            "tellmore: there is another scenario called {stem}, {other}, and it comes first. Name this one by its file: \
             tellmore practice {file}\n"
        ));
    }
    if let Some(other) = begun.before.as_ref().map(place) {
        out.tell(&format!(
            "tellmore: there was another scenario called {stem}, {other}. From now on the name means the new one.\n"
        ));
    }
    Ok(Exit::Done)
}

/// Where a scenario is, in words.
fn place(origin: &Origin) -> String {
    match origin {
        Origin::File(path) => format!("in {}", visible(&path.display().to_string())),
        Origin::BuiltIn => "built into the program".to_owned(),
    }
}

/// `path` as it is typed into a shell.
fn typed(path: &Path) -> String {
    let path = visible(&path.display().to_string()).into_owned();
    let plain =
        |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '_' | '-' | '+' | ',' | ':' | '@' | '%');
    if cfg!(windows) {
        if path.chars().all(plain) { path } else { format!("\"{path}\"") }
    } else if path.chars().all(|c| plain(c) && c != '\\') {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_path_is_quoted_where_a_shell_would_take_it_apart() {
        assert_eq!(typed(Path::new("scenarios/late_by-2.ron")), "scenarios/late_by-2.ron");
        assert_eq!(typed(Path::new("über.ron")), "über.ron");
        assert_eq!(typed(Path::new("first call.ron")), "'first call.ron'");
        assert_eq!(typed(Path::new("it's $5.ron")), r"'it'\''s $5.ron'");
        assert_eq!(typed(Path::new(r"a\b.ron")), r"'a\b.ron'");
    }
}

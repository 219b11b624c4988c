//! The editor of the person at the bench: which one it is, and how it is told where to go.

use std::ffi::OsString;
use std::path::Path;

/// A program and what it is started with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Editor {
    pub(super) program: String,
    pub(super) arguments: Vec<OsString>,
    /// Whether it opens a window of its own, and leaves the terminal empty meanwhile.
    pub(super) window: bool,
}

/// How an editor is told to go to a line.
enum Way {
    /// `+12 file`
    Plus,
    /// `file:12`
    Colon,
    /// `--goto file:12 --wait`
    Goto,
    /// Not known: the file alone.
    None,
}

/// The way of the editor that goes by the name `program`.
fn way(program: &str) -> Way {
    match program {
        "vi" | "vim" | "nvim" | "gvim" | "view" | "nano" | "pico" | "emacs" | "emacsclient" | "micro" | "hx"
        | "kak" | "joe" | "mg" | "ne" | "gedit" => Way::Plus,
        "helix" | "zed" | "zeditor" | "subl" | "sublime_text" => Way::Colon,
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" => Way::Goto,
        _ => Way::None,
    }
}

/// Whether an editor opens a window of its own.
fn has_window(program: &str) -> bool {
    matches!(program, "zed" | "zeditor" | "subl" | "sublime_text" | "gvim" | "gedit")
        || matches!(way(program), Way::Goto)
}

impl Editor {
    /// The editor that `VISUAL` or else `EDITOR` names, to open `file` at `line`, from 1.
    ///
    /// # Errors
    /// Where neither names one; what to do then.
    pub(super) fn of(
        visual: Option<&str>,
        editor: Option<&str>,
        file: &Path,
        line: Option<usize>,
    ) -> Result<Self, String> {
        let words = [visual, editor].into_iter().flatten().map(words).find(|words| !words.is_empty());
        let mut words = words.unwrap_or_default().into_iter();
        let Some(program) = words.next() else {
            return Err("No editor is set: set VISUAL or EDITOR to yours, for example with export EDITOR=nano.".into());
        };
        let mut arguments: Vec<OsString> = words.map(OsString::from).collect();
        // From the root on, so that no file name can be taken for an option.
        let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
        let at_line = |line: usize| {
            let mut at_line = file.clone().into_os_string();
            at_line.push(format!(":{line}"));
            at_line
        };
        let called = called(&program);
        match (way(&called), line) {
            (Way::Plus, Some(line)) => arguments.extend([format!("+{line}").into(), file.clone().into()]),
            (Way::Colon, Some(line)) => arguments.push(at_line(line)),
            (Way::Goto, line) => {
                if !arguments.iter().any(|argument| argument == "--wait" || argument == "-w") {
                    arguments.push("--wait".into());
                }
                match line {
                    Some(line) => arguments.extend(["--goto".into(), at_line(line)]),
                    None => arguments.push(file.clone().into()),
                }
            }
            (Way::Plus | Way::Colon, None) | (Way::None, _) => arguments.push(file.clone().into()),
        }
        Ok(Self { program, arguments, window: has_window(&called) })
    }
}

/// The name that a program is known by: that of its file, without the ending of a system that needs one.
fn called(program: &str) -> String {
    let name = program.rsplit(['/', '\\']).next().unwrap_or(program).to_lowercase();
    let bare = [".exe", ".cmd", ".bat"].iter().find_map(|ending| name.strip_suffix(ending));
    bare.map(str::to_owned).unwrap_or(name)
}

/// The words of an editor variable: parted by spaces, but not within quotes.
fn words(variable: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in variable.chars() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn command(editor: &str, line: Option<usize>) -> String {
        let editor = Editor::of(None, Some(editor), Path::new("/a b/c.ron"), line).unwrap();
        let arguments = editor.arguments.iter().map(|argument| format!(" [{}]", argument.display()));
        format!("{}{}", editor.program, arguments.collect::<String>())
    }

    #[cfg(unix)]
    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        for editor in ["vi", "vim", "nvim", "nano", "emacs", "micro", "hx", "/usr/bin/vim"] {
            assert_eq!(command(editor, Some(7)), format!("{editor} [+7] [/a b/c.ron]"));
        }
        for editor in ["helix", "zed", "subl"] {
            assert_eq!(command(editor, Some(7)), format!("{editor} [/a b/c.ron:7]"));
        }
        for editor in ["code", "codium", "cursor"] {
            assert_eq!(command(editor, Some(7)), format!("{editor} [--wait] [--goto] [/a b/c.ron:7]"));
        }
        assert_eq!(command("ed", Some(7)), "ed [/a b/c.ron]");
    }

    #[cfg(unix)]
    #[test]
    fn what_stands_in_the_variable_beside_the_program_is_kept() {
        assert_eq!(command("code --wait", Some(7)), "code [--wait] [--goto] [/a b/c.ron:7]");
        assert_eq!(command("emacsclient -nw -a ''", Some(7)), "emacsclient [-nw] [-a] [] [+7] [/a b/c.ron]");
        assert_eq!(command("\"/my editors/vim\" -u \"a b\"", None), "/my editors/vim [-u] [a b] [/a b/c.ron]");
    }

    #[test]
    fn without_a_line_the_file_is_opened_alone() {
        let arguments = |editor| Editor::of(None, Some(editor), Path::new("c.ron"), None).unwrap().arguments.len();
        assert_eq!(["vim", "subl", "ed"].map(arguments), [1, 1, 1]);
    }

    #[test]
    fn visual_comes_first_and_an_empty_one_counts_for_nothing() {
        let program =
            |visual, editor| Editor::of(visual, editor, Path::new("c.ron"), None).map(|editor| editor.program);
        assert_eq!(program(Some("hx"), Some("vi")), Ok("hx".to_owned()));
        assert_eq!(program(Some("  "), Some("vi")), Ok("vi".to_owned()));
        assert!(program(None, Some("")).unwrap_err().contains("set VISUAL or EDITOR"));
    }

    #[test]
    fn programs_of_other_systems_are_known_too() {
        assert_eq!(called(r"C:\Programs\Code.CMD"), "code");
        assert!(has_window("code") && !has_window("vim"));
    }

    #[test]
    fn no_file_name_is_taken_for_an_option() {
        let editor = Editor::of(None, Some("vim"), Path::new("-c q.ron"), Some(1)).unwrap();
        assert!(Path::new(&editor.arguments[1]).is_absolute());
    }
}

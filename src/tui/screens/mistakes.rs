//! The mistakes of a file, as text to read.

use crate::tui::app::data::Mistake;
use crate::tui::theme::Role;
use crate::tui::widgets::prose::Para;

/// The mistakes, each beside its line.
pub(crate) fn paras(mistakes: &[Mistake]) -> Vec<Para<'_>> {
    let mut paras = Vec::new();
    for mistake in mistakes {
        let line = mistake.line.map_or_else(String::new, |line| format!("line {line}"));
        paras.push(Para::new(mistake.says.as_str(), Role::Strong).labelled(line, Role::Alarm));
        if !mistake.text.is_empty() {
            paras.push(Para::new(mistake.text.as_str(), Role::Quiet).close());
        }
        paras.extend(
            mistake.help.as_deref().map(|help| Para::new(help, Role::Text).labelled("mend", Role::Quiet).close()),
        );
    }
    paras
}

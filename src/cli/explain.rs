//! `tellmore explain`: what a problem means, and how it is mended.

use anyhow::bail;

use super::args::Explain;
use super::exit::Exit;
use super::out::Out;
use crate::export::pages::{self, markdown, text};

/// Prints the page that was asked for, or what pages there are.
pub(super) fn run(asked: &Explain, out: &mut Out) -> anyhow::Result<Exit> {
    let layout = text::Layout { color: out.color(), width: out.width() };
    let said = match &asked.code {
        _ if asked.all => markdown::document(),
        None => text::list(layout),
        Some(code) => match pages::page(code) {
            Some(page) => text::page(&page, layout),
            None => bail!("{}", unknown(code)),
        },
    };
    out.say(&said)?;
    Ok(Exit::Done)
}

fn unknown(code: &str) -> String {
    let near: Vec<String> = pages::near(code).iter().map(|near| format!("\"{near}\"")).collect();
    match near.as_slice() {
        [] => format!("there is no code \"{code}\". All of them: tellmore explain"),
        [only] => format!("there is no code \"{code}\". Did you mean {only}?"),
        [most @ .., last] => {
            format!("there is no code \"{code}\". Did you mean {} or {last}?", most.join(", "))
        }
    }
}

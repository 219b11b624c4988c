//! tellmore.

use std::process::ExitCode;

use tellmore::tui::app::data::Start;
use tellmore::tui::theme::{Hints, Theme, Wish};
use tellmore::tui::{self, Options};

fn main() -> ExitCode {
    let env = |name: &str| std::env::var(name).ok();
    let hints = Hints {
        colourless: env("NO_COLOR").is_some_and(|value| !value.is_empty()),
        colorfgbg: env("COLORFGBG"),
        colorterm: env("COLORTERM"),
    };
    let wish = match env("TELLMORE_THEME").as_deref() {
        Some("light") => Wish::Light,
        Some("dark") => Wish::Dark,
        _ => Wish::Auto,
    };
    let options = Options {
        scenarios: vec![env("TELLMORE_SCENARIOS").unwrap_or_else(|| "scenarios".to_owned()).into()],
        limit: tellmore::solver::LIMIT,
        data: env("TELLMORE_DATA").map(Into::into).ok_or_else(|| "TELLMORE_DATA is not set".to_owned()),
        theme: Theme::choose(wish, &hints),
        start: Start::Home,
    };
    match tui::run(options) {
        Ok(status) => status,
        Err(error) => {
            eprintln!("tellmore: {error:#}");
            ExitCode::from(2)
        }
    }
}

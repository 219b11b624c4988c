//! tellmore.

use std::process::ExitCode;

use tellmore::library::{Roots, data_folder};
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
        roots: Roots { asked: env("TELLMORE_SCENARIOS").map(Into::into).into_iter().collect(), ..Roots::default() },
        limit: tellmore::solver::LIMIT,
        data: data_folder(std::env::var_os("TELLMORE_DATA")).map_err(|error| error.to_string()),
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

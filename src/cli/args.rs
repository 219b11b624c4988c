//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::scenario::ReplyKind;
use crate::solver::LIMIT;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "tellmore",
    version,
    about = "Practise the minutes after an insight, away from live prospects",
    long_about = "Practise the minutes after an insight, away from live prospects.\n\n\
                  Without a command, the home screen opens: choose a conversation and practise.",
    after_help = "SCENARIO is a file, or the stem of one that `tellmore list` shows.\n\
                  Exit status: 0 done, 1 `check` found errors, 2 wrong use or an unreadable file, 3 the history cannot be used."
)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// What to do; the home screen where nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command takes.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Look for scenarios in this folder first (may be given more than once)
    #[arg(long, value_name = "DIR", global = true)]
    pub scenarios: Vec<PathBuf>,
    /// When to use colour
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true)]
    pub color: Color,
    /// Colours for a light or a dark background
    #[arg(long, value_name = "THEME", default_value = "auto", global = true)]
    pub theme: Theme,
    /// Work values out over at most so many states
    #[arg(
        long,
        value_name = "N",
        default_value_t = LIMIT as u64,
        value_parser = clap::value_parser!(u64).range(1..),
        global = true,
        hide_short_help = true
    )]
    max_states: u64,
}

impl Global {
    /// How many states values are worked out over at most.
    #[must_use]
    pub fn max_states(&self) -> usize {
        usize::try_from(self.max_states).unwrap_or(usize::MAX)
    }
}

/// When colour is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// Where the output is a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What the background of the terminal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Theme {
    /// As COLORFGBG says, else dark
    Auto,
    /// Dark letters on a light background
    Light,
    /// Light letters on a dark background
    Dark,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Practise one conversation, straight away
    Practice(Practice),
    /// List the scenarios that can be found
    List(List),
    /// Check scenarios: every mistake, and whatever keeps them from teaching
    Check(Check),
    /// Say what a problem means, and how to mend it
    Explain(Explain),
    /// Show a scenario as a picture of its moments
    Map(Map),
    /// Reckon what trainees of several habits would score
    Simulate(Simulate),
    /// Begin a new scenario from a template
    New(New),
    /// Watch a scenario while you write it
    Watch(Watch),
    /// Print completions for a shell
    Completions(Completions),
}

/// Practise one conversation.
#[derive(Debug, Args)]
pub struct Practice {
    /// The scenario; without it, the one that has waited longest
    pub scenario: Option<String>,
    /// Draw the customer's replies from this number: the same number, the same customer
    #[arg(long, value_name = "N", value_parser = seed, allow_hyphen_values = true, conflicts_with = "resume")]
    pub seed: Option<u64>,
    /// Have the customer's first reply be of this kind: tell-me-more, thats-bs, not-important, different-view, or a label
    #[arg(long, value_name = "KIND", value_parser = reply_kind, conflicts_with = "resume")]
    pub reply: Option<ReplyKind>,
    /// Line by line, without a screen: for screen readers, pipes and scripts
    #[arg(long)]
    pub plain: bool,
    /// How to print the debrief; `json` means --plain
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
    /// Go on with the newest unfinished conversation
    #[arg(long)]
    pub resume: bool,
}

/// List the scenarios.
#[derive(Debug, Args)]
pub struct List {
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
}

/// For a person or for a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Check scenarios.
#[derive(Debug, Args)]
#[command(
    after_help = "Each problem has its code in brackets; `tellmore explain CODE` tells what it means and how to mend it.\n\
                  Exit status: 0 nothing that counts, 1 errors (with --deny-warnings, warnings too), 2 wrong use or an \
                  unreadable file."
)]
pub struct Check {
    /// Files, folders with all in them, or stems; without any, the folder `scenarios` here
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: CheckFormat,
    /// Warnings count as errors for the exit status
    #[arg(long)]
    pub deny_warnings: bool,
}

/// How what a check finds is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For reviews on GitHub: an annotation a problem
    Github,
    /// As a table in Markdown with the figures of each scenario, to keep beside them
    Md,
}

/// Say what a problem means.
#[derive(Debug, Args)]
pub struct Explain {
    /// The code that stands in brackets: dead-end, missing-comma; without it, a list of them all
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
    /// Every page in one document, as Markdown
    #[arg(long, conflicts_with = "code")]
    pub all: bool,
}

/// Show a scenario as a picture.
#[derive(Debug, Args)]
pub struct Map {
    /// The scenario
    pub scenario: String,
    /// What to draw
    #[arg(long, value_name = "FORMAT", default_value = "tree")]
    pub format: MapFormat,
}

/// How a scenario is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MapFormat {
    /// For the terminal
    Tree,
    /// For programs
    Json,
    /// A flowchart as text, for pages that draw Mermaid
    Mermaid,
    /// A graph as text, for Graphviz
    Dot,
    /// A picture for browsers, documents and print
    Svg,
    /// One page to print, with the picture and a role-play card for each moment
    Html,
}

/// Reckon what trainees of several habits would score.
#[derive(Debug, Args)]
#[command(
    after_help = "The figures are exact: best play is 100, worst play 0, and par is what guessing scores. A leak is how much \
                  a habit is above par, as a share of what there is above par.\n\
                  With --runs, Ctrl-C keeps what is drawn by then, and the exit status is 130."
)]
pub struct Simulate {
    /// The scenario
    pub scenario: String,
    /// Draw so many conversations of a trainee who guesses, and show them beside the exact figures
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub runs: Option<u32>,
    /// Draw them from this number: the same number, the same conversations
    #[arg(long, value_name = "S", default_value_t = 1, requires = "runs")]
    pub seed: u64,
    /// Show a row for each line: how often it is offered and said, what it costs, and which habits it feeds
    #[arg(long)]
    pub lines: bool,
    /// How to print them
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextOrJson,
}

/// Begin a new scenario.
#[derive(Debug, Args)]
#[command(
    after_help = "The file is written into the folder `scenarios` where there is one here, and else here; a name with a \
                  slash in it or with .ron at its end is a path. Nothing is ever written over."
)]
pub struct New {
    /// What it is called
    pub name: String,
    /// What to begin from
    #[arg(long, value_name = "TEMPLATE", default_value = "first-call")]
    pub template: NewTemplate,
}

/// What a new scenario begins as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum NewTemplate {
    /// A first call that opens with an insight
    FirstCall,
    /// A reference call that opens with a question, with a moment that comes back
    ReferenceCall,
    /// A story, told to somebody in the trade of its hero
    Story,
}

/// Watch a scenario while you write it.
#[derive(Debug, Args)]
#[command(
    after_help = "Save the file in any editor, and the screen shows the new version: its moments, the conversation as a \
                  trainee will see it with what each line is worth, the figures, and what is wrong.\n\
                  `e` opens the editor that VISUAL or EDITOR names, at the line of what is selected."
)]
pub struct Watch {
    /// The scenario file, or the stem of one that can be found
    pub file: String,
}

/// Print completions.
#[derive(Debug, Args)]
pub struct Completions {
    /// For which shell
    pub shell: Shell,
}

/// A kind of reply as people type it: case, hyphens, spaces and apostrophes do not matter.
#[expect(clippy::unnecessary_wraps, reason = "clap asks for a result")]
fn reply_kind(word: &str) -> Result<ReplyKind, std::convert::Infallible> {
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let asked = bare(word);
    let known = ReplyKind::FOUR.into_iter().find(|kind| bare(kind.word()) == asked || bare(kind.label()) == asked);
    Ok(known.unwrap_or_else(|| ReplyKind::Other(word.to_owned())))
}

/// A seed, or what one is.
fn seed(word: &str) -> Result<u64, String> {
    word.parse().map_err(|_| format!("a seed is a whole number from 0 to {}", u64::MAX))
}

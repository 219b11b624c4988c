//! `tellmore check`: everything that is wrong with scenarios, or keeps them from teaching.

use std::collections::{BTreeMap, HashSet};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use anyhow::bail;

use super::args::{Check, CheckFormat, Global};
use super::exit::Exit;
use super::out::Out;
use super::{read, wait};
use crate::check::{Report, check};
use crate::export::check::{Checked, Count, github, json, table, text};
use crate::library::{self, File, NotLoaded, Read, Roots};
use crate::problem::text::Style;
use crate::problem::{Code, Problem, Source};
use crate::scenario::Scenario;
use crate::scenario::read::codes;
use crate::visible::visible;

/// Checks what was asked for and prints what is found.
pub(super) fn run(global: &Global, asked: &Check, out: &mut Out) -> anyhow::Result<Exit> {
    let roots = read::roots(global);
    for name in &asked.paths {
        read::tell_passed_over(global, name);
    }
    let files = library::sweep(&roots, &paths(asked, &roots)?)?;
    if files.is_empty() {
        bail!("there is no scenario in what was named: a scenario file's name ends in .ron");
    }
    let data = read::data_folder().ok();
    let job = Job {
        format: asked.format,
        style: Style { color: out.color(), width: out.width().unwrap_or(120) },
        wrap: out.width(),
        data: data.as_deref(),
        max_states: global.max_states(),
    };
    let mut all = All {
        count: Count::default(),
        unread: 0,
        told: HashSet::new(),
        document: json::Document::default(),
        table: table::Table::default(),
    };
    in_order(&files, |file| job.check(file), |told| all.add(told, out))?;
    match asked.format {
        CheckFormat::Text if all.told.len() > 1 => out.say(&text::total(all.told.len(), all.count))?,
        CheckFormat::Json => out.json(&std::mem::take(&mut all.document).into_value())?,
        CheckFormat::Md => out.say(&std::mem::take(&mut all.table).into_text())?,
        CheckFormat::Text | CheckFormat::Github => {}
    }
    let found = all.count.errors > 0 || asked.deny_warnings && all.count.warnings > 0;
    Ok(match (all.unread, found) {
        (0, false) => Exit::Done,
        (0, true) => Exit::Found,
        _ => Exit::Refused,
    })
}

/// What to check where nothing is named: the folders that scenarios are looked for in.
fn paths(asked: &Check, roots: &Roots) -> anyhow::Result<Vec<PathBuf>> {
    if !asked.paths.is_empty() {
        return Ok(asked.paths.clone());
    }
    let here = Some(&roots.here).filter(|here| here.is_dir());
    let paths: Vec<PathBuf> = roots.asked.iter().chain(here).cloned().collect();
    if paths.is_empty() {
        bail!("there is no folder \"scenarios\" here. Name what to check: tellmore check FILE");
    }
    Ok(paths)
}

/// How each file is checked.
struct Job<'a> {
    format: CheckFormat,
    style: Style,
    /// The columns of the terminal, where there is one.
    wrap: Option<usize>,
    data: Option<&'a Path>,
    max_states: usize,
}

/// What is to be told about one file.
struct Told {
    /// The file that the problems are in.
    name: String,
    /// Whether it could not be read at all.
    unread: bool,
    count: Count,
    says: Says,
    /// What is wrong with the pack that keeps it from being looked at.
    pack: Option<Box<Told>>,
}

enum Says {
    Text(String),
    Json(json::File),
    /// A row of the table, and why a file could not be looked at, to stderr.
    Row(Box<table::Row>, Option<String>),
    /// To stderr.
    LeftOut(String),
}

impl Job<'_> {
    fn check(&self, file: &File) -> Told {
        match file.read() {
            Ok(Read::Scenario(loaded)) => {
                let scenario = &*loaded.scenario;
                let solved = library::solved(self.data, loaded.hash, scenario, self.max_states);
                let Report { problems, allowed, summary } = check(scenario, solved.as_ref().map_err(|error| *error));
                let source = Source { name: &file.name, text: &loaded.text };
                self.told(&Checked { source, problems: &problems, allowed, summary: Some(&summary) }, Some(scenario))
            }
            Ok(Read::Pack) => self.unplayed(&file.name, "", &[]),
            Err(error @ NotLoaded::Pack(_)) => {
                let mut told = self.left_out(&file.name, codes::BROKEN_PACK, &error);
                // The mistakes of a pack are told with the first of its scenarios, unless it is looked at itself.
                told.pack =
                    error.problems().map(|(name, text, problems)| Box::new(self.unplayed(name, text, problems)));
                told
            }
            Err(error) => match error.problems() {
                Some((name, text, problems)) => self.unplayed(name, text, problems),
                None => Told { unread: true, ..self.left_out(&file.name, codes::UNREADABLE_FILE, &error) },
            },
        }
    }

    /// What is told of a file that is no scenario, or none that can be played.
    fn unplayed(&self, name: &str, text: &str, problems: &[Problem]) -> Told {
        self.told(&Checked { source: Source { name, text }, problems, allowed: 0, summary: None }, None)
    }

    /// What is told of a file; with its scenario, where it can be played.
    fn told(&self, checked: &Checked<'_>, scenario: Option<&Scenario>) -> Told {
        let says = match self.format {
            CheckFormat::Text => Says::Text(text::file(checked, self.style, self.wrap)),
            CheckFormat::Json => Says::Json(json::File::of(checked)),
            CheckFormat::Github => Says::Text(github::file(checked)),
            CheckFormat::Md => Says::Row(Box::new(table::Row::of(checked, scenario)), None),
        };
        let count = Count::of(checked.problems, checked.allowed);
        Told { name: checked.source.name.to_owned(), unread: false, count, says, pack: None }
    }

    /// What is told of a file that was not looked at, because of `error`.
    fn left_out(&self, name: &str, code: Code, error: &NotLoaded) -> Told {
        let why = match error {
            NotLoaded::Pack(_) => format!("{} was not looked at: its pack has to be mended first", visible(name)),
            _ => error.to_string(),
        };
        let left_out = || format!("error[{}]: {why}\n", code.0);
        let says = match self.format {
            CheckFormat::Text => Says::LeftOut(left_out()),
            CheckFormat::Json => Says::Json(json::File::unread(name, code, &why)),
            CheckFormat::Github => Says::Text(github::unread(name, code, &why)),
            CheckFormat::Md => Says::Row(Box::new(table::Row::unread(name)), Some(left_out())),
        };
        let count = Count { errors: 1, ..Count::default() };
        Told { name: name.to_owned(), unread: false, count, says, pack: None }
    }
}

/// What was told so far.
struct All {
    count: Count,
    unread: usize,
    /// The files that were told: a pack keeps all its scenarios from being looked at, and is told once.
    told: HashSet<String>,
    document: json::Document,
    table: table::Table,
}

impl All {
    fn add(&mut self, told: Told, out: &mut Out) -> anyhow::Result<()> {
        if let Some(pack) = told.pack {
            self.add(*pack, out)?;
        }
        if self.told.contains(&told.name) {
            return Ok(());
        }
        self.told.insert(told.name);
        self.count += told.count;
        self.unread += usize::from(told.unread);
        match told.says {
            Says::Text(text) => out.say(&text)?,
            Says::LeftOut(text) => {
                out.flush()?;
                out.tell(&text);
            }
            Says::Json(file) => self.document.add(file),
            Says::Row(row, why) => {
                self.table.add(*row);
                why.iter().for_each(|why| out.tell(why));
            }
        }
        Ok(())
    }
}

/// Does `each` for all of `files`, on all cores, and hands what came of it to `then` in the order of the files.
fn in_order<T: Send>(
    files: &[File],
    each: impl Fn(&File) -> T + Sync,
    mut then: impl FnMut(T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        let (done, come) = mpsc::sync_channel(workers * 2);
        for _ in 0..workers {
            let (done, next, each) = (done.clone(), &next, &each);
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(file) = files.get(at) else { break };
                    if done.send((at, each(file))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut early = BTreeMap::new();
        let mut turn = 0;
        loop {
            let (at, told) = match come.recv_timeout(wait::MOMENT) {
                Ok(came) => came,
                Err(RecvTimeoutError::Timeout) => {
                    wait::tell(&format!("{turn} of {} checked …", files.len()));
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => break,
            };
            early.insert(at, told);
            while let Some(told) = early.remove(&turn) {
                turn += 1;
                wait::clear();
                then(told)?;
            }
        }
        Ok(())
    })
}

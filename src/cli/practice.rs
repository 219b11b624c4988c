//! `tellmore practice`: straight into one conversation.

use std::thread;

use anyhow::{Context, anyhow, bail};
use rand::TryRng;
use rand::rngs::SysRng;

use super::args::{Global, Practice, TextOrJson};
use super::exit::Exit;
use super::keeper::Keeper;
use super::out::Out;
use super::plain::{self, Voice};
use super::read::{self, Found};
use super::screens;
use crate::conversation::Conversation;
use crate::debrief::debrief;
use crate::export::{debrief_json, debrief_text};
use crate::history::{History, Kept};
use crate::library;
use crate::solver::TooLarge;

/// Practises.
pub(super) fn run(global: &Global, asked: &Practice, out: &mut Out) -> anyhow::Result<Exit> {
    if !asked.plain && asked.format == TextOrJson::Text {
        return screens::practice(global, asked, out);
    }
    let history = read::data_folder().and_then(|folder| Ok(History::open(&folder)?));
    let (found, conversation, keeper) = if asked.resume {
        let history = history?;
        let kept = unfinished(&history, asked.scenario.as_deref())?;
        let found = read::kept(&kept)?;
        let conversation = Conversation::resume(&found.loaded.scenario, kept.transcript)
            .context("this conversation cannot be taken up")?;
        (found, conversation, Keeper::going_on(history, kept.id))
    } else {
        let found = match &asked.scenario {
            Some(name) => read::scenario(global, name)?,
            None => read::longest_waiting(global, history.as_ref().ok())?,
        };
        let seed = asked.seed.map_or_else(seed, Ok)?;
        let conversation = begin(&found, asked, seed)?;
        (found, conversation, Keeper::of(history, out))
    };
    converse(global, asked.format, &found, conversation, keeper, out)
}

/// A seed that nobody chose.
pub(super) fn seed() -> anyhow::Result<u64> {
    SysRng.try_next_u64().context("the system gives no random numbers; choose a --seed")
}

/// Begins a conversation as the arguments ask.
pub(super) fn begin(found: &Found, asked: &Practice, seed: u64) -> anyhow::Result<Conversation> {
    Conversation::begin(&found.loaded.scenario, seed, asked.reply.clone()).map_err(|none| {
        let possible: Vec<String> = none.possible.iter().map(|kind| format!("\"{}\"", kind.label())).collect();
        anyhow!("{none}. It can be {}", possible.join(", "))
    })
}

/// The newest conversation that was not finished, of the scenario called `name` where one is named.
pub(super) fn unfinished(history: &History, name: Option<&str>) -> anyhow::Result<Kept> {
    let mut all = history.unfinished()?;
    let stem = name.map(library::stem_of);
    all.retain(|kept| stem.as_ref().is_none_or(|stem| kept.stem == *stem));
    if all.is_empty() {
        bail!("there is no unfinished conversation to go on with");
    }
    Ok(all.swap_remove(0))
}

/// Runs the conversation to its debrief, with the solver beside it.
fn converse(
    global: &Global,
    format: TextOrJson,
    found: &Found,
    mut conversation: Conversation,
    mut keeper: Keeper,
    out: &mut Out,
) -> anyhow::Result<Exit> {
    let solving = {
        let (loaded, limit) = (found.loaded.clone(), global.max_states());
        let data = read::data_folder().ok();
        thread::spawn(move || library::solved(data.as_deref(), loaded.hash, &loaded.scenario, limit))
    };
    let voice = if format == TextOrJson::Json { Voice::beside_json() } else { Voice::Out };
    if !plain::run(found, &mut conversation, &mut keeper, voice, out)? {
        if keeper.keeps() && !conversation.transcript().turns.is_empty() {
            out.tell(
                "Kept as unfinished. Go on with it from the home screen, or with: tellmore practice --plain --resume\n",
            );
        }
        return Ok(Exit::Done);
    }
    let scenario = &found.loaded.scenario;
    let solved = solving.join().map_err(|_| anyhow!("the values of this scenario could not be worked out"))?;
    let told = match &solved {
        Ok(solved) => {
            let told = debrief(scenario, solved, &conversation);
            Some(told.ok_or_else(|| anyhow!("this conversation does not fit its scenario"))?)
        }
        // Its debrief waits: with a higher limit it can still be had.
        Err(_) => None,
    };
    if let Some(told) = &told {
        keeper.finish(found, &conversation, told, out);
    }
    match (format, &told) {
        (TextOrJson::Json, Some(told)) => {
            out.json(&debrief_json::debrief(&found.stem, scenario, &conversation, told))?;
        }
        (TextOrJson::Json, None) => {}
        (TextOrJson::Text, told) => {
            out.say("\n")?;
            out.say(&debrief_text::debrief(scenario, &conversation, told.as_ref(), out.width()))?;
        }
    }
    out.flush()?;
    solved.map_err(|too_large| {
        let more = if matches!(too_large, TooLarge::States { .. }) {
            "; tellmore practice --plain --resume --max-states N has it made with a higher limit"
        } else {
            ""
        };
        anyhow!(too_large).context(format!("what was said in {} has no values{more}", found.stem))
    })?;
    Ok(Exit::Done)
}

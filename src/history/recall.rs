//! Reading what was kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::types::FromSql;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{self, Index, Kind, Micros, Seed, Word};
use super::{Attempt, AttemptId, Finish, History, HistoryError, Kept, Standing};
use crate::conversation::Transcript;
use crate::debrief::Closing;
use crate::text_hash::TextHash;

/// What [`kept`] reads, in its order.
const KEPT: &str = "SELECT id, stem, title, customer, goes_on_from, begun, finished, score, par, result, luck, ending,
   outcome, text, seed, stream, first, last FROM attempt";

/// What [`attempt`] reads, in its order. Turns are numbered without gaps, so the last one tells how many there are.
const ATTEMPT: &str =
    "SELECT id, stem, title, customer, goes_on_from, begun, finished, score, par, result, luck, ending,
   outcome, (SELECT coalesce(max(number) + 1, 0) FROM turn WHERE attempt = attempt.id) FROM attempt";

/// Whether the tables can be read, without reading them.
pub(super) fn is_readable(db: &Connection) -> rusqlite::Result<()> {
    [KEPT, ATTEMPT].into_iter().try_for_each(|query| db.prepare_cached(query).map(drop))
}

impl History {
    /// The conversations that were left in the middle, with at least one turn said: the one left last comes first.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn unfinished(&self) -> Result<Vec<Kept>, HistoryError> {
        self.read(|db| {
            let mut query = db.prepare_cached(&format!(
                "{KEPT} WHERE finished IS NULL AND given_up IS NULL
                   AND EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.id)
                 ORDER BY last DESC, id DESC"
            ))?;
            let mut texts = HashMap::new();
            query.query_map([], |row| kept(db, row, &mut texts))?.collect()
        })
    }

    /// At most `limit` of the conversations of [`Self::unfinished`], and how many there are in all.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn newest_unfinished(&self, limit: usize) -> Result<(Vec<Kept>, usize), HistoryError> {
        let open = "FROM attempt WHERE finished IS NULL AND given_up IS NULL
                    AND EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.id)";
        self.read(|db| {
            let newest = format!("SELECT id {open} ORDER BY last DESC, id DESC LIMIT ?1");
            let mut query = db.prepare_cached(&format!("{KEPT} WHERE id IN ({newest}) ORDER BY last DESC, id DESC"))?;
            let mut texts = HashMap::new();
            let limit = Index(limit.min(i64::MAX as usize));
            let kept = query.query_map([limit], |row| kept(db, row, &mut texts))?.collect::<rusqlite::Result<_>>()?;
            let Index(all) = db.prepare_cached(&format!("SELECT count(*) {open}"))?.query_row([], |row| row.get(0))?;
            Ok((kept, all))
        })
    }

    /// One attempt, finished or not; nothing where there is none of that number.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn kept(&self, attempt: AttemptId) -> Result<Option<Kept>, HistoryError> {
        self.read(|db| {
            let mut query = db.prepare_cached(&format!("{KEPT} WHERE id = ?1"))?;
            query.query_row([attempt], |row| kept(db, row, &mut HashMap::new())).optional()
        })
    }

    /// How things stand with each scenario that was finished at least once, by its stem.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn standing(&self) -> Result<BTreeMap<String, Standing>, HistoryError> {
        self.read(|db| {
            let mut query = db.prepare_cached(
                "WITH each AS (
                   SELECT stem, max(score) AS best, count(*) AS times, max(done) AS done
                   FROM attempt WHERE done IS NOT NULL AND goes_on_from IS NULL GROUP BY stem)
                 SELECT each.stem, best, times, score, finished FROM each JOIN attempt USING (done)",
            )?;
            let standing = |row: &Row<'_>| {
                let Micros(last_at) = row.get("finished")?;
                let standing =
                    Standing { best: row.get("best")?, last: row.get("score")?, times: row.get("times")?, last_at };
                Ok((row.get("stem")?, standing))
            };
            query.query_map([], standing)?.collect()
        })
    }

    /// At most `limit` finished attempts at the scenario with `stem`, or at any: the one finished last comes first.
    /// Those that go on from a decision taken back are among them and say so.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn attempts(&self, stem: Option<&str>, limit: usize) -> Result<Vec<Attempt>, HistoryError> {
        self.read(|db| {
            let limit = Index(limit.min(i64::MAX as usize));
            let finished = |which| {
                db.prepare_cached(&format!("{ATTEMPT} WHERE done IS NOT NULL {which} ORDER BY done DESC LIMIT ?1"))
            };
            match stem {
                Some(stem) => finished("AND stem = ?2")?.query_map(params![limit, stem], attempt)?.collect(),
                None => finished("")?.query_map([limit], attempt)?.collect(),
            }
        })
    }
}

/// The text of a scenario, with its hash and the text that its rubric came from.
type Text = (TextHash, Arc<str>, Option<Arc<str>>);

/// The columns of a row, taken one after the other: to look each up by its name is half the time of a long list.
struct Columns<'r> {
    row: &'r Row<'r>,
    next: usize,
}

impl Columns<'_> {
    fn take<T: FromSql>(&mut self) -> rusqlite::Result<T> {
        self.next += 1;
        self.row.get(self.next - 1)
    }

    /// How the attempt came out, where it did.
    fn finish(&mut self) -> rusqlite::Result<Option<Finish>> {
        let Some(Micros(finished)) = self.take()? else {
            self.next += 6;
            return Ok(None);
        };
        let closing = Closing {
            score: self.take()?,
            par: self.take()?,
            result: self.take()?,
            luck: self.take()?,
            ending: self.take()?,
            outcome: self.take::<Option<Word>>()?.map(|Word(outcome)| outcome),
        };
        Ok(Some(Finish { closing, finished }))
    }
}

/// The attempt in `row`, with its turns; `texts` has the texts that were read before.
fn kept(db: &Connection, row: &Row<'_>, texts: &mut HashMap<i64, Text>) -> rusqlite::Result<Kept> {
    let mut columns = Columns { row, next: 0 };
    let id = columns.take()?;
    let (stem, title, customer, from) = (columns.take()?, columns.take()?, columns.take()?, columns.take()?);
    let Micros(begun) = columns.take()?;
    let finish = columns.finish()?;
    let (hash, text, rubric_text) = text(db, columns.take()?, texts)?;
    let mut turns = db.prepare_cached("SELECT reply, follow_up FROM turn WHERE attempt = ?1 ORDER BY number")?;
    let transcript = Transcript {
        seed: columns.take::<Seed>()?.0,
        stream: columns.take()?,
        first: columns.take::<Option<Kind>>()?.map(|Kind(kind)| kind),
        turns: turns.query_map([id], row::turn)?.collect::<rusqlite::Result<_>>()?,
    };
    let Micros(last) = columns.take()?;
    Ok(Kept { id, stem, title, customer, hash, text, rubric_text, transcript, from, begun, last, finish })
}

/// The text with this number.
fn text(db: &Connection, number: i64, texts: &mut HashMap<i64, Text>) -> rusqlite::Result<Text> {
    if let Some(known) = texts.get(&number) {
        return Ok(known.clone());
    }
    let mut query = db.prepare_cached("SELECT hash, scenario, rubric FROM text WHERE id = ?1")?;
    let text: Text =
        query.query_row([number], |row| Ok((TextHash::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)))?;
    texts.insert(number, text.clone());
    Ok(text)
}

/// The finished attempt in `row`.
fn attempt(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    let mut columns = Columns { row, next: 0 };
    let id = columns.take()?;
    let (stem, title, customer, from) = (columns.take()?, columns.take()?, columns.take()?, columns.take()?);
    let Micros(begun) = columns.take()?;
    let finish = columns.finish()?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
    let Index(turns) = columns.take()?;
    Ok(Attempt { id, stem, title, customer, from, turns, begun, finish })
}

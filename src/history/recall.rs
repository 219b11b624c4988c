//! Reading what was kept.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::row::{self, Index, Kind, Micros, Seed, Word};
use super::{Attempt, AttemptId, Finish, History, HistoryError, Kept, Standing};
use crate::conversation::Transcript;
use crate::text_hash::TextHash;

const UNFINISHED: &str = "SELECT * FROM attempt WHERE finished IS NULL AND given_up IS NULL
   AND EXISTS (SELECT 1 FROM turn WHERE turn.attempt = attempt.id)
 ORDER BY last DESC, id DESC";

/// Whether the tables can be read, without reading them.
pub(super) fn is_readable(db: &Connection) -> rusqlite::Result<()> {
    db.prepare_cached(UNFINISHED).map(drop)
}

impl History {
    /// The conversations that were left in the middle, with at least one turn said: the one left last comes first.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn unfinished(&self) -> Result<Vec<Kept>, HistoryError> {
        self.read(|db| {
            let mut query = db.prepare_cached(UNFINISHED)?;
            let mut texts = HashMap::new();
            query.query_map([], |row| kept(db, row, &mut texts))?.collect()
        })
    }

    /// One attempt, finished or not; nothing where there is none of that number.
    ///
    /// # Errors
    /// Where the history could not be read.
    pub fn kept(&self, attempt: AttemptId) -> Result<Option<Kept>, HistoryError> {
        self.read(|db| {
            let mut query = db.prepare_cached("SELECT * FROM attempt WHERE id = ?1")?;
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
            let columns = "SELECT *, (SELECT count(*) FROM turn WHERE attempt = attempt.id) AS turns FROM attempt";
            match stem {
                Some(stem) => db
                    .prepare_cached(&format!(
                        "{columns} WHERE stem = ?1 AND done IS NOT NULL ORDER BY done DESC LIMIT ?2"
                    ))?
                    .query_map(params![stem, limit], attempt)?
                    .collect(),
                None => db
                    .prepare_cached(&format!("{columns} WHERE done IS NOT NULL ORDER BY done DESC LIMIT ?1"))?
                    .query_map([limit], attempt)?
                    .collect(),
            }
        })
    }
}

/// The text of a scenario, with its hash and the text that its rubric came from.
type Text = (TextHash, Arc<str>, Option<Arc<str>>);

/// The attempt in `row`, with its turns; `texts` has the texts that were read before.
fn kept(db: &Connection, row: &Row<'_>, texts: &mut HashMap<i64, Text>) -> rusqlite::Result<Kept> {
    let id: AttemptId = row.get("id")?;
    let text = row.get("text")?;
    let (hash, text, rubric_text) = match texts.get(&text) {
        Some(known) => known.clone(),
        None => {
            let mut query = db.prepare_cached("SELECT hash, scenario, rubric FROM text WHERE id = ?1")?;
            let read: Text =
                query.query_row([text], |row| Ok((TextHash::from_bytes(row.get(0)?), row.get(1)?, row.get(2)?)))?;
            texts.insert(text, read.clone());
            read
        }
    };
    let mut turns = db.prepare_cached("SELECT reply, follow_up FROM turn WHERE attempt = ?1 ORDER BY number")?;
    let transcript = Transcript {
        seed: row.get::<_, Seed>("seed")?.0,
        stream: row.get("stream")?,
        first: row.get::<_, Option<Kind>>("first")?.map(|Kind(kind)| kind),
        turns: turns.query_map([id], row::turn)?.collect::<rusqlite::Result<_>>()?,
    };
    Ok(Kept {
        id,
        stem: row.get("stem")?,
        title: row.get("title")?,
        customer: row.get("customer")?,
        hash,
        text,
        rubric_text,
        transcript,
        from: row.get("goes_on_from")?,
        begun: row.get::<_, Micros>("begun")?.0,
        last: row.get::<_, Micros>("last")?.0,
        finish: finish(row)?,
    })
}

/// The finished attempt in `row`.
fn attempt(row: &Row<'_>) -> rusqlite::Result<Attempt> {
    Ok(Attempt {
        id: row.get("id")?,
        stem: row.get("stem")?,
        title: row.get("title")?,
        customer: row.get("customer")?,
        from: row.get("goes_on_from")?,
        turns: row.get::<_, Index>("turns")?.0,
        begun: row.get::<_, Micros>("begun")?.0,
        finish: finish(row)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
    })
}

/// How the attempt in `row` came out, where it did.
fn finish(row: &Row<'_>) -> rusqlite::Result<Option<Finish>> {
    let Some(Micros(finished)) = row.get("finished")? else { return Ok(None) };
    Ok(Some(Finish {
        score: row.get("score")?,
        par: row.get("par")?,
        result: row.get("result")?,
        luck: row.get("luck")?,
        ending: row.get("ending")?,
        outcome: row.get::<_, Option<Word>>("outcome")?.map(|Word(outcome)| outcome),
        finished,
    }))
}

//! Keeping attempts.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior, named_params, params};

use super::error::Fault;
use super::row::{Index, Kind, Micros, Seed};
use super::{AttemptId, Begin, FILE, Finish, HistoryError, open};
use crate::conversation::Turn;
use crate::text_hash::TextHash;

/// The attempts of one person, open for reading and writing. Several programs can have the same history open.
#[derive(Debug)]
pub struct History {
    pub(super) db: Connection,
    path: PathBuf,
}

impl History {
    /// Opens the history in `folder`; folder and file are made where they are missing, for their owner alone.
    ///
    /// # Errors
    /// Where folder or file cannot be made, read or written, the file is broken, or a newer program has written it.
    pub fn open(folder: &Path) -> Result<Self, HistoryError> {
        let path = folder.join(FILE);
        Ok(Self { db: open::open(folder, &path)?, path })
    }

    /// The file that everything is kept in.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Keeps a conversation from now on, with the turns that were said already. All of it is on the disk when this
    /// returns, or none.
    ///
    /// A conversation is worth keeping from its first turn: one in which nothing was said yet is never offered by
    /// [`Self::unfinished`], so this can wait until then and take the first turn along.
    ///
    /// # Errors
    /// Where it could not be kept.
    pub fn begin(&self, begin: &Begin<'_>, now: Timestamp) -> Result<AttemptId, HistoryError> {
        debug_assert_eq!(begin.hash, TextHash::of(begin.text, begin.rubric_text), "the hash is that of the text");
        self.write(|db| {
            db.prepare_cached("INSERT INTO text (hash, scenario, rubric) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING")?
                .execute(params![begin.hash.bytes(), begin.text, begin.rubric_text])?;
            let mut insert = db.prepare_cached(
                "INSERT INTO attempt (stem, title, customer, text, seed, stream, first, version, goes_on_from, begun, last)
                 SELECT :stem, :title, :customer, id, :seed, :stream, :first, :version, :from, :now, :now
                 FROM text WHERE hash = :hash",
            )?;
            let transcript = begin.transcript;
            insert.execute(named_params! {
                ":stem": begin.stem, ":title": begin.title, ":customer": begin.customer, ":hash": begin.hash.bytes(),
                ":seed": Seed(transcript.seed), ":stream": transcript.stream,
                ":first": transcript.first.as_ref().map(Kind::text), ":version": env!("CARGO_PKG_VERSION"),
                ":from": begin.from, ":now": Micros(now),
            })?;
            let attempt = AttemptId(db.last_insert_rowid());
            for (number, &turn) in transcript.turns.iter().enumerate() {
                insert_turn(db, attempt, number, turn)?;
            }
            Ok(attempt)
        })
    }

    /// Keeps turn `number`, from 0, of an attempt; it is on the disk when this returns. Keeping it once more changes
    /// nothing.
    ///
    /// # Errors
    /// Where it could not be kept, the attempt is not open any more, or the turn does not follow what is kept of it:
    /// two programs that take up one conversation must not mix their turns. The one that is refused can [`Self::begin`]
    /// an attempt of its own with all its turns; to keep later turns of the same attempt would be wrong.
    pub fn keep(&self, attempt: AttemptId, number: usize, turn: Turn, now: Timestamp) -> Result<(), HistoryError> {
        self.write(|db| {
            let touch = "UPDATE attempt SET last = max(last, ?2)
                         WHERE id = ?1 AND finished IS NULL AND given_up IS NULL";
            if db.prepare_cached(touch)?.execute(params![attempt, Micros(now)])? == 0 {
                return Err(Fault::NotOpen(attempt));
            }
            insert_turn(db, attempt, number, turn)
        })
    }

    /// Forgets turn `from`, from 0, of an attempt and all after it.
    ///
    /// # Errors
    /// Where this could not be done, or the attempt is not open any more.
    pub fn forget(&self, attempt: AttemptId, from: usize) -> Result<(), HistoryError> {
        self.write(|db| {
            let is_open = "SELECT 1 FROM attempt WHERE id = ?1 AND finished IS NULL AND given_up IS NULL";
            if !db.prepare_cached(is_open)?.exists([attempt])? {
                return Err(Fault::NotOpen(attempt));
            }
            let forget = "DELETE FROM turn WHERE attempt = ?1 AND number >= ?2";
            db.prepare_cached(forget)?.execute(params![attempt, Index(from)])?;
            Ok(())
        })
    }

    /// Keeps how an attempt came out; from then on nothing about it changes.
    ///
    /// # Errors
    /// Where it could not be kept, or the attempt is not open any more.
    pub fn finish(&self, attempt: AttemptId, finish: &Finish) -> Result<(), HistoryError> {
        let closing = &finish.closing;
        self.write(|db| {
            let mut update = db.prepare_cached(
                "UPDATE attempt SET finished = max(last, :finished), score = :score, par = :par, result = :result,
                   luck = :luck, ending = :ending, outcome = :outcome,
                   done = 1 + (SELECT coalesce(max(done), 0) FROM attempt)
                 WHERE id = :attempt AND finished IS NULL AND given_up IS NULL",
            )?;
            let changed = update.execute(named_params! {
                ":attempt": attempt, ":finished": Micros(finish.finished), ":score": closing.score, ":par": closing.par,
                ":result": closing.result, ":luck": closing.luck, ":ending": closing.ending,
                ":outcome": closing.outcome.map(|outcome| outcome.word()),
            })?;
            if changed == 0 { Err(Fault::NotOpen(attempt)) } else { Ok(()) }
        })
    }

    /// Marks an unfinished attempt as given up: it is not offered again, and stays in the file.
    ///
    /// # Errors
    /// Where this could not be done, or the attempt is finished.
    pub fn discard(&self, attempt: AttemptId, now: Timestamp) -> Result<(), HistoryError> {
        self.write(|db| {
            let discard = "UPDATE attempt SET given_up = coalesce(given_up, max(last, ?2))
                           WHERE id = ?1 AND finished IS NULL";
            match db.prepare_cached(discard)?.execute(params![attempt, Micros(now)])? {
                0 => Err(Fault::NotOpen(attempt)),
                _ => Ok(()),
            }
        })
    }

    /// Runs `work` in one transaction that writes: all of it is done, or nothing.
    fn write<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, HistoryError> {
        let done = || {
            // Waiting for the lock here, and not in the middle, is what lets two programs write.
            let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Immediate)?;
            let result = work(&transaction)?;
            transaction.commit()?;
            Ok(result)
        };
        done().map_err(|fault: Fault| fault.about(&self.path))
    }

    /// Runs `work` in one transaction that reads: what another program writes meanwhile is not half seen.
    pub(super) fn read<T>(&self, work: impl FnOnce(&Connection) -> rusqlite::Result<T>) -> Result<T, HistoryError> {
        let done = || {
            let transaction = Transaction::new_unchecked(&self.db, TransactionBehavior::Deferred)?;
            work(&transaction)
        };
        done().map_err(|error| Fault::from(error).about(&self.path))
    }
}

/// Keeps one turn of an attempt that is open.
fn insert_turn(db: &Connection, attempt: AttemptId, number: usize, turn: Turn) -> Result<(), Fault> {
    let mut insert = db.prepare_cached(
        "INSERT INTO turn (attempt, number, reply, follow_up, kept)
         SELECT id, ?2, ?3, ?4, last FROM attempt
         WHERE id = ?1 AND (?2 = 0 OR EXISTS (SELECT 1 FROM turn WHERE turn.attempt = ?1 AND number = ?2 - 1))
         ON CONFLICT DO UPDATE SET kept = kept WHERE reply = excluded.reply AND follow_up = excluded.follow_up",
    )?;
    match insert.execute(params![attempt, Index(number), Index(turn.reply), Index(turn.follow_up)])? {
        0 => Err(Fault::Elsewhere(attempt, number)),
        _ => Ok(()),
    }
}

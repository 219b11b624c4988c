//! From values to what a row of the database holds, and back.

use jiff::Timestamp;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::AttemptId;
use crate::conversation::Turn;
use crate::scenario::{Outcome, ReplyKind};

impl ToSql for AttemptId {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for AttemptId {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

/// A time, in whole microseconds.
pub(super) struct Micros(pub(super) Timestamp);

impl ToSql for Micros {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.as_microsecond().into())
    }
}

impl FromSql for Micros {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let micros = value.as_i64()?;
        Timestamp::from_microsecond(micros).map(Self).map_err(|_| FromSqlError::OutOfRange(micros))
    }
}

/// A seed, as the signed number of the same bits: SQLite has no other.
pub(super) struct Seed(pub(super) u64);

impl ToSql for Seed {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.cast_signed().into())
    }
}

impl FromSql for Seed {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(|bits| Self(bits.cast_unsigned()))
    }
}

/// A position in a list, or a count.
pub(super) struct Index(pub(super) usize);

impl ToSql for Index {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let index = i64::try_from(self.0).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(index.into())
    }
}

impl FromSql for Index {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let index = value.as_i64()?;
        usize::try_from(index).map(Self).map_err(|_| FromSqlError::OutOfRange(index))
    }
}

/// A kind of reply: a word of the format, or `Other(label)`, so that no label can pass for one of the words.
pub(super) struct Kind(pub(super) ReplyKind);

impl Kind {
    pub(super) fn text(kind: &ReplyKind) -> String {
        match kind {
            ReplyKind::Other(label) => format!("Other({label})"),
            kind => kind.word().to_owned(),
        }
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let label = text.strip_prefix("Other(").and_then(|rest| rest.strip_suffix(')'));
        let kind = match label {
            Some(label) => Some(ReplyKind::Other(label.to_owned())),
            None => ReplyKind::FOUR.into_iter().find(|kind| kind.word() == text),
        };
        kind.map(Self).ok_or(FromSqlError::InvalidType)
    }
}

/// An outcome, by the word of the format.
pub(super) struct Word(pub(super) Outcome);

impl FromSql for Word {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        Outcome::ALL.into_iter().find(|outcome| outcome.word() == word).map(Self).ok_or(FromSqlError::InvalidType)
    }
}

/// The turn in a row of `reply` and `follow_up`.
pub(super) fn turn(row: &rusqlite::Row<'_>) -> rusqlite::Result<Turn> {
    Ok(Turn { reply: row.get::<_, Index>(0)?.0, follow_up: row.get::<_, Index>(1)?.0 })
}

//! The layout of the file, and the way from each layout to the next.

use rusqlite::{Connection, Transaction, TransactionBehavior};

/// Each migration makes the layout of its number, from 1, out of the one before. Those that were released never change.
const MIGRATIONS: &[&str] = &[include_str!("schema.sql")];

/// The newest layout that is known.
pub(super) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// The layout of the file: 0 for one in which nothing stands yet.
pub(super) fn layout(db: &Connection) -> rusqlite::Result<i64> {
    db.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the file to the newest layout. Each migration is there as a whole or not at all, its number included.
pub(super) fn migrate(db: &Connection) -> rusqlite::Result<()> {
    while layout(db)? < NEWEST {
        step(db, MIGRATIONS)?;
    }
    Ok(())
}

/// Runs the first of `migrations` that the file has not seen.
fn step(db: &Connection, migrations: &[&str]) -> rusqlite::Result<()> {
    let transaction = Transaction::new_unchecked(db, TransactionBehavior::Immediate)?;
    // Another program may have done it while this one waited for the lock.
    let number = layout(&transaction)?;
    if let Some(migration) = usize::try_from(number).ok().and_then(|number| migrations.get(number)) {
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", number + 1)?;
    }
    transaction.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_that_fails_halfway_leaves_the_layout_before_it() {
        let db = Connection::open_in_memory().unwrap();
        migrate(&db).unwrap();
        let broken = ["", "CREATE TABLE later (id INTEGER); CREATE TABLE text (id INTEGER);"];
        step(&db, &broken).unwrap_err();
        assert_eq!(layout(&db).unwrap(), 1);
        assert!(!db.table_exists(None, "later").unwrap());
    }

    #[test]
    fn a_layout_that_is_there_is_not_made_again() {
        let db = Connection::open_in_memory().unwrap();
        migrate(&db).unwrap();
        step(&db, MIGRATIONS).unwrap();
        assert_eq!(layout(&db).unwrap(), NEWEST);
    }
}

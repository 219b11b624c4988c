-- Migration 1: what was played, turn by turn, with the text that it was played with.
--
-- Times are microseconds since 1970 in UTC. Seeds are whole 64-bit words, kept as the signed number of the same bits.
-- Nothing here is ever deleted but turns that were taken back.

-- A scenario can be edited, renamed or deleted; an attempt keeps the text that it was played with. Many attempts share
-- one text.
CREATE TABLE text (
  id       INTEGER PRIMARY KEY,
  hash     BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  scenario TEXT NOT NULL,
  rubric   TEXT -- the text that the rubric came from; none where it was the default one
) STRICT;

CREATE TABLE attempt (
  id           INTEGER PRIMARY KEY,
  stem         TEXT NOT NULL,
  title        TEXT NOT NULL,
  customer     TEXT NOT NULL,
  text         INTEGER NOT NULL REFERENCES text (id),
  seed         INTEGER NOT NULL,
  stream       INTEGER NOT NULL, -- the version of the draws
  first        TEXT, -- the kind of reply asked for: a word of the format, or Other(its label)
  version      TEXT NOT NULL, -- of the program
  goes_on_from INTEGER REFERENCES attempt (id), -- where a decision was taken back after the debrief
  begun        INTEGER NOT NULL,
  last         INTEGER NOT NULL CHECK (last >= begun), -- when the last turn was kept
  given_up     INTEGER CHECK (given_up >= last),
  finished     INTEGER CHECK (finished >= last),
  -- 1 for the first attempt that was finished, 2 for the next: the order that a clock set back does not change.
  done         INTEGER UNIQUE,
  score        REAL,
  par          REAL,
  result       REAL,
  luck         REAL,
  ending       TEXT,
  outcome      TEXT CHECK (outcome IN ('Order', 'Advance', 'Continuation', 'NoSale')),
  CHECK ((finished IS NULL) = (done IS NULL)),
  CHECK (finished IS NULL OR given_up IS NULL)
) STRICT;

-- Conversations to take up again.
CREATE INDEX attempt_open ON attempt (last) WHERE finished IS NULL AND given_up IS NULL;
-- How each scenario stands, read from the index alone; and the latest attempts at one.
CREATE INDEX attempt_done ON attempt (stem, done, goes_on_from, score) WHERE done IS NOT NULL;

CREATE TABLE turn (
  attempt   INTEGER NOT NULL REFERENCES attempt (id),
  number    INTEGER NOT NULL CHECK (number >= 0),
  reply     INTEGER NOT NULL CHECK (reply >= 0),
  follow_up INTEGER NOT NULL CHECK (follow_up >= 0),
  kept      INTEGER NOT NULL,
  PRIMARY KEY (attempt, number)
) STRICT, WITHOUT ROWID;

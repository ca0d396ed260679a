-- What commits have counted over all contacts.
CREATE TABLE tally (
  tbl    TEXT    NOT NULL,
  key    TEXT    NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (tbl, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE tally_size (
  tbl  TEXT    NOT NULL PRIMARY KEY,
  keys INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What Telegram knows uploaded files by.
CREATE TABLE file (
  file TEXT NOT NULL PRIMARY KEY,
  id   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE publication (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  files  BLOB    NOT NULL
) STRICT;

CREATE TABLE secret (
  bytes BLOB NOT NULL
) STRICT;

CREATE INDEX dead_chat ON dead (chat);

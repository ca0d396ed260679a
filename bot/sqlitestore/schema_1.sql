-- One contact. Zero or empty stands for none.
CREATE TABLE contact (
  chat      INTEGER PRIMARY KEY,
  version   TEXT    NOT NULL DEFAULT '',
  state     BLOB,
  messages  BLOB,                          -- ring of update ids, 4 bytes each
  others    BLOB,
  posted    BLOB,                          -- ring of hashes of posted ids, 8 bytes each
  last      INTEGER NOT NULL DEFAULT 0,    -- number given last in the outbox
  till      INTEGER NOT NULL DEFAULT 0,    -- claim's end; set exactly while the outbox is not empty
  first     INTEGER NOT NULL DEFAULT 0,    -- lowest number that the last commit gave to the claim
  nonce     TEXT    NOT NULL DEFAULT '',   -- whose claim; empty: nobody's, a pause until then
  inbox     INTEGER NOT NULL DEFAULT 0,    -- when to look at the inbox; set exactly while it is not empty
  wake      INTEGER NOT NULL DEFAULT 0,
  forgotten INTEGER NOT NULL DEFAULT 0,    -- goes when outbox and inbox are empty
  due       INTEGER NOT NULL DEFAULT 0     -- the least of till, inbox and wake
) STRICT;
CREATE INDEX contact_due ON contact (due) WHERE due > 0;

CREATE TABLE outbox (
  chat   INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  policy INTEGER NOT NULL,
  marked INTEGER NOT NULL DEFAULT 0,
  call   BLOB    NOT NULL,
  PRIMARY KEY (chat, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE inbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  chat     INTEGER NOT NULL,
  id       TEXT    NOT NULL,
  input    BLOB    NOT NULL
) STRICT;
CREATE INDEX inbox_chat ON inbox (chat, position);

CREATE TABLE event (
  id   INTEGER PRIMARY KEY,
  at   INTEGER NOT NULL,
  body BLOB    NOT NULL
) STRICT;

CREATE TABLE dead (
  id        INTEGER PRIMARY KEY,
  at        INTEGER NOT NULL,
  chat      INTEGER NOT NULL,
  update_id INTEGER NOT NULL,
  reason    TEXT    NOT NULL,
  raw       BLOB
) STRICT;

CREATE TABLE meta (
  bot INTEGER NOT NULL
) STRICT;

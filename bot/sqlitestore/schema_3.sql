-- Orders of contacts. They stay when their contact is forgotten, without what names somebody.
CREATE TABLE orders (
  position INTEGER PRIMARY KEY,
  chat     INTEGER NOT NULL,
  number   TEXT    NOT NULL,
  state    TEXT    NOT NULL,
  expires  INTEGER NOT NULL,
  payer    INTEGER NOT NULL DEFAULT 0,     -- who may pay it until then; 0: nobody
  till     INTEGER NOT NULL DEFAULT 0,
  body     BLOB,
  UNIQUE (chat, number)
) STRICT;

-- Payments and refunds. Nothing is ever taken from it.
CREATE TABLE ledger (
  position INTEGER PRIMARY KEY,
  id       TEXT NOT NULL UNIQUE,
  body     BLOB NOT NULL
) STRICT;

-- What is left of the stock, without what is held.
CREATE TABLE stock (
  key    TEXT    NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL DEFAULT 0,
  seed   INTEGER                           -- how many the catalog said that there are, when that last changed; NULL: it does not count them
) STRICT, WITHOUT ROWID;

-- What the stock is held and sold by.
CREATE TABLE hold (
  id    TEXT    NOT NULL PRIMARY KEY,
  state TEXT    NOT NULL,                  -- held, sold, returned
  ends  INTEGER NOT NULL                   -- when it is given back, or forgotten
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_ends ON hold (ends);

CREATE TABLE hold_item (
  hold     TEXT    NOT NULL,
  key      TEXT    NOT NULL,
  quantity INTEGER NOT NULL,
  PRIMARY KEY (hold, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock_version (
  number INTEGER NOT NULL                  -- rises with each change of what is left
) STRICT;
INSERT INTO stock_version (number) VALUES (1);

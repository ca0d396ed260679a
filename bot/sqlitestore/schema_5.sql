-- When files were published, and the SHA-256 of them.
ALTER TABLE publication ADD COLUMN at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE publication ADD COLUMN digest TEXT NOT NULL DEFAULT '';

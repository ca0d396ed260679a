-- Whether somebody is in the middle of something. Of those from before nobody knows: they count as if.
ALTER TABLE contact ADD COLUMN underway INTEGER NOT NULL DEFAULT 1;
CREATE INDEX contact_underway ON contact (chat) WHERE underway > 0;

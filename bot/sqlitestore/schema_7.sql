-- What the stock of an item is counted by that was called something else when it was first counted, see bot.StockNames.
CREATE TABLE stock_name (name TEXT PRIMARY KEY, first TEXT NOT NULL) WITHOUT ROWID;

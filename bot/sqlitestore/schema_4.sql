-- When the body of an order goes that nobody has paid; 0: it stays.
ALTER TABLE orders ADD COLUMN goes INTEGER NOT NULL DEFAULT 0;
UPDATE orders SET goes = (unixepoch() + 30 * 24 * 60 * 60) * 1000 WHERE state IN ('expired', 'cancelled') AND body IS NOT NULL;
CREATE INDEX orders_goes ON orders (goes) WHERE goes > 0;

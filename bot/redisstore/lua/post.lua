-- post puts an input into the inbox and makes the contact due.
-- KEYS 1 contact · 2 inbox · 3 due
-- ARGV 1 hash of the id, 8 bytes · 2 entry · 3 now · 4 chat
-- Returns 1, or 0 where the id was posted before

local h = redis.call('HMGET', KEYS[1], 'p', 'i')
local ring, inbox = h[1] or '', h[2]
if seen(ring, ARGV[1]) then return 0 end
if not inbox or ARGV[3] + 0 < inbox + 0 then inbox = ARGV[3] end
redis.call('HSET', KEYS[1], 'p', remember(ring, ARGV[1], 512), 'i', inbox)
redis.call('RPUSH', KEYS[2], ARGV[2])
redis.call('ZADD', KEYS[3], 'LT', ARGV[3], ARGV[4])
return 1

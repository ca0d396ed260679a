-- post puts an input into the inbox and makes the contact due.
-- KEYS 1 contact · 2 inbox · 3 due
-- ARGV 1 hash of the id, 8 bytes · 2 size of the ring in bytes · 3 entry · 4 now · 5 chat
-- Returns 1, or 0 where the id was posted before

local h = redis.call('HMGET', KEYS[1], 'p', 'i')
local ring, inbox = h[1] or '', tonumber(h[2])
if seen(ring, ARGV[1]) then return 0 end
local now = tonumber(ARGV[4])
if not inbox or now < inbox then inbox = now end
redis.call('HSET', KEYS[1], 'p', remember(ring, ARGV[1], tonumber(ARGV[2])), 'i', inbox)
redis.call('RPUSH', KEYS[2], ARGV[3])
redis.call('ZADD', KEYS[3], 'LT', now, ARGV[5])
return 1

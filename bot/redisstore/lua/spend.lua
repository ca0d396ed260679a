-- spend takes a message from a bucket that has no contact. Sent twice it takes two, which only slows. Buckets that are full again are forgotten, after a second in
-- which instances may not agree on the time.
-- KEYS 1 rate
-- ARGV 1 chat · 2 now · 3 every · 4 burst
-- Returns how long to wait, 0 where it is taken

local now = tonumber(ARGV[2])
local wait, full = spend(tonumber(redis.call('ZSCORE', KEYS[1], ARGV[1]) or 0), now, tonumber(ARGV[3]), tonumber(ARGV[4]))
if wait > 0 then return wait end
redis.call('ZADD', KEYS[1], full, ARGV[1])
if ARGV[1] ~= '0' then redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 1000) end
return 0

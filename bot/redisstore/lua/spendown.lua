-- spendown takes a message from the bucket of a contact, kept with it. Who is not known has none, and nothing is kept of him. Sent twice it takes two, which only slows.
-- KEYS 1 contact
-- ARGV 1 now · 2 every · 3 burst
-- Returns how long to wait, 0 where it is taken

local h = redis.call('HMGET', KEYS[1], 'v', 'r')
if not h[1] then return 0 end
local wait, full = spend(tonumber(h[2] or 0), tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]))
if wait == 0 then redis.call('HSET', KEYS[1], 'r', full) end
return wait

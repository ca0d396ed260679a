-- publish keeps files under the next number, unless they are those that were published last.
-- KEYS 1 publications: n the latest number · h its hash · <number> the files · 2 what is known of each: <number> time|hash|bytes
-- ARGV 1 hash of the files · 2 files · 3 now
-- Returns the number

local latest = redis.call('HMGET', KEYS[1], 'n', 'h')
if latest[2] == ARGV[1] then return tonumber(latest[1]) end
local number = (latest[1] or 0) + 1
redis.call('HSET', KEYS[1], number, ARGV[2], 'n', number, 'h', ARGV[1])
redis.call('HSET', KEYS[2], number, ARGV[3] .. '|' .. ARGV[1] .. '|' .. #ARGV[2])
return number

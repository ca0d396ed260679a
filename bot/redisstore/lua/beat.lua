-- beat notes that an instance is at work until a time, forgets those that are not any more, and tells who is. Sent twice it does the same.
-- KEYS 1 members · 2 pause
-- ARGV 1 instance · 2 until, 0 where it has ended · 3 now
-- Returns {end of the pause, instance, ...}

if ARGV[2] == '0' then
  redis.call('ZREM', KEYS[1], ARGV[1])
else
  redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1])
end
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[3])
local out = redis.call('ZRANGE', KEYS[1], 0, -1)
table.insert(out, 1, redis.call('ZSCORE', KEYS[2], 'all') or '0')
return out

-- lease gives a role to one instance until a time, or takes it back. A role is kept as until|instance. Sent twice it does the same.
-- KEYS 1 leases
-- ARGV 1 role · 2 instance · 3 until, 0 gives it back · 4 now
-- Returns 1, or 0 where another has it

local kept = redis.call('HGET', KEYS[1], ARGV[1])
if kept then
  local till, who = string.match(kept, '^(%d+)|(.*)$')
  if who ~= ARGV[2] and till + 0 > ARGV[4] + 0 then return 0 end
end
if ARGV[3] == '0' then
  redis.call('HDEL', KEYS[1], ARGV[1])
else
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[3] .. '|' .. ARGV[2])
end
return 1

-- unpaid takes away the body of an order that nobody has paid, and who could. What was paid after all stays.
-- KEYS 1 orders of the contact · 2 unpaid
-- ARGV 1 number · 2 chat|number · 3 now
-- Returns 1, or 0 where nothing was taken away

local at = redis.call('ZSCORE', KEYS[2], ARGV[2])
if not at or at + 0 > ARGV[3] + 0 then return 0 end
local kept, done = redis.call('HGET', KEYS[1], ARGV[1]), 0
if kept then
  local state, expires, _, _, body = orderHead(kept)
  if unpaidStates[state] and body <= #kept then
    redis.call('HSET', KEYS[1], ARGV[1], state .. '|' .. string.format('%.0f', expires) .. '|0|0|')
    done = 1
  end
end
redis.call('ZREM', KEYS[2], ARGV[2])
return done

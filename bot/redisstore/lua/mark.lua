-- mark records that an entry which may be sent once is about to be sent.
-- KEYS 1 contact · 2 outbox
-- ARGV 1 claim nonce · 2 number of the entry
-- Returns 1, or 0 where the claim is not ours or the entry is gone

local h = redis.call('HMGET', KEYS[1], 'k', 'n')
if not h[1] then return 0 end
local _, _, nonce = parse(h[1])
if nonce ~= ARGV[1] then return 0 end
local at = tonumber(ARGV[2]) - (tonumber(h[2]) - redis.call('LLEN', KEYS[2])) - 1
local entry = at >= 0 and redis.call('LINDEX', KEYS[2], at)
if not entry then return 0 end
local number, policy = string.match(entry, '^(%d+)|(.)|')
if policy == 'o' then
  redis.call('LSET', KEYS[2], at, number .. '|m' .. string.sub(entry, #number + 3))
end
return 1

-- defer gives the claim back and keeps what is left of the outbox for later. Without the claim it does nothing.
-- KEYS 1 contact · 2 outbox · 3 due
-- ARGV 1 claim nonce · 2 sent through · 3 until · 4 chat
-- Returns 1, or 0 where the claim is not ours

local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w', 'f')
if not h[1] then return 0 end
local _, first, nonce = parse(h[1])
if nonce ~= ARGV[1] then return 0 end
local inbox, wake = tonumber(h[3]), tonumber(h[4])
if pop(KEYS[2], tonumber(h[2]), tonumber(ARGV[2])) == 0 then
  rest(KEYS[1], KEYS[3], ARGV[4], inbox, wake, h[5])
  return 1
end
redis.call('HSET', KEYS[1], 'k', ARGV[3] .. '.' .. first .. '.')
index(KEYS[3], ARGV[4], tonumber(ARGV[3]), inbox, wake)
return 1

-- defer gives the claim back and keeps what is left of the outbox for later. Without the claim it does nothing.
-- KEYS 1 contact · 2 due
-- ARGV 1 claim nonce · 2 sent through · 3 until · 4 chat
-- Returns 1, or 0 where the claim is not ours

local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w', 'f')
if not h[1] then return 0 end
local _, first, head, nonce = parse(h[1])
if nonce ~= ARGV[1] then return 0 end
head = settle(KEYS[1], KEYS[2], ARGV[4], head, tonumber(ARGV[2]), tonumber(h[2]), h[3], h[4], h[5])
if head then
  redis.call('HSET', KEYS[1], 'k', claim(ARGV[3], first, head, ''))
  index(KEYS[2], ARGV[4], ARGV[3], h[3], h[4])
end
return 1

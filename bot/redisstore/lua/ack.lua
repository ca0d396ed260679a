-- ack takes the sent entries off the outbox, and the claim with the last of them; else it extends the claim.
-- KEYS 1 contact · 2 due
-- ARGV 1 claim nonce · 2 sent through · 3 claim end · 4 chat
-- Returns the entries left, or 0 where there is none, or 1 where the claim is another's

local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w', 'f')
if not h[1] then return 0 end
local till, first, head, nonce = parse(h[1])
if nonce ~= ARGV[1] then return 1 end
local n = tonumber(h[2])
head = settle(KEYS[1], KEYS[2], ARGV[4], head, tonumber(ARGV[2]), n, h[3], h[4], h[5])
if not head then return 0 end
till = math.max(till, ARGV[3])
redis.call('HSET', KEYS[1], 'k', claim(till, first, head, nonce))
index(KEYS[2], ARGV[4], till, h[3], h[4])
return entries(KEYS[1], head, n)

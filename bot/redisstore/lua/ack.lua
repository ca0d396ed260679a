-- ack takes the sent entries off the outbox, and the claim with the last of them; else it extends the claim.
-- KEYS 1 contact · 2 outbox · 3 due
-- ARGV 1 claim nonce · 2 sent through · 3 claim end · 4 chat
-- Returns {lost, entries left}

local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w', 'f')
if not h[1] then return {0, {}} end
local till, first, nonce = parse(h[1])
if nonce ~= ARGV[1] then return {1, {}} end
local inbox, wake = tonumber(h[3]), tonumber(h[4])
if pop(KEYS[2], tonumber(h[2]), tonumber(ARGV[2])) == 0 then
  rest(KEYS[1], KEYS[3], ARGV[4], inbox, wake, h[5])
  return {0, {}}
end
till = math.max(till, tonumber(ARGV[3]))
redis.call('HSET', KEYS[1], 'k', till .. '.' .. first .. '.' .. nonce)
index(KEYS[3], ARGV[4], till, inbox, wake)
return {0, redis.call('LRANGE', KEYS[2], 0, -1)}

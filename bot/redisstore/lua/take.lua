-- take hands out what is due of one contact and sets it aside: the outbox by a claim, inbox and wake until a later time.
-- KEYS 1 contact · 2 inbox · 3 due
-- ARGV 1 now · 2 claim end · 3 claim nonce · 4 set aside until · 5 most of the inbox · 6 chat
-- Returns {wake, outbox, inbox}, or nothing where the contact is not due (any more)

local now, chat = tonumber(ARGV[1]), ARGV[6]
local score = redis.call('ZSCORE', KEYS[3], chat)
if not score or score + 0 > now then return false end
local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w')
local inbox, wake, till = h[3], h[4] or '0', false
local outbox, posted, woken = {}, {}, 0
local set = {'HSET', KEYS[1]}
if h[1] then
  local _, head
  till, _, head = parse(h[1])
  if till <= now and ARGV[3] ~= '' then
    local n = tonumber(h[2])
    till, outbox = ARGV[2], entries(KEYS[1], head, n)
    set[3], set[4] = 'k', claim(till, n + 1, head, ARGV[3])
  end
end
if inbox and inbox + 0 <= now then
  posted = redis.call('LRANGE', KEYS[2], 0, ARGV[5] - 1)
  inbox = ARGV[4]
  set[#set + 1] = 'i'
  set[#set + 1] = inbox
end
if wake ~= '0' and wake + 0 <= now then
  woken, wake = 1, ARGV[4]
  set[#set + 1] = 'w'
  set[#set + 1] = wake
end
if #set > 2 then redis.call(unpack(set)) end
index(KEYS[3], chat, till, inbox, wake)
return {woken, outbox, posted}

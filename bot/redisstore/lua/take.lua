-- take hands out what is due of one contact and sets it aside: the outbox by a claim, inbox and wake until a later time.
-- KEYS 1 contact · 2 outbox · 3 inbox · 4 due
-- ARGV 1 now · 2 claim end · 3 claim nonce · 4 set aside until · 5 most of the inbox · 6 chat
-- Returns {wake, outbox, inbox}, or nothing where the contact is not due (any more)

local now, chat = tonumber(ARGV[1]), ARGV[6]
local score = tonumber(redis.call('ZSCORE', KEYS[4], chat))
if not score or score > now then return false end
local h = redis.call('HMGET', KEYS[1], 'k', 'n', 'i', 'w')
local n, inbox, wake = tonumber(h[2]), tonumber(h[3]), tonumber(h[4]) or 0
local outbox, posted, woken, till = {}, {}, 0, nil
local set = {'HSET', KEYS[1]}
if h[1] then
  till = parse(h[1])
  if till <= now and ARGV[3] ~= '' then
    till = tonumber(ARGV[2])
    outbox = redis.call('LRANGE', KEYS[2], 0, -1)
    set[3], set[4] = 'k', till .. '.' .. (n + 1) .. '.' .. ARGV[3]
  end
end
if inbox and inbox <= now then
  posted = redis.call('LRANGE', KEYS[3], 0, tonumber(ARGV[5]) - 1)
  inbox = tonumber(ARGV[4])
  set[#set + 1] = 'i'
  set[#set + 1] = ARGV[4]
end
if wake > 0 and wake <= now then
  woken, wake = 1, tonumber(ARGV[4])
  set[#set + 1] = 'w'
  set[#set + 1] = ARGV[4]
end
if #set > 2 then redis.call(unpack(set)) end
index(KEYS[4], chat, till, inbox, wake)
return {woken, outbox, posted}

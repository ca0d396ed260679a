-- What the scripts share. It is put in front of each of them.

-- A claim is kept as end.first.nonce. Until its end the instance with the nonce sends for the contact; first is the lowest number of those entries which the last
-- commit gave it. An empty nonce is no claim but a pause: nobody sends, and the end says when the outbox is due.
local function parse(k)
  local till, first, nonce = string.match(k, '^(%d+)%.(%d+)%.(.*)$')
  return tonumber(till), tonumber(first), nonce
end

-- seen says whether a ring holds an id. A match that straddles two ids is none.
local function seen(ring, id)
  local width = #id
  local at = string.find(ring, id, 1, true)
  while at do
    if at % width == 1 then return true end
    at = string.find(ring, id, at + 1, true)
  end
  return false
end

-- remember adds an id to a ring of at most size bytes. (string.sub with string.find as its argument would get two numbers and cut the ring to nothing.)
local function remember(ring, id, size)
  ring = ring .. id
  if #ring > size then ring = string.sub(ring, #ring - size + 1) end
  return ring
end

-- index puts the contact where its next work is found: the least of claim end, inbox and wake.
local function index(due, chat, till, inbox, wake)
  local at = till
  if inbox and (not at or inbox < at) then at = inbox end
  if wake and wake > 0 and (not at or wake < at) then at = wake end
  if at then redis.call('ZADD', due, at, chat) else redis.call('ZREM', due, chat) end
end

-- pop takes the entries up to a number off the outbox, whose last number is n, and returns how many are left.
local function pop(outbox, n, through)
  local length = redis.call('LLEN', outbox)
  local sent = through - (n - length)
  if sent >= length then
    redis.call('DEL', outbox)
    return 0
  end
  if sent <= 0 then return length end
  redis.call('LTRIM', outbox, sent, -1)
  return length - sent
end

-- rest ends the claim of a contact whose outbox is empty. A forgotten one goes with it.
local function rest(contact, due, chat, inbox, wake, forgotten)
  if forgotten and not inbox then
    redis.call('DEL', contact)
    redis.call('ZREM', due, chat)
    return
  end
  redis.call('HDEL', contact, 'k')
  index(due, chat, nil, inbox, wake)
end

-- append adds to a stream. The id is the given time; where the stream is ahead of it, the one after the stream's last.
local function append(stream, most, now, body)
  local done = redis.pcall('XADD', stream, 'MAXLEN', '~', most, now .. '-0', 'e', body)
  if type(done) == 'string' then return end
  local info = redis.call('XINFO', 'STREAM', stream)
  for at = 1, #info, 2 do
    if info[at] == 'last-generated-id' then
      local ms, seq = string.match(info[at + 1], '^(%d+)-(%d+)$')
      redis.call('XADD', stream, 'MAXLEN', '~', most, ms .. '-' .. (seq + 1), 'e', body)
      return
    end
  end
end

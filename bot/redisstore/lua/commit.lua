-- commit writes the outcome of one input, or says why nothing was written. All that refuses comes before the first write: a script cannot be undone.
-- KEYS 1 contact · 2 outbox · 3 inbox · 4 due · 5 events · 6 dead letters
-- ARGV 1 version · 2 next version · 3 update id, 4 bytes, or '' · 4 its ring · 5 the ring's size in bytes · 6 head of the inbox or '' · 7 state, '' forgets
--      8 wake or 0 · 9 claim end · 10 claim nonce, '' takes none · 11 now · 12 event or '' · 13 dead letter or '' · 14 most events · 15 most dead letters · 16 chat
--      17.. policy, call, policy, call ...
-- Returns {0, send, number of the first entry, backlog} written · {1, version, send, entries} duplicate · {2, version, state} conflict · {3} stale

local now, mine, chat = tonumber(ARGV[11]), ARGV[10], ARGV[16]
local h = redis.call('HMGET', KEYS[1], 'v', 'n', 'k', 'i', 'f', ARGV[4])
local v, n, k, inbox, ring = h[1] or '', tonumber(h[2]) or now, h[3], tonumber(h[4]), h[6] or ''
local till, first, nonce
if k then till, first, nonce = parse(k) end
local alive = k and nonce ~= '' and till > now

if v == ARGV[2] then -- this very commit was written before and its answer lost: answer again
  if not k or mine == '' or (alive and nonce ~= mine) then return {1, v, 0, {}} end
  if alive then
    if first > n then return {1, v, 1, {}} end
    return {1, v, 1, redis.call('LRANGE', KEYS[2], first - n - 1, -1)}
  end
  local all = redis.call('LRANGE', KEYS[2], 0, -1)
  till = tonumber(ARGV[9])
  redis.call('HSET', KEYS[1], 'k', till .. '.' .. (n - #all + 1) .. '.' .. mine)
  index(KEYS[4], chat, till, inbox, tonumber(redis.call('HGET', KEYS[1], 'w')))
  return {1, v, 1, all}
end
if ARGV[3] ~= '' and seen(ring, ARGV[3]) then return {1, v, 0, {}} end
if v ~= ARGV[1] then return {2, v, redis.call('HGET', KEYS[1], 's') or ''} end
local head = ARGV[6]
if head ~= '' then
  local first = redis.call('LINDEX', KEYS[3], 0)
  if not first or string.sub(first, 1, #head) ~= head then return {3} end
end

local last = #ARGV
local fresh, send, claim, backlog = n + 1, 0, false, {}
if alive then
  if nonce == mine then
    send, claim, first, till = 1, true, fresh, math.max(till, tonumber(ARGV[9]))
  end
elseif k or last > 16 then
  if mine ~= '' then
    if k then backlog = redis.call('LRANGE', KEYS[2], 0, -1) end
    send, claim, nonce, first, till = 1, true, mine, fresh - #backlog, tonumber(ARGV[9])
  elseif not k then
    claim, nonce, first, till = true, '', fresh, now
  end
end
local handled = head ~= '' and redis.call('LLEN', KEYS[3]) == 1
if handled then inbox = nil end
local wake = tonumber(ARGV[8])

if ARGV[7] == '' and not till and not inbox then
  redis.call('DEL', KEYS[1], KEYS[3])
  redis.call('ZREM', KEYS[4], chat)
else
  -- The first write is one that a full server refuses, so that it refuses the whole.
  local set = {'HSET', KEYS[1], 'v', ARGV[2], 'w', ARGV[8]}
  if ARGV[3] ~= '' then
    set[7], set[8] = ARGV[4], remember(ring, ARGV[3], tonumber(ARGV[5]))
  end
  local at = #set
  if ARGV[7] ~= '' then
    set[at + 1], set[at + 2] = 's', ARGV[7]
  else
    set[at + 1], set[at + 2] = 'f', '1'
  end
  at = at + 2
  if claim then
    set[at + 1], set[at + 2] = 'k', till .. '.' .. first .. '.' .. nonce
    at = at + 2
  end
  if last > 16 then
    local entries = {}
    for i = 17, last, 2 do
      n = n + 1
      entries[#entries + 1] = n .. '|' .. ARGV[i] .. '|' .. ARGV[i + 1]
    end
    set[at + 1], set[at + 2] = 'n', n
    redis.call(unpack(set))
    redis.call('RPUSH', KEYS[2], unpack(entries))
  else
    redis.call(unpack(set))
  end
  if ARGV[7] == '' then
    redis.call('HDEL', KEYS[1], 's')
  elseif h[5] then
    redis.call('HDEL', KEYS[1], 'f')
  end
  if head ~= '' then redis.call('LPOP', KEYS[3]) end
  if handled then redis.call('HDEL', KEYS[1], 'i') end
  index(KEYS[4], chat, till, inbox, wake)
end
if ARGV[12] ~= '' then append(KEYS[5], ARGV[14], ARGV[11], ARGV[12]) end
if ARGV[13] ~= '' then append(KEYS[6], ARGV[15], ARGV[11], ARGV[13]) end
return {0, send, fresh, backlog}

-- commit writes the outcome of one input, or says why nothing was written. All that refuses comes before the first write: a script cannot be undone.
-- KEYS 1 contact · 2 due · where needed: 3 events · 4 inbox · 5 dead letters · 6.. the table of each count · then orders, contacts with orders, ledger, unpaid
--      · last, where needed: who is in the middle of something
-- ARGV 1 version · 2 next version · 3 update id, 4 bytes, or '' · 4 its ring: u or q · 5 head of the inbox or '' · 6 state, '' forgets · 7 wake or 0
--      8 claim end · 9 claim nonce, '' takes none · 10 now · 11 event or '' · 12 dead letter or '' · 13 chat · 14 sent through · 15.. policy|call of each entry
--      · where there are more than 5 keys: the key of each count · number, state, expiry and body of each order · id and row of each entry of the ledger
--      · last how many there are of each of the three, and 1 where the contact is in the middle of something now, 2 where it is not any more
-- Returns the number of the first entry where it was written and is to be sent, that number below zero where it is not, {0, number, backlog} where more is to be
--      sent · {1, version, send, entries} duplicate · {2, version, state} conflict · {3} stale
--      · {4, number, ...} an order that it closes is being paid · {5} a charge is in the ledger
-- Redis hashes every byte of every string that Lua gets or makes, and writes numbers slowly: hence few of both.

local call, contact, update, ring, mine, now, chat = redis.call, KEYS[1], ARGV[3], ARGV[4], ARGV[9], ARGV[10], ARGV[13]
local count, counts, orders, rows, moves = #ARGV - 14, 0, 0, 0, '0'
if #KEYS > 5 then
  counts, orders, rows, moves = string.match(ARGV[#ARGV], '^(%d+) (%d+) (%d+) (%d)$')
  counts, orders, rows = counts + 0, orders + 0, rows + 0
  count = count - 1 - counts - 4 * orders - 2 * rows
end
local h = call('HMGET', contact, 'v', 'n', 'k', 'i', 'f', ring)
local v, n, k, inbox, ids = h[1] or '', (h[2] or now) + 0, h[3], h[4], h[6] or ''
local till, first, head, nonce, alive
if k then
  till, first, head, nonce = parse(k)
  alive = nonce ~= '' and till > now + 0
end

if v == ARGV[2] then -- this very commit was written before and its answer lost: answer again
  if not k or mine == '' or (alive and nonce ~= mine) then return {1, v, 0, {}} end
  if alive then return {1, v, 1, entries(contact, math.max(first, head), n)} end
  redis.call('HSET', contact, 'k', claim(ARGV[8], head, head, mine))
  index(KEYS[2], chat, ARGV[8], inbox, redis.call('HGET', contact, 'w'))
  return {1, v, 1, entries(contact, head, n)}
end
if update ~= '' and seen(ids, update) then return {1, v, 0, {}} end
if v ~= ARGV[1] then return {2, v, redis.call('HGET', contact, 's') or ''} end
local handled = false
if ARGV[5] ~= '' then
  local front = redis.call('LINDEX', KEYS[4], 0)
  if not front or string.sub(front, 1, #ARGV[5]) ~= ARGV[5] then return {3} end
  handled = redis.call('LLEN', KEYS[4]) == 1
end
local forgets = ARGV[6] == ''
if handled or forgets then inbox = false end
local tables, money = 5 + counts, 15 + count + counts
if orders + rows > 0 then
  local refused = tillRefuses(KEYS[tables + 1], KEYS[tables + 3], now + 0, money, orders, rows)
  if refused then return refused end
end

local sent
local through = ARGV[14] + 0
if k and mine ~= '' and nonce == mine and through >= head then
  if through > n then through = n end
  sent, head = head, through + 1
  if head > n then k, till, head, nonce, alive = nil, nil, nil, nil, nil end
end

local fresh = n + 1 .. ''
local send, renewed, backlog
if alive then
  if nonce == mine then
    send, renewed, first = true, true, fresh
    if till < ARGV[8] + 0 then till = ARGV[8] end
  end
elseif mine ~= '' and (k or count > 0) then
  if k then backlog = entries(contact, head, n) end
  head = head or fresh
  send, renewed, till, first, nonce = true, true, ARGV[8], head, mine
elseif not k and count > 0 then
  renewed, till, first, head, nonce = true, now, fresh, fresh, ''
end

if forgets and not till then
  redis.call('DEL', contact)
  redis.call('ZREM', KEYS[2], chat)
else
  -- The first write is one that a full server refuses, so that it refuses the whole.
  -- A table is slow to grow: this one has room for what nearly every turn writes.
  local set = {'HSET', contact, 'v', ARGV[2], 'w', ARGV[7], forgets and 'f' or 's', forgets and '1' or ARGV[6], '', '', '', '', '', '', '', ''}
  local at = 8
  if update ~= '' then
    set[9], set[10] = ring, remember(ids, update, ring == 'u' and 512 or 128)
    at = 10
  end
  if renewed then
    set[at + 1], set[at + 2] = 'k', claim(till, first, head, nonce)
    at = at + 2
  end
  if count > 0 then
    local seq = fresh
    set[at + 1], set[at + 2] = 'o' .. seq, ARGV[15]
    for i = 2, count do
      seq = n + i .. ''
      set[at + 2 * i - 1], set[at + 2 * i] = 'o' .. seq, ARGV[14 + i]
    end
    at = at + 2 * count + 2
    set[at - 1], set[at] = 'n', seq
  end
  call(unpack(set, 1, at))
  if sent then drop(contact, sent, through, not till) end
  if forgets then
    redis.call('HDEL', contact, 's', 'i')
  else
    if h[5] then redis.call('HDEL', contact, 'f') end
    if ARGV[5] ~= '' then redis.call('LPOP', KEYS[4]) end
    if handled then redis.call('HDEL', contact, 'i') end
  end
  index(KEYS[2], chat, till, inbox, ARGV[7])
end
if forgets then
  redis.call('DEL', KEYS[4])
  erase(KEYS[5], chat)
end
if ARGV[11] ~= '' then append(KEYS[3], 1000, now, ARGV[11]) end
if ARGV[12] ~= '' then append(KEYS[5], 100, now, ARGV[12]) end
for i = 1, counts do tally(KEYS[5 + i], ARGV[14 + count + i]) end
if orders + rows > 0 then tillWrites(KEYS[tables + 1], KEYS[tables + 2], KEYS[tables + 3], KEYS[tables + 4], chat, now, money, orders, rows) end
if forgets then forgetOrders(KEYS[tables + 1]) end
if moves ~= '0' then call(moves == '1' and 'SADD' or 'SREM', KEYS[#KEYS], chat) end
if backlog then return {0, n + 1, backlog} end
return send and n + 1 or -n - 1

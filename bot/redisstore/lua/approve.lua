-- approve lets one payer pay an open order until a time, or with 0 takes that back.
-- KEYS 1 orders of the contact
-- ARGV 1 number · 2 payer · 3 now · 4 until, 0 takes back
-- Returns {why not or '', the order as it is now}, or nothing where there is no such order

local kept = redis.call('HGET', KEYS[1], ARGV[1])
if not kept then return false end
local state, expires, payer, till, body = orderHead(kept)
local now, mine = tonumber(ARGV[3]), payer == ARGV[2]
local function set(who, ends)
  kept = state .. '|' .. string.format('%.0f', expires) .. '|' .. who .. '|' .. ends .. '|' .. string.sub(kept, body)
  redis.call('HSET', KEYS[1], ARGV[1], kept)
end

if ARGV[4] == '0' then
  if mine then set('0', '0') end
  return {'', kept}
end
if state ~= 'open' then
  local why = {expired = 'expired', placed = 'over', cancelled = 'over', refunded = 'over'}
  return {why[state] or 'paid', kept}
end
local alive = payer ~= '0' and till > now
if not (mine and alive) then
  if expires <= now then return {'expired', kept} end
  if alive then return {'busy', kept} end
end
if not mine or ARGV[4] + 0 > till then set(ARGV[2], ARGV[4]) end
return {'', kept}

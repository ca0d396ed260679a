-- An order is kept as state|expires|payer|until|body: the payer may pay it until then, 0|0 where nobody may.
local function orderHead(kept)
  local state, expires, payer, till, at = string.match(kept, '^([^|]*)|(%-?%d+)|(%-?%d+)|(%-?%d+)|()')
  return state, tonumber(expires), payer, tonumber(till), at
end

local unpaidStates = {expired = true, cancelled = true}

-- tillRefuses answers with what a commit says that must not be written: a charge is in the ledger already, or somebody is about to pay an order that it would close.
-- The commit of a payment closes its order all the same.
local function tillRefuses(orders, ledger, now, at, numbers, rows)
  local row = at + 4 * numbers
  for i = 0, rows - 1 do
    if redis.call('HEXISTS', ledger, ARGV[row + 2 * i]) == 1 then return {5} end
  end
  if rows > 0 then return nil end
  local paying = {4}
  for i = at, row - 1, 4 do
    local kept = ARGV[i + 1] ~= 'open' and redis.call('HGET', orders, ARGV[i])
    if kept then
      local state, _, payer, till = orderHead(kept)
      if state == 'open' and payer ~= '0' and till > now then paying[#paying + 1] = ARGV[i] end
    end
  end
  return paying[2] and paying
end

-- tillWrites keeps orders and rows of the ledger. Who may pay an order may do so as long as it is open. Of one that nobody pays it notes when its body may go, in
-- milliseconds: bot.UnpaidKept.
local function tillWrites(orders, contacts, ledger, unpaid, chat, now, at, numbers, rows)
  local row = at + 4 * numbers
  for i = at, row - 1, 4 do
    local payer, till, kept = '0', 0, ARGV[i + 1] == 'open' and redis.call('HGET', orders, ARGV[i])
    if kept then
      local _, _, who, ends = orderHead(kept)
      payer, till = who, ends
    end
    redis.call('HSET', orders, ARGV[i], ARGV[i + 1] .. '|' .. ARGV[i + 2] .. '|' .. payer .. '|' .. string.format('%.0f', till) .. '|' .. ARGV[i + 3])
    if unpaidStates[ARGV[i + 1]] and ARGV[i + 3] ~= '' then redis.call('ZADD', unpaid, now + 2592000000, chat .. '|' .. ARGV[i]) end
  end
  if numbers > 0 then redis.call('SADD', contacts, chat) end
  for i = 0, rows - 1 do redis.call('HSETNX', ledger, ARGV[row + 2 * i], ARGV[row + 2 * i + 1]) end
end

-- forgetOrders deletes the bodies of a contact's closed orders, and who could pay them.
local function forgetOrders(orders)
  local closed = {delivered = true, cancelled = true, refunded = true, expired = true}
  local all = redis.call('HGETALL', orders)
  for i = 1, #all, 2 do
    local state, expires = orderHead(all[i + 1])
    if closed[state] then redis.call('HSET', orders, all[i], state .. '|' .. string.format('%.0f', expires) .. '|0|0|') end
  end
end

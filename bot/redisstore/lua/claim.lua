-- A claim is kept as end.first.head.nonce, exactly while the outbox is not empty. Until its end the instance with the nonce sends for the contact; head is the number
-- of the oldest unsent entry, first the lowest number that the last commit gave to the claim. An empty nonce is no claim but a pause: nobody sends, and the end says
-- when the outbox is due. All but the nonce are numbers.
local function parse(k)
  local till, first, head, nonce = string.match(k, '^(%d+)%.(%d+)%.(%d+)%.(.*)$')
  return tonumber(till), tonumber(first), tonumber(head), nonce
end

local function claim(till, first, head, nonce)
  return till .. '.' .. first .. '.' .. head .. '.' .. nonce
end

-- entries answers with the outbox from one number through another, at most 100: that number, then policy|call of each.
local function entries(contact, from, through)
  if from > through then return {} end
  through = math.min(through, from + 99)
  local names = {}
  for seq = from, through do names[#names + 1] = 'o' .. seq end
  local list = redis.call('HMGET', contact, unpack(names))
  table.insert(list, 1, from)
  return list
end

-- drop takes the entries from one number through another off the outbox, and the claim where it goes too. Lua cannot pass on many thousands at once.
local function drop(contact, from, through, claimed)
  local gone = claimed and {'k'} or {}
  for seq = from, through do
    gone[#gone + 1] = 'o' .. seq
    if #gone == 1000 then
      redis.call('HDEL', contact, unpack(gone))
      gone = {}
    end
  end
  if #gone > 0 then redis.call('HDEL', contact, unpack(gone)) end
end

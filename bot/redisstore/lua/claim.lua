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

-- entries answers with the outbox from one number through another: that number, then policy|call of each.
local function entries(contact, from, through)
  if from > through then return {} end
  local names = {}
  for seq = from, through do names[#names + 1] = 'o' .. seq end
  local list = redis.call('HMGET', contact, unpack(names))
  table.insert(list, 1, from)
  return list
end

-- stock does one operation on the stock, all of it or nothing.
-- KEYS 1 left · 2 held · 3 sold · 4 ends · 5 seeds · 6 version
-- ARGV 1 hold, sell, release or return · 2 hold · 3 now · 4 end of the hold, or until when its sale is remembered · then key, quantity and supply of each item
-- Returns nothing where it is to be asked again, 1 where it is done, {key, how many, ...} of what there is too little of

local left, held, sold, ends, op, hold = KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[1], ARGV[2]
local change = {}
if sweep(held, sold, ends, ARGV[3], change) then
  apply(left, KEYS[5], KEYS[6], change)
  return false
end
local want, supply = {}, {}
for i = 5, #ARGV, 3 do
  local key = ARGV[i]
  want[key] = (want[key] or 0) + ARGV[i + 1]
  supply[key] = math.max(supply[key] or 0, ARGV[i + 2])
end

-- same tells whether two lists of items are alike.
local function same(a, b)
  for key, quantity in pairs(a) do if b[key] ~= quantity then return false end end
  for key in pairs(b) do if not a[key] then return false end end
  return true
end

-- short answers with what there is too little of. What a hold has is its own, whatever was counted anew since.
local function short(has)
  local less = {}
  for key, quantity in pairs(want) do
    local own = has[key] or 0
    if quantity > own then
      local there = (redis.call('HGET', left, key) or 0) + (change[key] or 0) + own + supply[key]
      if there < quantity then
        less[#less + 1] = key
        less[#less + 1] = math.max(0, there)
      end
    end
  end
  return less
end

-- keep records what a hold has come to.
local function keep(hash, items)
  redis.call('HSET', hash, hold, items)
  redis.call('ZADD', ends, ARGV[4], hold)
end

local done, was, items = 1, redis.call('HGET', sold, hold), redis.call('HGET', held, hold)
local has = items and cjson.decode(items) or {}
if was then
  if op == 'return' and was ~= '' then
    add(change, cjson.decode(was), 1)
    keep(sold, '')
  elseif op == 'hold' or op == 'sell' then
    if was == '' or not same(want, cjson.decode(was)) then done = {} end
  end
elseif op == 'hold' or op == 'sell' then
  local less = short(has)
  if #less > 0 or (op == 'hold' and not next(want)) then
    if #less > 0 then done = less end
    redis.call('HDEL', held, hold)
    redis.call('ZREM', ends, hold)
  elseif op == 'hold' then
    keep(held, cjson.encode(want))
  else
    keep(sold, cjson.encode(want))
    redis.call('HDEL', held, hold)
  end
  add(change, has, 1)
  if #less == 0 then add(change, want, -1) end
else
  redis.call('HDEL', held, hold)
  redis.call('ZREM', ends, hold)
  add(change, has, 1)
  if op == 'return' then keep(sold, '') end
end
apply(left, KEYS[5], KEYS[6], change)
return done

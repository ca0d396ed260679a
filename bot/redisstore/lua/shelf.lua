-- What lies on the shelf: left says how much of each key is there and not held, seeds what the catalog said last. held has what each hold holds, sold what was sold
-- under a hold, both as JSON {key: quantity}; sold has an empty text where it was given back. ends says when either is over.

-- add puts what a hold has to the changes, so many times.
local function add(change, items, times)
  for key, quantity in pairs(items) do change[key] = (change[key] or 0) + times * quantity end
end

-- sweep gives back what is held no longer, and forgets old sales. It answers whether there may be more: a call must not take long.
local function sweep(held, sold, ends, now, change)
  local over = redis.call('ZRANGE', ends, '-inf', now, 'BYSCORE', 'LIMIT', 0, 200)
  for _, hold in ipairs(over) do
    local items = redis.call('HGET', held, hold)
    redis.call('ZREM', ends, hold)
    if items then
      redis.call('HDEL', held, hold)
      add(change, cjson.decode(items), 1)
    else
      redis.call('HDEL', sold, hold)
    end
  end
  return #over == 200
end

-- apply makes the changes. What the catalog does not count is not kept when nothing of it is taken: free times of the past would stay forever.
local function apply(left, seeds, version, change)
  local changed = false
  for key, by in pairs(change) do
    if by ~= 0 then
      changed = true
      if redis.call('HINCRBY', left, key, by) == 0 and redis.call('HEXISTS', seeds, key) == 0 then redis.call('HDEL', left, key) end
    end
  end
  if changed then redis.call('INCR', version) end
end

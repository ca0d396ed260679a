-- tally adds one to a key of a table of counts. A key that is new in a full table is not counted.
local function tally(counts, key)
  if redis.call('HLEN', counts) < 5000 or redis.call('HEXISTS', counts, key) == 1 then
    redis.call('HINCRBY', counts, key, 1)
  end
end

-- seed settles how many the catalog says that there are, where that is another number than it said before. What is held lies on the shelf still.
-- KEYS 1 left · 2 held · 3 sold · 4 ends · 5 seeds · 6 version
-- ARGV key and number of each
-- Returns 1

local fresh = {}
for i = 1, #ARGV, 2 do
  if redis.call('HGET', KEYS[5], ARGV[i]) ~= ARGV[i + 1] then fresh[ARGV[i]] = ARGV[i + 1] end
end
if not next(fresh) then return 1 end
local away = {}
for _, items in ipairs(redis.call('HVALS', KEYS[2])) do
  for key, quantity in pairs(cjson.decode(items)) do away[key] = (away[key] or 0) + quantity end
end
for key, number in pairs(fresh) do
  redis.call('HSET', KEYS[5], key, number)
  redis.call('HSET', KEYS[1], key, number - (away[key] or 0))
end
redis.call('INCR', KEYS[6])
return 1

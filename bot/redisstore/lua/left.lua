-- left reads what is left, if it has changed.
-- KEYS 1 left · 2 held · 3 sold · 4 ends · 5 seeds · 6 version
-- ARGV 1 now · 2 version that is known
-- Returns nothing where it is to be asked again, {version, key, how many, ...}, without keys where the version is the known one

local change = {}
local more = sweep(KEYS[2], KEYS[3], KEYS[4], ARGV[1], change)
apply(KEYS[1], KEYS[5], KEYS[6], change)
if more then return false end
local version = (redis.call('GET', KEYS[6]) or 0) + 1
if version == tonumber(ARGV[2]) then return {version} end
local out = redis.call('HGETALL', KEYS[1])
table.insert(out, 1, version)
return out

-- mark records that an entry which may be sent once is about to be sent.
-- KEYS 1 contact
-- ARGV 1 claim nonce · 2 number of the entry
-- Returns 1, or 0 where the claim is not ours or the entry is gone

local field = 'o' .. ARGV[2]
local h = redis.call('HMGET', KEYS[1], 'k', field)
if not h[1] or not h[2] then return 0 end
local _, _, _, nonce = parse(h[1])
if nonce ~= ARGV[1] then return 0 end
if string.sub(h[2], 1, 1) == 'o' then
  redis.call('HSET', KEYS[1], field, 'm' .. string.sub(h[2], 2))
end
return 1

-- index puts the contact where its next work is found: the least of claim end, inbox and wake. The first two may be false, the last 0.
local function index(due, chat, till, inbox, wake)
  local at = till
  if inbox and (not at or inbox + 0 < at + 0) then at = inbox end
  if wake and wake ~= '0' and (not at or wake + 0 < at + 0) then at = wake end
  if at then redis.call('ZADD', due, at, chat) else redis.call('ZREM', due, chat) end
end

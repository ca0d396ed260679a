-- settle takes the entries from head through a number off the outbox, whose last number is n. Where that is all, the claim ends too, and a forgotten contact without an
-- inbox goes; it returns nothing then, else the new head.
local function settle(contact, due, chat, head, through, n, inbox, wake, forgotten)
  if through >= n and forgotten and not inbox then
    redis.call('DEL', contact)
    redis.call('ZREM', due, chat)
    return nil
  end
  drop(contact, head, math.min(through, n), through >= n)
  if through < n then return math.max(head, through + 1) end
  index(due, chat, false, inbox, wake)
  return nil
end

-- erase takes a contact's letters out of the dead letters, which are few. Each is JSON with "chat":<id>.
local function erase(dead, chat)
  local mark = '"chat":' .. chat
  for _, letter in ipairs(redis.call('XRANGE', dead, '-', '+')) do
    local _, stop = string.find(letter[2][2], mark, 1, true)
    if stop and string.find(letter[2][2], '^[,}]', stop + 1) then redis.call('XDEL', dead, letter[1]) end
  end
end

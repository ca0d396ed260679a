-- append adds to a stream of about the given length. The id is the given time; where the stream is ahead of it, the one after the stream's last.
local function append(stream, length, now, body)
  local done = redis.pcall('XADD', stream, 'MAXLEN', '~', length, now .. '-0', 'e', body)
  if type(done) == 'string' then return end
  local info = redis.call('XINFO', 'STREAM', stream)
  for at = 1, #info, 2 do
    if info[at] == 'last-generated-id' then
      local ms, seq = string.match(info[at + 1], '^(%d+)-(%d+)$')
      redis.call('XADD', stream, 'MAXLEN', '~', length, ms .. '-' .. (seq + 1), 'e', body)
      return
    end
  end
end

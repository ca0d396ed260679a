-- spend takes one message from a bucket, of which is kept when it is full again (the theoretical arrival time of the cell rate algorithm, GCRA). It answers how long
-- to wait, and when the bucket is full after that. A time that no bucket can reach was written under a wrong clock, and is not waited for.
local function spend(full, now, every, burst)
  if full < now or full > now + burst * every + 1000 then full = now end
  local wait = full - now - (burst - 1) * every
  if wait > 0 then return wait, full end
  return 0, full + every
end

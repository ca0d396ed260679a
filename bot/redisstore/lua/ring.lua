-- seen says whether a ring holds an id. A match that straddles two ids is none.
local function seen(ring, id)
  local width = #id
  local at = string.find(ring, id, 1, true)
  while at do
    if at % width == 1 then return true end
    at = string.find(ring, id, at + 1, true)
  end
  return false
end

-- remember adds an id to a ring of at most size bytes. (string.sub with string.find as its argument would get two numbers and cut the ring to nothing.)
local function remember(ring, id, size)
  if #ring >= size then ring = string.sub(ring, #ring - size + #id + 1) end
  return ring .. id
end

-- The next who wait, for the issuer that has the lease. Reading takes nothing away.
-- KEYS gate, line, lease. ARGV the issuer, the lease's term in ms, how many are wanted (0: none).
-- Gives 1 if the lease is the issuer's (else 0), the gate, and entries of the stream from its
-- head: the highest ticket's id and the members, until enough are undecided.
local owner = redis.call('GET', KEYS[3])
if owner and owner ~= ARGV[1] then
  return {0, {}, {}}
end
redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[2])

local gate, wanted, entries = gate_of(KEYS[1]), tonumber(ARGV[3]), {}
local found, serving = 0, tonumber(gate[4] or 0)
if gate[3] ~= 'open' then
  wanted = 0
end
local from, at_once = '-', 16
while found < wanted do
  local some = redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', at_once)
  for _, entry in ipairs(some) do
    local members = entry[2][2]
    local _, commas = string.gsub(members, ',', ',')
    entries[#entries + 1] = {entry[1], members}
    found = found + math.min(commas + 1, tonumber(string.match(entry[1], '^%d+')) - serving)
    from = '(' .. entry[1]
    if found >= wanted then
      break
    end
  end
  if #some < at_once then
    break
  end
end
return {1, gate, entries}

-- Writes on the gate what MySQL says: what has been decided, and what the owner has changed.
-- KEYS gate, line. ARGV epoch, the highest ticket decided (0: none), and the drop's version,
-- quota, issued, is paused (1 or 0), opens_at, closes_at.
-- Gives the gate; nothing if the line is another one by now.
local gate = gate_of(KEYS[1])
if gate[1] ~= ARGV[1] then
  return {}
end

local state, quota = gate[3], tonumber(gate[6] or 0)
if tonumber(ARGV[3]) >= tonumber(gate[2] or 0) then
  -- Nothing newer is known. Sold out stays: only a new line opens again, for the tickets of this
  -- one are all decided.
  quota = tonumber(ARGV[4])
  if state ~= 'sold_out' then
    state = ARGV[6] == '1' and 'paused' or 'open'
  end
  redis.call('HSET', KEYS[1], 'version', ARGV[3], 'quota', ARGV[4], 'state', state,
    'opens_at', ARGV[7], 'closes_at', ARGV[8])
end

-- An issuer that slept may come late with old numbers: the line never steps back.
local issued = math.max(tonumber(gate[7] or 0), tonumber(ARGV[5]))
redis.call('HSET', KEYS[1], 'issued', issued)
if issued >= quota then
  -- Nobody who waits can get one any more: all of them are decided at once.
  redis.call('HSET', KEYS[1], 'state', 'sold_out', 'serving', gate[5])
  redis.call('DEL', KEYS[2])
else
  if tonumber(ARGV[2]) > tonumber(gate[4]) then
    redis.call('HSET', KEYS[1], 'serving', ARGV[2])
  end
  redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f', tonumber(ARGV[2]) + 1))
end
return gate_of(KEYS[1])

-- Writes on the gate what MySQL has committed.
-- KEYS gate, line. ARGV epoch, the highest ticket decided, coupons remaining.
-- Gives the gate; nothing if the line is another one by now.
local gate = redis.call('HMGET', KEYS[1], 'epoch', 'serving', 'last')
if gate[1] ~= ARGV[1] then
  return {}
end

if ARGV[3] == '0' then
  -- Nobody who waits can get one any more: all of them are decided at once.
  redis.call('HSET', KEYS[1], 'state', 'sold_out', 'remaining', 0, 'serving', gate[3])
  redis.call('DEL', KEYS[2])
else
  -- An issuer that slept may come late with an old number: the line never steps back.
  if tonumber(ARGV[2]) > tonumber(gate[2]) then
    redis.call('HSET', KEYS[1], 'serving', ARGV[2], 'remaining', ARGV[3])
  end
  redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f', tonumber(ARGV[2]) + 1))
end
return redis.call('HMGET', KEYS[1], 'epoch', 'state', 'serving', 'last', 'remaining')

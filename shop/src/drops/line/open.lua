-- Builds a line, unless there is one already.
-- KEYS gate, tickets, line.
-- ARGV epoch, state, serving, remaining, opens_at, closes_at, the epoch to replace ('': none).
-- Gives the gate that stands now.
local epoch = redis.call('HGET', KEYS[1], 'epoch')
if not epoch or epoch == ARGV[7] then
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'state', ARGV[2], 'serving', ARGV[3],
    'last', ARGV[3], 'remaining', ARGV[4], 'opens_at', ARGV[5], 'closes_at', ARGV[6])
end
return redis.call('HMGET', KEYS[1], 'epoch', 'state', 'serving', 'last', 'remaining')

-- A ticket for a member: one each, in order of arrival.
-- KEYS gate, tickets, line. ARGV member, now in ms, a ticket of theirs that is void (0: none).
-- Gives 'ticket', the ticket and the gate; or 'refused' and the gate; or 'no_gate'.
local gate = redis.call('HMGET', KEYS[1], 'epoch', 'state', 'serving', 'last', 'remaining',
  'opens_at', 'closes_at')
if not gate[1] then
  return {'no_gate'}
end

local ticket = redis.call('HGET', KEYS[2], ARGV[1])
if ticket and ticket ~= ARGV[3] then
  return {'ticket', ticket, gate[1], gate[2], gate[3], gate[4], gate[5]}
end

local now = tonumber(ARGV[2])
if gate[2] == 'sold_out' or now < tonumber(gate[6]) or now >= tonumber(gate[7]) then
  return {'refused', gate[1], gate[2], gate[3], gate[4], gate[5]}
end

ticket = tostring(redis.call('HINCRBY', KEYS[1], 'last', 1))
redis.call('HSET', KEYS[2], ARGV[1], ticket)
redis.call('XADD', KEYS[3], ticket .. '-0', 'm', ARGV[1])
return {'ticket', ticket, gate[1], gate[2], gate[3], ticket, gate[5]}

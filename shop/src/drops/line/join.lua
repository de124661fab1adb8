-- A ticket for a member: one each, in order of arrival, in a pause as well.
-- KEYS gate, tickets, line. ARGV member, now in ms, a ticket of theirs that is void (0: none).
-- Gives 'ticket', the ticket and the gate; or 'refused' and the gate; or 'no_gate'.
local gate = gate_of(KEYS[1])
if not gate[1] then
  return {'no_gate'}
end

local ticket = redis.call('HGET', KEYS[2], ARGV[1])
if ticket and ticket ~= ARGV[3] then
  return {'ticket', ticket, unpack(gate)}
end

local now = tonumber(ARGV[2])
if gate[3] == 'sold_out' or now < tonumber(gate[8]) or now >= tonumber(gate[9]) then
  return {'refused', unpack(gate)}
end

ticket = tostring(redis.call('HINCRBY', KEYS[1], 'last', 1))
redis.call('HSET', KEYS[2], ARGV[1], ticket)
redis.call('XADD', KEYS[3], ticket .. '-0', 'm', ARGV[1])
gate[5] = ticket
return {'ticket', ticket, unpack(gate)}

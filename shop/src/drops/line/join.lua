-- Tickets for the members of one moment: one each, in order of arrival, in a pause as well.
-- KEYS gate, tickets, line, away. ARGV now in ms, a ticket that is void (0: none), and the members.
-- Gives the gate and each member's ticket, 0 where none is given; both empty if there is no gate.
--
-- The new tickets are one entry of the stream, under the highest of them.
local gate = gate_of(KEYS[1])
if not gate[1] then
  return {{}, {}}
end

local now, void = tonumber(ARGV[1]), ARGV[2]
local is_shut = gate[3] == 'sold_out' or now < tonumber(gate[8]) or now >= tonumber(gate[9])
local held = redis.call('HMGET', KEYS[2], unpack(ARGV, 3))
local last = tonumber(gate[5])
local tickets, new, newcomers, places, back = {}, {}, {}, {}, {}

for i = 1, #held do
  local member = ARGV[i + 2]
  local ticket = new[member] or (held[i] ~= void and tonumber(held[i])) or nil
  if not ticket and is_shut then
    ticket = 0
  elseif not ticket then
    last = last + 1
    ticket = last
    new[member] = ticket
    newcomers[#newcomers + 1] = member
    places[#places + 1] = member
    places[#places + 1] = string.format('%.0f', ticket)
  end
  if held[i] then
    back[#back + 1] = member
  end
  tickets[i] = ticket
end

if #newcomers > 0 then
  gate[5] = string.format('%.0f', last)
  redis.call('HSET', KEYS[1], 'last', gate[5])
  redis.call('HSET', KEYS[2], unpack(places))
  redis.call('XADD', KEYS[3], gate[5] .. '-0', 'm', table.concat(newcomers, ','))
end
if #back > 0 then
  redis.call('HDEL', KEYS[4], unpack(back))
end
return {gate, tickets}

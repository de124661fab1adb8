-- Builds a line, unless there is one already.
-- KEYS gate, tickets, line, away. ARGV epoch, serving, the epoch to replace ('': none), and the drop's
-- version, quota, issued, is paused (1 or 0), opens_at, closes_at.
-- Gives the gate that stands now.
local gate = gate_of(KEYS[1])
-- A gate that follows a newer change of the owner's is not replaced by an older one.
local is_old = gate[1] == ARGV[3] and gate[2] and tonumber(gate[2]) <= tonumber(ARGV[4])
-- One without a version was built by an older program.
if not gate[1] or not gate[2] or is_old then
  local state = 'open'
  if tonumber(ARGV[6]) >= tonumber(ARGV[5]) then
    state = 'sold_out'
  elseif ARGV[7] == '1' then
    state = 'paused'
  end
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4])
  redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'version', ARGV[4], 'state', state,
    'serving', ARGV[2], 'last', ARGV[2], 'quota', ARGV[5], 'issued', ARGV[6],
    'opens_at', ARGV[8], 'closes_at', ARGV[9])
end
return gate_of(KEYS[1])

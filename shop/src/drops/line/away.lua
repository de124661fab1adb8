-- Notes since when members are away who wait in the line.
-- KEYS gate, tickets, away. ARGV now in ms, and the members.
local serving = tonumber(redis.call('HGET', KEYS[1], 'serving') or 0)
local held, notes = redis.call('HMGET', KEYS[2], unpack(ARGV, 2)), {}
for i = 1, #held do
  if held[i] and tonumber(held[i]) > serving then
    notes[#notes + 1] = ARGV[i + 1]
    notes[#notes + 1] = ARGV[1]
  end
end
if #notes > 0 then
  redis.call('HSET', KEYS[3], unpack(notes))
end

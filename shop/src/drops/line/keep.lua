-- Writes down places, unless the line is another one by now. Who has come again keeps the new one.
-- KEYS gate, tickets. ARGV epoch, then member and ticket of each.
if redis.call('HGET', KEYS[1], 'epoch') ~= ARGV[1] then
  return 0
end
for i = 2, #ARGV, 2 do
  redis.call('HSETNX', KEYS[2], ARGV[i], ARGV[i + 1])
end
return 1

-- Takes or keeps a lease. KEYS lease. ARGV owner, term in ms. Gives 1 if it is the owner's.
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1

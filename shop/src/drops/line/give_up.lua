-- Gives the right to work on a line up, unless another issuer has it by now.
-- KEYS lease. ARGV the issuer.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
end

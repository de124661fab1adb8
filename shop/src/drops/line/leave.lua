-- Gives a member's place back, unless it has been decided, or the issuer has called it to.
-- KEYS gate, tickets, away. ARGV the member.
local undecided = redis.call('HMGET', KEYS[1], 'serving', 'called')
local ticket = tonumber(redis.call('HGET', KEYS[2], ARGV[1]))
if ticket and ticket > tonumber(undecided[1] or 0) and ticket > tonumber(undecided[2] or 0) then
  redis.call('HDEL', KEYS[2], ARGV[1])
  redis.call('HDEL', KEYS[3], ARGV[1])
end

-- The next who wait, for the issuer that has the lease. Whoever has given their place back, or is
-- away for too long, is passed over.
-- KEYS gate, line, lease, tickets, away. ARGV the issuer, the lease's term in ms, how many are
-- wanted (0: none), now in ms, and how long in ms a place is kept for who is away (0: for ever).
-- Gives 1 if the lease is the issuer's (else 0), the gate, the highest ticket that was looked at
-- (0: none), and for each of the next the ticket and the member.
local owner = redis.call('GET', KEYS[3])
if owner and owner ~= ARGV[1] then
  return {0, {}, 0, {}}
end
redis.call('SET', KEYS[3], ARGV[1], 'PX', ARGV[2])

local gate, wanted = gate_of(KEYS[1]), tonumber(ARGV[3])
if gate[3] ~= 'open' or wanted == 0 then
  return {1, gate, 0, {}}
end

local serving, now, kept = tonumber(gate[4]), tonumber(ARGV[4]), tonumber(ARGV[5])
local is_anybody_away = kept > 0 and redis.call('EXISTS', KEYS[5]) == 1
-- Redis serves nobody else meanwhile: where many have left, the next call goes on from there.
local looked_max, looked, found, upto = 2000, 0, 0, 0
local next_ones, gone = {}, {}

-- Looks at the members of an entry, whose ticket is the last one's.
local function look_at(id, members)
  local held = redis.call('HMGET', KEYS[4], unpack(members))
  local away = is_anybody_away and redis.call('HMGET', KEYS[5], unpack(members)) or {}
  local before = tonumber(string.match(id, '^%d+')) - #members
  for i, member in ipairs(members) do
    local ticket = before + i
    if ticket > serving and found < wanted then
      looked, upto = looked + 1, ticket
      local since = tonumber(held[i]) == ticket and (tonumber(away[i]) or now)
      if since and now - since > kept then
        gone[#gone + 1] = member
      elseif since then
        found = found + 1
        next_ones[2 * found - 1], next_ones[2 * found] = ticket, member
      end
    end
  end
end

local from, at_once = '-', 16
while found < wanted and looked < looked_max do
  local some = redis.call('XRANGE', KEYS[2], from, '+', 'COUNT', at_once)
  for _, entry in ipairs(some) do
    local members = {}
    for member in string.gmatch(entry[2][2], '%d+') do
      members[#members + 1] = member
    end
    look_at(entry[1], members)
    from = '(' .. entry[1]
    if found >= wanted then
      break
    end
  end
  if #some < at_once then
    break
  end
end

if #gone > 0 then
  redis.call('HDEL', KEYS[4], unpack(gone))
  redis.call('HDEL', KEYS[5], unpack(gone))
end
if found > 0 then
  -- From here on these are being decided upon: their places cannot be given back any more.
  redis.call('HSET', KEYS[1], 'called', string.format('%.0f', upto))
end
return {1, gate, upto, next_ones}

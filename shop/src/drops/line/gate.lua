-- Stands before every script. What they give of a gate, in the order in which `line.rs` reads it.
local function gate_of(key)
  return redis.call('HMGET', key, 'epoch', 'version', 'state', 'serving', 'last', 'quota', 'issued',
    'opens_at', 'closes_at')
end


-- Sends requests that were signed beforehand (signed.ts): a length in decimal, a line feed, then that many bytes.
-- Each is sent once: a repeated one would be answered from what is kept, which is another work.
local requests
local last

function init(arguments)
  requests = assert(io.open(arguments[1], 'rb'))
end

function request()
  local length = requests:read('*n')
  if length == nil then
    wrk.thread:stop()
    return last
  end
  requests:read(1)
  last = requests:read(length)
  return last
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\nfigures {"requests":%d,"microseconds":%d,"median":%d,"p99":%d,"refused":%d,"broken":%d,"processor":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), errors.status,
    errors.connect + errors.read + errors.write + errors.timeout, os.clock() * 1e6))
end

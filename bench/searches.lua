-- Searches that no cache knows, for wrk, beside a drop that bin/rehearse opens (docs/performance.md, Searches beside a drop):
--
--   wrk -t1 -c200 -d25s -s bench/searches.lua http://127.0.0.1:3999

local syllables = { "비", "누", "세", "럼", "크", "림", "향", "수", "초", "컵", "차", "담", "요", "양", "말", "칫", "솔" }

local headers = {
	["Accept"] = "application/json",
	["Content-Type"] = "application/x-www-form-urlencoded",
	["Sec-Fetch-Site"] = "same-origin",
}

local function word(length)
	local text = ""
	for _ = 1, length do text = text .. syllables[math.random(#syllables)] end
	return text
end

local function escape(text)
	return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

function init()
	math.randomseed(os.time())
end

function request()
	return wrk.format("POST", "/api/catalog/search", headers, "words=" .. escape(word(3) .. " " .. word(2)))
end

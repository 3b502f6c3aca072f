-- Galley's language server as Neovim users see it, with the settings of docs/other-editors.md. Runs in Neovim 0.7 and later:
--   nvim --headless -u NONE -n -i NONE -c 'luafile neovim.lua'
-- GALLEY_SETTINGS is a file with the settings, GALLEY_ISSUE an issue that the editor opens. Prints one line of JSON.

local TIMEOUT = 20000

local function request(client, method, params)
  local response, failure = client.request_sync(method, params, TIMEOUT, 0)
  assert(response and not response.err, failure or (response and vim.inspect(response.err)))
  return response.result
end

local function names(symbols)
  local all = {}
  for _, symbol in ipairs(symbols or {}) do
    table.insert(all, symbol.name)
    vim.list_extend(all, names(symbol.children))
  end
  return all
end

-- Errors and warnings of the server.
local logged = {}
vim.lsp.handlers['window/logMessage'] = function(_, params)
  if params.type <= 2 then table.insert(logged, params.message) end
end

-- Where the first and the last character of some words are: a 1-based line and a 0-based column in bytes.
local function place(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, true)) do
    local start = line:find(words, 1, true)
    local last = vim.fn.byteidx(words, vim.fn.strchars(words) - 1)
    if start then return { number, start - 1 }, { number, start - 1 + last } end
  end
  error('no ' .. words)
end

-- Chooses an action by its title for a selection, as a user does, and waits until `is_done`.
local function take(words, title, is_done)
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item, items)
    for index, item in ipairs(items) do
      if options.format_item(item) == title then return choose(item, index) end
    end
    choose(nil)
  end
  local first, last = place(words)
  local context = { only = { 'refactor.annotate' } }
  if vim.lsp.buf.range_code_action then
    vim.lsp.buf.range_code_action(context, first, last)
  else
    vim.lsp.buf.code_action({ context = context, range = { start = first, ['end'] = last } })
  end
  assert(vim.wait(TIMEOUT, is_done, 20), title .. ' is not done; offered: ' .. vim.inspect(offered))
end

local function run()
  dofile(os.getenv('GALLEY_SETTINGS'))
  vim.cmd('edit ' .. os.getenv('GALLEY_ISSUE'))
  assert(vim.bo.filetype == 'newspaper-issue', 'the type of the file is ' .. vim.bo.filetype)
  assert(vim.wait(TIMEOUT, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no diagnostics')
  local client
  for _, one in pairs(vim.lsp.buf_get_clients(0)) do client = one end
  local document = vim.lsp.util.make_text_document_params()

  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    -- Neovim counts columns in bytes, so this text is right only where both count columns alike.
    local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
    local text = diagnostic.lnum == diagnostic.end_lnum and line:sub(diagnostic.col + 1, diagnostic.end_col) or nil
    table.insert(found, { rule = diagnostic.code or diagnostic.user_data.lsp.code, text = text })
  end

  local symbols = names(request(client, 'textDocument/documentSymbol', { textDocument = document }))
  local folds = request(client, 'textDocument/foldingRange', { textDocument = document })

  local sidecar = os.getenv('GALLEY_ISSUE'):gsub('%.txt$', '.galley.json')
  local function stored()
    local file = io.open(sidecar)
    local text = file and file:read('a') or ''
    if file then file:close() end
    return text
  end
  take('云川', 'Annotate “云川” as Place', function() return stored():find('"place"', 1, true) end)
  take('云川', 'Change “云川” from Place to Event', function() return stored():find('"event"', 1, true) end)
  local annotated = stored()
  take('云川', 'Delete the annotation Event: “云川”', function() return not stored():find('"event"', 1, true) end)

  local edits = request(client, 'textDocument/formatting', {
    textDocument = document,
    options = { tabSize = 2, insertSpaces = true },
  })
  vim.lsp.util.apply_text_edits(edits, 0, client.offset_encoding)
  local repaired = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\n')

  client.stop()
  assert(vim.wait(TIMEOUT, function() return client.is_stopped() end, 20), 'the server does not stop')
  local seen = {
    found = found,
    symbols = symbols,
    folds = #folds,
    annotated = annotated,
    repaired = repaired,
    log = table.concat(logged, '\n'),
  }
  io.stdout:write(vim.json.encode(seen), '\n')
end

local ok, failure = pcall(run)
if not ok then io.stderr:write(tostring(failure), '\n') end
vim.cmd(ok and 'qall!' or 'cquit 1')

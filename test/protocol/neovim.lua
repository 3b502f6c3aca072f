-- Galley's language server as an editor other than VS Code sees it. Runs in Neovim 0.7 and later:
--   nvim --headless -u NONE -n -i NONE -c 'luafile neovim.lua' ISSUE
-- GALLEY_SERVER is the command line of the server, one word a line. Prints one line of JSON.

local TIMEOUT = 10000

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

local function run()
  vim.bo.filetype = 'newspaper-issue'
  local id = vim.lsp.start_client({
    name = 'galley',
    cmd = vim.split(os.getenv('GALLEY_SERVER'), '\n'),
    root_dir = vim.fn.getcwd(),
    get_language_id = function() return 'newspaper-issue' end,
  })
  vim.lsp.buf_attach_client(0, id)
  assert(vim.wait(TIMEOUT, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no diagnostics')
  local client = vim.lsp.get_client_by_id(id)
  local document = vim.lsp.util.make_text_document_params()

  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    -- Neovim counts columns in bytes, so this text is right only where the server counts in UTF-16 units.
    local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, true)[1]
    local text = diagnostic.lnum == diagnostic.end_lnum and line:sub(diagnostic.col + 1, diagnostic.end_col) or nil
    table.insert(found, { rule = diagnostic.code or diagnostic.user_data.lsp.code, text = text })
  end

  local symbols = names(request(client, 'textDocument/documentSymbol', { textDocument = document }))
  local folds = request(client, 'textDocument/foldingRange', { textDocument = document })
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
    repaired = repaired,
    log = table.concat(logged, '\n'),
  }
  io.stdout:write(vim.json.encode(seen), '\n')
end

local ok, failure = pcall(run)
if not ok then io.stderr:write(tostring(failure), '\n') end
vim.cmd(ok and 'qall!' or 'cquit 1')

;;; Galley's language server as Emacs users see it, with the settings of docs/other-editors.md.  -*- lexical-binding: t -*-
;; emacs --batch -q -l emacs.el; GALLEY_SETTINGS is a file with the settings, GALLEY_ISSUE an issue.  Prints one line of JSON.

(package-initialize)
(require 'eglot)
(require 'json)

(defun galley-test-wait (what is-done)
  "Wait until IS-DONE gives something; WHAT is missing if it never does."
  (with-timeout (30 (error "%s" what))
    (let (result)
      (while (not (setq result (funcall is-done)))
        (accept-process-output nil 0.05))
      result)))

(load (getenv "GALLEY_SETTINGS") nil t)
(find-file (getenv "GALLEY_ISSUE"))
(unless (derived-mode-p 'newspaper-issue-mode)
  (error "The mode is %s" major-mode))
;; The hook starts the server after the next command of the user; there is none here.
(call-interactively #'eglot)
(galley-test-wait "no server" #'eglot-current-server)
(flymake-start)
(galley-test-wait "no diagnostics" (lambda () (flymake-diagnostics)))

(defun galley-test-actions (beginning end)
  "The actions for a selection from BEGINNING to END that annotate."
  (append (jsonrpc-request (eglot-current-server) :textDocument/codeAction
                           (list :textDocument (eglot--TextDocumentIdentifier)
                                 :range (list :start (eglot--pos-to-lsp-position beginning)
                                              :end (eglot--pos-to-lsp-position end))
                                 :context '(:diagnostics [] :only ["refactor.annotate"]))
                           :timeout 30)
          nil))

(let* ((found (mapcar (lambda (one)
                        (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))
                      (flymake-diagnostics)))
       (end (progn (goto-char (point-min)) (search-forward "云川")))
       (action (seq-find (lambda (one) (equal (plist-get one :title) "Annotate “云川” as Place"))
                         (galley-test-actions (- end 2) end)))
       (sidecar (replace-regexp-in-string "\\.txt\\'" ".galley.json" buffer-file-name)))
  (eglot-execute-command (eglot-current-server)
                         (intern (plist-get (plist-get action :command) :command))
                         (plist-get (plist-get action :command) :arguments))
  (galley-test-wait "no sidecar" (lambda () (file-exists-p sidecar)))
  (eglot-format-buffer)
  (princ (json-encode (list :found (vconcat found)
                            :annotated (with-temp-buffer (insert-file-contents sidecar) (buffer-string))
                            :repaired (buffer-string))))
  (terpri)
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

import { t } from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** What the client shows of the reading of a workspace. */
export interface IndexProgress {
  report(done: number, total: number): void;
  end(): void;
  isShown(): boolean;
}

/** Files that are read before anybody would look at a progress bar. */
const UNSEEN = 50;

/** Shows how far the reading of a workspace has come; the user can stop it. */
export function showProgress(connection: Connection, stop: () => void): IndexProgress {
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined;
  let shown = -1;
  const begin = async (): Promise<WorkDoneProgressServerReporter> => {
    const created = await connection.window.createWorkDoneProgress();
    created.begin(t('Reading the issues of the workspace'), 0, undefined, true);
    created.token.onCancellationRequested(stop);
    return created;
  };
  return {
    report(done, total) {
      const percent = Math.floor((done * 100) / total);
      if (total <= UNSEEN || percent === shown) return;
      shown = percent;
      reporter ??= begin();
      void reporter.then((begun) => begun.report(percent, t('{0} of {1} files', done, total)));
    },
    end() {
      void reporter?.then((begun) => begun.done());
      reporter = undefined;
      shown = -1;
    },
    isShown: () => reporter !== undefined,
  };
}

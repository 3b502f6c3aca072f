import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { LANGUAGE_MODEL, openPage, untilFoundIn, writeOwnLanguageModel } from './ownLanguageModel';
import { until, write } from './support';

suite('in Restricted Mode', () => {
  test('a folder cannot name a language model, and the user can', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const path = await writeOwnLanguageModel();
    const settings = { [LANGUAGE_MODEL]: path, 'galley.inlayHints.dates': true };
    await write('.vscode/settings.json', JSON.stringify(settings));
    await until('the settings of the folder are read', () => settingOf('galley.inlayHints.dates') === true);
    const document = await openPage();
    await untilFoundIn(document, [4]);

    await vscode.workspace.getConfiguration().update(LANGUAGE_MODEL, path, vscode.ConfigurationTarget.Global);
    await untilFoundIn(document, [2, 4]);
  });
});

function settingOf(name: string): unknown {
  return vscode.workspace.getConfiguration().get(name);
}

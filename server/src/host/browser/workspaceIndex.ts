import { createAnalyser } from '../../analysis/analyser';
import { messageOf } from '../../core/problems';
import { createGazetteer } from '../../gazetteer/gazetteer';
import { encodeIndex } from '../../index/persist';
import type { IndexHost } from '../../ports/indexHost';
import type { Resources } from '../../ports/resources';
import { decodeIssue } from '../decode';
import type { IndexFiles } from '../index/indexFiles';
import { runIndexProcess } from '../index/indexProcess';
import { issueRecord } from '../index/issueRecord';
import { storedIndex } from '../index/storedIndex';
import { MAX_SIDECAR_BYTES, readSidecarBytes } from '../sidecarBytes';
import { MAX_BYTES } from '../sizeLimit';
import { EMPTY_SIDECAR, sidecarNameOf } from '../../source/sidecar/model';
import type { ClientFiles } from './clientFiles';
import { findIssueFiles } from './findIssueFiles';
import { childOf } from './uris';

/**
 * The index in the worker of the server, between its other work: a browser that lets a worker start another is not to be
 * counted on.
 */
export function createIndexHost(files: ClientFiles, resources: Resources): IndexHost {
  return {
    openIndex({ storage, locale }, onNews) {
      const index = runIndexProcess(indexFilesOf(files, resources), onNews);
      const failed = (error: unknown): void => onNews({ log: String(error) });
      const place = storage === undefined ? undefined : childOf(storage, 'index.bin');
      void index.open({ place, locale }).catch(failed);
      return {
        update: index.update,
        stop: index.stop,
        setOverlay: (record) => void index.setOverlay(record).catch(failed),
        removeOverlay: (uri) => void index.removeOverlay(uri).catch(failed),
        // The function of that name gives what the query gives.
        ask: (query, ...given) => index.ask(query, given) as Promise<never>,
        close: index.save,
      };
    },
  };
}

function indexFilesOf(files: ClientFiles, resources: Resources): IndexFiles {
  return {
    find: (folders, recognition) => findIssueFiles(files, folders, recognition),
    async read(candidates, { dictionaries }, reception) {
      if (candidates.length === 0) return;
      const shipped = await resources.loadDictionaries().catch(() => undefined);
      const { gazetteer } = createGazetteer({ shipped, own: dictionaries });
      const tagger = await resources.loadTagger().catch(() => undefined);
      const analyser = createAnalyser(undefined, { gazetteer, tagger });
      const readSidecar = async (uri: string) => {
        const bytes = await files.read(sidecarNameOf(uri), MAX_SIDECAR_BYTES).catch(() => undefined);
        return bytes ? (await readSidecarBytes(bytes)).sidecar : EMPTY_SIDECAR;
      };
      for (const candidate of candidates) {
        if (reception.isStopped()) return;
        const { uri } = candidate;
        try {
          const bytes = await files.read(uri, MAX_BYTES);
          const record =
            bytes &&
            (await issueRecord(candidate, decodeIssue(bytes), { readSidecar: () => readSidecar(uri), analyser }));
          if (record) reception.issue(record);
          else reception.other(candidate);
        } catch (error) {
          reception.other(candidate, messageOf(error));
        }
      }
    },
    load: (place, log) => storedIndex(() => files.read(place, MAX_BYTES), log),
    save: (place, index) => files.write(place, encodeIndex(index.content())),
  };
}

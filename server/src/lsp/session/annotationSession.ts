import type { InitializeParams } from 'vscode-languageserver';
import { readLayerChoice } from '../../annotations/layers';
import { readAnnotationSettings, type AnnotationSettings } from '../../annotations/settings';
import { propertiesOf } from '../../core/settings';
import type { Ports } from '../../ports/ports';
import { createAnnotations, type Annotations, type AnnotationSurroundings } from './annotations';
import { createLabels, type Labels } from './labels';
import { createLayers, type Layers } from './layers';
import { storageOf } from './storage';
import type { WorkspaceFolders } from './workspaceFolders';

/** Everything that a session keeps for annotating. */
export interface AnnotationSession {
  readonly annotations: Annotations;
  readonly labels: Labels;
  readonly layers: Layers;
  initialise(params: InitializeParams): void;
  /** Takes the whole section `galley` of the settings. */
  configure(raw: unknown): void;
  /** What is set, with the layer that new annotations are in. */
  settings(): AnnotationSettings;
}

/** What annotating needs of the server. */
export interface AnnotationSessionSurroundings extends Pick<
  AnnotationSurroundings,
  'connection' | 'documents' | 'sidecars' | 'withErrorsLogged' | 'withErrorsShown'
> {
  readonly ports: Ports;
  readonly folders: WorkspaceFolders;
}

/** Makes the session: without settings or backups, and with all layers shown, until the client has said what there is. */
export function createAnnotationSession(surroundings: AnnotationSessionSurroundings): AnnotationSession {
  const { connection, ports, folders, withErrorsShown } = surroundings;
  let settings = readAnnotationSettings(undefined);
  let backups = ports.backups(undefined);
  const layers = createLayers(() => settings.layer);
  const labels = createLabels(connection, ports.files, folders, withErrorsShown);
  const annotations = createAnnotations({
    ...surroundings,
    ...ports,
    backups: () => backups,
    shownOf: (annotated) => layers.shownOf(annotated),
  });
  return {
    annotations,
    labels,
    layers,
    initialise(params) {
      labels.initialise(params);
      backups = ports.backups(storageOf(params.initializationOptions));
      layers.choose(readLayerChoice(propertiesOf(params.initializationOptions)['layers']));
    },
    configure(raw) {
      settings = readAnnotationSettings(raw);
      labels.configure(settings.labels);
    },
    settings: () => ({ ...settings, layer: layers.current() }),
  };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '@vscode/l10n';
import { speak } from '../../../core/locale';
import type { Opinion, Question } from '../../../languageModel/corrector/corrector';
import { opinionOf } from '../../../languageModel/corrector/opinions';
import { tokensOf, windowsOf, type Token } from '../../../languageModel/corrector/tokens';
import { readVocabulary, type Vocabulary } from '../../../languageModel/corrector/vocabulary';
import { causeOf } from '../files';
import { MODEL_FILE, VOCABULARY_FILE } from './modelFiles';
import { loadRuntime, openSession, type Runtime, type RuntimeSession, type RuntimeTensor } from './runtime';

/** What the thread of a corrector offers. */
export interface CorrectorFunctions {
  /** Loads the model of a folder, and tries it. Rejects with a sentence for the user where it cannot be used. */
  load(folder: string, language: string): Promise<void>;
  /** Rejects where the model fails. */
  ask(questions: readonly Question[]): Promise<readonly (readonly Opinion[])[]>;
}

/** What a model may take, and what it is given for each token. */
const INPUTS: Readonly<Record<string, (id: number) => number>> = {
  input_ids: (id) => id,
  attention_mask: () => 1,
  token_type_ids: () => 0,
};

/** A question on which a model is tried before it is relied on. */
const TRIAL: Question = { sentence: '全市召开会议。', places: [{ at: 0, offered: '' }] };

/** Makes what the thread of a corrector offers. */
export function createCorrectorThread(): CorrectorFunctions {
  let opinionsOn: ((question: Question) => Promise<readonly Opinion[]>) | undefined;
  return {
    async load(folder, language) {
      speak(language);
      const vocabulary = readVocabulary(
        await readFile(join(folder, VOCABULARY_FILE), 'utf8').catch((error: unknown) => {
          throw new Error(`${VOCABULARY_FILE}: ${causeOf(error)}`);
        }),
      );
      const runtime = loadRuntime(folder);
      const session = await openSession(runtime, folder);
      refuseOtherInputs(session);
      const ask = (question: Question): Promise<readonly Opinion[]> =>
        answer(question, vocabulary, (tokens) => readTokens(tokens, session, runtime, vocabulary));
      await ask(TRIAL);
      opinionsOn = ask;
    },
    async ask(questions) {
      const answers: (readonly Opinion[])[] = [];
      for (const question of questions) answers.push((await opinionsOn?.(question)) ?? []);
      return answers;
    },
  };
}

function refuseOtherInputs({ inputNames }: RuntimeSession): void {
  if (inputNames.includes('input_ids') && inputNames.every((name) => name in INPUTS)) return;
  const expected = Object.keys(INPUTS).join(', ');
  throw new Error(t('The inputs of {0} are {1}, but must be {2}.', MODEL_FILE, inputNames.join(', '), expected));
}

/** What a model says at each of some tokens: a number for every token of the vocabulary. */
type Logits = (index: number) => Float32Array;

async function answer(
  { sentence, places }: Question,
  vocabulary: Vocabulary,
  read: (tokens: readonly Token[]) => Promise<Logits>,
): Promise<readonly Opinion[]> {
  const placeAt = new Map(places.map((place) => [place.at, place]));
  const opinions: Opinion[] = [];
  for (const tokens of windowsOf(tokensOf(sentence, vocabulary))) {
    if (!tokens.some(({ at }) => placeAt.has(at))) continue;
    const logitsAt = await read(tokens);
    for (const [index, { id, at }] of tokens.entries()) {
      const place = placeAt.get(at);
      const opinion = place && opinionOf(place, logitsAt(index), id, vocabulary);
      if (opinion) opinions.push(opinion);
    }
  }
  return opinions;
}

/** Lets a model read some tokens, between those that begin and end every text. */
async function readTokens(
  tokens: readonly Token[],
  session: RuntimeSession,
  { Tensor }: Runtime,
  { begin, end, size }: Vocabulary,
): Promise<Logits> {
  const ids = [begin, ...tokens.map(({ id }) => id), end];
  const inputs: Record<string, RuntimeTensor> = {};
  for (const name of session.inputNames) {
    const values = BigInt64Array.from(ids, (id) => BigInt(INPUTS[name]?.(id) ?? 0));
    inputs[name] = new Tensor('int64', values, [1, ids.length]);
  }
  const outputs = await session.run(inputs);
  const logits = outputs['logits'] ?? outputs[session.outputNames[0] ?? ''];
  const { dims = [], data, type = '' } = logits ?? {};
  const [batch, length, width = 0] = dims;
  if (dims.length !== 3 || batch !== 1 || length !== ids.length || width < size) {
    const expected = `[1, ${ids.length}, ${size}]`;
    throw new Error(
      t(
        'The output of {0} has the shape [{1}], but must have {2}: {3} has {4} lines.',
        MODEL_FILE,
        dims.join(', '),
        expected,
        VOCABULARY_FILE,
        size,
      ),
    );
  }
  if (!(data instanceof Float32Array))
    throw new Error(t('The output of {0} has the type {1}, but must have {2}.', MODEL_FILE, type, 'float32'));
  return (index) => data.subarray((index + 1) * width, (index + 2) * width);
}

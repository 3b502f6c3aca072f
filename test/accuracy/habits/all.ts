import type { Habit } from './habit';
import { archive } from './habits/archive';
import { deepseekOcr } from './habits/deepseek-ocr';
import { dotsOcr } from './habits/dots-ocr';
import { essays } from './habits/essays';
import { indented } from './habits/indented';
import { labelled } from './habits/labelled';
import { mineru } from './habits/mineru';
import { notices } from './habits/notices';
import { olmocr } from './habits/olmocr';
import { oneLevel } from './habits/one-level';
import { paddleocrVl } from './habits/paddleocr-vl';
import { subheads } from './habits/subheads';
import { traditional } from './habits/traditional';
import { twoKickers } from './habits/two-kickers';
import { unmarked } from './habits/unmarked';
import { wrapped } from './habits/wrapped';

/** Every habit, in the order of the table. */
export const HABITS: readonly Habit[] = [
  unmarked,
  indented,
  wrapped,
  labelled,
  archive,
  essays,
  notices,
  traditional,
  oneLevel,
  subheads,
  twoKickers,
  mineru,
  paddleocrVl,
  dotsOcr,
  olmocr,
  deepseekOcr,
];

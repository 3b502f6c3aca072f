import type { Block } from '../../issue/model';
import type { Detection } from '../../languageModel/detect';

/** A block with what the language model detects in it. */
export interface DetectionBlock {
  readonly block: Block;
  readonly detections: readonly Detection[];
}

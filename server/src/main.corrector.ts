import { createCorrectorThread } from './host/node/corrector/correctorThread';
import { offer } from './host/node/threads';

offer(createCorrectorThread);

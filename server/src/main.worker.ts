import { createWorker } from './host/node/export/workerThread';
import { offer } from './host/node/threads';

offer(createWorker);

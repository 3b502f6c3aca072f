import { createReader } from './host/node/archive/readIssue';
import { offer } from './host/node/threads';

offer(createReader);

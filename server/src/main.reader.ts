import { createReader } from './host/node/index/readIssue';
import { offer } from './host/node/threads';

offer(createReader);

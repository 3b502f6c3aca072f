import { runIndexProcess } from './host/node/index/indexProcess';
import { offer } from './host/node/threads';

offer(runIndexProcess);

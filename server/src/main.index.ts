import { runIndexProcess } from './host/index/indexProcess';
import { nodeIndexFiles } from './host/node/index/indexFiles';
import { offer, type Tell } from './host/node/threads';
import type { IndexNews } from './ports/indexHost';

offer((tell: Tell<IndexNews>) => runIndexProcess(nodeIndexFiles, tell));

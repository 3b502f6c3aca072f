import { keepArchive } from './host/node/archive/keepArchive';
import { offer } from './host/node/threads';

offer(keepArchive);

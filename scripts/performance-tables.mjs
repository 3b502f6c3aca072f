import { ANNOTATION_FIGURES } from './annotation-figures.mjs';
import { AIM, MEASURED, rowsOf } from './figure-rows.mjs';
import { PEER_FIGURES } from './peer-figures.mjs';
import { WEB_FIGURES } from './web-figures.mjs';

/**
 * What the tables of docs/performance.md show, in order, with their words in both languages.
 * @type {readonly import('./figure-rows.mjs').FigureTable[]}
 */
export const PERFORMANCE_TABLES = [
  {
    file: 'performance',
    name: 'speed',
    columns: [MEASURED, AIM],
    rows: [
      ...rowsOf('engine', [
        ['firstPage', 'a page of 16 KB, first call of the process', '16 KB 的版面，进程的第一次调用'],
        ['samePage', 'the same page again', '再次分析同一版面'],
        ['keystroke', 'an issue of 1 MB, analysis after a keystroke', '1 MB 的报纸，按一次键之后的分析'],
      ]),
      ...rowsOf('server', [
        [
          'firstFindings',
          'from the start of the server to the findings of a page of 16 KB',
          '从语言服务器启动到显示 16 KB 版面的疑误',
        ],
        [
          'firstFindingsInEditor',
          '… with the requests that VS Code sends meanwhile',
          '……同时回答 VS Code 打开报纸时的各项请求',
        ],
        ['edit', 'an issue of 1 MB, from an edit to its findings', '1 MB 的报纸，从改动到显示疑误'],
      ]),
      ...rowsOf('batch', [
        ['checkFast', '`check` of 1,000 pages without the language model', '`check` 检查 1,000 个版面，不用语言模型'],
        ['check', '`check` of 100 pages with the language model', '`check` 检查 100 个版面，用语言模型'],
        [
          'ndjson',
          '`export` of 1,000 pages as NDJSON without the language model',
          '`export` 把 1,000 个版面导出为 NDJSON，不用语言模型',
        ],
      ]),
      ...rowsOf('cores', [
        [
          'gain',
          '`export` of 600 pages with two threads against one',
          '`export` 导出 600 个版面，两个线程与一个线程之比',
        ],
        ['ceiling', '… two independent processes at once against one', '……两个独立进程同时运行与一个之比'],
      ]),
      ...rowsOf('gazetteer', [
        ['loading', 'dictionaries: loading', '词典：加载'],
        ['memory', 'dictionaries: memory', '词典：内存'],
        ['size', 'dictionaries: size in the package', '词典：在安装包中的大小'],
      ]),
      ...rowsOf('mentions', [
        ['known', 'names in a page of 16 KB with lines that were read before', '16 KB 版面中的名称，各行已读过'],
        ['unknown', 'names in a page of 16 KB that has not been read before', '16 KB 版面中的名称，各行未读过'],
      ]),
      ...rowsOf('languageModel', [
        ['loading', 'language model: loading', '语言模型：加载'],
        ['memory', 'language model: memory', '语言模型：内存'],
        ['characters', 'language model: characters per second', '语言模型：每秒字数'],
        [
          'page',
          'a page of 16 KB that has not been read before, with the language model',
          '用语言模型读一个未读过的 16 KB 版面',
        ],
      ]),
    ],
  },
  {
    file: 'performance',
    name: 'training',
    columns: [MEASURED],
    rows: rowsOf('training', [
      ['time', '`train` with 5,086 issues of broadcast news, 108 MB', '`train`，5,086 期新闻广播，108 MB'],
      ['memory', '… memory', '…… 内存'],
      ['size', '… size of the file', '…… 文件大小'],
      ['checkWithout', '`check` of nine days of a newspaper', '`check`，九天的报纸'],
      ['checkWith', '… with a language model of your own', '…… 使用您自己的语言模型'],
    ]),
  },
  {
    file: 'performance',
    name: 'long runs',
    columns: [MEASURED, AIM],
    rows: [
      ...rowsOf('memory', [
        ['check10', '`check` of 3,000 files: memory after 10 %', '`check` 检查 3,000 个文件：完成 10 % 时的内存'],
        ['check90', '`check` of 3,000 files: memory after 90 %', '`check` 检查 3,000 个文件：完成 90 % 时的内存'],
        ['export10', '`export` of 3,000 files: memory after 10 %', '`export` 导出 3,000 个文件：完成 10 % 时的内存'],
        ['export90', '`export` of 3,000 files: memory after 90 %', '`export` 导出 3,000 个文件：完成 90 % 时的内存'],
      ]),
      ...rowsOf('growth', [
        ['issue4', '`check` of one issue of 4 MB', '`check` 检查一份 4 MB 的报纸'],
        ['issueExponent', '… exponent of its growth from 1 to 4 MB', '……1 至 4 MB 之间用时增长的指数'],
        ['lineExponent', 'the same for one line', '同上，只有一行'],
      ]),
    ],
  },
  {
    file: 'performance',
    name: 'index',
    columns: [MEASURED, AIM],
    rows: [
      ...rowsOf('index-10000', [
        ['first', '10,000 pages of 16 KB, indexed for the first time', '第一次为 10,000 个 16 KB 的版面建立索引'],
        ['processor', '… processor time of all threads together', '……处理器时间，各线程合计'],
        ['peak', '… peak memory of the whole server', '……语言服务器占用内存的峰值'],
        ['later', 'a later start, until the index is up to date', '以后启动，到索引更新完毕'],
        ['references', 'references to a name on each of 10,000 pages', '10,000 个版面都有的名称，查找其全部引用'],
      ]),
      ...rowsOf('index', [
        ['references', 'references to a name on each of 1,000 pages', '1,000 个版面都有的名称，查找其全部引用'],
      ]),
    ],
  },
  ANNOTATION_FIGURES,
  WEB_FIGURES,
  PEER_FIGURES,
];

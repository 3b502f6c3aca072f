import { ANNOTATION_FIGURES } from './annotation-figures.mjs';
import { AIM, MEASURED, rowsOf } from './figure-rows.mjs';
import { PEER_FIGURES } from './peer-figures.mjs';
import { WEB_FIGURES } from './web-figures.mjs';

/**
 * What the tables of figures show, in order, with their words in both languages.
 * @type {readonly import('./figure-rows.mjs').FigureTable[]}
 */
export const FIGURE_TABLES = [
  {
    file: 'accuracy',
    name: 'pages',
    columns: [
      { key: 'seed1', english: 'Seed 1', chinese: '种子 1' },
      { key: 'seed2', english: 'Seed 2', chinese: '种子 2' },
      { key: 'seed3', english: 'Seed 3', chinese: '种子 3' },
      { key: 'aim', of: ['seed1', 'seed2', 'seed3'], english: 'Aim', chinese: '目标' },
    ],
    rows: rowsOf('pages', [
      ['boundaries', 'where articles begin and end (F1)', '稿件起止（F1）'],
      ['headlines', 'headlines right', '主题正确'],
      ['kickers', 'kickers right', '引题正确'],
      ['subheads', 'subheads right', '副题正确'],
      ['exactArticles', 'articles right in every part', '各部分全都正确的稿件'],
      ['exactAtMost', '… if nothing were misread', '……若一处也不误读'],
      ['widths', 'half-width marks found', '找到的半角标点'],
      ['breaks', 'torn paragraphs found', '找到的断开段落'],
      ['falseAlarms', 'false alarms in 10,000 characters', '每 10,000 字的误报'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'habits',
    columns: [
      { key: 'boundaries', english: 'Boundaries (F1)', chinese: '稿件起止（F1）' },
      { key: 'headlines', english: 'Headlines right', chinese: '主题正确' },
      { key: 'exactArticles', english: 'Articles right in every part', chinese: '各部分全都正确的稿件' },
      { key: 'bylines', english: 'Bylines right', chinese: '署名正确' },
    ],
    rows: rowsOf('habits', [
      ['unmarked', 'no heading marks', '标题没有标记'],
      ['indented', 'no marks, CRLF, indented paragraphs', '没有标记，CRLF，段首缩进'],
      ['wrapped', 'one printed line a line', '一个印刷行一行'],
      ['labelled', 'database exports, 【标题】', '数据库导出，【标题】'],
      ['archive', 'text archives, 标题： or 第1版(要闻)', '文本档案，标题：或第1版(要闻)'],
      ['essays', 'essays with the author’s name alone', '只署作者姓名的文章'],
      ['notices', 'notices and classified advertisements', '公告和分类广告'],
      ['traditional', 'before 1950: traditional, 、 as the only stop', '1950 年以前：繁体，只用顿号'],
      ['one-level', 'all headings at one level', '标题都是同一级'],
      ['subheads', 'subheads at the level of headlines', '副题与主题同级'],
      ['two-kickers', 'two kickers, levels without meaning', '两行引题，级别没有意义'],
      ['mineru', 'Markdown of MinerU', 'MinerU 的 Markdown'],
      ['paddleocr-vl', 'Markdown of PaddleOCR-VL', 'PaddleOCR-VL 的 Markdown'],
      ['dots-ocr', 'Markdown of dots.ocr', 'dots.ocr 的 Markdown'],
      ['olmocr', 'Markdown of olmOCR', 'olmOCR 的 Markdown'],
      ['deepseek-ocr', 'Markdown of DeepSeek-OCR or Docling', 'DeepSeek-OCR 或 Docling 的 Markdown'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'clean',
    columns: [MEASURED, AIM],
    rows: rowsOf('clean', [
      ['warnings', 'warnings in 10,000 characters', '每 10,000 字的警告'],
      ['withInformation', 'warnings and information in 10,000 characters', '每 10,000 字的警告和信息'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'safe edits',
    columns: [
      { key: 'edits', english: 'Edits in damaged pages', chinese: '受损版面中的改动' },
      { key: 'wrong', english: 'Wrong', chinese: '改错' },
      { key: 'share', english: 'Wrong in 10,000', chinese: '每 10,000 处改错' },
      { key: 'aim', of: ['share'], english: 'Aim', chinese: '目标' },
      { key: 'clean', english: 'Edits in pages as they are', chinese: '原样版面中的改动' },
    ],
    rows: rowsOf('safe-edits', [
      ['broken-paragraph', '`broken-paragraph`', '`broken-paragraph`'],
      ['compatibility-character', '`compatibility-character`', '`compatibility-character`'],
      ['doubled-punctuation', '`doubled-punctuation`', '`doubled-punctuation`'],
      ['half-width-punctuation', '`half-width-punctuation`', '`half-width-punctuation`'],
      ['html-entity', '`html-entity`', '`html-entity`'],
      ['invisible-character', '`invisible-character`', '`invisible-character`'],
      ['latex-residue', '`latex-residue`', '`latex-residue`'],
      ['mixed-width-characters', '`mixed-width-characters`', '`mixed-width-characters`'],
      ['space-between-han', '`space-between-han`', '`space-between-han`'],
      ['surplus-white-space', '`surplus-white-space`', '`surplus-white-space`'],
      ['later', 'what an earlier repair makes possible', '前一处更正之后才能做的改动'],
      ['all', 'all', '合计'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'names',
    columns: [
      { key: 'precision', english: 'Precision', chinese: '精确率' },
      { key: 'aim', of: ['precision'], english: 'Aim (precision)', chinese: '目标（精确率）' },
      { key: 'recall', english: 'Recall', chinese: '召回率' },
      { key: 'f1', english: 'F1', chinese: 'F1' },
      { key: 'allPrecision', english: 'Precision with probable names', chinese: '含不太确定的名称：精确率' },
      { key: 'allRecall', english: 'Recall with probable names', chinese: '含不太确定的名称：召回率' },
      { key: 'jieba', english: 'F1 of jieba’s tagger', chinese: 'jieba 词性标注的 F1' },
    ],
    rows: rowsOf('entities', [
      ['news.person', 'news of 1998: people', '1998 年新闻：人名'],
      ['news.place', 'news of 1998: places', '1998 年新闻：地名'],
      ['news.organisation', 'news of 1998: organisations', '1998 年新闻：机构名'],
      ['resume.person', 'résumés: people', '简历：人名'],
      ['resume.office', 'résumés: offices', '简历：职务'],
      ['msra.person', 'MSRA: people', 'MSRA：人名'],
      ['msra.place', 'MSRA: places', 'MSRA：地名'],
      ['msra.organisation', 'MSRA: organisations', 'MSRA：机构名'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'traditional',
    columns: [MEASURED, AIM],
    rows: rowsOf('traditional', [
      ['paragraphs.boundaries', 'paragraphs: where articles begin and end (F1)', '按段落：稿件起止（F1）'],
      ['paragraphs.exactArticles', 'paragraphs: articles right in every part', '按段落：各部分全都正确的稿件'],
      ['paragraphs.falseAlarms', 'paragraphs: false alarms in 10,000 characters', '按段落：每 10,000 字的误报'],
      ['lines.boundaries', 'printed lines: where articles begin and end (F1)', '按印刷行：稿件起止（F1）'],
      ['lines.exactArticles', 'printed lines: articles right in every part', '按印刷行：各部分全都正确的稿件'],
      ['lines.falseAlarms', 'printed lines: false alarms in 10,000 characters', '按印刷行：每 10,000 字的误报'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'context',
    columns: [
      { key: 'warning', english: 'Warnings', chinese: '警告' },
      { key: 'warningAim', of: ['warning'], english: 'Aim', chinese: '目标' },
      { key: 'info', english: 'Warnings and information', chinese: '警告和信息' },
      { key: 'infoAim', of: ['info'], english: 'Aim', chinese: '目标' },
    ],
    rows: rowsOf('context', [
      ['law', 'ECSpell law (F1)', 'ECSpell 法律（F1）'],
      ['medical', 'ECSpell medical (F1)', 'ECSpell 医疗（F1）'],
      ['findoc', 'findoc (F1)', 'findoc（F1）'],
      ['cctc', 'CCTC (F1)', 'CCTC（F1）'],
      ['faspell', 'FASPell, the half that was not used for training (F1)', 'FASPell，未用于训练的一半（F1）'],
      ['clean1998', 'false alarms in 10,000 characters, People’s Daily 1998', '每 10,000 字误报，1998 年《人民日报》'],
      [
        'cleanJune',
        'false alarms in 10,000 characters, People’s Daily, June 2026',
        '每 10,000 字误报，2026 年 6 月《人民日报》',
      ],
      ['cleanLaws', 'false alarms in 10,000 characters, laws held back', '每 10,000 字误报，未参与统计的法规'],
      ['doubled', 'doubled characters found in damaged pages', '版面中人为加入的重字，找到的比例'],
      ['dropped', 'dropped characters found in damaged pages', '版面中人为加入的漏字，找到的比例'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'recognised',
    columns: [
      { key: 'warning', english: 'Found by warnings', chinese: '以警告找到' },
      { key: 'warningAim', of: ['warning'], english: 'Aim', chinese: '目标' },
      { key: 'info', english: 'Found by warnings and information', chinese: '以警告和信息找到' },
      { key: 'infoAim', of: ['info'], english: 'Aim', chinese: '目标' },
      { key: 'fixed', english: 'Right text among the fixes', chinese: '修正中有正确文字' },
      { key: 'fixedAim', of: ['fixed'], english: 'Aim', chinese: '目标' },
      { key: 'falseAlarms', english: 'False alarms in 1,000 characters', chinese: '每 1,000 字误报' },
      { key: 'falseAlarmsAim', of: ['falseAlarms'], english: 'Aim', chinese: '目标' },
    ],
    rows: rowsOf('recognised', [
      ['real', 'a real page', '真实版面'],
      ['made', 'made pages', '人工制作的版面'],
      ['song', '… printed in Song', '…… 宋体'],
      ['fang', '… printed in Fangsong', '…… 仿宋'],
      ['kai', '… printed in Kai', '…… 楷体'],
      ['small', '… small, pale and compressed', '…… 字小、色淡、经压缩'],
      ['binary', '… in black and white only', '…… 仅有黑白二色'],
      ['spread', '… ink that ran, a blurred picture', '…… 洇墨、模糊'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'quality',
    columns: [
      { key: 'pages', english: 'Pages', chinese: '版数' },
      { key: 'wrong', english: 'Wrong characters', chinese: '错字' },
      { key: 'correlation', english: 'Correlation (Pearson)', chinese: '相关系数（皮尔逊）' },
      { key: 'ranks', english: 'Correlation of ranks (Spearman)', chinese: '等级相关系数（斯皮尔曼）' },
      { key: 'error', english: 'Mean error', chinese: '平均误差' },
    ],
    rows: rowsOf('quality', [
      ['all', 'all pages', '全部版面'],
      ['damaged', 'damaged pages', '受损版面'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'careers',
    columns: [MEASURED],
    rows: rowsOf('officials', [
      ['lines', 'lines read correctly in full', '完全读对的行'],
      ['found', 'posts of these lines that were found', '这些行中找到的任职'],
      ['right', 'posts found that are right', '找到的任职中正确的'],
    ]),
  },
  {
    file: 'accuracy',
    name: 'posts',
    columns: [MEASURED],
    rows: rowsOf('posts', [
      ['open', 'posts whose end is not known', '终点不明的任职'],
      ['implied', 'posts whose latest possible end is inferred', '推断出最晚终点的任职'],
      ['checked', 'inferred ends checked by hand: the person had left by then', '人工核对：到推断的日期已离任'],
      ['exact', 'of these, right to within a year', '其中误差不超过一年'],
    ]),
  },
  {
    file: 'performance',
    name: 'speed',
    columns: [MEASURED, AIM],
    rows: [
      ...rowsOf('engine', [
        ['firstPage', 'a page of 16 KB, first call of the process', '16 KB 的版面，进程的第一次调用'],
        ['samePage', 'the same page again', '同一版面再来一次'],
        ['keystroke', 'an issue of 1 MB, analysis after a keystroke', '1 MB 的报纸，按一次键之后的分析'],
      ]),
      ...rowsOf('server', [
        [
          'firstFindings',
          'from the start of the server to the findings of a page of 16 KB',
          '从语言服务器启动到显示 16 KB 版面的疑误',
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
      ...rowsOf('gazetteer', [
        ['loading', 'dictionaries: loading', '词典：加载'],
        ['memory', 'dictionaries: memory', '词典：内存'],
        ['size', 'dictionaries: size in the package', '词典：在安装包中的大小'],
      ]),
      ...rowsOf('mentions', [
        ['known', 'names in a page of 16 KB whose lines have been read before', '16 KB 版面中的名称，各行已读过'],
        ['unknown', 'names in a page of 16 KB that has not been read before', '16 KB 版面中的名称，各行未读过'],
      ]),
      ...rowsOf('languageModel', [
        ['loading', 'language model: loading', '语言模型：加载'],
        ['memory', 'language model: memory', '语言模型：内存'],
        ['characters', 'language model: characters a second', '语言模型：每秒字数'],
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
    name: 'long runs',
    columns: [MEASURED, AIM],
    rows: [
      ...rowsOf('memory', [
        ['check10', '`check` of 3,000 files: memory after 10 %', '`check` 检查 3,000 个文件：完成 10 % 时的内存'],
        ['check90', '`check` of 3,000 files: memory after 90 %', '`check` 检查 3,000 个文件：完成 90 % 时的内存'],
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
        ['later', 'a later start, until the index is up to date', '以后启动，到索引跟上变化'],
        ['references', 'references to a name that each of 10,000 pages has', '10,000 个版面都有的名称，查找其全部引用'],
      ]),
      ...rowsOf('index', [
        ['references', 'references to a name that each of 1,000 pages has', '1,000 个版面都有的名称，查找其全部引用'],
      ]),
    ],
  },
  ANNOTATION_FIGURES,
  WEB_FIGURES,
  PEER_FIGURES,
];

import { AIM, MEASURED, rowsOf } from './figure-rows.mjs';

/**
 * What is measured of annotations.
 *
 * @type {import('./figure-rows.mjs').FigureTable}
 */
export const ANNOTATION_FIGURES = {
  file: 'performance',
  name: 'annotations',
  columns: [MEASURED, AIM],
  rows: [
    ...rowsOf('annotations', [
      ['edit', 'an edit moves all annotations', '一次编辑，全部标注随之移动'],
      [
        'real news, 200: right',
        '200 edits by another program: annotations placed right',
        '其他程序改动 200 处之后：位置正确的标注',
      ],
      ['real news, 200: wrong', '… placed wrong', '……位置错误'],
      ['real news, 200: time', '… time', '……用时'],
      [
        'real news, 2000: right',
        '2,000 edits by another program: annotations placed right',
        '其他程序改动 2,000 处之后：位置正确的标注',
      ],
      ['real news, 2000: wrong', '… placed wrong', '……位置错误'],
      ['real news, 2000: time', '… time', '……用时'],
    ]),
    ...rowsOf('annotation-frames', [
      ['frame', 'typing in VS Code, median time of a frame', '在 VS Code 中输入，一帧用时的中位数'],
    ]),
    ...rowsOf('saving', [
      [
        'broken',
        'sidecars broken after 1,000 processes were killed while they saved',
        '保存时被强行终止 1,000 次之后，损坏的附属文件',
      ],
      [
        'kept',
        'annotations stored after two processes added 500 each at once',
        '两个进程同时各添加 500 处标注，已存的标注',
      ],
    ]),
    ...rowsOf('every-occurrence', [
      ['search', 'words searched in 3,000 issues of 16 KB', '在 3,000 期（各 16 KB）中查找相同文字'],
      ['annotate', '… annotated in all of them', '……在各期中全部标注'],
      ['again', '… searched again', '……再次查找'],
      ['takeBack', '… all of it undone', '……全部撤回'],
    ]),
  ],
};

import { expect, test } from 'vitest';
import { outlined } from '../support/outlined';

const STORY = '本报讯（记者 沈知远）青石河大堤加固工程昨日开工。';

/** What is below the story, and the pictures that are to be read: caption / credit. */
const PICTURES: Readonly<Record<string, readonly [lines: string, pictures: readonly string[]]>> = {
  'a caption by its opening': ['图为大堤。\n\n顾一苇 摄', ['图为大堤。 / 顾一苇 摄']],
  'a caption and its credit in one line': ['村民在堤上植树。 顾一苇 摄', ['村民在堤…一苇 摄 / -']],
  'a caption between a link and a credit': [
    '![](a.jpg)\n\n昨日，讲解员带领小学生辨认水生植物。\n\n记者 温北辰 摄',
    ['昨日，讲…生植物。 / 记者 温北辰 摄'],
  ],
  'a link and a credit': ['![](a.jpg)\n\n温北辰 摄', ['- / 温北辰 摄']],
  'several pictures': ['![](a.jpg)\n\n图为大堤。\n\n![](b.jpg)\n\n图为河岸。', ['图为大堤。 / -', '图为河岸。 / -']],
  'a link alone': ['![](a.jpg)\n\n工程预计年底前完成。', ['- / -']],
};

test.each(Object.entries(PICTURES))('%s', (_, [lines, pictures]) => {
  const found = outlined(`# 云川加固河堤\n\n${STORY}\n\n${lines}`).filter((line) => line.startsWith('  picture '));
  expect(found.map((line) => line.replace('  picture ', ''))).toEqual(pictures);
});

test('a picture with its story is an article of a separate kind', () => {
  expect(outlined('# 大堤春色\n\n昨日，市民在青石河大堤上散步。\n\n记者 温北辰 摄')).toEqual([
    '# -',
    'photo',
    '  main 大堤春色',
    '  by 温北辰 photographer',
    '  body 昨日，市…上散步。',
    '  picture - / 记者 温北辰 摄',
  ]);
});

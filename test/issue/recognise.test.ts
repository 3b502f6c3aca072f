import { describe, expect, test } from 'vitest';
import { looksLikeIssue } from '../../server/src/issue/recognise';

const ISSUES: Readonly<Record<string, string>> = {
  'a page with headlines and bylines': `## 云川市召开河道整治推进会

本报讯(记者 沈知远)3月8日,云川市召开河道整治推进会,会议要求压实责任。

## 青桐镇春耕有序展开

连日来,青桐镇组织农技人员与农户对接。`,
  'a page without Markdown headings': `第2版 综合

云川市召开河道整治推进会

本报记者 沈知远

3月8日，云川市召开河道整治推进会，会议要求压实责任。

（下转第三版）`,
  'an agency story under one headline': `# 全国春耕工作会议召开

新华社北京3月8日电（记者 林一舟）全国春耕工作会议8日在北京召开。会议强调，要抓好春耕生产。`,
};

const OTHERS: Readonly<Record<string, string>> = {
  nothing: '',
  'a README': `# 云川工具

## 安装

运行 npm install，然后执行 npm start。配置文件见 config.json。

## 使用

- 打开网页 http://localhost:3000
- 登录后点击“开始”。`,
  'a chapter of a novel': `第三章 归途

他记得那年冬天，河面结了冰，母亲站在渡口等他。

“你回来了？”她说。

“回来了。”他把包放在石阶上，没有再说话。`,
  'a log': `2024-05-18 08:00:01 INFO 服务启动
2024-05-18 08:00:02 WARN 连接超时，重试
2024-05-18 08:00:05 INFO 连接成功`,
  'a shopping list': '牛奶\n鸡蛋\n面包\n苹果\n',
  'a poem': '山中\n\n荆溪白石出\n天寒红叶稀\n山路元无雨\n空翠湿人衣\n',
  'minutes of a meeting': `项目例会纪要

时间：3月8日下午
地点：三楼会议室
参加：沈知远、林一舟

一、进度：接口已完成，下周联调。
二、问题：测试环境不稳定，由运维跟进。`,
  'English news': `Reporter Jane Doe, 3 March. The city council met on Monday to discuss the river works. See page 7.`,
  'a regulation': `第一章 总则

第一条 为了加强河道管理，保障防洪安全，制定本条例。

第二条 本条例适用于本市行政区域内的河道。`,
};

describe('is an issue', () => {
  test.each(Object.entries(ISSUES))('%s', (_, text) => expect(looksLikeIssue(text)).toBe(true));
});

describe('is none', () => {
  test.each(Object.entries(OTHERS))('%s', (_, text) => expect(looksLikeIssue(text)).toBe(false));
});

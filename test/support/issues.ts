/** A page of an invented paper with damage of several kinds: a stray English word twice, half-width marks, a split paragraph. */
export const DAMAGED_PAGE = `第一版 要闻

## 云川市召开河道整治推进会

本报讯(记者 沈知远)3月8日,云川市召开河道整治推进会,听取工作情况 and 下一步安排。会议要求,各地要压实责任。

## 青桐镇春耕备耕有序展开

本报讯(通讯员 林一舟)连日来,青桐镇组织农技人员 with 农户对接,送技术到田间地头。
`;

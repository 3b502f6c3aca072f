/** An invented page with everything that articles may have: heads of all roles, a split paragraph, a jump, a table, a photo, a crosshead. */
export const WHOLE_PAGE = `第一版 要闻 2024年5月18日 星期六

云川日报

## 市委常委会召开会议

# 把堤坝筑牢

陆见川主持并讲话

本报讯（记者 沈知远）5月17日，市长陆见川说，𫠊桥镇的防汛是天大的事，容不得

半点侥幸。全市投入1.2亿元。

会后，陆见川到北京市学习《防汛条例》，<b>认真</b> & 细致。

（下转第三版）

# 小区装上“新耳朵”

本报记者 许听澜

管网每天凌晨自动“听诊”，半年来共发现漏点。

| 小区 | 漏点 |
| --- | --- |
| 梧桐里 | 19 |

![](pictures/云.jpg)

讲解员带领小学生辨认水生植物。

记者 温北辰 摄

第三版 综合

# 把堤坝筑牢

（上接第一版）会议还研究了其他事项，要求各地认真落实。

一、备足物资

各地要备足物资，确保预警到村。
`;

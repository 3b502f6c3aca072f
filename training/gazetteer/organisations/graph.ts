/** An organisation with those of its other names that are certain. */
export interface GraphOrganisation {
  readonly name: string;
  readonly aliases: readonly string[];
}

interface Node {
  readonly type: string;
  readonly name: { readonly 'zh-cn'?: readonly string[] };
}

/** What the name of an organisation ends in. The graph has countries, movements and groups of friends beside these. */
const ENDING =
  /(?:大学|学院|中学|研究院|科学院|公司|集团|银行|日报|报社|通讯社|电视台|出版社|医院|博物馆|法院|检察院|委员会|办公室|办公厅|协会|联合会|基金会|总局|[部局署]|党|军|军区|集团军|组织|联盟|政协|工会|航空)$/;
/** The least length: shorter names are words, or mean several things. */
const SHORTEST = 4;

/**
 * The organisations of the graph Chinese-Elite. Machines have gathered their other names, nicknames and abuse among them:
 * only abbreviations are taken, whose characters are in the name in the same order (中科院 for 中国科学院).
 */
export function graphOrganisations(json: string): GraphOrganisation[] {
  const { nodes } = JSON.parse(json) as { readonly nodes: readonly Node[] };
  return nodes.flatMap(({ type, name: { 'zh-cn': names = [] } }) => {
    const [first = '', ...others] = names.map((name) =>
      name.replace(/\s*\(.*$/, '').replace(/^中华人民共和国(?=.{3})/, ''),
    );
    if (type !== 'Organization' || !isName(first) || first.length < SHORTEST) return [];
    const short = others.filter(
      (alias) => alias.length >= 3 && /^[\u4e00-\u9fff]+$/.test(alias) && isShortFor(alias, first),
    );
    return [{ name: first, aliases: short }];
  });
}

function isName(name: string): boolean {
  return /^[\u4e00-\u9fff·]+$/.test(name) && ENDING.test(name);
}

function isShortFor(alias: string, name: string): boolean {
  let at = 0;
  for (const character of name) if (character === alias[at]) at++;
  return at === alias.length && !name.startsWith(alias) && !/常委$|委员$/.test(alias);
}

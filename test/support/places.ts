import { createGazetteer } from '../../server/src/gazetteer/gazetteer';
import type { Gazetteer } from '../../server/src/gazetteer/model';

/** Some lines of the shipped dictionary, for tests of what places were and which of them a name means. */
const PLACES = `type\tid\tname\taliases\tkind\tfrom\tto\tparent\tsuccessors
place\t110000\t北京市\t北京\tprovince
place\t110105\t朝阳区\t朝阳\tcounty
place\t110105034\t三间房地区\t\ttown
place\t210000\t辽宁省\t辽宁\tprovince
place\t211300\t朝阳市\t朝阳\tcity\t1984
place\t211321\t朝阳县\t朝阳\tcounty\t1984
place\t330000\t浙江省\t浙江\tprovince
place\t330100\t杭州市\t杭州\tcity
place\t330106\t西湖区\t\tcounty\t1983
place\t330800\t衢州市\t衢州\tcity\t1985
place\t330802\t柯城区\t柯城\tcounty\t1985
place\t330803\t衢江区\t衢江\tcounty\t2001
place\t330803115\t杜泽镇\t\ttown
place\t330803100\t太平镇\t\ttown
place\t330821\t衢县\t\tcounty\t1985\t2001\t\t330802|330803
place\t330822\t常山县\t常山\tcounty\t1985
place\t330822115\t辉埠镇\t\ttown
place\t330823\t江山县\t江山\tcounty\t1985\t1987\t\t339006
place\t330881\t江山市\t江山\tcounty\t1990
place\t332400\t金华地区\t金华\tcity\t\t1985
place\t332402\t衢州市\t衢州\tcounty\t\t1985\t\t330802|330821
place\t332428\t江山县\t江山\tcounty\t\t1985\t\t330823
place\t339006\t江山市\t江山\tcounty\t1987\t1990\t330800\t330881
place\t360000\t江西省\t江西\tprovince
place\t360100\t南昌市\t南昌\tcity
place\t360103\t西湖区\t\tcounty
place\t420000\t湖北省\t湖北\tprovince
place\t422800\t恩施土家族苗族自治州\t恩施|恩施州\tcity\t1983
place\t422801\t恩施市\t恩施\tcounty\t1983
place\t422801100\t太平镇\t\ttown
place\t500000\t重庆市\t重庆\tprovince\t1997
place\tUS\t美国\t\tcountry
place\tUS-纽约\t纽约\t纽约市\tother\t\t\tUS
place\t长江\t长江\t\tother
`;

/** Knowledge of these places and nothing else. */
export function gazetteerOfPlaces(): Gazetteer {
  return createGazetteer({ own: [{ dictionary: 'places.tsv', text: PLACES }] }).gazetteer;
}

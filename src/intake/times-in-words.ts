const WRITTEN =
  /(?<![第\d.])(共|合计|总计|累计)?(?:计|有|为|存在|发现)?(\d{1,4})(?:处|起|次|例|宗|家(?=[^，。；,;]{0,14}(?:中介|机构))|(?:个|条|项)(?=问题|错误|事项|主题|点位|服务点|$|[，。；、,;)]))/g;
/** 已整改2处 and 要求3项 say how many were dealt with, not how many there were; 跑2次 is what it cost. */
const BESIDE = /(?:整改|办结|纠正|完成|要求|不少于|目标|计划|上年|去年|每|跑|往返|提交|来回)[^，。；,;]{0,6}$/;
/** 抽查3项: so many were looked at. */
const LOOKED_AT = /(?:抽查|抽取|抽检|检查|核查)了?$/;

/**
 * How often something happened, when only its sentence says so: 指南内容不一致3处. undefined when it gives no number,
 * 'unclear' when it gives several and no sum.
 */
export function timesInWords(text: string): number | 'unclear' | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const said = [...plain.matchAll(WRITTEN)].filter((match) => {
    const before = plain.slice(0, match.index);
    return !BESIDE.test(before) && !(/^\d/.test(match[0]) && LOOKED_AT.test(before));
  });
  const sum = said.find((match) => match[1] !== undefined);
  if (sum) return Number(sum[2]);
  const [only, ...others] = new Set(said.map((match) => Number(match[2])));
  if (only === undefined) return undefined;
  return others.length || said.length > 1 ? 'unclear' : only;
}

const RESPECTIVELY =
  /([^，,。；;：:\n]{0,60}、[^，,。；;：:\n]{0,40}?)[，,]?分别(于|为|是|达到?|在)?\s*(\d[^，,。；;\n]{0,60}?、[^，,。；;\n]{0,60}?\d[^，,。；;\n、]{0,3}?)((?:报|上报|报送|公布|抄送|完成|印发)[^，,。；;\n]{0,40})?(?=[，,。；;\n]|$)/g;

/** 压缩比91.4%，即办件比例77.5%；行政许可分别为93.1%、79.2%: the same figures of licences, in the same order. */
const OF_LICENCES =
  /(?<before>[^。；;\n]+)[。；;]\s*(?:其中)?[，,：:]?\s*(?<what>(?:行政)?许可(?:类|事项|类事项)?)(?:的|指标)?分别(?:为|是|达到?)\s*(?<values>\d[^，,。；;\n]*(?:[、，,]\d[^，,。；;、\n]*)+)/g;
const NAMED_FIGURE = /([\u4e00-\u9fff“”]{2,14}?)(?:为|是|达到?)?(\d[\d.]*)/g;

function likeBefore(text: string): string {
  return text.replace(OF_LICENCES, (whole, before: string, what: string, values: string) => {
    const names = [...before.matchAll(NAMED_FIGURE)].map(([, name]) => name);
    const figures = values.split(/[、，,]/);
    if (names.length !== figures.length) return whole;
    return `${before}；${names.map((name, i) => `${what}${name}${figures[i]}`).join('，')}`;
  });
}

/** 进驻清单、容缺清单分别于6月27日、6月28日报送: each name with its own figure. What does not come out even is left as it is. */
export function oneByOne(text: string): string {
  if (!text.includes('分别')) return text;
  return likeBefore(text).replace(RESPECTIVELY, (whole, names: string, verb = '', figures: string, tail = '') => {
    const [each, values] = [names, figures].map((list) => list.split(/[、和及与]/).map((one) => one.trim()));
    if (!each || !values || each.length !== values.length || values.some((one) => !/^\d/.test(one))) return whole;
    return each.map((name, i) => `${name}${verb}${values[i]}${tail}`).join('，');
  });
}

const RESPECTIVELY =
  /([^，,。；;：:\n]{0,60}、[^，,。；;：:\n]{0,40}?)[，,]?分别(于|为|是|达到?|在)?\s*(\d[^，,。；;\n]{0,60}?、[^，,。；;\n]{0,60}?\d[^，,。；;\n、]{0,3}?)((?:报|上报|报送|公布|抄送|完成|印发)[^，,。；;\n]{0,40})?(?=[，,。；;\n]|$)/g;

/** 进驻清单、容缺清单分别于6月27日、6月28日报送: each name with its own figure. What does not come out even is left as it is. */
export function oneByOne(text: string): string {
  if (!text.includes('分别')) return text;
  return text.replace(RESPECTIVELY, (whole, names: string, verb = '', figures: string, tail = '') => {
    const [each, values] = [names, figures].map((list) => list.split(/[、和及与]/).map((one) => one.trim()));
    if (!each || !values || each.length !== values.length || values.some((one) => !/^\d/.test(one))) return whole;
    return each.map((name, i) => `${name}${verb}${values[i]}${tail}`).join('，');
  });
}

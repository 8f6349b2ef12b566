import { divide } from '../../../src/intake/form/divide';
import { targetsOf } from '../../../src/intake/targets';
import rulebook from '../../../src/rulebook/default';
import { item, vocabulary } from '../prose/items';

const finder = { rulebook, targets: targetsOf(rulebook, rulebook.vocabulary), prose: vocabulary };

function parts(text: string, after?: string, among?: string[]) {
  const division = divide(finder, text, {
    ...(after === undefined ? {} : { after: item(after) }),
    ...(among === undefined ? {} : { among: among.map(item) }),
  });
  return {
    of: Object.fromEntries(division.parts.map((part) => [part.item.id, part.text])),
    unclear: division.unclear.map(({ text: words, rivals }) => [words, ...rivals.map(({ id }) => id)]),
  };
}

describe('a report on several items in running words', () => {
  it('is cut where a clause speaks of another item that can read it', () => {
    expect(
      parts(
        '全程网办率98.0%，承诺时限压缩比97.3%，即办件比例九成，平均跑动次数0.03次；没有勘验、审查、听证类事项；' +
          '告知承诺有办件的证明事项1个，清单6月27日报送。',
      ).of,
    ).toEqual({
      '3.2': '全程网办率98.0%，',
      '3.5': '承诺时限压缩比97.3%，即办件比例九成，平均跑动次数0.03次；',
      '2.1': '没有勘验、审查、听证类事项；',
      '3.11': '告知承诺有办件的证明事项1个，清单6月27日报送。',
    });
  });

  it('goes on with the item before where the words are too few to name one', () => {
    expect(parts('容缺受理清单已编制公布。7月10日报送。').of).toEqual({
      '3.12': '容缺受理清单已编制公布。7月10日报送。',
    });
    expect(parts('6月27日报送。', '2.7').of).toEqual({ '2.7': '6月27日报送。' });
    expect(parts('7月10日报送。').of).toEqual({});
  });

  it('says what could be about two, and takes it for neither', () => {
    const { of, unclear } = parts('全程网办率94.2%。归集承诺1,204条。');
    expect(of).toEqual({ '3.2': '全程网办率94.2%。' });
    expect(unclear).toEqual([['归集承诺1,204条。', '6.1', '6.2']]);
  });

  it('goes by the titles that some lines bear, and gives each of several names its own figure', () => {
    const { of, unclear } = parts(
      '2.全程网办率98.06%。\n6.惠企政策：窗口已设置并兑现。\n11.进驻事项清单、容缺受理清单分别于6月27日、6月28日报送。',
    );
    expect(of).toEqual({
      '3.2': '2.全程网办率98.06%。\n',
      '3.8': '6.惠企政策：窗口已设置并兑现。\n',
      '2.7': '11.进驻事项清单于6月27日报送，',
    });
    expect(unclear).toEqual([['容缺受理清单于6月28日报送。', '3.12', '2.7']]);
  });

  it('keeps to the items that it can be about', () => {
    expect(Object.keys(parts('每月汇聚，覆盖率83%。', undefined, ['2.3', '2.10']).of)).toEqual(['2.10']);
  });

  it('is not looked for in what is longer than any report', () => {
    expect(parts('全程网办率94.2%。'.repeat(2000))).toEqual({ of: {}, unclear: [] });
  });

  it('cuts no sentence that tells of plans, another year or a wider area', () => {
    for (const sentence of [
      '力争评价覆盖率达到95%，综合窗口设置15处。',
      '上年好差评覆盖率70%，全程网办率80%，承诺时限压缩比85%。',
      '全市平均全程网办率90%，承诺时限压缩比85%。',
    ]) {
      expect([[], [sentence]]).toContainEqual(Object.values(parts(sentence).of));
    }
  });
});

import type { Fact } from '../../rulebook/model';
import type { Evidence } from './evidence';
import type { Passage } from './passage';

/** 不属实, 查无实据: what was complained of did not happen. */
const UNFOUNDED =
  /(?:均|经)?(?:核查|核实|查实)?(?:均|后|为)?(?:不属实|查无实据|不成立|未查实|未予认定|不予认定|不予采信|不属于|不构成|不是差别)/;
/** 其中1起属实, 核实1件: so many of them were found true. */
const SOME_TRUE =
  /(?:核实|查实|认定|属实)(?:属实)?(?:的)?(?:有|为|:)?(\d+)[起件次个例]|(\d+)[起件次个例](?:经)?(?:核实|查实)?(?:属实|查实|成立|认定)/;

/**
 * Complaints and findings that a sentence goes on to call true or unfounded: 投诉2件（核实1件）. A fact that counts the
 * verified ones takes their number; for any other it is open which number counts.
 */
export function asVerified(passage: Passage, fact: Fact, evidence: Evidence): Evidence {
  if (fact.type !== 'count' || fact.better !== 'less' || evidence.state !== 'value' || evidence.value === 0)
    return evidence;
  const rest = /^[^。\n]*/.exec(passage.text.slice(evidence.end))?.[0].split('；')[0] ?? '';
  const some = SOME_TRUE.exec(rest);
  const unfounded = UNFOUNDED.test(rest);
  if (!some && !unfounded) return evidence;
  const value = some ? Number(some[1] ?? some[2]) : 0;
  if (value === evidence.value || (typeof evidence.value === 'number' && value > evidence.value)) return evidence;
  const end = evidence.end + rest.length;
  if (fact.name.includes('核实')) return { ...evidence, value, end, confidence: Math.min(evidence.confidence, 0.8) };
  const problem = '写了发生的次数，也写了其中核实属实的次数，请写明按哪一个数。';
  return { ...evidence, end, problem, confidence: 0.45 };
}

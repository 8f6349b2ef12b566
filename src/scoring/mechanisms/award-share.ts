import { compileMeasure } from '../measure';
import { decimal } from '../words';
import { HUNDREDTHS, hundredths, type Mechanism } from './part';

/** The points in proportion to what is done: 2 of 3 systems give 2/3. */
export const awardShare: Mechanism<{ points: number; done: string; of: string }> = ({ points, done, of }, context) => {
  const [doneAt, ofAt] = [context.at(done), context.at(of)];
  const measure = compileMeasure({ share: { done, of } }, context, 'none');
  return {
    kind: 'award',
    facts: [doneAt, ofAt],
    full: points,
    perPoint: HUNDREDTHS,
    sharedOver: ofAt,
    value(values, unit) {
      const size = values[ofAt];
      const all = hundredths(points) * (unit / HUNDREDTHS);
      return size === 0 ? all : (all / size) * Math.min(values[doneAt], size);
    },
    because: (values) => `${measure.words(values)}，按比例计，满分${decimal(points)}分`,
  };
};

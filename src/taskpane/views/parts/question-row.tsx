import { makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import type { Item } from '../../../rulebook/model';
import { itemsOf } from '../../../rulebook/rules';
import { answer, factNamed, type openQuestions } from '../../state/questions';
import { usePane } from '../use-pane';
import { CellLink } from './cell-link';
import { useSelectStyles } from './select-styles';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    padding: '8px 12px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  places: { display: 'flex', flexWrap: 'wrap', columnGap: '10px' },
  more: { color: tokens.colorNeutralForeground3 },
});

const IGNORE = 'ignore';
const PLACES = 3;

/** One heading, where it stands, and what it may be: the likely facts first, then all others. */
export function QuestionRow({ question }: { question: ReturnType<typeof openQuestions>[number] }) {
  const styles = useStyles();
  const select = useSelectStyles();
  const pane = usePane();
  const { rulebook } = pane.services;
  const { heading, fingerprint, places, candidates } = question;
  const likely = candidates.flatMap((candidate) => factNamed(rulebook, candidate) ?? []);
  const choose = (value: string) => {
    if (!value) return;
    const [item, fact] = value.split(' ');
    void answer(pane, fingerprint, value === IGNORE ? IGNORE : { item, fact });
  };
  return (
    <li className={styles.row}>
      <Text weight="semibold">{heading}</Text>
      <span className={styles.places}>
        {places.slice(0, PLACES).map((source) => (
          <CellLink key={`${source.file}${source.sheet}${source.cell}`} source={source} />
        ))}
        {places.length > PLACES && (
          <Text size={200} className={styles.more}>
            等{places.length}处
          </Text>
        )}
      </span>
      <Select
        size="small"
        root={{ className: select.root }}
        aria-label={`“${heading}”是什么指标`}
        value=""
        onChange={(_, { value }) => choose(value)}
      >
        <option value="">请选择</option>
        <optgroup label="可能是">
          {likely.map(({ item, fact }) => (
            <option key={`${item.id} ${fact.id}`} value={`${item.id} ${fact.id}`}>
              {item.id} {fact.name}
            </option>
          ))}
        </optgroup>
        <option value={IGNORE}>不是考评指标，不采用</option>
        {itemsOf<Item>(rulebook).map((item) => (
          <optgroup key={item.id} label={`${item.id} ${item.title}`}>
            {item.facts.map((fact) => (
              <option key={fact.id} value={`${item.id} ${fact.id}`}>
                {fact.name}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
    </li>
  );
}

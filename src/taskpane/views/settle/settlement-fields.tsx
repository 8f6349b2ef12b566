import { Button, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import type { Item } from '../../../rulebook/model';
import { itemsOf } from '../../../rulebook/rules';
import type { SettlementForm } from '../../state/pane-state';
import {
  claimsAbout,
  fillSettlement,
  itemOf,
  KINDS,
  APPEAL,
  OUTCOMES,
  problemsIn,
  saveSettlement,
  stopSettling,
} from '../../state/settle';
import { shown } from '../../state/shown';
import { Card } from '../parts/card';
import { useFormStyles } from '../parts/form-styles';
import { useSelectStyles } from '../parts/select-styles';
import { ViewHeading } from '../parts/view-heading';
import { ClaimChoices } from './claim-choices';
import { usePane, usePaneState } from '../use-pane';

/** The form of one settlement; it can be saved once nothing is wrong with it. */
export function SettlementFields({ form }: { form: SettlementForm }) {
  const styles = useFormStyles();
  const select = useSelectStyles();
  const pane = usePane();
  const state = usePaneState();
  const { rulebook } = pane.services;
  const problems = problemsIn(pane, form);
  const fill =
    (field: keyof SettlementForm) =>
    (_: unknown, { value }: { value: string }) =>
      fillSettlement(pane, { [field]: value });
  const units = shown(state)?.scorecards.map(({ unit }) => unit) ?? [];
  const known = units.length ? units : rulebook.units.map(({ name }) => name);
  const facts = itemOf(pane, form.item)?.facts ?? [];
  const fact = facts.find(({ id }) => id === form.fact);
  const claims = claimsAbout(state, form);
  // Only what was filled in wrongly is said at once; what is still empty is said by the button that stays off.
  const told = (field: keyof SettlementForm) => (form[field].trim() ? problems[field] : undefined);
  const waiting = Object.values(problems)[0];
  return (
    <>
      <ViewHeading title="核定" says="核定的数值优先于其他来源，考评依据和通报中会写明。" />
      <Card className={styles.fields} aria-label="核定内容">
        <Field label="单位" required>
          <Select root={{ className: select.root }} value={form.unit} onChange={fill('unit')}>
            <option value="">请选择</option>
            {[...new Set([...known, ...(form.unit ? [form.unit] : [])])].map((unit) => (
              <option key={unit}>{unit}</option>
            ))}
          </Select>
        </Field>
        <Field label="条目" required>
          <Select
            root={{ className: select.root }}
            value={form.item}
            onChange={(_, { value }) => fillSettlement(pane, { item: value, fact: '' })}
          >
            <option value="">请选择</option>
            {itemsOf<Item>(rulebook).map(({ id, title }) => (
              <option key={id} value={id}>
                {id} {title}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="指标" required>
          <Select root={{ className: select.root }} value={form.fact} onChange={fill('fact')} disabled={!facts.length}>
            <option value="">请选择</option>
            {facts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        {fact && claims.length > 0 && <ClaimChoices fact={fact} claims={claims} />}
        <Field label="核定值" required validationMessage={told('value')} hint="例如88%、3、是、2023-06-30、不涉及">
          <Input value={form.value} onChange={fill('value')} />
        </Field>
        <Field label="理由和依据" required>
          <Textarea value={form.reason} onChange={fill('reason')} resize="vertical" />
        </Field>
        <Field label="日期" required>
          <Input type="date" value={form.date} onChange={fill('date')} />
        </Field>
        <Field label="类别">
          <RadioGroup
            layout="horizontal"
            value={form.kind}
            onChange={(_, { value }) => fillSettlement(pane, { kind: value, outcome: '' })}
          >
            {KINDS.map((kind) => (
              <Radio key={kind} value={kind} label={kind} />
            ))}
          </RadioGroup>
        </Field>
        {form.kind === APPEAL && (
          <Field label="复核结果" required>
            <Select root={{ className: select.root }} value={form.outcome} onChange={fill('outcome')}>
              <option value="">请选择</option>
              {OUTCOMES.map((outcome) => (
                <option key={outcome}>{outcome}</option>
              ))}
            </Select>
          </Field>
        )}
        <Field validationMessage={waiting} validationState="none">
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabled={waiting !== undefined || state.busy !== undefined}
              onClick={() => void saveSettlement(pane)}
            >
              写入“核定”表
            </Button>
            <Button onClick={() => stopSettling(pane)}>取消</Button>
          </div>
        </Field>
      </Card>
    </>
  );
}

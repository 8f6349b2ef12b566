import { Button, makeStyles, type ButtonProps } from '@fluentui/react-components';
import { useRef } from 'react';
import type { PickedFile } from '../../state/collect';

const useStyles = makeStyles({ input: { display: 'none' } });

type Props = Omit<ButtonProps, 'onClick' | 'as' | 'ref'> & {
  /** What the file dialog is about. */
  label: string;
  accept: string;
  multiple?: boolean;
  onPick: (files: PickedFile[]) => void;
};

/** A button that asks for files; the same file may be picked again after it was corrected. */
export function PickButton({ label, accept, multiple, onPick, ...button }: Props) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple={multiple}
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          onPick(Array.from(target.files ?? []));
          target.value = '';
        }}
      />
      <Button {...(button as ButtonProps)} onClick={() => input.current?.click()} />
    </>
  );
}

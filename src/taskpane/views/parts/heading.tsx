import { makeStyles, mergeClasses, Text, type TextProps } from '@fluentui/react-components';

const useStyles = makeStyles({
  heading: { margin: 0, display: 'block' },
});

/** A heading without the browser's own margins. */
export function Heading({ className, ...rest }: TextProps & { as: 'h1' | 'h2' }) {
  return <Text weight="semibold" className={mergeClasses(useStyles().heading, className)} {...rest} />;
}

/** The rulebook that ships with the product, checked and turned into data when it is built. */
import rulebook from './yiliang-2023/rulebook.yaml';

export default rulebook;

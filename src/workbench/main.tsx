import { createRoot } from 'react-dom/client';
import { Themed } from '../taskpane/views/themed';
import { Workbench } from './workbench';

createRoot(document.querySelector('#workbench')!).render(
  <Themed targetDocument={document}>
    <Workbench />
  </Themed>,
);

/** The classic look's program. Listeners stand on the document, so that they outlive a swapped body (T3). */
import { startCriteria } from './criteria.ts';
import { startDecision } from './decision.ts';
import { startDays } from './days.ts';
import { readyForm, startForm } from './form.ts';

startCriteria();
startDecision();
startForm();
startDays(readyForm);
readyForm();

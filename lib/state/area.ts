/** The browser's stores: whatever is asked of one of them in the same breath is one question, since each waits for its turn in the browser. */
import { browser } from 'wxt/browser';

export type Area = 'local' | 'session';

interface Question {
  keys: Set<string>;
  answer: Promise<Record<string, unknown>>;
}
const questions = new Map<Area, Question>();

function open(area: Area): Question {
  const keys = new Set<string>();
  const answer = Promise.resolve().then(() => {
    questions.delete(area);
    return browser.storage[area].get([...keys]);
  });
  const question = { keys, answer };
  questions.set(area, question);
  return question;
}

/** What is stored under a key; undefined: nothing. Several who ask are given the same object: nobody may change it. */
export async function ask(area: Area, key: string): Promise<unknown> {
  const { keys, answer } = questions.get(area) ?? open(area);
  keys.add(key);
  return (await answer)[key];
}

import { browser } from 'wxt/browser';
import { answerParseRequest } from '../../lib/background/offscreen.ts';

browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
  const answer = answerParseRequest(message, sender, browser.runtime.id);
  if (answer === null) return undefined;
  sendResponse(answer);
  return true;
});

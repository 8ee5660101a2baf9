/** From a page's plain data to the classic look's HTML. */
import type { FullPage, Page, Frame } from '../../models.ts';
import { calendar } from './calendar.ts';
import { form } from './form.ts';
import { layout, type Html } from './layout.ts';
import { list } from './list.ts';
import { detail, removal, signIn, simple } from './pages.ts';

function content(frame: Frame, page: Page): Html {
  switch (page.kind) {
    case 'calendar': return calendar(frame, page);
    case 'list': return list(frame, page);
    case 'form': return form(frame, page);
    case 'detail': return detail(frame, page);
    case 'removal': return removal(frame, page);
    case 'signIn': return signIn(frame, page);
    case 'simple': return simple(page);
  }
}

export const renderClassic = ({ frame, page }: FullPage, nonce: string): Html => layout(frame, page.title, nonce, content(frame, page));

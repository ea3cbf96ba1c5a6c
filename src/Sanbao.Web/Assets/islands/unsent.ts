import { all } from '../drafts';
import type { Island } from '../islands';

/** What was sent and never answered is told on every page until somebody opens it. */
export const unsent: Island = notice => {
  void all().then(drafts => {
    const waiting = drafts.filter(d => d.unsent && d.page !== location.pathname);
    for (const draft of waiting) {
      const link = document.createElement('a');
      [link.href, link.textContent] = [draft.page, draft.title.split(' · ')[0]!];
      notice.querySelector('[data-list]')!.append(link, ' ');
    }
    notice.hidden = waiting.length === 0;
  });
};

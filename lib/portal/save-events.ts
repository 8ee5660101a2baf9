/** The events by which a page may save a form (portal.md T1; Enter and Ctrl+Enter come as keys). */
export const saveEvents = ['submit', 'click', 'keydown'] as const;

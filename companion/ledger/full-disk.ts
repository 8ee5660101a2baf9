/** A disk without room, as SQLite, the system and PostgreSQL say it (R10). */
export const isDiskFull = (error: unknown): boolean => ['SQLITE_FULL', 'ENOSPC', '53100'].includes(String((error as { code?: unknown } | null)?.code));

/** What stops a start, for whoever reads the service's log: a full disk in a sentence, anything else as it is. */
export const inWords = (error: unknown): unknown =>
  isDiskFull(error) ? new Error('Le disque de la base de données est plein\u00a0: faites de la place, puis redémarrez le compagnon. Rien de ce qu’il a confirmé n’est perdu.', { cause: error }) : error;

/** The sentences of `companion check` about Zoom. */
import type { Dictionary } from '../../lib/i18n/translate.ts';

export const fr = {
  tokenGood: 'Zoom reconnaît l’application du compagnon.',
  tokenRefused: 'Zoom refuse l’application du compagnon\u00a0: vérifiez ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID et ZOOM_CLIENT_SECRET, et que l’application est activée.',
  tokenSilent: 'Zoom ne répond pas à la demande de jeton\u00a0: vérifiez ZOOM_TOKEN_URL et l’accès du serveur à Internet.',
  baseFollowed: 'Les appels passent par {origin}.',
  scopesGood: 'L’application Zoom a toutes les autorisations qu’il faut.',
  scopesMissing: {
    one: 'Il manque {count} autorisation à l’application Zoom\u00a0: {scopes}. Ajoutez-la dans Zoom Marketplace, puis redémarrez le compagnon.',
    other: 'Il manque {count} autorisations à l’application Zoom\u00a0: {scopes}. Ajoutez-les dans Zoom Marketplace, puis redémarrez le compagnon.',
  },
  hostGood: 'L’hôte {host} existe dans le compte Zoom.',
  hostInactive: 'L’hôte {host} existe, mais son compte Zoom n’est pas actif.',
  hostBasic: 'L’hôte {host} a un compte de base\u00a0: Zoom coupe ses rencontres après 40 minutes. Attribuez-lui une licence dans Zoom.',
  hostUnknown: 'L’hôte {host} n’existe pas dans le compte Zoom\u00a0: corrigez son adresse ou son identifiant.',
  hostSilent: 'Zoom ne dit rien de l’hôte {host} pour l’instant.',
  webinarGood: 'L’hôte {host} peut tenir un webinaire de {count} personnes.',
  webinarMissing: 'L’hôte {host} n’a pas de licence de webinaire\u00a0: attribuez-la dans Zoom, ou réglez la fiche de service sur «\u00a0réunion\u00a0».',
  meetingGood: 'L’hôte {host} peut tenir une réunion de {count} personnes.',
  meetingMissing: 'L’hôte {host} n’a pas de licence pour tenir des réunions.',
} satisfies Dictionary;

export const en: Record<keyof typeof fr, Dictionary[string]> = {
  tokenGood: 'Zoom recognises the companion’s application.',
  tokenRefused: 'Zoom refuses the companion’s application: check ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET, and that the application is activated.',
  tokenSilent: 'Zoom does not answer the request for a token: check ZOOM_TOKEN_URL and the server’s access to the Internet.',
  baseFollowed: 'Calls go through {origin}.',
  scopesGood: 'The Zoom application has every permission it needs.',
  scopesMissing: {
    one: 'The Zoom application lacks {count} permission: {scopes}. Add it in Zoom Marketplace, then restart the companion.',
    other: 'The Zoom application lacks {count} permissions: {scopes}. Add them in Zoom Marketplace, then restart the companion.',
  },
  hostGood: 'The host {host} exists in the Zoom account.',
  hostInactive: 'The host {host} exists, but its Zoom account is not active.',
  hostBasic: 'The host {host} has a Basic account: Zoom ends its meetings after 40 minutes. Assign it a licence in Zoom.',
  hostUnknown: 'The host {host} does not exist in the Zoom account: correct its address or identifier.',
  hostSilent: 'Zoom says nothing of the host {host} for now.',
  webinarGood: 'The host {host} can hold a webinar of {count} people.',
  webinarMissing: 'The host {host} has no webinar licence: assign it in Zoom, or set the service card to “meeting”.',
  meetingGood: 'The host {host} can hold a meeting of {count} people.',
  meetingMissing: 'The host {host} has no licence to hold meetings.',
};

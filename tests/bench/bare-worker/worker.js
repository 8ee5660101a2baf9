chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === 'fetch') void fetch('https://www.irisreservation.ca/reservations/ressources', { credentials: 'include', cache: 'no-store' }).then((answer) => answer.text());
});

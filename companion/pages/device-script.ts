/** What runs in the guest's browser on `/device`. The words are the page's; picture and sound stay where they are. */
export const deviceScript = `
const find = (id) => document.getElementById(id);
const [button, live, level, picture] = ['test', 'live', 'level', 'picture'].map(find);
const whyNot = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'missing', OverconstrainedError: 'missing', NotReadableError: 'busy', AbortError: 'busy' };
let streams = [];
let sound = null;

const say = (device, state, name = '') => {
  const line = find(device);
  line.textContent = line.dataset[state].replace('{name}', name);
};

async function open(device, wanted) {
  if (navigator.mediaDevices?.getUserMedia === undefined) return say(device, 'unsupported');
  say(device, 'asking');
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted);
    streams.push(stream);
    say(device, 'works', stream.getTracks()[0]?.label ?? '');
    return stream;
  } catch (error) {
    say(device, whyNot[error.name] ?? 'unsupported');
  }
}

function follow(stream) {
  sound = new AudioContext();
  const analyser = sound.createAnalyser();
  sound.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const draw = () => {
    if (sound === null) return;
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    level.value = Math.min(100, loudest * 200);
    requestAnimationFrame(draw);
  };
  draw();
}

function stop() {
  for (const stream of streams) for (const track of stream.getTracks()) track.stop();
  streams = [];
  void sound?.close();
  sound = null;
  picture.srcObject = null;
  level.value = 0;
  live.hidden = true;
  button.textContent = button.dataset.start;
  say('camera', 'idle');
  say('microphone', 'idle');
}

button.addEventListener('click', async () => {
  if (streams.length > 0) return stop();
  button.disabled = true;
  const camera = await open('camera', { video: true });
  const microphone = await open('microphone', { audio: true });
  button.disabled = false;
  if (streams.length === 0) return;
  button.textContent = button.dataset.stop;
  live.hidden = false;
  picture.hidden = camera === undefined;
  if (camera !== undefined) picture.srcObject = camera;
  if (microphone !== undefined) follow(microphone);
});
addEventListener('pagehide', stop);
`.trim();

const TONE_HERTZ = 660;
const TONE_SECONDS = 0.18;
const LOUDNESS = 0.12;
const PREFERENCE = 'giap-ranh-sound';

let audio: AudioContext | null = null;

/** Whether this browser's reader wants to hear of new incidents; off unless chosen. */
export function readSoundPreference(): boolean {
  return window.localStorage.getItem(PREFERENCE) === 'on';
}

/** Remembers the choice in this browser. Called by a press, which also lets the browser make sound later. */
export function storeSoundPreference(isOn: boolean): void {
  window.localStorage.setItem(PREFERENCE, isOn ? 'on' : 'off');
  if (isOn) audio ??= new AudioContext();
}

/** One short soft tone. Limits: silent until the reader has touched the page, as browsers demand. */
export function playArrivalTone(): void {
  audio ??= new AudioContext();
  const { currentTime, destination } = audio;
  const gain = audio.createGain();
  gain.gain.setValueAtTime(0, currentTime);
  gain.gain.linearRampToValueAtTime(LOUDNESS, currentTime + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, currentTime + TONE_SECONDS);
  gain.connect(destination);
  const tone = audio.createOscillator();
  tone.frequency.value = TONE_HERTZ;
  tone.connect(gain);
  tone.start(currentTime);
  tone.stop(currentTime + TONE_SECONDS);
}

// Speaks through Microsoft's own library to the stand-in for Azure Speech: what it accepts is the protocol, what it cancels is told as it should be.
// Usage: node azure-speech.mjs ws://127.0.0.1:PORT < key   (exit code 1 with the reasons, if anything is not as it should be)
import { readFileSync } from "node:fs";
import sdk from "microsoft-cognitiveservices-speech-sdk";

const host = new URL(process.argv[2]);
const key = readFileSync(0, "utf8").trim();
const offences = [];

function speak(how, { withKey = key, format = sdk.SpeechSynthesisOutputFormat.Riff8Khz8BitMonoMULaw } = {}) {
  const config = sdk.SpeechConfig.fromHost(host, withKey);
  config.speechSynthesisOutputFormat = format;
  config.speechSynthesisVoiceName = "cs-CZ-VlastaNeural";
  const synthesizer = new sdk.SpeechSynthesizer(config, null);
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve({ reason: "late" }), 20_000);
    const end = (result) => {
      clearTimeout(late);
      synthesizer.close();
      resolve(result);
    };
    how(synthesizer, end, (error) => end({ reason: "error", errorDetails: String(error) }));
  });
}

const text = (words) => (synthesizer, done, failed) => synthesizer.speakTextAsync(words, done, failed);
const ssml = (document) => (synthesizer, done, failed) => synthesizer.speakSsmlAsync(document, done, failed);

function check(what, holds, result) {
  if (!holds) {
    offences.push(`${what}: reason ${result.reason}, ${result.audioData?.byteLength ?? 0} bytes, ${result.errorDetails ?? ""}`);
  }
}

const { SynthesizingAudioCompleted: completed, Canceled: canceled } = sdk.ResultReason;

const spoken = await speak(text("Dobrý den, tady Vzorový obchod."));
check("a text is spoken", spoken.reason === completed && spoken.audioData.byteLength > 16_000, spoken);
check("its length is told", spoken.audioDuration > 20_000_000, spoken);
const header = Buffer.from(spoken.audioData ?? new ArrayBuffer(44));
check("it is mu-law of 8 kHz", header.toString("latin1", 0, 4) === "RIFF" && header.readInt16LE(20) === 7 && header.readInt32LE(24) === 8000, spoken);

const linear = await speak(text("Dobrý den."), { format: sdk.SpeechSynthesisOutputFormat.Riff16Khz16BitMonoPcm });
check("another format is spoken", linear.reason === completed && linear.audioData.byteLength > 10_000, linear);

const twice = await speak((synthesizer, done, failed) =>
  synthesizer.speakTextAsync("Jedna.", () => synthesizer.speakTextAsync("Dvě.", done, failed), failed));
check("a second text comes over the same connection", twice.reason === completed && twice.audioData.byteLength > 44, twice);

const broken = await speak(ssml("<speak>never closed"));
check("broken SSML is cancelled", broken.reason === canceled && /1007/.test(broken.errorDetails), broken);

const stranger = await speak(text("Dobrý den."), { withKey: "not-the-key" });
check("a wrong key is cancelled", stranger.reason === canceled && /401|1006/.test(stranger.errorDetails), stranger);

offences.forEach((line) => console.log(line));
console.log(`${offences.length} offences`);
process.exit(offences.length === 0 ? 0 : 1);

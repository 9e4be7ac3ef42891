// Answers, for each case on standard input, what the official library makes of it.
// In:  [{ "token", "url", "parameters": { name: [values] } | null, "body": text | null, "signature" }]
// Out: [{ "expected": the library's own signature, "accepted": whether it accepts the given one }]
import { readFileSync } from "node:fs";
import twilio from "twilio";

const cases = JSON.parse(readFileSync(0, "utf8"));
const answers = cases.map(({ token, url, parameters, body, signature }) => ({
  expected: twilio.getExpectedTwilioSignature(token, url, parameters ?? {}),
  accepted: body === null
    ? twilio.validateRequest(token, signature, url, parameters)
    : twilio.validateRequestWithBody(token, signature, url, body),
}));
process.stdout.write(JSON.stringify(answers));

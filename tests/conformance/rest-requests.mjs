// Replays REST requests against the carrier's official OpenAPI file: Prism refuses what is missing or of a wrong type, and our own look
// at the names of the fields finds what Prism lets pass, because the file allows additional ones.
// Usage: node rest-requests.mjs <folder>   (all *.json below it; exit code 1 if any offends, or if there are none)
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const atOnce = 8;
const patienceMs = 90_000;
const folder = process.argv[2];
const files = folder ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".json")).sort() : [];
if (files.length === 0) {
  console.error("No *.json request to check. Usage: node rest-requests.mjs <folder>");
  process.exit(1);
}

const resolve = createRequire(import.meta.url).resolve;
const file = path.join(path.dirname(resolve("@twilio/cli-core/package.json")), "src/services/twilio-api/twilio_api_v2010.json");
const description = JSON.parse(readFileSync(file, "utf8"));
const templates = Object.keys(description.paths).map((template) => ({
  template,
  parts: template.split("/"),
}));

const prism = await start();
const offenders = [];
try {
  const waiting = [...files];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const request = JSON.parse(readFileSync(path.join(folder, next), "utf8"));
      for (const why of [...namesOf(request), ...(await answerOf(request))]) {
        offenders.push(`${next}: ${request.method} ${request.path.replace(/[A-Z]{2}[0-9a-f]{32}/gu, "…")}: ${why}`);
      }
    }
  }));
} finally {
  prism.stop();
}

offenders.sort().forEach((line) => console.log(line));
console.log(`${files.length} requests, ${offenders.length} offences`);
process.exit(offenders.length === 0 ? 0 : 1);

/** What is wrong with the names alone. */
function namesOf({ method, path: requested, fields, query }) {
  const operation = operationOf(method, requested);
  if (!operation) {
    return ["the description has no such request"];
  }

  const form = operation.requestBody?.content["application/x-www-form-urlencoded"].schema.properties ?? {};
  const asked = (operation.parameters ?? []).filter((parameter) => parameter.in === "query").map((parameter) => parameter.name);
  return [
    ...fields.filter(([name]) => !Object.hasOwn(form, name)).map(([name]) => `there is no field ${name}`),
    ...query.filter(([name]) => !asked.includes(name)).map(([name]) => `there is no filter ${name}`),
  ];
}

function operationOf(method, requested) {
  const parts = requested.split("/");
  const fitting = templates.filter((one) => one.parts.length === parts.length && one.parts.every((part, at) => fits(part, parts[at])));
  return fitting.length > 0 ? description.paths[fitting[0].template][method.toLowerCase()] : undefined;
}

function fits(part, value) {
  const [, before, after] = /^(.*)\{[^}]+\}(.*)$/u.exec(part) ?? [];
  return before === undefined ? part === value : value.startsWith(before) && value.endsWith(after) && value.length > before.length + after.length;
}

/** What Prism has to say. */
async function answerOf({ method, path: requested, fields, query }) {
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : "";
  const answer = await fetch(`${prism.url}${requested}${search}`, {
    method,
    headers: { Authorization: `Basic ${Buffer.from("SK:secret").toString("base64")}` },
    body: method === "POST" ? new URLSearchParams(fields) : undefined,
  });
  const text = await answer.text();
  return answer.ok || isOwnAnswer(text) ? [] : [`${answer.status} ${reasonOf(text)}`];
}

/** Prism also judges the answer that it made up itself; of the request it then had nothing to say. */
function isOwnAnswer(text) {
  try {
    const { validation = [] } = JSON.parse(text);
    return validation.length > 0 && validation.every((one) => one.location[0] === "response");
  } catch {
    return false;
  }
}

function reasonOf(text) {
  try {
    const problem = JSON.parse(text);
    return [problem.title, ...(problem.validation ?? []).map((one) => `${one.location.join(".")}: ${one.message}`)].join("; ");
  } catch {
    return text.slice(0, 200);
  }
}

/** How repeated names are written is OpenAPI's default, but Prism takes them for an array only where it is written out. */
function withEncodings() {
  for (const operation of Object.values(description.paths).flatMap((methods) => Object.values(methods))) {
    const body = operation?.requestBody?.content?.["application/x-www-form-urlencoded"];
    const arrays = Object.entries(body?.schema?.properties ?? {}).filter(([, property]) => property.type === "array");
    if (arrays.length > 0) {
      body.encoding = Object.fromEntries(arrays.map(([name]) => [name, { style: "form", explode: true }]));
    }
  }

  return JSON.stringify(description);
}

async function start() {
  const port = await freePort();
  const place = mkdtempSync(path.join(tmpdir(), "ivrautomat-prism-"));
  const explicit = path.join(place, "description.json");
  writeFileSync(explicit, withEncodings());
  const command = path.join(path.dirname(resolve("@stoplight/prism-cli/package.json")), "dist/index.js");
  const child = spawn(process.execPath, [command, "mock", "--errors", "--host", "127.0.0.1", "--port", String(port), explicit], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const listening = new Promise((done, failed) => {
    const take = (part) => {
      said = (said + part).slice(-4000);
      if (said.includes("is listening")) {
        done();
      }
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("exit", () => failed(new Error(`Prism ended: ${said}`)));
    setTimeout(() => failed(new Error(`Prism does not listen: ${said}`)), patienceMs).unref();
  });
  await listening;
  // What it says from now on is of no interest, but must be taken from it.
  child.stdout.resume();
  child.stderr.resume();
  return { url: `http://127.0.0.1:${port}`, stop: () => (child.kill(), rmSync(place, { recursive: true })) };
}

function freePort() {
  return new Promise((done) => {
    const probe = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

// Checks TwiML documents against the type definitions of the official library: every element, its place, its attributes and their values.
// Usage: node twiml-types.mjs <folder>   (all *.xml below it; exit code 1 if any offends, or if there are none)
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import saxes from "saxes";
import { readGrammar } from "./twiml-grammar.mjs";

const folder = process.argv[2];
const files = folder ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith(".xml")).sort() : [];
if (files.length === 0) {
  console.error("No *.xml document to check. Usage: node twiml-types.mjs <folder>");
  process.exit(1);
}

const definitions = createRequire(import.meta.url).resolve("twilio/lib/twiml/VoiceResponse.d.ts");
const grammar = readGrammar(definitions);
const offenders = files.flatMap((file) => check(readFileSync(path.join(folder, file), "utf8")).map((why) => `${file}: ${why}`));
offenders.forEach((line) => console.log(line));
console.log(`${files.length} documents, ${offenders.length} offences`);
process.exit(offenders.length === 0 ? 0 : 1);

function check(document) {
  const found = [];
  const open = [];
  const place = () => open.map((element) => element.name).join("/");
  const parser = new saxes.SaxesParser();
  parser.on("error", (error) => found.push(`not well-formed: ${error.message}`));
  parser.on("opentag", ({ name, attributes }) => {
    const parent = open.at(-1);
    const rule = parent ? parent.rule?.children.get(name) : name === "Response" ? grammar.root : undefined;
    if (!rule && (!parent || parent.rule)) {
      found.push(parent ? `${place()}: <${name}> may not stand here` : `the root is <${name}>, not <Response>`);
    }
    open.push({ name, rule: rule && { ...rule, children: grammar.childrenOf(rule) } });
    for (const [attribute, value] of Object.entries(rule ? attributes : {})) {
      const type = rule.attributes.get(attribute);
      const why = type ? type(value) : "is not known";
      if (why) {
        found.push(`${place()}: attribute ${attribute}="${value}" ${why}`);
      }
    }
  });
  parser.on("text", (text) => {
    const rule = open.at(-1)?.rule;
    if (rule && !rule.text && text.trim() !== "") {
      found.push(`${place()}: text may not stand here`);
    }
  });
  parser.on("closetag", () => open.pop());
  if (!document.startsWith("<")) {
    found.push("something stands before the first tag");
  }
  parser.write(document).close();
  return found;
}

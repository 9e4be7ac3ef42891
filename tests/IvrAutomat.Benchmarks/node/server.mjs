// The usual stack of the field: Express with the carrier's own package, which checks the signature and builds the document. It keeps nothing.
import express from 'express';
import twilio from 'twilio';

const { PUBLIC_URL: publicUrl, AUTH_TOKEN: authToken, DOCUMENT: document } = process.env;

// The document that the automat would send, as a tree, so that each answer is built anew verb by verb.
const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
const plain = text => text.replace(/&(lt|gt|quot|apos|amp);/g, entity => entities[entity]);
const root = { children: [] };
const open = [root];
for (const [, closing, name, attributes, single, text] of document.matchAll(/<(\/?)(\w+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
  const parent = open[open.length - 1];
  if (text !== undefined) {
    parent.text = (parent.text ?? '') + plain(text).trim();
  } else if (closing) {
    open.pop();
  } else {
    const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value]) => [key, plain(value)]);
    const node = { name: name.toLowerCase(), attributes: Object.fromEntries(pairs), children: [] };
    parent.children.push(node);
    if (!single) {
      open.push(node);
    }
  }
}

const verbs = root.children.at(-1).children;

function add(parent, nodes) {
  for (const { name, attributes, text, children } of nodes) {
    add(text ? parent[name](attributes, text) : parent[name](attributes), children);
  }
}

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.post(/^\/twilio\/voice/, express.urlencoded({ extended: false }), (request, response) => {
  if (!twilio.validateRequest(authToken, request.get('X-Twilio-Signature') ?? '', publicUrl + request.originalUrl, request.body)) {
    response.sendStatus(403);
    return;
  }

  const answer = new twilio.twiml.VoiceResponse();
  add(answer, verbs);
  response.type('text/xml').send(answer.toString());
});

const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));

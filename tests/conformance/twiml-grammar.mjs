// Reads the grammar of TwiML out of VoiceResponse.d.ts: a class is an element, a method that returns a class is a place for a child,
// the interface of the method's first parameter holds the child's attributes, a string parameter says that the child holds text.
import { readFileSync } from "node:fs";
import ts from "typescript";

export function readGrammar(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const declarations = { alias: new Map(), interface: new Map(), class: new Map() };
  ts.forEachChild(source, function visit(node) {
    if (ts.isTypeAliasDeclaration(node)) {
      declarations.alias.set(node.name.text, node.type);
    } else if (ts.isInterfaceDeclaration(node)) {
      // Declarations of one name are one interface.
      declarations.interface.set(node.name.text, [...(declarations.interface.get(node.name.text) ?? []), ...node.members]);
    } else if (ts.isClassDeclaration(node)) {
      declarations.class.set(node.name.text, node.members.filter(ts.isMethodDeclaration));
    } else {
      ts.forEachChild(node, visit);
    }
  });

  const childrenOf = ({ className }) => {
    const children = new Map();
    for (const method of declarations.class.get(className) ?? []) {
      const child = nameOf(method.type);
      if (!declarations.class.has(child)) {
        continue;
      }
      const rule = children.get(elementOf(child)) ?? { className: child, attributes: new Map(), text: false };
      for (const parameter of method.parameters) {
        if (parameter.type.kind === ts.SyntaxKind.StringKeyword) {
          rule.text = true;
        } else {
          attributesOf(nameOf(parameter.type)).forEach((type, name) => rule.attributes.set(name, type));
        }
      }
      children.set(elementOf(child), rule);
    }
    return children;
  };

  const attributesOf = (interfaceName) =>
    new Map((declarations.interface.get(interfaceName) ?? []).map((member) => [member.name.text, typeOf(member.type)]));

  // A type is a function from an attribute's value to what is wrong with it.
  const typeOf = (type) => {
    if (ts.isArrayTypeNode(type)) {
      const each = typeOf(type.elementType);
      return (value) => value.split(" ").map(each).find(Boolean);
    }
    if (type.kind === ts.SyntaxKind.NumberKeyword) {
      return (value) => (/^-?\d+$/.test(value) ? undefined : "is not a whole number");
    }
    if (type.kind === ts.SyntaxKind.BooleanKeyword) {
      return (value) => (value === "true" || value === "false" ? undefined : "is neither true nor false");
    }
    if (type.kind === ts.SyntaxKind.StringKeyword) {
      return () => undefined;
    }
    const alias = declarations.alias.get(nameOf(type));
    if (alias) {
      return typeOf(alias);
    }
    const literals = (ts.isUnionTypeNode(type) ? [...type.types] : [type]).map((member) => member.literal?.text);
    if (literals.includes(undefined)) {
      throw new Error(`A type is not understood: ${type.getText()}`);
    }
    return (value) => (literals.includes(value) ? undefined : `is none of the ${literals.length} values known`);
  };

  const root = { className: "VoiceResponse", attributes: new Map(), text: false };
  if (!childrenOf(root).has("Gather")) {
    throw new Error("The type definitions do not have the expected shape.");
  }
  return { root, childrenOf };
}

function nameOf(type) {
  if (!type || !ts.isTypeReferenceNode(type)) {
    return undefined;
  }
  return ts.isQualifiedName(type.typeName) ? type.typeName.right.text : type.typeName.text;
}

// SsmlSayAs is <say-as>; every other class bears the element's name.
function elementOf(className) {
  return className.startsWith("Ssml")
    ? className.slice(4).replace(/(?<!^)[A-Z]/g, "-$&").toLowerCase()
    : className;
}

// A client of the API that knows nothing but its OpenAPI document: addresses, verbs and members come from there, and
// what the document does not describe is refused before it is sent or after it is received.

import { readFile } from 'node:fs/promises';

const VERBS = ['get', 'post', 'put', 'delete'];

export class Api {
  #document;
  #origin;
  #cookies = new Map();

  constructor(document, origin) {
    this.#document = document;
    this.#origin = origin;
  }

  static async read(path, origin) {
    return new Api(JSON.parse(await readFile(path, 'utf8')), origin);
  }

  /** Calls an operation by its id. Gives the status and the body; a refusal is an answer, not an exception. */
  async call(operationId, body) {
    const [path, verb, operation] = this.#find(operationId);
    const described = operation.requestBody?.content['application/json']?.schema;
    if (described) this.#check(described, body, operationId);
    const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    if (verb !== 'get') {
      // "Scripts must send `Origin`", says the document.
      headers.origin = this.#origin;
      headers['content-type'] = 'application/json';
    }
    const response = await fetch(this.#origin + path, {
      method: verb.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const answer = text === '' ? undefined : JSON.parse(text);
    const shape = operation.responses[response.status]?.content;
    const type = response.headers.get('content-type')?.split(';')[0];
    if (shape) {
      if (!type || !shape[type]) throw new Error(`${operationId}: ${response.status} came as ${type}`);
      this.#check(shape[type].schema, answer, `${operationId} ${response.status}`);
    }
    return { status: response.status, body: answer };
  }

  #find(operationId) {
    for (const [path, item] of Object.entries(this.#document.paths)) {
      for (const verb of VERBS) {
        if (item[verb]?.operationId === operationId) return [path, verb, item[verb]];
      }
    }
    throw new Error(`the document does not know ${operationId}`);
  }

  #keep(line) {
    const [pair] = line.split(';');
    const [name, value] = pair.split('=');
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  /** As much of JSON Schema as the document uses. */
  #check(schema, value, where) {
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1);
      return this.#check(this.#document.components.schemas[name], value, `${where} (${name})`);
    }
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices) {
      const fits = choices.some((choice) => {
        try {
          this.#check(choice, value, where);
          return true;
        } catch {
          return false;
        }
      });
      if (!fits) throw new Error(`${where}: fits none of its forms: ${JSON.stringify(value)}`);
      return;
    }
    for (const part of schema.allOf ?? []) this.#check(part, value, where);
    const types = [schema.type ?? []].flat();
    if (types.length > 0 && !types.some((type) => isA(type, value))) {
      throw new Error(`${where}: is not ${types.join(' or ')}: ${JSON.stringify(value)}`);
    }
    if (schema.enum && !schema.enum.includes(value)) throw new Error(`${where}: ${value} is not one of ${schema.enum}`);
    if (Array.isArray(value) && schema.items) {
      for (const item of value) this.#check(schema.items, item, `${where}[]`);
    }
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      for (const name of schema.required ?? []) {
        if (!(name in value)) throw new Error(`${where}: ${name} is missing`);
      }
      for (const [name, member] of Object.entries(value)) {
        const known = schema.properties?.[name];
        if (known) this.#check(known, member, `${where}.${name}`);
        else if (schema.additionalProperties === false) throw new Error(`${where}: does not know ${name}`);
      }
    }
  }
}

function isA(type, value) {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return value !== null && typeof value === 'object' && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
